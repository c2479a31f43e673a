"""The facet of responsibility: how much of what people are rewarded for they share with another unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.silo.facet import Facet, Reading
from leitstern.core.stats.counted import counted
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.inside.incentives.figures import Register

NO_REWARDS = Missing(
    "no-rewards",
    Text(en="nobody is rewarded for a key figure yet", de="noch wird niemand für eine Kennzahl belohnt"),
)
SOURCE = Text(en="register of key figures and rewards", de="Register der Kennzahlen und Belohnungen")


def shared_figures(register: Register) -> frozenset[str]:
    """Key figures for which counted roles of more than one unit are rewarded."""
    return frozenset(
        slug for slug in register.rewarded if len({role.unit for role in register.rewarding([slug])}) > 1
    )


def responsibility(register: Register, enough: float, as_of: date | None = None) -> Reading:
    """1 − the part of all reward that hangs on shared key figures, over people; n = people of counted roles.

    A count of the whole register, not a sample: its interval is the value itself. Nobody shares everything, so
    `enough` (0–1) of shared reward counts as no silo.
    """
    shared, total, people, joint = shared_figures(register), 0.0, 0, 0.0
    for role in register.counted:
        hanging = {figure.slug: register.share(role, figure.slug) for figure in register.figures}
        if any(hanging.values()):
            people += role.people
            total += role.people * sum(hanging.values())
            joint += role.people * sum(share for slug, share in hanging.items() if slug in shared)
    if not total:
        return Reading(Facet.RESPONSIBILITY, NO_REWARDS, 1 - enough, SOURCE)
    raw = counted(min(total, max(0.0, total - joint)), total, people, as_of)
    return Reading(Facet.RESPONSIBILITY, raw, 1 - enough, SOURCE)
