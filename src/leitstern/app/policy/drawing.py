"""The chart of a rule: how far it was kept, period by period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, side, words
from leitstern.charts.trend import TrendPoint, trend
from leitstern.charts.units import OF_HUNDRED
from leitstern.core.bridge.policy.sentences import MEANT
from leitstern.core.bridge.policy.terms import Duty
from leitstern.core.outside.periods import short_name
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from leitstern.app.policy.counting import RuleLine

KEPT = Text(en="Kept", de="Eingehalten")
FOLLOWED = Text(en="It followed", de="Es folgte")
MEANT_TO_BE = Text(en="Meant to be", de="Soll")
WIDTH = 660  # of the column it stands in


def rule_drawing(line: RuleLine) -> SafeString | str:
    """Nothing before there are two periods to join."""
    periods = line.periods
    if len(periods) < 2:
        return ""
    free = line.duty is Duty.MAY
    points = []
    for counted, _name, kept, _violations in periods:
        if counted.start and counted.length:
            tick = short_name(counted.start, counted.length)
            value = side(counted.share if free else kept)
            points.append(TrendPoint(counted.start, value, words(tick) if tick else ""))
    return fitted(
        lambda sheet: trend(
            points,
            OF_HUNDRED,
            sheet,
            None if free else MEANT,
            name=FOLLOWED if free else KEPT,
            promised=MEANT_TO_BE,
        ),
        "contact-rule",
        gettext("How often it followed, of 100 occasions")
        if free
        else gettext("How often it was kept, of 100 occasions"),
        gettext("One point per period with its interval; by when the occasion was."),
        WIDTH,
    )
