"""What customers lived, as documents: the same for the interface for programs and for the command line.

Touchpoints, departments, channels and promises are named by their slugs; null is unmapped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal
from zoneinfo import ZoneInfo

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.outside import queries
from leitstern.app.outside.breaks import breaks_document, breaks_monthly
from leitstern.app.outside.completion import completion_document
from leitstern.app.outside.heard_documents import HeardOut, heard
from leitstern.app.outside.people import people
from leitstern.app.outside.reading import Published
from leitstern.app.outside.response_times import response_times
from leitstern.app.outside.times import when
from leitstern.core.company.codes import Kind
from leitstern.core.company.taxonomy import CLASSES
from leitstern.core.outside.timeline import AnswerDetail, ContactDetail, PromiseDetail, TimelineEvent

PromisesBy = Literal["promise", "touchpoint", "channel", "department"]
ScoresBy = Literal["company", "touchpoint", "channel", "department"]


class FlowOut(Schema):
    touchpoint: str | None
    next_touchpoint: str | None
    ends: bool
    customers: int
    journeys: int
    contacts: int
    share: Number
    wait_median_hours: Number
    wait_p90_hours: Number


class VariantOut(Schema):
    path: list[str | None]
    customers: int
    journeys: int
    share: Number
    coverage: Number


class VariantsOut(Schema):
    variants: list[VariantOut]
    distinct: int
    journeys: int


class HandoffOut(Schema):
    department: str | None
    next_department: str | None
    customers: int
    journeys: int
    handoffs: int
    wait_median_hours: Number
    returned: Number


class RepeatsOut(Schema):
    touchpoint: str | None
    customers: int
    contacts: int
    of_contacts: Number
    of_customers: Number


class PromisesOut(Schema):
    group: str | None
    promises: int
    open: int
    overdue: int
    late: Number
    days_late: Number


class ScoreOut(Schema):
    group: str | None
    kind: str
    facet: str
    low: float
    high: float
    customers: int
    answers: int
    good: Number
    best: Number
    mean: Number
    net_promoter: Number
    few: bool


class MilestoneOut(Schema):
    milestone: str
    name: TextOut
    customers: int
    reached: int
    pending: int
    answered: Number
    spoiled: Number
    called: Number
    calls: Number


def flows(state: Published) -> list[FlowOut]:
    """Directly-follows pairs with customers, journeys and waits, most frequent first."""
    return [
        FlowOut(
            touchpoint=_slug(state, "touchpoint", flow.touchpoint),
            next_touchpoint=_slug(state, "touchpoint", flow.next_touchpoint),
            ends=flow.next_touchpoint is None,
            customers=flow.customers,
            journeys=flow.journeys,
            contacts=flow.contacts,
            share=number(flow.share),
            wait_median_hours=number(flow.wait_median),
            wait_p90_hours=number(flow.wait_p90),
        )
        for flow in queries.all_flows(state)
    ]


def variants(state: Published, top: int = 20) -> VariantsOut:
    """Paths with their share and coverage."""
    found = queries.top_variants(state, top)
    return VariantsOut(
        variants=[
            VariantOut(
                path=[_slug(state, "touchpoint", code) for code in variant.path],
                customers=variant.customers,
                journeys=variant.journeys,
                share=number(variant.share),
                coverage=number(variant.coverage),
            )
            for variant in found.variants
        ],
        distinct=found.distinct,
        journeys=found.journeys,
    )


def handoffs(state: Published) -> list[HandoffOut]:
    """Where customers are passed on within one case, how long they wait, how often they are passed back unplanned."""
    return [
        HandoffOut(
            department=_slug(state, "department", handoff.department),
            next_department=_slug(state, "department", handoff.next_department),
            customers=handoff.customers,
            journeys=handoff.journeys,
            handoffs=handoff.handoffs,
            wait_median_hours=number(handoff.wait_median),
            returned=number(handoff.returned),
        )
        for handoff in queries.all_handoffs(state)
    ]


def repeats(state: Published) -> list[RepeatsOut]:
    """Per touchpoint, the share of contacts that are repeats and of customers who had one."""
    return [
        RepeatsOut(
            touchpoint=_slug(state, "touchpoint", found.touchpoint),
            customers=found.customers,
            contacts=found.contacts,
            of_contacts=number(found.of_contacts),
            of_customers=number(found.of_customers),
        )
        for found in queries.all_repeats(state)
    ]


def promises(state: Published, by: PromisesBy = "promise") -> list[PromisesOut]:
    """What became of promises, per promise, touchpoint, channel or department."""
    return [
        PromisesOut(
            group=_slug(state, by, int(str(record.group[0]))),
            promises=record.promises,
            open=record.open,
            overdue=record.overdue,
            late=number(record.late),
            days_late=number(record.days_late),
        )
        for record in queries.promises_by(state, [by])
    ]


def scores(state: Published, by: ScoresBy = "company") -> list[ScoreOut]:
    """Scores with adjusted intervals and n, for the whole company or per group."""
    columns = [] if by == "company" else [by]
    return [
        ScoreOut(
            group=_slug(state, by, int(str(score.group[0]))) if by != "company" else None,
            kind=score.kind,
            facet=score.facet,
            low=score.low,
            high=score.high,
            customers=score.customers,
            answers=score.answers,
            good=number(score.good),
            best=number(score.best),
            mean=number(score.mean),
            net_promoter=number(score.net_promoter),
            few=score.few,
        )
        for score in queries.scores_by(state, columns)
    ]


def milestones(state: Published) -> list[MilestoneOut]:
    """How often each milestone was reached, answered as expected, and spoiled."""
    return [
        MilestoneOut(
            milestone=milestone.slug,
            name=both(milestone.name),
            customers=record.customers,
            reached=record.reached,
            pending=record.pending,
            answered=number(record.answered),
            spoiled=number(record.spoiled),
            called=number(record.called),
            calls=number(record.calls),
        )
        for milestone, record in queries.milestones(state)
    ]


def story_rows(state: Published, events: Sequence[TimelineEvent], language: str) -> list[list[object]]:
    """One customer's events as rows of `STORY`, names in `language`, times on the company's clock (ISO 8601)."""
    zone = ZoneInfo(state.taxonomy.time_zone)
    return [[when(event, zone).isoformat(), *_story_row(state, event, language)] for event in events]


QUESTIONS: dict[str, Callable[[Published], Sequence[Schema] | VariantsOut | HeardOut]] = {
    "flows": flows,
    "variants": variants,
    "handoffs": handoffs,
    "repeats": repeats,
    "promises": promises,
    "scores": scores,
    "milestones": milestones,
    "heard": heard,
    "people": people,
    "breaks": breaks_document,
    "breaks-monthly": breaks_monthly,
    "completion": completion_document,
    "response-times": response_times,
}
STORY = [
    "at",
    "what",
    "touchpoint",
    "channel",
    "department",
    "value",
    "comment",
    "promise",
    "due",
    "late_days",
    "import",
    "line",
]


def _story_row(state: Published, event: TimelineEvent, language: str) -> list[object]:
    taxonomy, detail = state.taxonomy, event.detail
    place = [
        taxonomy.name("touchpoint", event.touchpoint).to(language),
        taxonomy.name("channel", event.channel).to(language),
        taxonomy.name("department", event.department).to(language),
    ]
    rest: list[object]
    match detail:
        case ContactDetail():
            rest = ["contact", *place, None, None, None, None, None]
        case AnswerDetail():
            rest = ["feedback", *place, detail.value, detail.comment, None, None, None]
        case PromiseDetail():
            name = taxonomy.name("promise", detail.promise).to(language)
            rest = ["promise", *place, None, None, name, detail.due_date, detail.late_days]
    return [*rest, event.import_id, event.line]


def _slug(state: Published, kind: Kind, code: int | None) -> str | None:
    term = None if code is None else state.taxonomy.lookup(CLASSES[kind]).code(code)
    return term.slug if term else None
