"""Cards as evidence of customers in the decision log: offered there, and frozen as they stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from leitstern.app.cards.queries import card_by_id, confirmed, line
from leitstern.core.bridge.cards.standing import Standing
from leitstern.core.bridge.cards.terms import State
from leitstern.core.bridge.leadership.terms import Proof
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.leadership.freezing import Shown

NOT_CONFIRMED = Text(
    en="Only a card that is confirmed and valid can lie on the table. Nothing was kept.",
    de="Auf den Tisch gehört nur eine Karte, die bestätigt und gültig ist. Es wurde nichts gespeichert.",
)
CARD = Text(
    en="{sentence} (knowledge card, {n} sources: {counts})",
    de="{sentence} (Wissenskarte, {n} Quellen: {counts})",
)

COUNTED = {
    Standing.HOLDS: Text(en="still hold: {n}", de="gelten noch: {n}"),
    Standing.MOVED: Text(en="have moved: {n}", de="haben sich verändert: {n}"),
    Standing.UNTOLD: Text(en="can no longer be told: {n}", de="nicht mehr zu sagen: {n}"),
}


def frozen(shown: Shown) -> dict[str, Any]:
    """A card as it stands today: its sentence, and how its sources stand. Raises NotFound or Conflict."""
    number = shown.reference
    found = line(card_by_id(int(number) if number.isdecimal() and len(number) < 10 else 0))
    if found.state is not State.CONFIRMED:
        raise Conflict(NOT_CONFIRMED)
    standing = [each.standing for each in found.sources]
    counts = [words.fill(n=standing.count(each)) for each, words in COUNTED.items() if each in standing]
    counted = Text(en=", ".join(each.en for each in counts), de=", ".join(each.de for each in counts))
    text = CARD.fill(sentence=found.row.sentence, n=len(found.sources), counts=counted)
    return {"text": text, "as_of": timezone.localdate()}


def offered() -> list[tuple[str, str]]:
    """Cards that may be put on the table."""
    return [(f"{Proof.CARD}:{each.pk}", each.sentence) for each in confirmed()]
