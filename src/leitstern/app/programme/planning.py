"""Working a roadmap out: from what was entered to a plan that is kept, with every scenario beside it; by the worker."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.common import jobs
from leitstern.app.common.actions import action, mark_standing, mark_withdrawn, require
from leitstern.app.common.actors import Actor, Capability, InternalActor
from leitstern.app.common.models import Job
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.queries import placement
from leitstern.app.programme import models
from leitstern.app.programme.apps import PLAN_JOB
from leitstern.app.programme.beginning import refuse_ended
from leitstern.app.programme.queries import baseline_at, scenarios_at, tasks_at
from leitstern.app.programme.resources import amounts, declared_at, drawn, names_of, resting
from leitstern.core.bridge.programme.as_json import change_from, forecast_json, roadmap_json
from leitstern.core.bridge.programme.duration import Tail, ThreePoint
from leitstern.core.bridge.programme.forecast import RUNS, Worlds, forecast
from leitstern.core.bridge.programme.looking_back import DAYS_A_MONTH
from leitstern.core.bridge.programme.roadmap import Roadmap, Rules
from leitstern.core.bridge.programme.scenario import Change, changed, difference
from leitstern.core.bridge.programme.standing import WITHOUT_BASELINE
from leitstern.core.bridge.programme.task import Resource, Side, Supply, Task, problems
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.org_types import OrgType
from leitstern.core.inside.route_words import Route
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from datetime import date


SEED = 2026  # the same tasks give the same plan, to the digit
CULTURED = (OrgType.STAR, OrgType.TECH_DISTANT)  # types whose culture has passed the gate
STEP_PLAN = Text(en="Two thousand possible worlds …", de="Zweitausend mögliche Welten …")
STEP_SCENARIO = Text(en="What if: {title} …", de="Was wäre, wenn: {title} …")
KEEPING = Text(en="Writing it down …", de="Wird festgehalten …")


class Unplannable(WrongDraft):
    """What was entered cannot become a plan; `problems` says why, task by task."""

    code = "unplannable"
    sentence = Text(
        en="{what} No plan was made; everything entered is kept.",
        de="{what} Es wurde kein Plan berechnet; alles Eingetragene bleibt.",
    )


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A plan and its scenarios before they are kept."""

    day: date
    roadmap: Roadmap
    worlds: Worlds
    compared: tuple[dict[str, Any], ...]


def ask_for_plan(actor: Actor, row: models.Programme) -> Job:
    """Let the worker work a plan out. Raises Conflict without a baseline, Unplannable at once."""
    require(actor, Capability.STEER)
    refuse_ended(row)
    refuse_unplannable(row, roadmap_at(row, timezone.localdate()))
    running = job_of(row)
    if running and jobs.will_run(PLAN_JOB, programme=row.pk):
        return running
    payload = {"programme": row.pk, "actor": actor.actor_id, "language": get_language() or "en"}
    return jobs.enqueue(actor, PLAN_JOB, payload)


def work(payload: dict[str, Any], progress: jobs.Progress) -> None:
    """The worker's part."""
    row = models.Programme.objects.get(pk=payload["programme"])
    worked_out = work_out(row, timezone.localdate(), progress)
    keep_plan(InternalActor(payload["actor"]), row, worked_out)


def plan_now(
    actor: Actor,
    row: models.Programme,
    day: date | None = None,
    told: jobs.Progress = lambda _share, _step: None,
) -> models.Plan:
    """Work a plan out and keep it, without the worker: for the terminal and the example company."""
    require(actor, Capability.STEER)
    refuse_ended(row)
    return keep_plan(actor, row, work_out(row, day or timezone.localdate(), told))


def work_out(row: models.Programme, day: date, told: jobs.Progress, runs: int = RUNS) -> WorkedOut:
    """The plan of a day with its scenarios. Raises Conflict without a baseline, Unplannable."""
    roadmap, limits = roadmap_at(row, day), rules()
    refuse_unplannable(row, roadmap, day)
    scenarios = scenarios_at(row, day)
    part = 1 / (1 + len(scenarios))

    def telling(place: int, step: Text) -> Callable[[float], None]:
        return lambda share: told(part * (place + share), step)

    worlds = forecast(roadmap, limits, SEED, runs, telling(0, STEP_PLAN))
    compared = tuple(
        _compared(
            each, roadmap, worlds, limits, telling(place, STEP_SCENARIO.fill(title=each.title)), row, day
        )
        for place, each in enumerate(scenarios, start=1)
    )
    told(1.0, KEEPING)
    return WorkedOut(day, roadmap, worlds, compared)


@action("plan roadmap", Capability.STEER)
def keep_plan(actor: Actor, row: models.Programme, found: WorkedOut) -> models.Plan:
    """Keep what was worked out; plans of before stay."""
    plan = models.Plan.objects.create(
        programme=row,
        day=found.day,
        roadmap=roadmap_json(found.roadmap),
        forecast=forecast_json(found.worlds.forecast),
        seed=SEED,
        actor=actor.actor_id,
    )
    models.Comparison.objects.bulk_create(models.Comparison(plan=plan, **each) for each in found.compared)
    return plan


@action("keep scenario", Capability.STEER)
def keep_scenario(
    actor: Actor, row: models.Programme, title: str, change: dict[str, Any], day: date | None = None
) -> models.Scenario:
    """Keep a scenario under a name; it is compared with every plan from the next one on. Raises InvalidInput."""
    refuse_ended(row)
    if not title.strip() or len(title) > 120:
        raise InvalidInput(NO_TITLE)
    if change_from({name: change[name] for name in PLAIN}).same and not change.get("initiatives"):
        raise InvalidInput(SAME)
    return models.Scenario.objects.create(
        programme=row,
        title=title.strip(),
        change=change,
        day=day or timezone.localdate(),
        actor=actor.actor_id,
    )


@action("withdraw scenario", Capability.STEER)
def withdraw_scenario(actor: Actor, row: models.Scenario) -> models.Scenario:
    """Compare it no longer; what was compared stays readable."""
    return mark_withdrawn(row)


@action("reinstate scenario", Capability.STEER)
def reinstate_scenario(actor: Actor, row: models.Scenario) -> models.Scenario:
    """Undo taking it back."""
    return mark_standing(row)


def rules() -> Rules:
    """What plans assume now."""
    assumed = assumptions()
    share = assumed["technology_tail"]
    return Rules(
        assumed["gate_overlap"],
        Tail(share, assumed["technology_tail_times"]) if share else None,
        assumed["direct_success"],
        assumed["after_failure"],
    )


def roadmap_at(row: models.Programme, day: date) -> Roadmap:
    """What was entered, as known on a day. Tasks of initiatives that were taken back or are over rest."""
    known = declared_at(row, day)
    return Roadmap(
        tuple(
            _task(each, day, known)
            for each in tasks_at(row, day)
            if not resting(each, day) and not (each.ended and each.ended <= day)
        ),
        amounts(known),
        Route(row.route),
        gate_probability(),
    )


def gate_probability() -> float | None:
    """How likely the culture has passed its gate by now; None while nobody knows."""
    found = placement()
    if found is None or not found.probabilities:
        return None
    return float(sum(found.probabilities.get(kind, 0.0) for kind in CULTURED))


def refuse_unplannable(row: models.Programme, roadmap: Roadmap, day: date | None = None) -> None:
    """Raise Conflict without a baseline, Unplannable if the tasks cannot become a plan."""
    if baseline_at(row, day or timezone.localdate()) is None:
        raise Conflict(WITHOUT_BASELINE)
    found = problems(roadmap.tasks, roadmap.supply, names_of(roadmap.supply), gated=roadmap.gated(rules()))
    if found:
        raise Unplannable(found)


def job_of(row: models.Programme) -> Job | None:
    """The newest work on a plan."""
    return Job.objects.filter(kind=PLAN_JOB, payload__programme=row.pk).first()


def _task(row: models.Task, day: date, known: Container[Resource]) -> Task:
    demand = {
        drawn(Supply.LEADERS, row.unit, known): row.leaders,
        drawn(Supply.PEOPLE, row.unit, known): row.people,
        Resource(Supply.IT): row.it,
        Resource(Supply.BUDGET, row.currency): float(row.money),
    }
    return Task(
        str(row.pk),
        row.title,
        Side(row.side),
        ThreePoint(row.low, row.mode, row.high),
        tuple(str(each.pk) for each in row.needs.all()),
        {resource: amount for resource, amount in demand.items() if amount},
        carries_gate=row.carries_gate,
        earliest=max(0.0, (row.earliest - day).days / DAYS_A_MONTH) if row.earliest else 0.0,
        elapsed=(day - row.began).days / DAYS_A_MONTH if row.began and row.began <= day else None,
    )


PLAIN = tuple(Change.__dataclass_fields__)
NO_TITLE = Text(
    en="A scenario needs a name of at most 120 signs. Nothing was kept.",
    de="Ein Szenario braucht einen Namen von höchstens 120 Zeichen. Es wurde nichts gespeichert.",
)
SAME = Text(
    en="Nothing is different in it. Change at least one thing; nothing was kept.",
    de="Darin ist nichts anders. Ändern Sie mindestens eine Sache; es wurde nichts gespeichert.",
)


def _compared(
    scenario: models.Scenario,
    roadmap: Roadmap,
    worlds: Worlds,
    limits: Rules,
    told: Callable[[float], None],
    row: models.Programme,
    day: date,
) -> dict[str, Any]:
    """One scenario beside the plan; where it cannot be planned, why."""
    change = change_from({name: scenario.change[name] for name in PLAIN})
    dropped = set(scenario.change.get("initiatives", ()))
    found: dict[str, Any] = {"scenario": scenario, "forecast": None, "difference": None, "problem": None}
    if change.nothing:
        return found
    gone = tuple(str(each.pk) for each in tasks_at(row, day) if each.initiative_id in dropped)
    other = changed(roadmap, Change(change.capacity, (*change.without, *gone), change.direct, change.wait))
    if wrong := problems(other.tasks, other.supply, names_of(other.supply), gated=other.gated(limits)):
        return found | {"problem": {"en": wrong[0].text.en, "de": wrong[0].text.de}}
    there = forecast(other, limits, SEED, len(worlds.ends), told)
    return found | {
        "forecast": forecast_json(there.forecast),
        "difference": asdict(difference(worlds, there)),
    }
