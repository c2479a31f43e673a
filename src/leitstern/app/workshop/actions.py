"""Opening a room, coming in, voting, going on.

What is logged is opening. Steps, seats and votes are not: nothing may point to who voted what, or when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from leitstern.app.common.actions import action, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.inside.instruments import content_of, current_version
from leitstern.app.inside.models import Group, InstrumentVersion
from leitstern.app.workshop.consent import WORDING
from leitstern.app.workshop.models import MOST_SEATS, Seat, Vote, Workshop, WorkshopStage
from leitstern.app.workshop.storing import (
    clock_of,
    locked,
    place_of,
    session_of,
    store,
    stored_clock,
    stored_session,
)
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.instrument import LEVELS
from leitstern.core.inside.session import Stage, Step, begin_with
from leitstern.core.inside.session_clock import fresh
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTHING_TO_ASK = Text(
    en="This instrument asks nothing in a workshop. No room was opened; choose another one.",
    de="Dieses Instrument fragt im Workshop nichts. Es wurde kein Raum geöffnet; wählen Sie bitte ein anderes.",
)
FULL = Text(
    en="All eight seats are taken. Nobody was added; ask the facilitator whether a seat has become free.",
    de="Alle acht Plätze sind besetzt. Es kam niemand hinzu; fragen Sie die Moderation, ob ein Platz frei geworden ist.",
)
OVER = Text(en="This room does not take votes any more.", de="Dieser Raum nimmt keine Stimmen mehr an.")
MOVED_ON = Text(
    en="The room has moved on in the meantime. Nothing was changed.",
    de="Der Raum ist inzwischen weiter. Es wurde nichts geändert.",
)
NO_LEVEL = Text(
    en="A vote is a level from 0 to 4, or “cannot say”. Nothing was kept.",
    de="Eine Stimme ist eine Stufe von 0 bis 4 oder „kann ich nicht sagen“. Es wurde nichts gespeichert.",
)
SEEN = Text(
    en="Votes of this seat have been shown; if they were taken out now, the difference would tell what was voted here. The "
    "seat stays, and need not vote any more. Nothing was changed.",
    de="Stimmen dieses Platzes wurden schon gezeigt; nähme man sie jetzt heraus, verriete der Unterschied, was hier "
    "gestimmt wurde. Der Platz bleibt und muss nicht weiter abstimmen. Es wurde nichts geändert.",
)
NO_CONSENT = Text(
    en="Nobody votes without having agreed. Please read the sentence out and confirm that all agreed.",
    de="Ohne Einverständnis stimmt niemand ab. Bitte lesen Sie den Hinweis vor und bestätigen Sie, dass alle zugestimmt haben.",
)


@action("open workshop", Capability.RUN_WORKSHOP)
def open_workshop(actor: Actor, name: str, version: InstrumentVersion | None = None) -> Workshop:
    """Open a room that is asked the cards of an instrument, by default of the one in use."""
    chosen = version or current_version()
    asked = len(content_of(chosen).cards)
    if not asked:
        raise Conflict(NOTHING_TO_ASK)
    return Workshop.objects.create(
        name=name[:120],
        instrument=chosen,
        session=stored_session(begin_with(asked)),
        clock=stored_clock(fresh(asked)),
        wording={"de": WORDING.de, "en": WORDING.en},
        actor=actor.actor_id,
    )


def come_in(workshop: Workshop, group: Group) -> Seat:
    """Take a seat by phone, having agreed. Raises Conflict for a full room and for one that is past rating."""
    with transaction.atomic():
        return _seats(workshop, group, 1, by_hand=False)[0]


def seat_by_hand(actor: Actor, workshop: Workshop, group: Group, n: int, *, agreed: bool) -> list[Seat]:
    """Seats for people who hold up cards, once the facilitator confirms that they agreed."""
    require(actor, Capability.RUN_WORKSHOP)
    if not agreed:
        raise InvalidInput(NO_CONSENT)
    with transaction.atomic():
        return _seats(workshop, group, n, by_hand=True)


def free_seat(actor: Actor, workshop: Workshop, seat_id: int) -> None:
    """Take a seat out, with its votes: somebody left, or sits on two.

    Raises Conflict once any of its votes may have been seen: what is shown without them would tell what they were.
    """
    require(actor, Capability.RUN_WORKSHOP)
    with transaction.atomic():
        found = locked(workshop)
        session, cast = session_of(found), Vote.objects.filter(seat__workshop=found, seat_id=seat_id)
        if session.vote:
            question = content_of(found.instrument).cards[session.position]
            cast = cast.exclude(dimension=question.slug, vote=session.vote)
        if cast.exists():
            raise Conflict(SEEN)
        found.seats.filter(pk=seat_id).delete()


def vote(seat: Seat, dimension: str, number: int, level: int | None) -> None:
    """A seat's first or second vote (`number`) on a question; voting anew takes its place until it is shown.

    Raises Conflict if that vote is not, or no longer, the one that is open.
    """
    with transaction.atomic():
        workshop = Workshop.objects.select_for_update().get(pk=seat.workshop_id)
        session = session_of(workshop)
        asked = content_of(workshop.instrument).cards
        if session.vote != number or asked[session.position].slug != dimension:
            raise Conflict(MOVED_ON if session.stage in {Stage.GATHERING, Stage.RATING} else OVER)
        if level is not None and level not in range(LEVELS):
            raise InvalidInput(NO_LEVEL)
        Vote.objects.update_or_create(seat=seat, dimension=dimension, vote=number, defaults={"level": level})


def vote_by_hand(
    actor: Actor, workshop: Workshop, dimension: str, number: int, levels: Mapping[int, int | None]
) -> None:
    """What people hold up, by seat. All of it is kept, or nothing."""
    require(actor, Capability.RUN_WORKSHOP)
    with transaction.atomic():
        for seat in workshop.seats.filter(by_hand=True, pk__in=levels):
            vote(seat, dimension, number, levels[seat.pk])


def take_step(actor: Actor, workshop: Workshop, step: Step, turn: int) -> Workshop:
    """Go on, back, show, vote again, undo. Raises Conflict if the room has moved on since `turn`."""
    require(actor, Capability.RUN_WORKSHOP)
    with transaction.atomic():
        return _change(workshop, turn, step)


def pause(actor: Actor, workshop: Workshop) -> Workshop:
    """Stop the clock, or let it run again."""
    require(actor, Capability.RUN_WORKSHOP)
    with transaction.atomic():
        found = locked(workshop)
        session, clock, now = session_of(found), clock_of(found), timezone.now()
        changed = clock.pause(place_of(session), now) if clock.runs else clock.start(now)
        return store(found, session, changed)


def _seats(workshop: Workshop, group: Group, n: int, *, by_hand: bool) -> list[Seat]:
    found = locked(workshop)
    if found.stage not in {WorkshopStage.GATHERING, WorkshopStage.RATING}:
        raise Conflict(OVER)
    if n < 1 or found.seats.count() + n > MOST_SEATS:
        raise Conflict(FULL)
    taken = [Seat.objects.create(workshop=found, group=group, by_hand=by_hand) for _ in range(n)]
    found.consents += n
    found.save(update_fields=["consents"])
    return taken


def _change(workshop: Workshop, turn: int, step: Step) -> Workshop:
    found = locked(workshop)
    session, now = session_of(found), timezone.now()
    if session.turn != turn:
        raise Conflict(MOVED_ON)
    clock = clock_of(found).settle(place_of(session), now)
    after = session.take(step)
    if step is Step.BEGIN:
        clock = clock.start(now)
    elif after.stage is Stage.GATHERING:  # the beginning was undone
        clock = clock.pause(place_of(after), now)
    return store(found, after, clock)
