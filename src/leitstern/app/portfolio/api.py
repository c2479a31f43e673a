"""The portfolio for programs."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS, number
from leitstern.app.portfolio import approving, following, models, queries, standing
from leitstern.app.portfolio.documents import (
    AiBalanceOut,
    FindingOut,
    GoalIn,
    GoalOut,
    InitiativeIn,
    InitiativeLineOut,
    InitiativeOut,
    VendorPromiseOut,
    VendorPromisesOut,
    balance_document,
    finding_document,
    goal_document,
    initiative_document,
    line_document,
)
from leitstern.app.portfolio.fates import all_became
from leitstern.app.portfolio.keeping import keep_goal, keep_initiative
from leitstern.app.portfolio.lists import listed
from leitstern.app.portfolio.outcome_documents import (
    BecameOut,
    HolderIn,
    HolderOut,
    OutcomeOut,
    became_documents,
    holder_document,
    outcome_document,
)
from leitstern.app.portfolio.outcomes import fulfilment_now, judged
from leitstern.core.bridge.portfolio.drafts import ForPeople, InitiativeDraft, Pull
from leitstern.core.bridge.portfolio.picture import Expectation, Path, ProjectMilestone
from leitstern.core.bridge.portfolio.purposes import balance
from leitstern.core.bridge.portfolio.stage import Stage
from leitstern.core.bridge.portfolio.strategy import check
from leitstern.core.company.money import Money

router = Router(tags=["portfolio"])


class ApprovalIn(Schema):
    """Both empty, or both said: an exception is a named person's and has a reason."""

    exception_by: str = Field("", max_length=120)
    exception_reason: str = Field("", max_length=10_000)


class MeasuredIn(Schema):
    """A number with its interval, n, day and source."""

    day: date
    value: float
    low: float
    high: float
    n: int = Field(ge=1)
    source: str = Field(max_length=200)

    def measured(self) -> following.Measured:
        """As it is kept."""
        return following.Measured(**dict(self))


class TurnIn(Schema):
    """`words` is what was learned, needed when it is stopped; `who` carries it on, needed when it is handed over."""

    stage: Stage
    day: date
    words: str = Field("", max_length=10_000)
    who: str = Field("", max_length=120)


class VendorPromiseIn(Schema):
    vendor: str = Field(max_length=120)
    capability: str = Field(max_length=200)
    metric: str = Field(max_length=200)
    level: str = Field(max_length=120)
    due: date
    source: str = Field("", max_length=200)


class JudgementIn(Schema):
    kept: bool
    measured: str = Field(max_length=200)
    day: date


@router.get("/findings", response={200: list[FindingOut], **REFUSALS}, summary="What the portfolio tells")
def list_findings(request: HttpRequest) -> list[FindingOut]:
    """Every finding with its rows, its reason and what it cannot see; alarms first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [finding_document(each) for each in queries.findings_now()]


@router.get("/ai-balance", response={200: AiBalanceOut, **REFUSALS}, summary="What AI is used for")
def ai_balance(request: HttpRequest) -> AiBalanceOut:
    """Efficiency, relevance or empathy: by initiatives under way and by their money."""
    require(person_of(request), Capability.SEE_INSIDE)
    return balance_document(balance(queries.portfolio(), timezone.localdate()))


@router.get("/goals", response={200: list[GoalOut], **REFUSALS}, summary="The target picture")
def list_goals(request: HttpRequest) -> list[GoalOut]:
    """Every standing goal with its five-field check and its readings, the newest first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [_goal(row) for row in standing.goals().select_related("parent")]


@router.post("/goals", response={201: GoalOut, **REFUSALS}, summary="Set a goal")
def set_goal(request: HttpRequest, body: GoalIn) -> Status[GoalOut]:
    """What is merely missing is told, not refused."""
    return Status(201, _goal(keep_goal(person_of(request), body.draft())))


@router.put("/goals/{goal_id}", response={200: GoalOut, **REFUSALS}, summary="Say a goal otherwise")
def change_goal(request: HttpRequest, goal_id: int, body: GoalIn) -> GoalOut:
    """Earlier wordings stay readable."""
    me = person_of(request)
    require(me, Capability.STEER)
    return _goal(keep_goal(me, body.draft(), queries.goal_by_id(goal_id)))


@router.post("/goals/{goal_id}/readings", response={201: GoalOut, **REFUSALS}, summary="Where a goal stands")
def read_goal(request: HttpRequest, goal_id: int, body: MeasuredIn) -> Status[GoalOut]:
    """A number with interval, n, day and source."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.goal_by_id(goal_id)
    following.record_reading(me, row, body.measured())
    return Status(201, _goal(row))


@router.get("/initiatives", response={200: list[InitiativeLineOut], **REFUSALS}, summary="All initiatives")
def list_initiatives(request: HttpRequest) -> list[InitiativeLineOut]:
    """Each with its state at the gate and how far it stands by itself."""
    require(person_of(request), Capability.SEE_INSIDE)
    came = {row.pk: outcome_document(row, found) for row, found in queries.outcomes()}
    return [line_document(each, came.get(each.one.key)) for each in listed()]


@router.get(
    "/initiatives/{initiative_id}", response={200: InitiativeOut, **REFUSALS}, summary="One initiative"
)
def one_initiative(request: HttpRequest, initiative_id: int) -> InitiativeOut:
    """Everything it says, and what stands against approving it."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _initiative(queries.initiative_by_id(initiative_id))


@router.post("/initiatives", response={201: InitiativeOut, **REFUSALS}, summary="Enter an initiative")
def enter_initiative(request: HttpRequest, body: InitiativeIn) -> Status[InitiativeOut]:
    """What is merely missing is told by the gate, not refused."""
    return Status(201, _initiative(keep_initiative(person_of(request), _draft(body))))


@router.put(
    "/initiatives/{initiative_id}",
    response={200: InitiativeOut, **REFUSALS},
    summary="Say an initiative otherwise",
)
def change_initiative(request: HttpRequest, initiative_id: int, body: InitiativeIn) -> InitiativeOut:
    """All its parts are replaced; earlier wordings, and what was approved, stay readable."""
    me = person_of(request)
    require(me, Capability.STEER)
    return _initiative(keep_initiative(me, _draft(body), queries.initiative_by_id(initiative_id)))


@router.post(
    "/initiatives/{initiative_id}/approval",
    response={201: InitiativeOut, **REFUSALS},
    summary="Approve an initiative",
)
def approve(request: HttpRequest, initiative_id: int, body: ApprovalIn) -> Status[InitiativeOut]:
    """Freezes what is expected. With obstacles only as a named person's exception with a reason."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    row = queries.initiative_by_id(initiative_id)
    approving.approve(me, row, exception_by=body.exception_by, exception_reason=body.exception_reason)
    return Status(201, _initiative(queries.initiative_by_id(initiative_id)))


@router.post(
    "/initiatives/{initiative_id}/results",
    response={201: InitiativeOut, **REFUSALS},
    summary="What came of it",
)
def bring_result(request: HttpRequest, initiative_id: int, body: MeasuredIn) -> Status[InitiativeOut]:
    """In the metric that was frozen with the approval."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.initiative_by_id(initiative_id)
    following.record_result(me, row, body.measured())
    return Status(201, _initiative(row))


@router.post(
    "/initiatives/{initiative_id}/turns",
    response={201: InitiativeOut, **REFUSALS},
    summary="Say how far an initiative is",
)
def turn(request: HttpRequest, initiative_id: int, body: TurnIn) -> Status[InitiativeOut]:
    """Running, stopped with what was learned, ended, or handed to daily work; the newest holds, all stay."""
    me = person_of(request)
    require(me, Capability.STEER)
    row = queries.initiative_by_id(initiative_id)
    following.turn(me, row, **dict(body))
    return Status(201, _initiative(queries.initiative_by_id(initiative_id)))


@router.get(
    "/customer-outcomes",
    response={200: list[BecameOut], **REFUSALS},
    summary="What became of customers before and since",
)
def list_customer_outcomes(request: HttpRequest) -> list[BecameOut]:
    """Of every initiative that says whether customers are to have contact again, stay, or trust, by persona and journey."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = all_became(timezone.localdate())
    return [each for row, became in found for each in became_documents(row, became)]


@router.get("/results", response={200: list[OutcomeOut], **REFUSALS}, summary="Expectation against result")
def list_results(request: HttpRequest) -> list[OutcomeOut]:
    """What was frozen with each approval, the newest result, and what follows; before and after prove nothing."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [outcome_document(row, came) for row, came in queries.outcomes()]


@router.get("/responsible", response={200: list[HolderOut], **REFUSALS}, summary="Who answers for what")
def list_responsible(request: HttpRequest) -> list[HolderOut]:
    """Everybody who answers or answered for something, with how many goals and initiatives."""
    require(person_of(request), Capability.SEE_INSIDE)
    today = timezone.localdate()
    return [holder_document(each, today) for each in queries.duties()]


@router.put(
    "/responsible/{holder_id}",
    response={200: HolderOut, **REFUSALS},
    summary="On the board, or no longer there",
)
def keep_responsible(request: HttpRequest, holder_id: int, body: HolderIn) -> HolderOut:
    """Whoever leaves gets a day and stays readable; what they answered for is listed as a gap from then on."""
    me = person_of(request)
    require(me, Capability.STEER)
    following.keep_holder(me, queries.holder_by_id(holder_id), board=body.board, left=body.left)
    return holder_document(queries.duties().get(pk=holder_id), timezone.localdate())


@router.get("/promises", response={200: VendorPromisesOut, **REFUSALS}, summary="What vendors promised")
def list_promises(request: HttpRequest) -> VendorPromisesOut:
    """The ledger, and the share kept of what was due."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = list(queries.vendor_promises())
    return VendorPromisesOut(
        kept=number(fulfilment_now(found, timezone.localdate())), promises=[_promise(each) for each in found]
    )


@router.post(
    "/initiatives/{initiative_id}/promises",
    response={201: VendorPromiseOut, **REFUSALS},
    summary="Write a vendor's promise down",
)
def write_promise(
    request: HttpRequest, initiative_id: int, body: VendorPromiseIn
) -> Status[VendorPromiseOut]:
    """Its words never change afterwards."""
    me = person_of(request)
    require(me, Capability.STEER)
    made = following.record_promise(me, queries.initiative_by_id(initiative_id), **dict(body))
    return Status(201, _promise(made))


@router.post(
    "/promises/{promise_id}/judgements",
    response={201: VendorPromiseOut, **REFUSALS},
    summary="Was a promise kept?",
)
def judge(request: HttpRequest, promise_id: int, body: JudgementIn) -> Status[VendorPromiseOut]:
    """The newest judgement counts; all stay."""
    me = person_of(request)
    require(me, Capability.STEER)
    promise = queries.promise_by_id(promise_id)
    following.judge_promise(me, promise, kept=body.kept, measured=body.measured, day=body.day)
    return Status(201, _promise(promise))


def _goal(row: models.Goal) -> GoalOut:
    return goal_document(row, check(standing.as_goal(row), timezone.localdate()))


def _initiative(row: models.Initiative) -> InitiativeOut:
    return initiative_document(row, queries.gate(row), queries.standing_approval(row))


def _promise(each: models.VendorPromise) -> VendorPromiseOut:
    found = judged(each)
    fields = ("vendor", "capability", "metric", "level", "due")
    return VendorPromiseOut(
        **{name: getattr(each, name) for name in fields},
        id=each.pk,
        initiative_id=each.initiative_id,
        kept=found.kept if found else None,
        found=found.measured if found else "",
    )


def _draft(body: InitiativeIn) -> InitiativeDraft:
    said: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in body}
    return InitiativeDraft(
        **(
            said
            | {
                "budget": Money(**dict(body.budget)) if body.budget else None,
                "expects": Expectation(**dict(body.expects)) if body.expects else None,
                "paths": tuple(Path(**dict(each)) for each in body.paths),
                "pulls": tuple(Pull(**dict(each)) for each in body.pulls),
                "people_measures": tuple(ForPeople(**dict(each)) for each in body.people_measures),
                "milestones": tuple(ProjectMilestone(**dict(each)) for each in body.milestones),
            }
        )
    )
