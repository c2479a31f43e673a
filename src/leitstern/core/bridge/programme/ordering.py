"""A good order to give resources out: sampled, then improved by scheduling backwards and forwards in turn.

Orders are drawn so that tasks with a long way behind them come early, with more or less luck; the best ones are pushed
to the right and back to the left (forward-backward improvement), and the best order seen wins.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.bridge.programme.schedule import Network, critical_path, energy, schedule, tails

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

ROUNDS, SAMPLES = 10, 96
PATIENCE = 4  # rounds without anything better after which the search ends
GREED = (0.05, 0.1, 0.2, 0.4)  # how much a long way behind a task counts


def best_order(
    network: Network,
    durations: NDArray[np.int64],
    rng: np.random.Generator,
    told: Callable[[float], None] = lambda _share: None,
) -> tuple[NDArray[np.int64], int]:
    """The best order found and when everything is done in it. Stops at the lower bound, or when nothing gets better."""
    behind = tails(network, durations)
    work = energy(network, durations)
    bound = max(critical_path(network, durations), int(np.ceil(work.max() - 1e-9)) if len(work) else 0)
    lengths = np.broadcast_to(durations, (SAMPLES, len(network)))
    best, shortest = _sampled(network, behind, rng, 1)[0], np.iinfo(np.int64).max
    found_in = 0
    for turn in range(ROUNDS):
        orders = _sampled(network, behind, rng, SAMPLES)
        for _pass in range(2):
            start, finish = schedule(network, orders, lengths)
            ends = finish.max(axis=1)
            at = int(ends.argmin())
            if ends[at] < shortest:
                best, shortest, found_in = orders[at].copy(), int(ends[at]), turn
            late, _ends = schedule(network.backwards, _by(-finish, -start), lengths)
            orders = _by(-(late + lengths), late)
        told((turn + 1) / ROUNDS)
        if shortest <= bound or turn - found_in >= PATIENCE:
            break
    return best, int(shortest)


def _by(first: NDArray[np.int64], then: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each row in the order of its values, ties by `then`."""
    order: NDArray[np.int64] = np.lexsort((then, first), axis=1)
    return order


def _sampled(
    network: Network, behind: NDArray[np.int64], rng: np.random.Generator, count: int
) -> NDArray[np.int64]:
    """So many orders that respect the needs, each with its own luck."""
    n = len(network)
    waiting = [np.flatnonzero(network.needs[:, task]).tolist() for task in range(n)]
    needed = network.needs.sum(axis=1).tolist()
    greed = rng.choice(GREED, count)
    keys = (-(greed[:, None] * behind + rng.gumbel(size=(count, n)))).tolist()
    orders = np.empty((count, n), dtype=np.int64)
    for row, key in zip(orders, keys, strict=True):
        open_ = needed.copy()
        ready = [(key[task], task) for task in range(n) if not open_[task]]
        heapify(ready)
        for place in range(n):
            _key, task = heappop(ready)
            row[place] = task
            for each in waiting[task]:
                open_[each] -= 1
                if not open_[each]:
                    heappush(ready, (key[each], each))
    return orders
