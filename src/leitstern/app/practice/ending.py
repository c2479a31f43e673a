"""The stop list: putting something on it, letting it in again with a reason, ending it once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.former import unit_names
from leitstern.app.portfolio.parts import holder
from leitstern.app.practice.editions import free_slug, keep_edition, unknown
from leitstern.app.practice.models import StopEvent, StopItem
from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.practice.drafts import (
    GRACE_BEFORE,
    LONGEST_WORDS,
    NEEDED,
    StopDraft,
    stop_problems,
)
from leitstern.core.bridge.practice.terms import StopChange
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

IN_AGAIN = Text(
    en="It has been let in again already. Nothing was changed.",
    de="Es ist schon wieder zugelassen. Es wurde nichts geändert.",
)
BEFORE_THE_LAST = Text(
    en="Something happened to it after that day already. Choose a later one; nothing was changed.",
    de="Nach diesem Tag ist damit schon etwas geschehen. Wählen Sie einen späteren; es wurde nichts geändert.",
)


@action("keep on stop list", Capability.STEER)
def keep_stop_item(actor: Actor, draft: StopDraft, row: StopItem | None = None) -> StopItem:
    """Put something on the stop list, or say it otherwise; another end or grace is one more event. Raises WrongDraft."""
    problems = [*stop_problems(draft), *unknown("units", draft.units, unit_names())]
    if problems or draft.ends is None:
        raise WrongDraft(problems)
    row = row or StopItem(slug=free_slug(draft.name, StopItem), actor=actor.actor_id)
    for field in ("name", "why", "replacement", "application", "counted"):
        setattr(row, field, getattr(draft, field).strip())
    row.kind, row.units, row.since = draft.kind.value, list(draft.units), draft.since
    row.owner = holder(draft.owner, board=False) if draft.owner.strip() else None
    row.save()
    keep_edition(actor, draft, item=row)
    last = StopEvent.objects.filter(item=row).first()
    if last is None or (
        last.change == StopChange.ENDED and (last.day, last.grace) != (draft.ends, draft.grace)
    ):
        _event(actor, row, StopChange.ENDED, draft.ends, draft.grace)
    return row


@action("let in again", Capability.DECIDE)
def let_in_again(actor: Actor, row: StopItem, day: date, reason: str) -> StopEvent:
    """From a day on it may be used again, for a reason. Raises WrongDraft or Conflict."""
    if not reason.strip():
        raise WrongDraft([Problem("reason", NEEDED)])
    last = _last(row)
    if last.change == StopChange.REINSTATED:
        raise Conflict(IN_AGAIN)
    if day < last.day:
        raise Conflict(BEFORE_THE_LAST)
    return _event(actor, row, StopChange.REINSTATED, day, reason=reason)


@action("end again", Capability.STEER)
def end_again(
    actor: Actor, row: StopItem, day: date, grace: date | None = None, reason: str = ""
) -> StopEvent:
    """It ends once more, or on another day. Raises WrongDraft or Conflict."""
    if grace and grace < day:
        raise WrongDraft([Problem("grace", GRACE_BEFORE)])
    last = _last(row)
    if last.change == StopChange.REINSTATED and day < last.day:
        raise Conflict(BEFORE_THE_LAST)
    return _event(actor, row, StopChange.ENDED, day, grace, reason)


@action("take off stop list", Capability.STEER)
def take_off(actor: Actor, row: StopItem) -> StopItem:
    """It was no entry after all; it stays readable with its counts."""
    return mark_withdrawn(row)


@action("put back on stop list", Capability.STEER)
def put_back(actor: Actor, row: StopItem) -> StopItem:
    """Undo that."""
    return mark_standing(row)


def _last(row: StopItem) -> StopEvent:
    return StopEvent.objects.filter(item=row)[0]


def _event(
    actor: Actor, row: StopItem, change: StopChange, day: date, grace: date | None = None, reason: str = ""
) -> StopEvent:
    return StopEvent.objects.create(
        item=row,
        change=change.value,
        day=day,
        grace=grace,
        reason=reason.strip()[:LONGEST_WORDS],
        actor=actor.actor_id,
    )
