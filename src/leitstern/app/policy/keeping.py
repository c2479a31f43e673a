"""Keeping the rules: proposing one, agreeing to it, saying it otherwise, ending it, taking it back."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.former import touchpoint_names
from leitstern.app.policy.models import ContactRule, Wording
from leitstern.app.policy.naming import rule_name
from leitstern.app.policy.queries import demand_of, marked_by, milestone_names, rules
from leitstern.app.portfolio.parts import holder
from leitstern.app.practice.editions import unknown
from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.policy.rules import (
    BACKWARDS,
    Demand,
    Words,
    contradict,
    demand_problems,
    words_problems,
)
from leitstern.core.bridge.policy.terms import OccasionKind
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

CONTRADICTS = Text(
    en="This contradicts a rule that holds: {other} Choose other days, or end that rule first.",
    de="Das widerspricht einer Regel, die gilt: {other} Wählen Sie andere Tage, oder beenden Sie zuerst diese Regel.",
)
NOT_REINSTATED = Text(
    en="It contradicts a rule that holds by now: {other} Nothing was changed.",
    de="Sie widerspricht einer Regel, die inzwischen gilt: {other} Es wurde nichts geändert.",
)
ALREADY = Text(
    en="It is agreed already. Nothing was changed.", de="Sie ist schon vereinbart. Es wurde nichts geändert."
)
GONE = Text(
    en="It was withdrawn. Let it hold again first; nothing was changed.",
    de="Sie wurde zurückgezogen. Lassen Sie sie zuerst wieder gelten; es wurde nichts geändert.",
)


@action("propose contact rule", Capability.STEER)
def keep_rule(actor: Actor, demand: Demand, words: Words) -> ContactRule:
    """A new rule; it holds once somebody who decides has agreed. Raises WrongDraft, naming the rule it contradicts."""
    problems = [*demand_problems(demand), *_unknown(demand), *words_problems(words, demand.since)]
    if other := _against(demand):
        problems.append(Problem("duty", CONTRADICTS.fill(other=rule_name(other))))
    if problems or demand.since is None or words.review is None:
        raise WrongDraft(problems)
    row = ContactRule.objects.create(
        occasion_kind=demand.occasion.kind.value,
        occasion=demand.occasion.slug,
        touchpoint=demand.touchpoint,
        duty=demand.duty.value,
        first_day=demand.first,
        last_day=demand.last,
        since=demand.since,
        until=demand.until,
        reason=words.reason.strip(),
        outcome=words.outcome.strip(),
        owner=holder(words.owner, board=False),
        review=words.review,
        actor=actor.actor_id,
    )
    _wording(actor, row)
    return row


@action("change contact rule", Capability.STEER)
def say_otherwise(actor: Actor, row: ContactRule, words: Words, until: date | None) -> ContactRule:
    """Other words around the same demand, or another last day. Raises WrongDraft."""
    problems = [*words_problems(words, row.since)]
    if until and until < row.since:
        problems.append(Problem("until", BACKWARDS))
    if not row.withdrawn and (other := _against(replace(demand_of(row), until=until), row)):
        problems.append(Problem("until", CONTRADICTS.fill(other=rule_name(other))))
    if problems or words.review is None:
        raise WrongDraft(problems)
    row.reason, row.outcome, row.review, row.until = (
        words.reason.strip(),
        words.outcome.strip(),
        words.review,
        until,
    )
    row.owner = holder(words.owner, board=False)
    row.save()
    _wording(actor, row)
    return row


@action("agree contact rule", Capability.DECIDE)
def agree(actor: Actor, row: ContactRule) -> ContactRule:
    """From now on it is what the company wants. Raises Conflict if it was agreed already or taken back."""
    if row.withdrawn:
        raise Conflict(GONE)
    if row.agreed:
        raise Conflict(ALREADY)
    row.agreed, row.agreed_by = timezone.now(), actor.actor_id
    row.save(update_fields=["agreed", "agreed_by"])
    return row


@action("withdraw contact rule", Capability.STEER)
def withdraw_rule(actor: Actor, row: ContactRule) -> ContactRule:
    """Take a rule back; it and its history stay readable."""
    return mark_withdrawn(row)


@action("reinstate contact rule", Capability.STEER)
def reinstate_rule(actor: Actor, row: ContactRule) -> ContactRule:
    """Undo that. Raises Conflict if another rule says the opposite by now."""
    if other := _against(demand_of(row), row):
        raise Conflict(NOT_REINSTATED.fill(other=rule_name(other)))
    return mark_standing(row)


def _against(demand: Demand, row: ContactRule | None = None) -> ContactRule | None:
    """The first rule that stands and contradicts this one."""
    known = marked_by()
    others = [each for each in rules() if row is None or each.pk != row.pk]
    return next((each for each in others if contradict(demand, demand_of(each), known)), None)


def _unknown(demand: Demand) -> Iterator[Problem]:
    known = milestone_names() if demand.occasion.kind is OccasionKind.MILESTONE else touchpoint_names()
    yield from unknown("occasion", [demand.occasion.slug] if demand.occasion.slug else [], known)
    yield from unknown("touchpoint", [demand.touchpoint] if demand.touchpoint else [], touchpoint_names())


def _wording(actor: Actor, row: ContactRule) -> None:
    """Keep what is said around it, unless it is what was said last."""
    words = Words(row.reason, row.outcome, row.owner.name, row.review)
    content = json.loads(json.dumps(asdict(words) | {"until": row.until}, cls=DjangoJSONEncoder))
    last = Wording.objects.filter(rule=row).first()
    if last is None or last.content != content:
        Wording.objects.create(rule=row, content=content, actor=actor.actor_id)
