"""Tasks of the roadmap and the capacities they draw on: entered, begun, ended, left out; from template and portfolio."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.portfolio.models import Initiative
from leitstern.app.portfolio.parts import holder
from leitstern.app.programme import models
from leitstern.app.programme.beginning import refuse_days, refuse_ended
from leitstern.app.programme.lowest import lowest_dimensions
from leitstern.app.programme.queries import standing_at
from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.portfolio.cycles import cycle
from leitstern.core.bridge.programme.task import CIRCLE, Side, Supply
from leitstern.core.bridge.programme.template import SOURCE, suggested
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.bridge.programme.duration import ThreePoint

NO_TITLE = Text(
    en="A task needs a name of at most 200 signs.",
    de="Eine Aufgabe braucht einen Namen von höchstens 200 Zeichen.",
)
NO_SOURCE = Text(
    en="Say who or what these durations come from.", de="Sagen Sie, von wem oder woher diese Dauern stammen."
)
NEGATIVE = Text(en="Amounts begin at 0.", de="Mengen beginnen bei 0.")
NO_CURRENCY = Text(
    en="Money has a currency of three letters, such as EUR.",
    de="Geld hat eine Währung aus drei Buchstaben, etwa EUR.",
)
GATE_IS_PEOPLE = Text(
    en="Only work on people and culture can carry the culture gate.",
    de="Nur Arbeit an Menschen und Kultur kann das Kulturtor tragen.",
)
UNKNOWN_NEED = Text(
    en="It waits for a task that is not there.", de="Sie wartet auf eine Aufgabe, die es nicht gibt."
)
NOT_CHANGED = Text(en="{what} Nothing was changed.", de="{what} Es wurde nichts geändert.")
BACKWARDS = Text(
    en="It cannot end before it began. Nothing was changed.",
    de="Sie kann nicht enden, bevor sie begonnen hat. Es wurde nichts geändert.",
)
NOT_BEGUN = Text(
    en="It has not begun. Say when it began first; nothing was changed.",
    de="Sie hat noch nicht begonnen. Sagen Sie zuerst, wann sie begonnen hat; es wurde nichts geändert.",
)
NO_REASON = Text(
    en="Say why it is left out; others counted on it. Nothing was changed.",
    de="Sagen Sie, warum sie entfällt; andere haben mit ihr gerechnet. Es wurde nichts geändert.",
)
NO_SOURCE_OF_CAPACITY = Text(
    en="Say where this number comes from. Nothing was kept.",
    de="Sagen Sie, woher diese Zahl kommt. Es wurde nichts gespeichert.",
)


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A task as somebody fills it in; `needs` are ids of tasks, `money` minor units a month."""

    title: str
    side: Side
    duration: ThreePoint
    source: str
    unit: str = ""
    owner: str = ""
    initiative: int | None = None
    carries_gate: bool = False
    earliest: date | None = None
    leaders: float = 0
    people: float = 0
    it: float = 0
    money: int = 0
    currency: str = ""
    needs: tuple[int, ...] = ()


class WrongTask(WrongDraft):
    """The task cannot be kept; `problems` says field by field why."""

    code = "wrong-task"


@action("keep task", Capability.STEER)
def keep_task(
    actor: Actor,
    programme: models.Programme,
    draft: TaskDraft,
    row: models.Task | None = None,
    *,
    origin: str = "",
    entered: date | None = None,
) -> models.Task:
    """Keep a task, a new one or `row` in other words. Raises WrongTask, or Conflict for tasks that wait in a circle."""
    refuse_ended(programme)
    if problems := task_problems(programme, draft, row):
        raise WrongTask(problems)
    row = row or models.Task(
        programme=programme, actor=actor.actor_id, entered=entered or timezone.localdate(), origin=origin
    )
    row.title, row.side, row.source = draft.title.strip(), draft.side, draft.source.strip()[:200]
    row.low, row.mode, row.high = draft.duration.low, draft.duration.mode, draft.duration.high
    row.owner = holder(draft.owner[:120], board=False) if draft.owner.strip() else None
    row.initiative = Initiative.objects.filter(pk=draft.initiative).first() if draft.initiative else None
    for name in ("unit", "carries_gate", "earliest", "leaders", "people", "it", "money", "currency"):
        setattr(row, name, getattr(draft, name))
    row.save()
    row.needs.set(draft.needs)
    _refuse_circles(programme)
    return row


def task_problems(
    programme: models.Programme, draft: TaskDraft, row: models.Task | None
) -> tuple[Problem, ...]:
    """Everything wrong with a task, at once."""
    found = []
    if not draft.title.strip() or len(draft.title) > 200:
        found.append(Problem("title", NO_TITLE))
    if draft.duration.problem:
        found.append(Problem("mode", draft.duration.problem))
    if not draft.source.strip():
        found.append(Problem("source", NO_SOURCE))
    found += [
        Problem(name, NEGATIVE)
        for name in ("leaders", "people", "it", "money")
        if not 0 <= getattr(draft, name) < 1e15
    ]
    currency = draft.currency
    if draft.money and not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
        found.append(Problem("currency", NO_CURRENCY))
    if draft.carries_gate and draft.side is not Side.PEOPLE:
        found.append(Problem("carries_gate", GATE_IS_PEOPLE))
    there = set(programme.tasks.values_list("pk", flat=True)) - {row.pk if row else 0}
    if not set(draft.needs) <= there:
        found.append(Problem("needs", UNKNOWN_NEED))
    return tuple(found)


@action("begin task", Capability.STEER)
def begin_task(actor: Actor, row: models.Task, day: date) -> models.Task:
    """Say on which day it began."""
    refuse_ended(row.programme)
    refuse_days(row.programme, day)
    row.began = day
    row.save(update_fields=["began"])
    return row


@action("end task", Capability.STEER)
def end_task(actor: Actor, row: models.Task, day: date | None) -> models.Task:
    """Say on which day it ended; None lets it run on. Raises Conflict or InvalidInput."""
    refuse_ended(row.programme)
    if day:
        refuse_days(row.programme, day)
        if row.began is None:
            raise Conflict(NOT_BEGUN)
        if day < row.began:
            raise InvalidInput(BACKWARDS)
    row.ended = day
    row.save(update_fields=["ended"])
    return row


@action("leave task out", Capability.STEER)
def withdraw_task(actor: Actor, row: models.Task, why: str) -> models.Task:
    """Leave a task out of plans to come, with a reason; what was planned stays readable. Raises InvalidInput."""
    refuse_ended(row.programme)
    if not why.strip():
        raise InvalidInput(NO_REASON)
    row.withdrawn, row.why_withdrawn = timezone.now(), why.strip()[:10_000]
    row.save(update_fields=["withdrawn", "why_withdrawn"])
    return row


@action("reinstate task", Capability.STEER)
def reinstate_task(actor: Actor, row: models.Task) -> models.Task:
    """Undo leaving it out. Raises Conflict if it would close a circle by now."""
    row.withdrawn, row.why_withdrawn = None, ""
    row.save(update_fields=["withdrawn", "why_withdrawn"])
    _refuse_circles(row.programme)
    return row


@action("take template of tasks", Capability.STEER)
def take_template(actor: Actor, programme: models.Programme) -> models.Programme:
    """Enter tasks for every step that is not credited and for the lowest dimensions of culture; what is there stays."""
    refuse_ended(programme)
    language = get_language() or "en"
    levels, names = lowest_dimensions()
    there = {row.origin: row for row in programme.tasks.filter(withdrawn=None).exclude(origin="")}
    for each in suggested(standing_at(programme, timezone.localdate()), levels, names):
        if each.origin in there:
            continue
        needs = tuple(there[origin].pk for origin in each.needs if origin in there)
        draft = TaskDraft(
            each.title.to(language)[:200],
            each.side,
            each.duration,
            SOURCE.to(language),
            carries_gate=each.carries_gate,
            needs=needs,
        )
        there[each.origin] = keep_task(actor, programme, draft, origin=each.origin)
    return programme


@action("set capacity", Capability.STEER)
def set_capacity(
    actor: Actor,
    programme: models.Programme,
    supply: Supply,
    of: str,
    amount: float | None,
    source: str,
    day: date | None = None,
) -> models.Capacity:
    """How much there is a month from `day` (today) on; None lifts the limit. Raises InvalidInput."""
    refuse_ended(programme)
    if amount is not None and not 0 <= amount < 1e15:
        raise InvalidInput(WrongTask.sentence.fill(what=NEGATIVE))
    if not source.strip():
        raise InvalidInput(NO_SOURCE_OF_CAPACITY)
    if supply is Supply.BUDGET and not (len(of) == 3 and of.isascii() and of.isalpha()):
        raise InvalidInput(WrongTask.sentence.fill(what=NO_CURRENCY))
    return models.Capacity.objects.create(
        programme=programme,
        supply=supply,
        of="" if supply is Supply.IT else of,
        amount=amount,
        day=day or timezone.localdate(),
        source=source.strip()[:200],
        actor=actor.actor_id,
    )


def _refuse_circles(programme: models.Programme) -> None:
    rows = {row.pk: row for row in programme.tasks.filter(withdrawn=None).prefetch_related("needs")}
    round_ = cycle({pk: [need.pk for need in row.needs.all() if need.pk in rows] for pk, row in rows.items()})
    if round_:
        said = [rows[pk].title for pk in round_]
        way = Text(" → ".join(f"“{each}”" for each in said), " → ".join(f"„{each}“" for each in said))
        raise Conflict(NOT_CHANGED.fill(what=CIRCLE.fill(which=way, second=said[0], first=said[1])))
