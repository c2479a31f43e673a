"""Counts of ties as they are stored, and who stands for which function."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.silo.models import Assignment, TieCount
from leitstern.core.company.tree import parents_of
from leitstern.core.inside.silo.functions import guess
from leitstern.core.inside.silo.ties import EI, Ties, action, external_internal
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from leitstern.core.inside.silo.facet import Reading

COUNT = Text(en="count “{name}”: {source}", de="Zählung „{name}“: {source}")
NO_COUNT = Text(en="There is no such count of ties.", de="Diese Zählung von Verbindungen gibt es nicht.")


def counts() -> QuerySet[TieCount]:
    """All counts, the newest day first, withdrawn ones as well."""
    return TieCount.objects.all()


def standing(until: date | None = None) -> list[TieCount]:
    """Those that stand, oldest first: of one day only the one handed in last."""
    found = TieCount.objects.filter(withdrawn=None, **({"day__lte": until} if until else {}))
    by_day = {each.day: each for each in found.order_by("day", "id")}
    return list(by_day.values())


def count_by_id(count_id: int) -> TieCount:
    """One count. Raises NotFound."""
    return or_not_found(TieCount.objects.filter(pk=count_id).first(), NO_COUNT)


def ties_of(count: TieCount) -> Ties:
    """What was counted."""
    return Ties(
        tuple(unit for unit, _ in count.people),
        tuple(people for _, people in count.people),
        np.array(count.counts, dtype=np.int64),
        count.spread,
    )


def index_of(count: TieCount) -> EI | Missing:
    """Its E–I index against the null."""
    return external_internal(ties_of(count), count.day)


def reading_of(count: TieCount) -> Reading:
    """What it says as the facet of action."""
    return action(index_of(count), COUNT.fill(name=count.name, source=count.source))


def assignment() -> Assignment | None:
    """What somebody said of functions last; nothing before."""
    return Assignment.objects.first()


def assigned() -> dict[str, list[str]]:
    """Which departments stand for each function: as somebody said, else those that are called so."""
    taxonomy, said = current_taxonomy(), assignment()
    if said is not None:
        found: dict[str, list[str]] = said.units
        return found
    return guess(taxonomy.departments, parents_of(taxonomy)) if taxonomy else {}
