"""What customers lived before and after a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.facets import IN_TIME
from leitstern.core.outside.lived import lived_statistics
from leitstern.core.outside.repeats import Repeats, read_repeats, repeats
from leitstern.core.outside.sampling import share_statistics

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table

    from leitstern.app.outside.reading import Published, Question
    from leitstern.core.stats.share import ShareStatistics


def lived_since(state: Published, touchpoint: int, facet: str, start: date) -> ShareStatistics | None:
    """The lived share of what happened from `start` on; None if nobody answered and nothing fell due since."""

    def compute(ask: Question) -> ShareStatistics | None:
        feedback, promises = ask.table("feedback"), ask.table("promises")
        feedback = feedback.filter(
            (feedback.local_date >= start) & (feedback.touchpoint == touchpoint) & (feedback.facet == facet)
        )
        promises = promises.filter((promises.due_date >= start) & (promises.touchpoint == touchpoint))
        if facet != IN_TIME.slug:
            promises = promises.filter(False)
        rows = ask.rows(lived_statistics(feedback, promises, state.as_of))
        return share_statistics(rows[0], "good") if rows else None

    return state.find("lived since", (touchpoint, facet, start), compute)


def repeats_around(state: Published, touchpoint: int, day: date) -> tuple[Repeats | None, Repeats | None]:
    """How many had to come back here within seven days, before `day` and from then on; None if nobody came."""

    def compute(ask: Question) -> tuple[Repeats | None, Repeats | None]:
        here = ask.table("transitions").filter(lambda rows: rows.touchpoint == touchpoint)

        def found(rows: Table) -> Repeats | None:
            return next(iter(read_repeats(ask.run(repeats(rows)), state.as_of)), None)

        return found(here.filter(here.local_date < day)), found(here.filter(here.local_date >= day))

    return state.find("repeats around", (touchpoint, day), compute)
