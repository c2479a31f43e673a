"""Asking for a decision, putting evidence on the table, deciding, looking again, and taking a decision back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.leadership.freezing import frozen
from leitstern.app.leadership.models import Decision, Proof, Review
from leitstern.app.structure.queries import require_unit
from leitstern.core.bridge.leadership.drafts import (
    LINE,
    LONGEST,
    QuestionDraft,
    VerdictDraft,
    question_problems,
    verdict_problems,
)
from leitstern.core.bridge.leadership.terms import OF_CUSTOMERS, Circle
from leitstern.core.bridge.leadership.terms import Proof as ProofKind
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.app.leadership.freezing import Shown

DECIDED = Text(
    en="This was decided already; its words stand. Reverse it with a reason, or enter a new question. Nothing was changed.",
    de="Das wurde schon entschieden; die Worte stehen. Heben Sie es mit einem Grund auf, oder tragen Sie eine neue Frage ein. "
    "Es wurde nichts geändert.",
)
OPEN = Text(
    en="Nothing has been decided yet. Nothing was changed.",
    de="Hier wurde noch nichts entschieden. Es wurde nichts geändert.",
)
GONE = Text(
    en="It was withdrawn. Let it stand again first; nothing was changed.",
    de="Sie wurde zurückgezogen. Lassen Sie sie zuerst wieder gelten; es wurde nichts geändert.",
)
REVERSED = Text(
    en="It was reversed. Nothing was changed.", de="Sie wurde aufgehoben. Es wurde nichts geändert."
)
NO_REASON = Text(
    en="Say why it is reversed; the decision and the reason stay readable. Nothing was changed.",
    de="Sagen Sie, warum sie aufgehoben wird; Entscheidung und Grund bleiben lesbar. Es wurde nichts geändert.",
)
NOTHING_FOUND = Text(
    en="Say what came of it, and choose a day to look again that is still to come, or none. Nothing was kept.",
    de="Sagen Sie, was daraus geworden ist, und wählen Sie einen künftigen Tag für den nächsten Blick oder keinen. Es wurde "
    "nichts gespeichert.",
)


@action("ask for decision", Capability.DECIDE)
def ask(actor: Actor, draft: QuestionDraft) -> Decision:
    """A question that somebody has to decide. Raises WrongDraft, or InvalidInput for an unknown department."""
    return _ask(actor, draft)


@action("open decision", Capability.DECIDE)
def open_decision(
    actor: Actor, *, question: str, shown: Sequence[Text], deadline: date, origin: str, address: str
) -> Decision:
    """A question that the product itself asks, such as an alarm. The same origin with an open question asks only once.

    `question` is a title; what is `shown` lies on the table in words. `origin` is unique to what asks (“relapse:17”),
    `address` the page on which it can be seen. It is known from today on.
    """
    there = Decision.objects.filter(origin=origin, address=address, day=None, withdrawn=None).first()
    if there is not None:
        return there
    today = timezone.localdate()
    draft = QuestionDraft(question[:LINE], Circle.STEERING, today, deadline=deadline, insight=today)
    made = _ask(actor, draft, origin=origin, address=address)
    Proof.objects.bulk_create(
        Proof(
            decision=made,
            kind=ProofKind.OTHER,
            said_de=each.de,
            said_en=each.en,
            as_of=today,
            actor=actor.actor_id,
        )
        for each in shown
    )
    return made


@action("put on the table", Capability.DECIDE)
def put_on_the_table(actor: Actor, decision: Decision, shown: Shown) -> Proof:
    """Evidence, frozen as it is now. Only before it is decided: afterwards it was not on the table. Raises Conflict."""
    _refuse_unless_open(decision)
    return Proof.objects.create(decision=decision, actor=actor.actor_id, **frozen(shown))


@action("take off the table", Capability.DECIDE)
def take_off_the_table(actor: Actor, proof: Proof) -> Proof:
    """Evidence that was put there by mistake, while nothing is decided. Raises Conflict."""
    _refuse_unless_open(proof.decision)
    return mark_withdrawn(proof)


@action("decide", Capability.DECIDE)
def decide(actor: Actor, decision: Decision, draft: VerdictDraft) -> Decision:
    """What was decided; its words stand from now on. Raises Conflict, or WrongDraft with everything that is missing."""
    _refuse_unless_open(decision)
    kinds = set(decision.proofs.filter(withdrawn=None).values_list("kind", flat=True))
    found = verdict_problems(
        draft, decision.asked, timezone.localdate(), customers=bool(kinds & set(OF_CUSTOMERS))
    )
    if found:
        raise WrongDraft(found)
    decision.day = draft.day
    decision.decided = draft.decided.strip()
    decision.nothing = draft.nothing
    decision.reason = draft.reason.strip()
    decision.changed = draft.changed
    decision.otherwise = draft.otherwise.strip()
    decision.favour = draft.favour or ""
    decision.review = draft.review
    decision.save()
    return decision


@action("review decision", Capability.DECIDE)
def review(actor: Actor, decision: Decision, found: str, again: date | None) -> Review:
    """Somebody looked what came of it, and says when to look next (None = no more). Raises InvalidInput or Conflict."""
    _refuse_unless_decided(decision)
    today, found = timezone.localdate(), found.strip()
    if not found or len(found) > LONGEST or (again is not None and again <= today):
        raise InvalidInput(NOTHING_FOUND)
    decision.review = again
    decision.save(update_fields=["review"])
    return Review.objects.create(decision=decision, day=today, found=found, next=again, actor=actor.actor_id)


@action("reverse decision", Capability.DECIDE)
def reverse(actor: Actor, decision: Decision, why: str, day: date | None = None) -> Decision:
    """It no longer holds, and why; both stay readable. Raises InvalidInput without a reason, Conflict where nothing holds."""
    _refuse_unless_decided(decision)
    if not why.strip() or len(why) > LONGEST:
        raise InvalidInput(NO_REASON)
    decision.reversed_on = day or timezone.localdate()
    decision.reversed_why = why.strip()
    decision.save(update_fields=["reversed_on", "reversed_why"])
    return decision


@action("withdraw decision", Capability.DECIDE)
def withdraw(actor: Actor, decision: Decision) -> Decision:
    """Something that was entered by mistake; it stays readable and counts no longer."""
    return mark_withdrawn(decision)


@action("reinstate decision", Capability.DECIDE)
def reinstate(actor: Actor, decision: Decision) -> Decision:
    """Let it stand again."""
    return mark_standing(decision)


def _ask(actor: Actor, draft: QuestionDraft, *, origin: str = "", address: str = "") -> Decision:
    found = question_problems(draft, timezone.localdate())
    if found:
        raise WrongDraft(found)
    return Decision.objects.create(
        question=draft.question.strip(),
        circle=draft.circle,
        unit=require_unit(draft.unit) if draft.unit else "",
        office=draft.office.strip(),
        asked=draft.asked,
        deadline=draft.deadline,
        insight=draft.insight,
        options=[each.strip() for each in draft.options if each.strip()],
        origin=origin[:80],
        address=address[:300],
        actor=actor.actor_id,
    )


def _refuse_unless_open(decision: Decision) -> None:
    if decision.withdrawn:
        raise Conflict(GONE)
    if decision.day:
        raise Conflict(DECIDED)


def _refuse_unless_decided(decision: Decision) -> None:
    if decision.withdrawn:
        raise Conflict(GONE)
    if decision.day is None:
        raise Conflict(OPEN)
    if decision.reversed_on:
        raise Conflict(REVERSED)
