"""Which derived journey an answer or a promise belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import UNMAPPED
from leitstern.core.outside.sampling import attach

if TYPE_CHECKING:
    from ibis import Table


def with_journey(facts: Table, contacts: Table, transitions: Table) -> Table:
    """`facts` (feedback or promises) with `person` and `journey`, both null where there was no contact to belong to.

    A fact with a journey key belongs to the journey of that key; any other one to the journey of the same customer's
    latest contact without a key, up to the fact's own time.
    """
    import ibis

    owners = transitions.aggregate(by="journey", owner=transitions.person.min())
    keyed = owners.select("owner", journey_key="journey", keyed_journey="journey")
    loose = contacts.filter(contacts.journey_key == 0).select("seq", entity="entity_id")
    loose = loose.join(transitions.select("seq", "person", "journey", step_us="ts_us"), "seq").drop("seq")
    waiting = facts.filter(facts.journey_key == 0).select("seq", "entity_id", fact_us="ts_us")
    earlier = waiting.join(loose, [waiting.entity_id == loose.entity, loose.step_us <= waiting.fact_us])
    latest = earlier.aggregate(
        by="seq", loose_person=earlier.person.min(), loose_journey=earlier.journey.argmax(earlier.step_us)
    )
    linked = attach(attach(facts, keyed, ["journey_key"]), latest, ["seq"])
    return linked.select(
        *facts.columns,
        person=ibis.coalesce(linked.owner, linked.loose_person),
        journey=ibis.coalesce(linked.keyed_journey, linked.loose_journey),
    )


def with_journey_channel(facts: Table, contacts: Table, transitions: Table, journeys: Table) -> Table:
    """`facts` with `journey_channel`, the channel on which their journey began; 0 where there is none."""
    linked = with_journey(facts, contacts, transitions)
    linked = attach(linked, journeys.select("journey", journey_channel="channel"), ["journey"])
    return linked.select(*facts.columns, journey_channel=linked.journey_channel.fill_null(UNMAPPED))
