"""Who lives an application, who does not, and what leaders did there: teams as adoption shows them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from leitstern.app.adoption.queries import standings
from leitstern.app.adoption.reading import state
from leitstern.app.adoption.register import watched_names
from leitstern.app.common.findings import remember
from leitstern.app.leadership.queries import standing_acts
from leitstern.core.bridge.leadership.accompanied import Accompanied, Comparison, compare
from leitstern.core.bridge.leadership.terms import ActKind
from leitstern.core.inside.adoption.rungs import Rung

YEAR = timedelta(days=365)
LIVING = (Rung.LIVED, Rung.EFFECTIVE)


@dataclass(frozen=True, slots=True)
class Application:
    """One application with its teams; `rungs` are those reached, by team."""

    slug: str
    name: str
    found: Comparison
    rungs: dict[str, Rung | None]


def rungs_reached() -> dict[str, dict[str, Rung | None]]:
    """By application and team the rung reached, worked out once per state of what is used."""

    def compute() -> dict[str, dict[str, Rung | None]]:
        return {
            slug: {team: standing.reached for team, standing in standings(slug).items()}
            for slug in watched_names()
        }

    return remember("rungs of teams", state(), compute)


def applications(today: date) -> tuple[Application, ...]:
    """Every application whose use is looked at in teams; teams that have to stay folded are left out."""
    acts = standing_acts().filter(day__gt=today - YEAR).exclude(place="")
    there = Counter(acts.values_list("place", flat=True))
    visits = Counter(acts.filter(kind=ActKind.VISIT).values_list("place", flat=True))
    reached, found = rungs_reached(), []
    for slug, name in watched_names().items():
        rungs = reached.get(slug, {})
        teams = [Accompanied(team, there[team], visits[team], rung in LIVING) for team, rung in rungs.items()]
        if teams:
            found.append(Application(slug, name, compare(teams, today), rungs))
    return tuple(found)
