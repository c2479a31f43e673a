"""What the register of campaigns adds up to, by team and month; counted where the rows are.

How a team of fewer than five people fills in a register is nobody's business either: such teams are folded into one rest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from leitstern.app.adoption import metadata_rules
from leitstern.app.adoption.campaign_folding import Folding
from leitstern.app.adoption.models import Campaign, Feed, Rules, Sent, Spelling, Team
from leitstern.app.adoption.reading import standing
from leitstern.app.common.findings import remember
from leitstern.core.bridge.care import Drift, drift
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.inside.adoption.campaigns import FieldUse, Tally, total
from leitstern.core.inside.adoption.metadata import Words
from leitstern.core.inside.adoption.shown import ALL
from leitstern.core.months import later
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from django.db.models import QuerySet

    from leitstern.app.adoption.campaign_folding import Months

WINDOW = 12  # newest months that make the present


@dataclass(frozen=True, slots=True)
class TeamCampaigns:
    """One team's campaigns of the last twelve months, and both drifts over all of its months."""

    team: int
    tally: Tally
    completeness: Drift | Missing
    compliance: Drift | Missing


@dataclass(frozen=True, slots=True)
class Board:
    """All teams: their months together, teams that may be shown, and those folded into the `rest`, with months of others that had to be."""

    months: dict[date, Tally]
    first: date | None  # of the last twelve months
    whole: TeamCampaigns | None
    teams: tuple[TeamCampaigns, ...]
    folded: frozenset[int]
    rest: Tally | None
    rules: Rules | None


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A value nobody allowed: in which field, how often, and the term that looks most like it."""

    field: str
    given: str
    campaigns: int
    nearest: str


def kept_monthly(team: str | None = None) -> list[tuple[date, int, int]]:
    """By month (its first day): how many of the documented campaigns were classified before they went out.

    Of one team by its short name, or of all. Months without a campaign are left out, as are those in which the team has
    to stay folded; the last month may not be over.
    """
    folding = Folding(tallies())
    if team is None:
        months = folding.whole()
    else:
        key = Team.objects.filter(slug=team).values_list("pk", flat=True).first()
        months = folding.shown().get(key, {}) if key else {}
    return [(month, tally.kept, tally.documented) for month, tally in months.items() if tally.documented]


def months_of(team: int) -> dict[date, Tally]:
    """The months of one team in which it may be shown."""
    return Folding(tallies()).shown().get(team, {})


def tallies() -> dict[int, dict[date, Tally]]:
    """By team and month; counted once whenever a file, a version of the rules or a spelling came or went."""
    rests_on = tuple(standing(each, "withdrawn") for each in (Feed, Rules, Spelling))
    return remember("campaigns by team and month", rests_on, _counted)


def board() -> Board:
    """Everything the pages say about campaigns."""
    found = tallies()
    folding = Folding(found)
    months = folding.whole()
    rules = next(iter(metadata_rules.all_rules()), None)
    if not months:
        return Board({}, None, None, (), frozenset(), None, rules)
    first = later(max(months), 1 - WINDOW)
    recent = {team: now for team, there in found.items() if (now := _from(first, there))}
    shown, hidden = folding.shown(), folding.since(first)
    seen = {team: now for team in recent if str(team) not in hidden and (now := _from(first, shown[team]))}
    out = frozenset(recent.keys() - seen.keys())
    teams = [_team(team, now, shown[team], rules) for team, now in seen.items()]
    teams.sort(key=lambda each: (_share(each.tally), each.team))
    nobody = ALL in hidden
    return Board(
        months,
        first,
        None if nobody else _team(0, _from(first, months), months, rules),
        tuple(teams),
        out,
        _rest(recent, seen) if out and not nobody else None,
        rules,
    )


def _from(first: date, months: Months) -> dict[date, Tally]:
    return {month: tally for month, tally in months.items() if month >= first}


def _rest(recent: Mapping[int, Months], seen: Mapping[int, Months]) -> Tally:
    """All that is not shown of a team: of those folded, and the months of others in which they had to be."""
    return total(
        tally
        for team, months in recent.items()
        for month, tally in months.items()
        if month not in seen.get(team, ())
    )


def to_hide() -> Q:
    """Campaigns of which nothing may be shown: of teams folded now, and of months in which a team was."""
    return Folding(tallies()).to_hide(board().folded)


def missing() -> QuerySet[Sent]:
    """What went out and is in no register, the newest first; `to_hide` says of what nothing may be shown."""
    there = Sent.objects.filter(stands=True).exclude(key__in=_documented())
    return there.select_related("team").order_by("-day", "key")


def incomplete() -> QuerySet[Campaign]:
    """What is in the register and does not say everything, the newest first."""
    return Campaign.objects.filter(stands=True, complete=False).order_by("-goes_out", "key")


def never_sent() -> QuerySet[Campaign]:
    """What is in the register and on no list of what went out, although its team has such a list for the month."""
    listed = Sent.objects.filter(stands=True, team=OuterRef("team"), month=OuterRef("month"))
    out = Sent.objects.filter(stands=True).values("key")
    there = Campaign.objects.filter(Exists(listed), stands=True).exclude(key__in=out)
    return there.select_related("team").order_by("-goes_out", "key")


def field_use(first: date | None = None) -> list[FieldUse]:
    """How campaigns from a month on use each field of the rules that hold now."""
    rules = next(iter(metadata_rules.all_rules()), None)
    if rules is None:
        return []
    values = _values(first or rules.since)
    used = []
    for field in metadata_rules.fields_of(rules):
        said = [spelt_alike(given) for each in values if (given := each.get(field.slug, "").strip())]
        used.append(FieldUse(field.slug, len(values), len(said), len(set(said))))
    return used


def doubts(first: date | None = None) -> list[Doubtful]:
    """Values nobody allowed, the most frequent first, each with the term that looks most like it."""
    rules = next(iter(metadata_rules.all_rules()), None)
    if rules is None:
        return []
    fields = metadata_rules.fields_of(rules)
    known = metadata_rules.vocabulary(fields)
    counted: Counter[tuple[str, str]] = Counter()
    for each in _values(first or rules.since):
        for field in fields:
            given = each.get(field.slug, "").strip()
            if given and field.words is not Words.FREE and known.meant(field.slug, given) is None:
                counted[field.slug, given] += 1
    return [
        Doubtful(field, given, n, known.nearest(field, given)) for (field, given), n in counted.most_common()
    ]


def _counted() -> dict[int, dict[date, Tally]]:
    found: dict[int, dict[date, Tally]] = defaultdict(dict)
    rows = Campaign.objects.filter(stands=True).order_by("month").values_list("team_id", "month")
    for team, month, n, complete, sound, kept in rows.annotate(
        Count("pk"),
        complete_n=Count("pk", filter=Q(complete=True)),
        sound_n=Count("pk", filter=Q(sound=True)),
        kept_n=Count("pk", filter=Q(kept=True)),
    ):
        found[team][month] = Tally(0, 0, n, complete, sound, kept)
    sent = Sent.objects.filter(stands=True).order_by("month").values_list("team_id", "month")
    for team, month, n, documented in sent.annotate(
        Count("pk"), found_n=Count("pk", filter=Q(key__in=_documented()))
    ):
        found[team][month] = found[team].get(month, Tally()) + Tally(n, documented)
    return dict(found)


def _values(first: date) -> list[dict[str, str]]:
    return list(Campaign.objects.filter(stands=True, month__gte=first).values_list("values", flat=True))


def _documented() -> QuerySet[Campaign, Any]:
    """Names of what is in the register: gathered once, not looked for row by row."""
    return Campaign.objects.filter(stands=True).values("key")


def _team(team: int, recent: Months, months: Months, rules: Rules | None) -> TeamCampaigns:
    since = rules.settled_from if rules else None

    def falls(name: str) -> Drift | Missing:
        if since is None:
            return NO_RULES
        counted = {month: (getattr(tally, name), tally.documented) for month, tally in months.items()}
        return drift(counted, since, timezone.localdate())

    return TeamCampaigns(team, total(recent.values()), falls("complete"), falls("kept"))


def _share(tally: Tally) -> float:
    return tally.found / tally.sent if tally.sent else 2.0


NO_RULES = Missing(
    "no-rules",
    Text(
        en="no rules say yet what a campaign has to say about itself",
        de="noch sagt keine Regel, was eine Kampagne über sich sagen muss",
    ),
)
