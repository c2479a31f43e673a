"""How many customers came to each touchpoint, answering or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ibis import Table


def visitors(transitions: Table) -> Table:
    """One row per touchpoint: `customers` counted, and `weighted` by each customer's largest weight there."""
    each = transitions.aggregate(by=["touchpoint", "person"], weight=transitions.weight.max())
    return each.aggregate(by="touchpoint", customers=each.count(), weighted=each.weight.sum())
