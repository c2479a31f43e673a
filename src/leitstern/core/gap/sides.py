"""The two uncertain sides of every touchpoint-facet, believed and lived, as arrays of one entry for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.company.facets import IN_TIME
from leitstern.core.gap.reasons import NO_DUE_PROMISE, NO_FEEDBACK, NOT_ASKED, TOO_FEW_CUSTOMERS
from leitstern.core.inside.beliefs import FEWEST, PRIOR, believe
from leitstern.core.stats.estimate import Grade, Measured, Missing
from leitstern.core.stats.posteriors import Beta, Floats, NormalInverseChi2, shrunk, summarise

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.gap.inputs import GapInput


@dataclass(frozen=True, slots=True, eq=False)
class Believed:
    """Leaders' belief; where it is missing, the prior stands in the arrays and is never shown."""

    missing: tuple[Missing | None, ...]
    guesses: Floats
    posterior: NormalInverseChi2


@dataclass(frozen=True, slots=True, eq=False)
class Lived:
    """What customers lived: weighted share, effective number of `customers`, sum of weights; 0 where nobody answered.

    `people` answered; `matters` is importance × all customers who came, and weighs the entry in an index.
    `same[i, j]` marks the other touchpoints j with the facet of i: their customers are the company's mean that
    entry i is drawn towards (leave-one-out, so that nobody counts twice).
    """

    missing: tuple[Missing | None, ...]
    people: Floats
    share: Floats
    customers: Floats
    weight: Floats
    matters: Floats
    same: Floats

    def posterior(self, share: Floats) -> Beta:
        """Shrunk posterior of all entries if these were the shares, `(entries,)` or `(entries, companies)`."""
        column = (slice(None),) + (None,) * (share.ndim - 1)
        weight = self.same @ self.weight
        elsewhere = self.same @ (self.weight[column] * share) / np.where(weight > 0, weight, 1)[column]
        return shrunk(share, self.customers[column], elsewhere, (self.same @ self.customers)[column])


def believed(inputs: Sequence[GapInput]) -> Believed:
    """What leaders guess that customers live."""
    beliefs = [believe(entry.guesses) for entry in inputs]
    reached = [PRIOR if isinstance(belief, Missing) else belief for belief in beliefs]
    return Believed(
        missing=tuple(belief if isinstance(belief, Missing) else None for belief in beliefs),
        guesses=np.array([float(len(entry.guesses or ())) for entry in inputs]),
        posterior=NormalInverseChi2(
            mean=np.array([belief.mean.item() for belief in reached]),
            size=np.array([belief.size.item() for belief in reached]),
            freedom=np.array([belief.freedom.item() for belief in reached]),
            spread2=np.array([belief.spread2.item() for belief in reached]),
        ),
    )


def lived(inputs: Sequence[GapInput]) -> Lived:
    """What customers say and what happened to them."""
    answers = [entry.lived if entry.lived and entry.lived.weight > 0 else None for entry in inputs]
    asked = {entry.facet for entry, answer in zip(inputs, answers, strict=True) if answer}
    facets = np.array([entry.facet for entry in inputs])
    return Lived(
        missing=tuple(
            _why_nobody(entry.facet, entry.facet in asked)
            if not answer
            else TOO_FEW_CUSTOMERS
            if answer.n < FEWEST
            else None
            for entry, answer in zip(inputs, answers, strict=True)
        ),
        people=np.array([float(answer.n) if answer else 0.0 for answer in answers]),
        share=np.array([answer.share if answer else 0.0 for answer in answers]),
        customers=np.array([answer.effective_n if answer else 0.0 for answer in answers]),
        weight=np.array([answer.weight if answer else 0.0 for answer in answers]),
        matters=np.array([entry.importance * entry.customers for entry in inputs]),
        same=((facets[:, None] == facets[None, :]) & ~np.eye(len(facets), dtype=bool)).astype(np.float64),
    )


def _why_nobody(facet: str, asked_elsewhere: bool) -> Missing:
    if facet == IN_TIME.slug:
        return NO_DUE_PROMISE
    return NO_FEEDBACK if asked_elsewhere else NOT_ASKED


def measure(
    missing: Sequence[Missing | None], draws: Floats, n: Floats, grade: Grade, as_of: date
) -> tuple[Measured, ...]:
    """What may be shown of a side: an estimate from its draws, or the reason why there is none."""
    return tuple(
        reason or summarise(draws[entry], int(n[entry]), grade, as_of) for entry, reason in enumerate(missing)
    )
