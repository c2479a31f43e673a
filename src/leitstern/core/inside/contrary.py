"""A view that contradicts the placement: it stands on the other side of the border, beyond its own interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.placement_words import interval
from leitstern.core.inside.ratings import AXES, LEADERS, View
from leitstern.core.inside.wording import listed
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.core.inside.illusion import Illusion
    from leitstern.core.inside.instrument import Axis
    from leitstern.core.inside.seeing import Seen
    from leitstern.core.stats.estimate import Measured

CONTRARY = Text(
    en="{who} it differently: {levels}; all views together come to {fused}.",
    de="{who} es anders: {levels}; alle Sichten zusammen ergeben {fused}.",
)
WHO: dict[View, Text] = {
    View.EXECUTIVES: Text(en="Executives see", de="Die Geschäftsleitung sieht"),
    View.MANAGERS: Text(en="Managers see", de="Die Führungskräfte sehen"),
    View.STAFF: Text(en="Staff see", de="Die Mitarbeitenden sehen"),
    View.EVIDENCE: Text(en="Evidence shows", de="Die Belege zeigen"),
    View.INDEPENDENT: Text(en="Independent assessors see", de="Unabhängige Dritte sehen"),
    View.CUSTOMERS: Text(en="Your customers see", de="Ihre Kundinnen und Kunden erleben"),
}
WHY_CUSTOMERS_WEIGH_LESS = Text(
    en="What customers live depends on products and prices, too; that is why their view weighs less.",
    de="Was Kundinnen und Kunden erleben, hängt auch an Produkten und Preisen; deshalb wiegt ihre Sicht weniger.",
)
_LEVEL = Text(en="{axis} {level}", de="{axis} {level}")
_AND = Text(en="and", de="und")


def contrary(
    views: Sequence[Seen], fused: Mapping[Axis, Measured], cuts: Mapping[Axis, float], illusion: Illusion
) -> tuple[Text, ...]:
    """A sentence for each view that contradicts all views together.

    `fused` and `cuts` have those axes on which the placement takes a side: who stands on one side of what is open does
    not contradict it. Leaders under an illusion are left out: the headline says that of them already.
    """
    said = []
    for seen in views:
        view = seen.ratings.view
        axes = [axis for axis in fused if _contradicts(seen.measured(axis), fused[axis], cuts[axis])]
        if not axes or (illusion.state == "illusion" and view in LEADERS):
            continue
        sentence = CONTRARY.fill(
            who=WHO[view],
            levels=_levels({axis: seen.measured(axis) for axis in axes}),
            fused=_levels({axis: fused[axis] for axis in axes}),
        )
        if view is View.CUSTOMERS:
            why = WHY_CUSTOMERS_WEIGH_LESS
            sentence = Text(f"{sentence.en} {why.en}", f"{sentence.de} {why.de}")
        said.append(sentence)
    return tuple(said)


def _contradicts(seen: Measured, fused: Measured, cut: float) -> bool:
    """On the other side of where high begins, and too far off for its interval."""
    if not (isinstance(seen, Estimate) and isinstance(fused, Estimate)):
        return False
    return (seen.value >= cut) != (fused.value >= cut) and not seen.low <= fused.value <= seen.high


def _levels(found: Mapping[Axis, Measured]) -> Text:
    return listed(
        [
            _LEVEL.fill(axis=Text(AXES[axis].en.lower(), AXES[axis].de), level=interval(level))
            for axis, level in found.items()
        ],
        _AND,
    )
