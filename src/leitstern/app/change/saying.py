"""What forms, programs and actions share: problems of a draft field by field, and names that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.former import unit_names
from leitstern.core.bridge.draft import Problem
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

NO_UNIT = Text(
    en="There is no department “{unit}”.",
    de="Einen Bereich „{unit}“ gibt es nicht.",
)


class WrongWords(WrongDraft):
    """What was said cannot be kept; `problems` says field by field why."""

    code = "wrong-words"


def unknown_units(field: str, units: Iterable[str]) -> tuple[Problem, ...]:
    """Departments that never were; those that were once, may be named."""
    known = unit_names()
    return tuple(
        Problem(field, NO_UNIT.fill(unit=unit)) for unit in dict.fromkeys(units) if unit and unit not in known
    )
