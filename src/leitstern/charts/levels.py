"""Levels from 0 to 4, as the charts of the inside write them."""

from __future__ import annotations

from leitstern.charts.units import Unit

LEVELS = Unit(low=0, high=4, digits=1)
CHANGES = Unit(low=-4, high=4, digits=1, signed=True)
LEVEL_TICKS = (0, 1, 2, 3, 4)
