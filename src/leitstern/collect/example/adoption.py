"""Three years of one campaign platform in twelve country teams and at home, as files would tell them.

Planted truths (months counted from the start of the programme, 36 before `until`):

- the platform is live everywhere from month 10 on, and everybody has a seat: all dashboards are green;
- three teams live it; seven and the team at home only use it (seven of ten people each week, but few required features and
  few briefs carried through); two have it and hardly open it;
- customers find advertising more fitting, by twelve of a hundred, only where it is lived: elsewhere it runs but does not work;
- campaigns are classified before they go out in about 92 % from month 15 on, and in about 70 % from month 28 on: the teams
  that live it keep it up, the others let go;
- what is in the register looks tidy, but where the platform is only used four of ten campaigns are missing from it;
- hardly anybody fills in the season; some write “Mailing” or “Werbebrif” where a touchpoint belongs;
- Portugal's team shrank from six people to four in month 31 and is folded with another one from then on.

In the twin everybody lives it, nothing falls, and no team shrinks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from leitstern.collect.campaign_file import CampaignRow, SentRow
from leitstern.collect.example.country_teams import COUNTRY_TEAMS, HOME_TEAM, CountryTeam, Way
from leitstern.collect.outcome_file import OutcomeRow
from leitstern.collect.usage_file import UsageRow
from leitstern.core.inside.adoption.metadata import Field, Words
from leitstern.core.months import later
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MONTHS, LIVE, SETTLED, FALLS, SHRINKS = 36, 10, 16, 28, 31
PLATFORM = "campaign_platform"
PLATFORM_NAME = Text("Campaign platform", "Kampagnenplattform")
FEATURES = (
    Text("Brief", "Briefing"),
    Text("Approval", "Freigabe"),
    Text("Target groups", "Zielgruppen"),
    Text("Frequency cap", "Kontaktobergrenze"),
    Text("Result review", "Ergebnisschau"),
    Text("Content library", "Inhaltebibliothek"),
)
TOUCHPOINT, FACET = "offer_letter", "satisfied"
SHRUNK, SMALL = "travel_pt", 4
_LANGUAGES = {"AT": "de", "BE": "fr", "CH": "de", "CZ": "cs", "DE": "de", "DK": "da"}
_LANGUAGES |= {"ES": "es", "FR": "fr", "IT": "it", "NL": "nl", "PL": "pl", "PT": "pt"}
LANGUAGES = tuple(sorted(set(_LANGUAGES.values())))
FIELDS = (
    Field("touchpoint", Text("Touchpoint", "Kontaktpunkt"), Words.TOUCHPOINTS),
    Field("persona", Text("Persona", "Persona"), Words.PERSONAS),
    Field("channel", Text("Channel", "Kanal"), Words.CHANNELS),
    Field("purpose", Text("Purpose", "Zweck"), Words.LIST, allowed=("win", "inform", "keep", "thank")),
    Field("language", Text("Language", "Sprache"), Words.LIST, allowed=LANGUAGES),
    Field("season", Text("Season", "Saison"), Words.FREE, required=False),
)
FIRST_FIELDS = tuple(each for each in FIELDS if each.slug in {"channel", "purpose"})
_SAID = {
    "touchpoint": ("offer_letter", "website_visit", "welcome", "renewal"),
    "persona": ("digital_starter", "family_at_home", "self_employed", "loyal_for_decades"),
    "channel": ("letter", "web", "app"),
    "purpose": ("win", "inform", "keep", "thank"),
}
_MISSPELT = {"touchpoint": ("Mailing", "Werbebrif"), "persona": ("Familie mit eigenem Haus", "Best Ager")}


class _Manner(NamedTuple):
    """Shares by how far a team has come."""

    active: float
    carried: float
    features: int
    documented: float
    kept: float
    kept_later: float
    filled: float
    misspelt: float


_MANNERS = {
    Way.LIVES: _Manner(0.86, 0.88, 6, 0.96, 0.97, 0.95, 0.985, 0.01),
    Way.USES: _Manner(0.72, 0.20, 2, 0.60, 0.89, 0.60, 0.86, 0.14),
    Way.HAS: _Manner(0.24, 0.20, 1, 0.30, 0.88, 0.60, 0.70, 0.20),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What five files say, and how many people Portugal's team has since when."""

    first: date  # month 0
    usage: tuple[UsageRow, ...]
    outcomes: tuple[OutcomeRow, ...]
    campaigns: tuple[CampaignRow, ...]
    sent: tuple[SentRow, ...]
    shrunk: bool

    def month(self, at: int) -> date:
        """The first day of a month of the story."""
        return later(self.first, at)


def teams() -> tuple[CountryTeam, ...]:
    """The twelve, and the one at home."""
    return (*COUNTRY_TEAMS, HOME_TEAM)


def tell(seed: int, until: date, *, planted: bool = True) -> Told:
    """The story up to the month before `until`."""
    rng = np.random.default_rng(seed)
    first = later(until, -MONTHS)
    ways = {team.slug: team.way if planted else Way.LIVES for team in teams()}
    campaigns, sent = _campaigns(rng, first, ways, planted=planted)
    return Told(
        first,
        tuple(_usage(rng, first, ways, campaigns, planted=planted)),
        tuple(_outcomes(rng, first, ways)),
        tuple(campaigns),
        tuple(sent),
        planted,
    )


def people(team: CountryTeam, at: int, *, planted: bool) -> int:
    """How many people a team has in a month."""
    return SMALL if planted and team.slug == SHRUNK and at >= SHRINKS else team.people


def _campaigns(
    rng: np.random.Generator, first: date, ways: dict[str, Way], *, planted: bool
) -> tuple[list[CampaignRow], list[SentRow]]:
    """What went out, and what of it is in the register. Before the platform the register was a spreadsheet."""
    campaigns, sent = [], []
    for at in range(MONTHS):
        month = later(first, at)
        for team in teams():
            manner = _MANNERS[ways[team.slug]]
            for number in range(2 + round(team.people / 6)):
                day = month + timedelta(days=int(rng.integers(0, 28)))
                key = f"{team.slug.removeprefix('travel_').upper()}-{month:%y%m}-{number + 1}"
                title = f"{TITLES[(at + number) % len(TITLES)]} {month:%m/%Y}"
                sent.append(SentRow(key, team.slug, title, day))
                if rng.random() < (manner.documented if at >= LIVE else 0.45):
                    kept = rng.random() < _kept(manner, at, planted=planted)
                    away = int(rng.integers(1, 9))
                    classified = day - timedelta(days=away) if kept else day + timedelta(days=away)
                    values = _values(rng, manner if at >= LIVE else _MANNERS[Way.HAS], team)
                    campaigns.append(CampaignRow(key, team.slug, title, classified, day, values))
    return campaigns, sent


def _kept(manner: _Manner, at: int, *, planted: bool) -> float:
    """How probably a campaign is classified before it goes out."""
    if at < LIVE:
        return 0.4
    if at < LIVE + 5:
        return 0.4 + (manner.kept - 0.4) * (at - LIVE + 1) / 6
    return manner.kept_later if planted and at >= FALLS else manner.kept


def _values(rng: np.random.Generator, manner: _Manner, team: CountryTeam) -> dict[str, str]:
    values = {}
    for field, words in _SAID.items():
        if rng.random() < manner.filled:
            wrong = _MISSPELT.get(field)
            pool = wrong if wrong and rng.random() < manner.misspelt else words
            values[field] = pool[int(rng.integers(0, len(pool)))]
    if rng.random() < manner.filled:
        values["language"] = _LANGUAGES[team.country]
    if rng.random() < 0.02:
        values["season"] = "summer"
    return values


def _usage(
    rng: np.random.Generator,
    first: date,
    ways: dict[str, Way],
    campaigns: Sequence[CampaignRow],
    *,
    planted: bool,
) -> Iterator[UsageRow]:
    """Weekly sums from the first Monday on after it went live; campaigns are those of the register."""
    required = [field.slug for field in FIELDS if field.required]
    by_week: dict[tuple[str, date], list[CampaignRow]] = {}
    for row in campaigns:
        monday = row.goes_out - timedelta(days=row.goes_out.weekday())
        by_week.setdefault((row.team, monday), []).append(row)
    live, end = later(first, LIVE), later(first, MONTHS)
    week = live + timedelta(days=-live.weekday() % 7)
    while week + timedelta(days=7) <= end:
        at = (week.year - first.year) * 12 + week.month - first.month
        ramp = min(1.0, 0.4 + 0.15 * (at - LIVE))  # people get to know it
        for team in teams():
            manner, n = _MANNERS[ways[team.slug]], people(team, at, planted=planted)
            mine = by_week.get((team.slug, week), [])
            started = int(rng.poisson(team.people / 4))
            yield UsageRow(
                PLATFORM,
                team.slug,
                week,
                n,
                int(rng.binomial(n, manner.active * max(ramp, 0.7))),
                {
                    "seats": n,
                    "started": started,
                    "completed": int(rng.binomial(started, manner.carried * ramp)),
                    "features": max(1, round(manner.features * ramp)),
                    "judged": len(mine),
                    "kept": sum(
                        each.classified is not None and each.classified <= each.goes_out for each in mine
                    ),
                    "records": len(mine),
                    "filled": sum(field in each.values for each in mine for field in required),
                    "asked": len(mine) * len(required),
                },
            )
        week += timedelta(days=7)


def _outcomes(rng: np.random.Generator, first: date, ways: dict[str, Way]) -> Iterator[OutcomeRow]:
    """Of about 320 travellers asked each month so many find the advertising fitting: enough to tell; at home nobody asks."""
    for at in range(MONTHS):
        for team in COUNTRY_TEAMS:
            base = 0.46 + 0.01 * (sum(map(ord, team.slug)) % 9)
            gain = 0.12 * min(1.0, max(0, at - LIVE - 4) / 8) if ways[team.slug] is Way.LIVES else 0.0
            asked = 320 + int(rng.integers(-12, 13))
            good = int(rng.binomial(asked, base + gain))
            yield OutcomeRow(team.slug, TOUCHPOINT, FACET, later(first, at), asked, good)


TITLES = ("City break", "Summer", "Winter sports", "Family", "Long-haul", "Cruise")
