"""Things and their ties, from every area that keeps some. A constant number of questions, however much there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from leitstern.app.bridge.queries import measures
from leitstern.app.common.findings import once
from leitstern.app.company.former import unit_names
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.incentives.register import register as rewarded
from leitstern.app.portfolio.queries import portfolio
from leitstern.app.practice.queries import pilots, principles, published_stories, stop_list
from leitstern.app.stack.queries import inventory
from leitstern.app.structure import reading as structure
from leitstern.core.bridge.ties.graph import Graph, Key, Kind, Thing, Tie
from leitstern.core.inside.structure.duties import LETTERS, Place
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PLACES = {Place.PROCESS: Kind.PROCESS, Place.TOUCHPOINT: Kind.TOUCHPOINT, Place.JOURNEY: Kind.JOURNEY}

ANSWERS = Text(en="answers for", de="steht ein für")
PASSES = Text(en="passes", de="führt über")
HOLDS = Text(en="holds at", de="gilt bei")
HOLDS_IN = Text(en="holds in", de="gilt in")
PART_OF = Text(en="is part of", de="gehört zu")
WORKS_IN = Text(en="works in", de="arbeitet in")
SERVES = Text(en="serves", de="dient")
HANDED = Text(en="is handed over at", de="wird übergeben bei")
GIVES = Text(en="hands over", de="gibt ab")
TAKES = Text(en="takes over", de="übernimmt")
CARRIES = Text(en="carries", de="trägt")
KEEPS = Text(en="keeps", de="führt")
USES = Text(en="uses", de="nutzt")
CHANGES = Text(en="changes", de="verändert")
LEADS = Text(en="leads", de="leitet")
TAKES_PART = Text(en="takes part in", de="wirkt mit bei")
WORKS_FOR = Text(en="works for", de="arbeitet für")
WORKS_AGAINST = Text(en="works against", de="arbeitet gegen")
FOR_TOO = Text(en="serves the larger goal", de="dient dem größeren Ziel")
DECIDED = Text(en="was decided for", de="wurde beschlossen für")
ENDED_IN = Text(en="ended in", de="endete in")
RAN_IN = Text(en="was carried by", de="wurde getragen von")
TRIED_AT = Text(en="is tried at", de="wird erprobt bei")
TRIES = Text(en="tries", de="erprobt")
TOLD_OF = Text(en="tells of", de="erzählt von")
HAPPENED_IN = Text(en="happened in", de="geschah in")
OWNS = Text(en="owns", de="verantwortet")
REWARDED = Text(en="is rewarded for", de="wird belohnt für")
EXCHANGES = Text(en="gives data to", de="gibt Daten an")


def graph() -> Graph:
    """Everything, asked for once a request."""
    return once("graph", _graph)


def _graph() -> Graph:
    things: list[Thing] = []
    ties: list[Tie] = []
    for part in (_language, _organisation, _technology, _changing, _practised, _rewarded, _decided):
        for each in part():
            (things if isinstance(each, Thing) else ties).append(each)  # type: ignore[arg-type]
    return Graph(tuple(things), tuple(ties))


def _language() -> Iterator[Thing | Tie]:
    """Touchpoints, departments, journeys and promises of the taxonomy."""
    taxonomy = current_taxonomy()
    if taxonomy is None:
        return
    for each in taxonomy.touchpoints:
        yield Thing(Kind.TOUCHPOINT, each.slug, each.name, reverse("web:touchpoint", args=[each.slug]))
        yield Tie((Kind.UNIT, each.department), (Kind.TOUCHPOINT, each.slug), ANSWERS)
    for journey in taxonomy.maps:
        yield Thing(Kind.JOURNEY, journey.slug, journey.name, reverse("structure:journeys"))
        for step in journey.steps:
            yield Tie((Kind.JOURNEY, journey.slug), (Kind.TOUCHPOINT, step.touchpoint), PASSES)
    for promise in taxonomy.promises:
        yield Thing(
            Kind.PROMISE, promise.slug, promise.text, reverse("web:touchpoint", args=[promise.touchpoint])
        )
        yield Tie((Kind.PROMISE, promise.slug), (Kind.TOUCHPOINT, promise.touchpoint), HOLDS)


def _organisation() -> Iterator[Thing | Tie]:
    """Departments and roles, who has which part in which work, and what is handed over."""
    known = structure.register()
    names = unit_names()
    for unit in known.units:
        yield Thing(
            Kind.UNIT, unit.slug, names.get(unit.slug, unit.name), reverse("structure:unit", args=[unit.slug])
        )
    for role in known.roles:
        if not role.retired:
            yield Thing(
                Kind.ROLE, str(role.key), _plain(role.name), reverse("structure:role", args=[role.key])
            )
            yield Tie((Kind.ROLE, str(role.key)), (Kind.UNIT, role.unit), WORKS_IN)
    for work in structure.works():
        here: Key = (PLACES[work.place], str(work.key) if work.place is Place.PROCESS else work.slug)
        if work.place is Place.PROCESS:
            yield Thing(*here, work.name, reverse("structure:work", args=[work.key]))
            for touchpoint in work.touchpoints:
                yield Tie(here, (Kind.TOUCHPOINT, touchpoint), SERVES)
        for role_key, letter in sorted(work.now):
            yield Tie((Kind.ROLE, str(role_key)), here, _duty(LETTERS[letter]))
    for each in structure.interfaces():
        passed: Key = (Kind.INTERFACE, str(each.key))
        yield Thing(*passed, _plain(each.what), reverse("structure:interface", args=[each.key]))
        yield Tie((Kind.UNIT, each.giver), passed, GIVES)
        yield Tie((Kind.UNIT, each.receiver), passed, TAKES)
        if each.touchpoint:
            yield Tie(passed, (Kind.TOUCHPOINT, each.touchpoint), HANDED)


def _technology() -> Iterator[Thing | Tie]:
    """Capabilities, the applications that carry them, and the data those keep."""
    known = inventory()
    for able in known.capabilities:
        yield Thing(
            Kind.CAPABILITY, able.slug, _plain(able.name), reverse("stack:capability", args=[able.slug])
        )
        yield from _each(Kind.CAPABILITY, able.slug, Kind.TOUCHPOINT, able.touchpoints, SERVES)
        for application in able.applications:
            yield Tie((Kind.APPLICATION, application), (Kind.CAPABILITY, able.slug), CARRIES)
    for each in known.applications:
        yield Thing(
            Kind.APPLICATION, each.slug, _plain(each.name), reverse("stack:application", args=[each.slug])
        )
        for unit in each.units:
            yield Tie((Kind.UNIT, unit), (Kind.APPLICATION, each.slug), USES)
    for kept in known.data:
        yield Thing(Kind.DATA, kept.slug, _plain(kept.name), reverse("stack:data"))
        for application in kept.holders:
            yield Tie((Kind.APPLICATION, application), (Kind.DATA, kept.slug), KEEPS)
    for joined in known.integrations:
        yield Tie((Kind.APPLICATION, joined.source), (Kind.APPLICATION, joined.target), EXCHANGES)


def _changing() -> Iterator[Thing | Tie]:
    """Initiatives under way and the goals they work for or against."""
    known = portfolio().under_way
    for goal in known.goals:
        yield Thing(Kind.GOAL, str(goal.key), _plain(goal.title), reverse("portfolio:goal", args=[goal.key]))
        if goal.parent is not None:
            yield Tie((Kind.GOAL, str(goal.key)), (Kind.GOAL, str(goal.parent)), FOR_TOO)
    for each in known.initiatives:
        key: Key = (Kind.INITIATIVE, str(each.key))
        yield Thing(*key, _plain(each.title), reverse("portfolio:initiative", args=[each.key]))
        yield from _each(*key, Kind.TOUCHPOINT, each.touchpoints, CHANGES)
        yield from _each(*key, Kind.JOURNEY, each.journeys, CHANGES)
        for place, unit in enumerate(each.units):
            yield Tie((Kind.UNIT, unit), key, TAKES_PART if place else LEADS)
        for pull in each.contributions:
            yield Tie(key, (Kind.GOAL, str(pull.goal)), WORKS_FOR if pull.sign > 0 else WORKS_AGAINST)


def _practised() -> Iterator[Thing | Tie]:
    """Principles, what has ended, pilots, and published stories."""
    for each in principles().prefetch_related(None).prefetch_related("rules"):
        key: Key = (Kind.PRINCIPLE, str(each.pk))
        yield Thing(*key, _plain(each.sentence), reverse("practice:principle", args=[each.pk]))
        yield from _each(*key, Kind.UNIT, each.units, HOLDS_IN)
        subjects = {rule.subject for rule in each.rules.all() if rule.subject}
        yield from _each(*key, Kind.TOUCHPOINT, sorted(subjects), HOLDS)
    for item in stop_list().prefetch_related(None):
        key = (Kind.STOPPED, str(item.pk))
        yield Thing(*key, _plain(item.name), reverse("practice:stopped", args=[item.pk]))
        yield from _each(*key, Kind.UNIT, item.units, ENDED_IN)
        if item.application:
            yield Tie(key, (Kind.APPLICATION, item.application), RAN_IN)
    for pilot in pilots().prefetch_related(None):
        key = (Kind.PILOT, str(pilot.pk))
        yield Thing(*key, _plain(pilot.title), reverse("practice:pilot", args=[pilot.pk]))
        yield from _each(*key, Kind.TOUCHPOINT, pilot.touchpoints, TRIED_AT)
        for unit in pilot.units:
            yield Tie((Kind.UNIT, unit), key, TRIES)
    for story in published_stories():
        key = (Kind.STORY, str(story.pk))
        yield Thing(*key, _plain(story.title), reverse("practice:story", args=[story.pk]))
        yield Tie(key, (Kind.UNIT, story.unit), HAPPENED_IN)
        if story.touchpoint:
            yield Tie(key, (Kind.TOUCHPOINT, story.touchpoint), TOLD_OF)


def _rewarded() -> Iterator[Thing | Tie]:
    """Key figures, who owns them, and which roles of enough people are rewarded for them."""
    known = rewarded()
    for figure in known.figures:
        yield Thing(
            Kind.FIGURE, figure.slug, _plain(figure.name), reverse("incentives:figure", args=[figure.slug])
        )
        yield Tie((Kind.UNIT, figure.unit), (Kind.FIGURE, figure.slug), OWNS)
    for role in known.counted:
        for figure in known.figures:
            if known.share(role, figure.slug) > 0:
                yield Tie((Kind.ROLE, str(role.key)), (Kind.FIGURE, figure.slug), REWARDED)


def _decided() -> Iterator[Thing | Tie]:
    """What was decided at touchpoints."""
    for each in measures():
        key: Key = (Kind.MEASURE, str(each.pk))
        yield Thing(*key, _plain(each.title or each.reason), reverse("bridge:measure", args=[each.pk]))
        yield Tie(key, (Kind.TOUCHPOINT, each.touchpoint), DECIDED)


def _each(kind: Kind, slug: str, other: Kind, slugs: Iterable[str], words: Text) -> Iterator[Tie]:
    for each in slugs:
        yield Tie((kind, slug), (other, each), words)


def _duty(letter: Text) -> Text:
    """Said of a role and a piece of work: does it – at, answers for it – at."""
    return Text(en=f"{letter.en} at", de=f"{letter.de} bei")


def _plain(words: str) -> Text:
    """Words of the organisation itself, in whatever language it wrote them."""
    return Text(en=words, de=words)
