"""Retrospectives for programs: what was agreed on, by whom and until when, and what became of it."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS, Number, TextOut, number
from leitstern.app.practice import recalled, retrospecting
from leitstern.app.practice.models import Retrospective
from leitstern.core.bridge.practice.drafts import LONGEST, LONGEST_WORDS
from leitstern.core.bridge.practice.retrospectives import (
    AgreementDraft,
    Became,
    Going,
    NewsDraft,
    RetrospectiveDraft,
    carried_out,
    how_it_goes,
)

retrospects = Router(tags=["practice"])


class RetrospectiveIn(Schema):
    title: str = Field(max_length=LONGEST)
    day: date
    seen: str = Field(max_length=LONGEST_WORDS)
    unit: str = ""
    occasion: str = Field("", max_length=LONGEST)


class AgreementIn(Schema):
    what: str = Field(max_length=LONGEST)
    owner: str = Field(max_length=120)
    due: date


class AgreementNewsIn(Schema):
    """`until` where it is put off, `owner` where it is handed on."""

    how: Became
    day: date
    words: str = Field(max_length=LONGEST_WORDS)
    until: date | None = None
    owner: str = Field("", max_length=120)


class AgreementOut(Schema):
    id: int
    what: str
    owner: str
    owner_left: date | None
    due: date
    put_off: int
    state: Going
    what_became_of_it: str


class RetrospectiveOut(RetrospectiveIn):
    id: int
    agreements: list[AgreementOut]


class RetrospectivesOut(Schema):
    sentence: TextOut
    carried_out: Number
    retrospectives: list[RetrospectiveOut]


@retrospects.get("/retrospectives", response={200: RetrospectivesOut, **REFUSALS}, summary="Retrospectives")
def list_retrospectives(request: HttpRequest) -> RetrospectivesOut:
    """What was seen, what was agreed on, and what became of it."""
    require(person_of(request), Capability.SEE_INSIDE)
    return retrospectives_document()


@retrospects.post(
    "/retrospectives", response={201: RetrospectiveOut, **REFUSALS}, summary="Write down a retrospective"
)
def keep_retrospective(request: HttpRequest, body: RetrospectiveIn) -> Status[RetrospectiveOut]:
    """Of a department, or of the whole company."""
    row = retrospecting.keep_retrospective(person_of(request), RetrospectiveDraft(**dict(body)))
    return Status(201, _document(row))


@retrospects.post(
    "/retrospectives/{retrospective_id}/agreements",
    response={201: RetrospectiveOut, **REFUSALS},
    summary="Agree on something",
)
def agree(request: HttpRequest, retrospective_id: int, body: AgreementIn) -> Status[RetrospectiveOut]:
    """With who answers for it and until when."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = recalled.retrospective_by_id(retrospective_id)
    retrospecting.agree(me, row, AgreementDraft(**dict(body)))
    return Status(201, _document(row))


@retrospects.post(
    "/agreements/{agreement_id}/news",
    response={201: RetrospectiveOut, **REFUSALS},
    summary="Say what became of an agreement",
)
def tell(request: HttpRequest, agreement_id: int, body: AgreementNewsIn) -> Status[RetrospectiveOut]:
    """Done, dropped, put off or handed on; always with a word why."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = recalled.agreement_by_id(agreement_id)
    retrospecting.tell(me, row, NewsDraft(**dict(body)))
    return Status(201, _document(row.retrospective))


def retrospectives_document() -> RetrospectivesOut:
    """All that stand, the youngest first."""
    rows, today = list(recalled.retrospectives_ever().filter(withdrawn=None)), timezone.localdate()
    agreed = [each.agreed for each in recalled.agreements(rows)]
    said = how_it_goes(agreed, len(rows), today)
    return RetrospectivesOut(
        sentence=TextOut(de=said.de, en=said.en),
        carried_out=number(carried_out(agreed, today)),
        retrospectives=[_out(each) for each in rows],
    )


def _document(row: Retrospective) -> RetrospectiveOut:
    return _out(recalled.retrospective_by_id(row.pk))


def _out(row: Retrospective) -> RetrospectiveOut:
    return RetrospectiveOut(
        id=row.pk,
        title=row.title,
        day=row.day,
        seen=row.seen,
        unit=row.unit,
        occasion=row.occasion,
        agreements=[
            AgreementOut(
                id=each.row.pk,
                what=each.row.what,
                owner=each.owner.name,
                owner_left=each.owner.left,
                due=each.due,
                put_off=each.postponed,
                state=each.state,
                what_became_of_it=each.outcome,
            )
            for each in recalled.agreements([row])
        ],
    )
