"""Where the organisation stands between culture and technology, seen from each side and from all sides together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.inside.contrary import contrary
from leitstern.core.inside.counting import counted, views_counted
from leitstern.core.inside.fusion import QUADRANTS, cuts, fuse, type_shares
from leitstern.core.inside.illusion import Illusion, compare
from leitstern.core.inside.instrument import HIGHEST_LEVEL, Axis
from leitstern.core.inside.org_types import NAMES, OrgType
from leitstern.core.inside.placement_words import Verdict, evidence_sentence, sentence
from leitstern.core.inside.ratings import View
from leitstern.core.inside.seeing import Seen, look
from leitstern.core.inside.settling import Settling, entropy, settle
from leitstern.core.stats.estimate import LEVEL, Estimate
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
UNITS_COUNTED = Text(en="{n} units", de="{n} Bereiche")
DRAWS = 4000


@dataclass(frozen=True, slots=True)
class Cloud:
    """What one view, or all of them together (`view` None), says of both axes, in levels 0–4.

    An axis the view does not see is Missing and its `sd` 0. `sd` (culture, technology) and `correlation` make the
    ellipse. Self-images are shown as they are: only the cloud of all views is corrected for how they err.

    `n` counts what the view rests on, and `counted` says what that is: people, proofs or customers; of all views
    together it is how many views there are, since people, proofs and customers do not add up.
    """

    view: View | None
    culture: Measured
    technology: Measured
    sd: tuple[float, float]
    correlation: float
    n: int
    counted: Text
    source: Text
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """All views, what they make together, and what may be said about it.

    `probabilities` is empty and `fused` None while no view sees one of the axes; both come from the same draws, so
    that an interval and a probability never contradict each other. `candidates` are the types that are still
    possible, likeliest first: the declared one alone, or the two likeliest. `held` says that the type is declared
    only because it was before and the border has not been passed by enough. `contrary` has a sentence for each view
    that contradicts all of them together. `settles` is the dimension whose evidence would settle most, None where
    nothing is open; `settles_by` the share of what is `open` (entropy of the types in bits, 0 settled to 2 nothing
    known) that it is expected to settle.
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
    contrary: tuple[Text, ...] = ()
    held: bool = False
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
    lines = cuts(assumptions, None)
    drawn = fused.draw(rng, draws)
    settling = settle(list(units.values()), fused, lines, assumptions, rng)
    placed = {
        unit: _placed(seen[i], drawn[i], settling[i], assumptions, earlier.get(unit))
        for i, unit in enumerate(units)
    }
    complete = [i for i, found in enumerate(placed.values()) if found.fused]
    if not complete:
        return Whole(placed, {}, None, None)
    values = drawn[complete]
    whole = values.mean(axis=0)
    if len(complete) > 1:
        whole = whole - assumptions["weakest_units"] * values.std(axis=0, ddof=1)
    together = _by_type(type_shares(whole, lines))
    cloud = _drawn_cloud(whole, len(complete), UNITS_COUNTED.fill(n=len(complete)), None)
    return Whole(placed, together, _likely_enough(together, assumptions), cloud)


def _placed(
    seen: Sequence[Seen],
    drawn: NDArray[np.float64],
    settling: Settling | None,
    assumptions: Assumptions,
    before: OrgType | None,
) -> Placement:
    in_order = sorted(seen, key=lambda each: list(View).index(each.ratings.view))
    sees = {axis: any(each.on(axis) for each in seen) for axis in Axis}
    whole = None
    if all(sees.values()):
        newest = max(each.ratings.as_of for each in seen)
        whole = _drawn_cloud(drawn, len(seen), views_counted(len(seen)), newest)
    shares = type_shares(drawn, cuts(assumptions, None))
    probabilities = _by_type(shares) if whole else {}
    likely = _likely_enough(probabilities, assumptions)
    declared = _kept(drawn, before, assumptions) or likely if whole else None
    held = declared is not None and declared is not likely
    ranked = sorted(probabilities, key=lambda each: -probabilities[each])
    candidates = (declared,) if declared and (not held or declared is ranked[0]) else tuple(ranked[:2])
    technology = float(drawn[:, 1].mean()) if sees[Axis.TECHNOLOGY] else None
    illusion = compare(seen, technology, assumptions)
    unsettled = settling if whole and not likely else None
    borders = {axis: assumptions[f"cut_{axis}"] for axis in Axis}
    levels = _taking_sides(whole, drawn, borders, assumptions["declare_at"]) if whole else {}
    return Placement(
        views=tuple(_cloud(each) for each in in_order),
        fused=whole,
        probabilities=probabilities,
        declared=declared,
        candidates=candidates,
        held=held,
        settles=unsettled.dimension if unsettled else None,
        settles_by=unsettled.share if unsettled else 0.0,
        open=float(entropy(shares)) if whole else 0.0,
        illusion=illusion,
        contrary=contrary(in_order, levels, borders, illusion),
        sentence=sentence(
            Verdict(probabilities, declared, candidates, held, assumptions["hysteresis"]), illusion, sees
        ),
        evidence_sentence=evidence_sentence(
            seen, whole.culture if whole else None, whole.technology if whole else None, illusion
        ),
    )


def _taking_sides(
    whole: Cloud, drawn: NDArray[np.float64], borders: Mapping[Axis, float], enough: float
) -> dict[Axis, Measured]:
    """The levels of those axes that lie on one side of their border likely enough to be said."""
    levels = {Axis.CULTURE: whole.culture, Axis.TECHNOLOGY: whole.technology}
    high = {axis: float((drawn[:, place] >= borders[axis]).mean()) for place, axis in enumerate(Axis)}
    return {axis: levels[axis] for axis in Axis if max(high[axis], 1 - high[axis]) >= enough}


def _cloud(seen: Seen) -> Cloud:
    sd = tuple(sight.variance**0.5 if (sight := seen.on(axis)) else 0.0 for axis in Axis)
    return Cloud(
        view=seen.ratings.view,
        culture=seen.measured(Axis.CULTURE),
        technology=seen.measured(Axis.TECHNOLOGY),
        sd=(sd[0], sd[1]),
        correlation=seen.correlation,
        n=seen.ratings.n,
        counted=counted(seen.ratings),
        source=seen.ratings.source,
        as_of=seen.ratings.as_of,
    )


def _drawn_cloud(drawn: NDArray[np.float64], n: int, counts: Text, as_of: date | None) -> Cloud:
    """The cloud of these draws: the same from which the probabilities of types are counted."""
    mean, sd = drawn.mean(axis=0), drawn.std(axis=0)
    ends = np.quantile(drawn, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0)
    axes = [_inside(mean[i], ends[0, i], ends[1, i], n) for i in range(2)]
    correlation = float(np.corrcoef(drawn[:, 0], drawn[:, 1])[0, 1])
    spread = float(sd[0]), float(sd[1])
    return Cloud(None, axes[0], axes[1], spread, correlation, n, counts, ALL_VIEWS, as_of)


def _inside(value: float, low: float, high: float, n: int) -> Estimate:
    """An estimate confined to the scale."""
    bounded = [float(min(max(each, 0.0), HIGHEST_LEVEL)) for each in (value, low, high)]
    return Estimate(value=bounded[0], low=bounded[1], high=bounded[2], n=n, grade="stated")


def _by_type(shares: NDArray[np.float64]) -> dict[OrgType, float]:
    return {kind: float(shares[QUADRANTS.index(kind)]) for kind in OrgType}


def _likely_enough(probabilities: Mapping[OrgType, float], assumptions: Assumptions) -> OrgType | None:
    """The likeliest type if it is likely enough."""
    likeliest = max(probabilities, key=lambda each: probabilities[each], default=None)
    if likeliest is None or probabilities[likeliest] < assumptions["declare_at"]:
        return None
    return likeliest


def _kept(drawn: NDArray[np.float64], before: OrgType | None, assumptions: Assumptions) -> OrgType | None:
    """The type declared before, as long as the border has not been passed by enough to leave it."""
    if before is None:
        return None
    share = _by_type(type_shares(drawn, cuts(assumptions, before)))[before]
    return before if share >= assumptions["declare_at"] else None
