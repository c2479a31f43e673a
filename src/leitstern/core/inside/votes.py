"""What a room voted: how many at which level, first and second time, and the profile of levels with its uncertainty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.instrument import HIGHEST_LEVEL, LEVELS
from leitstern.core.inside.seeing import MIDDLE, PRIOR_FREEDOM, PRIOR_RATERS
from leitstern.core.stats.estimate import LEVEL, Estimate, Measured, Missing
from leitstern.core.stats.posteriors import NormalInverseChi2
from leitstern.core.stats.quantiles import student_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NOBODY = Missing("nobody-voted", Text(en="nobody voted on this", de="hierzu hat niemand abgestimmt"))
APART = 2  # levels between the lowest and the highest vote from which a room should talk
AGREED = Text(en="All see it alike.", de="Alle sehen es gleich.")
CLOSE = Text(en="The votes lie close together.", de="Die Stimmen liegen nah beieinander.")
FAR = Text(en="The votes lie {n} levels apart.", de="Die Stimmen liegen {n} Stufen auseinander.")
TALK = Text(
    en="Ask the person with the lowest and the person with the highest rating for their reasons – then the room votes "
    "once more.",
    de="Bitten Sie die Person mit der niedrigsten und die mit der höchsten Einschätzung um ihre Gründe – danach wird "
    "noch einmal abgestimmt.",
)
ALONE = Text(
    en="One vote says nothing about how far a room agrees.",
    de="Eine einzelne Stimme sagt nichts darüber, wie einig sich ein Raum ist.",
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes of one round on one question: `counts` per level 0–4, `unsure` who could not say."""

    counts: tuple[int, ...]
    unsure: int = 0

    @property
    def n(self) -> int:
        """Votes for a level."""
        return sum(self.counts)

    @property
    def voted(self) -> int:
        """All who voted, those who could not say included."""
        return self.n + self.unsure

    @property
    def apart(self) -> int:
        """Levels between the lowest and the highest vote."""
        there = [level for level, count in enumerate(self.counts) if count]
        return there[-1] - there[0] if there else 0

    @property
    def levels(self) -> list[int]:
        """The votes for a level, low to high."""
        return [level for level, count in enumerate(self.counts) for _ in range(count)]

    @property
    def split(self) -> bool:
        """Whether the room should talk, and vote once more."""
        return self.apart >= APART

    @property
    def sentence(self) -> Text | None:
        """What the room should know about its votes; nothing without any."""
        if not self.n:
            return None
        if self.n == 1:
            return ALONE
        if not self.apart:
            return AGREED
        return FAR.fill(n=self.apart) if self.split else CLOSE


def tally(levels: Sequence[int | None]) -> Tally:
    """Count votes; None is somebody who could not say."""
    return Tally(
        counts=tuple(sum(given == level for given in levels) for level in range(LEVELS)),
        unsure=sum(given is None for given in levels),
    )


def added(tallies: Iterable[Tally]) -> Tally:
    """Votes of several groups on one question, together."""
    found = list(tallies)
    return Tally(
        counts=tuple(sum(each.counts[level] for each in found) for level in range(LEVELS)),
        unsure=sum(each.unsure for each in found),
    )


def mean_level(votes: Tally, spread: float) -> Measured:
    """The mean level that people like these would give, with its interval; `spread` is how far raters usually differ.

    Normal-inverse-χ², as for every view (`seeing.look`): with few votes the interval is wide, with one wider still.
    """
    given = np.array(votes.levels, dtype=np.float64)
    if not len(given):
        return NOBODY
    prior = NormalInverseChi2(
        mean=np.array(MIDDLE),
        size=np.array(PRIOR_RATERS),
        freedom=np.array(PRIOR_FREEDOM),
        spread2=np.array(spread**2),
    )
    mean = np.asarray(given.mean())
    found = prior.learn(np.array(float(len(given))), mean, np.asarray(((given - mean) ** 2).sum()))
    value = float(found.mean)
    reach = student_quantile((1 + LEVEL) / 2, float(found.freedom)) * float(
        np.sqrt(found.spread2 / found.size)
    )
    return Estimate(
        value=value,
        low=max(0.0, value - reach),
        high=min(float(HIGHEST_LEVEL), value + reach),
        n=len(given),
        grade="stated",
    )
