"""The decision log for programs."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.leadership import deciding, log
from leitstern.app.leadership.decision_documents import (
    DecisionOut,
    DecisionsOut,
    decision_document,
    decisions_document,
)
from leitstern.app.leadership.freezing import Shown
from leitstern.core.bridge.leadership.drafts import LINE, LONGEST, QuestionDraft, VerdictDraft
from leitstern.core.bridge.leadership.terms import Circle, Favour, Proof

router = Router(tags=["leadership"])


class AskedIn(Schema):
    question: str = Field(max_length=LINE)
    circle: Circle
    asked: date
    office: str = Field("", max_length=120)
    unit: str = ""
    deadline: date | None = None
    insight: date | None = None
    options: list[str] = Field([], max_length=40)


class OnTheTableIn(Schema):
    kind: Proof
    touchpoint: str = ""
    facet: str = ""  # of a wave the dimension
    reference: str = ""  # number of a measure or wave, short name of a key figure
    said: str = Field("", max_length=2_000)


class DecidedIn(Schema):
    day: date
    decided: str = Field(max_length=LONGEST)
    changed: bool
    nothing: bool = False
    otherwise: str = Field("", max_length=LONGEST)
    reason: str = Field("", max_length=LONGEST)
    favour: Favour | None = None
    review: date | None = None


class LookedIn(Schema):
    found: str = Field(max_length=LONGEST)
    again: date | None = None


class WhyIn(Schema):
    why: str = Field(max_length=LONGEST)


@router.get("", response={200: DecisionsOut, **REFUSALS}, summary="The decision log")
def list_decisions(request: HttpRequest) -> DecisionsOut:
    """Decisions, measures and approvals, with how far customers reach into them."""
    require(person_of(request), Capability.SEE_INSIDE)
    return decisions_document()


@router.post("", response={201: DecisionOut, **REFUSALS}, summary="Ask for a decision")
def ask(request: HttpRequest, body: AskedIn) -> Status[DecisionOut]:
    """A question that somebody has to decide."""
    draft = QuestionDraft(**{**body.model_dump(), "options": tuple(body.options)})
    return Status(201, decision_document(deciding.ask(person_of(request), draft)))


@router.get("/{decision_id}", response={200: DecisionOut, **REFUSALS}, summary="One decision")
def one_decision(request: HttpRequest, decision_id: int) -> DecisionOut:
    """With what lay on the table and what came of it."""
    require(person_of(request), Capability.SEE_INSIDE)
    return decision_document(log.decision_by_id(decision_id))


@router.post("/{decision_id}/table", response={201: DecisionOut, **REFUSALS}, summary="Put on the table")
def put(request: HttpRequest, decision_id: int, body: OnTheTableIn) -> Status[DecisionOut]:
    """Evidence, frozen as it is now."""
    found = log.decision_by_id(decision_id)
    deciding.put_on_the_table(person_of(request), found, Shown(**body.model_dump()))
    return Status(201, decision_document(found))


@router.post("/{decision_id}/verdict", response={201: DecisionOut, **REFUSALS}, summary="Write it down")
def write_down(request: HttpRequest, decision_id: int, body: DecidedIn) -> Status[DecisionOut]:
    """What was decided; its words stand from now on."""
    found = log.decision_by_id(decision_id)
    made = deciding.decide(person_of(request), found, VerdictDraft(**body.model_dump()))
    return Status(201, decision_document(made))


@router.post("/{decision_id}/reviews", response={201: DecisionOut, **REFUSALS}, summary="Look again")
def look_again(request: HttpRequest, decision_id: int, body: LookedIn) -> Status[DecisionOut]:
    """What came of it, and when to look next."""
    found = log.decision_by_id(decision_id)
    deciding.review(person_of(request), found, body.found, body.again)
    return Status(201, decision_document(found))


@router.post("/{decision_id}/reversal", response={201: DecisionOut, **REFUSALS}, summary="Reverse it")
def reverse(request: HttpRequest, decision_id: int, body: WhyIn) -> Status[DecisionOut]:
    """With a reason; both stay readable."""
    made = deciding.reverse(person_of(request), log.decision_by_id(decision_id), body.why)
    return Status(201, decision_document(made))
