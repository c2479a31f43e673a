"""How assumptions are changed: within their range, with a reason, and written down."""

from __future__ import annotations

from leitstern.app.common import findings
from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.placement.assumed import KEPT, assumed, assumptions
from leitstern.app.placement.models import AssumptionChange
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

NO_REASON = Text(  # going back to a default needs none
    en="Say why: whoever reads the placement later will ask. Nothing was changed.",
    de="Sagen Sie bitte, warum: Wer die Verortung später liest, wird danach fragen. Es wurde nichts geändert.",
)


@action("change assumption", Capability.EDIT_ASSUMPTIONS)
def change_assumption(actor: Actor, slug: str, value: float, why: str) -> AssumptionChange:
    """Assume something else from now on. Raises NotFound, and InvalidInput out of range or without a reason."""
    assumed(slug)
    assumptions().with_values({slug: value})
    if not why.strip():
        raise InvalidInput(NO_REASON)
    return _keep(actor, slug, value, why)


@action("restore assumption", Capability.EDIT_ASSUMPTIONS)
def restore_assumption(actor: Actor, slug: str, why: str = "") -> AssumptionChange:
    """Back to the default; whoever departs from nothing owes no reason, and may give one."""
    found = assumed(slug)
    assumptions().with_values({slug: found.assumption.value})
    return _keep(actor, slug, None, why)


def _keep(actor: Actor, slug: str, value: float | None, why: str) -> AssumptionChange:
    kept = AssumptionChange.objects.create(
        slug=slug, value=value, why=why.strip()[:2000], actor=actor.actor_id
    )
    findings.anew(KEPT)
    return kept
