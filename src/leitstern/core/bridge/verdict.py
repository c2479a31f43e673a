"""Did it help? Before and after compared: better, not, or cannot tell. An association, never a proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from leitstern.core.errors import InvalidInput
from leitstern.core.gap.inputs import RULES
from leitstern.core.gap.reasons import TOO_FEW_CUSTOMERS
from leitstern.core.gap.wording import day, difference, of_hundred, signed
from leitstern.core.inside.beliefs import FEWEST
from leitstern.core.stats.posteriors import PSEUDO_CUSTOMERS, Beta, shrunk, summarise
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.stats.estimate import Estimate, Measured
    from leitstern.core.stats.share import ShareStatistics

Verdict = Literal["better", "not", "cannot tell"]

OVERLAP = Text(
    en="Before ends on {end} and after begins on {start}: nobody may count on both sides. Nothing was compared.",
    de="Vorher endet am {end}, nachher beginnt am {start}: Niemand darf auf beiden Seiten zählen. Es wurde nichts verglichen.",
)
NUMBERS = Text(
    en="{before} of 100 customers before, {after} after: {change} ({low} to {high}).",
    de="vorher {before} von 100 Kundinnen und Kunden, nachher {after}: {change} ({low} bis {high}).",
)
BETTER = Text(en="Better: {numbers}", de="Besser: {numbers}")
WORSE = Text(en="Not better but worse: {numbers}", de="Nicht besser, sondern schlechter: {numbers}")
NOT = Text(
    en="Not better, or too little to matter: {numbers}",
    de="Nicht besser, oder zu wenig, um zu zählen: {numbers}",
)
CANNOT_TELL = Text(en="This cannot be told yet: {numbers}", de="Das lässt sich noch nicht sagen: {numbers}")
NOT_COMPARABLE = Text(
    en="This cannot be told yet: {reason}.", de="Das lässt sich noch nicht sagen: {reason}."
)


@dataclass(frozen=True, slots=True)
class Observation:
    """What customers lived in a period, both days inclusive."""

    start: date
    end: date
    lived: ShareStatistics


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a measure. `improved` is the posterior probability that more customers agree than before."""

    verdict: Verdict
    before: Measured
    after: Measured
    change: Measured
    improved: float | None
    sentence: Text


def judge(
    before: Observation,
    after: Observation,
    rng: np.random.Generator,
    *,
    elsewhere: ShareStatistics | None = None,
    relevant: float = RULES.relevant,
    draws: int = RULES.draws,
) -> Judgement:
    """Better: the whole interval lies above 0 and the change is at least `relevant`. Not: all of it lies below `relevant`.

    `elsewhere` is what customers lived before at all other touchpoints with the same facet (see `baseline`).
    Raises InvalidInput if the periods overlap.
    """
    if after.start <= before.end:
        raise InvalidInput(OVERLAP.fill(end=day(before.end), start=day(after.start)))
    if min(before.lived.n, after.lived.n) < FEWEST:
        few = TOO_FEW_CUSTOMERS
        return Judgement("cannot tell", few, few, few, None, NOT_COMPARABLE.fill(reason=few.reason))
    known = baseline(before.lived, elsewhere)
    first = known.draw(rng, draws)[0]
    then = unchanged_until_shown(known, after.lived).draw(rng, draws)[0]
    change = summarise(then - first, min(before.lived.n, after.lived.n), "association", after.end)
    sides = (
        summarise(first, before.lived.n, "measured", before.end),
        summarise(then, after.lived.n, "measured", after.end),
    )
    verdict, wording = _verdict(change, relevant)
    numbers = NUMBERS.fill(
        before=of_hundred(sides[0].value),
        after=of_hundred(sides[1].value),
        change=signed(difference(sides[1].value, sides[0].value)),
        low=signed(change.low),
        high=signed(change.high),
    )
    improved = float((then > first).mean())
    return Judgement(verdict, *sides, change, improved, wording.fill(numbers=numbers))


def baseline(lived: ShareStatistics, elsewhere: ShareStatistics | None) -> Beta:
    """What was known before, one entry, shrunk towards the share elsewhere as in the gap report.

    Measures begin where things look worst, and what looks worst is partly bad luck that passes by itself
    (regression to the mean). Without `elsewhere` nothing guards against it.
    """
    others = elsewhere if elsewhere and elsewhere.weight else None
    return shrunk(
        np.array([lived.share]),
        np.array([lived.effective_n]),
        np.array([others.share if others else 0.0]),
        np.array([others.effective_n if others else 0.0]),
    )


def unchanged_until_shown(known: Beta, after: ShareStatistics) -> Beta:
    """What is known afterwards: twenty pseudo-customers say that nothing has changed, then the real ones speak."""
    n, agree = after.effective_n, after.effective_n * after.share
    return Beta(
        agree + PSEUDO_CUSTOMERS * known.mean,
        n - agree + PSEUDO_CUSTOMERS * (1 - known.mean),
    )


def _verdict(change: Estimate, relevant: float) -> tuple[Verdict, Text]:
    if change.low > 0 and change.value >= relevant:
        return "better", BETTER
    if change.high < 0:
        return "not", WORSE
    if change.high < relevant:
        return "not", NOT
    return "cannot tell", CANNOT_TELL
