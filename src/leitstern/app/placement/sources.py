"""What the placement is made of: the best source of every view."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from leitstern.app.evidence.queries import credited_ratings, independent_ratings
from leitstern.app.outside.queries import lived
from leitstern.app.outside.reading import published
from leitstern.app.workshop.queries import workshop_ratings
from leitstern.core.company.facets import SATISFIED
from leitstern.core.inside.customers import customers_view
from leitstern.core.inside.ratings import View
from leitstern.core.stats.estimate import Missing
from leitstern.core.stats.intervals import share_estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.ratings import Ratings

CUSTOMERS = Text(
    en="Satisfied at all touchpoints, up to {day}", de="Zufrieden über alle Kontaktpunkte, bis {day}"
)


def sources(assumptions: Assumptions, wave: Sequence[Ratings]) -> tuple[Ratings, ...]:
    """The ratings of every view, in the order of `View`; `wave` is what people said in the newest wave.

    Where a wave asked a group, what a few of them said in a workshop does not take its place, however new it is.
    """
    found = (
        *workshop_ratings(),
        *wave,
        *credited_ratings(),
        *independent_ratings(),
        *customers(assumptions),
    )
    best = {ratings.view: ratings for ratings in found}
    return tuple(best[view] for view in View if view in best)


def customers(assumptions: Assumptions) -> tuple[Ratings, ...]:
    """What customers live, as a view of culture: the share who are satisfied, wherever they answered."""
    state = published()
    if state is None:
        return ()
    answers = [line.statistics for line in lived(state) if line.facet == SATISFIED.slug]
    if not answers:
        return ()
    share = share_estimate(reduce(add, answers), state.as_of)
    if isinstance(share, Missing):
        return ()
    source = CUSTOMERS.fill(day=Text(f"{state.as_of:%d/%m/%Y}", f"{state.as_of:%d.%m.%Y}"))
    return (customers_view(share, assumptions, source, state.as_of),)
