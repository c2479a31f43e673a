"""Applications of the same kind for the same capability, and things that stand in the inventory twice under one name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.lookup import spelt_alike
from leitstern.core.inside.stack.finding import Finding, Row, Topic, costs, plain, some
from leitstern.core.inside.stack.inventory import Application
from leitstern.core.inside.stack.terms import CATEGORIES, Category, Kind
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.inside.stack.finding import Ground
    from leitstern.core.inside.stack.inventory import Capability, Inventory

DUPLICATES = (
    Text(en="No capability is served twice.", de="Keine Fähigkeit ist doppelt versorgt."),
    Text(
        en="One capability has two or more applications of the same kind.",
        de="Eine Fähigkeit hat zwei oder mehr Anwendungen derselben Art.",
    ),
    Text(
        en="{n} capabilities have two or more applications of the same kind.",
        de="{n} Fähigkeiten haben zwei oder mehr Anwendungen derselben Art.",
    ),
)
WHY_DUPLICATES = Text(
    en="Two systems for one purpose know two halves of a customer. That can be wanted; then somebody should have said so.",
    de="Zwei Systeme für einen Zweck kennen je nur die Hälfte derselben Person. Das kann gewollt sein; dann sollte es jemand gesagt haben.",
)
GROUP = Text(en="{capability}: {names} ({category})", de="{capability}: {names} ({category})")
TWICE = (
    Text(en="Every name stands once.", de="Jeder Name steht nur einmal da."),
    Text(en="One name stands in the inventory more than once.", de="Ein Name steht mehrfach im Bestand."),
    Text(en="{n} names stand in the inventory more than once.", de="{n} Namen stehen mehrfach im Bestand."),
)
WHY_TWICE = Text(
    en="Either one of the two is superfluous, or two different things need two names.",
    de="Entweder ist eines von beiden überflüssig, oder zwei verschiedene Dinge brauchen zwei Namen.",
)
SAME_NAME = Text(en="{name} ({n} times)", de="{name} ({n}-mal)")


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two or more applications of one kind that serve one capability."""

    capability: Capability
    category: Category
    applications: tuple[Application, ...]


def duplicates(inventory: Inventory) -> tuple[Duplicate, ...]:
    """All of them, by capability. What is only planned, or being phased out already, does not count."""
    found = []
    for capability in inventory.capabilities:
        by_category = defaultdict[Category, list[Application]](list)
        for slug in dict.fromkeys(capability.applications):
            one = inventory.by_slug.get(slug)
            if one and one.lifecycle == "live" and one.category is not Category.OTHER:
                by_category[one.category].append(one)
        found += [
            Duplicate(capability, category, tuple(each))
            for category, each in by_category.items()
            if len(each) > 1
        ]
    return tuple(found)


def duplicate_finding(ground: Ground) -> Finding | None:
    """Capabilities served twice and what those applications cost together; nothing while none is served at all."""
    if not any(each.applications for each in ground.inventory.capabilities):
        return None
    found = duplicates(ground.inventory)
    rows = tuple(
        Row(
            GROUP.fill(
                capability=each.capability.name,
                names=", ".join(one.name for one in each.applications),
                category=CATEGORIES[each.category],
            ),
            Kind.CAPABILITY,
            each.capability.slug,
        )
        for each in found
    )
    twice = {one.slug: one for each in found for one in each.applications}
    n = len({each.capability.slug for each in found})
    return Finding(
        Topic.DUPLICATES, bool(found), some(n, *DUPLICATES), WHY_DUPLICATES, rows, None, costs(twice.values())
    )


def twice_finding(ground: Ground) -> Finding | None:
    """Things of one kind whose names differ at most in case or spaces."""
    groups = (
        (Kind.APPLICATION, ground.inventory.applications),
        (Kind.CAPABILITY, ground.inventory.capabilities),
        (Kind.DATA, ground.inventory.data),
    )
    rows = []
    for kind, things in groups:
        by_name = defaultdict[str, list[tuple[str, str]]](list)
        for each in things:
            by_name[spelt_alike(each.name)].append((each.slug, each.name))
        rows += [
            Row(SAME_NAME.fill(name=plain(each[0][1]), n=len(each)), kind, each[1][0])
            for each in by_name.values()
            if len(each) > 1
        ]
    if not rows:
        return None
    return Finding(Topic.TWICE, True, some(len(rows), *TWICE), WHY_TWICE, tuple(rows))
