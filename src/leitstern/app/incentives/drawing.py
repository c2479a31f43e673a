"""The charts of incentives, from what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, locale, words
from leitstern.charts.month_quadrants import MonthChange, month_quadrants
from leitstern.charts.month_values import NewDefinition, month_values
from leitstern.charts.tug_of_war import Tug, tug_of_war
from leitstern.core.inside.incentives.declared import STRENGTHS
from leitstern.core.inside.incentives.measured import Coupling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from django.utils.safestring import SafeString

    from leitstern.app.incentives.models import Definition, Figure, Value
    from leitstern.core.bridge.watch.stream import Point
    from leitstern.core.inside.incentives.conflicts import Conflict


def month_name(month: date) -> str:
    """`Mai 2026`."""
    return f"{locale().month(month)} {month.year}"


def changes_drawing(conflict: Conflict, names: Mapping[str, str]) -> SafeString | str:
    """Monthly changes of both figures; nothing while too few can be compared."""
    if not isinstance(conflict.measured, Coupling):
        return ""
    found = conflict.measured
    changes = [
        MonthChange(month_name(month), float(first), float(second))
        for month, (first, second) in zip(found.months, found.changes, strict=True)
    ]
    return fitted(
        lambda sheet: month_quadrants(names[conflict.first], names[conflict.second], changes, sheet),
        "month-quadrants",
        gettext("Month by month: better together, or one at the other's expense"),
        gettext("One dot per change from one month to the next; corners count their months."),
        width=600,
    )


def tugs_drawing(conflict: Conflict, names: Mapping[str, str], levers: Mapping[str, str]) -> SafeString | str:
    """Which way each figure pushes which lever; nothing where nobody said so."""
    if not conflict.tugs:
        return ""
    tugs = [
        Tug(
            levers[tug.lever],
            names[tug.down.figure],
            words(STRENGTHS[tug.down.strength]),
            names[tug.up.figure],
            words(STRENGTHS[tug.up.strength]),
        )
        for tug in conflict.tugs
    ]
    return fitted(
        lambda sheet: tug_of_war(tugs, sheet),
        "tug-of-war",
        gettext("Which way each key figure pushes"),
        gettext("The lever stands in the middle, both key figures beside it."),
        width=600,
    )


def values_drawing(
    figure: Figure,
    months: Mapping[date, Value],
    definitions: Sequence[Definition],
    redefined: frozenset[date],
) -> SafeString | str:
    """A figure over the months; nothing before the first value."""
    known = [(month, row.value) for month, row in months.items() if row.value is not None]
    if not known:
        return ""
    last = known[-1][0]
    changed = [
        NewDefinition(each.since, each.text)
        for each in definitions
        if each.since in redefined and known[0][0] <= each.since <= last
    ]
    return fitted(
        lambda sheet: month_values(known, figure.counted_in, sheet, changed),
        "month-values",
        gettext("Month by month"),
        gettext("The line is broken where a month is missing and where something else was counted."),
        width=600,
    )


def way_drawing(months: Sequence[Point]) -> SafeString | str:
    """Which percentage of rewards hung on customers, month by month; nothing while there is only one."""
    if len(months) < 2:
        return ""
    known = [(each.day.replace(day=1), 100 * each.value) for each in months]
    return fitted(
        lambda sheet: month_values(known, "%", sheet, []),
        "way-of-rewards",
        gettext("Rewards that hang on customers, month by month"),
        gettext("Percent of what hangs on key figures, with the people and weights of that month."),
        width=600,
    )
