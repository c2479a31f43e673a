"""Where the organisation stands, as reports read it: the placement, the routes from there, and what both assume."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.common.actors import Capability
from leitstern.app.inside.queries import current_instrument
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.queries import placement, route_choice
from leitstern.app.reports.change_lines import change_lines

if TYPE_CHECKING:
    from leitstern.app.common.actors import Actor
    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.instrument import Instrument
    from leitstern.core.inside.placement import Placement
    from leitstern.core.inside.routes import Choice
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Standing:
    """`placement` is None while nobody has looked, `choice` while one axis is not seen."""

    placement: Placement | None
    choice: Choice | None
    assumptions: Assumptions
    instrument: Instrument
    told: tuple[Text, ...] = ()  # about the change itself


def standing_for(actor: Actor) -> Standing | None:
    """What is known now; None for roles that do not see where the organisation stands."""
    if Capability.SEE_INSIDE not in actor.capabilities:
        return None
    found = placement()
    choice = route_choice(found) if found else None
    return Standing(found, choice, assumptions(), current_instrument(), change_lines())
