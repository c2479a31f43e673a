"""What the register of campaigns adds up to, by team and month; counted where the rows are.

How a team of fewer than five people fills in a register is nobody's business either: such teams are folded into one rest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Q

from leitstern.app.adoption import metadata_rules
from leitstern.app.adoption.models import Campaign, Feed, Rules, Sent, Spelling, Team
from leitstern.app.adoption.reading import month_before, standing
from leitstern.app.adoption.register import Sizes
from leitstern.app.common.findings import remember
from leitstern.app.inside.agreements import floor
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.inside.adoption.campaigns import FieldUse, Tally, total
from leitstern.core.inside.adoption.drift import Drift, drift
from leitstern.core.inside.adoption.metadata import Words
from leitstern.core.inside.adoption.shown import folded
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from django.db.models import QuerySet

WINDOW = 12  # newest months that make the present
type Months = Mapping[date, Tally]


@dataclass(frozen=True, slots=True)
class TeamCampaigns:
    """One team's campaigns of the last twelve months, and both drifts over all of its months."""

    team: int
    tally: Tally
    completeness: Drift | Missing
    compliance: Drift | Missing


@dataclass(frozen=True, slots=True)
class Board:
    """All teams: their months together, teams that may be shown, and how many are folded into the `rest`."""

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
    found = tallies()
    if team is None:
        months = by_month(found.values())
    else:
        key = Team.objects.filter(slug=team).values_list("pk", flat=True).first()
        months = shown_months(found).get(key, {}) if key else {}
    return [(month, tally.kept, tally.documented) for month, tally in months.items() if tally.documented]


def months_of(team: int) -> dict[date, Tally]:
    """The months of one team in which it may be shown."""
    return shown_months(tallies()).get(team, {})


def tallies() -> dict[int, dict[date, Tally]]:
    """By team and month; counted once whenever a file, a version of the rules or a spelling came or went."""
    rests_on = tuple(standing(each, "withdrawn") for each in (Feed, Rules, Spelling))
    return remember("campaigns by team and month", rests_on, _counted)


def by_month(several: Iterable[Months]) -> dict[date, Tally]:
    """Months of several teams as one."""
    months: dict[date, list[Tally]] = defaultdict(list)
    for each in several:
        for month, tally in each.items():
            months[month].append(tally)
    return {month: total(there) for month, there in sorted(months.items())}


def shown_months(found: Mapping[int, Months]) -> dict[int, dict[date, Tally]]:
    """By team, the months in which it did not have to be folded into the rest."""
    sizes, fewest = Sizes(), floor()[0]
    people: dict[date, dict[str, int]] = defaultdict(dict)
    for team, months in found.items():
        for month in months:
            people[month][str(team)] = sizes.at(team, month) or 0
    hidden = {month: folded(there, fewest) for month, there in people.items()}
    return {
        team: {month: tally for month, tally in sorted(months.items()) if str(team) not in hidden[month]}
        for team, months in found.items()
    }


def board() -> Board:
    """Everything the pages say about campaigns."""
    found, sizes = tallies(), Sizes()
    months = by_month(found.values())
    rules = next(iter(metadata_rules.all_rules()), None)
    if not months:
        return Board({}, None, None, (), frozenset(), None, rules)
    first = month_before(max(months), WINDOW - 1)
    recent = {
        team: now for team, there in found.items() if (now := {m: t for m, t in there.items() if m >= first})
    }
    people = {str(team): min(sizes.at(team, month) or 0 for month in there) for team, there in recent.items()}
    hidden = folded(people, floor()[0]) if people else frozenset()
    out = frozenset(team for team in recent if str(team) in hidden)
    shown = shown_months(found)
    teams = [_team(team, recent[team], shown[team], rules) for team in recent if team not in out]
    teams.sort(key=lambda each: (_share(each.tally), each.team))
    return Board(
        months,
        first,
        _team(0, by_month(recent.values()), months, rules),
        tuple(teams),
        out,
        total(tally for team in out for tally in recent[team].values()) if out else None,
        rules,
    )


def missing() -> QuerySet[Sent]:
    """What went out and is in no register, the newest first."""
    there = Sent.objects.filter(stands=True).exclude(key__in=_documented())
    return there.select_related("team").order_by("-day", "key")


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
        return drift(
            {month: (getattr(tally, name), tally.documented) for month, tally in months.items()}, since
        )

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
