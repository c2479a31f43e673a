"""Pictures of a pulse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.common.drawing import fitted, words
from leitstern.charts.driver_bars import DriverBar, driver_bars
from leitstern.core.bridge.change.pulse import Asked
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.change.pulses import Pulsed

TITLE = Text(en="Who can explain why we do this", de="Wer erklären kann, warum wir das machen")
SAID = Text(
    en="Share of those who answered, with its interval, for the company and each department that may be shown.",
    de="Anteil derer, die geantwortet haben, mit Intervall, für das Unternehmen und jeden Bereich, der gezeigt werden darf.",
)


def understanding_chart(found: Pulsed) -> str:
    """The company, then departments from the lowest share up; nothing if nothing may be shown."""
    shown = [
        (each, share)
        for each in (found.company, *found.units)
        if isinstance(share := each.share(Asked.WHY), Estimate)
    ]
    if not shown:
        return ""
    first = [pair for pair in shown if not pair[0].unit]
    rest = sorted((pair for pair in shown if pair[0].unit), key=lambda pair: pair[1].value)
    bars = [DriverBar(words(each.name), share) for each, share in (*first, *rest)]
    return fitted(lambda sheet: driver_bars(bars, sheet), "understanding", words(TITLE), words(SAID))
