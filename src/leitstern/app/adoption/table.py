"""Adoption and campaigns as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.care import Drift
from leitstern.core.inside.adoption.campaigns import quality
from leitstern.core.inside.adoption.rungs import Part, Rung
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from leitstern.app.adoption.campaign_queries import Board, TeamCampaigns
    from leitstern.app.adoption.climbing import Ladder, TeamRow
    from leitstern.app.adoption.models import Sent, Team
    from leitstern.app.adoption.queries import Overview
    from leitstern.app.adoption.register import Sizes
    from leitstern.core.stats.estimate import Measured

APPLICATIONS_HEADER = [
    *("application", "name", "teams", *(rung.value for rung in Rung), "folded"),
    *("used", "used low", "used high", "used n", "score", "score low", "score high", "reason"),
]
_FOUR = ("{}", "{} low", "{} high", "{} n")
LADDER_HEADER = [
    *("team", "people", "live since", "reached", "next"),
    *(each.format(rung.value) for rung in Rung for each in _FOUR),
    *(each.format(part.value) for part in Part for each in _FOUR),
    *("change", "change low", "change high", "customers", "compared teams"),
    *("noticed", "score", "score low", "score high", "score n", "runs only", "reason"),
]
_QUALITY = ("coverage", "completeness", "validity", "classified in time")
CAMPAIGN_TEAMS_HEADER = [
    *("team", "sent", "documented"),
    *(each.format(name) for name in _QUALITY for each in _FOUR),
    *("completeness fell since", "classifying fell since"),
]
TEAMS_HEADER = ["team", "short name", "department", "country", "people", "since"]
MISSING_HEADER = ["campaign", "team", "title", "went out on"]


def application_rows(
    found: Overview, slugs: Mapping[int, str], names: Mapping[str, str]
) -> Iterator[list[object]]:
    """One row per application."""
    for line in found.lines:
        slug, used = slugs[line.watched], line.whole.shares[Rung.USED]
        yield [
            *(slug, names.get(slug, slug), line.teams, *(line.reached[rung] for rung in Rung), line.folded),
            *numbers(used),
            *numbers(line.whole.score)[:3],
            _reason(line.whole.score),
        ]


def ladder_rows(found: Ladder, teams: Mapping[int, Team]) -> Iterator[list[object]]:
    """One row per team; of those that are folded, nothing but that they are, and of their rest together."""
    for row in found.rows:
        yield _ladder_row(row, teams[row.team].slug)
    if found.rest:
        yield _ladder_row(found.rest, "(folded together)")
    yield _ladder_row(found.whole, "(all together)")


def _ladder_row(row: TeamRow, name: str) -> list[object]:
    standing = row.standing
    shares = [cell for rung in Rung for cell in numbers(standing.shares[rung])]
    parts = [cell for part in Part for cell in numbers(standing.parts.get(part))]
    return [
        *(name, row.people, row.live, standing.reached, standing.next),
        *shares,
        *parts,
        *numbers(standing.change),
        standing.compared if isinstance(standing.change, Estimate) else None,
        standing.noticed,
        *numbers(standing.score),
        standing.runs_only,
        _reason(standing.score),
    ]


def campaign_team_rows(found: Board, teams: Mapping[int, Team]) -> Iterator[list[object]]:
    """One row per team, its last twelve months."""
    for each in found.teams:
        yield _campaign_row(each, teams[each.team].slug)
    if found.whole:
        yield _campaign_row(found.whole, "(all together)")


def _campaign_row(each: TeamCampaigns, name: str) -> list[object]:
    shares = quality(each.tally)
    return [
        *(name, each.tally.sent, each.tally.documented),
        *(
            cell
            for share in (shares.coverage, shares.completeness, shares.validity, shares.compliance)
            for cell in numbers(share)
        ),
        *(fall.since if isinstance(fall, Drift) else None for fall in (each.completeness, each.compliance)),
    ]


def missing_rows(rows: Iterable[Sent]) -> Iterator[list[object]]:
    """One row per campaign that went out and is in no register."""
    for each in rows:
        yield [each.key, each.team.slug, each.title, each.day]


def team_rows(teams: Iterable[Team], sizes: Sizes, told_from: int) -> Iterator[list[object]]:
    """One row per team and size it had; how many people they were, only from `told_from` on."""
    for each in teams:
        for since, people in sizes.steps(each.pk):
            told = people if people >= told_from else f"< {told_from}"
            yield [each.name, each.slug, each.unit, each.country, told, f"{since:%Y-%m}"]


def numbers(measured: Measured | None) -> list[object]:
    """Value, interval and n; nothing of what is not known or not asked for."""
    if isinstance(measured, Estimate):
        return [*(round(each, 4) for each in (measured.value, measured.low, measured.high)), measured.n]
    return [None, None, None, None]


def _reason(measured: Measured) -> str:
    return measured.reason.en if isinstance(measured, Missing) else ""
