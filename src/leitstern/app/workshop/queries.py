"""Workshops, who is in the room, what was voted, and what a closed room leaves as ratings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from random import SystemRandom
from typing import TYPE_CHECKING, Any

import numpy as np
from django.db.models import Count
from django.utils import timezone

from leitstern.app.inside.instruments import content_of
from leitstern.app.inside.models import Group
from leitstern.app.workshop.models import Seat, Vote, Workshop, WorkshopStage
from leitstern.core.errors import NotFound
from leitstern.core.inside.ratings import Ratings, View
from leitstern.core.inside.session import VOTING, Phase
from leitstern.core.inside.votes import Tally, tally
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from leitstern.core.inside.instrument import Dimension
    from leitstern.core.inside.session import Session

NO_SUCH = Text(en="There is no such workshop.", de="Diesen Workshop gibt es nicht.")
NO_LINK = Text(
    en="This link does not lead to a workshop. Please scan the code on the screen again.",
    de="Dieser Link führt zu keinem Workshop. Bitte scannen Sie den Code auf der Leinwand noch einmal.",
)
SOURCE = Text(en="Workshop “{name}”", de="Workshop „{name}“")
SHUFFLE = SystemRandom().shuffle
Votes = dict[str, dict[str, int | None]]  # dimension → "1" or "2" → level, None = could not say


@dataclass(frozen=True, slots=True)
class Row:
    """One person's votes, without the person."""

    group: str
    votes: Votes

    def level(self, dimension: str) -> int | None:
        """What counts: the second vote where there is one, else the first."""
        cast = self.votes.get(dimension, {})
        return cast["2"] if "2" in cast else cast.get("1")


def workshops() -> QuerySet[Workshop]:
    """All workshops, newest first."""
    return Workshop.objects.select_related("instrument")


def workshop_by_id(workshop_id: int) -> Workshop:
    """One workshop. Raises NotFound."""
    found = workshops().filter(pk=workshop_id).first()
    if found is None:
        raise NotFound(NO_SUCH)
    return found


def workshop_by_token(token: str) -> Workshop:
    """The workshop behind a room's link. Raises NotFound."""
    found = workshops().filter(token=token).first()
    if found is None:
        raise NotFound(NO_LINK)
    return found


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


def rows_of(workshop: Workshop) -> tuple[Row, ...]:
    """Everybody's votes, in no order; of an open room those cast so far."""
    if workshop.stage == WorkshopStage.CLOSED:
        return tuple(Row(kept.group, kept.votes) for kept in workshop.rows.order_by("id"))
    cast: dict[int, Votes] = defaultdict(lambda: defaultdict(dict))
    of_room = Vote.objects.filter(seat__workshop=workshop)
    for seat, dimension, vote, level in of_room.values_list("seat_id", "dimension", "vote", "level"):
        cast[seat][dimension][str(vote)] = level
    groups = dict(workshop.seats.values_list("id", "group"))
    rows = [Row(groups[seat], {slug: dict(votes) for slug, votes in of.items()}) for seat, of in cast.items()]
    SHUFFLE(rows)
    return tuple(rows)


def tallies(rows: Iterable[Row], question: Dimension) -> tuple[Tally, Tally]:
    """The first and the second vote on a question, from rows."""
    cast = [row.votes.get(question.slug, {}) for row in rows]
    first, second = (tally([given[vote] for given in cast if vote in given]) for vote in ("1", "2"))
    return first, second


def ratings_of(workshop: Workshop, rows: Sequence[Row]) -> tuple[Ratings, ...]:
    """People × dimensions per group; nothing of a group that nobody sat for."""
    asked = tuple(question.slug for question in questions(workshop))
    day = timezone.localtime(workshop.closed or timezone.now()).date()
    found = []
    for group in Group:
        levels: list[list[Any]] = [
            [np.nan if (level := row.level(slug)) is None else level for slug in asked]
            for row in rows
            if row.group == group
        ]
        if levels:
            source = SOURCE.fill(name=workshop.name)
            found.append(Ratings(View(group.value), asked, np.array(levels, dtype=float), source, day))
    return tuple(found)


def workshop_ratings() -> tuple[Ratings, ...]:
    """What the newest closed workshop said, one per group that was there."""
    newest = workshops().filter(stage=WorkshopStage.CLOSED).order_by("-closed").first()
    return ratings_of(newest, rows_of(newest)) if newest else ()
