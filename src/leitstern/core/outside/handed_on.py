"""From department to department: of the contacts with one, how many are handed on to each other one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import UNMAPPED
from leitstern.core.outside.going_on import going_on
from leitstern.core.outside.quantiles import NOTHING_MEASURED
from leitstern.core.outside.sampling import share_statistics
from leitstern.core.stats.intervals import share_estimate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.core.outside.handoffs import Handoff
    from leitstern.core.stats.estimate import Measured

NOBODY = -1  # stands for the next department where the journey ends


@dataclass(frozen=True, slots=True)
class HandedOn:
    """From one department to another (codes, different).

    `share` 0–1: of the contacts in `department`, how many are followed by one in `next_department`; n = customers.
    `wait_median` in hours; `returned` 0–1 as in `Handoff`.
    """

    department: int
    next_department: int
    customers: int
    contacts: int
    share: Measured
    wait_median: Measured
    returned: Measured


def handed_on(transitions: Table) -> Table:
    """One row per known department and what follows its contacts: a department, an unmapped one, or nobody."""
    rows = transitions.filter(transitions.department != UNMAPPED)
    rows = rows.mutate(next_department=rows.next_department.fill_null(NOBODY))
    return going_on(rows, ["department"], ["next_department"])


def read_handed_on(
    rows: Rows, handoffs: Iterable[Handoff], as_of: date | None = None
) -> tuple[HandedOn, ...]:
    """The result of `handed_on` with what is known of these handoffs, the most customers first."""
    known = {(each.department, each.next_department): each for each in handoffs}
    found = []
    for row in rows.to_pylist():
        one, other = row["department"], row["next_department"]
        if one == other or other in {NOBODY, UNMAPPED}:
            continue
        handoff = known.get((one, other))
        found.append(
            HandedOn(
                department=one,
                next_department=other,
                customers=row["customers"],
                contacts=row["contacts"],
                share=share_estimate(share_statistics(row, "good"), as_of),
                wait_median=handoff.wait_median if handoff else NOTHING_MEASURED,
                returned=handoff.returned if handoff else NOTHING_MEASURED,
            )
        )
    return tuple(sorted(found, key=lambda each: (-each.customers, each.department, each.next_department)))
