"""What customers lived before and after a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.outside.few import shown
from leitstern.core.outside.lived import lived_statistics
from leitstern.core.outside.repeats import Repeats, read_repeats, repeats
from leitstern.core.outside.sampling import share_statistics

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ibis import Table

    from leitstern.app.outside.reading import Published, Question
    from leitstern.core.stats.share import ShareStatistics


def lived_since(state: Published, starts: Sequence[date]) -> dict[tuple[date, int, str], ShareStatistics]:
    """The lived share of what happened from each start on, by (start, touchpoint code, facet).

    What is missing nobody answered, and nothing of it fell due, since.
    """
    wanted = tuple(sorted(set(starts)))

    def compute(ask: Question) -> dict[tuple[date, int, str], ShareStatistics]:
        feedback, promises = ask.table("feedback"), ask.table("promises")
        return {
            (start, row["touchpoint"], row["facet"]): share_statistics(row, "good")
            for start in wanted
            for row in ask.rows(
                lived_statistics(
                    feedback.filter(feedback.local_date >= start),
                    promises.filter(promises.due_date >= start),
                    state.as_of,
                )
            )
        }

    return state.find("lived since", wanted, compute)


def repeats_around(state: Published, touchpoint: int, day: date) -> tuple[Repeats | None, Repeats | None]:
    """How many had to come back here within seven days, before `day` and from then on; None if nobody came."""

    def compute(ask: Question) -> tuple[Repeats | None, Repeats | None]:
        here = ask.table("transitions").filter(lambda rows: rows.touchpoint == touchpoint)

        def found(rows: Table) -> Repeats | None:
            return next(map(shown, read_repeats(ask.run(repeats(rows)), state.as_of)), None)

        return found(here.filter(here.local_date < day)), found(here.filter(here.local_date >= day))

    return state.find("repeats around", (touchpoint, day), compute)
