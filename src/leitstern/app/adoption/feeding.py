"""What comes in: teams, weekly sums of use, answers of customers, campaigns, and what went out. All of a file, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Q

from leitstern.app.adoption import campaigning, register, teams
from leitstern.app.adoption.models import Campaign, Feed, Outcome, Sent, Team, Watched, Week
from leitstern.app.adoption.settling import settle, settle_weeks
from leitstern.app.common.actions import action, mark_standing, mark_withdrawn, require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.inside.agreements import floor
from leitstern.collect.campaign_file import read_campaigns, read_sent
from leitstern.collect.outcome_file import OutcomeRow, read_outcomes
from leitstern.collect.team_file import read_teams
from leitstern.collect.usage_file import UsageRow, UsageRows, read_usage
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path


class Kind(StrEnum):
    """What a table holds."""

    TEAMS = "teams"
    USAGE = "usage"
    OUTCOMES = "outcomes"
    CAMPAIGNS = "campaigns"
    SENT = "sent"


KINDS = {
    Kind.USAGE: Text(
        en="use, as sums per application, team and week",
        de="Nutzung, als Summen je Anwendung, Team und Woche",
    ),
    Kind.OUTCOMES: Text(
        en="answers of the teams' customers, as counts per month",
        de="Antworten der Kundschaft der Teams, gezählt je Monat",
    ),
    Kind.TEAMS: Text(en="the register of teams", de="das Register der Teams"),
    Kind.CAMPAIGNS: Text(en="the register of campaigns", de="das Register der Kampagnen"),
    Kind.SENT: Text(en="the list of what really went out", de="die Liste dessen, was wirklich hinausging"),
}
TEAMS_KEPT = Text(en="{n} teams were entered or changed.", de="{n} Teams wurden eingetragen oder geändert.")
KEPT = Text(en="{n} lines were kept.", de="{n} Zeilen wurden gespeichert.")
NEW = Text(
    en="{n} lines were kept, {same} of them said what was known already.",
    de="{n} Zeilen wurden gespeichert; {same} davon sagten, was schon bekannt war.",
)
ALL_SAME = Text(
    en="Everything in it was known already; nothing was changed.",
    de="Alles darin war schon bekannt; es wurde nichts verändert.",
)
SMALL = Text(
    en=" {n} lines about fewer than {fewest} people were left out; nothing of them was kept.",
    de=" {n} Zeilen über weniger als {fewest} Personen wurden ausgelassen; von ihnen wurde nichts gespeichert.",
)
IGNORED = Text(
    en=" These columns are no field of the rules and were left out: {titles}.",
    de=" Diese Spalten sind kein Feld der Regeln und wurden ausgelassen: {titles}.",
)
WITHDRAWN_ALREADY = Text(
    en="This file was withdrawn already. Nothing was changed.",
    de="Diese Datei war schon zurückgenommen. Es wurde nichts geändert.",
)
STANDS_ALREADY = Text(
    en="This file stands already. Nothing was changed.",
    de="Diese Datei gilt schon. Es wurde nichts geändert.",
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file brought, in a sentence; no feed where nothing in it was new."""

    kind: Kind
    n: int
    sentence: Text
    feed: Feed | None = None


def hand_in(actor: Actor, kind: Kind, folder: Path, name: str, today: date) -> Kept:
    """Read the table `name` and keep all of it, or nothing. Raises InvalidFile with every mistake."""
    require(actor, Capability.KEEP_REGISTERS)
    names = register.team_names()
    match kind:
        case Kind.TEAMS:
            n = len(teams.enter_teams(actor, read_teams(folder, name, require_taxonomy(), today)))
            return Kept(kind, n, TEAMS_KEPT.fill(n=n))
        case Kind.USAGE:
            rows = read_usage(folder, name, register.watched_names(), names, today, floor()[0])
            return keep_usage(actor, name, rows)
        case Kind.OUTCOMES:
            answers = read_outcomes(folder, name, names, require_taxonomy(), today)
            return _told(kind, bring_outcomes(actor, name, answers), len(answers))
        case Kind.CAMPAIGNS:
            found = read_campaigns(folder, name, names, campaigning.all_fields())
            kept = _told(kind, campaigning.bring_campaigns(actor, name, found.rows), len(found.rows))
            return _with(kept, IGNORED.fill(titles=", ".join(found.ignored))) if found.ignored else kept
        case Kind.SENT:
            sent = read_sent(folder, name, names)
            return _told(kind, campaigning.bring_sent(actor, name, sent), len(sent))


def keep_usage(actor: Actor, name: str, found: UsageRows) -> Kept:
    """Keep sums that were read, and say what became of them."""
    kept = _told(Kind.USAGE, bring_usage(actor, name, found), len(found.rows))
    return _with(kept, SMALL.fill(n=found.small, fewest=floor()[0])) if found.small else kept


@action("bring in usage", Capability.KEEP_REGISTERS)
def bring_usage(actor: Actor, name: str, found: UsageRows) -> Feed | None:
    """Keep weekly sums; of weeks known before the newer ones stand. Nothing where all of it is known already."""
    watched = dict(Watched.objects.values_list("slug", "pk"))
    team = dict(Team.objects.values_list("slug", "pk"))
    known = _known_weeks(found.rows, watched)
    same = sum(known.get(_key(row, watched, team)) == _counts(row) for row in found.rows)
    if same == len(found.rows):
        return None
    feed = Feed.objects.create(
        kind=Kind.USAGE.value,
        name=name[:200],
        received=len(found.rows),
        same=same,
        small=found.small,
        actor=actor.actor_id,
    )
    Week.objects.bulk_create(
        (
            Week(
                feed=feed,
                watched_id=watched[row.application],
                team_id=team[row.team],
                week=row.week,
                month=row.month,
                eligible=row.eligible,
                active=row.active,
                **row.counts,
            )
            for row in found.rows
        ),
        batch_size=5_000,
    )
    settle_weeks(feed)
    return feed


@action("bring in answers", Capability.KEEP_REGISTERS)
def bring_outcomes(actor: Actor, name: str, rows: Sequence[OutcomeRow]) -> Feed | None:
    """Keep what customers of teams said; of months known before the newer counts stand."""
    team = dict(Team.objects.values_list("slug", "pk"))
    standing = Outcome.objects.filter(stands=True).values_list(
        "team_id", "touchpoint", "facet", "month", "asked", "good"
    )
    known = set(standing)
    said = [(team[r.team], r.touchpoint, r.facet, r.month, r.asked, r.good) for r in rows]
    same = sum(each in known for each in said)
    if same == len(said):
        return None
    feed = Feed.objects.create(
        kind=Kind.OUTCOMES.value, name=name[:200], received=len(said), same=same, actor=actor.actor_id
    )
    Outcome.objects.bulk_create(
        (
            Outcome(feed=feed, team_id=t, touchpoint=point, facet=facet, month=month, asked=asked, good=good)
            for t, point, facet, month, asked, good in said
        ),
        batch_size=5_000,
    )
    settle(Outcome, feed, Q(team__in={t for t, *_ in said}))
    return feed


@action("withdraw usage file", Capability.KEEP_REGISTERS)
def withdraw(actor: Actor, feed: Feed) -> Feed:
    """Take a file back; what was known before stands again."""
    if feed.withdrawn:
        raise Conflict(WITHDRAWN_ALREADY)
    mark_withdrawn(feed)
    _settle(feed)
    return feed


@action("reinstate usage file", Capability.KEEP_REGISTERS)
def reinstate(actor: Actor, feed: Feed) -> Feed:
    """Undo that; where a later file says something else, the later one stands."""
    if not feed.withdrawn:
        raise Conflict(STANDS_ALREADY)
    mark_standing(feed)
    _settle(feed)
    return feed


def _settle(feed: Feed) -> None:
    match Kind(feed.kind):
        case Kind.USAGE:
            settle_weeks(feed)
        case Kind.OUTCOMES:
            settle(Outcome, feed, Q())
        case Kind.CAMPAIGNS:
            settle(Campaign, feed, Q())
        case Kind.SENT:
            settle(Sent, feed, Q())


COUNTED = ("seats", "started", "completed", "features", "kept", "judged", "records", "filled", "asked")
type WeekKey = tuple[int, int, date]


def _known_weeks(rows: Sequence[UsageRow], watched: dict[str, int]) -> dict[WeekKey, tuple[int | None, ...]]:
    """What stands of the applications and weeks these rows are about."""
    if not rows:
        return {}
    weeks = [row.week for row in rows]
    standing = Week.objects.filter(
        stands=True,
        watched__in={watched[row.application] for row in rows},
        week__gte=min(weeks),
        week__lte=max(weeks),
    ).values_list("watched_id", "team_id", "week", "eligible", "active", *COUNTED)
    return {(row[0], row[1], row[2]): tuple(row[3:]) for row in standing.iterator()}


def _key(row: UsageRow, watched: dict[str, int], team: dict[str, int]) -> WeekKey:
    return watched[row.application], team[row.team], row.week


def _counts(row: UsageRow) -> tuple[int | None, ...]:
    return (row.eligible, row.active, *(row.counts.get(name) for name in COUNTED))


def _told(kind: Kind, feed: Feed | None, n: int) -> Kept:
    if feed is None:
        return Kept(kind, 0, ALL_SAME)
    said = NEW.fill(n=n, same=feed.same) if feed.same else KEPT.fill(n=n)
    return Kept(kind, n, said, feed)


def _with(kept: Kept, more: Text) -> Kept:
    said = Text(en=kept.sentence.en + more.en, de=kept.sentence.de + more.de)
    return Kept(kept.kind, kept.n, said, kept.feed)
