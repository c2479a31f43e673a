"""Where leaders were, and how often, as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.leadership import queries
from leitstern.app.leadership.accompanying import applications
from leitstern.core.bridge.leadership.terms import ActKind
from leitstern.core.inside.adoption.rungs import Rung
from leitstern.core.months import quarters

SHOWN = 12  # quarters


class QuarterOfActsOut(Schema):
    """Acts by kind; `kept`: whether as many visits took place as were agreed, nothing where none were."""

    quarter: date  # its first day
    acts: int
    visits: int
    kinds: dict[ActKind, int]
    kept: bool | None


class PresenceOut(Schema):
    area: str
    visits_agreed: int | None  # a quarter
    quarters: list[QuarterOfActsOut]


class AccompaniedTeamOut(Schema):
    team: str
    rung: Rung | None
    lives: bool
    acts: int
    visits: int


class AccompaniedOut(Schema):
    """Teams that live an application beside where leaders were: an association, never an effect."""

    application: str
    name: str
    sentence: TextOut
    lived_where_often: Number
    lived_elsewhere: Number
    teams: list[AccompaniedTeamOut]


def presence_documents() -> list[PresenceOut]:
    """Every board area with its last quarters, oldest first, against the visits it agreed on."""
    firsts = quarters(timezone.localdate(), SHOWN)
    return [
        PresenceOut(
            area=each.area,
            visits_agreed=each.visits_agreed,
            quarters=[
                QuarterOfActsOut(
                    quarter=first,
                    acts=each.total(first),
                    visits=each.visits(first),
                    kinds=dict(each.by_quarter.get(first, {})),
                    kept=each.visits_kept(first),
                )
                for first in firsts
            ],
        )
        for each in queries.presence()
    ]


def accompanied_documents() -> list[AccompaniedOut]:
    """Every application whose use is looked at in teams."""
    return [
        AccompaniedOut(
            application=each.slug,
            name=each.name,
            sentence=both(each.found.sentence),
            lived_where_often=number(each.found.often),
            lived_elsewhere=number(each.found.seldom),
            teams=[
                AccompaniedTeamOut(
                    team=team.team,
                    rung=each.rungs[team.team],
                    lives=team.lives,
                    acts=team.acts,
                    visits=team.visits,
                )
                for team in each.found.teams
            ],
        )
        for each in applications(timezone.localdate())
    ]
