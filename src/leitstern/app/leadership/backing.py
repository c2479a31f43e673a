"""How leaders' backing is felt, per published wave, beside what leaders say of themselves and what they did."""

from __future__ import annotations

from datetime import timedelta

from leitstern.app.leadership.areas import areas
from leitstern.app.leadership.queries import all_acts
from leitstern.app.waves.queries import publications
from leitstern.app.waves.results import Results
from leitstern.core.bridge.leadership.backing import LIVED_LEADERSHIP, Backing
from leitstern.core.company.tree import COMPANY
from leitstern.core.inside.groups import Group
from leitstern.core.inside.ratings import View
from leitstern.core.stats.estimate import Measured

MOST = 8  # newest waves shown
YEAR = timedelta(days=365)


def waves_shown() -> tuple[Results, ...]:
    """The newest published waves that asked about lived leadership, oldest first."""
    newest = publications().select_related("wave__instrument", "wave__taxonomy")[:MOST]
    found = (Results(each.wave, each.results) for each in reversed(newest))
    return tuple(each for each in found if LIVED_LEADERSHIP in {of.slug for of in each.dimensions})


def backing() -> tuple[Backing, ...]:
    """Of the whole company, oldest wave first."""
    days = [act.day for act in all_acts()]
    return tuple(
        Backing(
            wave=each.wave.pk,
            name=each.wave.name,
            day=each.wave.closes,
            felt=_level(each, View.STAFF, COMPANY),
            stated=_level(each, View.EXECUTIVES, COMPANY),
            acts=sum(each.wave.closes - YEAR < day <= each.wave.closes for day in days),
        )
        for each in waves_shown()
    )


def felt_by_area() -> dict[str, Measured]:
    """By board area what its staff feel in the newest wave, or why it is not shown."""
    shown = waves_shown()
    return {area: _level(shown[-1], View.STAFF, area) for area in areas()} if shown else {}


def _level(results: Results, view: View, unit: str) -> Measured:
    return results.shown(Group(results.wave.pk, view, unit), LIVED_LEADERSHIP).level
