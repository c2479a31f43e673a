"""Applications that stand alone: joined to nothing, or with nobody who answers for them.

Source: Bingemer, "Technologie ist nicht die Antwort": whoever buys without IT creates new islands. A transfer by hand is
no integration; a planned one not yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.stack.finding import Finding, Ground, Row, Topic, costs, plain, some
from leitstern.core.inside.stack.terms import Kind, Way
from leitstern.core.stats.counted import counted
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.stack.inventory import Application, Capability

ALONE = Text(en="joined to nothing", de="mit nichts verbunden")
ONLY_BY_HAND = Text(en="joined only by spreadsheets", de="nur über Tabellen von Hand verbunden")
NO_OWNER = Text(en="nobody answers for it", de="niemand ist verantwortlich")
NO_IT_OWNER = Text(en="nobody in IT answers for it", de="in der IT ist niemand verantwortlich")
OWNER_LEFT = Text(en="{name} answers for it and has left", de="{name} ist verantwortlich und nicht mehr da")
ROW = Text(en="{name}: {why}", de="{name}: {why}")
ISLANDS = (
    Text(en="No application stands alone.", de="Keine Anwendung steht für sich allein."),
    Text(en="One application is an island.", de="Eine Anwendung ist eine Insel."),
    Text(en="{n} applications are islands.", de="{n} Anwendungen sind Inseln."),
)
WHY_ISLANDS = Text(
    en="What is joined to nothing, or belongs to nobody, knows customers only by its own part and grows into one more of each kind.",
    de="Was mit nichts verbunden ist oder niemandem gehört, kennt die Kundschaft nur aus seinem eigenen Ausschnitt, und daneben wächst das Nächste.",
)
UNOWNED = (
    Text(en="Somebody answers for every capability.", de="Für jede Fähigkeit ist jemand verantwortlich."),
    Text(en="Nobody answers for one capability.", de="Für eine Fähigkeit ist niemand verantwortlich."),
    Text(en="Nobody answers for {n} capabilities.", de="Für {n} Fähigkeiten ist niemand verantwortlich."),
)
WHY_UNOWNED = Text(
    en="A capability is people, process and technology together. Without somebody who holds them together, each part is improved by itself.",
    de="Eine Fähigkeit besteht aus Menschen, Abläufen und Technologie. Ohne jemanden, der sie zusammenhält, wird jeder Teil für sich verbessert.",
)


def alone(ground: Ground, one: Application) -> tuple[Text, ...]:
    """Why a running application is an island; nothing if it is none."""
    joined = ground.inventory.joined.get(one.slug, ())
    there = ground.inventory.by_slug
    live = [
        each
        for each in joined
        if each.way is Way.LIVE and each.source != each.target and {each.source, each.target} <= there.keys()
    ]
    found = []
    if not live:
        found.append(ONLY_BY_HAND if any(each.way is Way.BY_HAND for each in joined) else ALONE)
    for owner, nobody in ((one.owner, NO_OWNER), (one.it_owner, NO_IT_OWNER)):
        if not owner:
            found.append(nobody)
        elif not ground.answers(owner):
            found.append(OWNER_LEFT.fill(name=owner))
    return tuple(dict.fromkeys(found))


def islands(ground: Ground) -> dict[str, tuple[Text, ...]]:
    """Running applications that are islands, each with its reasons."""
    running = (each for each in ground.inventory.applications if each.runs)
    return {each.slug: why for each in running if (why := alone(ground, each))}


def island_finding(ground: Ground) -> Finding | None:
    """Islands and what they cost; nothing while no application runs."""
    running = [each for each in ground.inventory.applications if each.runs]
    if not running:
        return None
    found = islands(ground)
    there = ground.inventory.by_slug
    rows = tuple(
        Row(ROW.fill(name=plain(there[slug].name), why=_all(why)), Kind.APPLICATION, slug)
        for slug, why in found.items()
    )
    return Finding(
        Topic.ISLANDS,
        bool(found),
        some(len(found), *ISLANDS),
        WHY_ISLANDS,
        rows,
        counted(len(found), len(running), len(running), ground.today),
        costs(there[slug] for slug in found),
    )


def unowned_finding(ground: Ground) -> Finding | None:
    """Capabilities that nobody answers for; nothing while there is none."""
    everything = ground.inventory.capabilities
    if not everything:
        return None
    found = [each for each in everything if not ground.answers(each.owner)]
    rows = tuple(
        Row(ROW.fill(name=plain(each.name), why=_why(each)), Kind.CAPABILITY, each.slug) for each in found
    )
    return Finding(
        Topic.UNOWNED,
        bool(found),
        some(len(found), *UNOWNED),
        WHY_UNOWNED,
        rows,
        counted(len(found), len(everything), len(everything), ground.today),
    )


def _why(each: Capability) -> Text:
    return OWNER_LEFT.fill(name=each.owner) if each.owner else NO_OWNER


def _all(texts: tuple[Text, ...]) -> Text:
    return Text(en="; ".join(each.en for each in texts), de="; ".join(each.de for each in texts))
