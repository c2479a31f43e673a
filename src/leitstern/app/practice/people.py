"""How many people belong to a department, so that nothing is counted by itself that fewer than five do."""

from __future__ import annotations

from collections import Counter

from django.db.models import Sum

from leitstern.app.common.findings import once
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.inside.agreements import floor
from leitstern.app.structure.models import Unit
from leitstern.app.structure.queries import all_roles
from leitstern.app.waves.models import Wave, WaveState
from leitstern.core.bridge.practice.folding import Workforce
from leitstern.core.company.tree import COMPANY, ancestors, parents_of


def fewest() -> int:
    """As few people a number may be about: as agreed, never below five."""
    return floor()[0]


def people_by_unit() -> dict[str, int]:
    """People directly in each department: by the register of roles, or as many as the last wave invited that asked there.

    The larger of the two: roles rarely name everybody, and a wave may leave somebody out. Where the register of units
    says how many people a unit has (or had, before it was merged), that counts.
    """
    return once("people by unit", _people_by_unit)


def _people_by_unit() -> dict[str, int]:
    found: dict[str, int] = {}
    launched = Wave.objects.exclude(state=WaveState.DRAFT).order_by("id")
    for places in launched.values_list("places", flat=True):
        invited: Counter[str] = Counter()
        for _level, unit, n, _cohort in places:
            invited[unit] += n
        found |= invited
    for role in all_roles().values("unit").annotate(n=Sum("people")).order_by():
        found[role["unit"]] = max(found.get(role["unit"], 0), role["n"])
    sizes = Unit.objects.exclude(size=None).values_list("slug", "size")
    return found | {slug: size or 0 for slug, size in sizes}


def people_below() -> dict[str, int]:
    """People in each department with everything below it."""
    taxonomy, direct = current_taxonomy(), people_by_unit()
    parents = parents_of(taxonomy) if taxonomy else {}
    found = Counter(direct)
    for unit, n in direct.items():
        for above in ancestors(parents, unit):
            if above != COMPANY:
                found[above] += n
    return dict(found)


def workforce() -> Workforce:
    """Whose work may be shown where, as far as it is known how many people work there."""

    def known() -> Workforce:
        taxonomy = current_taxonomy()
        return Workforce(people_by_unit(), parents_of(taxonomy) if taxonomy else {}, fewest())

    return once("workforce", known)
