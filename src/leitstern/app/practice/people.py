"""How many people belong to a department, so that nothing is counted by itself that fewer than five do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

from django.db.models import Sum

from leitstern.app.common.findings import once
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.inside.agreements import floor
from leitstern.app.structure.queries import all_roles
from leitstern.app.waves.models import Wave, WaveState
from leitstern.core.bridge.practice.folding import fold
from leitstern.core.company.tree import COMPANY, ancestors, parents_of

type Folding = Callable[[Collection[str]], dict[str, str]]


def fewest() -> int:
    """As few people a number may be about: as agreed, never below five."""
    return floor()[0]


def people_by_unit() -> dict[str, int]:
    """People directly in each department: by the register of roles, or as many as the last wave invited that asked there.

    The larger of the two: roles rarely name everybody, and a wave may leave somebody out.
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
    return found


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


def folding() -> Folding:
    """Where the work of departments is counted: each at itself, above it, or with the rest ("")."""

    def known() -> Folding:
        taxonomy, people, enough = current_taxonomy(), people_by_unit(), fewest()
        parents = parents_of(taxonomy) if taxonomy else {}
        return lambda units: fold(units, people, parents, enough)

    return once("folding of departments", known)
