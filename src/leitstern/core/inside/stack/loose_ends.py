"""What does not fit together: references to what is gone, applications that serve nothing, data nobody needs.

Also what the customers' outcomes take: the capabilities that outcome chains name and nobody has entered.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.core.company.lookup import spelt_alike
from leitstern.core.inside.stack.finding import Finding, Row, Topic, costs, day, plain, some
from leitstern.core.inside.stack.terms import Kind
from leitstern.core.stats.counted import counted
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leitstern.core.inside.stack.finding import Ground

UNUSED_DAYS = 180
GONE = Text(
    en="{name} refers to {what}, which is gone", de="{name} verweist auf {what}; das gibt es nicht mehr"
)
UNKNOWN = Text(
    en="{name} refers to “{what}”, which nobody has entered",
    de="{name} verweist auf „{what}“; das hat niemand eingetragen",
)
LOOSE = (
    Text(en="Everything that is referred to is there.", de="Alles, worauf verwiesen wird, ist da."),
    Text(en="One reference leads nowhere.", de="Ein Verweis führt ins Leere."),
    Text(en="{n} references lead nowhere.", de="{n} Verweise führen ins Leere."),
)
WHY_LOOSE = Text(
    en="Nothing was lost: the rows stand as they were entered. Name what took its place, or take the reference out.",
    de="Verloren ist nichts: Die Zeilen stehen so da, wie sie eingetragen wurden. Nennen Sie, was an die Stelle getreten ist, oder nehmen Sie den Verweis heraus.",
)
IDLE = (
    Text(en="Every application serves a capability.", de="Jede Anwendung dient einer Fähigkeit."),
    Text(en="One application serves no capability.", de="Eine Anwendung dient keiner Fähigkeit."),
    Text(en="{n} applications serve no capability.", de="{n} Anwendungen dienen keiner Fähigkeit."),
)
WHY_IDLE = Text(
    en="Derived from what customers want to reach, these systems are needed for nothing. Either what they are for is not written down, or they no longer fit.",
    de="Leitet man von dem ab, was die Kundschaft erreichen möchte, werden diese Systeme für nichts gebraucht. Entweder steht noch nicht da, wofür, oder sie passen nicht mehr.",
)
CHAINS = (
    Text(
        en="Everything that outcome chains need is in the inventory.",
        de="Alles, was Ergebnisketten brauchen, steht im Bestand.",
    ),
    Text(
        en="One capability that an outcome chain needs is not in the inventory.",
        de="Eine Fähigkeit, die eine Ergebniskette braucht, steht nicht im Bestand.",
    ),
    Text(
        en="{n} capabilities that outcome chains need are not in the inventory.",
        de="{n} Fähigkeiten, die Ergebnisketten brauchen, stehen nicht im Bestand.",
    ),
)
WHY_CHAINS = Text(
    en="The order begins with the customer: outcome, what we do for it, what we have to be able to do, and last the technology.",
    de="Die Reihenfolge beginnt bei der Kundschaft: Ergebnis, was wir dafür tun, was wir dafür können müssen, und zuletzt die Technologie.",
)
FOR = Text(
    en="{name}, so that customers reach: {outcome}", de="{name}, damit die Kundschaft erreicht: {outcome}"
)
PURPOSE = (
    Text(
        en="Everything kept about customers serves a purpose.",
        de="Alles, was über die Kundschaft gespeichert ist, dient einem Zweck.",
    ),
    Text(
        en="One data object is kept without a purpose it serves.",
        de="Ein Datenobjekt ist ohne Zweck gespeichert, dem es dient.",
    ),
    Text(
        en="{n} data objects are kept without a purpose they serve.",
        de="{n} Datenobjekte sind ohne Zweck gespeichert, dem sie dienen.",
    ),
)
WHY_PURPOSE = Text(
    en="Artificial intelligence does not need as many details as possible but the right ones. What serves no purpose, or none for {days} days, is a risk and no treasure.",
    de="Künstliche Intelligenz braucht nicht möglichst viele Details, sondern die richtigen. Was keinem Zweck dient oder seit {days} Tagen keinem mehr, ist ein Risiko und kein Schatz.",
).fill(days=UNUSED_DAYS)
NO_PURPOSE = Text(en="{name}: no purpose is written down", de="{name}: Es steht kein Zweck da")
UNUSED = Text(en="{name}: last used on {day}", de="{name}: zuletzt genutzt am {day}")


def loose_finding(ground: Ground) -> Finding | None:
    """References to what is gone or was never entered; nothing where there is none."""
    rows = tuple(_loose(ground))
    return Finding(Topic.LOOSE, True, some(len(rows), *LOOSE), WHY_LOOSE, rows) if rows else None


def _loose(ground: Ground) -> Iterator[Row]:
    inventory = ground.inventory
    names, there = inventory.names, inventory.by_slug

    def application(kind: Kind, slug: str, name: str, wanted: str) -> Iterator[Row]:
        if wanted in there:
            return
        text = (
            GONE.fill(name=plain(name), what=names[wanted])
            if wanted in names
            else UNKNOWN.fill(name=plain(name), what=wanted)
        )
        yield Row(text, kind, slug)

    for each in inventory.integrations:
        name = f"{names.get(each.source, each.source)} → {names.get(each.target, each.target)}"
        for wanted in dict.fromkeys((each.source, each.target)):
            yield from application(Kind.INTEGRATION, each.slug, name, wanted)
        for wanted in each.objects:
            if wanted not in inventory.object_by_slug:
                yield Row(UNKNOWN.fill(name=plain(name), what=wanted), Kind.INTEGRATION, each.slug)
    for capability in inventory.capabilities:
        for wanted in dict.fromkeys(
            (*capability.applications, *filter(None, (gap.application for gap in capability.gaps)))
        ):
            yield from application(Kind.CAPABILITY, capability.slug, capability.name, wanted)
    for data in inventory.data:
        for wanted in data.holders:
            yield from application(Kind.DATA, data.slug, data.name, wanted)
    if ground.units:
        for one in inventory.applications:
            for unit in one.units:
                if unit not in ground.units:
                    yield Row(UNKNOWN.fill(name=plain(one.name), what=unit), Kind.APPLICATION, one.slug)


def idle_finding(ground: Ground) -> Finding | None:
    """Running applications that serve no capability, and what they cost; nothing while no capability is entered."""
    inventory = ground.inventory
    if not inventory.capabilities or not inventory.applications:
        return None
    running = [each for each in inventory.applications if each.runs]
    found = [each for each in running if each.slug not in inventory.capabilities_of]
    rows = tuple(Row(plain(each.name), Kind.APPLICATION, each.slug) for each in found)
    share = counted(len(found), len(running), len(running), ground.today)
    return Finding(Topic.IDLE, bool(found), some(len(found), *IDLE), WHY_IDLE, rows, share, costs(found))


def missing_capabilities(ground: Ground) -> tuple[tuple[str, str], ...]:
    """What outcome chains need and nobody has entered: its name and the customer's outcome, each once."""
    known = {spelt_alike(each.name) for each in ground.inventory.capabilities}
    first: dict[str, tuple[str, str]] = {}
    for name, outcome in ground.needed:
        if spelt_alike(name) not in known:
            first.setdefault(spelt_alike(name), (name, outcome))
    return tuple(first.values())


def chain_finding(ground: Ground) -> Finding | None:
    """Capabilities that outcome chains need and the inventory lacks; nothing while there is no chain."""
    if not ground.needed:
        return None
    found = missing_capabilities(ground)
    rows = tuple(Row(FOR.fill(name=plain(name), outcome=plain(outcome))) for name, outcome in found)
    return Finding(Topic.CHAINS, bool(found), some(len(found), *CHAINS), WHY_CHAINS, rows)


def purpose_finding(ground: Ground) -> Finding | None:
    """Data kept for nothing, or not used for half a year; nothing while no data object is entered."""
    rows = []
    for each in ground.inventory.data:
        if not each.purpose.strip():
            rows.append(Row(NO_PURPOSE.fill(name=plain(each.name)), Kind.DATA, each.slug))
        elif each.used and ground.today - each.used > timedelta(days=UNUSED_DAYS):
            rows.append(Row(UNUSED.fill(name=plain(each.name), day=day(each.used)), Kind.DATA, each.slug))
    whole = len(ground.inventory.data)
    if not whole:
        return None
    share = counted(whole - len(rows), whole, whole, ground.today)
    return Finding(Topic.PURPOSE, bool(rows), some(len(rows), *PURPOSE), WHY_PURPOSE, tuple(rows), share)
