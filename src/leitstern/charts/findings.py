"""What the interval of a gap allows to say, in words, bars and numbers: the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from leitstern.charts import words
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.stats.estimate import Estimate

Finding = Literal["gap", "strength", "open"]
NAMES: dict[Finding, Text] = {
    "gap": words.GAP,
    "strength": Text("Better than said", "Besser als gesagt"),
    "open": Text("Difference not certain", "Unterschied nicht sicher"),
}
BARS: dict[Finding, str] = {
    "gap": "stroke-gap hair fill-gap pale",
    "strength": "stroke-good hair fill-good pale",
    "open": "stroke-muted hair dash",
}
COLOURS: dict[Finding, str] = {"gap": "fill-gap", "strength": "fill-good", "open": "fill-muted"}


def finding(gap: Estimate) -> Finding:
    """What a gap's interval allows to say."""
    if gap.low > 0:
        return "gap"
    return "strength" if gap.high < 0 else "open"
