"""The relapse watch for programs."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.programme.at import at as month_of
from leitstern.app.settled.keeping import LONGEST, settle_level
from leitstern.app.watch import keeping, queries
from leitstern.app.watch.course import course
from leitstern.app.watch.documents import (
    ProgrammeCourseOut,
    RelapseAlarmOut,
    SeriesOut,
    WatchOut,
    alarm_document,
    course_document,
    series_document,
    watch_document,
)
from leitstern.app.watch.models import Outcome
from leitstern.app.watch.queries import Watching
from leitstern.app.watch.sounding import look
from leitstern.app.watch.streams import all_streams, stream_by_slug
from leitstern.app.watch.wording_api import router as own_words

router = Router(tags=["relapse watch"])
router.add_router("/own-words", own_words)


class SettledIn(Schema):
    start: date
    end: date
    why: str = Field(max_length=LONGEST)


class CloseIn(Schema):
    outcome: Outcome
    reason: str = Field(max_length=LONGEST)


@router.get("", response={200: WatchOut, **REFUSALS}, summary="What was reached and whether it holds")
def read_watch(request: HttpRequest, at: str = "") -> WatchOut:
    """Every series against its settled level, and the alarms; `at` is a month like 2025-03, by default today."""
    require(person_of(request), Capability.SEE_INSIDE)
    return watch_document(seen_at(at))


@router.get(
    "/course", response={200: ProgrammeCourseOut, **REFUSALS}, summary="The programme quarter by quarter"
)
def read_course(request: HttpRequest) -> ProgrammeCourseOut:
    """Steps, what slipped, and alarms, from the beginning of the programme to today."""
    require(person_of(request), Capability.SEE_INSIDE)
    return course_document(course())


@router.post("/looks", response={200: WatchOut, **REFUSALS}, summary="Look now")
def look_now(request: HttpRequest) -> WatchOut:
    """Sounds the alarm where the organisation fell back and none is open; the worker does the same every day."""
    today = timezone.localdate()
    me = person_of(request)
    require(me, Capability.STEER)
    look(me, today)
    return watch_document(queries.watching(today))


@router.get("/series/{slug}", response={200: SeriesOut, **REFUSALS}, summary="One series")
def read_series(request: HttpRequest, slug: str, at: str = "") -> SeriesOut:
    """With its measurements, as known at the end of the month `at`."""
    require(person_of(request), Capability.SEE_INSIDE)
    return series_document(seen_at(at).one(slug))


@router.post("/levels/{slug}", response={201: SeriesOut, **REFUSALS}, summary="Say when a series was settled")
def settle(request: HttpRequest, slug: str, body: SettledIn) -> Status[SeriesOut]:
    """What comes after the period is held against it. The newest that was said counts."""
    today = timezone.localdate()
    me = person_of(request)
    require(me, Capability.STEER)
    settle_level(me, stream_by_slug(slug, today), body.start, body.end, body.why, today=today)
    return Status(201, series_document(queries.watching(today).one(slug)))


@router.post(
    "/alarms/{alarm_id}/closing",
    response={200: RelapseAlarmOut, **REFUSALS},
    summary="Close an alarm",
)
def close(request: HttpRequest, alarm_id: int, body: CloseIn) -> RelapseAlarmOut:
    """How it ended; what it rested on is watched anew."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    return alarm_document(keeping.close_alarm(me, queries.alarm_by_id(alarm_id), body.outcome, body.reason))


@router.post(
    "/alarms/{alarm_id}/reopening",
    response={200: RelapseAlarmOut, **REFUSALS},
    summary="Open an alarm again",
)
def reopen(request: HttpRequest, alarm_id: int) -> RelapseAlarmOut:
    """It is not over after all; refused while another is open."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    return alarm_document(keeping.reopen_alarm(me, queries.alarm_by_id(alarm_id)))


def seen_at(month: str) -> Watching:
    """The watch at the end of a month, by default today. Raises InvalidInput for what is no month or not known."""
    today = timezone.localdate()
    streams = all_streams(today)
    first = min((each.points[0].day for each in streams), default=today)
    return queries.watching(month_of(month, first, today).day, streams)
