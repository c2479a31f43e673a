"""A person decides what is done about an application or a capability; the rule only advises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.stack.models import Decision
from leitstern.app.stack.queries import advice_for, standing
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.inside.stack.advice import Option
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.stack.terms import Kind

LONGEST = 10_000
NO_REASON = Text(
    en="A decision needs its reason. Nothing was decided.",
    de="Eine Entscheidung braucht ihren Grund. Es wurde nichts entschieden.",
)
NO_NAME = Text(
    en="Replacing is the exception: name the person who answers for it. Nothing was decided.",
    de="Ersetzen ist die Ausnahme: Nennen Sie die Person, die dafür einsteht. Es wurde nichts entschieden.",
)
NOT_DECIDED = Text(
    en="Say what is to be done: leave it, extend it, add a special solution, or replace it. Nothing was decided.",
    de="Sagen Sie, was geschehen soll: lassen, ausbauen, eine Punktlösung ergänzen oder ersetzen. Es wurde nichts entschieden.",
)
ALREADY = Text(
    en="This is decided already. Withdraw that decision first; nothing was changed.",
    de="Das ist schon entschieden. Nehmen Sie erst jene Entscheidung zurück; es wurde nichts geändert.",
)
NO_DECISION = Text(en="There is no such decision.", de="Diese Entscheidung gibt es nicht.")


def decision_by_id(decision_id: int) -> Decision:
    """One decision, standing or not. Raises NotFound."""
    return or_not_found(Decision.objects.filter(pk=decision_id).first(), NO_DECISION)


@action("decide technology", Capability.DECIDE)
def decide(
    actor: Actor, kind: Kind, slug: str, option: Option, reason: str, exception_by: str = ""
) -> Decision:
    """Decide, with the reason and what the rule said that day. Raises InvalidInput, or Conflict if it is decided."""
    advice = advice_for(kind, slug)
    if option is Option.UNDECIDED:
        raise InvalidInput(NOT_DECIDED)
    if not reason.strip():
        raise InvalidInput(NO_REASON)
    if option is Option.REPLACE and not exception_by.strip():
        raise InvalidInput(NO_NAME)
    if standing(kind, slug):
        raise Conflict(ALREADY)
    return Decision.objects.create(
        kind=kind,
        slug=slug,
        option=option.value,
        reason=reason.strip()[:LONGEST],
        exception_by=exception_by.strip()[:120] if option is Option.REPLACE else "",
        advised=advice.option.value,
        reasons=[{"en": each.text.en, "de": each.text.de} for each in advice.reasons],
        actor=actor.actor_id,
    )


@action("withdraw technology decision", Capability.DECIDE)
def withdraw(actor: Actor, row: Decision) -> Decision:
    """Take it back; it stays in the history."""
    return mark_withdrawn(row)


@action("reinstate technology decision", Capability.DECIDE)
def reinstate(actor: Actor, row: Decision) -> Decision:
    """Undo that. Raises Conflict if something else was decided since."""
    if standing_ := standing(row.kind, row.slug):
        if standing_.pk == row.pk:
            return row
        raise Conflict(ALREADY)
    return mark_standing(row)
