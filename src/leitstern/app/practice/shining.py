"""Bright spots found in what customers say: places of which nobody has told a story yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.gap.queries import gap_report
from leitstern.app.outside.queries import lived
from leitstern.app.practice.models import Story
from leitstern.app.practice.product import state_now
from leitstern.core.bridge.practice.bright import SENTENCE, Place, bright_spots
from leitstern.core.gap.wording import of_hundred

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published
    from leitstern.core.bridge.practice.bright import Bright
    from leitstern.core.company.taxonomy import Touchpoint
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Shining:
    """A bright spot in words. `spot` where it stands out among its kind, `strength` where it is more than claimed; one at least.

    `here` is the lived share, `told` whether there is a story about this touchpoint.
    """

    touchpoint: Touchpoint
    facet: str
    here: Measured
    sentence: Text
    spot: Bright | None
    strength: Text | None
    told: bool


def shining() -> list[Shining]:
    """Every touchpoint that stands out, those first of which nobody has told; nothing before there is data."""
    state = state_now()
    if state is None:
        return []
    by_code = {each.code: each for each in state.taxonomy.touchpoints}
    by_slug = {each.slug: each for each in state.taxonomy.touchpoints}
    report = gap_report(state)
    strengths = {
        (each.touchpoint, each.facet): each for each in report.spots if each.kind == "hidden strength"
    }
    spots = bright_spots(
        (
            Place(here.slug, line.facet, here.channel, line.statistics)
            for line in lived(state)
            if (here := by_code.get(line.touchpoint))
        ),
        state.as_of,
    )
    told = set(Story.objects.filter(withdrawn=None).values_list("touchpoint", flat=True))
    found = []
    for spot in spots:
        more = strengths.pop((spot.touchpoint, spot.facet), None)
        here, statement = by_slug[spot.touchpoint], _statement(state, spot.facet)
        sentence = SENTENCE.fill(
            place=here.name,
            here=of_hundred(spot.here.value),
            statement=statement,
            there=of_hundred(spot.there.value),
        )
        strength = more.here if more else None
        found.append(Shining(here, spot.facet, spot.here, sentence, spot, strength, here.slug in told))
    lived_at = {(line.touchpoint, line.facet): line.lived for line in report.touchpoints}
    found += [
        Shining(
            by_slug[each.touchpoint],
            each.facet,
            lived_at[each.touchpoint, each.facet],
            each.sentence,
            None,
            each.here,
            each.touchpoint in told,
        )
        for each in strengths.values()
    ]
    return sorted(found, key=lambda each: each.told)


def _statement(state: Published, facet: str) -> Text | str:
    return next((each.name for each in state.taxonomy.facets if each.slug == facet), facet)
