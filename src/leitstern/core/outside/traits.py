"""What customers can be told apart by: the values of a property that the mapping keeps with contacts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from leitstern.core.outside.few import FEWEST

if TYPE_CHECKING:
    from ibis import Table
    from pyarrow import Table as Rows

MOST = 30  # values of a property; one with more tells contacts apart, not customers


def trait_values(contacts: Table, name: str) -> Table:
    """One row per value of the property `name` as it was written, with the customers who have it; at most MOST + 1."""
    member = re.escape(json.dumps(name, ensure_ascii=False)) + r":\s*"
    written = contacts.props.re_extract(member + r'("(?:[^"\\]|\\.)*"|[^,}]*)', 1)
    rows = contacts.mutate(written=written).filter(contacts.props.notnull())
    rows = rows.filter(rows.written != "")
    counted = rows.aggregate(by="written", customers=rows.entity_id.nunique())
    return counted.order_by(counted.customers.desc(), counted.written).limit(MOST + 1)


def read_trait_values(rows: Rows) -> tuple[str, ...]:
    """The values of a property by which customers can be told apart, each of at least five; none if there are too many."""
    found = rows.to_pylist()
    if len(found) > MOST:
        return ()
    said = [(json.loads(row["written"]), row["customers"]) for row in found]
    return tuple(sorted(str(value) for value, customers in said if customers >= FEWEST))
