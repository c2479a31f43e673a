"""Where a chart is shown: in the browser with classes that follow the colour scheme, or on paper with literal colours."""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.charts.style import SANS, attributes
from leitstern.charts.tokens import TOKENS

# Renderers of paper know weights in hundreds only.
_WEIGHTS = {"650": "600"}


@dataclass(frozen=True, slots=True)
class Theme:
    """How named styles become attributes, and whether a reader can touch the chart."""

    interactive: bool

    def look(self, styles: str) -> dict[str, str]:
        """The attributes that give an element these space-separated styles."""
        values = attributes(styles)
        if self.interactive:
            return {"class": styles}
        return {k: TOKENS[v].paper if v in TOKENS else _WEIGHTS.get(v, v) for k, v in values.items()}

    @property
    def root(self) -> dict[str, str]:
        """What the `svg` element itself carries."""
        return {"class": "chart"} if self.interactive else {"font-family": SANS}


WEB = Theme(interactive=True)
PRINT = Theme(interactive=False)
