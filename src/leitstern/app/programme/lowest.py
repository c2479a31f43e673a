"""The dimensions of culture that are credited lowest: what a roadmap should work on."""

from __future__ import annotations

from leitstern.app.evidence.queries import lines
from leitstern.core.inside.instrument import Axis
from leitstern.core.texts import Text


def lowest_dimensions() -> tuple[dict[str, float], dict[str, Text]]:
    """Credited levels of the dimensions of culture that were claimed or proven, and what they are called."""
    found = [each for each in lines() if each.dimension.axis is Axis.CULTURE and each.credit]
    levels = {each.dimension.slug: float(each.credit.credited) for each in found if each.credit}
    return levels, {each.dimension.slug: each.dimension.name for each in found}
