"""One campaign platform in the country teams of a travel insurance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.charts.adoption_ladder import LadderRow, Step
from leitstern.charts.run_effect import RunPoint
from leitstern.collect.example.country_teams import COUNTRY_TEAMS, Way
from leitstern.core.inside.adoption.rungs import RUNGS, needed
from leitstern.core.inside.adoption.shown import FOLDED
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.charts.sheet import Side
    from leitstern.core.texts import Language

SHARES = {
    Way.LIVES: (1.0, 0.86, 0.93, 0.98),
    Way.USES: (1.0, 0.72, 0.43, 0.03),
    Way.HAS: (1.0, 0.24, 0.31, 0.04),
}


def _known(value: float, n: int) -> Estimate:
    low, high = (value, value) if value == 1 else (max(0, value - 0.1), min(1, value + 0.1))
    return Estimate(value, low, high, n)


def rungs(language: Language) -> list[Step]:
    return [Step(name.to(language), needed(rung)) for rung, name in RUNGS.items()]


def ladder(language: Language) -> list[LadderRow]:
    rows = []
    for team in COUNTRY_TEAMS:
        shares: tuple[Side, ...] = tuple(_known(each, team.people) for each in SHARES[team.way])
        ahead: int | None = {Way.LIVES: None, Way.USES: 2, Way.HAS: 1}[team.way]
        if team.slug == "travel_pt":
            shares, ahead = (FOLDED.reason.to(language),) * 4, None
        rows.append(LadderRow(team.name.to(language), shares, ahead, f"{team.people}", f"#{team.slug}"))
    return rows


def points(language: Language) -> list[RunPoint]:
    found = []
    for at, team in enumerate(COUNTRY_TEAMS):
        change = (0.11 if team.way is Way.LIVES else 0.0) + (at % 5 - 2) / 100
        used = SHARES[team.way][1] + (at % 4 - 2) / 50
        found.append(
            RunPoint(
                team.name.to(language),
                _known(used, team.people),
                Estimate(change, change - 0.05, change + 0.05, 600),
                team.way is Way.USES,
                f"#{team.slug}",
            )
        )
    return found
