"""The twelve country teams of the travel insurance „Lindenberg Reiseschutz“, and who of them lives the one platform.

All twelve have been technically live since the campaign platform went live. Three live it, seven only use it, two only
have it installed; in the twin everybody lives it. Portugal's team shrank to four people in the last year.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from leitstern.core.texts import Text


class Way(StrEnum):
    """How far a team has come with the platform."""

    LIVES = "lives"
    USES = "uses"
    HAS = "has"


class CountryTeam(NamedTuple):
    """One team: `unit` is the department it belongs to, `people` how many it had when the platform went live."""

    slug: str
    country: str  # ISO 3166-1
    name: Text
    people: int
    way: Way
    unit: str = "marketing"


COUNTRY_TEAMS = (
    CountryTeam("travel_at", "AT", Text("Travel insurance Austria", "Reiseschutz Österreich"), 12, Way.LIVES),
    CountryTeam("travel_be", "BE", Text("Travel insurance Belgium", "Reiseschutz Belgien"), 7, Way.USES),
    CountryTeam("travel_ch", "CH", Text("Travel insurance Switzerland", "Reiseschutz Schweiz"), 14, Way.USES),
    CountryTeam("travel_cz", "CZ", Text("Travel insurance Czechia", "Reiseschutz Tschechien"), 9, Way.HAS),
    CountryTeam("travel_de", "DE", Text("Travel insurance Germany", "Reiseschutz Deutschland"), 31, Way.USES),
    CountryTeam("travel_dk", "DK", Text("Travel insurance Denmark", "Reiseschutz Dänemark"), 8, Way.LIVES),
    CountryTeam("travel_es", "ES", Text("Travel insurance Spain", "Reiseschutz Spanien"), 17, Way.USES),
    CountryTeam("travel_fr", "FR", Text("Travel insurance France", "Reiseschutz Frankreich"), 22, Way.USES),
    CountryTeam("travel_it", "IT", Text("Travel insurance Italy", "Reiseschutz Italien"), 16, Way.USES),
    CountryTeam(
        "travel_nl", "NL", Text("Travel insurance Netherlands", "Reiseschutz Niederlande"), 11, Way.LIVES
    ),
    CountryTeam("travel_pl", "PL", Text("Travel insurance Poland", "Reiseschutz Polen"), 13, Way.HAS),
    CountryTeam("travel_pt", "PT", Text("Travel insurance Portugal", "Reiseschutz Portugal"), 6, Way.USES),
)
HOME_TEAM = CountryTeam(
    "campaigns_home", "DE", Text("Campaigns at home", "Kampagnen Inland"), 11, Way.USES, "campaigns"
)
