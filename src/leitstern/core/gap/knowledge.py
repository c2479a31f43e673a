"""Whether people know the digital touchpoints of their own company: names ticked, half of them from the register.

The index is the share of real names ticked minus the share of invented ones (Snodgrass and Corwin 1988, Journal of
Experimental Psychology: General 117, their P_r): 1 is who knows all, 0 who ticks at random, everything or nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.gap.wording import of_hundred
from leitstern.core.inside.beliefs import FEWEST
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import mean_estimate, wilson
from leitstern.core.stats.means import MeanStatistics
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from leitstern.core.company.taxonomy import Taxonomy, Touchpoint
    from leitstern.core.stats.estimate import Measured

MOST = 8  # names of each kind on one phone
LEAST = 4  # fewer real names than these are no test

TOO_FEW = Missing(
    "too-few",
    Text(
        en="Fewer than five people answered: nothing of it is shown.",
        de="Weniger als fünf Personen haben geantwortet: Davon wird nichts gezeigt.",
    ),
)
SAID = Text(
    en="Of 100 digital touchpoints of the register {real} were recognised; of 100 invented ones {invented} were ticked, "
    "too. Beyond guessing, {index} ({low} to {high}) of 100 are known.",
    de="Von 100 digitalen Kontaktpunkten im Register wurden {real} erkannt; von 100 erfundenen wurden {invented} ebenfalls "
    "angekreuzt. Über Raten hinaus bekannt sind {index} ({low} bis {high}) von 100.",
)
GUESSED = Text(
    en="Of 100 digital touchpoints of the register {real} were ticked, of 100 invented ones {invented}. That is no more "
    "than guessing would give.",
    de="Von 100 digitalen Kontaktpunkten im Register wurden {real} angekreuzt, von 100 erfundenen {invented}. Das ist "
    "nicht mehr, als Raten ergäbe.",
)


@dataclass(frozen=True, slots=True)
class Marked:
    """What one phone showed and what was ticked on it; of nobody."""

    shown: frozenset[str]
    ticked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """One name: how many of those who saw it ticked it."""

    name: str
    share: Measured


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a room knows. `index` is hits minus false alarms, −1 to 1, its interval over people.

    `touchpoints` and `tempting` (invented names) tell of names that at least five people saw: the least known first, and
    those most often ticked first.
    """

    recognised: Measured
    fooled: Measured
    index: Measured
    touchpoints: tuple[Known, ...]
    tempting: tuple[Known, ...]

    @property
    def sentence(self) -> Text:
        """The finding."""
        if (
            isinstance(self.recognised, Missing)
            or isinstance(self.fooled, Missing)
            or isinstance(self.index, Missing)
        ):
            return TOO_FEW.reason
        frame = SAID if self.index.low > 0 else GUESSED
        return frame.fill(
            real=of_hundred(self.recognised.value),
            invented=of_hundred(self.fooled.value),
            index=of_hundred(self.index.value),
            low=of_hundred(self.index.low),
            high=of_hundred(self.index.high),
        )


NOTHING = Knowledge(TOO_FEW, TOO_FEW, TOO_FEW, (), ())


def digital(taxonomy: Taxonomy) -> tuple[Touchpoint, ...]:
    """The touchpoints that are digital: by their own mark, else by that of their channel."""
    channels = {each.slug: each.digital for each in taxonomy.channels}
    return tuple(
        each
        for each in taxonomy.touchpoints
        if (channels.get(each.channel, False) if each.digital is None else each.digital)
    )


def drawn(real: Sequence[str], invented: Sequence[str], seed: int) -> tuple[str, ...]:
    """The names of one phone, mixed: as many real as invented ones, the same for the same seed."""
    n = min(MOST, len(real), len(invented))
    chance = np.random.default_rng(seed)
    names = [*chance.choice(real, n, replace=False), *chance.choice(invented, n, replace=False)]
    return tuple(str(each) for each in chance.permutation(names))


def knowledge(answers: Iterable[Marked], real: Collection[str], as_of: date | None = None) -> Knowledge:
    """What people know who each saw real and invented names; nothing of fewer than five of them."""
    given = [each for each in answers if each.shown & set(real) and each.shown - set(real)]
    if len(given) < FEWEST:
        return NOTHING
    hits = [_share(each.ticked, each.shown & set(real)) for each in given]
    alarms = [_share(each.ticked, each.shown - set(real)) for each in given]
    names = [_known(name, given, as_of) for name in sorted({name for each in given for name in each.shown})]
    told = [(each.share.value, each) for each in names if isinstance(each.share, Estimate)]
    return Knowledge(
        recognised=_mean(hits, 0.0, as_of),
        fooled=_mean(alarms, 0.0, as_of),
        index=_mean([hit - alarm for hit, alarm in zip(hits, alarms, strict=True)], -1.0, as_of),
        touchpoints=tuple(
            each for _, each in sorted(told, key=lambda pair: pair[0]) if each.name in set(real)
        ),
        tempting=tuple(
            each for _, each in sorted(told, key=lambda pair: -pair[0]) if each.name not in set(real)
        ),
    )


def _share(ticked: frozenset[str], among: frozenset[str]) -> float:
    return len(ticked & among) / len(among)


def _mean(values: Sequence[float], low: float, as_of: date | None) -> Measured:
    n, total, squares = len(values), sum(values), sum(value**2 for value in values)
    return mean_estimate(MeanStatistics(n, n, n, total, n, squares, total), low, 1.0, as_of)


def _known(name: str, given: Sequence[Marked], as_of: date | None) -> Known:
    saw = [each for each in given if name in each.shown]
    if len(saw) < FEWEST:
        return Known(name, TOO_FEW)
    share = sum(name in each.ticked for each in saw) / len(saw)
    return Known(name, Estimate(share, *wilson(share, len(saw)), len(saw), as_of=as_of))
