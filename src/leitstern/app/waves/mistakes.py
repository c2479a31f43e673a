"""Everything that is wrong with a file somebody handed in, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.problems import InvalidFile

if TYPE_CHECKING:
    from leitstern.collect.problems import Problem, Word
    from leitstern.core.errors import LeitsternError
    from leitstern.core.texts import Text

SHOWN = 200  # lines of a page


@dataclass(frozen=True, slots=True)
class Mistakes:
    """The mistakes in the order of the file, how many more there are, and by column what is allowed."""

    shown: tuple[Problem, ...]
    more: int
    allowed: tuple[tuple[Word, tuple[Word, ...]], ...]
    sentence: Text | None = None  # where it is not about lines

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.shown) + self.more


def mistakes_in(refused: LeitsternError) -> Mistakes:
    """What a page says about a file that was refused."""
    if not isinstance(refused, InvalidFile):
        return Mistakes((), 0, (), refused.text)
    allowed = {problem.path: problem.allowed for problem in refused.problems if problem.allowed}
    shown = refused.problems[:SHOWN]
    return Mistakes(shown, len(refused.problems) - len(shown), tuple(allowed.items()))
