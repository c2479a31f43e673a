"""Keeping principles, how each is counted, and who is exempt for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.portfolio.parts import holder
from leitstern.app.practice.editions import free_slug, keep_edition, unknown
from leitstern.app.practice.models import Exemption, Principle, Rule, StopItem
from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.practice.drafts import (
    BACKWARDS,
    LONGEST_WORDS,
    NEEDED,
    PrincipleDraft,
    RuleDraft,
    principle_problems,
    rule_problems,
)
from leitstern.core.bridge.practice.terms import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


@action("keep principle", Capability.STEER)
def keep_principle(
    actor: Actor, draft: PrincipleDraft, row: Principle | None = None, rule: RuleDraft | None = None
) -> Principle:
    """Keep a principle, a new one (with its first `rule`) or `row` in other words. Raises WrongDraft."""
    known = unit_names()
    problems = [*principle_problems(draft), *unknown("units", draft.units, known)]
    if rule is not None:
        problems += [*rule_problems(rule), *_unknown_in(rule)]
    if problems or draft.since is None:
        raise WrongDraft(problems)
    row = row or Principle(slug=free_slug(draft.sentence, Principle), actor=actor.actor_id)
    row.sentence, row.why, row.units = draft.sentence.strip(), draft.why.strip(), list(draft.units)
    row.since, row.until = draft.since, draft.until
    row.owner = holder(draft.owner, board=False) if draft.owner.strip() else None
    row.save()
    keep_edition(actor, draft, principle=row)
    if rule is not None:
        _define(actor, row, rule)
    return row


@action("define principle", Capability.STEER)
def define(actor: Actor, row: Principle, rule: RuleDraft) -> Rule:
    """Say what is counted from a month on; what was counted before is never compared with it. Raises WrongDraft."""
    problems = [*rule_problems(rule), *_unknown_in(rule)]
    if problems:
        raise WrongDraft(problems)
    return _define(actor, row, rule)


def _define(actor: Actor, row: Principle, rule: RuleDraft) -> Rule:
    return Rule.objects.create(
        principle=row,
        cases=rule.cases.strip(),
        kept=rule.kept.strip(),
        source=rule.source.value,
        subject=rule.subject,
        target=rule.target,
        since=rule.since.replace(day=1) if rule.since else None,
        actor=actor.actor_id,
    )


def _unknown_in(rule: RuleDraft) -> Iterator[Problem]:
    if rule.source in (Source.PROMISES, Source.REPEATS) and rule.subject:
        yield from unknown("subject", [rule.subject], touchpoint_names())
    if rule.source is Source.STOP_LIST and rule.subject:
        yield from unknown(
            "subject", [rule.subject], StopItem.objects.filter(withdrawn=None).values_list("slug", flat=True)
        )


@action("withdraw principle", Capability.STEER)
def withdraw_principle(actor: Actor, row: Principle) -> Principle:
    """Take a principle back; it and its counts stay readable."""
    return mark_withdrawn(row)


@action("reinstate principle", Capability.STEER)
def reinstate_principle(actor: Actor, row: Principle) -> Principle:
    """Undo taking it back."""
    return mark_standing(row)


@action("exempt from principle", Capability.STEER)
def exempt(actor: Actor, row: Principle, unit: str, reason: str, since: date, until: date) -> Exemption:
    """Let a department (or "", everybody) not keep it for a while; those months do not count. Raises WrongDraft."""
    problems = [*unknown("unit", [unit] if unit else [], unit_names())]
    if not reason.strip():
        problems.append(Problem("reason", NEEDED))
    if until < since:
        problems.append(Problem("until", BACKWARDS))
    if problems:
        raise WrongDraft(problems)
    return Exemption.objects.create(
        principle=row,
        unit=unit,
        reason=reason.strip()[:LONGEST_WORDS],
        since=since,
        until=until,
        actor=actor.actor_id,
    )


@action("withdraw exemption", Capability.STEER)
def withdraw_exemption(actor: Actor, exemption: Exemption) -> Exemption:
    """Let the months count after all."""
    return mark_withdrawn(exemption)


@action("reinstate exemption", Capability.STEER)
def reinstate_exemption(actor: Actor, exemption: Exemption) -> Exemption:
    """Undo that."""
    return mark_standing(exemption)
