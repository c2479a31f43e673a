"""Serial schedule generation for many schedules at once: each task as early as its needs and the resources allow.

All schedules advance together, one task of each at a time, so that two thousand runs cost a few array operations per
task instead of two thousand loops. Time is counted in whole periods (months).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FIRST_HORIZON = 64
SLACK = 1e-6  # sums of shares may miss the mark by a rounding


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """N tasks and R resources. `needs[i, j]`: task i waits for task j. `earliest` in periods from now.

    What is `running` needs nothing and is given resources before everything else, whatever the order.
    """

    demand: NDArray[np.float64]  # (N, R) per period
    capacity: NDArray[np.float64]  # (R,) per period
    needs: NDArray[np.bool_]  # (N, N), without circles
    earliest: NDArray[np.int64]  # (N,)
    running: NDArray[np.bool_] | None = None  # (N,); None: nothing has begun

    def __len__(self) -> int:
        return len(self.demand)

    @property
    def backwards(self) -> Network:
        """The same seen from the end."""
        return Network(self.demand, self.capacity, self.needs.T, np.zeros_like(self.earliest))


def schedule(
    network: Network, orders: NDArray[np.int64], durations: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Start and finish `(S, N)` of S schedules; `orders` and `durations` are `(S, N)`, orders respect the needs.

    No task may need more of a resource than there is: it would never begin.
    """
    if network.running is not None:
        begun_first = np.argsort(~network.running[orders], axis=1, kind="stable")
        orders = np.take_along_axis(orders, begun_first, axis=1)
    count, n = orders.shape
    rows = np.arange(count)
    start, finish = np.zeros((2, count, n), dtype=np.int64)
    used = np.zeros((network.demand.shape[1], count, FIRST_HORIZON), dtype=np.float32)
    for place in range(n):
        task = orders[:, place]
        after = np.maximum((finish * network.needs[task]).max(axis=1), network.earliest[task])
        length, asks = durations[rows, task], network.demand[task]
        begin, used = _first_fit(used, asks, network.capacity, after, length)
        end = begin + length
        start[rows, task], finish[rows, task] = begin, end
        time = np.arange(used.shape[2])
        busy = (time >= begin[:, None]) & (time < end[:, None])
        for resource in np.flatnonzero(asks.any(axis=0)):
            used[resource] += busy * asks[:, resource, None].astype(np.float32)
    return start, finish


def _first_fit(
    used: NDArray[np.float32],
    asks: NDArray[np.float64],
    capacity: NDArray[np.float64],
    after: NDArray[np.int64],
    length: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The first period from which everything fits for so long; the calendar grows until it does."""
    while True:
        time = np.arange(used.shape[2])
        full = np.zeros(used.shape[1:], dtype=bool)
        for resource in np.flatnonzero(asks.any(axis=0)):
            need = asks[:, resource, None].astype(np.float32)
            full |= (need > 0) & (used[resource] + need > capacity[resource] + SLACK)
        blocked = np.where(full, time, used.shape[2] + length[:, None])
        nearest = np.minimum.accumulate(blocked[:, ::-1], axis=1)[:, ::-1]
        fits = (nearest - time >= length[:, None]) & (time >= after[:, None])
        fits &= time + length[:, None] <= used.shape[2]
        if fits.any(axis=1).all():
            return fits.argmax(axis=1), used
        used = np.concatenate([used, np.zeros_like(used)], axis=2)


def tails(network: Network, durations: NDArray[np.int64]) -> NDArray[np.int64]:
    """How long each task and everything that waits for it take at least, `(N,)`: the critical path from there."""
    found = np.zeros(len(network), dtype=np.int64)
    for task in reversed(topological(network.needs)):
        waiting = found[network.needs[:, task]]
        found[task] = durations[task] + (waiting.max() if len(waiting) else 0)
    return found


def topological(needs: NDArray[np.bool_]) -> list[int]:
    """Tasks so that each comes after what it needs. Raises ValueError for a circle."""
    order: list[int] = []
    open_ = needs.sum(axis=1)
    ready = [int(task) for task in np.flatnonzero(open_ == 0)]
    while ready:
        task = ready.pop(0)
        order.append(task)
        for waiting in np.flatnonzero(needs[:, task]):
            open_[waiting] -= 1
            if open_[waiting] == 0:
                ready.append(int(waiting))
    if len(order) < len(needs):
        raise ValueError("Tasks wait for each other in a circle.")
    return order


def critical_path(network: Network, durations: NDArray[np.int64]) -> int:
    """No schedule of these durations is shorter than the longest chain of needs."""
    if not len(network):
        return 0
    return int((tails(network, durations) + network.earliest).max())


def energy(network: Network, durations: NDArray[np.int64]) -> NDArray[np.float64]:
    """Months each resource is needed in full, `(R,)`: no schedule of these durations is shorter than the largest."""
    work = (network.demand * durations[:, None]).sum(axis=0)
    months: NDArray[np.float64] = np.divide(
        work, network.capacity, out=np.zeros_like(work), where=network.capacity > 0
    )
    return months


def at_least(network: Network, durations: NDArray[np.int64]) -> float:
    """No schedule of these durations is shorter: the longest chain, or the scarcest resource, from some month on.

    What may not begin before a month is still to be done in full from then on; what runs already waits for nobody.
    """
    found = float(critical_path(network, durations))
    for month in np.unique(network.earliest):
        ahead = np.where(network.earliest >= month, durations, 0)
        found = max(found, float(month + energy(network, ahead).max(initial=0.0)))
    return found
