"""Technology as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.stack import importing, queries
from leitstern.app.stack.lists import ApplicationLine, CapabilityLine, application_lines, capability_lines
from leitstern.app.stack.models import Import
from leitstern.core.inside.adoption.rungs import Rung
from leitstern.core.inside.stack.advice import Advice, Option
from leitstern.core.inside.stack.difference import title
from leitstern.core.inside.stack.finding import Finding, Ground, Topic
from leitstern.core.inside.stack.inventory import Integration, kind_of
from leitstern.core.inside.stack.ratings import Question, View
from leitstern.core.inside.stack.resting import Fit
from leitstern.core.inside.stack.roadmap import Stage, Step
from leitstern.core.inside.stack.terms import Category, Kind, Level, Lifecycle, Remedy, Way
from leitstern.core.inside.stack.time_class import TimeClass
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

NOT_COUNTED = Missing(
    "not-counted", Text(en="this finding has no share", de="diese Aussage hat keinen Anteil")
)


class AmountOut(Schema):
    minor: int  # smallest units of the currency
    currency: str


class FitOut(Schema):
    application: str
    rating: Number


class SystemRatingOut(Schema):
    question: Question
    owner: Number
    users: Number
    independent: Number
    owner_above_users: Number | None


class SystemOut(Schema):
    application: str
    name: str
    category: Category
    lifecycle: Lifecycle
    units: list[str]
    owner: str
    it_owner: str
    vendor: str
    cost_per_year: AmountOut | None
    acquired: date | None
    live_since: date | None
    island: list[TextOut]  # why it is one; nothing if it is none
    same_kind_twice: bool
    capabilities: list[str]
    worth: Number
    lived: Number
    fit: Number  # with culture, roles and processes: the weakest of the three
    field: TimeClass | None
    decided: Option | None
    teams: (
        dict[Rung, int] | None
    )  # that have come as far as a rung and no further; nobody looks at its use: null


class StackGapOut(Schema):
    text: str
    application: str
    critical: bool
    remedy: Remedy | None
    contract: bool


class IntegrationOut(Schema):
    source: str
    target: str
    way: Way
    objects: list[str]


class StackCapabilityOut(Schema):
    capability: str
    name: str
    outcome: str
    owner: str
    touchpoints: list[str]
    applications: list[str]
    people: Level | None
    process: Level | None
    technology: Level | None
    level: Level | None  # the weakest part
    gaps: list[StackGapOut]
    advised: Option
    decided: Option | None
    cost_per_year: list[AmountOut]  # per currency, of its applications, also where they serve others as well
    without_cost: int  # applications of which nobody said what they cost
    integrations: list[IntegrationOut]
    worst_function: FitOut | None
    worst_for_customers: FitOut | None
    teams: dict[Rung, int] | None  # over its applications, a team once for each of them


class StackDataOut(Schema):
    data: str
    name: str
    leading: str
    kept_in: list[str]
    purpose: str
    used: date | None


class StackRowOut(Schema):
    text: TextOut
    kind: Kind | None
    slug: str


class StackFindingOut(Schema):
    topic: Topic
    alarm: bool
    sentence: TextOut
    why: TextOut
    rows: list[StackRowOut]
    share: Number
    cost_per_year: list[AmountOut]


class StackReasonOut(Schema):
    text: TextOut
    rows: list[TextOut]


class StackChangeOut(Schema):
    condition: TextOut
    option: Option


class AdviceOut(Schema):
    option: Option
    reasons: list[StackReasonOut]
    changes: list[StackChangeOut]


class ConditionOut(Schema):
    text: TextOut
    met: bool
    rows: list[StackRowOut]


class StageOut(Schema):
    stage: Stage
    open: bool
    gate: list[ConditionOut]
    decided: list[str]
    initiatives: list[str]


class StackFileOut(Schema):
    file: int
    kept: bool
    columns: dict[str, str]  # what the file calls it → our name; empty: left out
    added: list[str]
    changed: dict[str, list[TextOut]]
    gone: list[str]


def system_documents() -> list[SystemOut]:
    """Every application that is there."""
    ground = queries.ground()
    return [_system(each, ground) for each in application_lines(ground)]


def _system(line: ApplicationLine, ground: Ground) -> SystemOut:
    one = line.one
    return SystemOut(
        application=one.slug,
        name=one.name,
        category=one.category,
        lifecycle=one.lifecycle,
        units=list(one.units),
        owner=one.owner,
        it_owner=one.it_owner,
        vendor=one.vendor,
        cost_per_year=AmountOut(minor=one.cost.minor, currency=one.cost.currency) if one.cost else None,
        acquired=one.acquired,
        live_since=one.live_since,
        island=[both(each) for each in line.island],
        same_kind_twice=line.duplicate,
        capabilities=[each.slug for each in ground.inventory.capabilities_of.get(one.slug, ())],
        worth=number(line.placed.worth),
        lived=number(line.placed.lived),
        fit=number(line.harmony),
        field=line.placed.field,
        decided=Option(line.decision.option) if line.decision else None,
        teams=dict(line.teams) if line.teams else None,
    )


def rating_documents(slug: str) -> list[SystemRatingOut]:
    """What people say of one application."""
    rated = queries.ratings()
    return [
        SystemRatingOut(
            question=each,
            owner=number(rated.mean(slug, each, View.OWNER)),
            users=number(rated.mean(slug, each)),
            independent=number(rated.mean(slug, each, View.INDEPENDENT)),
            owner_above_users=number(found.bias) if (found := rated.attachment(slug, each)) else None,
        )
        for each in Question
    ]


def capability_documents() -> list[StackCapabilityOut]:
    """Every capability that is there."""
    ground = queries.ground()
    return [_capability(each) for each in capability_lines(ground, ground.inventory.capabilities)]


def _capability(line: CapabilityLine) -> StackCapabilityOut:
    one, rests = line.one, line.resting
    return StackCapabilityOut(
        capability=one.slug,
        name=one.name,
        outcome=one.outcome,
        owner=one.owner,
        touchpoints=list(one.touchpoints),
        applications=list(one.applications),
        **one.parts,
        level=one.level,
        gaps=[
            StackGapOut(
                text=gap.text,
                application=gap.application,
                critical=gap.critical,
                remedy=gap.remedy,
                contract=gap.contract,
            )
            for gap in one.gaps
        ],
        advised=line.advised,
        decided=Option(line.decision.option) if line.decision else None,
        cost_per_year=[AmountOut(minor=each.minor, currency=each.currency) for each in rests.costs],
        without_cost=rests.unpriced,
        integrations=[integration_document(each) for each in rests.integrations],
        worst_function=_fit(rests.function),
        worst_for_customers=_fit(rests.customers),
        teams=dict(line.teams) if line.teams else None,
    )


def integration_document(found: Integration) -> IntegrationOut:
    """How data gets from one application to another."""
    return IntegrationOut(
        source=found.source, target=found.target, way=found.way, objects=list(found.objects)
    )


def _fit(found: Fit | None) -> FitOut | None:
    return FitOut(application=found.application, rating=number(found.seen)) if found else None


def finding_document(found: Finding) -> StackFindingOut:
    """One finding with every row."""
    return StackFindingOut(
        topic=found.topic,
        alarm=found.alarm,
        sentence=both(found.sentence),
        why=both(found.why),
        rows=[StackRowOut(text=both(row.said), kind=row.kind, slug=row.slug) for row in found.rows],
        share=number(found.value or NOT_COUNTED),
        cost_per_year=[AmountOut(minor=each.minor, currency=each.currency) for each in found.money],
    )


def advice_document(advice: Advice) -> AdviceOut:
    """What the rule says."""
    return AdviceOut(
        option=advice.option,
        reasons=[
            StackReasonOut(text=both(each.text), rows=[both(row) for row in each.rows])
            for each in advice.reasons
        ],
        changes=[
            StackChangeOut(condition=both(each.condition), option=each.option) for each in advice.changes
        ],
    )


def stage_document(step: Step) -> StageOut:
    """One stage with its gate."""
    return StageOut(
        stage=step.stage,
        open=step.open,
        gate=[
            ConditionOut(
                text=both(each.text),
                met=each.met,
                rows=[StackRowOut(text=both(row.said), kind=row.kind, slug=row.slug) for row in each.rows],
            )
            for each in step.gate
        ],
        decided=[item.name for item in step.items],
        initiatives=list(step.plans),
    )


def file_document(row: Import) -> StackFileOut:
    """What a file says, and what keeping it would change now."""
    names = queries.application_names()
    stands = bool(row.kept and not row.withdrawn)
    found = None if stands or row.origin == "ratings" else importing.shown(row)
    rated = importing.rated(row) if row.origin == "ratings" else ()
    return StackFileOut(
        file=row.pk,
        kept=stands,
        columns={theirs: en for theirs, en, _de in row.columns},
        added=[title(each, names) for each in found.added] if found else [each.application for each in rated],
        changed={
            f"{kind_of(each.before)}:{each.before.slug}": [both(text) for text in each.fields]
            for each in (found.changed if found else ())
        },
        gone=[title(each, names) for each in found.gone] if found else [],
    )
