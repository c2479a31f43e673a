"""Tables of counts that could be handed in, with the company's own principles and departments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.company.queries import departments
from leitstern.app.practice.queries import principles, stop_list
from leitstern.collect.practice_file import COUNT_COLUMNS, USE_COLUMNS
from leitstern.core.months import later
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

PRINCIPLE = Text(
    en="Every campaign is classified before it is sent",
    de="Jede Kampagne ist vor dem Versand eingeordnet",
)
ENDED = Text(en="Customer lists sent as spreadsheets", de="Kundenlisten als Tabelle verschickt")


def sample(kind: str, language: str, today: date) -> tuple[list[str], list[list[str]]]:
    """Titles and two lines in the reader's language; `kind` is "principles" or "uses"."""
    unit = next((each.name.to(language) for each in departments()), "")
    last = later(today, -1)
    months = [f"{month:%Y-%m}" for month in (later(last, -1), last)]
    if kind == "uses":
        entry = next((each.name for each in stop_list()), ENDED.to(language))
        titles = [column.title.to(language) for column in USE_COLUMNS]
        return titles, [[entry, unit, month, n] for month, n in zip(months, ("2", "0"), strict=True)]
    named = next((each.sentence for each in principles()), PRINCIPLE.to(language))
    titles = [column.title.to(language) for column in COUNT_COLUMNS]
    return titles, [[named, unit, month, n, "40"] for month, n in zip(months, ("37", "38"), strict=True)]
