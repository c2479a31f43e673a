"""Workshops as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ninja import Field, Schema

from leitstern.app.change import queries, shaping
from leitstern.app.change.involving import subjects_of
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.core.inside.cells import FEWEST
from leitstern.core.inside.structure.duties import Place

if TYPE_CHECKING:
    from leitstern.app.change.models import Shaping
    from leitstern.core.bridge.change.involvement import Involvement


class AttendanceIn(Schema):
    unit: str
    role: str = Field("", max_length=120)
    invited: int = Field(ge=0, le=shaping.MOST)
    took_part: int = Field(ge=0, le=shaping.MOST)


class ShapedOut(Schema):
    """A process, touchpoint or journey by its short name."""

    place: Place
    slug: str


class ShapingIn(Schema):
    """Counts only, no names."""

    title: str = Field(max_length=200)
    day: date
    initiative_id: int | None = None
    subject: str = Field("", max_length=shaping.LONGEST)
    customers: int = Field(0, ge=0, le=shaping.MOST)
    shaped: list[ShapedOut] = Field([], max_length=400)
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
    customers_n: int | None = Field(description="Nothing for fewer than five.")
    shaped: list[ShapedOut]
    share: Number
    attendance: list[AttendanceOut]
    consequences: list[ConsequenceOut]


class InvolvedOut(ShapedOut):
    id: int
    name: TextOut
    customers: bool = Field(description="Whether customers took part in the last twelve months.")
    workshop_ids: list[int] = Field(description="All workshops that shaped it, the newest first.")


class InvolvementOut(Schema):
    sentence: TextOut
    share: Number
    works: list[InvolvedOut]


def involvement_document(found: Involvement) -> InvolvementOut:
    """Everything that serves customers, and whether they took part."""
    return InvolvementOut(
        sentence=both(found.sentence),
        share=number(found.share),
        works=[
            InvolvedOut(
                id=each.work.key,
                place=each.work.place,
                slug=each.work.slug,
                name=both(each.work.name),
                customers=each.yes,
                workshop_ids=[one.key for one in each.workshops],
            )
            for each in found.lines
        ],
    )


def shaping_document(row: Shaping, fewest: int | None = None) -> ShapingOut:
    """A workshop, small departments folded."""
    found = queries.took_part(row, fewest)
    return ShapingOut(
        id=row.pk,
        title=row.title,
        day=row.day,
        initiative_id=row.initiative_id,
        customers=row.customers > 0,
        customers_n=row.customers if row.customers >= FEWEST else None,
        shaped=[ShapedOut(place=Place(each.place), slug=each.slug) for each in sorted(subjects_of(row))],
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
