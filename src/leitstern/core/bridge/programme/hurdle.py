"""What stands in the way: hurdles by kind, with owner, age, measure and effect. Whoever prepares in time gets further.

The four kinds are those leaders named in the study of Code and Theory with WSJ Intelligence (800 executives): culture
56 %, alignment of leaders 49 %, talent 44 %, silos 43 %.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class HurdleKind(StrEnum):
    """What kind of hurdle it is."""

    CULTURE = "culture"
    ALIGNMENT = "alignment"
    TALENT = "talent"
    SILOS = "silos"


HURDLE_KINDS: dict[HurdleKind, Text] = {
    HurdleKind.CULTURE: Text(en="culture", de="Kultur"),
    HurdleKind.ALIGNMENT: Text(en="alignment of leaders", de="Abstimmung der Führung"),
    HurdleKind.TALENT: Text(en="skills and people", de="Kompetenzen und Menschen"),
    HurdleKind.SILOS: Text(en="silos", de="Silos"),
}
PREMORTEM: tuple[tuple[HurdleKind, Text], ...] = (
    (
        HurdleKind.CULTURE,
        Text(
            en="The change is reinterpreted until it means what we do anyway.",
            de="Der Wandel wird umgedeutet, bis er meint, was wir ohnehin tun.",
        ),
    ),
    (
        HurdleKind.ALIGNMENT,
        Text(
            en="The board’s attention goes to the next topic.",
            de="Die Aufmerksamkeit des Vorstands wandert zum nächsten Thema.",
        ),
    ),
    (
        HurdleKind.TALENT,
        Text(
            en="Those who understand data and customers are too few, and they are overloaded.",
            de="Wer Daten und Kundschaft versteht, ist zu selten da und überlastet.",
        ),
    ),
    (
        HurdleKind.SILOS,
        Text(
            en="The old silos live on in the new structure: lists, cost centres, figures.",
            de="Die alten Silos leben in der neuen Struktur weiter: Verteiler, Kostenstellen, Kennzahlen.",
        ),
    ),
)
NONE = Text(
    en="No hurdle has been written down. Whoever prepares for them in time gets further.",
    de="Noch ist keine Hürde notiert. Wer sich rechtzeitig vorbereitet, kommt weiter.",
)
ALL_GONE = Text(en="Every hurdle is cleared ({n}).", de="Alle Hürden sind genommen ({n}).")
OPEN = Text(
    en="Still in the way: {n} of {all} hurdles, the oldest for {days} days.",
    de="Noch im Weg: {n} von {all} Hürden, die älteste seit {days} Tagen.",
)
NOBODY = Text(
    en=" For {n} nobody is there to answer.",
    de=" Für {n} steht niemand gerade.",
)
NO_MEASURE = Text(en=" Against {n} nothing is done yet.", de=" Gegen {n} geschieht noch nichts.")


@dataclass(frozen=True, slots=True)
class Hurdle:
    """One hurdle as it stood on a day. `owned` is false where nobody was named or the owner has left."""

    title: str
    kind: HurdleKind
    since: date
    owned: bool
    measure: str = ""
    effect: str = ""
    cleared: date | None = None

    def age(self, day: date) -> int:
        """Days it has been open."""
        return ((self.cleared or day) - self.since).days


def hurdles_sentence(found: Sequence[Hurdle], day: date) -> Text:
    """How many are open, how old, and whose."""
    open_ = [each for each in found if each.cleared is None]
    if not found:
        return NONE
    if not open_:
        return ALL_GONE.fill(n=len(found))
    said = OPEN.fill(n=len(open_), all=len(found), days=grouped(max(each.age(day) for each in open_)))
    for words, n in (
        (NOBODY, sum(not each.owned for each in open_)),
        (NO_MEASURE, sum(not each.measure for each in open_)),
    ):
        if n:
            more = words.fill(n=n)
            said = Text(said.en + more.en, said.de + more.de)
    return said
