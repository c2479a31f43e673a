"""One chart in two layouts: the page carries both and shows the one that fits the room it has, without a script."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from leitstern.charts.style import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.charts.sheet import Sheet

PHONE = 350  # pixels: what a card leaves on a 390-pixel screen
SMALLEST = 0.8  # a wide chart is never shrunk further: its smallest type would be hard to read


def fit(draw: Callable[[Sheet], str], sheet: Sheet) -> str:
    """Draw on the given wide sheet and on one for phones, whose id ends in `-narrow`."""
    step = next((step for step in STEPS if step >= sheet.width * SMALLEST), STEPS[-1])
    phone = replace(sheet, id=f"{sheet.id}-narrow", width=PHONE)
    wide, narrow = (
        f'<div class="chart-wide">{draw(sheet)}</div>',
        f'<div class="chart-narrow">{draw(phone)}</div>',
    )
    return f'<div class="chart-fit chart-fit-{step}">{wide}{narrow}</div>'
