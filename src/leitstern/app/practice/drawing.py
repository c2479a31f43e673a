"""The charts of lived practice, from what was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, side, words
from leitstern.charts.month_values import NewDefinition, month_values
from leitstern.charts.trend import TrendEvent, TrendPoint, trend
from leitstern.charts.units import OF_HUNDRED
from leitstern.core.bridge.practice.terms import StopChange
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from leitstern.app.practice.measuring import Kept, Stopped

COUNTED = Text(en="now counted: {kept}, of {cases}", de="jetzt gezählt: {kept}, von {cases}")
NAMES = (Text(en="Kept", de="Eingehalten"), Text(en="Meant to be", de="Soll"))
WIDTH = 660  # of the column the charts stand in
EXEMPT = Text(en="exemption: {reason}", de="Ausnahme: {reason}")
CHANGES = {
    StopChange.ENDED: Text(en="ended", de="beendet"),
    StopChange.REINSTATED: Text(en="let in again", de="wieder zugelassen"),
}


def course_drawing(found: Kept) -> SafeString | str:
    """The share kept, month by month; nothing before there are two months to join."""
    months = found.course.months
    if len(months) < 2 or not any(isinstance(each.share, Estimate) for each in months):
        return ""
    redefined = [rule for rule in found.rules[1:] if rule.since and rule.since <= months[-1].month]
    events = [
        TrendEvent(rule.since, words(COUNTED.fill(kept=rule.kept, cases=rule.cases)))
        for rule in redefined
        if rule.since
    ] + [
        TrendEvent(max(each.since, months[0].month), words(EXEMPT.fill(reason=each.reason)))
        for each in found.row.exemptions.all()
        if not each.withdrawn and months[0].month <= each.until and each.since <= months[-1].month
    ]
    target = found.rule.target if found.rule else None
    return fitted(
        lambda sheet: trend(
            [TrendPoint(each.month, side(each.share)) for each in months],
            OF_HUNDRED,
            sheet,
            target,
            sorted(events, key=lambda event: event.day),
            [rule.since for rule in redefined if rule.since],
            *NAMES,
        ),
        "principle-course",
        gettext("How often it is kept, of 100 cases"),
        gettext("One point per month with its interval; gaps are months nobody counted."),
        WIDTH,
    )


def uses_drawing(found: Stopped) -> SafeString | str:
    """Uses, month by month, with what happened to it."""
    if not found.months:
        return ""
    first, last = found.months[0][0], found.months[-1][0]
    pins = [
        NewDefinition(event.day.replace(day=1), words(CHANGES[StopChange(event.change)]))
        for event in sorted(found.row.events.all(), key=lambda event: (event.day, event.pk))
        if first <= event.day.replace(day=1) <= last
    ]
    return fitted(
        lambda sheet: month_values(
            [(month, float(n)) for month, n in found.months], gettext("uses a month"), sheet, pins
        ),
        "stop-uses",
        gettext("How often it was used, month by month"),
        gettext("One dot per month; gaps are months nobody counted."),
        WIDTH,
    )
