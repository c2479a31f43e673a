"""When customers last answered at each touchpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ibis import Table


def newest_answers(feedback: Table) -> Table:
    """One row per touchpoint: the `newest` day somebody answered, and how many `customers` ever did."""
    return feedback.aggregate(
        by="touchpoint", newest=feedback.local_date.max(), customers=feedback.entity_id.nunique()
    )
