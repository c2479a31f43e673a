"""The charts of silos, from what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, side, words
from leitstern.charts.driver_bars import DriverBar, driver_bars
from leitstern.charts.trend import TrendPoint
from leitstern.charts.trend import trend as trend_chart
from leitstern.charts.unit_heat_map import HeatRow, unit_heat_map
from leitstern.charts.units import Unit
from leitstern.core.inside.silo.facet import FACETS
from leitstern.core.inside.silo.functions import FUNCTIONS
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.utils.safestring import SafeString

    from leitstern.core.inside.silo.index import Silo
    from leitstern.core.inside.silo.relations import Relations
    from leitstern.core.inside.silo.ties import EI

DISTANCE = Text(en="Difference to chance", de="Abstand zum Zufall")
DIFFERENCE = Unit(low=-2, high=2, digits=2, signed=True)  # of two E–I indices


def facets_drawing(silo: Silo) -> SafeString | str:
    """The facets that were measured, side by side; nothing before the first."""
    bars = [
        DriverBar(words(FACETS[each.facet]), each.index)
        for each in silo.readings
        if isinstance(each.index, Estimate)
    ]
    if not bars:
        return ""
    return fitted(
        lambda sheet: driver_bars(bars, sheet),
        "silo-facets",
        gettext("The silo index, side by side"),
        gettext("How much of the way from no silo to full closure each side has gone, with interval."),
        width=620,
    )


def relations_drawing(relations: Relations) -> SafeString | str:
    """How functions experience themselves and each other; nothing where nobody was asked."""
    if not relations.functions:
        return ""
    rows = [
        HeatRow(
            words(FUNCTIONS[one]),
            tuple(side(relations.cells[one, other]) for other in (one, *relations.functions)),
        )
        for one in relations.functions
    ]
    columns = [gettext("among themselves"), *(words(FUNCTIONS[each]) for each in relations.functions)]
    return fitted(
        lambda sheet: unit_heat_map(rows, columns, sheet),
        "silo-relations",
        gettext("How departments experience each other"),
        gettext("Rows answer, columns are whom they answer about; levels from 0 to 4."),
        width=620,
    )


def differences_drawing(found: Sequence[tuple[date, EI]]) -> SafeString | str:
    """The E–I index of all counts as its difference to chance; nothing while there are fewer than two."""
    points = [
        TrendPoint(
            day,
            Estimate(
                ei.difference, ei.observed.low - ei.null, ei.observed.high - ei.null, ei.observed.n, as_of=day
            ),
        )
        for day, ei in found
    ]
    if len(points) < 2:
        return ""
    return fitted(
        lambda sheet: trend_chart(points, DIFFERENCE, sheet, name=DISTANCE),
        "silo-ties",
        gettext("Working across departments over time"),
        gettext(
            "E–I index, difference to chance: below zero, people work among themselves more than by chance."
        ),
        width=620,
    )
