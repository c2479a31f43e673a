"""What each department has for itself, from the registers of key figures and initiatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.incentives.register import register
from leitstern.app.portfolio.queries import portfolio
from leitstern.core.bridge.lanes.apart import apart

if TYPE_CHECKING:
    from leitstern.core.bridge.lanes.apart import Apart


def departments() -> tuple[Apart, ...]:
    """Every department that has anything. A key figure is carried by whoever owns it or is rewarded for it."""
    known = register()
    carried = {
        each.slug: frozenset({each.unit, *(role.unit for role in known.rewarding([each.slug]))} - {""})
        for each in known.figures
    }
    return apart(carried, portfolio(), timezone.localdate())
