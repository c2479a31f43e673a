"""Told again: contacts in which customers had to say what the company knew already, or to identify themselves once more.

Only what somebody recorded counts, and as a share of what was recorded: a source that does not ask says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from leitstern.core.company.taxonomy import UNMAPPED
from leitstern.core.outside.sampling import customer_sums, share_statistics
from leitstern.core.stats.estimate import Missing
from leitstern.core.stats.intervals import share_estimate
from leitstern.core.tables.lake import TOLD, TOLD_AGAIN
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.stats.estimate import Measured

type Place = Literal["touchpoint", "department"]
NOT_RECORDED = Missing(
    "not-recorded",
    Text(en="not recorded", de="nicht festgehalten"),
)


@dataclass(frozen=True, slots=True)
class ToldAgain:
    """At `here` (a code), having been at `before` (a code, the same or another) just before in the journey.

    `share` 0–1: of the `contacts` for which it is recorded, in how many the customer had to tell it again; n = customers.
    """

    before: int
    here: int
    customers: int
    contacts: int
    share: Measured


@dataclass(frozen=True, slots=True)
class Recorded:
    """Of the `contacts` with one before them in the journey, for how many it is recorded whether it was told again."""

    contacts: int
    recorded: int


def recorded(steps: Table, contacts: Table) -> Table:
    """Those of the steps (transitions) for which it is recorded, with `told` 0 or 1."""
    import ibis

    # Read by pattern: JSON functions differ by engine.
    written = contacts.props.re_extract(rf'"{TOLD_AGAIN}"\s*:\s*"({TOLD[True]}|{TOLD[False]})"', 1)
    marked = contacts.filter(contacts.props.contains(f'"{TOLD_AGAIN}"')).select("seq", said=written)
    rows = steps.join(marked.filter(marked.said != ""), "seq")
    return rows.mutate(told=ibis.ifelse(rows.said == TOLD[True], 1, 0)).drop("said")


def told_again(transitions: Table, contacts: Table, place: Place) -> Table:
    """Sufficient statistics per pair `before` and `here` of known places, where it is recorded."""
    steps = _after(transitions, place)
    steps = steps.filter((steps.before != UNMAPPED) & (steps.here != UNMAPPED))
    return customer_sums(recorded(steps, contacts), ["before", "here"], "person", ["told"])


def read_told_again(rows: Rows, as_of: date | None = None) -> tuple[ToldAgain, ...]:
    """The result of `told_again`; where it happens to the most contacts comes first."""
    found = [
        (
            row["told"],
            ToldAgain(
                row["before"],
                row["here"],
                row["n"],
                row["answers"],
                share_estimate(share_statistics(row, "told"), as_of),
            ),
        )
        for row in rows.to_pylist()
    ]
    ordered = sorted(found, key=lambda each: (-each[0], -each[1].contacts, each[1].before, each[1].here))
    return tuple(each for _, each in ordered)


def how_much_recorded(transitions: Table, contacts: Table) -> Table:
    """One row: contacts with one before them, and those for which it is recorded."""
    steps = _after(transitions, "touchpoint")
    asked = recorded(steps, contacts)
    return steps.aggregate(contacts=steps.count()).cross_join(asked.aggregate(recorded=asked.count()))


def read_recorded(rows: Rows) -> Recorded:
    """The result of `how_much_recorded`."""
    (row,) = rows.to_pylist()
    return Recorded(row["contacts"], row["recorded"])


def _after(transitions: Table, place: Place) -> Table:
    """Contacts with one before them in the journey: `before` and `here`."""
    import ibis

    journey = ibis.window(group_by="journey", order_by="position")
    rows = transitions.mutate(before=transitions[place].lag().over(journey), here=transitions[place])
    return rows.filter(rows.position > 0).select("person", "journey", "seq", "weight", "before", "here")
