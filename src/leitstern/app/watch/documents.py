"""The relapse watch as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date

from ninja import Schema

from leitstern.app.common.days import day_of
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.watch.course import Course
from leitstern.app.watch.models import Alarm
from leitstern.app.watch.queries import Watching
from leitstern.core.bridge.programme.gates import Cause, State
from leitstern.core.bridge.watch.alarm import CLASSES, Nostalgia
from leitstern.core.bridge.watch.reading import Reading, Standing
from leitstern.core.bridge.watch.shown import estimate, level_estimate
from leitstern.core.bridge.watch.stream import Rhythm, StreamKind
from leitstern.core.bridge.watch.words import state
from leitstern.core.stats.estimate import Missing


class SeriesPointOut(Schema):
    day: date
    seen: Number
    sum: float | None


class SeriesOut(Schema):
    series: str
    name: TextOut
    measure: TextOut
    source: TextOut
    kind: StreamKind
    relapse: Nostalgia
    unit: str
    rhythm: Rhythm
    good_high: bool
    standing: Standing
    full_count: bool  # everybody is counted: the ends of intervals are the values
    reached: Number
    sum: float
    limit: float
    alarm_since: date | None
    slipping_since: date | None
    sentence: TextOut
    points: list[SeriesPointOut]


class RelapseAlarmOut(Schema):
    alarm: int
    day: date
    kinds: list[Nostalgia]
    series: list[str]
    decision: int | None
    outcome: str
    reason: str
    closed: date | None


class WatchOut(Schema):
    day: date
    sentence: TextOut
    false_alarm_in_two_years: float | None
    series: list[SeriesOut]
    alarms: list[RelapseAlarmOut]


def watch_document(seen: Watching) -> WatchOut:
    """Everything that is watched, and every alarm so far."""
    return WatchOut(
        day=seen.day,
        sentence=both(seen.sentence),
        false_alarm_in_two_years=seen.by_chance,
        series=[series_document(each) for each in seen.readings],
        alarms=[alarm_document(each) for each in seen.alarms],
    )


def series_document(reading: Reading) -> SeriesOut:
    """One series with its measurements; `sum` is the CUSUM in standard errors, or of a full count months in a row."""
    stream, settled = reading.stream, reading.settled
    missing = isinstance(settled, Missing)
    sums = {point.day: level for point, level in zip(reading.points, reading.sums, strict=True)}
    return SeriesOut(
        series=stream.slug,
        name=both(stream.name),
        measure=both(stream.measure),
        source=both(stream.source),
        kind=stream.kind,
        relapse=CLASSES[stream.kind],
        unit=stream.unit,
        rhythm=stream.rhythm,
        good_high=stream.good_high,
        standing=reading.standing,
        full_count=stream.step is not None,
        reached=number(settled) if isinstance(settled, Missing) else number(level_estimate(stream, settled)),
        sum=reading.now,
        limit=reading.rule.limit,
        alarm_since=reading.alarm.point.day if reading.alarm else None,
        slipping_since=reading.alarm.since.day if reading.alarm else None,
        sentence=both(state(reading)),
        points=[
            SeriesPointOut(
                day=point.day,
                seen=number(estimate(stream, point)),
                sum=None if missing else sums.get(point.day),
            )
            for point in stream.points
        ],
    )


def alarm_document(found: Alarm) -> RelapseAlarmOut:
    """One alarm of the organisation."""
    return RelapseAlarmOut(
        alarm=found.pk,
        day=found.day,
        kinds=[Nostalgia(kind) for kind in found.kinds],
        series=[line["stream"] for line in found.rests_on],
        decision=found.decision_id,
        outcome=found.outcome,
        reason=found.reason,
        closed=day_of(found.closed) if found.closed else None,
    )


class StepStateOut(Schema):
    step: int
    state: State


class StepMoveOut(StepStateOut):
    day: date
    cause: Cause | None


class ProgrammeQuarterOut(Schema):
    quarter: TextOut
    until: date
    at: str
    states: list[StepStateOut]
    moved: list[StepMoveOut]
    watched: int
    slipping: list[TextOut]
    relapse: bool
    alarms: list[int]


class ProgrammeCourseOut(Schema):
    sentence: TextOut
    quarters: list[ProgrammeQuarterOut]


def course_document(found: Course) -> ProgrammeCourseOut:
    """A programme quarter by quarter."""
    return ProgrammeCourseOut(
        sentence=both(found.sentence),
        quarters=[
            ProgrammeQuarterOut(
                quarter=both(each.name),
                until=each.day,
                at=each.at,
                states=[StepStateOut(step=int(step), state=state) for step, state in each.states],
                moved=[
                    StepMoveOut(step=int(step), state=stay.state, day=stay.since, cause=stay.cause)
                    for step, stay in each.moved
                ],
                watched=each.watched,
                slipping=[both(name) for name in each.slipping],
                relapse=each.relapse,
                alarms=[alarm.pk for alarm in each.alarms],
            )
            for each in found.quarters
        ],
    )
