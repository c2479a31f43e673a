"""Tables that could be handed in, with the company's own departments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.company.queries import departments
from leitstern.app.leadership.bringing import Kind
from leitstern.collect.leadership_file import ACT_COLUMNS, MEETING_COLUMNS
from leitstern.core.bridge.leadership.terms import ACTS, CIRCLES, DUTIES, ActKind, Circle, Duty
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

COLUMNS = {Kind.ACTS: ACT_COLUMNS, Kind.MEETINGS: MEETING_COLUMNS}
HEARD = Text(en="Listened in for two hours", de="Zwei Stunden mitgehört")
SEEN = Text(
    en="Customers give their address three times", de="Kundinnen und Kunden nennen dreimal ihre Adresse"
)
FOLLOWS = Text(en="Shorten the form by September", de="Formular bis September kürzen")
DECIDED = Text(en="Call-backs within a day", de="Rückrufe binnen eines Tages")
EVIDENCE = Text(en="Call-backs: promise and what customers live", de="Rückrufe: Versprechen und Erleben")


def sample(kind: Kind, language: str, today: date) -> tuple[list[str], list[list[object]]]:
    """Titles and a line in the reader's language."""
    titles = [column.title.to(language) for column in COLUMNS[kind]]
    if kind is Kind.MEETINGS:
        words = (DECIDED.to(language), EVIDENCE.to(language))
        return titles, [[today, CIRCLES[Circle.BOARD].to(language), 180, 45, *words]]
    units = [each.name.to(language) for each in departments()] or [""]
    said = (HEARD.to(language), SEEN.to(language), FOLLOWS.to(language), DUTIES[Duty.SILOS].to(language))
    return titles, [[today, ACTS[ActKind.VISIT].to(language), units[0], units[-1], *said]]
