"""A designed journey beside what customers lived: how well the two fit, step by step."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.along import Along, Designed, along
from leitstern.core.outside.breaks import begins_at
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.outside.variants import decode
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.intervals import mean_estimate, share_estimate
from leitstern.core.stats.means import MeanStatistics
from leitstern.core.stats.share import ShareStatistics
from leitstern.core.tables.lake import PATH_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ibis import Table
    from numpy.typing import NDArray
    from pyarrow import Table as Rows

    from leitstern.core.company.taxonomy import JourneyMap, Taxonomy
    from leitstern.core.stats.estimate import Measured

    Numbers = NDArray[np.float64]

LONGEST = 3  # gaps after which a journey counts even if it still goes on
OUTCOMES = ("met", "displaced", "skipped")
LISTED = 12  # detours of a step that are told


@dataclass(frozen=True, slots=True)
class Detour:
    """A touchpoint (its code) that nobody designed here, and the share 0–1 of journeys that meet it in between."""

    touchpoint: int
    customers: int
    share: Measured


@dataclass(frozen=True, slots=True)
class StepFit:
    """What became of one step, as shares 0–1 of journeys on the map; n = customers.

    `met` in its place, `displaced` out of order, `skipped` not there at all. `between`: of the journeys that meet it
    in its place, those with something before the next step that nobody designed; `detours` say what, most frequent first.
    """

    touchpoint: int
    met: Measured
    displaced: Measured
    skipped: Measured
    between: Measured
    detours: tuple[Detour, ...]


@dataclass(frozen=True, slots=True)
class MapFit:
    """A map beside its journeys.

    `fit` 0–1: of the steps that were designed or lived, the share that is both, on average over journeys; `exact`: the
    share of journeys that go exactly as designed. `open` journeys are still under way and not judged.
    """

    customers: int
    journeys: int
    open: int
    fit: Measured
    exact: Measured
    steps: tuple[StepFit, ...]


def designed(journey_map: JourneyMap, taxonomy: Taxonomy) -> tuple[Designed, ...]:
    """The steps as paths know them. A touchpoint the taxonomy does not have is met by nobody."""
    points = taxonomy.lookup(Touchpoint)
    return tuple(
        Designed(
            point.code if (point := points.slug(each.touchpoint)) else -1,
            each.optional,
            each.repeatable,
            each.parallel,
        )
        for each in journey_map.steps
    )


def on_map(journeys: Table, journey_map: JourneyMap, taxonomy: Taxonomy) -> Table:
    """Those journeys that come to the map's first step that is not optional."""
    point = taxonomy.lookup(Touchpoint).slug(begins_at(journey_map))
    return journeys.filter(journeys.path.contains(chr(PATH_BASE + point.code)) if point else False)


def ways_along(journeys: Table, as_of: date, gap_days: int) -> Table:
    """One row per way and customer: path, person, whether the journeys are `over`, how many, and their weight.

    A journey is over once nothing has come for as long as separates two journeys; one that goes on and on counts when
    it began three times as long ago.
    """
    import ibis

    quiet = _before(as_of, gap_days)
    over = (journeys.end_us < quiet) | (journeys.start_us < _before(as_of, LONGEST * gap_days))
    rows = journeys.mutate(over=ibis.ifelse(over, 1, 0))
    return rows.aggregate(
        by=["path", "person", "over"], journeys=rows.count(), weight=rows.weight.sum()
    ).order_by(["path", "person", "over"])


def read_fit(rows: Rows, steps: Sequence[Designed], as_of: date | None = None) -> MapFit:
    """The result of `ways_along` beside the steps; nothing of fewer than five customers is left in it."""
    import pyarrow.compute as pc

    over = pc.equal(rows["over"], 1)
    still = rows.filter(pc.invert(over))
    told = _Ways(rows.filter(over), steps)
    return MapFit(
        customers=told.customers,
        journeys=int(told.journeys.sum()),
        open=int(sum(still["journeys"].to_pylist())),
        fit=told.mean(told.which(lambda way: way.fit), as_of),
        exact=told.share(told.which(lambda way: way.exact), as_of),
        steps=tuple(_step(told, at, step, as_of) for at, step in enumerate(steps)),
    )


class _Ways:
    """Journeys by way and customer, and each way along the map."""

    def __init__(self, rows: Rows, steps: Sequence[Designed]) -> None:
        paths = rows["path"].combine_chunks().dictionary_encode()
        self.ways: list[Along] = [along(decode(path), steps) for path in paths.dictionary.to_pylist()]
        self.way = paths.indices.to_numpy(zero_copy_only=False).astype(np.int64)
        people, person = np.unique(rows["person"].to_numpy(), return_inverse=True)
        self.person = person.astype(np.int64)
        self.customers = len(people)
        self.journeys = rows["journeys"].to_numpy()
        self.weight = rows["weight"].to_numpy().astype(np.float64)

    def which(self, holds: Callable[[Along], float]) -> Numbers:
        """Something about each way."""
        return np.fromiter(map(holds, self.ways), np.float64, len(self.ways))

    def people(self, values: Numbers) -> int:
        """How many customers have a journey of which it holds."""
        return int((np.bincount(self.person, values[self.way], self.customers) > 0).sum())

    def share(self, values: Numbers, as_of: date | None, among: Numbers | None = None) -> Measured:
        """The share of journeys (those `among`) of which it holds, customers being the sampling units."""
        here = np.ones(len(self.ways)) if among is None else among
        weight, good = self._sums(here), self._sums(here * values)
        statistics = ShareStatistics(
            n=int((weight > 0).sum()),
            answers=int(self.journeys[here[self.way] > 0].sum()),
            weight=float(weight.sum()),
            good=float(good.sum()),
            weight2=float((weight**2).sum()),
            good2=float((good**2).sum()),
            good_weight=float((good * weight).sum()),
        )
        return _safe(share_estimate(statistics, as_of))

    def mean(self, values: Numbers, as_of: date | None) -> Measured:
        """The mean over journeys of something between 0 and 1."""
        weight, total = self._sums(np.ones(len(self.ways))), self._sums(values)
        statistics = MeanStatistics(
            n=self.customers,
            answers=int(self.journeys.sum()),
            weight=float(weight.sum()),
            total=float(total.sum()),
            weight2=float((weight**2).sum()),
            total2=float((total**2).sum()),
            total_weight=float((total * weight).sum()),
        )
        return _safe(mean_estimate(statistics, 0, 1, as_of))

    def _sums(self, values: Numbers) -> Numbers:
        """Per customer, weighted."""
        return np.bincount(self.person, self.weight * values[self.way], self.customers)


def _step(told: _Ways, at: int, step: Designed, as_of: date | None) -> StepFit:
    cells = {name: told.which(partial(_comes, at=at, name=name)) for name in OUTCOMES}
    hidden = _hidden({name: told.people(cell) for name, cell in cells.items()})
    shares = {
        name: TOO_FEW_CUSTOMERS if name in hidden else told.share(cell, as_of) for name, cell in cells.items()
    }
    strayed = told.which(lambda way: bool(way.between[at]))
    few = _hidden({"strayed": told.people(strayed), "straight": told.people(cells["met"] - strayed)})
    return StepFit(
        touchpoint=step.touchpoint,
        between=TOO_FEW_CUSTOMERS if few else told.share(strayed, as_of, cells["met"]),
        detours=() if few else _detours(told, at, cells["met"], as_of),
        **shares,
    )


def _comes(way: Along, at: int, name: str) -> float:
    return float(way.steps[at] == name)


def _detours(told: _Ways, at: int, among: Numbers, as_of: date | None) -> tuple[Detour, ...]:
    found = []
    ways: dict[int, list[int]] = defaultdict(list)
    for number, way in enumerate(told.ways):
        for code in set(way.between[at]):
            ways[code].append(number)
    for code, numbers in ways.items():
        cell = np.zeros(len(told.ways))
        cell[numbers] = 1
        if (customers := told.people(cell)) >= FEWEST:
            found.append(Detour(code, customers, told.share(cell, as_of, among)))
    return tuple(sorted(found, key=lambda each: (-each.customers, each.touchpoint))[:LISTED])


def _hidden(people: dict[str, int]) -> set[str]:
    """Which of the parts of a whole must not be told: those of fewer than five, and enough others to hide them among."""
    there = sorted((many, name) for name, many in people.items() if many)
    hidden = {name for many, name in there if many < FEWEST}
    if not hidden:
        return hidden
    for _, name in there:
        if len(hidden) >= 2 and sum(people[each] for each in hidden) >= FEWEST:
            break
        hidden.add(name)
    return hidden


def _safe(measured: Measured) -> Measured:
    return TOO_FEW_CUSTOMERS if isinstance(measured, Estimate) and measured.n < FEWEST else measured


def _before(as_of: date, days: int) -> int:
    """Microseconds of the end of the day so many days before."""
    end = datetime.combine(as_of - timedelta(days=days - 1), time(), UTC)
    return int(end.timestamp()) * 1_000_000
