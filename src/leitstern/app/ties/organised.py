"""Parts: what customers meet, who answers for it, how it is worked, with what, and what it is rewarded for."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.db.models import FilteredRelation, Q
from django.urls import reverse

from leitstern.app.adoption.models import Live, Team
from leitstern.app.company.former import unit_names
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.incentives.models import Figure, Verdict
from leitstern.app.incentives.register import percents
from leitstern.app.inside.agreements import floor
from leitstern.app.stack.queries import inventory
from leitstern.app.structure.kept_units import home, went_on
from leitstern.app.structure.models import Interface, Work
from leitstern.app.ties import saying
from leitstern.app.ties.part import each, page, part, plain, roles
from leitstern.core.bridge.ties.graph import Kind, Thing, Tie
from leitstern.core.inside.structure.duties import LETTERS, Letter, Phase, Place
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.core.bridge.ties.graph import Key

PLACES = {Place.PROCESS: Kind.PROCESS, Place.TOUCHPOINT: Kind.TOUCHPOINT, Place.JOURNEY: Kind.JOURNEY}
BOTH = Text(en="{first} ↔ {second}", de="{first} ↔ {second}")
BETWEEN = "--"  # of the two figures in the key of a conflict


@part(
    *(Kind.TOUCHPOINT, Kind.JOURNEY, Kind.PROMISE),
    ties=[
        (Kind.UNIT, Kind.TOUCHPOINT),
        (Kind.JOURNEY, Kind.TOUCHPOINT),
        (Kind.PROMISE, Kind.TOUCHPOINT),
    ],
)
def language() -> Iterator[Thing | Tie]:
    """Touchpoints, journeys and promises of the taxonomy. What was merged answers together with what it went on in."""
    taxonomy = current_taxonomy()
    if taxonomy is None:
        return
    at = page("web:touchpoint")
    for point in taxonomy.touchpoints:
        yield Thing(Kind.TOUCHPOINT, point.slug, point.name, at(point.slug))
        for unit in dict.fromkeys((home(point.department), point.department)):
            yield Tie((Kind.UNIT, unit), (Kind.TOUCHPOINT, point.slug), saying.ANSWERS)
    journeys = reverse("structure:journeys")
    for journey in taxonomy.maps:
        yield Thing(Kind.JOURNEY, journey.slug, journey.name, journeys)
        yield from each(
            Kind.JOURNEY,
            journey.slug,
            Kind.TOUCHPOINT,
            (step.touchpoint for step in journey.steps),
            saying.PASSES,
        )
    for promise in taxonomy.promises:
        yield Thing(Kind.PROMISE, promise.slug, promise.text, at(promise.touchpoint))
        yield Tie((Kind.PROMISE, promise.slug), (Kind.TOUCHPOINT, promise.touchpoint), saying.HOLDS)


@part(Kind.UNIT, ties=[(Kind.UNIT, Kind.UNIT)])
def units() -> Iterator[Thing | Tie]:
    """Units, also those that are no more, and in which others they went on."""
    at = page("structure:unit")
    for slug, name in unit_names().items():
        yield Thing(Kind.UNIT, slug, name, at(slug))
    for slug, other in went_on().items():
        yield Tie((Kind.UNIT, slug), (Kind.UNIT, other), saying.WENT_ON)


@part(Kind.ROLE, ties=[(Kind.ROLE, Kind.UNIT)])
def held_roles() -> Iterator[Thing | Tie]:
    """Roles and where they work."""
    at = page("structure:role")
    for key, name, unit, _people in roles():
        yield Thing(Kind.ROLE, str(key), plain(name), at(key))
        yield Tie((Kind.ROLE, str(key)), (Kind.UNIT, unit), saying.WORKS_IN)


@part(
    Kind.PROCESS,
    ties=[
        (Kind.PROCESS, Kind.TOUCHPOINT),
        (Kind.ROLE, Kind.PROCESS),
        (Kind.ROLE, Kind.TOUCHPOINT),
        (Kind.ROLE, Kind.JOURNEY),
    ],
)
def work() -> Iterator[Thing | Tie]:
    """Processes, and who has which part in them, at touchpoints, and in whole journeys."""
    today = Q(duties__ended=None, duties__phase=Phase.BEFORE)
    rows = Work.objects.filter(retired=None).alias(part=FilteredRelation("duties", condition=today))
    found = rows.order_by("id").values_list(
        "id", "place", "slug", "name", "touchpoints", "part__role_id", "part__letter"
    )
    at = page("structure:work")
    for key, parts in groupby(found, key=lambda row: row[0]):
        held = list(parts)
        _, place, slug, name, touchpoints, *_ = held[0]
        here: Key = (PLACES[Place(place)], str(key) if place == Place.PROCESS else slug)
        if place == Place.PROCESS:
            yield Thing(*here, plain(name), at(key))
            yield from each(*here, Kind.TOUCHPOINT, touchpoints, saying.SERVES)
        for *_, role, letter in held:
            if role is not None:
                yield Tie((Kind.ROLE, str(role)), here, _duty(LETTERS[Letter(letter)]))


@part(Kind.INTERFACE, ties=[(Kind.UNIT, Kind.INTERFACE), (Kind.INTERFACE, Kind.TOUCHPOINT)])
def interfaces() -> Iterator[Thing | Tie]:
    """What one unit hands over to another, and where."""
    at = page("structure:interface")
    rows = Interface.objects.filter(retired=None)
    for key, giver, receiver, what, touchpoint in rows.values_list(
        "id", "giver", "receiver", "what", "touchpoint"
    ):
        passed: Key = (Kind.INTERFACE, str(key))
        yield Thing(*passed, plain(what), at(key))
        yield Tie((Kind.UNIT, giver), passed, saying.GIVES)
        yield Tie((Kind.UNIT, receiver), passed, saying.TAKES)
        if touchpoint:
            yield Tie(passed, (Kind.TOUCHPOINT, touchpoint), saying.HANDED)


@part(
    *(Kind.CAPABILITY, Kind.APPLICATION, Kind.DATA),
    ties=[
        (Kind.CAPABILITY, Kind.TOUCHPOINT),
        (Kind.APPLICATION, Kind.CAPABILITY),
        (Kind.UNIT, Kind.APPLICATION),
        (Kind.APPLICATION, Kind.DATA),
        (Kind.APPLICATION, Kind.APPLICATION),
    ],
)
def technology() -> Iterator[Thing | Tie]:
    """Capabilities, the applications that carry them, and the data those keep."""
    known = inventory()
    at = page("stack:capability")
    for able in known.capabilities:
        yield Thing(Kind.CAPABILITY, able.slug, plain(able.name), at(able.slug))
        yield from each(Kind.CAPABILITY, able.slug, Kind.TOUCHPOINT, able.touchpoints, saying.SERVES)
        for carrier in able.applications:
            yield Tie((Kind.APPLICATION, carrier), (Kind.CAPABILITY, able.slug), saying.CARRIES)
    at = page("stack:application")
    for used in known.applications:
        yield Thing(Kind.APPLICATION, used.slug, plain(used.name), at(used.slug))
        for unit in used.units:
            yield Tie((Kind.UNIT, unit), (Kind.APPLICATION, used.slug), saying.USES)
    shelf = reverse("stack:data")
    for kept in known.data:
        yield Thing(Kind.DATA, kept.slug, plain(kept.name), shelf)
        for holder in kept.holders:
            yield Tie((Kind.APPLICATION, holder), (Kind.DATA, kept.slug), saying.KEEPS)
    for joined in known.integrations:
        yield Tie((Kind.APPLICATION, joined.source), (Kind.APPLICATION, joined.target), saying.EXCHANGES)


@part(Kind.TEAM, ties=[(Kind.TEAM, Kind.UNIT), (Kind.TEAM, Kind.APPLICATION)])
def teams() -> Iterator[Thing | Tie]:
    """Teams, where they work, and what they were given to work with."""
    at = page("adoption:team")
    there: dict[int, Key] = {}
    for key, slug, name, unit in Team.objects.filter(retired=None).values_list("id", "slug", "name", "unit"):
        there[key] = (Kind.TEAM, slug)
        yield Thing(*there[key], plain(name), at(slug))
        yield Tie(there[key], (Kind.UNIT, unit), saying.WORKS_IN)
    given = Live.objects.filter(withdrawn=None, watched__retired=None)
    for team, application in given.values_list("team_id", "watched__slug").distinct():
        if team in there:
            yield Tie(there[team], (Kind.APPLICATION, application), saying.USES)


@part(Kind.FIGURE, ties=[(Kind.UNIT, Kind.FIGURE)])
def figures() -> Iterator[Thing | Tie]:
    """Key figures and who owns them."""
    at = page("incentives:figure")
    for slug, name, unit in Figure.objects.filter(retired=None).values_list("slug", "name", "unit"):
        yield Thing(Kind.FIGURE, slug, plain(name), at(slug))
        yield Tie((Kind.UNIT, unit), (Kind.FIGURE, slug), saying.OWNS)


@part(ties=[(Kind.ROLE, Kind.FIGURE)])
def rewards() -> Iterator[Thing | Tie]:
    """Which roles of enough people are rewarded for which key figures."""
    fewest = floor()[0]
    enough = {key for key, _name, _unit, people in roles() if people >= fewest}
    for role, figure in percents():
        if role in enough:
            yield Tie((Kind.ROLE, str(role)), (Kind.FIGURE, figure), saying.REWARDED)


@part(Kind.CONFLICT, ties=[(Kind.FIGURE, Kind.CONFLICT)])
def conflicts() -> Iterator[Thing | Tie]:
    """Key figures that work against each other, where somebody who decides said that they do."""
    rows = Verdict.objects.filter(withdrawn=None, first__retired=None, second__retired=None)
    newest = {
        (first, second): (confirmed, one, other)
        for first, second, confirmed, one, other in rows.order_by("id").values_list(
            "first__slug", "second__slug", "confirmed", "first__name", "second__name"
        )
    }
    for (first, second), (confirmed, one, other) in newest.items():
        if confirmed:
            key: Key = (Kind.CONFLICT, f"{first}{BETWEEN}{second}")
            yield Thing(
                *key,
                BOTH.fill(first=one, second=other),
                reverse("incentives:conflict", args=[first, second]),
            )
            for figure in (first, second):
                yield Tie((Kind.FIGURE, figure), key, saying.CONFLICTS)


def _duty(letter: Text) -> Text:
    """Said of a role and a piece of work: does it – at, answers for it – at."""
    return Text(en=f"{letter.en} at", de=f"{letter.de} bei")
