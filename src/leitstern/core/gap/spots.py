"""Places that deserve a look of their own: blind spots, hidden strengths, what works but hurts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.facets import IN_TIME, SATISFIED
from leitstern.core.gap.findings import KINDS, Finding, Kind, Spot, TouchpointGap
from leitstern.core.gap.wording import hundred_range, of_hundred
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leitstern.core.gap.inputs import Rules

BLIND = Text(
    en="At “{touchpoint}” we believe that {claim} of 100 customers live it, and {lived} do ({facet}). "
    "Nobody in charge has been shown what customers say here.",
    de="Bei „{touchpoint}“ glauben wir, dass es {claim} von 100 Kundinnen und Kunden erleben; es sind {lived} ({facet}). "
    "Von den Verantwortlichen hat noch niemand gesehen, was sie hier sagen.",
)
STRENGTH: dict[Kind, Text] = {
    "delivery": Text(
        en="At “{touchpoint}” we keep more than we promise: {lived} of 100 instead of {claim} ({facet}). "
        "Worth telling.",
        de="Bei „{touchpoint}“ halten wir mehr, als wir versprechen: {lived} von 100 statt {claim} ({facet}). "
        "Das dürfen wir erzählen.",
    ),
    "perception": Text(
        en="At “{touchpoint}” customers live more than we believe of ourselves: "
        "{lived} of 100 instead of {claim} ({facet}). Worth knowing why.",
        de="Bei „{touchpoint}“ erleben Kundinnen und Kunden mehr, als wir uns zutrauen: "
        "{lived} von 100 statt {claim} ({facet}). Es lohnt sich zu wissen, warum.",
    ),
}
HURTS = Text(
    en="“{touchpoint}” works but hurts: {in_time} of 100 get it in time, {satisfied} ({range}) are satisfied.",
    de="„{touchpoint}“ läuft, aber schmerzt: {in_time} von 100 bekommen es rechtzeitig, "
    "zufrieden sind {satisfied} ({range}).",
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
            yield Spot("blind spot", line.touchpoint, line.facet, gap.estimate, _say(BLIND, line, gap))


def _hidden_strengths(touchpoints: Sequence[TouchpointGap]) -> Iterator[Spot]:
    for line in touchpoints:
        for kind in KINDS:
            gap = line.gap(kind)
            if isinstance(gap, Finding) and gap.strength:
                sentence = _say(STRENGTH[kind], line, gap)
                yield Spot("hidden strength", line.touchpoint, line.facet, gap.estimate, sentence)


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
            sentence = HURTS.fill(
                touchpoint=line.touchpoint_name,
                in_time=of_hundred(works.value),
                satisfied=of_hundred(satisfied.value),
                range=hundred_range(satisfied),
            )
            yield Spot("works but hurts", line.touchpoint, line.facet, satisfied, sentence)


def _say(sentence: Text, line: TouchpointGap, gap: Finding) -> Text:
    return sentence.fill(
        touchpoint=line.touchpoint_name,
        facet=line.facet_name,
        claim=of_hundred(gap.claim.value),
        lived=of_hundred(gap.lived.value),
    )
