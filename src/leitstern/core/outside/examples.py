"""One customer whose story says more than a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ibis import Table

LONG_ENOUGH, SHORT_ENOUGH = 4, 14  # contacts: a story, but one that a room can follow


def telling_customer(feedback: Table, transitions: Table, touchpoint: int, facet: str) -> Table:
    """At most one row with `entity_id`: somebody who disagreed here, worst answer first, then most contacts.

    Among those with a story of a followable length if there are any.
    """
    import ibis

    here = feedback.filter((feedback.touchpoint == touchpoint) & (feedback.facet == facet))
    here = here.filter(here.value < here.good_from)
    worst = here.aggregate(by="entity_id", place=((here.value - here.low) / (here.high - here.low)).min())
    contacts = transitions.aggregate(by="person", contacts=transitions.count())
    told = worst.join(contacts, worst.entity_id == contacts.person)
    followable = ibis.ifelse(told.contacts.between(LONG_ENOUGH, SHORT_ENOUGH), 0, 1)
    return told.order_by([followable, "place", ibis.desc("contacts"), "entity_id"]).select("entity_id").limit(1)
