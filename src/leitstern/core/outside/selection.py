"""Which journeys are looked at: a period, a channel, a touchpoint, a department, a kind of customer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.tables.lake import PATH_BASE

if TYPE_CHECKING:
    from datetime import date

    from ibis import Table
    from ibis.expr.types import BooleanColumn


@dataclass(frozen=True, slots=True)
class Selection:
    """Conditions that all hold; None: whatever it is.

    A journey counts as a whole. It is in the period by the day it began, in `channel` (a code) by its first contact;
    it passes `touchpoint` and meets `department` (codes) at least once. `trait` is a property that the mapping keeps
    with a contact, and its value: of all customers who have it on any contact.
    """

    since: date | None = None
    until: date | None = None  # inclusive
    channel: int | None = None
    touchpoint: int | None = None
    department: int | None = None
    trait: tuple[str, str] | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == EVERYTHING


EVERYTHING = Selection()


def selected_journeys(selection: Selection, journeys: Table, transitions: Table, contacts: Table) -> Table:
    """The rows of `journeys` that are looked at."""
    conditions: list[BooleanColumn] = []
    if selection.since is not None:
        conditions.append(journeys.start_date >= selection.since)
    if selection.until is not None:
        conditions.append(journeys.start_date <= selection.until)
    if selection.channel is not None:
        conditions.append(journeys.channel == selection.channel)
    if selection.touchpoint is not None:
        conditions.append(journeys.path.contains(chr(PATH_BASE + selection.touchpoint)))
    found = journeys.filter(conditions) if conditions else journeys
    if selection.department is not None:
        met = transitions.filter(transitions.department == selection.department).select("journey").distinct()
        found = found.semi_join(met, "journey")
    if selection.trait is not None:
        those = contacts.filter(has_trait(contacts, *selection.trait)).select("entity_id").distinct()
        found = found.semi_join(those, found.person == those.entity_id)
    return found


def selected_transitions(selection: Selection, journeys: Table, transitions: Table, contacts: Table) -> Table:
    """The rows of `transitions` that belong to these journeys."""
    if selection.everything:
        return transitions
    chosen = selected_journeys(selection, journeys, transitions, contacts).select("journey")
    return transitions.semi_join(chosen, "journey")


def has_trait(contacts: Table, name: str, value: str) -> BooleanColumn:
    """Whether a contact keeps this property with this value: what the import wrote, without reading any JSON."""
    member = json.dumps(name, ensure_ascii=False) + ":"
    text = member + json.dumps(value, ensure_ascii=False)
    found = contacts.props.contains(text)
    if _like_a_number(value):
        found |= contacts.props.contains(f"{member}{value},") | contacts.props.contains(f"{member}{value}}}")
    return found.fill_null(False)


def _like_a_number(value: str) -> bool:
    try:
        return isinstance(json.loads(value), int | float)
    except ValueError:
        return False
