"""What was decided, where, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from leitstern.app.bridge.models import CauseSaid, Measure
from leitstern.app.common.lookups import or_not_found
from leitstern.core.bridge.causes import Causes, GapCause, count_causes
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable


def measures() -> QuerySet[Measure]:
    """Everything decided and not withdrawn, newest first."""
    return Measure.objects.filter(withdrawn=None)


def with_causes() -> QuerySet[Measure]:
    """The same, each with everything said about its cause."""
    return measures().prefetch_related(Prefetch("causes", CauseSaid.objects.order_by("-id")))


def measures_at(touchpoint: str) -> QuerySet[Measure]:
    """What was decided at one touchpoint."""
    return measures().filter(touchpoint=touchpoint)


def measure_by_id(measure_id: int) -> Measure:
    """One measure, withdrawn or not. Raises NotFound."""
    return or_not_found(
        Measure.objects.filter(pk=measure_id).first(),
        Text(en="There is no such measure.", de="Diese Maßnahme gibt es nicht."),
    )


def newest_cause(measure: Measure) -> CauseSaid | None:
    """What counts as the cause of its gap; None where nobody said anything."""
    return next(iter(measure.causes.all()), None)


def causes(decided: Iterable[Measure] | None = None) -> Causes:
    """What gaps come from: each one about which something was decided once, by its newest measure that stands."""
    newest: dict[tuple[str, str], Measure] = {}
    for each in with_causes() if decided is None else decided:
        newest.setdefault((each.touchpoint, each.facet), each)
    return count_causes(
        [
            GapCause(*place, found.draft if (found := newest_cause(each)) else None)
            for place, each in newest.items()
        ],
        timezone.localdate(),
    )
