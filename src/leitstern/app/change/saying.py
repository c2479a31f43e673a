"""What forms, programs and actions share: problems of a draft field by field, and names that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.company.former import unit_names
from leitstern.core.bridge.draft import Problem
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_KEPT = Text(en="{what} Nothing was kept.", de="{what} Es wurde nichts gespeichert.")
NO_UNIT = Text(
    en="There is no department “{unit}”.",
    de="Einen Bereich „{unit}“ gibt es nicht.",
)


class WrongWords(InvalidInput):
    """What was said cannot be kept; `problems` says field by field why."""

    code = "wrong-words"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        what = Text(
            en=" ".join(each.text.en for each in self.problems),
            de=" ".join(each.text.de for each in self.problems),
        )
        super().__init__(NOT_KEPT.fill(what=what))


def unknown_units(field: str, units: Iterable[str]) -> tuple[Problem, ...]:
    """Departments that never were; those that were once, may be named."""
    known = unit_names()
    return tuple(
        Problem(field, NO_UNIT.fill(unit=unit)) for unit in dict.fromkeys(units) if unit and unit not in known
    )
