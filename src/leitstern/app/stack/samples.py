"""Tables that could be handed in: what is there, or an example where nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.company.queries import departments
from leitstern.app.stack.queries import inventory
from leitstern.collect.stack.brought import Origin
from leitstern.collect.stack.ratings import COLUMNS as RATING_COLUMNS
from leitstern.collect.stack.tables import COLUMNS
from leitstern.core.inside.stack.ratings import SHORT, VIEWS, Question, View
from leitstern.core.inside.stack.terms import (
    CATEGORIES,
    LEVELS,
    LIFECYCLES,
    REMEDIES,
    WAYS,
    Category,
    Level,
    Lifecycle,
    Remedy,
    Way,
)
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator


SAMPLED = (Origin.APPLICATIONS, Origin.CAPABILITIES, Origin.DATA, Origin.INTEGRATIONS, Origin.RATINGS)
NEWSLETTER = Text(en="Newsletter tool", de="Newsletter-Werkzeug")
WRITE = Text(en="Write only what concerns people", de="Nur schreiben, was die Menschen betrifft")
OUTCOME = Text(en="I only hear what concerns me.", de="Ich höre nur, was mich betrifft.")
SLOW = Text(en="Cannot stop a mailing", de="Kann einen Versand nicht anhalten")
EMAIL = Text(en="E-mail address", de="E-Mail-Adresse")
MARKETING = Text(en="Head of marketing", de="Leitung Marketing")
YES = Text(en="yes", de="ja")


def sample(origin: Origin, language: str) -> tuple[list[str], list[list[str]]]:
    """Titles and lines in the reader's language."""
    columns = RATING_COLUMNS if origin is Origin.RATINGS else COLUMNS[origin]
    return [column.title.to(language) for column in columns], [
        [each.to(language) if isinstance(each, Text) else each for each in line] for line in _lines(origin)
    ]


def _lines(origin: Origin) -> Iterator[list[Text | str]]:
    known = inventory()
    unit = next((each.name for each in departments()), Text("", ""))
    first = known.applications[0].name if known.applications else NEWSLETTER
    match origin:
        case Origin.APPLICATIONS:
            category, live = CATEGORIES[Category.AUTOMATION], LIFECYCLES[Lifecycle.LIVE]
            yield [
                "",
                NEWSLETTER,
                category,
                live,
                unit,
                MARKETING,
                "IT",
                "",
                "60000",
                "EUR",
                "",
                "2025-03-01",
                "",
            ]
        case Origin.CAPABILITIES:
            levels = [LEVELS[each] for each in (Level.WORKS, Level.THERE, Level.MISSING)]
            remedy = REMEDIES[Remedy.UPGRADE]
            yield ["", WRITE, OUTCOME, MARKETING, "", first, *levels, SLOW, first, YES, remedy, "", ""]
        case Origin.DATA:
            yield ["", EMAIL, first, first, WRITE, "2026-01-31"]
        case Origin.INTEGRATIONS:
            second = known.applications[1].name if len(known.applications) > 1 else first
            data = known.data[0].name if known.data else ""
            yield [first, second, WAYS[Way.BY_HAND], data, ""]
        case Origin.RATINGS:
            for question in Question:
                yield [first, SHORT[question], VIEWS[View.USERS], unit, "0", "1", "2", "6", "3", ""]
        case _:
            return
