"""Workshops as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ninja import Field, Schema

from leitstern.app.change import queries, shaping
from leitstern.app.common.schemas import Number, number

if TYPE_CHECKING:
    from leitstern.app.change.models import Shaping


class AttendanceIn(Schema):
    unit: str
    role: str = Field("", max_length=120)
    invited: int = Field(ge=0, le=shaping.MOST)
    took_part: int = Field(ge=0, le=shaping.MOST)


class ShapingIn(Schema):
    """Counts only, no names."""

    title: str = Field(max_length=200)
    day: date
    initiative_id: int | None = None
    subject: str = Field("", max_length=shaping.LONGEST)
    customers: int = Field(0, ge=0, le=shaping.MOST)
    attendance: list[AttendanceIn] = Field([], max_length=400)


class AttendanceOut(Schema):
    """Departments that are shown together, because each by itself has too few people."""

    units: list[str]
    invited: int | None = Field(description="Nothing where that would tell of the few who did not come.")
    took_part: int


class ConsequenceIn(Schema):
    """What was decided because of a workshop, or why something was not taken up."""

    text: str = Field(max_length=shaping.LONGEST)
    day: date
    taken_up: bool = True
    decision_id: int | None = None


class ConsequenceOut(ConsequenceIn):
    id: int


class ShapingOut(Schema):
    id: int
    title: str
    day: date
    initiative_id: int | None
    customers: bool
    share: Number
    attendance: list[AttendanceOut]
    consequences: list[ConsequenceOut]


def shaping_document(row: Shaping, fewest: int | None = None) -> ShapingOut:
    """A workshop, small departments folded."""
    found = queries.took_part(row, fewest)
    return ShapingOut(
        id=row.pk,
        title=row.title,
        day=row.day,
        initiative_id=row.initiative_id,
        customers=row.customers > 0,
        share=number(found.share),
        attendance=[
            AttendanceOut(units=[one.unit for one in each.of], invited=each.invited, took_part=each.took_part)
            for each in found.shown
        ],
        consequences=[
            ConsequenceOut(
                id=each.pk,
                text=each.text,
                taken_up=each.taken_up,
                day=each.day,
                decision_id=each.decision_id,
            )
            for each in row.consequences.all()
        ],
    )
