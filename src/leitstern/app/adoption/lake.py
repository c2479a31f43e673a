"""What all customers lived at a touchpoint, month by month, from contacts and answers brought in."""

from __future__ import annotations

from leitstern.app.outside.reading import published
from leitstern.app.outside.trends import trend
from leitstern.core.inside.adoption.effect import Month
from leitstern.core.stats.estimate import Estimate


def felt_at(touchpoint: str, facet: str) -> list[Month]:
    """Of so many customers so many agree; nothing where answers are too few to be told by month."""
    state = published()
    if state is None:
        return []
    place = next((each for each in state.taxonomy.touchpoints if each.slug == touchpoint), None)
    if place is None:
        return []
    return [
        Month(period.start, period.share.n, period.share.n * period.share.value)
        for period in trend(state, place.code, facet)
        if period.length == "month" and isinstance(period.share, Estimate)
    ]
