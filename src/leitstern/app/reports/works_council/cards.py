"""Fields of knowledge cards: who drafted one, who linked what, and who ruled on it."""

from __future__ import annotations

from leitstern.app.cards.models import Card, Ruling, Source, Wording
from leitstern.app.reports.works_council.described import Described, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.core.texts import Text

OF_CARD = nobody("the card", "die Karte")
KNOWN = nobody(
    "what is known about customers, in a sentence", "was über die Kundschaft bekannt ist, in einem Satz"
)
VALID = nobody("until when it is valid", "bis wann es gilt")
THEN = nobody("what the source said then", "was die Quelle damals sagte")

RECORDS = {
    Card: Described(
        Text(en="Knowledge card", de="Wissenskarte"),
        FOR_GOOD,
        {
            "sentence": KNOWN,
            "until": VALID,
            "changed": user(
                "when its words or sources last changed", "wann sich Worte oder Quellen zuletzt änderten"
            ),
        },
    ),
    Wording: Described(
        Text(en="Earlier wording of a knowledge card", de="Frühere Fassung einer Wissenskarte"),
        FOR_GOOD,
        {"card": OF_CARD, "sentence": KNOWN, "until": VALID},
    ),
    Source: Described(
        Text(en="Source of a knowledge card", de="Quelle einer Wissenskarte"),
        FOR_GOOD,
        {
            "card": OF_CARD,
            "kind": nobody("what it is", "was sie ist"),
            "reference": nobody("where it is found again", "wo sie wiederzufinden ist"),
            "said_de": THEN,
            "said_en": THEN,
            "value": THEN,
            "low": THEN,
            "high": THEN,
            "n": THEN,
            "as_of": nobody("as of which day", "nach welchem Stand"),
        },
    ),
    Ruling: Described(
        Text(en="Ruling on a knowledge card", de="Entscheidung über eine Wissenskarte"),
        FOR_GOOD,
        {
            "card": OF_CARD,
            "confirmed": nobody("confirmed, or sent back", "bestätigt oder zurückgegeben"),
            "reason": user(
                "why it went back, in somebody's words", "warum sie zurückging, in jemandes Worten"
            ),
        },
    ),
}
