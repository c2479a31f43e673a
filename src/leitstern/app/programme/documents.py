"""The programme as documents for programs. A forecast is months with P10 to P90; no date is ever given."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.programme.resources import names_of
from leitstern.core.bridge.programme.gates import Cause, State
from leitstern.core.bridge.programme.hurdle import HurdleKind
from leitstern.core.bridge.programme.seven import GUIDES
from leitstern.core.bridge.programme.standing import next_sentence, sentence
from leitstern.core.bridge.programme.task import Side, Supply

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leitstern.app.programme.hurdling import HurdleLine
    from leitstern.app.programme.looking import PlanView, ScenarioLine
    from leitstern.app.programme.models import Programme, Task
    from leitstern.app.programme.resources import There
    from leitstern.core.bridge.programme.forecast import Span
    from leitstern.core.bridge.programme.gates import Gate
    from leitstern.core.bridge.programme.looking_back import Record
    from leitstern.core.bridge.programme.standing import Standing
    from leitstern.core.bridge.programme.task import Resource
    from leitstern.core.texts import Text


class StepOut(Schema):
    """Levels 0 to 4 claimed and credited; `skipped` is every decision ever to leave it out."""

    step: int
    title: TextOut
    asks: TextOut
    state: State
    since: date | None
    cause: Cause | None
    claimed_level: int | None
    credited_level: int | None
    missing: TextOut
    owner: str
    skipped: list[str]
    alarms: list[str]
    ticked_off: bool


class ProgrammeOut(Schema):
    title: str
    began: date
    ended: date | None
    route: str
    sentence: TextOut
    next: TextOut | None
    baseline: bool
    settled_waves: int
    needed_waves: int
    done: bool
    steps: list[StepOut]


class HurdleOut(Schema):
    id: int
    title: str
    kind: HurdleKind
    unit: str
    since: date
    age_days: int
    owner: str
    owner_left: date | None
    measure: str
    effect: str
    cleared: date | None


class MonthsOut(Schema):
    """Months from the day of the plan: one of ten, half, four of five, nine of ten possible worlds are there by then."""

    p10: float
    p50: float
    p80: float
    p90: float


class PlannedTaskOut(Schema):
    key: str
    title: str
    side: Side
    starts: MonthsOut
    ends: MonthsOut
    rank_correlation: float | None
    carries_gate: bool


class RoadmapOut(Schema):
    """`bound_months`: no plan is shorter with the likeliest durations. `least_months`: nor any world, with the shortest
    (nothing in plans kept before it was worked out). `shortest_kept_share`: how many worlds keep the shortest plan."""

    planned_on: date
    sentence: TextOut
    finish: MonthsOut
    bound_months: float
    least_months: float | None
    bound: TextOut
    shortest_kept_share: float
    gated: bool
    possible_worlds: int
    tasks: list[PlannedTaskOut]
    changed: list[TextOut]
    forecasts_kept: Number


class ScenarioOut(Schema):
    id: int
    title: str
    finish: MonthsOut | None
    later_p10_months: float | None
    later_p50_months: float | None
    later_p90_months: float | None
    later_share: float | None
    problem: TextOut | None
    nothing: bool


class TaskKeptOut(Schema):
    id: int
    title: str


class TaskOut(Schema):
    """Months at least (`low`), most likely (`mode`), at most (`high`). `needs` are tasks it waits for; `left_out` is why it is planned no more."""

    id: int
    title: str
    side: Side
    low: float
    mode: float
    high: float
    source: str
    unit: str
    owner: str
    owner_left: date | None
    initiative: int | None
    carries_gate: bool
    needs: list[int]
    began: date | None
    ended: date | None
    left_out: str


class ThereOut(Schema):
    """How much there is a month, no `amount` where it is not limited. `taken`: what a board area has taken on of the hours
    it declared, of which `for_change_hours` are for change; `too_much` where the plan counts with more than there is."""

    supply: Supply
    of: str
    name: TextOut
    amount: float | None
    source: TextOut
    day: date
    taken: Number | None
    for_change_hours: float | None
    too_much: bool


class PlanJobOut(Schema):
    job_id: int
    state: str


class CapacityOut(Schema):
    supply: Supply
    of: str
    amount: float | None
    day: date


def programme_document(row: Programme, found: Standing) -> ProgrammeOut:
    """The programme with its steps."""
    ahead = next_sentence(found)
    return ProgrammeOut(
        title=row.title,
        began=row.began,
        ended=row.ended,
        route=row.route,
        sentence=both(sentence(found)),
        next=both(ahead) if ahead else None,
        baseline=found.baseline,
        settled_waves=found.settled[0],
        needed_waves=found.settled[1],
        done=found.done,
        steps=[step_document(each) for each in found.gates],
    )


def step_document(gate: Gate) -> StepOut:
    """One step."""
    guide = GUIDES[gate.step]
    return StepOut(
        step=int(gate.step),
        title=both(guide.title),
        asks=both(guide.asks),
        state=gate.state,
        since=gate.since,
        cause=gate.cause,
        claimed_level=gate.credit.claimed if gate.credit else None,
        credited_level=gate.credit.credited if gate.credit else None,
        missing=both(gate.missing),
        owner=gate.owner,
        skipped=[each.words for each in gate.skips],
        alarms=[each.words for each in gate.alarms],
        ticked_off=gate.ticked_off,
    )


def hurdle_document(each: HurdleLine) -> HurdleOut:
    """One hurdle as it stood."""
    hurdle = each.hurdle
    return HurdleOut(
        id=each.row.pk,
        title=hurdle.title,
        kind=hurdle.kind,
        unit=each.unit,
        since=hurdle.since,
        age_days=each.age,
        owner=each.owner,
        owner_left=each.left,
        measure=hurdle.measure,
        effect=hurdle.effect,
        cleared=hurdle.cleared,
    )


def roadmap_document(found: PlanView, changed: tuple[Text, ...], kept: Record) -> RoadmapOut:
    """A plan with what changed and how earlier forecasts did."""
    forecast = found.forecast
    return RoadmapOut(
        planned_on=found.plan.day,
        sentence=both(found.sentence),
        finish=_months(forecast.finish),
        bound_months=forecast.bound,
        least_months=forecast.least,
        bound=both(found.bound),
        shortest_kept_share=forecast.kept,
        gated=forecast.gated,
        possible_worlds=forecast.runs,
        tasks=[
            PlannedTaskOut(
                key=each.task.key,
                title=each.task.title,
                side=each.task.side,
                starts=_months(each.forecast.start),
                ends=_months(each.forecast.finish),
                rank_correlation=each.forecast.criticality,
                carries_gate=each.task.carries_gate,
            )
            for each in found.lines
        ],
        changed=[both(each) for each in changed],
        forecasts_kept=number(kept.p80),
    )


def task_document(row: Task) -> TaskOut:
    """One task. Reads its owner and what it waits for: select and prefetch them."""
    return TaskOut(
        id=row.pk,
        title=row.title,
        side=Side(row.side),
        low=row.low,
        mode=row.mode,
        high=row.high,
        source=row.source,
        unit=row.unit,
        owner=row.owner.name if row.owner else "",
        owner_left=row.owner.left if row.owner else None,
        initiative=row.initiative_id,
        carries_gate=row.carries_gate,
        needs=[each.pk for each in row.needs.all()],
        began=row.began,
        ended=row.ended,
        left_out=row.why_withdrawn,
    )


def there_documents(known: Mapping[Resource, There]) -> list[ThereOut]:
    """Every capacity, with what a board area has taken on."""
    names = names_of(known)
    return [
        ThereOut(
            supply=each.supply,
            of=each.of,
            name=both(names[each]),
            amount=of.amount,
            source=both(of.source),
            day=of.day,
            taken=number(of.load.share) if of.load else None,
            for_change_hours=of.load.for_change if of.load else None,
            too_much=of.over,
        )
        for each, of in sorted(known.items())
    ]


def scenario_document(each: ScenarioLine) -> ScenarioOut:
    """A scenario beside the plan."""
    apart = each.difference
    return ScenarioOut(
        id=each.scenario.pk,
        title=each.scenario.title,
        finish=_months(each.forecast.finish) if each.forecast else None,
        later_p10_months=apart.p10 if apart else None,
        later_p50_months=apart.p50 if apart else None,
        later_p90_months=apart.p90 if apart else None,
        later_share=apart.later if apart else None,
        problem=both(each.problem) if each.problem else None,
        nothing=each.nothing,
    )


def _months(span: Span) -> MonthsOut:
    return MonthsOut(p10=span.p10, p50=span.p50, p80=span.p80, p90=span.p90)
