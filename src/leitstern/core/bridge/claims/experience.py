"""Spans of time that the source papers name from interviews and experience."""

from __future__ import annotations

from leitstern.core.bridge.claims.claim import Claim, Figure, Grade, Quote, Unit
from leitstern.core.bridge.claims.counterpart import not_yet
from leitstern.core.bridge.claims.digitalisation import PAPER
from leitstern.core.texts import Text

ROUTES = Text(en="section 5", de="Abschnitt 5")
INTERVIEWS = 25
START = Text(
    en="As the starting point of the routes, with a range around it, until your own way is known.",
    de="Als Ausgangspunkt der Routen, mit einer Spanne darum, bis Ihr eigener Weg bekannt ist.",
)
NO_DATE = Text(
    en="As a date in a plan, or as a promise that it will not take longer.",
    de="Als Termin in einem Plan oder als Zusage, dass es nicht länger dauert.",
)
NOT_WALKED = not_yet(
    "it is known once the way has been gone; until then the routes forecast it",
    "es ist bekannt, wenn der Weg gegangen ist; bis dahin sagen die Routen es voraus",
)


def _route(slug: str, name: Text, figure: Figure, quote: str) -> Claim:
    return Claim(
        slug=slug,
        name=name,
        figures=(figure,),
        grade=Grade.QUALITATIVE,
        source=PAPER,
        through=PAPER,
        may=START,
        may_not=NO_DATE,
        counterpart=NOT_WALKED,
        n=INTERVIEWS,
        quotes=(Quote(quote, ROUTES),),
    )


EXPERIENCE: tuple[Claim, ...] = (
    _route(
        "culture-takes",
        Text(
            en="How long a Digital Lemming takes to become a Star",
            de="Wie lange ein Digitaler Lemming bis zum Star braucht",
        ),
        Figure(
            5,
            Unit.YEARS,
            Text("at least five years", "mindestens fünf Jahre"),
            Text("as a rule, until culture has settled", "regelmäßig, bis die Kultur eingeschwungen ist"),
        ),
        "regelmäßig mindestens fünf Jahre",
    ),
    _route(
        "both-takes",
        Text(
            en="How much longer a Camper takes, culture first",
            de="Wie viel länger ein Camper braucht, Kultur zuerst",
        ),
        Figure(
            1,
            Unit.YEARS,
            Text("one to at most two years", "ein bis maximal zwei Jahre"),
            Text("longer than a Digital Lemming, mostly", "länger als ein Digitaler Lemming, meist"),
            upto=2,
        ),
        "meist nur ein bis maximal zwei Jahre länger",
    ),
    _route(
        "technology-takes",
        Text(
            en="How long a customer expert far from technology takes to become a Star",
            de="Wie lange ein Technologieferner Kundenkenner bis zum Star braucht",
        ),
        Figure(
            18,
            Unit.MONTHS,
            Text("18 to 24 months", "18 bis 24 Monate"),
            Text("often, if pursued with vigour", "häufig, wenn mit Nachdruck verfolgt"),
            upto=24,
        ),
        "häufig bereits nach 18 bis 24 Monaten",
    ),
)
