"""Where what we keep of customers is right: one leading application per data object, and how the others get it.

Source: Bingemer, "Technologie ist nicht die Antwort": data and systems belong into one strategy. The integration score
is the share of data objects that have one leading source and reach every other holder through live interfaces.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.stack.finding import Finding, Row, Topic, plain, some
from leitstern.core.inside.stack.hops import hand_chains
from leitstern.core.inside.stack.terms import Kind, Way
from leitstern.core.stats.counted import counted
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from leitstern.core.inside.stack.finding import Ground
    from leitstern.core.inside.stack.inventory import DataObject, Inventory
    from leitstern.core.stats.estimate import Measured

NO_SOURCE = Text(
    en="{name}: kept in {n} applications, none of them leads",
    de="{name}: in {n} Anwendungen gespeichert, keine führt",
)
NOT_FED = Text(
    en="{name}: {leading} leads, but no live interface brings it to {missing}",
    de="{name}: {leading} führt, aber kein laufender Datenweg bringt es zu {missing}",
)
SOURCE_GONE = Text(
    en="{name}: its leading application is gone", de="{name}: die führende Anwendung gibt es nicht mehr"
)
SOURCES = (
    Text(
        en="Everything kept about customers has one leading source that reaches everybody.",
        de="Alles, was über die Kundschaft gespeichert ist, hat eine führende Quelle, die alle erreicht.",
    ),
    Text(
        en="For one data object it is not certain which system is right.",
        de="Bei einem Datenobjekt ist nicht sicher, welches System recht hat.",
    ),
    Text(
        en="For {n} data objects it is not certain which system is right.",
        de="Bei {n} Datenobjekten ist nicht sicher, welches System recht hat.",
    ),
)
WHY_SOURCES = Text(
    en="If two systems disagree about an address, customers get two answers. Personalising on such data only makes it visible sooner.",
    de="Sind sich zwei Systeme über eine Adresse uneinig, bekommt die Kundschaft zwei Antworten. Wer auf solchen Daten personalisiert, macht das nur schneller sichtbar.",
)
BY_HAND = (
    Text(en="No data is carried by hand.", de="Keine Daten werden von Hand weitergereicht."),
    Text(
        en="At one place data is carried by hand in spreadsheets.",
        de="An einer Stelle reicht jemand Daten von Hand als Tabelle weiter.",
    ),
    Text(
        en="At {n} places data is carried by hand in spreadsheets.",
        de="An {n} Stellen reicht jemand Daten von Hand als Tabelle weiter.",
    ),
)
WHY_BY_HAND = Text(
    en="A spreadsheet is old when it is sent, nobody knows who else has it, and whoever makes it has no time for customers.",
    de="Eine Tabelle ist beim Versand schon alt, niemand weiß, wer sie noch hat, und wer sie baut, hat so lange keine Zeit für die Kundschaft.",
)
HANDED = Text(en="{source} → {target}: {objects}", de="{source} → {target}: {objects}")
AGAIN_BY_HAND = Text(
    en="{way}: {n} times by hand before it is read ({objects})",
    de="{way}: {n}-mal von Hand, bevor es jemand liest ({objects})",
)
UNSAID = Text(en="it is not said what", de="was, steht nicht da")
CIRCLES = (
    Text(en="No data goes round in a circle.", de="Keine Daten laufen im Kreis."),
    Text(en="One data object goes round in a circle.", de="Ein Datenobjekt läuft im Kreis."),
    Text(en="{n} data objects go round in circles.", de="{n} Datenobjekte laufen im Kreis."),
)
WHY_CIRCLES = Text(
    en="What goes round is overwritten by whoever wrote last, whether right or wrong. Nothing was refused: such circles exist.",
    de="Was im Kreis läuft, überschreibt, wer zuletzt geschrieben hat, ob richtig oder falsch. Abgelehnt wurde nichts: Solche Kreise gibt es.",
)
ROUND = Text(en="{name}: {way}", de="{name}: {way}")


@dataclass(frozen=True, slots=True)
class Source:
    """One data object: whether its leading source is there, and which holders do not get it from there."""

    data: DataObject
    leads: bool
    missing: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """One leading source that reaches everybody who holds the data."""
        return self.leads and not self.missing


def sources(inventory: Inventory) -> tuple[Source, ...]:
    """Every data object that somebody holds."""
    carried = _edges(inventory, [Way.LIVE])
    found = []
    for data in inventory.data:
        holders = [slug for slug in data.holders if slug in inventory.by_slug]
        if not data.holders:
            continue
        leads = data.leading in inventory.by_slug
        reached = _reached(carried[data.slug], data.leading) if leads else set()
        missing = (
            tuple(slug for slug in holders if slug != data.leading and slug not in reached) if leads else ()
        )
        found.append(Source(data, leads, missing))
    return tuple(found)


def integration_score(inventory: Inventory, today: date) -> Measured:
    """The share of data objects with one leading source that reaches every holder by live interfaces; n = objects."""
    found = sources(inventory)
    return counted(sum(each.sound for each in found), len(found), len(found), today)


def leading_share(inventory: Inventory, today: date) -> Measured:
    """The share of data objects with one leading source, however the others get it; n = objects."""
    found = sources(inventory)
    return counted(sum(each.leads for each in found), len(found), len(found), today)


def source_finding(ground: Ground) -> Finding | None:
    """Data objects without one source that is right for all; nothing while none is entered."""
    found = sources(ground.inventory)
    if not found:
        return None
    names = ground.inventory.names
    unsure = [each for each in found if not each.sound]
    rows = tuple(Row(_why(each, names), Kind.DATA, each.data.slug) for each in unsure)
    score = counted(len(found) - len(unsure), len(found), len(found), ground.today)
    return Finding(Topic.SOURCES, bool(unsure), some(len(unsure), *SOURCES), WHY_SOURCES, rows, score)


def by_hand_finding(ground: Ground) -> Finding | None:
    """Transfers by hand; nothing while no integration is entered."""
    inventory = ground.inventory
    if not inventory.integrations:
        return None
    found = [each for each in inventory.integrations if each.way is Way.BY_HAND]
    rows = tuple(
        Row(
            HANDED.fill(
                source=inventory.names.get(each.source, each.source),
                target=inventory.names.get(each.target, each.target),
                objects=plain(", ".join(_named(inventory, each.objects))) if each.objects else UNSAID,
            ),
            Kind.INTEGRATION,
            each.slug,
        )
        for each in found
    )
    rows += tuple(
        Row(
            AGAIN_BY_HAND.fill(
                way=plain(" → ".join(inventory.names.get(each, each) for each in way)),
                n=len(way) - 1,
                objects=plain(_named(inventory, [data])[0]) if data else UNSAID,
            ),
            Kind.INTEGRATION,
            f"{way[-2]}--{way[-1]}--by_hand",
        )
        for data, way in hand_chains(inventory)
    )
    return Finding(
        Topic.BY_HAND,
        bool(found),
        some(len(found), *BY_HAND),
        WHY_BY_HAND,
        rows,
        counted(len(found), len(inventory.integrations), len(inventory.integrations), ground.today),
    )


def circles(inventory: Inventory) -> dict[str, tuple[str, ...]]:
    """Data objects that come back to where they were, each with one way round; planned interfaces do not count."""
    found = {}
    for slug, edges in _edges(inventory, [Way.LIVE, Way.BY_HAND]).items():
        ways = (_way_back(edges, start) for start in sorted(_going_round(edges)))
        if way := next(filter(None, ways), ()):
            found[slug] = way
    return found


def circle_finding(ground: Ground) -> Finding | None:
    """Data that goes round in circles; nothing where none does."""
    inventory, found = ground.inventory, circles(ground.inventory)
    if not found:
        return None
    rows = tuple(
        Row(
            ROUND.fill(
                name=plain(_named(inventory, [slug])[0]),
                way=plain(" → ".join(inventory.names.get(each, each) for each in way)),
            ),
            Kind.DATA,
            slug,
        )
        for slug, way in found.items()
    )
    return Finding(Topic.CIRCLES, True, some(len(found), *CIRCLES), WHY_CIRCLES, rows)


def _edges(inventory: Inventory, ways: Iterable[Way]) -> dict[str, dict[str, list[str]]]:
    """By data object, from which application it gets to which; only between applications that are there."""
    wanted, found = frozenset(ways), defaultdict[str, dict[str, list[str]]](lambda: defaultdict(list))
    for each in inventory.integrations:
        if each.way in wanted and {each.source, each.target} <= inventory.by_slug.keys():
            for slug in each.objects:
                found[slug][each.source].append(each.target)
    return found


def _reached(edges: Mapping[str, list[str]], start: str) -> set[str]:
    found, ahead = {start}, [start]
    while ahead:
        fresh = [target for target in edges.get(ahead.pop(), ()) if target not in found]
        found.update(fresh)
        ahead += fresh
    return found


def _going_round(edges: Mapping[str, list[str]]) -> set[str]:
    """What is left when whatever leads nowhere is taken away again and again: every circle, and ways between them."""
    before = defaultdict[str, set[str]](set)
    after = {source: set(targets) for source, targets in edges.items()}
    for source, targets in after.items():
        for target in targets:
            before[target].add(source)
    ends = [each for each in before if each not in after]
    while ends:
        end = ends.pop()
        for source in before.pop(end, ()):
            after[source].discard(end)
            if not after[source]:
                del after[source]
                ends.append(source)
    return set(after)


def _way_back(edges: Mapping[str, list[str]], start: str) -> tuple[str, ...]:
    """The shortest way from an application back to itself; nothing if there is none."""
    before: dict[str, str] = {}
    ahead = [start]
    while ahead:
        following = []
        for source in ahead:
            for target in edges.get(source, ()):
                if target == start:
                    way = [start, source]
                    while way[-1] != start:
                        way.append(before[way[-1]])
                    return tuple(reversed(way))
                if target not in before:
                    before[target] = source
                    following.append(target)
        ahead = following
    return ()


def _why(each: Source, names: Mapping[str, str]) -> Text:
    name = plain(each.data.name)
    if each.leads:
        missing = ", ".join(names.get(slug, slug) for slug in each.missing)
        return NOT_FED.fill(name=name, leading=names[each.data.leading], missing=missing)
    return (
        SOURCE_GONE.fill(name=name)
        if each.data.leading
        else NO_SOURCE.fill(name=name, n=len(each.data.holders))
    )


def _named(inventory: Inventory, slugs: Iterable[str]) -> list[str]:
    return [
        inventory.object_by_slug[slug].name if slug in inventory.object_by_slug else slug for slug in slugs
    ]
