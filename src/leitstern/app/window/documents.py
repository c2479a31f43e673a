"""The customer window as a document for programs and the terminal."""

from __future__ import annotations

from datetime import date

from ninja import Field, Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.window.looking import Window
from leitstern.core.gap.findings import TouchpointGap
from leitstern.core.gap.window import Basis
from leitstern.core.gap.window_reach import Reach
from leitstern.core.texts import Text


class WindowLineOut(Schema):
    touchpoint: str
    facet: str
    promise: Number
    belief: Number
    lived: Number


class WindowPlaceOut(Schema):
    touchpoint: str
    customers: int
    mood: Number | None  # −2 to +2
    came_back: Number | None  # share of customers within seven days


class WindowPromiseOut(Schema):
    promise: str
    late: Number


class WindowHandoffOut(Schema):
    department: TextOut
    customers: int
    wait_median_hours: Number


class WindowVoiceOut(Schema):
    comment: str
    language: str
    good: bool


class WindowOut(Schema):
    unit: str
    name: TextOut
    basis: Basis
    whose: str  # the department whose touchpoints these are; the company's have none
    good: TextOut | None
    finding: TextOut | None
    lines: list[WindowLineOut]
    later: list[WindowLineOut]
    places: list[WindowPlaceOut]
    promises: list[WindowPromiseOut]
    receives: list[WindowHandoffOut]
    gives: list[WindowHandoffOut]
    voices: list[WindowVoiceOut]


class WindowShortOut(Schema):
    unit: str
    name: TextOut
    basis: Basis
    finding: TextOut | None


class WindowMonthOut(Schema):
    month: date
    opened: int | None = Field(description="Nothing for fewer than five.")


class WindowReachOut(Schema):
    """Counts are missing below five; who opened a window is not kept."""

    unit: str
    name: TextOut
    back_office: bool
    people: int | None
    letter: int | None = Field(description="Who gets the weekly letter.")
    sent: int | None = Field(description="Letters of the newest week that went out.")
    newest: date | None = Field(description="Newest answer of a customer.")
    days: int | None
    months: list[WindowMonthOut] = Field(description="The running month first.")


def reach_document(found: Reach) -> WindowReachOut:
    """Whom one window reaches."""
    return WindowReachOut(
        unit=found.unit,
        name=both(found.name),
        back_office=found.back_office,
        people=found.people,
        letter=found.letter,
        sent=found.sent,
        newest=found.newest,
        days=found.age,
        months=[WindowMonthOut(month=month, opened=times) for month, times in found.months],
    )


def short_document(found: Window) -> WindowShortOut:
    """What leads a department's window."""
    return WindowShortOut(
        unit=found.unit.slug,
        name=both(found.unit.name),
        basis=found.part.basis,
        finding=_said(found.finding),
    )


def window_document(found: Window) -> WindowOut:
    """All of it."""
    return WindowOut(
        unit=found.unit.slug,
        name=both(found.unit.name),
        basis=found.part.basis,
        whose=found.part.whose,
        good=_said(found.good),
        finding=_said(found.finding),
        lines=[_line(each) for each in found.lines],
        later=[_line(each) for each in found.later],
        places=[
            WindowPlaceOut(
                touchpoint=each.touchpoint.slug,
                customers=each.customers,
                mood=number(each.mood.mood) if each.mood else None,
                came_back=number(each.repeats.of_customers) if each.repeats else None,
            )
            for each in found.places
        ],
        promises=[
            WindowPromiseOut(promise=promise.slug, late=number(record.late))
            for promise, record in found.promises
        ],
        receives=[
            WindowHandoffOut(
                department=both(name), customers=each.customers, wait_median_hours=number(each.wait_median)
            )
            for each, name in found.receives
        ],
        gives=[
            WindowHandoffOut(
                department=both(name), customers=each.customers, wait_median_hours=number(each.wait_median)
            )
            for each, name in found.gives
        ],
        voices=[
            WindowVoiceOut(comment=each.comment, language=each.language, good=each.good)
            for each in found.voices
        ],
    )


def _line(line: TouchpointGap) -> WindowLineOut:
    return WindowLineOut(
        touchpoint=line.touchpoint,
        facet=line.facet,
        promise=number(line.promise),
        belief=number(line.belief),
        lived=number(line.lived),
    )


def _said(text: Text | None) -> TextOut | None:
    return both(text) if text else None
