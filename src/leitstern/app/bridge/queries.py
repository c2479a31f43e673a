"""What was decided, where, and what came of it."""

from __future__ import annotations

from django.db.models import QuerySet

from leitstern.app.bridge.models import Measure
from leitstern.core.errors import NotFound
from leitstern.core.texts import Text


def measures() -> QuerySet[Measure]:
    """Everything decided and not withdrawn, newest first."""
    return Measure.objects.filter(withdrawn=None)


def measures_at(touchpoint: str) -> QuerySet[Measure]:
    """What was decided at one touchpoint."""
    return measures().filter(touchpoint=touchpoint)


def measure_by_id(measure_id: int) -> Measure:
    """One measure, withdrawn or not. Raises NotFound."""
    found = Measure.objects.filter(pk=measure_id).first()
    if found is None:
        raise NotFound(Text(en="There is no such measure.", de="Diese Maßnahme gibt es nicht."))
    return found
