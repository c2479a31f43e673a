"""Retrospectives: keeping them, agreeing on something, and saying what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.former import unit_names
from leitstern.app.portfolio.parts import holder
from leitstern.app.practice.editions import keep_edition, unknown
from leitstern.app.practice.models import Agreement, News, Retrospective
from leitstern.app.practice.recalled import recalled
from leitstern.app.practice.trying import NOT_YET
from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.practice.retrospectives import (
    AgreementDraft,
    Became,
    Going,
    NewsDraft,
    RetrospectiveDraft,
    agreement_problems,
    news_problems,
    retrospective_problems,
)
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

ENDED = Text(
    en="It has ended already. Take back how, if that is wrong; nothing was changed.",
    de="Sie ist schon beendet. Nehmen Sie das zurück, wenn es nicht stimmt; es wurde nichts geändert.",
)


@action("keep retrospective", Capability.STEER)
def keep_retrospective(
    actor: Actor, draft: RetrospectiveDraft, row: Retrospective | None = None
) -> Retrospective:
    """Keep a retrospective, a new one or `row` in other words. Raises WrongDraft."""
    problems = [*retrospective_problems(draft), *_ahead("day", draft.day)]
    problems += unknown("unit", [draft.unit] if draft.unit else [], unit_names())
    if problems or draft.day is None:
        raise WrongDraft(problems)
    row = row or Retrospective(actor=actor.actor_id)
    for field in ("title", "seen", "unit", "occasion"):
        setattr(row, field, getattr(draft, field).strip())
    row.day = draft.day
    row.save()
    keep_edition(actor, draft, retrospective=row)
    return row


@action("withdraw retrospective", Capability.STEER)
def withdraw_retrospective(actor: Actor, row: Retrospective) -> Retrospective:
    """Take it back with what was agreed on; it stays readable."""
    row.withdrawn = timezone.now()
    row.save(update_fields=["withdrawn"])
    return row


@action("reinstate retrospective", Capability.STEER)
def reinstate_retrospective(actor: Actor, row: Retrospective) -> Retrospective:
    """Undo taking it back."""
    row.withdrawn = None
    row.save(update_fields=["withdrawn"])
    return row


@action("agree on something", Capability.STEER)
def agree(actor: Actor, row: Retrospective, draft: AgreementDraft) -> Agreement:
    """Agree on something, with who answers for it and until when. Raises WrongDraft."""
    problems = agreement_problems(draft, row.day)
    if problems or draft.due is None:
        raise WrongDraft(problems)
    return Agreement.objects.create(
        retrospective=row,
        what=draft.what.strip(),
        owner=holder(draft.owner, board=False),
        due=draft.due,
        actor=actor.actor_id,
    )


@action("say what became of agreement", Capability.STEER)
def tell(actor: Actor, row: Agreement, draft: NewsDraft) -> News:
    """Say what became of it, in words. Raises WrongDraft, or Conflict if it has ended."""
    now, today = recalled(row).agreed, timezone.localdate()
    if now.state(today) in (Going.DONE, Going.DROPPED):
        raise Conflict(ENDED)
    problems = [*news_problems(draft, row.retrospective.day, now.due_at(today)), *_ahead("day", draft.day)]
    if problems or draft.day is None:
        raise WrongDraft(problems)
    return News.objects.create(
        agreement=row,
        how=draft.how.value,
        day=draft.day,
        words=draft.words.strip(),
        until=draft.until if draft.how is Became.POSTPONED else None,
        owner=holder(draft.owner, board=False) if draft.how is Became.HANDED_ON else None,
        actor=actor.actor_id,
    )


@action("take back what became of agreement", Capability.STEER)
def take_back_news(actor: Actor, row: News) -> News:
    """It was not so; what was said stays readable."""
    row.withdrawn = timezone.now()
    row.save(update_fields=["withdrawn"])
    return row


def _ahead(field: str, day: date | None) -> list[Problem]:
    return [Problem(field, NOT_YET)] if day and day > timezone.localdate() else []
