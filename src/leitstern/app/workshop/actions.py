"""Opening a room, coming in, voting, going on, noting what was seen, closing.

What is logged is opening, closing, and notes that become claims. Steps, seats and votes are not: nothing may point to
who voted what, or when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from leitstern.app.common.actions import action, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.wiping import wipe_after_commit
from leitstern.app.evidence.actions import claim
from leitstern.app.inside.instruments import content_of, current_version
from leitstern.app.inside.models import Group, InstrumentVersion
from leitstern.app.workshop.consent import WORDING
from leitstern.app.workshop.models import (
    MOST_SEATS,
    KeptRow,
    Note,
    Seat,
    Vote,
    Workshop,
    WorkshopStage,
)
from leitstern.app.workshop.queries import rows_of
from leitstern.app.workshop.storing import clock_of, place_of, session_of, stored_clock, stored_session
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.instrument import LEVELS
from leitstern.core.inside.session import Session, Stage, Step, begin_with
from leitstern.core.inside.session_clock import Clock, fresh
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
NO_CONSENT = Text(
    en="Nobody votes without having agreed. Please read the sentence out and confirm that all agreed.",
    de="Ohne Einverständnis stimmt niemand ab. Bitte lesen Sie den Hinweis vor und bestätigen Sie, dass alle zugestimmt haben.",
)
NO_NOTE = Text(
    en="A note needs a few words and a question it belongs to. Nothing was kept.",
    de="Eine Notiz braucht ein paar Worte und eine Frage, zu der sie gehört. Es wurde nichts gespeichert.",
)
NO_LEVEL_NOTED = Text(
    en="Say which level the note speaks for; then it can be taken over as a claimed level.",
    de="Sagen Sie, für welche Stufe die Notiz spricht; dann lässt sie sich als Selbsteinstufung übernehmen.",
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
    """Take a seat out, with its votes: somebody left, or sits on two."""
    require(actor, Capability.RUN_WORKSHOP)
    workshop.seats.filter(pk=seat_id).delete()


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
        found = _locked(workshop)
        session, clock, now = session_of(found), clock_of(found), timezone.now()
        changed = clock.pause(place_of(session), now) if clock.runs else clock.start(now)
        return _store(found, session, changed)


@action("close workshop", Capability.RUN_WORKSHOP)
def close(actor: Actor, workshop: Workshop) -> Workshop:
    """Close the room for good: rows are shuffled and kept, seats and votes deleted."""
    found = _locked(workshop)
    session = session_of(found)
    rows = rows_of(found)
    clock = clock_of(found).pause(place_of(session), timezone.now())
    _store(found, session.close(), clock)
    found.closed = timezone.now()
    found.save(update_fields=["closed"])
    KeptRow.objects.bulk_create(KeptRow(workshop=found, group=row.group, votes=row.votes) for row in rows)
    found.seats.all().delete()
    wipe_after_commit()
    return found


def write_note(actor: Actor, workshop: Workshop, dimension: str, text: str, level: int | None = None) -> Note:
    """Keep what the room says it has seen."""
    require(actor, Capability.RUN_WORKSHOP)
    known = content_of(workshop.instrument).dimension(dimension) is not None
    if not known or not text.strip() or (level is not None and level not in range(LEVELS)):
        raise InvalidInput(NO_NOTE)
    return Note.objects.create(workshop=workshop, dimension=dimension, text=text.strip()[:2_000], level=level)


def remove_note(actor: Actor, note: Note) -> None:
    """Take a note back; a claim made of it stays."""
    require(actor, Capability.RUN_WORKSHOP)
    note.delete()


@action("take over workshop note", Capability.GIVE_EVIDENCE)
def claim_note(actor: Actor, note: Note) -> Note:
    """Let a note stand as a claimed level, which proof then has to carry. Raises Conflict for one without a level."""
    if note.level is None:
        raise Conflict(NO_LEVEL_NOTED)
    if note.claim is None:
        note.claim = claim(actor, note.dimension, note.level, note.text)
        note.save(update_fields=["claim"])
    return note


def _seats(workshop: Workshop, group: Group, n: int, *, by_hand: bool) -> list[Seat]:
    found = _locked(workshop)
    if found.stage not in {WorkshopStage.GATHERING, WorkshopStage.RATING}:
        raise Conflict(OVER)
    if n < 1 or found.seats.count() + n > MOST_SEATS:
        raise Conflict(FULL)
    taken = [Seat.objects.create(workshop=found, group=group, by_hand=by_hand) for _ in range(n)]
    found.consents += n
    found.save(update_fields=["consents"])
    return taken


def _change(workshop: Workshop, turn: int, step: Step) -> Workshop:
    found = _locked(workshop)
    session, now = session_of(found), timezone.now()
    if session.turn != turn:
        raise Conflict(MOVED_ON)
    clock = clock_of(found).settle(place_of(session), now)
    after = session.take(step)
    if step is Step.BEGIN:
        clock = clock.start(now)
    elif after.stage is Stage.GATHERING:  # the beginning was undone
        clock = clock.pause(place_of(after), now)
    return _store(found, after, clock)


def _locked(workshop: Workshop) -> Workshop:
    return Workshop.objects.select_for_update().get(pk=workshop.pk)


def _store(workshop: Workshop, session: Session, clock: Clock) -> Workshop:
    workshop.session, workshop.clock = stored_session(session), stored_clock(clock)
    workshop.stage = session.stage
    workshop.save(update_fields=["session", "clock", "stage"])
    return workshop
