"""Pilots and lighthouse projects: keeping them, ending them with what was learned, and letting others take them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.portfolio.models import Initiative
from leitstern.app.portfolio.parts import holder
from leitstern.app.practice.editions import free_slug, keep_edition, unknown
from leitstern.app.practice.models import Ending, Pilot, ShownTo
from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.practice.drafts import BACKWARDS, LONGEST_WORDS, PilotDraft, pilot_problems
from leitstern.core.bridge.practice.terms import PilotEnd
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

NOT_YET = Text(en="This day lies in the future.", de="Dieser Tag liegt in der Zukunft.")


@action("keep pilot", Capability.STEER)
def keep_pilot(actor: Actor, draft: PilotDraft, row: Pilot | None = None) -> Pilot:
    """Keep a pilot or lighthouse project, a new one or `row` in other words. Raises WrongDraft."""
    problems = [
        *pilot_problems(draft),
        *unknown("units", draft.units, unit_names()),
        *unknown("touchpoints", draft.touchpoints, touchpoint_names()),
    ]
    initiative = Initiative.objects.filter(slug=draft.initiative).first() if draft.initiative else None
    if draft.initiative and initiative is None:
        problems += unknown("initiative", [draft.initiative], ())
    if problems or draft.begins is None:
        raise WrongDraft(problems)
    row = row or Pilot(slug=free_slug(draft.title, Pilot), actor=actor.actor_id)
    for field in ("title", "hypothesis", "boundary", "stop_rule", "safe_room"):
        setattr(row, field, getattr(draft, field).strip())
    row.kind, row.begins, row.ends = draft.kind.value, draft.begins, draft.ends
    row.units, row.touchpoints, row.initiative = list(draft.units), list(draft.touchpoints), initiative
    row.owner = holder(draft.owner, board=False) if draft.owner.strip() else None
    row.save()
    keep_edition(actor, draft, pilot=row)
    return row


@action("end pilot", Capability.STEER)
def end_pilot(actor: Actor, row: Pilot, how: PilotEnd, day: date, learning: str) -> Ending:
    """Say how it ended and what was learned; stopping is a success if something was. Raises WrongDraft."""
    problems = []
    if day < row.begins:
        problems.append(Problem("day", BACKWARDS))
    if day > timezone.localdate():
        problems.append(Problem("day", NOT_YET))
    if problems:
        raise WrongDraft(problems)
    return Ending.objects.create(
        pilot=row, how=how.value, day=day, learning=learning.strip()[:LONGEST_WORDS], actor=actor.actor_id
    )


@action("withdraw pilot ending", Capability.STEER)
def withdraw_ending(actor: Actor, ending: Ending) -> Ending:
    """It has not ended after all."""
    return mark_withdrawn(ending)


@action("show pilot", Capability.STEER)
def show(actor: Actor, row: Pilot, unit: str, day: date) -> ShownTo:
    """A department was shown a pilot on a day; once is enough. Raises WrongDraft."""
    problems = list(unknown("unit", [unit], unit_names()))
    if day > timezone.localdate():
        problems.append(Problem("day", NOT_YET))
    if problems:
        raise WrongDraft(problems)
    standing = row.shown_to.filter(unit=unit, withdrawn=None).first()
    return standing or ShownTo.objects.create(pilot=row, unit=unit, day=day, actor=actor.actor_id)


@action("take back showing", Capability.STEER)
def take_back(actor: Actor, shown: ShownTo) -> ShownTo:
    """It was not shown there after all."""
    return mark_withdrawn(shown)


@action("withdraw pilot", Capability.STEER)
def withdraw_pilot(actor: Actor, row: Pilot) -> Pilot:
    """Take a pilot back; it stays readable."""
    return mark_withdrawn(row)


@action("reinstate pilot", Capability.STEER)
def reinstate_pilot(actor: Actor, row: Pilot) -> Pilot:
    """Undo taking it back."""
    return mark_standing(row)
