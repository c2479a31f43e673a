"""What is known of the programme, on any day. Other areas read it here."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.lookups import or_not_found
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.queries import settling
from leitstern.app.programme import models
from leitstern.app.programme.at import At, at
from leitstern.app.waves.queries import publications
from leitstern.core.bridge.programme.gates import History, Move, MoveKind, Shown, Terms, gate
from leitstern.core.bridge.programme.standing import Standing, standing
from leitstern.core.errors import NotFound
from leitstern.core.inside.evidence import Proof
from leitstern.core.inside.instrument import EvidenceType
from leitstern.core.inside.steps import Step
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

    from leitstern.core.bridge.programme.gates import Gate

NO_PROGRAMME = Text(
    en="There is no programme yet. Begin one with its name, its route and what is expected of it.",
    de="Es gibt noch kein Programm. Beginnen Sie eines mit Namen, Route und dem, was davon erwartet wird.",
)
NO_STEP = Text(en="There are seven steps: 1 to 7.", de="Es gibt sieben Schritte: 1 bis 7.")
NO_HURDLE = Text(en="There is no such hurdle.", de="Diese Hürde gibt es nicht.")
NO_TASK = Text(en="There is no such task.", de="Diese Aufgabe gibt es nicht.")
NO_SCENARIO = Text(en="There is no such scenario.", de="Dieses Szenario gibt es nicht.")
NO_PLAN = Text(en="No roadmap has been worked out yet.", de="Es wurde noch keine Roadmap berechnet.")
NO_MOVE = Text(en="There is no such entry.", de="Diesen Eintrag gibt es nicht.")
WAVE = Text(en="Wave “{name}”", de="Welle „{name}“")


@dataclass(frozen=True, slots=True)
class Baseline:
    """Where it began: the day, how many people were asked, and by what."""

    day: date
    n: int | None
    source: Text


def programme() -> models.Programme | None:
    """The programme that runs, or the one that ran last; None before the first."""
    return models.Programme.objects.first()


def require_programme() -> models.Programme:
    """The same. Raises NotFound before the first."""
    return or_not_found(programme(), NO_PROGRAMME)


def programme_at(month: str) -> tuple[models.Programme, At]:
    """The programme and the day to look from: the end of a month such as 2025-03, or today. Raises NotFound, InvalidInput."""
    row = require_programme()
    return row, at(month, row.began, timezone.localdate())


def terms() -> Terms:
    """What gates go by now."""
    return Terms.assumed(assumptions())


def histories(row: models.Programme) -> dict[Step, History]:
    """Everything that ever happened to each of the seven steps."""
    moves, proofs = defaultdict(list), defaultdict(list)
    for move in row.moves.all():
        moves[move.step].append(
            Move(
                MoveKind(move.kind),
                move.day,
                move.level,
                move.words,
                move.who,
                _day(move.withdrawn),
                move.address,
            )
        )
    for proof in row.proofs.order_by("day", "id"):
        shown = Proof(EvidenceType(proof.kind), proof.day)
        proofs[proof.step].append(Shown(shown, proof.brought, proof.title, _day(proof.withdrawn)))
    return {
        step: History(step, tuple(moves[step]), tuple(proofs[step]))
        for step in Step
        if step is not Step.BASELINE
    }


def standing_at(row: models.Programme, day: date) -> Standing:
    """All seven gates on a day."""
    settled, _waves = settling(day)
    return standing(
        histories(row),
        day,
        terms(),
        baseline=baseline_at(row, day) is not None,
        settled=(settled.waves, settled.needed),
    )


def gate_at(row: models.Programme, step: Step, day: date) -> Gate:
    """One gate on a day."""
    return gate(histories(row)[step], day, terms())


def baseline_at(row: models.Programme, day: date) -> Baseline | None:
    """The starting point as known on a day: a survey from before, else the first published wave."""
    if row.baseline_day and row.baseline_day <= day:
        return Baseline(row.baseline_day, row.baseline_n, Text(row.baseline_source, row.baseline_source))
    first = publications().filter(wave__closes__lte=day).order_by("wave__closes").first()
    if first is None:
        return None
    return Baseline(first.wave.closes, None, WAVE.fill(name=first.wave.name))


def expectations_at(row: models.Programme, day: date) -> list[models.Expectation]:
    """What was expected, as known on a day."""
    return [each for each in row.expectations.all() if each.day <= day and not _gone(each.withdrawn, day)]


def moves_at(row: models.Programme, day: date, step: int | None = None) -> list[models.StepMove]:
    """What had happened by a day, the latest first; also what was taken back, marked so."""
    found = row.moves.filter(day__lte=day)
    return list((found if step is None else found.filter(step=step)).order_by("-day", "-id"))


def proofs_at(row: models.Programme, day: date, step: int) -> list[models.StepProof]:
    """Proofs brought by a day, the newest first."""
    return list(row.proofs.filter(step=step, brought__lte=day, day__lte=day))


def tasks(row: models.Programme) -> QuerySet[models.Task]:
    """Tasks with their owner, initiative and needs."""
    return row.tasks.select_related("owner", "initiative").prefetch_related("needs", "initiative__turns")


def tasks_at(row: models.Programme, day: date) -> list[models.Task]:
    """Tasks entered by a day and not withdrawn by then."""
    return [each for each in tasks(row).filter(entered__lte=day) if not _gone(each.withdrawn, day)]


def plan_at(row: models.Programme, day: date) -> models.Plan | None:
    """The plan that held on a day."""
    return row.plans.filter(day__lte=day).first()


def plans_until(row: models.Programme, day: date) -> QuerySet[models.Plan]:
    """Every plan up to a day, the newest first."""
    return row.plans.filter(day__lte=day)


def scenarios_at(row: models.Programme, day: date) -> list[models.Scenario]:
    """Scenarios kept by a day."""
    return [each for each in row.scenarios.filter(day__lte=day) if not _gone(each.withdrawn, day)]


def hurdle_by_id(hurdle_id: int) -> models.Hurdle:
    """One hurdle, withdrawn or not. Raises NotFound."""
    return or_not_found(
        models.Hurdle.objects.select_related("owner", "programme").filter(pk=hurdle_id).first(), NO_HURDLE
    )


def task_by_id(task_id: int) -> models.Task:
    """One task, withdrawn or not. Raises NotFound."""
    return or_not_found(
        models.Task.objects.select_related("owner", "initiative", "programme")
        .prefetch_related("needs")
        .filter(pk=task_id)
        .first(),
        NO_TASK,
    )


def scenario_by_id(scenario_id: int) -> models.Scenario:
    """One scenario, withdrawn or not. Raises NotFound."""
    return or_not_found(
        models.Scenario.objects.select_related("programme").filter(pk=scenario_id).first(), NO_SCENARIO
    )


def move_by_id(move_id: int) -> models.StepMove:
    """Something that happened to a step. Raises NotFound."""
    return or_not_found(
        models.StepMove.objects.select_related("programme").filter(pk=move_id).first(), NO_MOVE
    )


def proof_by_id(proof_id: int) -> models.StepProof:
    """One proof of a step. Raises NotFound."""
    return or_not_found(
        models.StepProof.objects.select_related("programme").filter(pk=proof_id).first(), NO_MOVE
    )


def step_of(number: int) -> Step:
    """A step by its number. Raises NotFound."""
    if not 1 <= number <= Step.IMPROVEMENT:
        raise NotFound(NO_STEP)
    return Step(number)


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


def _gone(moment: datetime | None, day: date) -> bool:
    ended = _day(moment)
    return ended is not None and ended <= day
