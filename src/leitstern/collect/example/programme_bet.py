"""A bet of the example company: private banking holds a niche, and one of its two tripwires is no longer watched.

Planted: nobody has read churn for more than half a year. In the twin both are read, and neither is crossed.
"""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.bridge.programme.bet import Beyond, WireKind
from leitstern.core.texts import Text

WHO = Text(en="Board member for customers", de="Vorstand Kundenerlebnis")
WHY = Text(
    en="Private clients want a person; we wait with their own app until two of the large ones have one.",
    de="Private Kundschaft will einen Menschen; mit einer eigenen App warten wir, bis zwei der Großen eine haben.",
)


@dataclass(frozen=True, slots=True)
class WireTold:
    """A tripwire and what it showed: (days ago, value, half its interval, n)."""

    kind: WireKind
    what: Text
    bound: float
    side: Beyond
    unit: str
    source: Text
    reader: Text
    readings: tuple[tuple[int, float, float, int], ...]


def wires(*, planted: bool) -> tuple[WireTold, ...]:
    """Loss of share, and churn to new competitors."""
    return (
        WireTold(
            WireKind.SHARE,
            Text(en="Our share of private clients", de="Unser Anteil an der privaten Kundschaft"),
            8.0,
            Beyond.BELOW,
            "%",
            Text(en="Market study", de="Marktstudie"),
            Text(en="Strategy", de="Strategie"),
            ((400, 9.4, 0.6, 1200), (220, 9.1, 0.6, 1180), (40, 8.9, 0.6, 1210)),
        ),
        WireTold(
            WireKind.CHURN,
            Text(en="Left for a new competitor", de="Zu einem neuen Wettbewerber gewechselt"),
            3.0,
            Beyond.ABOVE,
            "%",
            Text(en="Reasons given on closing an account", de="Gründe bei der Kontoauflösung"),
            Text(en="Service", de="Service"),
            ((390, 1.6, 0.5, 2400), (210 if planted else 30, 2.1, 0.6, 2350)),
        ),
    )
