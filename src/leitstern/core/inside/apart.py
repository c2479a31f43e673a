"""The view that lies furthest from all views together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.contrary import WHO
from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.ratings import AXES
from leitstern.core.inside.wording import decimal
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.inside.placement import Cloud
    from leitstern.core.stats.estimate import Measured

FURTHER = {
    True: Text(
        en="{who} the {axis} {n} higher than all views together.",
        de="{who} die {axis} {n} höher als alle Sichten zusammen.",
    ),
    False: Text(
        en="{who} the {axis} {n} lower than all views together.",
        de="{who} die {axis} {n} niedriger als alle Sichten zusammen.",
    ),
}
ALIKE = Text(
    en="No view lies further from all views together than its interval.",
    de="Keine Sicht liegt weiter von allen Sichten zusammen entfernt als ihr Intervall.",
)
ALONE = Text(en="Only one view so far.", de="Bisher nur eine Sicht.")
LEVELS_APART = Text(en="{n} levels", de="{n} Stufen")


def furthest(views: Sequence[Cloud], fused: Cloud | None) -> Text:
    """The view that lies furthest from all views together, beyond its own interval, in words."""
    if fused is None or len(views) < 2:
        return ALONE
    apart = [
        (seen.value - level.value, view, axis)
        for view in views
        for axis in Axis
        if isinstance(seen := _on(view, axis), Estimate)
        and isinstance(level := _on(fused, axis), Estimate)
        and not seen.low <= level.value <= seen.high
    ]
    if not apart:
        return ALIKE
    distance, view, axis = max(apart, key=lambda each: abs(each[0]))
    return FURTHER[distance > 0].fill(
        who=WHO[view.view] if view.view else "",
        axis=Text(AXES[axis].en.lower(), AXES[axis].de),
        n=LEVELS_APART.fill(n=decimal(abs(distance), 1)),
    )


def _on(cloud: Cloud, axis: Axis) -> Measured:
    return cloud.culture if axis is Axis.CULTURE else cloud.technology
