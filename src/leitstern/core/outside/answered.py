"""Which answers are looked at: a period, a touchpoint, a channel, a designed journey, a kind of customer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.outside.breaks import on_maps
from leitstern.core.outside.lineage import with_journey
from leitstern.core.outside.periods import begin
from leitstern.core.outside.scores import scores
from leitstern.core.outside.selection import has_trait

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ibis import Table
    from ibis.expr.types import BooleanColumn

    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.outside.periods import Length


@dataclass(frozen=True, slots=True)
class Answered:
    """Conditions that all hold; None: whatever it is.

    An answer is in the period by its own day, at the touchpoint and on the channel (codes) it was given about. It is on
    a designed journey (`map`, a code) if the journey it belongs to is. `trait` is a property that the mapping keeps with
    a contact, and its value: of all customers who have it on any contact.
    """

    since: date | None = None
    until: date | None = None  # inclusive
    touchpoint: int | None = None
    channel: int | None = None
    map: int | None = None
    trait: tuple[str, str] | None = None


EVERY_ANSWER = Answered()


def selected_answers(
    selection: Answered, feedback: Table, contacts: Table, transitions: Table, taxonomy: Taxonomy
) -> Table:
    """The rows of `feedback` that are looked at."""
    conditions: list[BooleanColumn] = []
    if selection.since is not None:
        conditions.append(feedback.local_date >= selection.since)
    if selection.until is not None:
        conditions.append(feedback.local_date <= selection.until)
    if selection.touchpoint is not None:
        conditions.append(feedback.touchpoint == selection.touchpoint)
    if selection.channel is not None:
        conditions.append(feedback.channel == selection.channel)
    found = feedback.filter(conditions) if conditions else feedback
    if selection.map is not None:
        there = on_maps(transitions, taxonomy)
        there = there.filter(there.map == selection.map)
        linked = with_journey(found, contacts, transitions).select("seq", "journey")
        found = found.semi_join(linked.semi_join(there, "journey"), "seq")
    if selection.trait is not None:
        those = contacts.filter(has_trait(contacts, *selection.trait)).select("entity_id").distinct()
        found = found.semi_join(those, "entity_id")
    return found


def with_map(feedback: Table, contacts: Table, transitions: Table, taxonomy: Taxonomy) -> Table:
    """`feedback` with `map`, the code of the designed journey it is on: a row for each of several, none for none."""
    linked = with_journey(feedback, contacts, transitions)
    on = on_maps(transitions, taxonomy)
    return linked.join(on, "journey").select(*feedback.columns, "map")


def scores_by_period(feedback: Table, length: Length, by: Sequence[str] = ()) -> Table:
    """As `scores`, per group `by`, scale (its `good_from` included: who agrees is another share from there) and `period`."""
    return scores(feedback.mutate(period=begin(feedback.local_date, length)), [*by, "good_from", "period"])
