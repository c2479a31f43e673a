"""What pages, programs and the terminal show of a plan: each task with its months, the bounds, what changed, what was kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leitstern.app.company.former import unit_names
from leitstern.app.programme import models
from leitstern.app.programme.queries import plan_at, plans_until, scenarios_at, tasks
from leitstern.app.programme.resources import given_up, names_of
from leitstern.core.bridge.programme.as_json import difference_from, forecast_from, roadmap_from
from leitstern.core.bridge.programme.changes import changes
from leitstern.core.bridge.programme.looking_back import DAYS_A_MONTH, Kept, Record, record
from leitstern.core.bridge.programme.scenario import Difference
from leitstern.core.inside.wording import decimal, percent
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.core.bridge.programme.forecast import Forecast, Span, TaskForecast
    from leitstern.core.bridge.programme.roadmap import Roadmap
    from leitstern.core.bridge.programme.task import Resource
    from leitstern.core.bridge.programme.task import Task as Planned

SENTENCE = Text(
    en="Half of the possible worlds are done within {p50} months, four of five within {p80}. With the likeliest durations no plan is shorter than {bound}.",
    de="Die Hälfte der möglichen Welten ist in höchstens {p50} Monaten fertig, vier von fünf in {p80}. Mit den wahrscheinlichsten Dauern ist kein Plan kürzer als {bound}.",
)
KEPT = Text(
    en="The shortest plan on paper takes {shortest} months; {kept} of the worlds keep it. That is why no date stands here.",
    de="Der kürzeste Plan auf dem Papier dauert {shortest} Monate; {kept} der Welten halten ihn ein. Darum steht hier kein Datum.",
)
SCARCE = Text(
    en="The scarcest is {name}: with the likeliest durations {months} months of full use lie ahead.",
    de="Am knappsten ist {name}: Mit den wahrscheinlichsten Dauern liegen {months} Monate voller Auslastung vor Ihnen.",
)
CHAIN = Text(
    en="With the likeliest durations the longest chain of tasks takes {months} months.",
    de="Mit den wahrscheinlichsten Dauern braucht die längste Kette von Aufgaben {months} Monate.",
)
LEAST = Text(
    en="{why} Even with the shortest durations it takes {least}: nobody can be faster.",
    de="{why} Selbst mit den kürzesten Dauern sind es {least}: Schneller kann niemand sein.",
)
GATED = Text(
    en="Technology waits for the culture gate: it has been passed with a probability of {p}, and it takes more than {needed}.",
    de="Technologie wartet auf das Kulturtor: Es ist mit einer Wahrscheinlichkeit von {p} passiert, nötig sind mehr als {needed}.",
)
GATE_UNKNOWN = Text(
    en="Technology waits for the culture gate; nobody has looked yet whether it has been passed.",
    de="Technologie wartet auf das Kulturtor; noch hat niemand hingesehen, ob es passiert ist.",
)
BESIDE = Text(
    en="Technology may begin beside the work on culture: the gate has been passed with a probability of {p}.",
    de="Technologie darf neben der Arbeit an der Kultur beginnen: Das Tor ist mit einer Wahrscheinlichkeit von {p} passiert.",
)
DIRECT = Text(
    en="The direct way B: technology does not wait. In most worlds that fails, and the work on culture follows, harder than before.",
    de="Der Direktweg B: Technologie wartet nicht. In den meisten Welten scheitert das, und die Arbeit an der Kultur folgt, schwerer als zuvor.",
)


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task of a plan."""

    task: Planned
    forecast: TaskForecast
    row: models.Task | None  # None where it is no longer kept
    unit: Text | None
    owner: str
    owner_left: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan as it was worked out, with what stands around it today."""

    plan: models.Plan
    roadmap: Roadmap
    forecast: Forecast
    lines: tuple[TaskLine, ...]
    names: Mapping[Resource, Text]

    @property
    def sentence(self) -> Text:
        """P50, P80 and the bound, never a date."""
        finish = self.forecast.finish
        return SENTENCE.fill(
            p50=decimal(round(finish.p50)),
            p80=decimal(round(finish.p80)),
            bound=decimal(self.forecast.bound, 1),
        )

    @property
    def kept(self) -> Text:
        """Why the shortest plan is no promise."""
        return KEPT.fill(shortest=self.forecast.shortest, kept=percent(self.forecast.kept))

    @property
    def bound(self) -> Text:
        """What no plan undercuts, and why; and what nobody can beat, in plans that know it."""
        found = self.forecast
        scarcest = max(found.needs, key=lambda each: each.months, default=None)
        if scarcest is None or found.chain >= found.energy:
            why = CHAIN.fill(months=found.chain)
        else:
            why = SCARCE.fill(name=self.names[scarcest.resource], months=decimal(scarcest.months, 1))
        return why if found.least is None else LEAST.fill(why=why, least=decimal(found.least, 1))

    def gate(self, needed: float) -> Text:
        """Whether technology waits, and how sure the gate is."""
        p = self.roadmap.gate
        if self.roadmap.direct:
            return DIRECT
        if not self.forecast.gated:
            return BESIDE.fill(p=percent(p or 0.0))
        return GATE_UNKNOWN if p is None else GATED.fill(p=percent(p), needed=percent(needed))

    def months(self, span: Span) -> tuple[date, date]:
        """The months by which half, and four of five of the worlds are there."""
        return month_after(self.plan.day, span.p50), month_after(self.plan.day, span.p80)


@dataclass(frozen=True, slots=True)
class ScenarioLine:
    """A scenario beside a plan. No forecast: it never ends, or `problem` says why it cannot be planned."""

    scenario: models.Scenario
    forecast: Forecast | None
    difference: Difference | None
    problem: Text | None
    nothing: bool
    waiting: bool  # kept after the plan, so it is compared with the next one


def plan_view(row: models.Programme, day: date) -> PlanView | None:
    """The plan that held on a day; None before the first."""
    plan = plan_at(row, day)
    return None if plan is None else _view(plan, day)


def month_after(day: date, months: float) -> date:
    """The day so many months later."""
    return day + timedelta(days=round(months * DAYS_A_MONTH))


def what_changed(row: models.Programme, day: date) -> tuple[models.Plan, tuple[Text, ...]] | None:
    """What changed from the plan before to the one that held on a day; None before the second."""
    two = list(plans_until(row, day)[:2])
    if len(two) < 2:
        return None
    after, before = two
    ended = {str(pk): bool(on and on <= after.day) for pk, on in row.tasks.values_list("pk", "ended")}
    first, second = _read(before), _read(after)
    names = names_of({*first[0].supply, *second[0].supply})
    return before, changes(first, second, ended, names)


def forecasts_kept(row: models.Programme, day: date) -> Record:
    """Each task whose first P80 has passed by a day against that forecast, ended or not.

    What was left out, or rested with its initiative, before then is no forecast that was missed.
    """
    first: dict[str, tuple[date, Span]] = {}
    for plan in plans_until(row, day).order_by("day", "id"):
        for each in forecast_from(plan.forecast).tasks:
            first.setdefault(each.key, (plan.day, each.finish))
    found = []
    for task in tasks(row).order_by("ended", "id"):
        said = first.get(str(task.pk))
        if said is None or (task.ended and task.ended < said[0]):
            continue
        p50, p80 = (month_after(said[0], months) for months in (said[1].p50, said[1].p80))
        ended = task.ended if task.ended and task.ended <= day else None
        if ended or not given_up(task, p80):
            found.append(Kept(task.title, said[0], p50, p80, ended))
    return record(found, day)


def scenario_lines(row: models.Programme, plan: models.Plan | None, day: date) -> list[ScenarioLine]:
    """Every scenario kept by a day, beside the plan."""
    beside = {each.scenario_id: each for each in plan.comparisons.all()} if plan else {}
    return [_scenario(each, beside.get(each.pk)) for each in scenarios_at(row, day)]


def _scenario(scenario: models.Scenario, found: models.Comparison | None) -> ScenarioLine:
    return ScenarioLine(
        scenario,
        forecast_from(found.forecast) if found and found.forecast else None,
        difference_from(found.difference) if found and found.difference else None,
        Text(**found.problem) if found and found.problem else None,
        bool(scenario.change.get("nothing")),
        found is None,
    )


def _read(plan: models.Plan) -> tuple[Roadmap, Forecast]:
    return roadmap_from(plan.roadmap), forecast_from(plan.forecast)


def _view(plan: models.Plan, day: date) -> PlanView:
    roadmap, forecast = _read(plan)
    rows: dict[str, models.Task] = {str(each.pk): each for each in tasks(plan.programme)}
    units = unit_names()
    spoken: Sequence[TaskForecast] = sorted(
        forecast.tasks, key=lambda each: (each.start.p50, each.finish.p50)
    )
    planned = {each.key: each for each in roadmap.tasks}
    return PlanView(
        plan,
        roadmap,
        forecast,
        tuple(_line(planned[each.key], each, rows.get(each.key), units, day) for each in spoken),
        names_of(roadmap.supply),
    )


def _line(
    task: Planned, forecast: TaskForecast, row: models.Task | None, units: Mapping[str, Text], day: date
) -> TaskLine:
    unit = units.get(row.unit, Text(row.unit, row.unit)) if row and row.unit else None
    owner = row.owner if row else None
    left = bool(owner and owner.left and owner.left <= day)
    return TaskLine(task, forecast, row, unit, owner.name if owner else "", left)
