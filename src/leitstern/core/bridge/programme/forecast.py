"""When it may be done: two thousand possible worlds in which tasks take longer or shorter, and what follows from them.

No world is the plan. What is told are P50 and P80: half of the worlds, or four of five, are done by then. The lower
bound is the longest chain of needs, or the scarcest resource in full use, whichever is longer. With the likeliest
durations no plan is shorter (`bound`), yet worlds in which work takes less long are; with the shortest ones (`least`)
no world is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.bridge.programme.duration import draws, left, periods
from leitstern.core.bridge.programme.ordering import best_order
from leitstern.core.bridge.programme.roadmap import Roadmap, Rules, failed, network
from leitstern.core.bridge.programme.schedule import at_least, critical_path, energy, schedule
from leitstern.core.bridge.programme.task import Resource, Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

RUNS = 2_000
PARTS = 8  # in which the runs are told as progress


@dataclass(frozen=True, slots=True)
class Span:
    """When something happens, in months from now: half of the worlds by `p50`, four of five by `p80`."""

    p10: float
    p50: float
    p80: float
    p90: float


@dataclass(frozen=True, slots=True)
class TaskForecast:
    """One task. `criticality` is the rank correlation of its duration with the finish: what moves it moves everything."""

    key: str
    start: Span
    finish: Span
    criticality: float | None  # None where its duration does not vary


@dataclass(frozen=True, slots=True)
class Need:
    """One resource: months of its full use, in the likeliest durations; the largest of them is the energy bound."""

    resource: Resource
    months: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """What the worlds say. `kept` is the share of worlds in which the shortest plan found (`shortest` months) would hold."""

    finish: Span
    tasks: tuple[TaskForecast, ...]
    chain: int  # longest chain of needs, months
    needs: tuple[Need, ...]
    shortest: int
    kept: float
    gated: bool
    runs: int
    paper: float | None = (
        None  # no plan is shorter with the likeliest durations; None in plans kept before it was
    )
    least: float | None = None  # no world is done earlier: the same with the shortest durations

    @property
    def energy(self) -> float:
        """Months of the scarcest resource in full use."""
        return max((each.months for each in self.needs), default=0.0)

    @property
    def bound(self) -> float:
        """With the likeliest durations no plan is shorter."""
        return max(float(self.chain), self.energy) if self.paper is None else self.paper


@dataclass(frozen=True, slots=True, eq=False)
class Worlds:
    """A forecast and the finish of each world, so that two plans can be compared world by world."""

    forecast: Forecast
    ends: NDArray[np.float64]


def forecast(
    roadmap: Roadmap,
    rules: Rules,
    seed: int,
    runs: int = RUNS,
    told: Callable[[float], None] = lambda _share: None,
) -> Worlds:
    """The forecast of a roadmap without problems. Same roadmap, rules and seed, same forecast."""
    gated = roadmap.gated(rules)
    start, finish, lengths, plan = _run(roadmap, rules, seed, runs, gated, told)
    least = at_least(network(roadmap, gated=gated), _shortest(roadmap))
    if roadmap.direct:
        lucky = np.random.default_rng([seed, 1]).random(runs) < rules.direct_success
        n = len(roadmap.tasks)
        after = failed(roadmap, rules)
        worse = _run(after, rules, seed, runs, False, told)
        start = np.where(lucky[:, None], start, worse[0][:, :n])
        finish = np.where(lucky[:, None], finish, worse[1][:, :n])
        lengths = np.where(lucky[:, None], lengths, worse[2][:, :n])
        least = min(least, at_least(network(after, gated=False), _shortest(after)))
    ends = finish.max(axis=1).astype(np.float64)
    net = network(roadmap, gated=gated)
    likely = _likely(roadmap)
    months = energy(net, likely)
    told(1.0)
    return Worlds(
        Forecast(
            _span(ends),
            tuple(
                TaskForecast(
                    task.key,
                    _span(start[:, place]),
                    _span(finish[:, place]),
                    rank_correlation(lengths[:, place], ends),
                )
                for place, task in enumerate(roadmap.tasks)
            ),
            critical_path(net, likely),
            tuple(Need(each, float(of)) for each, of in zip(sorted(roadmap.supply), months, strict=True)),
            plan,
            float((ends <= plan).mean()),
            gated,
            runs,
            at_least(net, likely),
            least,
        ),
        ends,
    )


def _run(
    roadmap: Roadmap, rules: Rules, seed: int, runs: int, gated: bool, told: Callable[[float], None]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], int]:
    """Start, finish and durations of every world, and the shortest plan in the likeliest durations."""
    net = network(roadmap, gated=gated)
    order, plan = best_order(
        net, _likely(roadmap), np.random.default_rng([seed, 0]), lambda share: told(0.5 * share)
    )
    lengths = np.stack(
        [
            periods(
                left(
                    draws(
                        task.duration,
                        task.key,
                        seed,
                        runs,
                        rules.tail if task.side is Side.TECHNOLOGY else None,
                    ),
                    task.elapsed or 0.0,
                )
            )
            for task in roadmap.tasks
        ],
        axis=1,
    )
    parts = []
    for part, some in enumerate(np.array_split(lengths, PARTS)):
        parts.append(schedule(net, np.broadcast_to(order, some.shape), some))
        told(0.5 + 0.5 * (part + 1) / PARTS)
    start, finish = (np.concatenate(each) for each in zip(*parts, strict=True))
    return start, finish, lengths, plan


def _likely(roadmap: Roadmap) -> NDArray[np.int64]:
    """The likeliest durations; of what runs, what is left of it, at least one month."""
    return periods(
        np.array([task.duration.mode - (task.elapsed or 0.0) for task in roadmap.tasks], dtype=np.float64)
    )


def _shortest(roadmap: Roadmap) -> NDArray[np.int64]:
    """The least that every world takes for each task, or for what is left of it."""
    return periods(
        np.array([task.duration.low - (task.elapsed or 0.0) for task in roadmap.tasks], dtype=np.float64)
    )


def _span(months: NDArray[np.float64] | NDArray[np.int64]) -> Span:
    return Span(*(float(each) for each in np.quantile(months, (0.1, 0.5, 0.8, 0.9))))


def rank_correlation(first: NDArray[np.int64], second: NDArray[np.float64]) -> float | None:
    """Spearman's, ties sharing their rank; None where one of them never varies."""
    if first.min() == first.max() or second.min() == second.max():
        return None
    return float(np.corrcoef(_ranks(first), _ranks(second))[0, 1])


def _ranks(values: NDArray[np.int64] | NDArray[np.float64]) -> NDArray[np.float64]:
    _distinct, which, counts = np.unique(values, return_inverse=True, return_counts=True)
    middle: NDArray[np.float64] = np.cumsum(counts) - (counts - 1) / 2
    return middle[which]
