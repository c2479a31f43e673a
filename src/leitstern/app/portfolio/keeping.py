"""Keeping goals and initiatives as somebody filled them in, every wording of them, and taking them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.portfolio import models
from leitstern.app.portfolio.drafting import content, goal_draft, initiative_draft
from leitstern.app.portfolio.parts import (
    edition,
    fill,
    free_slug,
    holder,
    refuse_serving_in_circles,
    refuse_waiting_in_circles,
    replace_parts,
    unknown_in_goal,
    unknown_in_initiative,
)
from leitstern.app.portfolio.queries import initiative_by_id
from leitstern.core.bridge.portfolio.drafts import (
    GoalDraft,
    InitiativeDraft,
    goal_problems,
    initiative_problems,
)
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    pass

STILL_SERVED = Text(
    en="Other goals serve this one: {which}. Nothing was changed; withdraw or move those first.",
    de="Diesem Ziel dienen andere: {which}. Es wurde nichts geändert; ziehen Sie zuerst diese zurück oder ordnen Sie sie anders zu.",
)


@action("keep goal", Capability.STEER)
def keep_goal(actor: Actor, draft: GoalDraft, row: models.Goal | None = None) -> models.Goal:
    """Keep a goal, a new one or `row` with other words. Raises WrongDraft, or Conflict for a circle of goals."""
    others = {each.slug: each for each in models.Goal.objects.all()}
    problems = (*goal_problems(draft), *unknown_in_goal(draft, others))
    if problems:
        raise WrongDraft(problems)
    row = row or models.Goal(slug=free_slug(draft.title, models.Goal), actor=actor.actor_id)
    row.parent = others.get(draft.parent)
    for field in ("title", "metric", "unit", "baseline", "target", "target_day", "link"):
        setattr(row, field, getattr(draft, field))
    row.cadence, row.horizon = draft.cadence or "", draft.horizon or ""
    row.save()
    refuse_serving_in_circles()
    row.accountable.set([holder(name, board=True) for name in draft.accountable])
    edition(actor, content(goal_draft(row)), goal=row)
    return row


@action("keep initiative", Capability.STEER)
def keep_initiative(
    actor: Actor, draft: InitiativeDraft, row: models.Initiative | None = None, slug: str = ""
) -> models.Initiative:
    """Keep an initiative with all its parts, a new one (under `slug`, if that is free) or `row` with other words.

    Raises WrongDraft, or Conflict where initiatives would wait for each other in a circle.
    """
    goals = {each.slug: each for each in models.Goal.objects.all()}
    others = {each.slug: each for each in models.Initiative.objects.all()}
    problems = (*initiative_problems(draft), *unknown_in_initiative(draft, goals, others))
    if problems:
        raise WrongDraft(problems)
    row = row or models.Initiative(
        slug=free_slug(slug or draft.title, models.Initiative), actor=actor.actor_id
    )
    fill(row, draft)
    row.save()
    row.needs.set([others[each] for each in draft.needs])
    refuse_waiting_in_circles()
    replace_parts(row, draft, goals)
    kept = initiative_by_id(row.pk)
    edition(actor, content(initiative_draft(kept)), initiative=kept)
    return kept


@action("withdraw goal", Capability.STEER)
def withdraw_goal(actor: Actor, row: models.Goal) -> models.Goal:
    """Take a goal back; it stays readable, and what contributed to it says so. Raises Conflict if goals serve it."""
    if titles := [each.title for each in row.parts.filter(withdrawn=None)]:
        raise Conflict(STILL_SERVED.fill(which=", ".join(titles)))
    return mark_withdrawn(row)


@action("reinstate goal", Capability.STEER)
def reinstate_goal(actor: Actor, row: models.Goal) -> models.Goal:
    """Undo taking it back. Raises Conflict if it would close a circle by now."""
    mark_standing(row)
    refuse_serving_in_circles()
    return row


@action("withdraw initiative", Capability.STEER)
def withdraw_initiative(actor: Actor, row: models.Initiative) -> models.Initiative:
    """Take an initiative back; approvals, promises and results stay readable."""
    return mark_withdrawn(row)


@action("reinstate initiative", Capability.STEER)
def reinstate_initiative(actor: Actor, row: models.Initiative) -> models.Initiative:
    """Undo taking it back. Raises Conflict if it would close a circle by now."""
    mark_standing(row)
    refuse_waiting_in_circles()
    return row
