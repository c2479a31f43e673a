"""From transitions to journeys: one row for the contacts that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.tables.lake import REPEAT_WINDOW_US
from leitstern.store.ordering import begins, numbered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from leitstern.store.arrays import Columns


def journeys(steps: Columns) -> Columns:
    """One row per journey of `steps.transitions`, in its order.

    The columns of the contract except the path and promises, and `journey_key`.
    """
    first = steps["position"] == 0
    starts = np.flatnonzero(first)
    ends = np.append(starts[1:], len(first)) - 1
    found = {name: steps[name][starts] for name in ("person", "journey", "journey_key", "channel", "weight")}
    found["start_us"], found["end_us"] = steps["ts_us"][starts], steps["ts_us"][ends]
    found["start_date"] = steps["local_date"][starts]
    found["contacts"] = (ends - starts + 1).astype(np.int32)
    found["wait_us"] = found["end_us"] - found["start_us"]
    since, before, after = steps["since_same_us"], steps["department"], steps["next_department"]
    handoff = steps["goes_on"] & (before != 0) & (after != 0) & (before != after)
    found["handoffs"] = np.add.reduceat(handoff, starts, dtype=np.int32)
    found["repeats"] = np.add.reduceat((since >= 0) & (since <= REPEAT_WINDOW_US), starts, dtype=np.int32)
    found["departments"] = np.add.reduceat(_new_departments(first, before), starts, dtype=np.int32)
    return found


def _new_departments(first: NDArray[np.bool_], department: NDArray[np.int16]) -> NDArray[np.bool_]:
    """As many true rows per journey as it has departments: where one begins once they are sorted."""
    packed = numbered(first) << 16 | department
    packed.sort()
    known: NDArray[np.bool_] = packed & 0xFFFF != 0
    return begins(packed) & known
