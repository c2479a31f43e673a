"""A target and when it could be seen that it was reached, as people say it before they decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.again import THIN_BASELINE, MeasureAgain, customers_needed, measure_again
from leitstern.core.bridge.verdict import baseline
from leitstern.core.errors import InvalidInput
from leitstern.core.gap.inputs import RULES
from leitstern.core.gap.wording import about, of_hundred
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.outside.periods import name
from leitstern.core.stats.estimate import Missing
from leitstern.core.stats.posteriors import summarise
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    import numpy as np

    from leitstern.core.stats.estimate import Measured
    from leitstern.core.stats.share import ShareStatistics

USUAL = 0.10  # the change people think of first
HOPED = 0.10  # aimed at where no gap says how far there is to go

SEEN = Text(
    en="If it rises from {now} to {target}, you will see it after about {n} answers, {when}.",
    de="Steigt es von {now} auf {target}, sehen Sie das nach etwa {n} Antworten, {when}.",
)
TWO_DAYS = Text(
    en="probably {likely}, in four of five cases by {safe}",
    de="voraussichtlich {likely}, in 4 von 5 Fällen bis {safe}",
)
ONE_DAY = Text(en="probably {likely}", de="voraussichtlich {likely}")
NEVER = Text(
    en="A rise from {now} to {target} can never be seen here: too few answered before.",
    de="Ein Anstieg von {now} auf {target} lässt sich hier nie erkennen: Vorher haben zu wenige geantwortet.",
)
FROM = Text(
    en="A change of {usual} could not be recognised here; from {least} on it can.",
    de="Eine Veränderung um {usual} ließe sich hier nicht erkennen, erst eine ab {least}.",
)
NOT_AT_ALL = Text(
    en="Hardly any change could be recognised here.", de="Kaum eine Veränderung ließe sich hier erkennen."
)
PARTS = (Text(en="early", de="Anfang"), Text(en="mid-", de="Mitte"), Text(en="late", de="Ende"))


@dataclass(frozen=True, slots=True)
class Plan:
    """`target` 0–1; `again` is missing where no day can be named. `least`: the smallest change (0–1) ever recognised."""

    target: float
    again: MeasureAgain | Missing
    least: float | None
    sentence: Text


def before_now(
    before: ShareStatistics | None,
    elsewhere: ShareStatistics | None,
    rng: np.random.Generator,
    as_of: date | None = None,
    *,
    draws: int = RULES.draws,
) -> Measured:
    """The baseline as a number: cautious as in the gap report."""
    if before is None or before.n < FEWEST:
        return TOO_FEW_CUSTOMERS
    return summarise(baseline(before, elsewhere).draw(rng, draws)[0], before.n, "measured", as_of)


def half_way(lived: float, claimed: float | None) -> float:
    """A target to begin with, in whole customers of 100: half of the gap, and at least a change that would count."""
    gap = HOPED if claimed is None else max((claimed - lived) / 2, RULES.relevant + 0.01)
    return min(round(lived + gap, 2), 1.0)


def plan(
    before: ShareStatistics,
    elsewhere: ShareStatistics | None,
    target: float,
    days: int,
    start: date,
    rng: np.random.Generator,
) -> Plan:
    """What must happen for `target` to be seen if the measure works from `start` on.

    `days` is how long `before` took, which tells how fast people answer. Raises InvalidInput where the target is too
    near to matter or above what is possible.
    """
    now = baseline(before, elsewhere).mean.item() if before.n >= FEWEST else before.share
    needed = customers_needed(before, target - now, elsewhere=elsewhere)
    least = _least(before, elsewhere, now)
    again = needed if isinstance(needed, Missing) else measure_again(needed, before.n, days, start, rng)
    ends = {"now": of_hundred(now), "target": of_hundred(target)}
    said = (
        SEEN.fill(n=about(again.customers), when=_when(again), **ends)
        if isinstance(again, MeasureAgain)
        else NEVER.fill(**ends)
    )
    if least is None or least > USUAL:
        more = NOT_AT_ALL if least is None else FROM.fill(usual=of_hundred(USUAL), least=of_hundred(least))
        said = Text(en=f"{said.en} {more.en}", de=f"{said.de} {more.de}")
    return Plan(target, again, least, said)


def _least(before: ShareStatistics, elsewhere: ShareStatistics | None, now: float) -> float | None:
    """The smallest whole number of 100 that more customers could ever show; None if there is none."""
    points = range(round(100 * RULES.relevant) + 1, int(100 * (1 - now)) + 1)
    for point in points:
        try:
            if customers_needed(before, point / 100, elsewhere=elsewhere) is not THIN_BASELINE:
                return point / 100
        except InvalidInput:
            return None
    return None


def _when(again: MeasureAgain) -> Text:
    likely, safe = part_of_month(again.likely), part_of_month(again.safe)
    return (ONE_DAY if likely == safe else TWO_DAYS).fill(likely=likely, safe=safe)


def part_of_month(day: date) -> Text:
    """Early, mid- or late in a month: no more is known of a day that is estimated."""
    part, month = PARTS[min((day.day - 1) // 10, 2)], name(day, "month")
    joint = "" if part.en.endswith("-") else " "
    return Text(en=f"{part.en}{joint}{month.en}", de=f"{part.de} {month.de}")
