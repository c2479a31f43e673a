"""The portfolio as documents for programs and the terminal."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from ninja import Field, Schema

from leitstern.app.common.schemas import MoneyOut, Number, TextOut, both, number
from leitstern.app.portfolio import models
from leitstern.app.portfolio.drafting import goal_draft, initiative_draft
from leitstern.app.portfolio.lists import Listed, State
from leitstern.app.portfolio.outcome_documents import (
    BroughtOut,
    OutcomeOut,
    brought_documents,
    outcome_document,
)
from leitstern.app.portfolio.outcomes import outcome
from leitstern.core.bridge.portfolio.drafts import LONGEST, LONGEST_WORDS, GoalDraft
from leitstern.core.bridge.portfolio.finding import NOTHING_THERE, Finding, Topic
from leitstern.core.bridge.portfolio.gate import Obstacle
from leitstern.core.bridge.portfolio.purposes import Balance
from leitstern.core.bridge.portfolio.strategy import GoalCheck
from leitstern.core.bridge.portfolio.terms import (
    Aim,
    AiMode,
    AiPurpose,
    Cadence,
    Horizon,
    Kind,
    MilestoneKind,
    Origin,
)
from leitstern.core.outside.outcomes import Fate


class FindingRowOut(Schema):
    said: TextOut
    initiative_id: int | None
    goal_id: int | None
    unit: str


class FindingOut(Schema):
    topic: Topic
    alarm: bool
    sentence: TextOut
    why: TextOut
    limits: TextOut
    share: Number
    rows: list[FindingRowOut]


class GoalIn(Schema):
    """`accountable` are names; whoever is named for the first time counts as a member of the board."""

    title: str = Field(max_length=LONGEST)
    metric: str = Field("", max_length=LONGEST)
    unit: str = Field("", max_length=40)
    baseline: float | None = None
    target: float | None = None
    target_day: date | None = None
    cadence: Cadence | None = None
    horizon: Horizon | None = None
    parent: str = ""
    accountable: list[str] = []
    link: str = Field("", max_length=500)

    def draft(self) -> GoalDraft:
        """As it is kept."""
        return GoalDraft(**(dict(self) | {"accountable": tuple(self.accountable)}))


class GoalOut(GoalIn):
    id: int
    slug: str
    withdrawn: bool
    complete: bool
    lacks: list[TextOut]
    unaccountable: TextOut | None
    readings: list[BroughtOut]


class ExpectationOut(Schema):
    metric: str = Field(max_length=LONGEST)
    baseline: float | None = None
    value: float
    unit: str = Field("", max_length=40)
    by: date
    who: str = Field(max_length=120)
    claim: str = Field("", max_length=80)


class PathOut(Schema):
    outcome: str = Field("", max_length=LONGEST_WORDS)
    activity: str = Field("", max_length=LONGEST_WORDS)
    capability: str = Field("", max_length=LONGEST)
    people: str = Field("", max_length=LONGEST_WORDS)
    process: str = Field("", max_length=LONGEST_WORDS)
    technology: str = Field("", max_length=LONGEST_WORDS)


class PullOut(Schema):
    """For (+1) or against (−1) a goal by its short name, with a weight of 1 to 3."""

    goal: str
    sign: int
    weight: int = Field(ge=1, le=3)


class ForPeopleOut(Schema):
    title: str = Field(max_length=LONGEST)
    owner: str = Field("", max_length=120)
    due: date | None = None


class ProjectMilestoneOut(Schema):
    title: str = Field(max_length=LONGEST)
    kind: MilestoneKind
    due: date | None = None
    reached: date | None = None


class InitiativeIn(Schema):
    """People by name; departments, touchpoints, journeys, goals and initiatives by short name."""

    title: str = Field(max_length=LONGEST)
    kind: Kind
    aim: Aim
    units: list[str]
    origin: Origin | None = None
    ai_mode: AiMode | None = None
    ai_purpose: AiPurpose | None = None
    customer_outcome: Fate | None = None
    personalises: bool = False
    persona: str = ""
    horizon: Horizon | None = None
    touchpoints: list[str] = []
    journeys: list[str] = []
    data_objects: list[str] = []
    roles: list[str] = []
    work_change: str = Field("", max_length=LONGEST_WORDS)
    budget: MoneyOut | None = None
    owner: str = Field("", max_length=120)
    sponsor: str = Field("", max_length=120)
    begins: date | None = None
    ends: date | None = None
    expects: ExpectationOut | None = None
    paths: list[PathOut] = []
    pulls: list[PullOut] = []
    people_measures: list[ForPeopleOut] = []
    milestones: list[ProjectMilestoneOut] = []
    needs: list[str] = []


class ObstacleOut(Schema):
    code: str
    text: TextOut


class InitiativeOut(InitiativeIn):
    id: int
    slug: str
    withdrawn: bool
    obstacles: list[ObstacleOut]
    approved: bool
    exception_by: str
    exception_reason: str
    outcome: OutcomeOut | None
    results: list[BroughtOut]


class AiAmountOut(MoneyOut):
    """An amount and its share of all such money in this currency."""

    share: Number


class AiPurposeOut(Schema):
    """`share` of the initiatives with AI of which it is said what it is for, by number; `money` by currency."""

    purpose: AiPurpose
    initiatives: int
    share: Number
    money: list[AiAmountOut]


class AiBalanceOut(Schema):
    """`unsaid`: with AI, without a purpose; `unpriced`: with a purpose, without a budget."""

    sentence: TextOut
    initiatives: int
    unsaid: int
    unpriced: int
    purposes: list[AiPurposeOut]


class InitiativeLineOut(Schema):
    id: int
    title: str
    kind: Kind
    ai_purpose: AiPurpose | None
    units: list[str]
    budget: MoneyOut | None
    state: State
    obstacles: int
    isolation: float
    goals: int
    outcome: OutcomeOut | None


class VendorPromiseOut(Schema):
    id: int
    initiative_id: int
    vendor: str
    capability: str
    metric: str
    level: str
    due: date
    kept: bool | None
    found: str


class VendorPromisesOut(Schema):
    kept: Number
    promises: list[VendorPromiseOut]


def finding_document(each: Finding) -> FindingOut:
    """One finding with its rows."""
    return FindingOut(
        topic=each.topic,
        alarm=each.alarm,
        sentence=both(each.sentence),
        why=both(each.why),
        limits=both(each.limits),
        share=number(each.value or NOTHING_THERE),
        rows=[
            FindingRowOut(said=both(row.said), initiative_id=row.initiative, goal_id=row.goal, unit=row.unit)
            for row in each.rows
        ],
    )


def balance_document(found: Balance) -> AiBalanceOut:
    """What artificial intelligence is for."""
    return AiBalanceOut(
        sentence=both(found.sentence),
        initiatives=found.n,
        unsaid=found.unsaid,
        unpriced=found.unpriced,
        purposes=[
            AiPurposeOut(
                purpose=each.purpose,
                initiatives=each.n,
                share=number(each.share),
                money=[
                    AiAmountOut(minor=money.minor, currency=money.currency, share=number(share))
                    for money, share in each.money
                ],
            )
            for each in found.purposes
        ],
    )


def goal_document(row: models.Goal, checked: GoalCheck) -> GoalOut:
    """One goal with its five-field check."""
    draft = goal_draft(row)
    said = {name: getattr(draft, name) for name in GoalIn.model_fields}
    return GoalOut(
        **(said | {"accountable": list(draft.accountable)}),
        id=row.pk,
        slug=row.slug,
        withdrawn=row.withdrawn is not None,
        complete=checked.complete,
        lacks=[both(text) for text in checked.missing],
        unaccountable=both(checked.unaccountable) if checked.unaccountable else None,
        readings=brought_documents(row.readings.all()),
    )


def initiative_document(
    row: models.Initiative, against: tuple[Obstacle, ...], approval: models.Approval | None
) -> InitiativeOut:
    """One initiative with what stands against it, what was expected of it, and what came of it."""
    came = outcome(approval) if approval else None
    return InitiativeOut(
        **asdict(initiative_draft(row)),
        id=row.pk,
        slug=row.slug,
        withdrawn=row.withdrawn is not None,
        obstacles=[ObstacleOut(code=each.code, text=both(each.text)) for each in against],
        approved=approval is not None,
        exception_by=approval.exception_by if approval else "",
        exception_reason=approval.exception_reason if approval else "",
        outcome=outcome_document(row, came) if came else None,
        results=brought_documents(came.results, came.expected.metric) if came else [],
    )


def line_document(each: Listed, came: OutcomeOut | None) -> InitiativeLineOut:
    """One line of the list, with what came of it."""
    one = each.one
    return InitiativeLineOut(
        id=one.key,
        title=one.title,
        kind=one.kind,
        ai_purpose=one.ai_purpose,
        units=list(one.units),
        budget=MoneyOut(minor=one.budget.minor, currency=one.budget.currency) if one.budget else None,
        state=each.state,
        obstacles=each.against,
        isolation=each.isolation.score,
        goals=len(one.contributions),
        outcome=came,
    )
