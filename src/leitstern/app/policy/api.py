"""The contact policy for programs: rules and how far they are kept, and how personal contacts are made."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest
from ninja import Router
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.policy import keeping, personal, queries
from leitstern.app.policy.counting import counted_rule, counted_rules
from leitstern.app.policy.documents import (
    ContactRuleIn,
    ContactRuleOut,
    PersonalIn,
    PersonalOut,
    personal_document,
    rule_document,
)
from leitstern.core.bridge.policy.personal import Answers, PersonalDraft
from leitstern.core.bridge.policy.rules import Demand, Occasion, Words

router = Router(tags=["policy"])
RuleMove = Literal["agree", "withdraw", "reinstate"]
MOVES = {
    "agree": keeping.agree,
    "withdraw": keeping.withdraw_rule,
    "reinstate": keeping.reinstate_rule,
}


@router.get("/rules", response={200: list[ContactRuleOut], **REFUSALS}, summary="Contact rules")
def list_rules(request: HttpRequest) -> list[ContactRuleOut]:
    """What must, may and must not follow an occasion, and how often it did; the worst kept first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [rule_document(line) for line in counted_rules(queries.rules())]


@router.post("/rules", response={201: ContactRuleOut, **REFUSALS}, summary="Propose a contact rule")
def keep_rule(request: HttpRequest, body: ContactRuleIn) -> Status[ContactRuleOut]:
    """It holds once somebody who decides has agreed. One that contradicts another is refused, with that other named."""
    occasion = Occasion(body.occasion_kind, body.occasion)
    demand = Demand(
        occasion, body.touchpoint, body.duty, body.since, body.first_day, body.last_day, body.until
    )
    words = Words(body.reason, body.outcome, body.owner, body.review)
    row = keeping.keep_rule(person_of(request), demand, words)
    return Status(201, rule_document(counted_rule(row)))


@router.post(
    "/rules/{rule_id}/{move}",
    response={200: ContactRuleOut, **REFUSALS},
    summary="Agree to a rule, or withdraw it",
)
def move_rule(request: HttpRequest, rule_id: int, move: RuleMove) -> ContactRuleOut:
    """Agree to it, withdraw it, or let it hold again."""
    me = person_of(request)
    require(me, Capability.DECIDE if move == "agree" else Capability.STEER)
    return rule_document(counted_rule(MOVES[move](me, queries.rule_by_id(rule_id))))


@router.get("/personal", response={200: list[PersonalOut], **REFUSALS}, summary="How personal contacts are")
def list_personal(request: HttpRequest) -> list[PersonalOut]:
    """For each touchpoint and purpose that was asked about, with the reasons."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [personal_document(line) for line in personal.personal_lines()]


@router.post("/personal", response={201: PersonalOut, **REFUSALS}, summary="Decide how personal a contact is")
def keep_personal(request: HttpRequest, body: PersonalIn) -> Status[PersonalOut]:
    """From three answers, by one rule. They take the place of those before."""
    answers = Answers(body.gain, body.evidence, body.consent, body.asked, body.watched)
    draft = PersonalDraft(body.touchpoint, body.purpose, answers, body.owner, body.review)
    row = personal.keep_personal(person_of(request), draft)
    return Status(201, personal_document(personal.personal_line(row)))
