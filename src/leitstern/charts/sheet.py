"""What every chart is given besides its rows: the sheet it is drawn on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.charts.theme import WEB, Theme
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.charts.locales import Locale

# A number with its interval and n, or the words that say why it is not there.
Side = Estimate | str

NARROW = 420  # up to here a chart is laid out for a phone


@dataclass(frozen=True, slots=True)
class Sheet:
    """Name, size, language and theme of one chart.

    `id` is unique on the page (title and description hang on it); `title` names the chart, `description` says in a
    sentence or two what it shows; `width` in CSS pixels: from 320; up to `NARROW` the layout is vertical.
    """

    id: str
    title: str
    description: str
    width: int
    locale: Locale
    theme: Theme = WEB

    @property
    def narrow(self) -> bool:
        """Whether the layout for phones is asked for."""
        return self.width <= NARROW
