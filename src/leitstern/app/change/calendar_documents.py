"""The communication calendar as documents for programs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ninja import Field, Schema

from leitstern.app.change import queries
from leitstern.app.change.documents import BriefRoleOut
from leitstern.app.common.schemas import TextOut, both
from leitstern.core.bridge.change.talk import Answer, Channel

if TYPE_CHECKING:
    from leitstern.app.change.models import Message
    from leitstern.core.bridge.change.talk import Gap


class MessageIn(Schema):
    title: str = Field(max_length=200)
    day: date
    channel: Channel
    who: str = Field(max_length=120)
    answer: Answer = Answer.ALL
    initiative_id: int | None = None
    units: list[str] = []
    roles: list[BriefRoleOut] = []
    note: str = Field("", max_length=10_000)


class MessageOut(MessageIn):
    id: int
    done: date | None


class BriefGapOut(Schema):
    code: str
    initiative_id: int
    text: TextOut


class MessagesOut(Schema):
    messages: list[MessageOut]
    gaps: list[BriefGapOut]


def message_document(row: Message) -> MessageOut:
    """One entry of the calendar."""
    item = queries.as_item(row)
    return MessageOut(
        id=row.pk,
        title=row.title,
        day=row.day,
        channel=item.channel,
        who=row.who,
        answer=Answer(row.answer),
        initiative_id=row.initiative_id,
        units=list(item.units),
        roles=[BriefRoleOut(unit=each.unit, name=each.name) for each in item.roles],
        note=row.note,
        done=row.done,
    )


def gap_document(gap: Gap) -> BriefGapOut:
    """Who hears too late, never or one way."""
    return BriefGapOut(code=gap.code, initiative_id=gap.initiative, text=both(gap.text))
