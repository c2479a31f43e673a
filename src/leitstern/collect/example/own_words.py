"""What four departments said the change means, quarter by quarter, and what those who judged found in it.

Planted: branches retell it in the last two quarters; being close has become calling more often with offers. Three of four
still mean the same, so the series itself does not sound. In the twin branches say what they said before.
"""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.texts import Text

MEANING = Text(
    en="Close by means: whoever turns to us is listened to once, gets an answer that fits them, and need not ask again. We "
    "do not write to anybody who has just lost somebody, or just paid off their home, as if nothing had happened.",
    de="Nah dran heißt: Wer sich an uns wendet, wird einmal angehört, bekommt eine Antwort, die passt, und muss nicht noch "
    "einmal fragen. Wer gerade jemanden verloren oder sein Haus abbezahlt hat, dem schreiben wir nicht, als wäre nichts "
    "geschehen.",
)
QUARTERS = 8  # up to the end
SAID = {
    "service": Text(
        en="We stay with a case until it is done, even if it belongs to somebody else.",
        de="Wir bleiben an einem Fall dran, bis er erledigt ist, auch wenn er jemand anderem gehört.",
    ),
    "branches": Text(
        en="We know what somebody came for last time, and ask what has become of it.",
        de="Wir wissen, warum jemand zuletzt da war, und fragen, was daraus geworden ist.",
    ),
    "lending": Text(
        en="Our letters say what comes next, so that nobody has to call.",
        de="In unseren Briefen steht, was als Nächstes kommt, damit niemand anrufen muss.",
    ),
    "marketing": Text(
        en="Before something goes out we ask what the person has just been through.",
        de="Bevor etwas hinausgeht, fragen wir, was der Mensch gerade erlebt hat.",
    ),
}
RETOLD = Text(
    en="Close by means that we call our customers more often, with an offer every month.",
    de="Nah dran heißt, dass wir unsere Kundschaft öfter anrufen, jeden Monat mit einem Angebot.",
)


@dataclass(frozen=True, slots=True)
class Said:
    """A department's words so many quarters before the end, and whether those who judged found the same change in them."""

    unit: str
    ago: int
    words: Text
    same: tuple[bool, bool]


def own_words(*, planted: bool = True) -> tuple[Said, ...]:
    """Everything said, the oldest first."""
    return tuple(
        Said(unit, ago, RETOLD, (False, False))
        if planted and unit == "branches" and ago <= 2
        else Said(unit, ago, words, (True, not (unit == "lending" and ago == QUARTERS)))
        for ago in range(QUARTERS, 0, -1)
        for unit, words in SAID.items()
    )
