"""What the pages of the portfolio show, put together once for reading and for a form that came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from leitstern.app.accounts.queries import people
from leitstern.app.common.actors import Capability
from leitstern.app.company.former import journey_names, persona_names, touchpoint_names, unit_names
from leitstern.app.portfolio import models, queries, standing
from leitstern.app.portfolio.around import ground
from leitstern.app.portfolio.drafting import content, goal_draft, initiative_draft
from leitstern.app.portfolio.editions import changes
from leitstern.app.portfolio.fates import became
from leitstern.app.portfolio.forms import ExceptionForm, JudgementForm, MeasuredForm, PromiseForm, TurnForm
from leitstern.app.portfolio.outcomes import estimate, judged, outcome
from leitstern.core.bridge.claims.register import TITLES
from leitstern.core.bridge.portfolio.gate import obstacles
from leitstern.core.bridge.portfolio.ledger import VERDICTS
from leitstern.core.bridge.portfolio.stage import STAGES
from leitstern.core.bridge.portfolio.strategy import FIELDS, check
from leitstern.core.bridge.portfolio.terms import (
    AI_MODES,
    AI_PURPOSES,
    AIMS,
    CADENCES,
    FATES,
    HORIZONS,
    KINDS,
    ORIGINS,
)
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leitstern.app.accounts.models import Person
    from leitstern.core.bridge.portfolio.picture import Goal, Portfolio
    from leitstern.core.bridge.portfolio.strategy import GoalCheck


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal in the target picture, with its check, its newest reading, and how deep it lies below others."""

    goal: Goal
    check: GoalCheck
    reading: models.Reading | None
    depth: int
    plus: int
    minus: int

    @property
    def marks(self) -> list[tuple[Text, bool]]:
        """The five fields, given or not."""
        return [(text, name in self.check.given) for name, text in FIELDS.items()]


def target_picture(found: Portfolio) -> list[GoalLine]:
    """All standing goals, each followed by those that serve it."""
    today, readings = timezone.localdate(), queries.newest_readings()
    pulls: dict[int, list[int]] = {}
    for one in found.initiatives:
        for pull in one.contributions:
            pulls.setdefault(pull.goal, []).append(pull.sign)
    below: dict[int | None, list[Goal]] = {}
    keys = {goal.key for goal in found.goals}
    for goal in found.goals:
        below.setdefault(goal.parent if goal.parent in keys else None, []).append(goal)

    def lines(parent: int | None, depth: int) -> Iterable[GoalLine]:
        for goal in below.get(parent, ()):
            signs, reading = pulls.get(goal.key, []), readings.get(goal.key)
            yield GoalLine(goal, check(goal, today), reading, depth, signs.count(1), signs.count(-1))
            yield from lines(goal.key, depth + 1)

    return list(lines(None, 0))


def initiative_context(me: Person, row: models.Initiative, **more: Any) -> dict[str, Any]:
    """One initiative: what it says, what stands against it, what was frozen, and what came of it."""
    today = timezone.localdate()
    approvals = list(row.approvals.model.objects.filter(initiative=row).prefetch_related("results"))
    approval = next((each for each in approvals if not each.withdrawn), None)
    promises = row.vendor_promises.filter(withdrawn=None).prefetch_related("judgements")
    units, points = unit_names(), touchpoint_names()
    one = standing.as_initiative(row)
    context: dict[str, Any] = {
        "row": row,
        "one": one,
        "kind": KINDS[one.kind],
        "claims": TITLES,
        "aim": AIMS[one.aim],
        "ai": AI_MODES[one.ai_mode] if one.ai_mode else None,
        "purpose": AI_PURPOSES[one.ai_purpose] if one.ai_purpose else None,
        "origin": ORIGINS[one.origin] if one.origin else None,
        "horizon": HORIZONS[one.horizon] if one.horizon else None,
        "persona": named([row.persona], persona_names()) if row.persona else (),
        "units": named(row.units, units),
        "touchpoints": [
            (slug, name) for slug, (name,) in ((each, named([each], points)) for each in row.touchpoints)
        ],
        "journeys": named(one.journeys, journey_names()),
        "pulls": row.contributions.all(),
        "obstacles": obstacles(one, ground(), today),
        "approval": approval,
        "outcome": outcome(approval) if approval else None,
        "verdicts": VERDICTS,
        "fate": FATES[one.customer_outcome] if one.customer_outcome else None,
        "fates": became(row, today),
        "approvals": [each for each in approvals if each.withdrawn],
        "since": changes(approval.content, content(initiative_draft(row))) if approval else (),
        "turns": row.turns.all(),
        "turn_form": TurnForm(),
        "stages": STAGES,
        "promises": [(each, judged(each), JudgementForm()) for each in promises],
        "editions": with_changes(row.editions.all()),
        "names": {person.actor_id: person.name for person in people()},
        "may_steer": Capability.STEER in me.capabilities,
        "may_decide": Capability.DECIDE in me.capabilities,
        "exception_form": ExceptionForm(),
        "result_form": MeasuredForm(),
        "promise_form": PromiseForm(),
        "today": today,
    }
    return context | more


def goal_context(me: Person, row: models.Goal, **more: Any) -> dict[str, Any]:
    """One goal: its five fields, readings, and who works for and against it."""
    today = timezone.localdate()
    readings = list(row.readings.filter(withdrawn=None))
    goal = standing.as_goal(standing.goals().model.objects.prefetch_related("readings").get(pk=row.pk))
    checked = check(goal, today)
    pulls = row.contributions.filter(initiative__withdrawn=None).select_related("initiative")
    context: dict[str, Any] = {
        "row": row,
        "check": checked,
        "marks": [(text, name in checked.given) for name, text in FIELDS.items()],
        "accountable": row.accountable.all(),
        "cadence": CADENCES[goal.cadence] if goal.cadence else None,
        "horizon": HORIZONS[goal.horizon] if goal.horizon else None,
        "readings": [(each, each.metric != row.metric) for each in readings],
        "newest": estimate(readings[0]) if readings else None,
        "pulls": sorted(pulls, key=lambda pull: -pull.sign * pull.weight),
        "editions": with_changes(row.editions.all()),
        "names": {person.actor_id: person.name for person in people()},
        "may_steer": Capability.STEER in me.capabilities,
        "reading_form": MeasuredForm(),
        "draft": goal_draft(row),
    }
    return context | more


def with_changes(editions: Iterable[models.Edition]) -> list[tuple[models.Edition, tuple[Text, ...]]]:
    """Each wording, newest first, with what it changed of the one before."""
    rows = list(editions)
    earlier = [*rows[1:], None]
    return [
        (row, changes(before.content, row.content) if before else ())
        for row, before in zip(rows, earlier, strict=True)
    ]


def named(slugs: Iterable[str], names: Mapping[str, Text]) -> list[Text]:
    """What short names are called; one that nobody knows any more stands for itself."""
    return [names.get(slug, Text(slug, slug)) for slug in slugs]
