"""One customer whose story says more than a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.facets import IN_TIME
from leitstern.core.outside.promises import judged

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table

LONG_ENOUGH, SHORT_ENOUGH = 4, 14  # contacts: a story, but one that a room can follow


def telling_customer(
    feedback: Table, promises: Table, transitions: Table, touchpoint: int, facet: str, as_of: date
) -> Table:
    """At most one row with `entity_id`: somebody who disagreed here, or to whom a promise was broken here.

    The worst first (lowest answer, most days late), then who had most contacts; those with a story of a followable
    length before all others.
    """
    import ibis

    if facet == IN_TIME.slug:
        here = judged(promises.filter(promises.touchpoint == touchpoint), as_of)
        here = here.filter(here.late == 1)
        worst = here.aggregate(by="entity_id", place=-here.late_days.fill_null(0).max())
    else:
        here = feedback.filter((feedback.touchpoint == touchpoint) & (feedback.facet == facet))
        here = here.filter(here.value < here.good_from)
        worst = here.aggregate(by="entity_id", place=((here.value - here.low) / (here.high - here.low)).min())
    contacts = transitions.aggregate(by="person", contacts=transitions.count())
    told = worst.join(contacts, worst.entity_id == contacts.person)
    followable = ibis.ifelse(told.contacts.between(LONG_ENOUGH, SHORT_ENOUGH), 0, 1)
    return (
        told.order_by([followable, "place", ibis.desc("contacts"), "entity_id"]).select("entity_id").limit(1)
    )
