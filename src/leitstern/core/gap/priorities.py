"""Where to begin: where most people are harmed, and where each one is harmed most.

Only declared gaps are ranked. The yardstick is the promise where one is recorded, else what leaders believe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.company.facets import IN_TIME
from leitstern.core.gap.findings import Finding, Kind, Priority, TouchpointGap
from leitstern.core.gap.statements import compared
from leitstern.core.gap.wording import (
    about,
    about_with_range,
    at_place,
    hundred_range,
    of_hundred,
)
from leitstern.core.inside.beliefs import FEWEST
from leitstern.core.stats.posteriors import summarise
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from leitstern.core.stats.estimate import Estimate
    from leitstern.core.stats.posteriors import Floats

UNKNOWN_DEPTH = 0.5  # half-way between good and the worst answer

CLAIMED: dict[Kind, Text] = {
    "delivery": Text(en="we promise", de="wir versprechen"),
    "perception": Text(en="we believe", de="wir glauben"),
}
MANY = Text(
    en="About {people} customers live less than {claimed}. {compared}",
    de="Rund {people} Kundinnen und Kunden erleben weniger, als {claimed}. {compared}",
)
EACH = Text(
    en="Of 100 customers, {short} ({range}) do not live what {claimed}. {compared} {worst}About {people} came here.",
    de="Von 100 Kundinnen und Kunden erleben {short} ({range}) nicht, was {claimed}. {compared} {worst}"
    "Rund {people} waren hier.",
)
WORST = Text(
    en="{worst} of the {bad} disappointed gave the worst mark there is. ",
    de="{worst} von {bad} Enttäuschten gaben die schlechteste Note. ",
)
NOT_SAID = Text(en="", de="")


def most_people_harmed(
    touchpoints: Sequence[TouchpointGap], draws: Mapping[Kind, Floats]
) -> tuple[Priority, ...]:
    """By E[gap⁺] × importance × customers × P(gap > .10); the size is about how many customers."""
    ranked = []
    for line, kind, gap, excess in _harms(touchpoints, draws):
        people = summarise(excess, gap.estimate.n, "measured", gap.estimate.as_of, scale=line.customers)
        here = MANY.fill(
            people=about_with_range(people), claimed=CLAIMED[kind], compared=compared(line, kind, gap)
        )
        score = people.value * line.importance * gap.clear
        ranked.append((score, _priority(line, kind, people, here)))
    return _highest_first(ranked)


def most_harm_per_person(
    touchpoints: Sequence[TouchpointGap], draws: Mapping[Kind, Floats]
) -> tuple[Priority, ...]:
    """By E[gap⁺] × depth × P(gap > .10), however few people come; the size is gap⁺ × depth."""
    ranked = []
    for line, kind, gap, excess in _harms(touchpoints, draws):
        depth = UNKNOWN_DEPTH if line.depth is None else line.depth
        harm = summarise(excess, gap.estimate.n, "measured", gap.estimate.as_of, scale=depth)
        here = EACH.fill(
            short=of_hundred(gap.estimate.value),
            range=hundred_range(gap.estimate),
            claimed=CLAIMED[kind],
            compared=compared(line, kind, gap),
            worst=_worst(line),
            people=about(line.customers),
        )
        ranked.append((harm.value * gap.clear, _priority(line, kind, harm, here)))
    return _highest_first(ranked)


def _priority(line: TouchpointGap, kind: Kind, size: Estimate, here: Text) -> Priority:
    sentence = at_place(line.touchpoint_name, here)
    return Priority(line.touchpoint, line.facet, kind, size, line.importance, sentence, here)


def _worst(line: TouchpointGap) -> Text:
    """How bad it is for the disappointed, where most of at least five say the worst. Dates have no shades: late is late."""
    if line.facet == IN_TIME.slug or line.disappointed < FEWEST or 2 * line.worst <= line.disappointed:
        return NOT_SAID
    return WORST.fill(worst=grouped(line.worst), bad=grouped(line.disappointed))


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
