"""What is known to have happened on a day: measures due, initiatives begun, the taxonomy changed. Beside it, not because."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.app.bridge.queries import measures
from leitstern.app.company.queries import taxonomy_days
from leitstern.app.portfolio.models import Initiative
from leitstern.core.outside.periods import after
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.answers.over_time import Line
    from leitstern.app.outside.reading import Published
    from leitstern.core.stats.breakpoints import LevelChange

BEFORE = timedelta(days=31)  # what happens takes a while until customers say it
MEASURE = Text(en="measure “{title}”", de="Maßnahme „{title}“")
INITIATIVE = Text(en="initiative “{title}” began", de="Initiative „{title}“ begann")
TAXONOMY = Text(en="the taxonomy was changed", de="die Taxonomie wurde geändert")


@dataclass(frozen=True, slots=True)
class Happened:
    """Something known of a day; `touchpoints` it is about (short names), none where it is about all."""

    day: date
    what: Text
    touchpoints: tuple[str, ...] = ()


def all_happened(state: Published, *, inside: bool) -> tuple[Happened, ...]:
    """In order of time; initiatives only for those who see where the organisation stands (`inside`)."""
    found = [
        Happened(each.due, MEASURE.fill(title=each.title), (each.touchpoint,))
        for each in measures()
        if each.due and each.due <= state.as_of
    ]
    found += [Happened(day, TAXONOMY) for day in taxonomy_days()]
    if inside:
        found += [
            Happened(each.begins, INITIATIVE.fill(title=each.title), tuple(each.touchpoints))
            for each in Initiative.objects.filter(withdrawn=None, begins__lte=state.as_of)
            if each.begins
        ]
    return tuple(sorted(found, key=lambda each: (each.day, each.what.en)))


def then(
    change: LevelChange, line: Line, known: tuple[Happened, ...], touchpoint: str = ""
) -> tuple[Happened, ...]:
    """What happened when the level may have changed, from a month before on; at `touchpoint`, if one is looked at."""
    since = line.periods[change.earliest][0] - BEFORE
    until = after(line.periods[change.latest][0], line.length)
    return tuple(
        each
        for each in known
        if since <= each.day < until
        and (not touchpoint or not each.touchpoints or touchpoint in each.touchpoints)
    )
