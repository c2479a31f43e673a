"""Where to begin: where most people are harmed, and where each one is harmed most.

Only declared gaps are ranked. The yardstick is the promise where one is recorded, else what leaders believe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.company.facets import IN_TIME
from leitstern.core.gap.findings import Finding, Kind, Priority, TouchpointGap
from leitstern.core.gap.wording import about, about_range, hundred_range, of_hundred
from leitstern.core.stats.posteriors import summarise
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from leitstern.core.stats.posteriors import Floats

UNKNOWN_DEPTH = 0.5  # half-way between good and the worst answer

CLAIMED: dict[Kind, Text] = {
    "delivery": Text(en="we promise", de="wir versprechen"),
    "perception": Text(en="we believe", de="wir glauben"),
}
MANY = Text(
    en="At “{touchpoint}”, about {people} customers ({range}) live less than {claimed}: "
    "{lived} of 100 instead of {claim} ({facet}).",
    de="Bei „{touchpoint}“ erleben rund {people} Kundinnen und Kunden ({range}) weniger, als {claimed}: "
    "{lived} von 100 statt {claim} ({facet}).",
)
EACH = Text(
    en="Of 100 customers at “{touchpoint}”, {short} ({range}) do not live what {claimed} ({facet}){depth}. "
    "About {people} came here.",
    de="Von 100 Kundinnen und Kunden bei „{touchpoint}“ erleben {short} ({range}) nicht, was {claimed} "
    "({facet}){depth}. Rund {people} waren hier.",
)
DEPTH = Text(
    en="; disappointed answers lie {depth}% of the way from good to the worst",
    de="; enttäuschte Antworten liegen auf {depth} % des Weges von „gut“ zur schlechtesten Antwort",
)
NO_DEPTH = Text(en="", de="")


def most_people_harmed(
    touchpoints: Sequence[TouchpointGap], draws: Mapping[Kind, Floats]
) -> tuple[Priority, ...]:
    """By E[gap⁺] × importance × customers × P(gap > .10); the size is about how many customers."""
    ranked = []
    for line, kind, gap, excess in _harms(touchpoints, draws):
        people = summarise(excess, gap.estimate.n, "measured", gap.estimate.as_of, scale=line.customers)
        sentence = MANY.fill(
            touchpoint=line.touchpoint_name,
            facet=line.facet_name,
            people=about(people.value),
            range=about_range(people),
            claimed=CLAIMED[kind],
            lived=of_hundred(gap.lived.value),
            claim=of_hundred(gap.claim.value),
        )
        score = people.value * line.importance * gap.clear
        ranked.append((score, Priority(line.touchpoint, line.facet, kind, people, sentence)))
    return _highest_first(ranked)


def most_harm_per_person(
    touchpoints: Sequence[TouchpointGap], draws: Mapping[Kind, Floats]
) -> tuple[Priority, ...]:
    """By E[gap⁺] × depth × P(gap > .10), however few people come; the size is gap⁺ × depth."""
    ranked = []
    for line, kind, gap, excess in _harms(touchpoints, draws):
        depth = UNKNOWN_DEPTH if line.depth is None else line.depth
        harm = summarise(excess, gap.estimate.n, "measured", gap.estimate.as_of, scale=depth)
        sentence = EACH.fill(
            touchpoint=line.touchpoint_name,
            facet=line.facet_name,
            short=of_hundred(gap.estimate.value),
            range=hundred_range(gap.estimate),
            claimed=CLAIMED[kind],
            depth=_depth(line),
            people=about(line.customers),
        )
        ranked.append((harm.value * gap.clear, Priority(line.touchpoint, line.facet, kind, harm, sentence)))
    return _highest_first(ranked)


def _depth(line: TouchpointGap) -> Text:
    """How bad disappointed answers are. Dates have no shades: late is late."""
    if line.depth is None or line.facet == IN_TIME.slug:
        return NO_DEPTH
    return DEPTH.fill(depth=of_hundred(line.depth))


def _harms(
    touchpoints: Sequence[TouchpointGap], draws: Mapping[Kind, Floats]
) -> Iterator[tuple[TouchpointGap, Kind, Finding, Floats]]:
    """Declared gaps with the draws of their positive part."""
    for position, line in enumerate(touchpoints):
        kind: Kind = "delivery" if isinstance(line.delivery, Finding) else "perception"
        gap = line.gap(kind)
        if isinstance(gap, Finding) and gap.state == "declared":
            yield line, kind, gap, np.maximum(draws[kind][position], 0)


def _highest_first(ranked: Sequence[tuple[float, Priority]]) -> tuple[Priority, ...]:
    return tuple(priority for _, priority in sorted(ranked, key=lambda entry: -entry[0]))
