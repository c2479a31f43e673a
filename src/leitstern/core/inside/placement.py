"""Where the organisation stands between culture and technology, seen from each side and from all sides together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.fusion import QUADRANTS, Fused, cuts, fuse, type_shares
from leitstern.core.inside.illusion import Illusion, compare
from leitstern.core.inside.instrument import HIGHEST_LEVEL, Axis
from leitstern.core.inside.org_types import NAMES, OrgType
from leitstern.core.inside.placement_words import evidence_sentence, sentence
from leitstern.core.inside.ratings import View
from leitstern.core.inside.seeing import Seen, look
from leitstern.core.inside.settling import Settling, entropy, settle
from leitstern.core.stats.estimate import LEVEL, Estimate
from leitstern.core.stats.quantiles import normal_quantile
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.ratings import Ratings
    from leitstern.core.stats.estimate import Measured

__all__ = ["NAMES", "Cloud", "OrgType", "Placement", "Whole", "place", "place_units"]

ALL_VIEWS = Text(en="All views together", de="Alle Sichten zusammen")
DRAWS = 4000


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
    evidence would settle most, None where nothing is open; `settles_by` the share of what is `open` (entropy of the
    types in bits, 0 settled to 2 nothing known) that it is expected to settle.
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
    settles_by: float = 0.0
    open: float = 0.0

    def view(self, view: View) -> Cloud | None:
        """The cloud of one view."""
        return next((cloud for cloud in self.views if cloud.view == view), None)


@dataclass(frozen=True, slots=True)
class Whole:
    """All units together: never as good as their mean if they are uneven."""

    units: dict[str, Placement]
    probabilities: dict[OrgType, float]
    declared: OrgType | None
    cloud: Cloud | None


def place(
    ratings: Sequence[Ratings],
    assumptions: Assumptions,
    rng: np.random.Generator,
    draws: int = DRAWS,
    *,
    before: OrgType | None = None,
) -> Placement:
    """Place one organisation; `before` is the type declared with the wave before, if any."""
    before_of = {"": before} if before else {}
    return place_units({"": ratings}, assumptions, rng, draws, before=before_of).units[""]


def place_units(
    units: Mapping[str, Sequence[Ratings]],
    assumptions: Assumptions,
    rng: np.random.Generator,
    draws: int = DRAWS,
    *,
    before: Mapping[str, OrgType] | None = None,
) -> Whole:
    """Place every unit, and all of them as a whole: mean less half a standard deviation over units, draw by draw."""
    earlier = before or {}
    seen = [[look(each, assumptions) for each in ratings] for ratings in units.values()]
    fused = fuse(seen, assumptions)
    lines = np.array([cuts(assumptions, earlier.get(unit)) for unit in units])
    drawn = fused.draw(rng, draws)
    shares = type_shares(drawn, lines[:, None, :])
    settling = settle(list(units.values()), fused, lines, assumptions, rng)
    placed = {
        unit: _placed(seen[i], fused, i, shares[i], settling[i], assumptions) for i, unit in enumerate(units)
    }
    complete = [i for i, found in enumerate(placed.values()) if found.fused]
    if not complete:
        return Whole(placed, {}, None, None)
    values = drawn[complete]
    whole = values.mean(axis=0)
    if len(complete) > 1:
        whole = whole - assumptions["weakest_units"] * values.std(axis=0, ddof=1)
    together = _by_type(type_shares(whole, cuts(assumptions, None)))
    people = sum(found.fused.n for found in placed.values() if found.fused)
    return Whole(placed, together, _declared(together, assumptions), _drawn_cloud(whole, people))


def _placed(
    seen: Sequence[Seen],
    fused: Fused,
    unit: int,
    shares: NDArray[np.float64],
    settling: Settling | None,
    assumptions: Assumptions,
) -> Placement:
    views = tuple(_cloud(each) for each in sorted(seen, key=lambda each: list(View).index(each.ratings.view)))
    sees = {axis: any(each.on(axis) for each in seen) for axis in Axis}
    whole = _fused_cloud(seen, fused, unit) if all(sees.values()) else None
    probabilities = _by_type(shares) if whole else {}
    declared = _declared(probabilities, assumptions)
    ranked = sorted(probabilities, key=lambda each: -probabilities[each])
    candidates = (declared,) if declared else tuple(ranked[:2])
    technology = float(fused.mean[unit, 1]) if sees[Axis.TECHNOLOGY] else None
    illusion = compare(seen, technology, assumptions)
    unsettled = settling if whole and not declared else None
    return Placement(
        views=views,
        fused=whole,
        probabilities=probabilities,
        declared=declared,
        candidates=candidates,
        settles=unsettled.dimension if unsettled else None,
        settles_by=unsettled.share if unsettled else 0.0,
        open=float(entropy(shares)) if whole else 0.0,
        illusion=illusion,
        sentence=sentence(probabilities, declared, candidates, illusion, sees),
        evidence_sentence=evidence_sentence(
            seen, whole.culture if whole else None, whole.technology if whole else None, illusion
        ),
    )


def _cloud(seen: Seen) -> Cloud:
    sd = tuple(sight.variance**0.5 if (sight := seen.on(axis)) else 0.0 for axis in Axis)
    return Cloud(
        view=seen.ratings.view,
        culture=seen.measured(Axis.CULTURE),
        technology=seen.measured(Axis.TECHNOLOGY),
        sd=(sd[0], sd[1]),
        correlation=seen.correlation,
        n=seen.ratings.n,
        source=seen.ratings.source,
        as_of=seen.ratings.as_of,
    )


def _fused_cloud(seen: Sequence[Seen], fused: Fused, unit: int) -> Cloud:
    people = sum(each.ratings.n for each in seen)
    sd = np.sqrt(np.diagonal(fused.covariance[unit]))
    half = normal_quantile((1 + LEVEL) / 2) * sd
    axes = [_inside(m, m - h, m + h, people) for m, h in zip(fused.mean[unit], half, strict=True)]
    return Cloud(
        view=None,
        culture=axes[0],
        technology=axes[1],
        sd=(float(sd[0]), float(sd[1])),
        correlation=float(fused.covariance[unit, 0, 1] / (sd[0] * sd[1])),
        n=people,
        source=ALL_VIEWS,
        as_of=max((each.ratings.as_of for each in seen), default=None),
    )


def _drawn_cloud(drawn: NDArray[np.float64], n: int) -> Cloud:
    mean, sd = drawn.mean(axis=0), drawn.std(axis=0)
    ends = np.quantile(drawn, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0)
    axes = [_inside(mean[i], ends[0, i], ends[1, i], n) for i in range(2)]
    correlation = float(np.corrcoef(drawn[:, 0], drawn[:, 1])[0, 1])
    return Cloud(None, axes[0], axes[1], (float(sd[0]), float(sd[1])), correlation, n, ALL_VIEWS)


def _inside(value: float, low: float, high: float, n: int) -> Estimate:
    """An estimate confined to the scale."""
    bounded = [float(min(max(each, 0.0), HIGHEST_LEVEL)) for each in (value, low, high)]
    return Estimate(value=bounded[0], low=bounded[1], high=bounded[2], n=n, grade="stated")


def _by_type(shares: NDArray[np.float64]) -> dict[OrgType, float]:
    return {kind: float(shares[QUADRANTS.index(kind)]) for kind in OrgType}


def _declared(probabilities: Mapping[OrgType, float], assumptions: Assumptions) -> OrgType | None:
    """The likeliest type if it is likely enough."""
    likeliest = max(probabilities, key=lambda each: probabilities[each], default=None)
    if likeliest is None or probabilities[likeliest] < assumptions["declare_at"]:
        return None
    return likeliest
