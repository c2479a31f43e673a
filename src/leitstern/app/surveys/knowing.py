"""Asking a room which digital touchpoints are ours, answering, revealing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.surveys.actions import CLOSED
from leitstern.app.surveys.models import GuessState, KnowledgeAnswer, KnowledgeRound
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.gap.invented import not_ours
from leitstern.core.gap.knowledge import LEAST, digital, drawn
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection

NONE_DIGITAL = Text(
    en="The register has fewer than {least} digital touchpoints: too few to ask about. Say in the taxonomy which "
    "channels or touchpoints are digital.",
    de="Im Register stehen weniger als {least} digitale Kontaktpunkte: zu wenige, um danach zu fragen. Sagen Sie in der "
    "Taxonomie, welche Kanäle oder Kontaktpunkte digital sind.",
)
TOO_FEW_LEFT = Text(
    en="Of the invented names fewer than {least} would remain: too few to ask about. Nothing was opened.",
    de="Von den erfundenen Namen blieben weniger als {least}: zu wenige, um danach zu fragen. Es wurde nichts geöffnet.",
)
NOT_SHOWN = Text(
    en="Something was ticked that this phone did not show. Nothing was kept.",
    de="Es wurde etwas angekreuzt, das dieses Telefon nicht gezeigt hat. Es wurde nichts gespeichert.",
)


@action("open knowledge test", Capability.RUN_GUESS)
def open_test(actor: Actor, exist: Collection[str] = ()) -> KnowledgeRound:
    """Ask a room about the digital touchpoints of the register; `exist` are invented names that we do have after all."""
    taxonomy = require_taxonomy()
    real = [each.slug for each in digital(taxonomy)]
    if len(real) < LEAST:
        raise Conflict(NONE_DIGITAL.fill(least=LEAST))
    invented = [name for name in not_ours(taxonomy.touchpoints) if name not in exist]
    if len(invented) < LEAST:
        raise InvalidInput(TOO_FEW_LEFT.fill(least=LEAST))
    return KnowledgeRound.objects.create(real=real, invented=invented, actor=actor.actor_id)


def names_of(round_: KnowledgeRound, seed: int) -> tuple[str, ...]:
    """What the phone with this seed shows."""
    return drawn(round_.real, round_.invented, seed)


def answer(round_: KnowledgeRound, seed: int, ticked: Collection[str]) -> None:
    """Take one anonymous answer. No actor and no audit entry, nor the seed: nothing may point to a phone."""
    shown = names_of(round_, seed)
    if set(ticked) - set(shown):
        raise InvalidInput(NOT_SHOWN)
    if round_.state != GuessState.OPEN:
        raise Conflict(CLOSED)
    KnowledgeAnswer.objects.create(round=round_, shown=sorted(shown), ticked=sorted(set(ticked)))


@action("reveal knowledge test", Capability.RUN_GUESS)
def reveal_test(actor: Actor, round_: KnowledgeRound) -> KnowledgeRound:
    """Show what the room knows; from now on no more answers are taken."""
    round_.state = GuessState.REVEALED
    round_.save(update_fields=["state"])
    return round_
