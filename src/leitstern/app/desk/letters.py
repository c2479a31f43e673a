"""A stack of letters, typed or pasted into one grid: each row checked by itself, good ones kept, others left with their reason."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from leitstern.app.common.refusals import WrongDraft
from leitstern.app.desk.keeping import enter
from leitstern.app.desk.models import Way
from leitstern.app.desk.typed import Typed
from leitstern.core.bridge.draft import Problem
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leitstern.app.common.actors import Actor
    from leitstern.app.desk.models import Entry

COLUMNS = ("number", "at", "arrived", "touchpoint", "reason", "step", "department", "step_due", "note")
MOST = 200  # rows at once
NO_DAY = Text(
    en="When was it written, or when did it arrive?", de="Wann wurde es geschrieben, oder wann kam es an?"
)


@dataclass(slots=True)
class Row:
    """One row of the grid, and why it was not kept."""

    typed: Typed
    problems: list[Problem] = field(default_factory=list)

    def cells(self) -> list[tuple[str, str, bool]]:
        """Column, what was typed there, and whether that is wrong."""
        wrong = {each.field for each in self.problems}
        return [(name, getattr(self.typed, name), name in wrong) for name in COLUMNS]


def rows_of(posted: Mapping[str, str], kind: str) -> list[Row]:
    """The rows of a grid as they were sent, empty ones included so that each keeps its place."""
    given = posted.get("rows", "")
    count = min(int(given), MOST) if given.isdecimal() else 0
    return [
        Row(Typed(kind=kind, **{name: posted.get(f"{name}-{number}", "") for name in COLUMNS}))
        for number in range(count)
    ]


def keep_rows(actor: Actor, rows: Iterable[Row], key: str) -> tuple[list[Entry], list[Row]]:
    """Keep each row that is in order, under the key of the grid and its place; give what was kept, and the others."""
    kept, left = [], []
    for place, row in enumerate(rows):
        if replace(row.typed, kind="").is_empty():
            continue
        try:
            kept.append(enter(actor, _dated(row.typed.stripped()), Way.LETTERS, f"{key} {place}"))
        except WrongDraft as problem:
            left.append(Row(row.typed, list(problem.problems)))
        except Conflict as problem:
            left.append(Row(row.typed, [Problem("number", problem.text)]))
    return kept, left


def _dated(typed: Typed) -> Typed:
    """The contact was when it was written; where nobody knows when, on the day it arrived. Raises WrongDraft."""
    if not typed.at and not typed.arrived:
        raise WrongDraft([Problem("at", NO_DAY)])
    return typed if typed.at else replace(typed, at=typed.arrived, arrived="")
