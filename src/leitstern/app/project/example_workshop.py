"""The example company's workshop, played as a room plays it: come in, vote, look, talk, vote again, close."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.app.inside.models import Group
from leitstern.app.project.example_dates import date_back, moment
from leitstern.app.workshop import actions, closing, noting
from leitstern.app.workshop.storing import session_of, stored_clock
from leitstern.collect.example.workshop_room import SEATS
from leitstern.core.inside.session import Step
from leitstern.core.inside.session_clock import Clock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.app.common.actors import Actor
    from leitstern.app.workshop.models import Seat, Workshop
    from leitstern.collect.example.workshop_room import WorkshopTold

RESULT = 11 * 60.0  # seconds spent on the result


def hold_workshop(actor: Actor, told: WorkshopTold, until: date, language: str) -> Workshop:
    """The whole hour."""
    room = actions.open_workshop(actor, told.name.to(language))
    seats = [actions.come_in(room, Group(view.value)) for view in SEATS]
    room = _step(actor, room, Step.BEGIN)
    for asked in told.asked:
        _vote(seats, asked.dimension, 1, asked.first)
        room = _step(actor, room, Step.SHOW)
        if asked.second is not None:
            room = _step(actor, room, Step.AGAIN)
            _vote(seats, asked.dimension, 2, asked.second)
            room = _step(actor, room, Step.SHOW)
        room = _step(actor, room, Step.NEXT)
    for note in told.notes:
        noting.write_note(actor, room, note.dimension, note.text.to(language), note.level)
    room = closing.let_count(actor, closing.close(actor, room))
    began = moment(until, told.ago)
    spent = (*(asked.seconds for asked in told.asked), RESULT)
    date_back(
        room, created=began, closed=began + timedelta(seconds=sum(spent)), clock=stored_clock(Clock(spent))
    )
    return room


def _step(actor: Actor, room: Workshop, step: Step) -> Workshop:
    return actions.take_step(actor, room, step, session_of(room).turn)


def _vote(seats: Sequence[Seat], dimension: str, number: int, levels: Sequence[int | None]) -> None:
    for seat, level in zip(seats, levels, strict=True):
        actions.vote(seat, dimension, number, level)
