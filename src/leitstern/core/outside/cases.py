"""Cases: journeys with an explicit key, such as a claim or an application.

Only within a case is a customer passed on. Contacts without one are neighbours in time: somebody who looked at the
account and got a letter ten days later was handed over by nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import Touchpoint

if TYPE_CHECKING:
    from ibis import Table

    from leitstern.core.company.taxonomy import Taxonomy


def within_cases(rows: Table, contacts: Table) -> Table:
    """Those transitions or journeys that belong to a case."""
    keys = _keys(contacts)
    return rows.semi_join(keys, rows.journey == keys.journey_key)


def without_case(rows: Table, contacts: Table) -> Table:
    """Those transitions or journeys that belong to none."""
    keys = _keys(contacts)
    return rows.anti_join(keys, rows.journey == keys.journey_key)


def designed_steps(taxonomy: Taxonomy) -> frozenset[tuple[int, int]]:
    """Pairs of touchpoint codes of which some designed map has the second after the first."""
    points = taxonomy.lookup(Touchpoint)
    found = set()
    for journey_map in taxonomy.maps:
        codes = [point.code for step in journey_map.steps if (point := points.slug(step.touchpoint))]
        found |= {(one, other) for at, one in enumerate(codes) for other in codes[at + 1 :]}
    return frozenset(found)


def _keys(contacts: Table) -> Table:
    return contacts.filter(contacts.journey_key != 0).select("journey_key").distinct()
