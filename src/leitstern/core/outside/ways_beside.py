"""The same ways in different selections: how many journeys took exactly each of these, even where none did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.outside.going_on import going_on
from leitstern.core.outside.sampling import share_statistics
from leitstern.core.stats.intervals import share_estimate
from leitstern.core.tables.lake import PATH_BASE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured

NO_WAY = ""  # stands for every other way: no journey has an empty path


@dataclass(frozen=True, slots=True)
class Way:
    """A path (touchpoint codes in order) and its share 0–1 of all journeys; n = all customers."""

    path: tuple[int, ...]
    customers: int
    journeys: int
    share: Measured


def ways_among(journeys: Table, paths: Sequence[tuple[int, ...]]) -> Table:
    """One row per way of `paths` that is taken, and one for all others together."""
    import ibis

    written = sorted(map(encode, paths))
    way = ibis.ifelse(journeys.path.isin(written), journeys.path, NO_WAY) if written else ibis.literal(NO_WAY)
    return going_on(journeys.mutate(whole=ibis.literal(0), way=way), ["whole"], ["way"])


def read_ways(rows: Rows, paths: Sequence[tuple[int, ...]], as_of: date | None = None) -> tuple[Way, ...]:
    """The result of `ways_among` in the order of `paths`; a way nobody takes has a share of zero."""
    found = {row["way"]: row for row in rows.to_pylist()}
    whole = next(iter(found.values()), None)
    if whole is None:
        return ()
    nobody = whole | {"customers": 0, "contacts": 0, "good": 0.0, "good2": 0.0, "good_weight": 0.0}
    return tuple(
        Way(path, row["customers"], row["contacts"], share_estimate(share_statistics(row, "good"), as_of))
        for path in paths
        for row in [found.get(encode(path), nobody)]
    )


def encode(path: Sequence[int]) -> str:
    """As a path is stored."""
    return "".join(chr(PATH_BASE + code) for code in path)
