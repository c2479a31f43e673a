"""What may be said about a gap, in words, bars and colours: the same on every chart. Core decides, the picture follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from leitstern.charts import words
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.gap.findings import Finding
    from leitstern.core.stats.estimate import Estimate

Says = Literal["gap", "strength", "open"]

NAMES: dict[Says, Text] = {
    "gap": words.GAP,
    "strength": Text("Strength", "Stärke"),
    "open": Text("No gap declared", "Keine Lücke festgestellt"),
}
BARS: dict[Says, str] = {
    "gap": "stroke-gap hair fill-gap pale",
    "strength": "stroke-good hair fill-good pale",
    "open": "stroke-muted hair dash",
}
COLOURS: dict[Says, str] = {"gap": "fill-gap", "strength": "fill-good", "open": "fill-muted"}


def says(finding: Finding) -> Says:
    """A gap only where core declared one above what chance shows."""
    if finding.strength:
        return "strength"
    return "gap" if finding.state == "declared" else "open"


def says_interval(gap: Estimate) -> Says:
    """For a difference nobody judged: what its interval, clear of zero or not, allows to say."""
    if gap.low > 0:
        return "gap"
    return "strength" if gap.high < 0 else "open"
