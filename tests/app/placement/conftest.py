"""An organisation that claims much, proves little, and was looked at by somebody independent; and one with two waves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from django.utils import timezone
from tests.app.waves.asking import BANK
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.evidence.actions import Seen, assess, claim, prove
from leitstern.app.waves import actions
from leitstern.app.waves.models import Answer, Invited, Wave
from leitstern.app.waves.queries import instrument_of, wave_by_id
from leitstern.core.inside.instrument import Axis
from leitstern.core.inside.ratings import CULTURE, TECHNOLOGY

if TYPE_CHECKING:
    from leitstern.core.inside.instrument import Instrument
    from leitstern.store.home import Home


PLACES = (("executives", "", 6), ("managers", "sales", 12), ("staff", "north", 40), ("staff", "service", 30))
FEW = ("staff", "south", 3)


@pytest.fixture
def looked_at(db: None) -> None:
    """Claims of level 3 with one document each; an assessor who sees little culture and much technology."""
    for dimension in (*CULTURE[:4], *TECHNOLOGY[:4]):
        claim(COMMAND_LINE, dimension, 3)
        prove(COMMAND_LINE, dimension, "document", "A paper", timezone.localdate())
    seen = {slug: Seen(0) for slug in CULTURE} | {slug: Seen(4) for slug in TECHNOLOGY}
    assess(COMMAND_LINE, "Audit Ltd", seen)


def published(name: str, culture: float, technology: float, days: int) -> Wave:
    """A wave in which leaders praise themselves, and three people in the south answer, too few to be shown."""
    rng = np.random.default_rng(days)
    wave = actions.prepare(COMMAND_LINE, name, timezone.localdate() + timedelta(days=days))
    instrument, answers = instrument_of(wave), []
    for level, unit, n in (*PLACES, FEW):
        praise = 0.0 if level == "staff" else 1.0
        answers += [
            Answer(
                wave=wave,
                level=level,
                unit=unit,
                answers=given(instrument, culture + praise, technology, rng),
            )
            for _ in range(n)
        ]
    Invited.objects.bulk_create(Invited(wave=wave, level=a.level, unit=a.unit) for a in answers)
    actions.launch(COMMAND_LINE, wave, "http://testserver")
    Answer.objects.bulk_create(answers)
    actions.close(COMMAND_LINE, wave_by_id(wave.pk))
    return actions.publish(COMMAND_LINE, wave_by_id(wave.pk))


def given(
    instrument: Instrument, culture: float, technology: float, rng: np.random.Generator
) -> dict[str, int]:
    """One person's answers to all items."""
    found = {}
    scale = instrument.scale
    for item in instrument.items:
        dimension = instrument.dimension(item.dimension)
        axis = dimension.axis if dimension else None
        level = np.clip((culture if axis is Axis.CULTURE else technology) + rng.normal(0, 0.5), 0, 4)
        point = round(scale.low + level / 4 * (scale.high - scale.low))
        found[item.slug] = scale.low + scale.high - point if item.reverse else point
    return found


@pytest.fixture
def two_waves(home: Home, db: None) -> tuple[Wave, Wave]:
    """A Digital Lemming whose culture rises a little."""
    adopt(make(Role.ADMIN), BANK)
    return published("Spring", 0.8, 3.2, 0), published("Autumn", 1.3, 3.2, 180)
