"""Where the organisation stands between culture and technology, seen from each side and from all sides together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.org_types import NAMES, OrgType

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.inside.illusion import Illusion
    from leitstern.core.inside.ratings import View
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text

__all__ = ["NAMES", "Cloud", "OrgType", "Placement"]


@dataclass(frozen=True, slots=True)
class Cloud:
    """What one view, or all of them together (`view` None), says of both axes, in levels 0–4.

    An axis the view does not see is Missing and its `sd` 0. `sd` (culture, technology) and `correlation` make the
    ellipse. Self-images are shown as they are: only the cloud of all views is corrected for how they err.
    """

    view: View | None
    culture: Measured
    technology: Measured
    sd: tuple[float, float]
    correlation: float
    n: int
    source: Text
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """All views, what they make together, and what may be said about it.

    `probabilities` is empty and `fused` None while no view sees one of the axes. `candidates` are the types that are
    still possible, likeliest first: the declared one alone, or the two likeliest. `settles` is the dimension whose
    evidence would settle most, None where nothing is open.
    """

    views: tuple[Cloud, ...]
    fused: Cloud | None
    probabilities: dict[OrgType, float]
    declared: OrgType | None
    candidates: tuple[OrgType, ...]
    settles: str | None
    illusion: Illusion
    sentence: Text
    evidence_sentence: Text
    settles_by: float = 0.0  # share of what is open (entropy) that this evidence is expected to settle
    open: float = 0.0  # entropy of the types in bits: 0 settled, 2 nothing known

    def view(self, view: View) -> Cloud | None:
        """The cloud of one view."""
        return next((cloud for cloud in self.views if cloud.view == view), None)
