"""The picture of a map: its stages and steps as designed, and what customers lived over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext

from leitstern.app.common.drawing import fitted, side, words
from leitstern.charts.journey_map import MapStage, MapTouchpoint, journey_map
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.safestring import SafeString

    from leitstern.app.maps.finding import MapFound, Step
    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.outside.map_fit import Detour

STRAYED = 4  # touchpoints nobody designed that the picture shows


def map_chart(steps: Sequence[Step], found: MapFound, taxonomy: Taxonomy) -> SafeString | str:
    """The map over what was lived; nothing where it has no step."""
    stages = _stages(steps, found, taxonomy)
    if not stages:
        return ""
    return fitted(
        lambda sheet: journey_map(stages, sheet),
        "map",
        gettext("The journey as it was designed and as customers live it"),
        gettext(
            "Stages with the steps of the map, numbered; bars show how many of 100 journeys meet them as designed. The curve "
            "shows what customers' answers say of their mood."
        ),
    )


def detours(found: MapFound) -> list[tuple[int, Detour]]:
    """Touchpoints that nobody designed, each with the position of the step after which most meet it, the most frequent first."""
    most: dict[int, tuple[int, Detour]] = {}
    for at, step in enumerate(found.fit.steps):
        for each in step.detours:
            known = most.get(each.touchpoint)
            if known is None or each.customers > known[1].customers:
                most[each.touchpoint] = at, each
    return sorted(most.values(), key=lambda pair: (-pair[1].customers, pair[1].touchpoint))


def _stages(steps: Sequence[Step], found: MapFound, taxonomy: Taxonomy) -> list[MapStage]:
    """A column per step with what customers meet after it that nobody designed; a stage is named where it begins."""
    points, no_answer = taxonomy.lookup(Touchpoint), gettext("no answers")
    own = {step.touchpoint.code for step in steps}
    strayed = [(at, each) for at, each in detours(found) if each.touchpoint not in own][:STRAYED]
    columns, before = [], ""
    for step in steps:
        cards = [_card(step)]
        cards += [
            MapTouchpoint(
                name=words(point.name),
                n=found.came.get(point.code),
                emotion=side(found.moods[point.code]) if point.code in found.moods else no_answer,
                lived=side(each.share),
            )
            for at, each in strayed
            if at == step.place - 1 and (point := points.code(each.touchpoint))
        ]
        name = words(step.stage.name) if step.stage else ""
        said = f"{name}: {words(step.touchpoint.name)}"
        columns.append(MapStage("" if name == before else name, side(step.mood), tuple(cards), said))
        before = name
    return columns


def _card(step: Step) -> MapTouchpoint:
    met = step.fit.met
    return MapTouchpoint(
        name=words(step.touchpoint.name),
        n=step.customers,
        emotion=side(step.mood),
        step=step.place,
        href=f"#step-{step.place}",
        lived=met if isinstance(met, Estimate) else words(met.reason),
        owner=words(step.owner) if step.owner else "",
    )
