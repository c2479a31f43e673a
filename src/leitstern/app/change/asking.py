"""Asking whether a change arrives: an ordinary staff wave with the short instrument."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.change.models import Pulse
from leitstern.app.common.actions import action
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.inside.instruments import named_version
from leitstern.app.waves.actions import prepare
from leitstern.core.bridge.change.pulse import INSTRUMENT

if TYPE_CHECKING:
    from datetime import date

    from leitstern.app.portfolio.models import Initiative


@action("prepare pulse", Capability.RUN_WAVES)
def prepare_pulse(actor: Actor, name: str, closes: date, initiative: Initiative | None = None) -> Pulse:
    """A wave with the short instrument, about one initiative or all that is changing; rules and rights as for any wave."""
    wave = prepare(actor, name, closes, instrument=named_version(INSTRUMENT))
    return Pulse.objects.create(wave=wave, initiative=initiative)
