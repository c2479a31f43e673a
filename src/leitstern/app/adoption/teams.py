"""Keeping the register of teams: entering, changing, and how many people there are since when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.adoption.models import Size, Team
from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.structure.queries import require_unit
from leitstern.collect.kpi_file import short_name
from leitstern.core.errors import Conflict, InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.collect.team_file import TeamLine

LONGEST_NAME = 120
MOST_PEOPLE = 1_000_000
NO_NAME = Text(
    en="A team needs a name of at most {most} signs, with letters or digits. Nothing was kept.",
    de="Ein Team braucht einen Namen von höchstens {most} Zeichen, mit Buchstaben oder Ziffern. Es wurde nichts gespeichert.",
)
NO_COUNTRY = Text(
    en="A country is written with two letters, such as AT. Nothing was kept.",
    de="Ein Land wird mit zwei Buchstaben geschrieben, etwa AT. Es wurde nichts gespeichert.",
)
NO_PEOPLE = Text(
    en="How many people is a whole number from 0 to {most}. Nothing was kept.",
    de="Wie viele Personen es sind, ist eine ganze Zahl von 0 bis {most}. Es wurde nichts gespeichert.",
)
TAKEN = Text(
    en="There is a team of this name already. Nothing was kept.",
    de="Ein Team dieses Namens gibt es schon. Es wurde nichts gespeichert.",
)


@action("enter team", Capability.KEEP_REGISTERS)
def enter_team(
    actor: Actor, name: str, unit: str, people: int, since: date, country: str = "", *, slug: str = ""
) -> Team:
    """A new team with how many people it has. Raises Conflict if there is one of this short name."""
    slug = short_name(slug or name)
    if Team.objects.filter(slug=slug).exists():
        raise Conflict(TAKEN)
    fields = _checked(name, country)
    team = Team.objects.create(slug=slug, unit=require_unit(unit), actor=actor.actor_id, **fields)
    _size(actor, team, people, since)
    return team


@action("change team", Capability.KEEP_REGISTERS)
def change_team(actor: Actor, team: Team, name: str, unit: str, country: str = "") -> Team:
    """Another name, department or country; a department that is no more may stay."""
    for field, value in _checked(name, country).items():
        setattr(team, field, value)
    team.unit = unit if unit == team.unit else require_unit(unit)
    team.save(update_fields=["name", "country", "unit"])
    return team


@action("size team", Capability.KEEP_REGISTERS)
def resize(actor: Actor, team: Team, people: int, since: date) -> Team:
    """How many people it has from a month on. What was said before stays."""
    _size(actor, team, people, since)
    return team


@action("retire team", Capability.KEEP_REGISTERS)
def retire_team(actor: Actor, team: Team) -> Team:
    """It is no more; its past stays."""
    team.retired = timezone.now()
    team.save(update_fields=["retired"])
    return team


@action("restore team", Capability.KEEP_REGISTERS)
def restore_team(actor: Actor, team: Team) -> Team:
    """Undo that."""
    team.retired = None
    team.save(update_fields=["retired"])
    return team


@action("bring in teams", Capability.KEEP_REGISTERS)
def enter_teams(actor: Actor, lines: Sequence[TeamLine]) -> list[Team]:
    """Enter what is new, change what is known, and append sizes that differ."""
    known = {team.slug: team for team in Team.objects.prefetch_related("sizes")}
    kept: dict[str, Team] = {}
    for line in sorted(lines, key=lambda line: line.since):
        team = known.get(line.slug)
        if team is None:
            team = known[line.slug] = enter_team(
                actor, line.name, line.unit, line.people, line.since, line.country, slug=line.slug
            )
        else:
            if (team.name, team.unit, team.country) != (line.name, line.unit, line.country):
                change_team(actor, team, line.name, line.unit, line.country)
            sizes = {size.since: size.people for size in team.sizes.order_by("id")}
            if sizes.get(line.since) != line.people:
                resize(actor, team, line.people, line.since)
        kept[team.slug] = team
    return list(kept.values())


def _checked(name: str, country: str) -> dict[str, str]:
    name, country = name.strip(), country.strip().upper()
    if not short_name(name) or len(name) > LONGEST_NAME:
        raise InvalidInput(NO_NAME.fill(most=LONGEST_NAME))
    if country and not re.fullmatch("[A-Z]{2}", country):
        raise InvalidInput(NO_COUNTRY)
    return {"name": name, "country": country}


def _size(actor: Actor, team: Team, people: int, since: date) -> None:
    if not 0 <= people <= MOST_PEOPLE:
        raise InvalidInput(NO_PEOPLE.fill(most=MOST_PEOPLE))
    Size.objects.create(team=team, people=people, since=since.replace(day=1), actor=actor.actor_id)
