"""What leaders did, can do and agree on, and how it is felt. Other areas read leadership here and in `log`."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from leitstern.app.common.findings import once, remember
from leitstern.app.common.lookups import or_not_found
from leitstern.app.leadership.areas import areas
from leitstern.app.leadership.models import Act, Batch, Capacity, Commitment, Meeting, Vote
from leitstern.app.leadership.streams import STANDING, acts_stream_now
from leitstern.app.settled.queries import levels_on, new_starts_on
from leitstern.core.bridge.leadership import acts, alignment, capacity, minutes
from leitstern.core.bridge.leadership.attention import attention
from leitstern.core.bridge.leadership.terms import ActKind, Circle, Duty, Work
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from leitstern.core.bridge.leadership.attention import Attention


MOST_GONE = 50  # of what was taken back, shown
NO_ACT = Text(en="There is no such act.", de="Diese Begleitung gibt es nicht.")
NO_MEETING = Text(en="There is no such meeting.", de="Diese Sitzung gibt es nicht.")
NO_COMMITMENT = Text(en="There is no such commitment.", de="Diese Zusage gibt es nicht.")
NO_VOTE = Text(en="There is no such vote.", de="Diese Abstimmung gibt es nicht.")
NO_FILE = Text(en="There is no such file.", de="Diese Datei gibt es nicht.")


def standing_acts() -> QuerySet[Act]:
    """Acts that count, newest first."""
    return Act.objects.filter(STANDING)


def withdrawn_acts() -> QuerySet[Act]:
    """Acts that were taken back one by one, the latest first."""
    return Act.objects.exclude(withdrawn=None).order_by("-withdrawn")[:MOST_GONE]


def all_acts() -> tuple[acts.Act, ...]:
    """The same as plain values, asked for once a request."""
    return once("acts of leaders", lambda: tuple(plain(row) for row in standing_acts()))


def plain(row: Act) -> acts.Act:
    """An act without its storage."""
    return acts.Act(
        key=row.pk,
        day=row.day,
        kind=ActKind(row.kind),
        area=row.area,
        place=row.place,
        said=row.said,
        seen=row.seen,
        follow_up=row.follow_up,
        done=row.done,
        duty=Duty(row.duty) if row.duty else None,
    )


def presence() -> tuple[acts.Presence, ...]:
    """Every board area with its acts by quarter, in the order of the taxonomy."""
    agreed = {area: row.visits for area, row in declared().items() if row.visits is not None}
    return acts.presence(all_acts(), list(areas()), agreed)


def attention_now(until: date | None = None) -> Attention:
    """The stream of acts up to a day against its settled level."""
    day = until or timezone.localdate()
    stream = acts_stream_now(day)
    period, fresh = levels_on(day).get(stream.slug), new_starts_on(day).get(stream.slug)
    return remember("leaders' attention", (stream, period, fresh), lambda: attention(stream, period, fresh))


def standing_meetings(circle: Circle | None = None) -> QuerySet[Meeting]:
    """Meetings that count, newest first; of one circle, or of all."""
    found = Meeting.objects.filter(STANDING)
    return found.filter(circle=circle) if circle else found


def withdrawn_meetings() -> QuerySet[Meeting]:
    """Meetings that were taken back one by one, the latest first."""
    return Meeting.objects.exclude(withdrawn=None).order_by("-withdrawn")[:MOST_GONE]


def board_meetings() -> tuple[minutes.Meeting, ...]:
    """Those of the board as plain values, oldest first."""
    rows = standing_meetings(Circle.BOARD).order_by("day", "id")
    return tuple(minutes.Meeting(row.day, row.minutes, row.customers) for row in rows)


def declared(day: date | None = None) -> dict[str, Capacity]:
    """By board area what was declared last, by a day (today)."""
    rows = Capacity.objects.filter(created__date__lte=day or timezone.localdate())
    return {row.area: row for row in rows.order_by("id")}


def loads(day: date | None = None) -> tuple[capacity.Load, ...]:
    """Every board area against the hours it declared by a day, in the order of the taxonomy; former ones last."""
    day = day or timezone.localdate()
    taken: dict[str, list[capacity.Commitment]] = defaultdict(list)
    for row in Commitment.objects.filter(Q(withdrawn=None) | Q(withdrawn__date__gt=day)):
        taken[row.area].append(
            capacity.Commitment(row.title, row.hours, Work(row.work), row.droppable, row.since, row.until)
        )
    hours = {area: row.hours for area, row in declared(day).items()}
    shown = dict.fromkeys([*areas(), *taken])
    return capacity.loads(shown, hours, dict(taken), day)


def votes() -> QuerySet[Vote]:
    """Votes that count, newest first."""
    return Vote.objects.filter(withdrawn=None)


def plain_vote(row: Vote) -> alignment.Vote:
    """A vote without its storage."""
    things = tuple(alignment.Counted(each["name"], tuple(each["counts"])) for each in row.things)
    return alignment.Vote(row.question, alignment.Form(row.form), row.day, things)


def act_by_id(act_id: int) -> Act:
    """One act, withdrawn or not. Raises NotFound."""
    return or_not_found(Act.objects.filter(pk=act_id).first(), NO_ACT)


def meeting_by_id(meeting_id: int) -> Meeting:
    """One meeting. Raises NotFound."""
    return or_not_found(Meeting.objects.filter(pk=meeting_id).first(), NO_MEETING)


def commitment_by_id(commitment_id: int) -> Commitment:
    """Something that takes hours. Raises NotFound."""
    return or_not_found(Commitment.objects.filter(pk=commitment_id).first(), NO_COMMITMENT)


def vote_by_id(vote_id: int) -> Vote:
    """One vote. Raises NotFound."""
    return or_not_found(Vote.objects.filter(pk=vote_id).first(), NO_VOTE)


def batch_by_id(batch_id: int) -> Batch:
    """One file. Raises NotFound."""
    return or_not_found(Batch.objects.filter(pk=batch_id).first(), NO_FILE)
