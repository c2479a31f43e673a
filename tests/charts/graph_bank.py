"""Journeys through a bank for the graph: steps between touchpoints, forwards, backwards and once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.charts.graph_steps import Edge, Node
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.core.texts import Language

STAGES = {"de": ("Kennenlernen", "Entscheiden", "Hilfe bekommen"), "en": ("Discover", "Decide", "Get help")}
DEPARTMENTS = {"de": ("Vertrieb", "Kundenservice"), "en": ("Sales", "Customer service")}
NAMES = {
    "de": (
        "Website",
        "Beratungsgespräch in der Filiale",
        "Onlineantrag Baufinanzierung",
        "Anruf",
        "Beschwerde",
    ),
    "en": ("Website", "Advice in the branch", "Online mortgage application", "Call", "Complaint"),
}


def nodes(language: Language) -> list[Node]:
    places = ((0, 0, 9120), (1, 0, 2210), (1, 0, 4310), (2, 1, 7012), (2, -1, 431))
    return [
        Node(name, *place, f"/touchpoints/{at}")
        for at, (name, place) in enumerate(zip(NAMES[language], places, strict=True))
    ]


def edges(*, compared: bool = False) -> list[Edge]:
    taken = (
        *((None, 0, 9120), (0, 2, 4100), (3, None, 3900), (2, 3, 3100), (0, 3, 2900), (0, 1, 1800)),
        *((1, 2, 900), (3, 3, 700), (3, 0, 420), (3, 4, 431), (4, 3, 80), (4, None, 300), (None, 3, 300)),
    )
    found = []
    for at, (source, target, customers) in enumerate(taken):
        share = Estimate(customers / 9500, customers / 9800, customers / 9200, customers)
        wait = Estimate(3.0 * at + 2, 3.0 * at, 3.0 * at + 9, customers) if source is not None else "–"
        apart = Estimate(0.02 * (at - 5), 0.02 * (at - 6), 0.02 * (at - 4), customers) if compared else None
        beside = share if compared else None
        found.append(Edge(source, target, customers, share, wait, beside, apart, compared and at % 2 == 0))
    return found
