"""Adoption and campaigns as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date

from ninja import Schema

from leitstern.app.adoption import queries
from leitstern.app.adoption.campaign_queries import Board, TeamCampaigns
from leitstern.app.adoption.climbing import Ladder, TeamRow
from leitstern.app.adoption.models import Team, Watched
from leitstern.app.adoption.own_use import own_use
from leitstern.app.adoption.register import watched_names
from leitstern.app.common.schemas import Number, number
from leitstern.core.bridge.care import Drift
from leitstern.core.inside.adoption.campaigns import quality
from leitstern.core.inside.adoption.rungs import Noticed, Part, Rung
from leitstern.core.stats.estimate import Missing


class RungOut(Schema):
    rung: Rung
    share: Number


class PartOut(Schema):
    part: Part
    share: Number


class StandingOut(Schema):
    team: str  # "" = several together
    people: int | None
    live: date | None
    rungs: list[RungOut]
    parts: list[PartOut]
    change: Number  # of the share of customers who agree; an association
    compared: int  # teams without it that lived through the same months
    score: Number
    reached: Rung | None
    next: Rung | None
    next_is_unknown: bool
    noticed: Noticed | None  # none where nothing is known of its customers
    runs_only: bool


class AdoptionOut(Schema):
    application: str
    name: str
    as_of: date | None
    together: StandingOut
    teams: list[StandingOut]
    folded: list[str]  # teams of which nothing may be shown
    rest: StandingOut | None  # these together
    spread_used: Number
    spread_lived: Number


class ApplicationLineOut(Schema):
    application: str
    name: str
    teams: int
    reached: dict[Rung, int]
    folded: int
    used: Number
    score: Number


class RunsOnlyOut(Schema):
    application: str
    team: str
    used: Number
    lived: Number
    change: Number


class OwnWeekOut(Schema):
    week: date  # its Monday
    share: Number


class OwnUseOut(Schema):
    """Of all people with access, those who did something in a week; never by person, role or department."""

    average: Number
    weeks: list[OwnWeekOut]


class AdoptionOverviewOut(Schema):
    applications: list[ApplicationLineOut]
    runs_only: list[RunsOnlyOut]
    left_out: int
    cannot_tell: int  # teams in which it runs, and too few customers were asked to tell whether it works
    own_use: OwnUseOut


class DriftOut(Schema):
    level: Number
    since: date | None
    alarm: date | None


class TeamCampaignsOut(Schema):
    team: str  # "" = all together
    sent: int
    documented: int
    coverage: Number
    completeness: Number
    validity: Number
    compliance: Number
    completeness_drift: DriftOut
    compliance_drift: DriftOut


class CampaignBoardOut(Schema):
    first: date | None  # of the twelve months that are counted
    together: TeamCampaignsOut | None
    teams: list[TeamCampaignsOut]
    folded: int


def ladder_document(watched: Watched) -> AdoptionOut:
    """One application with its teams."""
    found = queries.ladder(watched)
    slugs = dict(Team.objects.values_list("pk", "slug"))
    return AdoptionOut(
        application=watched.slug,
        name=watched_names().get(watched.slug, watched.name),
        as_of=found.as_of,
        together=_standing(found.whole, ""),
        teams=[_standing(row, slugs[row.team]) for row in found.shown],
        folded=sorted(slugs[team] for team in found.folded),
        rest=_standing(found.rest, "") if found.rest else None,
        **_spread(found),
    )


def overview_document() -> AdoptionOverviewOut:
    """All applications, and where they run but do not work."""
    found, names = queries.overview(), watched_names()
    watched = dict(Watched.objects.values_list("pk", "slug"))
    teams = dict(Team.objects.values_list("pk", "slug"))
    return AdoptionOverviewOut(
        applications=[
            ApplicationLineOut(
                application=watched[line.watched],
                name=names[watched[line.watched]],
                teams=line.teams,
                reached=line.reached,
                folded=line.folded,
                used=number(line.whole.shares[Rung.USED]),
                score=number(line.whole.score),
            )
            for line in found.lines
        ],
        runs_only=[
            RunsOnlyOut(
                application=watched[each.watched],
                team=teams[each.row.team],
                used=number(each.row.standing.shares[Rung.USED]),
                lived=number(each.row.standing.shares[Rung.LIVED]),
                change=number(each.row.standing.change),
            )
            for each in found.runs_only
        ],
        left_out=found.more,
        cannot_tell=found.cannot_tell,
        own_use=own_use_document(),
    )


def board_document(found: Board) -> CampaignBoardOut:
    """Campaigns of the last twelve months, by team."""
    slugs = dict(Team.objects.values_list("pk", "slug"))
    return CampaignBoardOut(
        first=found.first,
        together=_campaigns(found.whole, "") if found.whole else None,
        teams=[_campaigns(each, slugs[each.team]) for each in found.teams],
        folded=len(found.folded),
    )


def _standing(row: TeamRow, team: str) -> StandingOut:
    standing = row.standing
    return StandingOut(
        team=team,
        people=row.people,
        live=row.live,
        rungs=[RungOut(rung=rung, share=number(standing.shares[rung])) for rung in Rung],
        parts=[PartOut(part=part, share=number(share)) for part, share in standing.parts.items()],
        change=number(standing.change),
        compared=standing.compared,
        score=number(standing.score),
        reached=standing.reached,
        next=standing.next,
        next_is_unknown=standing.unknown,
        noticed=standing.noticed,
        runs_only=standing.runs_only,
    )


def own_use_document() -> OwnUseOut:
    """The last thirteen whole weeks."""
    found = own_use()
    return OwnUseOut(
        average=number(found.average),
        weeks=[OwnWeekOut(week=week, share=number(measured)) for week, measured in found.weeks],
    )


def _spread(found: Ladder) -> dict[str, Number]:
    return {
        "spread_used": number(found.spread(Rung.USED)),
        "spread_lived": number(found.spread(Rung.LIVED)),
    }


def _campaigns(each: TeamCampaigns, team: str) -> TeamCampaignsOut:
    shares = quality(each.tally)
    return TeamCampaignsOut(
        team=team,
        sent=each.tally.sent,
        documented=each.tally.documented,
        coverage=number(shares.coverage),
        completeness=number(shares.completeness),
        validity=number(shares.validity),
        compliance=number(shares.compliance),
        completeness_drift=_drift(each.completeness),
        compliance_drift=_drift(each.compliance),
    )


def _drift(fall: Drift | Missing) -> DriftOut:
    if isinstance(fall, Missing):
        return DriftOut(level=number(fall), since=None, alarm=None)
    return DriftOut(level=number(fall.level), since=fall.since, alarm=fall.alarm)
