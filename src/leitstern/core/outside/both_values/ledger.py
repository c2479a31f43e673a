"""Both sides of one persona, and the sentence that says where they part: only what holds for sure."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.outside.both_values.effort import PARTS
from leitstern.core.outside.both_values.forecast import Forecast, apart
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS, few_left
from leitstern.core.stats.estimate import LEVEL, Estimate
from leitstern.core.stats.intervals import share_estimate, wilson
from leitstern.core.stats.quantiles import student_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date

    from leitstern.core.company.both_values import Reach
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.stats.means import MeanStatistics
    from leitstern.core.stats.share import ShareStatistics


@dataclass(frozen=True, slots=True)
class Effort:
    """Per journey on a designed map: contacts, of them beyond the designed ones, days of waiting, repeats, handoffs."""

    journeys: int | None  # None: hidden
    contacts: Measured
    designed: Measured
    more: Measured
    wait_days: Measured
    repeats: Measured
    handoffs: Measured
    designed_handoffs: Measured


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal in words, by what it is told (None: nothing yet), and the share that reaches it, here and of everybody."""

    text: Text
    reach: Reach | None
    share: Measured | None
    everybody: Measured | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """One persona (its code; None: everybody): left what customers get, right what the company gets."""

    persona: int | None
    goals: tuple[Goal, ...]
    effort: Effort
    forecast: Forecast | None


def effort_of(
    found: Mapping[int, Mapping[str, MeanStatistics]],
    persona: int | None,
    as_of: date,
    told: Collection[int] = (),
) -> Effort:
    """The effort of one persona, or of everybody beside those personas that are `told`."""
    chosen = [parts for code, parts in found.items() if persona in (None, code)]
    if (
        persona is None
        and told
        and few_left({code: parts[PARTS[0]].n for code, parts in found.items()}, told)
    ):
        chosen = []
    means: dict[str, Measured] = {}
    journeys = 0
    for part in PARTS:
        together = chosen[0][part] if chosen else None
        for each in chosen[1:]:
            together = together + each[part] if together else each[part]
        means[part] = per_journey(together, as_of)
        journeys = together.answers if together and together.n >= FEWEST else 0
    return Effort(journeys or None, **means)


def per_journey(statistics: MeanStatistics | None, as_of: date) -> Measured:
    """A mean per journey with Student's interval over customers, never below 0; hidden below five customers."""
    if statistics is None or statistics.n < FEWEST:
        return TOO_FEW_CUSTOMERS
    mean = max(0.0, statistics.mean)
    if statistics.variance > 1e-18:
        half = student_quantile((1 + LEVEL) / 2, statistics.n - 1) * sqrt(statistics.variance)
    else:
        half = wilson(0.0, statistics.weight**2 / statistics.weight2)[1]
    return Estimate(mean, max(0.0, mean - half), mean + half, statistics.n, as_of=as_of)


def reaching(
    found: Mapping[int, ShareStatistics], persona: int | None, as_of: date, told: Collection[int] = ()
) -> Measured:
    """The share of one persona, or of everybody beside those that are `told`; hidden below five customers."""
    chosen = [each for code, each in found.items() if persona in (None, code)]
    hidden = persona is None and told and few_left({code: each.n for code, each in found.items()}, told)
    if not chosen or hidden:
        return TOO_FEW_CUSTOMERS
    together = chosen[0]
    for each in chosen[1:]:
        together += each
    return share_estimate(together, as_of) if together.n >= FEWEST else TOO_FEW_CUSTOMERS


def sentence(ledgers: Sequence[Ledger], names: Mapping[int, Text]) -> Text:
    """Where what we earn and what customers go through part, by persona.

    *Most* and *least* are said only of a persona that differs from every other one by the whole 90% interval; both
    sides must hold for a sentence to name both. Struggling is contacts beyond the designed ones.
    """
    rows = [
        each
        for each in ledgers
        if each.persona is not None
        and each.forecast
        and isinstance(each.forecast.margin, Estimate)
        and isinstance(each.effort.more, Estimate)
    ]
    if len(rows) < 2:
        return NOTHING_TO_COMPARE
    earns = _above(rows, _margin)
    struggles, easy = _above(rows, _more), _below(rows, _more)
    if earns is None and struggles is None:
        return CANNOT_TELL
    if earns is None or earns.persona is None:
        return ONLY_STRUGGLE.fill(persona=_name(struggles, names))
    most = names[earns.persona]
    if struggles is earns:
        return APART.fill(persona=most)
    if easy is earns:
        return TOGETHER.fill(persona=most)
    if struggles is not None:
        return ELSEWHERE.fill(persona=most, other=_name(struggles, names))
    return ONLY_EARN.fill(persona=most)


def _above(rows: Sequence[Ledger], side: Callable[[Ledger], Estimate]) -> Ledger | None:
    """The row that lies above every other one for sure."""
    top = max(rows, key=lambda each: side(each).value)
    sure = all(apart(side(top), side(each)).low > 0 for each in rows if each is not top)
    return top if sure else None


def _below(rows: Sequence[Ledger], side: Callable[[Ledger], Estimate]) -> Ledger | None:
    least = min(rows, key=lambda each: side(each).value)
    sure = all(apart(side(least), side(each)).high < 0 for each in rows if each is not least)
    return least if sure else None


def _margin(row: Ledger) -> Estimate:
    margin = row.forecast.margin if row.forecast else None
    if not isinstance(margin, Estimate):
        raise TypeError("A margin that is missing is compared with nothing.")
    return margin


def _more(row: Ledger) -> Estimate:
    if not isinstance(row.effort.more, Estimate):
        raise TypeError("An effort that is missing is compared with nothing.")
    return row.effort.more


def _name(row: Ledger | None, names: Mapping[int, Text]) -> Text:
    return names[row.persona] if row and row.persona is not None else Text(en="", de="")


APART = Text(
    en="We earn most with those who struggle most: {persona}.",
    de="Am meisten verdienen wir an denen, die sich am meisten mühen: {persona}.",
)
TOGETHER = Text(
    en="We earn most with those who have it easiest: {persona}.",
    de="Am meisten verdienen wir an denen, die es am leichtesten haben: {persona}.",
)
ELSEWHERE = Text(
    en="We earn most with one kind of customer ({persona}), and another struggles most ({other}).",
    de="Am meisten verdienen wir an der einen Art von Kundschaft ({persona}), am meisten müht sich eine andere ({other}).",
)
ONLY_EARN = Text(
    en="We earn most with one kind of customer: {persona}. Who struggles most cannot be told for sure.",
    de="Am meisten verdienen wir an einer Art von Kundschaft: {persona}. Wer sich am meisten müht, ist nicht sicher zu sagen.",
)
ONLY_STRUGGLE = Text(
    en="One kind of customer struggles most: {persona}. With whom we earn most cannot be told for sure.",
    de="Eine Art von Kundschaft müht sich am meisten: {persona}. An wem wir am meisten verdienen, ist nicht sicher zu sagen.",
)
CANNOT_TELL = Text(
    en="Whether we earn most with those who struggle most cannot be told.",
    de="Ob wir am meisten an denen verdienen, die sich am meisten mühen, ist nicht zu sagen.",
)
NOTHING_TO_COMPARE = Text(
    en="What customers get and what we get cannot be set side by side yet.",
    de="Was die Kundschaft bekommt und was wir bekommen, lässt sich noch nicht nebeneinanderstellen.",
)
