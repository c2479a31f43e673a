"""Places that deserve a look of their own: blind spots, hidden strengths, what works but hurts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.facets import IN_TIME, SATISFIED
from leitstern.core.gap.findings import KINDS, Finding, Kind, Spot, SpotKind, TouchpointGap
from leitstern.core.gap.statements import compared
from leitstern.core.gap.wording import at_place, hundred_range, of_hundred
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leitstern.core.gap.inputs import Rules

BLIND = Text(
    en="{compared} When we asked, nobody responsible had seen customers’ data yet.",
    de="{compared} Als gefragt wurde, hatte von den Verantwortlichen noch niemand Kundendaten gesehen.",
)
STRENGTH: dict[Kind, Text] = {
    "delivery": Text(
        en="We keep more than we promise. {compared} Worth telling.",
        de="Wir halten mehr, als wir versprechen. {compared} Das dürfen wir erzählen.",
    ),
    "perception": Text(
        en="Customers live more than we believe of ourselves. {compared} Worth knowing why.",
        de="Kundinnen und Kunden erleben mehr, als wir uns zutrauen. {compared} Es lohnt sich zu wissen, warum.",
    ),
}
HURTS = Text(
    en="It works but hurts: {in_time} of 100 get it in time, {satisfied} ({range}) are satisfied.",
    de="Es läuft, aber schmerzt: {in_time} von 100 bekommen es rechtzeitig, zufrieden sind {satisfied} ({range}).",
)


def find_spots(touchpoints: Sequence[TouchpointGap], rules: Rules) -> tuple[Spot, ...]:
    """All spots, kind by kind, in the order of the touchpoints."""
    return (
        *_blind_spots(touchpoints, rules),
        *_hidden_strengths(touchpoints),
        *_works_but_hurts(touchpoints, rules),
    )


def _blind_spots(touchpoints: Sequence[TouchpointGap], rules: Rules) -> Iterator[Spot]:
    for line in touchpoints:
        gap = line.perception
        if (
            isinstance(gap, Finding)
            and gap.state == "declared"
            and gap.estimate.value > rules.blind
            and not line.seen
        ):
            here = BLIND.fill(compared=compared(line, "perception", gap))
            yield _spot("blind spot", line, gap.estimate, here)


def _hidden_strengths(touchpoints: Sequence[TouchpointGap]) -> Iterator[Spot]:
    for line in touchpoints:
        for kind in KINDS:
            gap = line.gap(kind)
            if isinstance(gap, Finding) and gap.strength:
                here = STRENGTH[kind].fill(compared=compared(line, kind, gap))
                yield _spot("hidden strength", line, gap.estimate, here)


def _works_but_hurts(touchpoints: Sequence[TouchpointGap], rules: Rules) -> Iterator[Spot]:
    """In time for most and satisfying for few, each with its whole interval."""
    in_time = {line.touchpoint: line.lived for line in touchpoints if line.facet == IN_TIME.slug}
    for line in touchpoints:
        works, satisfied = in_time.get(line.touchpoint), line.lived
        if (
            line.facet == SATISFIED.slug
            and isinstance(works, Estimate)
            and isinstance(satisfied, Estimate)
            and works.low >= rules.works_from
            and satisfied.high <= rules.hurts_below
        ):
            here = HURTS.fill(
                in_time=of_hundred(works.value),
                satisfied=of_hundred(satisfied.value),
                range=hundred_range(satisfied),
            )
            yield _spot("works but hurts", line, satisfied, here)


def _spot(kind: SpotKind, line: TouchpointGap, estimate: Estimate, here: Text) -> Spot:
    return Spot(kind, line.touchpoint, line.facet, estimate, at_place(line.touchpoint_name, here), here)
