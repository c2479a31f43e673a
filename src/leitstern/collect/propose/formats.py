"""Details a proposed mapping has to spell out: unusual dates, and the ends of a scale."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from leitstern.collect.propose.evidence import date_style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from leitstern.collect.propose.evidence import Evidence
    from leitstern.core.company.scales import Scale

_SHORT_YEAR = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}(?!\d)")
_SCALES = ((1, 5), (0, 5), (1, 7), (1, 10), (0, 10), (0, 100))


def date_formats(columns: Iterable[Sequence[str | None]]) -> tuple[str, ...]:
    """The strptime formats of dates that are not understood anyway (`times`), in the order they appear.

    01/02/2026 is read day first unless some date in the same file can only be month first.
    """
    values = [value.strip() for column in columns for value in column if value and value.strip()]
    slashed = [value for value in values if date_style(value) == "slash"]
    month_first = any(int(value.split("/")[1]) > 12 for value in slashed)
    found: dict[str, None] = {}
    for value in values:
        style = date_style(value)
        if style == "slash":
            found[("%m/%d/%Y" if month_first else "%d/%m/%Y") + _clock(value)] = None
        elif style == "iso" and "/" in value:
            found["%Y/%m/%d" + _clock(value)] = None
        elif style == "german" and _SHORT_YEAR.match(value):
            found["%d.%m.%y" + _clock(value)] = None
    return tuple(found)


def fitting_scale(usual: Scale, evidence: Evidence) -> Scale:
    """The usual scale of this kind, or the smallest well-known one that holds the values seen.

    On another scale the upper quarter agrees.
    """
    low, high = evidence.low, evidence.high
    if not evidence.numbers or usual.low <= low <= high <= usual.high:
        return usual
    ends = next(
        ((a, b) for a, b in _SCALES if a <= low and high <= b), (math.floor(low), math.ceil(high) or 1)
    )
    return replace(
        usual, low=ends[0], high=ends[1], good_from=math.ceil(ends[0] + 0.75 * (ends[1] - ends[0]))
    )


def _clock(value: str) -> str:
    clock = re.search(r"( +)\d{1,2}:\d{2}(:\d{2})?( ?[AP]M| ?Uhr)?$", value)
    if not clock:
        return ""
    after = clock[3] or ""
    half = after.endswith("M")
    hours = "%I:%M" if half else "%H:%M"
    return clock[1] + hours + (":%S" if clock[2] else "") + (after[:-2] + "%p" if half else after)
