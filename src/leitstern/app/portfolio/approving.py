"""Approving at the gate, and what comes after: results, promises of vendors, readings of goals, who answers."""

from __future__ import annotations

from leitstern.app.common.actions import action, mark_withdrawn
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import ManyReasons
from leitstern.app.portfolio import models
from leitstern.app.portfolio.drafting import content, initiative_draft
from leitstern.app.portfolio.queries import gate, standing_approval
from leitstern.core.bridge.portfolio.gate import Obstacle
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

LONGEST = 10_000
NOT_NAMED = Text(
    en="An exception needs both: the name of the person and the reason. Nothing was approved.",
    de="Eine Ausnahme braucht beides: den Namen der Person und den Grund. Es wurde nichts genehmigt.",
)
NO_EXCEPTION = Text(
    en="Nothing stands against it, so there is nothing to make an exception of. Approve it without.",
    de="Nichts spricht dagegen, also gibt es keine Ausnahme. Genehmigen Sie sie ohne.",
)
ALREADY = Text(
    en="It is approved already. Nothing was changed.", de="Sie ist schon genehmigt. Es wurde nichts geändert."
)
GONE = Text(
    en="It was withdrawn. Let it stand again first; nothing was changed.",
    de="Sie wurde zurückgezogen. Lassen Sie sie zuerst wieder gelten; es wurde nichts geändert.",
)
NOT_APPROVED = Text(
    en="It is not approved. Nothing was changed.", de="Sie ist nicht genehmigt. Es wurde nichts geändert."
)


class GateClosed(ManyReasons[Obstacle]):
    """The gate does not open; `problems` says why, one by one."""

    code = "gate-closed"
    sentence = Text(
        en="The gate is closed: {what} Nothing was approved. Complete the initiative, or let a named person say why this is an exception.",
        de="Das Tor ist zu: {what} Es wurde nichts genehmigt. Ergänzen Sie die Initiative, oder lassen Sie eine namentlich genannte Person sagen, warum dies eine Ausnahme ist.",
    )


@action("approve initiative", Capability.DECIDE)
def approve(
    actor: Actor, row: models.Initiative, *, exception_by: str = "", exception_reason: str = ""
) -> models.Approval:
    """Approve an initiative and freeze it word for word, its expectation above all.

    With obstacles only as an exception by a named person with a reason, kept and shown for good. Raises GateClosed,
    InvalidInput for half an exception, Conflict if it is approved or withdrawn.
    """
    if row.withdrawn:
        raise Conflict(GONE)
    if standing_approval(row):
        raise Conflict(ALREADY)
    by, reason = exception_by.strip()[:120], exception_reason.strip()[:LONGEST]
    found = gate(row)
    if bool(by) != bool(reason):
        raise InvalidInput(NOT_NAMED)
    if found and not by:
        raise GateClosed(found)
    if by and not found:
        raise InvalidInput(NO_EXCEPTION)
    return models.Approval.objects.create(
        initiative=row,
        content=content(initiative_draft(row)),
        obstacles=[{"code": each.code, "en": each.text.en, "de": each.text.de} for each in found],
        exception_by=by,
        exception_reason=reason,
        actor=actor.actor_id,
    )


@action("withdraw approval", Capability.DECIDE)
def withdraw_approval(actor: Actor, row: models.Initiative) -> models.Approval:
    """Take the approval in force back; what was frozen and what came of it stay readable. Raises Conflict without one."""
    found = standing_approval(row)
    if found is None:
        raise Conflict(NOT_APPROVED)
    return mark_withdrawn(found)
