"""Units compared, in words: how many are of which type, and what they make as a whole."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from leitstern.core.inside.org_types import NAMES, OrgType
from leitstern.core.inside.placement_words import interval
from leitstern.core.inside.wording import decimal, listed, percent
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.inside.placement import Placement, Whole
    from leitstern.core.stats.estimate import Measured

TOO_FEW = Missing(
    "one-axis", Text(en="not both axes may be shown", de="nicht beide Achsen dürfen gezeigt werden")
)
NONE_PLACED = Text(
    en="No unit can be placed: what was published covers too few people.",
    de="Kein Bereich lässt sich verorten: Veröffentlicht sind zu wenige Menschen.",
)
FOUND = Text(en="Of {n} units {types}.", de="Von {n} Bereichen: {types}.")
ONE_FOUND = Text(en="One unit can be placed: {types}.", de="Ein Bereich lässt sich verorten: {types}.")
KINDS: dict[OrgType, tuple[Text, Text]] = {  # one, several
    OrgType.STAR: (
        Text(en="1 is a Customer Experience Star", de="1 Customer Experience Star"),
        Text(en="{n} are Customer Experience Stars", de="{n} Customer Experience Stars"),
    ),
    OrgType.LEMMING: (
        Text(en="1 is a Digital Lemming", de="1 Digitaler Lemming"),
        Text(en="{n} are Digital Lemmings", de="{n} Digitale Lemminge"),
    ),
    OrgType.TECH_DISTANT: (
        Text(en="1 is a Tech-distant Customer Expert", de="1 Technologieferner Kundenkenner"),
        Text(en="{n} are Tech-distant Customer Experts", de="{n} Technologieferne Kundenkenner"),
    ),
    OrgType.CAMPER: (
        Text(en="1 is a Camper", de="1 Camper"),
        Text(en="{n} are Campers", de="{n} Camper"),
    ),
}
OPEN = (
    Text(en="1 is borderline", de="1 Grenzfall"),
    Text(en="{n} are borderline", de="{n} Grenzfälle"),
)
BORDERLINE = Text(
    en="borderline: {first} ({share}) or {second} ({other})",
    de="Grenzfall: {first} ({share}) oder {second} ({other})",
)
SURE = Text(en="{type} ({share})", de="{type} ({share})")
WHOLE = Text(
    en="The {n} without others below them make together: culture {culture}, technology {technology}, {type}. Uneven units pull the whole down: one good unit does not save it.",
    de="Die {n} ohne weitere darunter ergeben zusammen: Kultur {culture}, Technologie {technology}, {type}. Ungleiche Bereiche ziehen das Ganze nach unten: Ein guter Bereich rettet es nicht.",
)
APART = Text(
    en="Units lie furthest apart on “{dimension}”: from {low} ({lowest}) to {high} ({highest}).",
    de="Am weitesten liegen die Bereiche bei „{dimension}“ auseinander: von {low} ({lowest}) bis {high} ({highest}).",
)
_AND = Text(en="and", de="und")


def units_sentence(placed: Sequence[Placement]) -> Text:
    """How many of the units that can be placed are of which type, the most frequent first."""
    if not placed:
        return NONE_PLACED
    kinds = Counter(found.declared for found in placed)
    told = []
    for kind, n in kinds.most_common():
        one, several = KINDS[kind] if kind else OPEN
        told.append(one if n == 1 else several.fill(n=n))
    types = listed(told, _AND)
    return ONE_FOUND.fill(types=types) if len(placed) == 1 else FOUND.fill(n=len(placed), types=types)


def apart_sentence(units: Sequence[Text], levels: Sequence[tuple[Text, Sequence[Measured]]]) -> Text | None:
    """On which dimension these units lie furthest apart; None where fewer than two of them are shown anywhere."""
    found = []
    for dimension, cells in levels:
        shown = [
            (cell.value, unit) for cell, unit in zip(cells, units, strict=True) if isinstance(cell, Estimate)
        ]
        if len(shown) > 1:
            low, high = (pick(shown, key=lambda each: each[0]) for pick in (min, max))
            found.append((high[0] - low[0], dimension, low, high))
    if not found:
        return None
    _distance, dimension, low, high = max(found, key=lambda each: each[0])
    return APART.fill(
        dimension=dimension,
        low=decimal(low[0], 1),
        lowest=low[1],
        high=decimal(high[0], 1),
        highest=high[1],
    )


def type_words(found: Placement) -> Text:
    """The type of one unit, or between which two it lies."""
    if found.declared:
        return SURE.fill(type=NAMES[found.declared], share=percent(found.probabilities[found.declared]))
    first, second = found.candidates
    return BORDERLINE.fill(
        first=NAMES[first],
        share=percent(found.probabilities[first]),
        second=NAMES[second],
        other=percent(found.probabilities[second]),
    )


def whole_sentence(whole: Whole) -> Text | None:
    """What several units make together; None for fewer than two."""
    if whole.cloud is None or whole.cloud.n < 2:
        return None
    likeliest = sorted(whole.probabilities, key=lambda kind: -whole.probabilities[kind])[:2]
    first, second = likeliest
    kind = (
        SURE.fill(type=NAMES[first], share=percent(whole.probabilities[first]))
        if whole.declared
        else BORDERLINE.fill(
            first=NAMES[first],
            share=percent(whole.probabilities[first]),
            second=NAMES[second],
            other=percent(whole.probabilities[second]),
        )
    )
    return WHOLE.fill(
        n=whole.cloud.counted,
        culture=interval(whole.cloud.culture),
        technology=interval(whole.cloud.technology),
        type=kind,
    )
