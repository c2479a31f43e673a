"""Phrases that return on every slide: places, numbers with their interval, what a slide rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from leitstern.app.common.drawing import locale, words
from leitstern.app.reports.content import written_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.outside.reading import Published
    from leitstern.core.gap.findings import TouchpointGap
    from leitstern.core.stats.estimate import Estimate


def period(state: Published) -> str:
    """From the first to the last day of the data."""
    return f"{written_day(state.first_date)} – {written_day(state.as_of)}"


def place_of(line: TouchpointGap) -> str:
    """The touchpoint and the statement about it."""
    return f"{words(line.touchpoint_name)} ({words(line.facet_name)})"


def spread(found: Estimate, form: Callable[[float], str]) -> str:
    """A number with its interval; one that is exact stands alone."""
    return with_interval(form(found.value), form(found.low), form(found.high))


def with_interval(value: str, low: str, high: str) -> str:
    """`61 [58–64]`."""
    return value if low == high else f"{value} [{locale().span(low, high)}]"


def percents() -> str:
    """How spreadsheets write shares in the active language."""
    return f"0{locale().before_percent}%"


def never_certain() -> str:
    """The same for probabilities: never nothing, never all, as the program says them."""
    form = percents()
    return f'[>=0.995]"{form.replace("0", ">99")}";[<0.005]"{form.replace("0", "<1")}";{form}'


def rests_on(state: Published) -> str:
    """From which data, of when."""
    return _("Source: state %(number)s of the data, %(period)s; intervals are 90%%.") % {
        "number": state.snapshot.pk,
        "period": period(state),
    }


def calculated(method: str) -> str:
    """Where the formula stands."""
    return _("How calculated: in the program under Method (/method/%(page)s).") % {"page": method}
