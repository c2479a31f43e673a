"""What comes before a complaint to a bank and after it, for the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.charts.step_sankey import Band, Stop
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.core.texts import Language

STEPS = {
    "de": ("2 Schritte davor", "1 Schritt davor", "Hier", "1 Schritt danach"),
    "en": ("2 steps before", "1 step before", "Here", "1 step after"),
}
NAMES = {
    "de": (
        "noch nicht begonnen",
        "Anruf",
        "Onlineantrag Baufinanzierung",
        "… andere",
        "Beschwerde",
        "vorbei",
        "Antwort",
    ),
    "en": ("not begun yet", "Call", "Online mortgage application", "… others", "Complaint", "over", "Answer"),
}


def stops(language: Language, *, compared: bool = False) -> list[Stop]:
    taken = (
        (0, 1, 0.3),
        (0, 0, 0.7),
        (1, 1, 0.55),
        (1, 2, 0.4),
        (1, 3, 0.05),
        (2, 4, 1.0),
        (3, 6, 0.62),
        (3, 5, 0.38),
    )
    found = []
    for at, (step, name, value) in enumerate(taken):
        share = Estimate(value, value * 0.9, min(value * 1.1, 1), 431)
        apart = Estimate(0.03 * (at - 4), 0.03 * (at - 5), 0.03 * (at - 3), 700) if compared else None
        beside = share if compared else None
        sure = compared and at % 3 == 0
        found.append(Stop(step, NAMES[language][name], share, name in {0, 3, 5}, beside, apart, sure))
    return found


def bands() -> list[Band]:
    taken = ((0, 2, 0.9), (0, 3, 0.1), (1, 2, 0.4), (1, 3, 0.53), (2, 5, 1.0), (3, 5, 1.0), (4, 5, 1.0))
    later = ((5, 6, 0.62), (5, 7, 0.38))
    return [Band(source, target, share, round(431 * share)) for source, target, share in (*taken, *later)]
