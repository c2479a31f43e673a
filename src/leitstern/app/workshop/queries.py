"""Workshops, who is in the room, what was voted and noted, and what a closed room says for the organisation."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Count
from django.utils import timezone

from leitstern.app.common.lookups import or_not_found
from leitstern.app.inside.instruments import content_of
from leitstern.app.inside.models import Group
from leitstern.app.workshop.models import Seat, Vote, Workshop, WorkshopStage
from leitstern.app.workshop.storing import kept_votes
from leitstern.core.inside.enough import Rated, rated
from leitstern.core.inside.ratings import View
from leitstern.core.inside.room_votes import GroupVotes, group_votes, room_ratings
from leitstern.core.inside.session import VOTING, Phase
from leitstern.core.inside.votes import Tally, tally
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from leitstern.app.workshop.models import Note
    from leitstern.core.inside.instrument import Dimension
    from leitstern.core.inside.ratings import Summary
    from leitstern.core.inside.session import Session

NO_SUCH = Text(en="There is no such workshop.", de="Diesen Workshop gibt es nicht.")
NO_LINK = Text(
    en="This link does not lead to a workshop. Please scan the code on the screen again.",
    de="Dieser Link führt zu keinem Workshop. Bitte scannen Sie den Code auf der Leinwand noch einmal.",
)
NO_NOTE = Text(en="There is no such note.", de="Diese Notiz gibt es nicht.")
SOURCE = Text(en="Workshop “{name}”", de="Workshop „{name}“")


def workshops() -> QuerySet[Workshop]:
    """All workshops, newest first."""
    return Workshop.objects.select_related("instrument")


def workshop_by_id(workshop_id: int) -> Workshop:
    """One workshop. Raises NotFound."""
    return or_not_found(workshops().filter(pk=workshop_id).first(), NO_SUCH)


def workshop_by_token(token: str) -> Workshop:
    """The workshop behind a room's link. Raises NotFound."""
    return or_not_found(workshops().filter(token=token).first(), NO_LINK)


def questions(workshop: Workshop) -> tuple[Dimension, ...]:
    """What the room is asked, in order."""
    return content_of(workshop.instrument).cards


def seat_with(workshop: Workshop, code: str) -> Seat | None:
    """The seat of a phone that has one."""
    return workshop.seats.filter(code=code, by_hand=False).first() if code else None


def present(workshop: Workshop) -> dict[Group, int]:
    """How many of each group are in the room."""
    counted = dict(workshop.seats.order_by().values_list("group").annotate(n=Count("id")))
    return {group: counted[group] for group in Group if group in counted}


def current_votes(workshop: Workshop, question: Dimension) -> tuple[Tally, Tally]:
    """The first and the second vote on a question, as far as they were cast."""
    cast: dict[int, list[int | None]] = {1: [], 2: []}
    of_room = Vote.objects.filter(seat__workshop=workshop, dimension=question.slug)
    for vote, level in of_room.values_list("vote", "level"):
        cast[vote].append(level)
    return tally(cast[1]), tally(cast[2])


def voted_now(workshop: Workshop, session: Session, question: Dimension) -> int:
    """How many have cast the vote that is open, or was shown last."""
    vote = VOTING.get(session.phase) or (1 if session.phase is Phase.FIRST_SHOWN else 2)
    return Vote.objects.filter(seat__workshop=workshop, dimension=question.slug, vote=vote).count()


def own_vote(seat: Seat, dimension: str, vote: int) -> Vote | None:
    """What a seat has voted already."""
    return seat.votes.filter(dimension=dimension, vote=vote).first()


def notes_of(workshop: Workshop) -> list[tuple[Note, Text | None]]:
    """What was noted, each with the name of the question it belongs to."""
    names = {question.slug: question.name for question in questions(workshop)}
    return [(note, names.get(note.dimension)) for note in workshop.notes.all()]


def note_by_id(workshop: Workshop, note_id: int) -> Note:
    """One note of a workshop. Raises NotFound."""
    return or_not_found(workshop.notes.filter(pk=note_id).first(), NO_NOTE)


def votes_of(workshop: Workshop) -> tuple[GroupVotes, ...]:
    """What each group voted; of an open room what was cast so far."""
    if workshop.stage == WorkshopStage.CLOSED:
        kept = {each.group: each for each in workshop.kept.all()}
        return tuple(kept_votes(kept[group]) for group in Group if group in kept)
    cast: dict[int, dict[str, dict[int, int | None]]] = defaultdict(lambda: defaultdict(dict))
    of_room = Vote.objects.filter(seat__workshop=workshop)
    for seat, dimension, vote, level in of_room.values_list("seat_id", "dimension", "vote", "level"):
        cast[seat][dimension][vote] = level
    groups = dict(workshop.seats.values_list("id", "group"))
    return tuple(
        group_votes(View(group.value), people)
        for group in Group
        if (people := [votes for seat, votes in cast.items() if groups[seat] == group])
    )


def rated_in(workshop: Workshop) -> Rated:
    """How many people and questions were rated."""
    return rated(votes_of(workshop), [question.slug for question in questions(workshop)])


def ratings_of(workshop: Workshop) -> tuple[Summary, ...]:
    """What each group of the room says of the questions."""
    day = timezone.localtime(workshop.closed or timezone.now()).date()
    asked = [question.slug for question in questions(workshop)]
    return room_ratings(votes_of(workshop), asked, SOURCE.fill(name=workshop.name), day)


def counting() -> Workshop | None:
    """The workshop that stands for the organisation: the newest of those that were said to count."""
    return workshops().filter(stage=WorkshopStage.CLOSED, counts=True).order_by("-closed").first()


def workshop_ratings() -> tuple[Summary, ...]:
    """What the workshop that counts said, one per group that was there."""
    found = counting()
    return ratings_of(found) if found else ()
