"""What people decide about conflicts: that one is one, or none; and which of the two figures goes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.actions import action, mark_standing, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.lookups import or_not_found
from leitstern.app.common.typed import typed
from leitstern.app.incentives.models import Priority, Verdict
from leitstern.app.incentives.queries import Line, State, conflict
from leitstern.app.incentives.register import figure_by_slug
from leitstern.app.portfolio.parts import holder
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

NO_REASON = Text(
    en="Whoever refuses a conflict says why. Nothing was changed.",
    de="Wer einen Zielkonflikt zurückweist, sagt warum. Es wurde nichts geändert.",
)
OVER = Text(
    en="One of the two figures is no longer rewarded, so there is nothing to decide. Nothing was changed.",
    de="Eine der beiden Kennzahlen wird nicht mehr belohnt, es gibt also nichts zu entscheiden. Es wurde nichts geändert.",
)
JUDGED = Text(
    en="This conflict was judged already. Nothing was changed; withdraw that verdict first.",
    de="Über diesen Zielkonflikt wurde schon geurteilt. Es wurde nichts geändert; nehmen Sie erst jenes Urteil zurück.",
)
NOT_CONFIRMED = Text(
    en="Which figure goes first is decided for confirmed conflicts only. Nothing was changed.",
    de="Welche Kennzahl vorgeht, wird nur für bestätigte Zielkonflikte entschieden. Es wurde nichts geändert.",
)
NOT_ONE_OF_THEM = Text(
    en="Only one of the two figures can go first. Nothing was changed.",
    de="Nur eine der beiden Kennzahlen kann vorgehen. Es wurde nichts geändert.",
)
INCOMPLETE = Text(
    en="A rule says when it holds, who answers for it, and on which day to come it is looked at again. Nothing was changed.",
    de="Eine Regel sagt, wann sie gilt, wer dafür einsteht und an welchem künftigen Tag sie überprüft wird. Es wurde nichts "
    "geändert.",
)
NO_VERDICT = Text(en="There is no such verdict.", de="Dieses Urteil gibt es nicht.")


def verdict_by_id(verdict_id: int) -> Verdict:
    """One verdict. Raises NotFound."""
    return or_not_found(
        Verdict.objects.filter(pk=verdict_id).select_related("first", "second").first(), NO_VERDICT
    )


@action("confirm conflict", Capability.DECIDE)
def confirm(actor: Actor, first: str, second: str, reason: str = "") -> Verdict:
    """It is one. What the data show is a sign, never a proof: only a person says so."""
    return _judge(actor, conflict(first, second), confirmed=True, reason=reason)


@action("refuse conflict", Capability.DECIDE)
def refuse(actor: Actor, first: str, second: str, reason: str) -> Verdict:
    """It is none, and why."""
    if not reason.strip():
        raise InvalidInput(NO_REASON)
    return _judge(actor, conflict(first, second), confirmed=False, reason=reason)


@action("withdraw verdict", Capability.DECIDE)
def withdraw(actor: Actor, verdict: Verdict) -> Verdict:
    """Take a verdict back, with the rules that hang on it; it stays readable."""
    return mark_withdrawn(verdict)


@action("reinstate verdict", Capability.DECIDE)
def reinstate(actor: Actor, verdict: Verdict) -> Verdict:
    """Let it stand again. Raises Conflict if another one took its place."""
    if Verdict.objects.filter(first=verdict.first, second=verdict.second, withdrawn=None).exists():
        raise Conflict(JUDGED)
    return mark_standing(verdict)


@action("set priority", Capability.DECIDE)
def prioritise(
    actor: Actor,
    first: str,
    second: str,
    figure: str,
    condition: str,
    owner: str,
    review: date,
    *,
    today: date,
) -> Priority:
    """Which of the two goes first in doubt, when that holds, who answers for it. It takes the place of the rule before."""
    line = conflict(first, second)
    if line.state is not State.CONFIRMED or line.verdict is None:
        raise Conflict(NOT_CONFIRMED)
    if figure not in line.pair:
        raise InvalidInput(NOT_ONE_OF_THEM)
    condition, owner = typed(condition), typed(owner)
    if not condition or not owner or len(owner) > 120 or review <= today:
        raise InvalidInput(INCOMPLETE)
    owner = holder(owner, board=False).name  # so that somebody can say when they left
    line.verdict.priorities.filter(withdrawn=None).update(withdrawn=timezone.now())
    return Priority.objects.create(
        verdict=line.verdict,
        figure=figure_by_slug(figure),
        condition=condition,
        owner=owner,
        review=review,
        actor=actor.actor_id,
    )


def _judge(actor: Actor, line: Line, *, confirmed: bool, reason: str) -> Verdict:
    if line.state is State.OVER:
        raise Conflict(OVER)
    if line.state is not State.ASKED:
        raise Conflict(JUDGED)
    first, second = (figure_by_slug(slug) for slug in line.pair)
    return Verdict.objects.create(
        first=first,
        second=second,
        confirmed=confirmed,
        reason=typed(reason),
        actor=actor.actor_id,
    )
