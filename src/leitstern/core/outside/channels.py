"""Channel switches: where customers change the channel between two neighbouring contacts of a journey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import UNMAPPED
from leitstern.core.outside.flows import HOUR_US
from leitstern.core.outside.going_on import going_on
from leitstern.core.outside.quantiles import quantile_estimate, quantiles
from leitstern.core.outside.sampling import attach, share_statistics
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured


@dataclass(frozen=True, slots=True)
class Switch:
    """From one channel to another (codes; equal: the customer stays).

    `share` 0–1: of the contacts in `channel` after which the journey goes on, how many go on in `next_channel`;
    n = customers. `wait_median` in hours.
    """

    channel: int
    next_channel: int
    customers: int
    contacts: int
    share: Measured
    wait_median: Measured


def channel_switches(transitions: Table) -> Table:
    """One row per ordered pair of known channels; unmapped ones are no evidence that anybody changed."""
    pair = ["channel", "next_channel"]
    rows = transitions.filter(
        transitions.next_channel.notnull(),
        transitions.channel != UNMAPPED,
        transitions.next_channel != UNMAPPED,
    )
    waits = quantiles(rows, pair, "wait_us", "wait_bucket", "person", (50,))
    return attach(going_on(rows, pair[:1], pair[1:]), waits, pair)


def read_channel_switches(rows: Rows, as_of: date | None = None) -> tuple[Switch, ...]:
    """The result of `channel_switches`, the most customers first."""
    found = [
        Switch(
            channel=row["channel"],
            next_channel=row["next_channel"],
            customers=row["customers"],
            contacts=row["contacts"],
            share=share_estimate(share_statistics(row, "good"), as_of),
            wait_median=quantile_estimate(row, 50, HOUR_US, as_of),
        )
        for row in rows.to_pylist()
    ]
    return tuple(sorted(found, key=lambda each: (-each.customers, each.channel, each.next_channel)))
