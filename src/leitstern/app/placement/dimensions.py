"""Dimension by dimension: what is claimed, what counts, what staff say; and where the main deficit is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.app.common.findings import remember
from leitstern.app.evidence.queries import lines
from leitstern.app.inside.queries import current_instrument
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.history import SEED
from leitstern.app.placement.queries import fingerprint
from leitstern.core.inside.misdiagnosis import Misdiagnosis, misdiagnose
from leitstern.core.inside.moving import mean_level
from leitstern.core.inside.ratings import View, axis_of
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.inside.instrument import Dimension
    from leitstern.core.inside.ratings import Ratings

NOT_CLAIMED = Missing("not-claimed", Text(en="not claimed", de="nicht angegeben"))
NOT_ASKED = Missing("not-asked", Text(en="not asked", de="nicht gefragt"))
NOTHING_CLAIMED = Text(
    en="No level has been claimed yet: this is what staff say.",
    de="Noch ist keine Stufe angegeben: So sehen es die Mitarbeitenden.",
)
CARRIED = Text(en="Proof carries every claimed level.", de="Belege tragen jede Selbsteinstufung.")
NOT_CARRIED = Text(
    en="In {n} of {all} dimensions more is claimed than proof carries.",
    de="In {n} von {all} Dimensionen ist mehr angegeben, als Belege tragen.",
)


@dataclass(frozen=True, slots=True)
class Profile:
    """One dimension: levels 0–4, or why one is not there; `unreviewed` if nobody has looked at the proof yet."""

    dimension: Dimension
    claimed: Measured
    credited: Measured
    staff: Measured
    unreviewed: bool = False

    @property
    def beyond(self) -> bool:
        """More is claimed than proof carries."""
        claimed, credited = self.claimed, self.credited
        return (
            isinstance(claimed, Estimate)
            and isinstance(credited, Estimate)
            and claimed.value > credited.value
        )


def profile_sentence(found: Sequence[Profile]) -> Text:
    """What the profile shows."""
    claimed = sum(isinstance(each.claimed, Estimate) for each in found)
    beyond = sum(each.beyond for each in found)
    if not claimed:
        return NOTHING_CLAIMED
    return NOT_CARRIED.fill(n=beyond, all=claimed) if beyond else CARRIED


def profile(ratings: Sequence[Ratings]) -> tuple[Profile, ...]:
    """Every dimension of both axes about which anything is claimed or said; nothing before that."""
    assumed = assumptions()
    staff = next((each for each in ratings if each.view is View.STAFF), None)
    found = []
    for line in lines():
        if axis_of(line.dimension.slug) is None:
            continue
        credit = line.credit
        said = mean_level(staff, line.dimension.slug, assumed) if staff else NOT_ASKED
        if credit is None and isinstance(said, Missing):
            continue
        found.append(
            Profile(
                line.dimension,
                _stated(credit.claimed) if credit else NOT_CLAIMED,
                _stated(credit.credited) if credit else NOT_CLAIMED,
                said,
                credit is not None and credit.unreviewed,
            )
        )
    return tuple(found)


def misdiagnosis(ratings: tuple[Ratings, ...]) -> Misdiagnosis | None:
    """Where leaders see the main deficit and where everybody else shows it; None without two sides."""
    assumed, instrument = assumptions(), current_instrument()
    names = {dimension.slug: dimension.name for dimension in instrument.dimensions}
    return remember(
        "misdiagnosis",
        (fingerprint(ratings), tuple(names.items()), assumed),
        lambda: misdiagnose(ratings, names, assumed, np.random.default_rng(SEED)),
    )


def _stated(level: int) -> Estimate:
    """A level somebody names is exact."""
    return Estimate(level, level, level, 1, "stated")
