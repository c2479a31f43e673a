"""Whom we hear: new customers beside known ones, as found in the published state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.gap.heard import Heard, HeardAt, heard, too_short
from leitstern.core.outside.newcomers import (
    answering,
    coming,
    contacts_by_month,
    lived_beside,
    read_beside,
    read_places,
    record_begins,
    told_from,
)

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published, Question


def whom_we_hear(state: Published) -> Heard:
    """How often new customers answer beside how often they come, and what they live beside those known for longer."""

    def compute(ask: Question) -> Heard:
        contacts, feedback, promises = (ask.table(name) for name in ("contacts", "feedback", "promises"))
        begins = record_begins(ask.run(contacts_by_month(contacts))) or state.first_date
        since = told_from(begins)
        if since > state.as_of:
            return too_short(begins)
        everything, places = (
            read_places(
                ask.run(coming(contacts, feedback, since, by[:1])),
                ask.run(answering(contacts, feedback, since, by)),
            )
            for by in ((), ("touchpoint", "facet"))
        )
        beside = read_beside(ask.run(lived_beside(contacts, feedback, promises, since, state.as_of)))
        return heard(next(iter(everything), None), places, beside, since, state.as_of)

    return state.find("whom we hear", (), compute)


def heard_at(state: Published, touchpoint: int) -> list[HeardAt]:
    """What is known of it at one touchpoint."""
    return [each for each in whom_we_hear(state).at if each.touchpoint == touchpoint]
