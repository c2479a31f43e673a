"""The programme as rows, for CSV and the terminal. Forecasts stand as months with P50 and P80, never as one date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.programme.resources import amount_words
from leitstern.core.bridge.programme.seven import GUIDES
from leitstern.core.bridge.programme.standing import CAUSES, STATES
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from leitstern.app.programme.hurdling import HurdleLine
    from leitstern.app.programme.looking import PlanView, ScenarioLine
    from leitstern.app.programme.models import Task
    from leitstern.app.programme.resources import There
    from leitstern.core.bridge.programme.looking_back import Record
    from leitstern.core.bridge.programme.standing import Standing
    from leitstern.core.bridge.programme.task import Resource
    from leitstern.core.texts import Text

STEPS_HEADER = [
    "step",
    "title",
    "state",
    "since",
    "why",
    "claimed",
    "credited",
    "owner",
    "skipped_ever",
    "alarms",
    "ticked_off",
    "missing",
]
HURDLES_HEADER = [
    "id",
    "hurdle",
    "kind",
    "unit",
    "since",
    "age_days",
    "owner",
    "owner_left",
    "measure",
    "effect",
    "cleared",
]
PLAN_HEADER = [
    "id",
    "task",
    "side",
    "unit",
    "owner",
    "months_at_least",
    "months_likely",
    "months_at_most",
    "start_p50_months",
    "start_p80_months",
    "finish_p50_months",
    "finish_p80_months",
    "criticality",
    "carries_gate",
]
TASKS_HEADER = [
    "id",
    "task",
    "side",
    "unit",
    "owner",
    "initiative",
    "months_at_least",
    "months_likely",
    "months_at_most",
    "source",
    "waits_for",
    "carries_gate",
    "began",
    "ended",
    "left_out",
]
SCENARIOS_HEADER = [
    "id",
    "scenario",
    "finish_p50_months",
    "finish_p80_months",
    "later_p10",
    "later_p50",
    "later_p90",
    "share_later",
    "problem",
]
RECORD_HEADER = ["task", "forecast_on", "p50", "p80", "ended", "kept_p50", "kept_p80"]
SUPPLY_HEADER = [
    "supply",
    "of",
    "name",
    "amount",
    "source",
    "since",
    "share_taken",
    "hours_for_change",
    "too_much",
    "months_of_full_use",
]


def step_rows(found: Standing, language: str) -> Iterator[list[object]]:
    """One row per step."""
    for gate in found.gates:
        yield [
            int(gate.step),
            GUIDES[gate.step].title.to(language),
            STATES[gate.state].to(language),
            gate.since.isoformat() if gate.since else "",
            CAUSES[gate.cause].to(language) if gate.cause else "",
            gate.credit.claimed if gate.credit else None,
            gate.credit.credited if gate.credit else None,
            gate.owner,
            bool(gate.skips),
            len(gate.alarms),
            gate.ticked_off,
            gate.missing.to(language),
        ]


def hurdle_rows(
    found: Iterable[HurdleLine], names: Mapping[str, Text], language: str
) -> Iterator[list[object]]:
    """One row per hurdle."""
    for each in found:
        hurdle = each.hurdle
        yield [
            each.row.pk,
            hurdle.title,
            hurdle.kind.value,
            names[each.unit].to(language) if each.unit in names else each.unit,
            hurdle.since.isoformat(),
            each.age,
            each.owner,
            each.left.isoformat() if each.left else "",
            hurdle.measure,
            hurdle.effect,
            hurdle.cleared.isoformat() if hurdle.cleared else "",
        ]


def plan_rows(found: PlanView, language: str) -> Iterator[list[object]]:
    """One row per task, the last one for the whole with its lower bound."""
    for each in found.lines:
        forecast, duration = each.forecast, each.task.duration
        yield [
            each.task.key,
            each.task.title,
            each.task.side.value,
            each.unit.to(language) if each.unit else "",
            each.owner,
            *(round(months, 1) for months in (duration.low, duration.mode, duration.high)),
            *(round(months, 1) for months in (forecast.start.p50, forecast.start.p80)),
            *(round(months, 1) for months in (forecast.finish.p50, forecast.finish.p80)),
            None if forecast.criticality is None else round(forecast.criticality, 2),
            each.task.carries_gate,
        ]
    finish = found.forecast.finish
    yield [
        "",
        "*",
        "",
        "",
        "",
        round(found.forecast.bound, 1),
        None,
        None,
        None,
        None,
        finish.p50,
        finish.p80,
        None,
        "",
    ]


def task_rows(found: Iterable[Task]) -> Iterator[list[object]]:
    """One row per task that was ever entered."""
    for row in found:
        yield [
            row.pk,
            row.title,
            row.side,
            row.unit,
            row.owner.name if row.owner else "",
            row.initiative.title if row.initiative else "",
            row.low,
            row.mode,
            row.high,
            row.source,
            "; ".join(each.title for each in row.needs.all()),
            row.carries_gate,
            row.began.isoformat() if row.began else "",
            row.ended.isoformat() if row.ended else "",
            row.why_withdrawn,
        ]


def scenario_rows(found: Iterable[ScenarioLine], language: str) -> Iterator[list[object]]:
    """One row per scenario; months later than the plan, world by world."""
    for each in found:
        finish = each.forecast.finish if each.forecast else None
        apart = each.difference
        yield [
            each.scenario.pk,
            each.scenario.title,
            finish.p50 if finish else None,
            finish.p80 if finish else None,
            *((apart.p10, apart.p50, apart.p90, round(apart.later, 3)) if apart else (None,) * 4),
            each.problem.to(language) if each.problem else "",
        ]


def record_rows(found: Record) -> Iterator[list[object]]:
    """One row per task whose first P80 has passed; `ended` is empty where it has not."""
    for each in found.tasks:
        days = (each.said, each.p50, each.p80, each.ended)
        yield [each.title, *(f"{day:%Y-%m}" if day else "" for day in days), each.by_p50, each.by_p80]


def supply_rows(
    known: Mapping[Resource, There],
    names: Mapping[Resource, Text],
    months: Mapping[Resource, float],
    language: str,
) -> Iterator[list[object]]:
    """One row per capacity, with what a board area has taken on and the months of full use that lie ahead."""
    for each, of in sorted(known.items()):
        load = of.load
        share = load.share if load else None
        yield [
            each.supply.value,
            each.of,
            names[each].to(language),
            "" if of.amount is None else amount_words(each, of.amount).to(language),
            of.source.to(language),
            of.day.isoformat(),
            round(share.value, 3) if isinstance(share, Estimate) else None,
            load.for_change if load else None,
            of.over,
            round(months[each], 1) if each in months else None,
        ]
