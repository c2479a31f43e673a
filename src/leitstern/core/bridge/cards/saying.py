"""How the cards stand altogether, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.cards.standing import Standing
from leitstern.core.bridge.cards.terms import State
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

NONE = Text(
    en="Nothing of what is known about customers has been put on a card yet.",
    de="Noch steht nichts von dem, was wir über unsere Kundschaft wissen, auf einer Karte.",
)
ALL_HOLD = (
    Text(
        en="The one confirmed piece of customer knowledge still holds.",
        de="Das eine bestätigte Stück Kundenwissen gilt noch.",
    ),
    Text(
        en="All {n} confirmed pieces of customer knowledge still hold.",
        de="Alle {n} bestätigten Stücke Kundenwissen gelten noch.",
    ),
)
MOVED = (
    Text(
        en="Of {n} confirmed pieces of customer knowledge, one has moved: look again before you rely on it.",
        de="Von {n} bestätigten Stücken Kundenwissen hat sich eines verändert: Sehen Sie neu hin, bevor Sie sich darauf verlassen.",
    ),
    Text(
        en="Of {n} confirmed pieces of customer knowledge, {moved} have moved: look again before you rely on them.",
        de="Von {n} bestätigten Stücken Kundenwissen haben sich {moved} verändert: Sehen Sie neu hin, bevor Sie sich darauf verlassen.",
    ),
)
NONE_CONFIRMED = (
    Text(
        en="One card waits for somebody who confirms it.",
        de="Eine Karte wartet auf jemanden, der sie bestätigt.",
    ),
    Text(
        en="{n} cards wait for somebody who confirms them.",
        de="{n} Karten warten auf jemanden, der sie bestätigt.",
    ),
)
NONE_STANDS = Text(
    en="No piece of customer knowledge is confirmed at present.",
    de="Zurzeit ist kein Stück Kundenwissen bestätigt.",
)
SOME_UNTOLD = Text(
    en="Of {n} confirmed pieces of customer knowledge, {held} still hold; of the others it can no longer be told.",
    de="Von {n} bestätigten Stücken Kundenwissen gelten {held} noch; von den anderen ist es nicht mehr zu sagen.",
)


def headline(cards: Sequence[tuple[State, Standing]]) -> Text:
    """What matters most: what has moved, what waits, or that all holds."""
    if not cards:
        return NONE
    confirmed = [standing for state, standing in cards if state is State.CONFIRMED]
    n, moved = len(confirmed), confirmed.count(Standing.MOVED)
    if moved:
        return MOVED[moved > 1].fill(n=n, moved=moved)
    if n:
        held = confirmed.count(Standing.HOLDS)
        return ALL_HOLD[n > 1].fill(n=n) if held == n else SOME_UNTOLD.fill(n=n, held=held)
    waiting = sum(state is State.WAITING for state, _ in cards)
    return NONE_CONFIRMED[waiting > 1].fill(n=waiting) if waiting else NONE_STANDS
