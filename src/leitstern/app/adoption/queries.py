"""Adoption as other areas and pages ask for it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from leitstern.app.adoption.campaign_queries import kept_monthly
from leitstern.app.adoption.models import Team, Watched
from leitstern.app.adoption.reading import Climbs, state
from leitstern.app.adoption.register import all_watched, watched_by_slug
from leitstern.app.common.findings import remember
from leitstern.core.inside.adoption.rungs import Rung
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leitstern.app.adoption.climbing import Ladder, TeamRow
    from leitstern.core.inside.adoption.ladder import Standing
    from leitstern.core.stats.estimate import Measured

__all__ = [
    "Line",
    "RunsOnly",
    "adoption_of",
    "kept_monthly",
    "ladder",
    "overview",
    "rows_of",
    "standings",
    "teams_by_rung",
]
MOST_RUNS_ONLY = 200  # rows of a list; the most used first


@dataclass(frozen=True, slots=True)
class Line:
    """One application in the overview: how many teams with numbers stand on which rung, and all of them together."""

    watched: int
    teams: int
    reached: dict[Rung, int]
    folded: int
    whole: Standing


@dataclass(frozen=True, slots=True)
class RunsOnly:
    """It runs there, but it does not work."""

    watched: int
    row: TeamRow


@dataclass(frozen=True, slots=True)
class Overview:
    """All applications, and where they run but do not work; `more` rows of that list are left out.

    In `cannot_tell` other teams an application runs, and too few customers were asked to tell whether it works.
    """

    lines: tuple[Line, ...]
    runs_only: tuple[RunsOnly, ...]
    more: int
    cannot_tell: int


def ladder(watched: Watched) -> Ladder:
    """Where the teams stand with one application."""
    return _ladder(watched.pk, state())


def rows_of(team: int) -> dict[int, TeamRow]:
    """By application, where one team stands; applications it neither has nor uses are left out."""
    now = state()
    return remember("adoption of a team", (team, *now), lambda: _kept_by_team(_ladders(), now).get(team, {}))


def overview() -> Overview:
    """All applications. Worked out once whenever anything changed; whoever hands something in does it for the reader."""
    return remember("adoption overview", state(), _overview)


def standings(application: str) -> dict[str, Standing]:
    """By team, where it stands with an application; teams that have to stay folded are left out. Raises NotFound."""
    slugs = dict(Team.objects.values_list("pk", "slug"))
    return {slugs[row.team]: row.standing for row in ladder(watched_by_slug(application)).shown}


def adoption_of(application: str) -> Measured | None:
    """The share of people who use an application in a week, all teams together; None if its use is not looked at."""
    found = Watched.objects.filter(slug=application, retired=None).first()
    return ladder(found).whole.standing.shares[Rung.USED] if found else None


def teams_by_rung(applications: Iterable[str]) -> dict[str, dict[Rung, int]]:
    """By application whose use is looked at: how many teams have come as far as each rung, and no further.

    Teams with numbers, of at least as many people as was agreed; those folded are counted nowhere, as are those without a rung.
    """
    wanted = dict(all_watched().filter(slug__in=set(applications)).values_list("pk", "slug"))
    return {
        wanted[line.watched]: {
            rung: line.reached[rung] - (line.reached[above] if above else 0)
            for rung, above in zip_longest(Rung, list(Rung)[1:])
        }
        for line in (overview().lines if wanted else ())
        if line.watched in wanted
    }


def _ladder(watched: int, now: tuple[object, ...]) -> Ladder:
    return remember("adoption ladder", (watched, *now), lambda: Climbs(watched).ladder(watched))


def _overview() -> Overview:
    """Every ladder once; what it says of each team is kept beside, for the pages of teams."""
    lines, runs_only, ladders, now = [], [], _ladders(), state()
    for watched, found in ladders.items():
        lines.append(
            Line(
                watched,
                len(found.known),
                {rung: found.at_least(rung) for rung in Rung},
                len(found.folded),
                found.whole.standing,
            )
        )
        runs_only += [RunsOnly(watched, row) for row in found.runs_only]
    _kept_by_team(ladders, now)
    runs_only.sort(key=lambda each: -_used(each))
    shown = tuple(runs_only[:MOST_RUNS_ONLY])
    cannot_tell = sum(found.may_run_only for found in ladders.values())
    return Overview(tuple(lines), shown, len(runs_only) - len(shown), cannot_tell)


def _ladders() -> dict[int, Ladder]:
    climbs = Climbs()
    return {watched: climbs.ladder(watched) for watched in all_watched().values_list("pk", flat=True)}


def _kept_by_team(ladders: Mapping[int, Ladder], now: tuple[object, ...]) -> dict[int, dict[int, TeamRow]]:
    """What ladders say of each team, kept for the pages of all of them: none works every ladder out a second time."""
    found: dict[int, dict[int, TeamRow]] = defaultdict(dict)
    for watched, ladder in ladders.items():
        for row in ladder.rows:
            found[row.team][watched] = row
    for team, rows in found.items():
        remember("adoption of a team", (team, *now), partial(dict, rows))
    return found


def _used(each: RunsOnly) -> float:
    used = each.row.standing.shares[Rung.USED]
    return used.value if isinstance(used, Estimate) else 0.0
