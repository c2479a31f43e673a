"""The charts of measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, locale, words
from leitstern.charts.before_after import Change, before_after
from leitstern.charts.driver_bars import DriverBar, driver_bars
from leitstern.charts.units import OF_HUNDRED
from leitstern.core.bridge.causes import CAUSES
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from leitstern.app.bridge.models import Measure
    from leitstern.core.bridge.causes import Causes
    from leitstern.core.bridge.verdict import Judgement

VERDICTS = {"better": "better", "not": "not", "cannot tell": "unclear"}


def result_drawing(found: Measure, result: Judgement | Missing) -> SafeString | str:
    """Before, after and the difference; nothing while one of them is missing."""
    if isinstance(result, Missing):
        return ""
    before, after, change = result.before, result.after, result.change
    if not (isinstance(before, Estimate) and isinstance(after, Estimate) and isinstance(change, Estimate)):
        return ""
    days = locale()
    drawn = Change(
        before,
        after,
        change,
        VERDICTS[result.verdict],  # type: ignore[arg-type]
        f"{days.date(found.baseline_from)} – {days.date(found.baseline_until)}",
        gettext("since %(day)s") % {"day": days.date(found.due or found.baseline_until)},
    )
    return fitted(
        lambda sheet: before_after(drawn, OF_HUNDRED, sheet),
        "before-after",
        gettext("Before and after"),
        gettext("Of 100 customers, how many agreed before and after, and the difference."),
    )


def causes_drawing(found: Causes) -> SafeString | str:
    """How many gaps come from each cause, the most frequent first; nothing while that is too few for shares."""
    bars = [
        DriverBar(words(CAUSES[line.cause]).capitalize(), line.share)
        for line in found.lines
        if line.gaps and isinstance(line.share, Estimate)
    ]
    if not bars:
        return ""
    return fitted(
        lambda sheet: driver_bars(bars, sheet),
        "causes",
        gettext("What gaps come from"),
        gettext("Share of gaps by their main cause, the most frequent first, with interval."),
        width=620,
    )
