"""When can we know whether it helped? How many customers must answer, and by when they will have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.bridge.verdict import baseline
from leitstern.core.errors import InvalidInput
from leitstern.core.gap.inputs import RULES
from leitstern.core.gap.wording import of_hundred
from leitstern.core.inside.beliefs import FEWEST
from leitstern.core.stats.estimate import LEVEL, Missing
from leitstern.core.stats.posteriors import PSEUDO_CUSTOMERS
from leitstern.core.stats.quantiles import normal_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.stats.posteriors import Beta
    from leitstern.core.stats.share import ShareStatistics

POWER = 0.80  # how likely a hoped-for change shall be seen as *better*
MOST = 10_000_000  # customers; whatever needs more than that is not worth waiting for

TOO_SMALL_A_HOPE = Text(
    en="Hope for more than {relevant} of 100 customers: less would not count as better. Nothing was planned.",
    de="Hoffen Sie auf mehr als {relevant} von 100 Kundinnen und Kunden: Weniger gälte nicht als besser. Es wurde nichts geplant.",
)
TOO_LARGE_A_HOPE = Text(
    en="{share} of 100 customers agree already, so no more than {room} can be won. Nothing was planned.",
    de="{share} von 100 Kundinnen und Kunden stimmen schon zu, mehr als {room} sind nicht zu gewinnen. Es wurde nichts geplant.",
)
THIN_BASELINE = Missing(
    "thin-baseline",
    Text(
        en="too few customers answered before to recognise such a change afterwards, however many answer then",
        de="vorher haben zu wenige geantwortet, um eine solche Veränderung nachher zu erkennen, gleich wie viele dann antworten",
    ),
)
NOBODY_ANSWERS = Missing(
    "nobody-answers", Text(en="nobody answers at present", de="zurzeit antwortet niemand")
)


@dataclass(frozen=True, slots=True)
class MeasureAgain:
    """With even odds enough customers have answered by `likely`, with four to one by `safe`."""

    customers: int
    likely: date
    safe: date


def customers_needed(
    before: ShareStatistics,
    hoped: float,
    *,
    elsewhere: ShareStatistics | None = None,
    relevant: float = RULES.relevant,
) -> int | Missing:
    """Fewest customers who must answer afterwards so that a change by `hoped` (0–1) is called better with `POWER`.

    Normal approximation of what `judge` does with the same arguments. Answers afterwards are assumed to hang
    together as much as before (same design effect).
    Raises InvalidInput where the hope is smaller than what counts, or larger than what is possible.
    """
    if hoped <= relevant:
        raise InvalidInput(TOO_SMALL_A_HOPE.fill(relevant=of_hundred(relevant)))
    if before.n < FEWEST:
        return THIN_BASELINE
    known = baseline(before, elsewhere)
    share = known.mean.item()
    if share + hoped > 1:
        raise InvalidInput(TOO_LARGE_A_HOPE.fill(share=of_hundred(share), room=of_hundred(1 - share)))

    def enough(customers: int) -> bool:
        return _power(known, hoped, customers, relevant) >= POWER

    if not enough(MOST):
        return THIN_BASELINE
    few, many = FEWEST - 1, MOST
    while many - few > 1:
        middle = (few + many) // 2
        few, many = (few, middle) if enough(middle) else (middle, many)
    return ceil(many * before.n / before.effective_n)


def _power(known: Beta, hoped: float, customers: int, relevant: float) -> float:
    """How likely `judge` says better if the share rises by `hoped` and so many (effective) customers answer."""
    share, uncertain = known.mean.item(), known.variance.item()
    own = customers / (customers + PSEUDO_CUSTOMERS)
    then, expected = share + hoped, share + own * hoped
    sampling = own**2 * (uncertain + then * (1 - then) / customers)
    posterior = uncertain + expected * (1 - expected) / (customers + PSEUDO_CUSTOMERS + 1)
    threshold = max(normal_quantile((1 + LEVEL) / 2) * sqrt(posterior), relevant)
    return 1 - NormalDist(own * hoped, sqrt(sampling)).cdf(threshold)


def measure_again(
    needed: int, answered: int, days: int, start: date, rng: np.random.Generator, *, draws: int = RULES.draws
) -> MeasureAgain | Missing:
    """The days by which `needed` customers will have answered from `start` on.

    `answered` customers in `days` days tell the rate, and how uncertain it is: gamma posterior of a Poisson rate
    (Jeffreys), gamma waiting time until the last answer needed.
    """
    if not answered:
        return NOBODY_ANSWERS
    rate = rng.gamma(answered + 0.5, 1 / days, draws)
    waiting = rng.gamma(max(needed, 1), 1, draws) / rate
    likely, safe = (start + timedelta(days=ceil(float(q))) for q in np.quantile(waiting, [0.5, 0.8]))
    return MeasureAgain(customers=needed, likely=likely, safe=safe)
