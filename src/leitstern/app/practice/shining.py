"""Bright spots found in what customers say: places of which nobody has told a story yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.gap.queries import gap_report
from leitstern.app.outside.queries import lived
from leitstern.app.outside.reading import published
from leitstern.app.practice.models import Story
from leitstern.core.bridge.practice.bright import SENTENCE, Place, bright_spots
from leitstern.core.gap.wording import of_hundred

if TYPE_CHECKING:
    from leitstern.core.bridge.practice.bright import Bright
    from leitstern.core.company.taxonomy import Touchpoint
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Shining:
    """A bright spot in words; `strength` says where it also is more than was promised or believed; `told` if it was."""

    spot: Bright
    touchpoint: Touchpoint
    sentence: Text
    strength: Text | None
    told: bool


def shining() -> list[Shining]:
    """Every touchpoint that stands out, those first of which nobody has told; nothing before there is data."""
    state = published()
    if state is None:
        return []
    by_code = {each.code: each for each in state.taxonomy.touchpoints}
    facets = {each.slug: each.name for each in state.taxonomy.facets}
    places = [
        Place(here.slug, line.facet, here.channel, line.statistics)
        for line in lived(state)
        if (here := by_code.get(line.touchpoint))
    ]
    strengths = {
        (each.touchpoint, each.facet): each.here
        for each in gap_report(state).spots
        if each.kind == "hidden strength"
    }
    told = set(Story.objects.filter(withdrawn=None).values_list("touchpoint", flat=True))
    by_slug = {each.slug: each for each in state.taxonomy.touchpoints}
    found = [
        Shining(
            spot,
            by_slug[spot.touchpoint],
            SENTENCE.fill(
                place=by_slug[spot.touchpoint].name,
                here=of_hundred(spot.here.value),
                statement=facets.get(spot.facet, spot.facet),
                there=of_hundred(spot.there.value),
            ),
            strengths.get((spot.touchpoint, spot.facet)),
            spot.touchpoint in told,
        )
        for spot in bright_spots(places, state.as_of)
    ]
    return sorted(found, key=lambda each: each.told)
