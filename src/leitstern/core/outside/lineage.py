"""Which derived journey an answer or a promise belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.taxonomy import UNMAPPED
from leitstern.core.outside.sampling import attach

if TYPE_CHECKING:
    from ibis import Table


def with_journey(facts: Table, contacts: Table, transitions: Table) -> Table:
    """`facts` (feedback or promises) with `person` and `journey`, both null where there was no contact to belong to.

    A fact with an explicit journey id belongs to the journey of the contacts with this id; any other one to the
    journey of the same customer's latest contact without such an id, up to the fact's own time.
    """
    import ibis

    steps = contacts.select("seq", "entity_id", "journey_key").join(
        transitions.select("seq", "person", "journey", "ts_us"), "seq"
    )
    explicit = steps.filter(steps.journey_key != 0)
    explicit = explicit.aggregate(
        by="journey_key", person=explicit.person.min(), journey=explicit.journey.min()
    )
    loose = steps.filter(steps.journey_key == 0).select(
        "person", entity="entity_id", step_journey="journey", step_us="ts_us"
    )
    waiting = facts.filter(facts.journey_key == 0).select("seq", "entity_id", fact_us="ts_us")
    earlier = waiting.join(loose, [waiting.entity_id == loose.entity, loose.step_us <= waiting.fact_us])
    latest = earlier.aggregate(
        by="seq", person=earlier.person.min(), journey=earlier.step_journey.argmax(earlier.step_us)
    )
    linked = attach(facts, explicit.rename(person_by_key="person", journey_by_key="journey"), ["journey_key"])
    linked = attach(linked, latest.rename(latest_person="person", latest_journey="journey"), ["seq"])
    return linked.select(
        *facts.columns,
        person=ibis.coalesce(linked.person_by_key, linked.latest_person),
        journey=ibis.coalesce(linked.journey_by_key, linked.latest_journey),
    )


def with_journey_channel(facts: Table, contacts: Table, transitions: Table, journeys: Table) -> Table:
    """`facts` with `journey_channel`, the channel on which their journey began; 0 where there is none."""
    linked = with_journey(facts, contacts, transitions)
    linked = attach(linked, journeys.select("journey", journey_channel="channel"), ["journey"])
    return linked.select(*facts.columns, journey_channel=linked.journey_channel.fill_null(UNMAPPED))
