"""The statements that promise, belief and lived experience are shares of."""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Facet:
    """A statement customers can agree with, asked in the same words of customers, leaders and promises."""

    slug: str
    name: Text
    question: Text  # "Of 100 customers here, how many …?"


SATISFIED = Facet(
    "satisfied",
    Text(en="Satisfied", de="Zufrieden"),
    Text(
        en="Of 100 customers here: how many are satisfied?",
        de="Von 100 Kundinnen und Kunden hier: Wie viele sind zufrieden?",
    ),
)
IN_TIME = Facet(
    "in_time",
    Text(en="In time", de="Rechtzeitig"),
    Text(
        en="Of 100 customers here: how many get it in time, as promised?",
        de="Von 100 Kundinnen und Kunden hier: Wie viele bekommen es rechtzeitig, wie zugesagt?",
    ),
)
EASY = Facet(
    "easy",
    Text(en="Easy", de="Einfach"),
    Text(
        en="Of 100 customers here: how many find it easy?",
        de="Von 100 Kundinnen und Kunden hier: Wie viele finden es einfach?",
    ),
)
RECOMMEND = Facet(
    "recommend",
    Text(en="Would recommend us", de="Würden uns empfehlen"),
    Text(
        en="Of 100 customers here: how many would recommend us?",
        de="Von 100 Kundinnen und Kunden hier: Wie viele würden uns weiterempfehlen?",
    ),
)

BUILT_IN = (SATISFIED, IN_TIME)  # every taxonomy has these
STANDARD = {facet.slug: facet for facet in (SATISFIED, IN_TIME, EASY, RECOMMEND)}  # ready to be used


def complete(facets: tuple[Facet, ...]) -> tuple[Facet, ...]:
    """A taxonomy's own facets, and after them the built-in ones that it does not put in its own words."""
    own = {facet.slug for facet in facets}
    return facets + tuple(facet for facet in BUILT_IN if facet.slug not in own)
