"""One customer's story as a document."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from ninja import Schema
from pydantic import Field

from leitstern.app.outside.times import when
from leitstern.core.company.codes import Kind
from leitstern.core.company.taxonomy import CLASSES
from leitstern.core.outside.timeline import AnswerDetail, PromiseDetail, PromiseState, TimelineEvent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.outside.reading import Published


class SaidOut(Schema):
    value: float
    lowest: float = Field(description="End of the scale.")
    highest: float = Field(description="End of the scale.")
    good: bool
    comment: str | None = Field(description="Masked when it came in.")


class PromisedOut(Schema):
    promise: str | None
    due: date
    state: PromiseState
    late_days: int | None = Field(description="Negative if early; null while it is open.")


class EventOut(Schema):
    """One thing that happened; `at` is a day where only the day is known."""

    at: datetime | date
    what: Literal["contact", "feedback", "promise"]
    touchpoint: str | None
    channel: str | None
    department: str | None
    said: SaidOut | None
    promised: PromisedOut | None
    import_id: int = Field(description="Which import it came with.")
    line: int = Field(description="In its file.")


class StoryOut(Schema):
    customer: str = Field(description="Fingerprint of the number.")
    events: list[EventOut]


def story_document(state: Published, entity: int, events: Sequence[TimelineEvent]) -> StoryOut:
    """Everything in order, on the company's clock."""
    zone = ZoneInfo(state.taxonomy.time_zone)
    return StoryOut(customer=f"{entity:x}", events=[_event(state, event, zone) for event in events])


def _event(state: Published, event: TimelineEvent, zone: ZoneInfo) -> EventOut:
    said = promised = None
    match event.detail:
        case AnswerDetail() as answer:
            said = SaidOut(
                value=answer.value,
                lowest=answer.low,
                highest=answer.high,
                good=answer.good,
                comment=answer.comment,
            )
        case PromiseDetail() as given:
            promised = PromisedOut(
                promise=_slug(state, "promise", given.promise),
                due=given.due_date,
                state=given.state,
                late_days=given.late_days,
            )
    return EventOut(
        at=when(event, zone),
        what="feedback" if said else "promise" if promised else "contact",
        touchpoint=_slug(state, "touchpoint", event.touchpoint),
        channel=_slug(state, "channel", event.channel),
        department=_slug(state, "department", event.department),
        said=said,
        promised=promised,
        import_id=event.import_id,
        line=event.line,
    )


def _slug(state: Published, kind: Kind, code: int) -> str | None:
    term = state.taxonomy.lookup(CLASSES[kind]).code(code)
    return term.slug if term else None
