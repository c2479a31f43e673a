"""Drivers: which visible reasons go along with good or bad answers at a touchpoint. Association, never cause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.stats.attribution import CANNOT_TELL, attribute
from leitstern.core.stats.contrast import contrast_within_strata

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import numpy as np
    from numpy.typing import NDArray
    from pyarrow import Table as Rows

    from leitstern.core.company.taxonomy import Driver
    from leitstern.core.stats.attribution import Attribution
    from leitstern.core.stats.contrast import Contrast
    from leitstern.core.stats.estimate import Missing

    Floats = NDArray[np.float64]

APPLIES_TO = 0.5  # of the answers at least, or a driver says nothing about this touchpoint


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """Answers to one statement at one touchpoint, and what lay behind each: one row of `lived` per answer.

    `lived` (answers × drivers) is NaN where a driver does not apply; `outcome` 0–1 on the scale; `good` 0 or 1.
    """

    touchpoint: int
    facet: str
    slugs: tuple[str, ...]
    lived: Floats
    outcome: Floats
    good: Floats
    weights: Floats
    customers: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Which reasons go along with the answers. `left_out` answers lacked one of the reasons looked at;
    `not_applicable` names drivers that do not apply to most answers here."""

    touchpoint: int
    facet: str
    attribution: Attribution | Missing
    answers: int
    left_out: int
    not_applicable: tuple[str, ...]


def read_answers(rows: Rows, drivers: Sequence[Driver]) -> tuple[Answers, ...]:
    """The result of `reasons`, one entry per touchpoint and statement."""
    import numpy as np
    import pyarrow.compute as pc

    places = rows.group_by(["touchpoint", "facet"]).aggregate([])
    names = [f"driver_{number}" for number in range(len(drivers))]
    found = []
    for place in places.sort_by([("touchpoint", "ascending"), ("facet", "ascending")]).to_pylist():
        here = (pc.field("touchpoint") == place["touchpoint"]) & (pc.field("facet") == place["facet"])
        part = rows.filter(here).sort_by("answer")  # the order decides what a seed draws
        columns = {
            name: part[name].to_numpy().astype(np.float64) for name in ("outcome", "good", "weight", *names)
        }
        found.append(
            Answers(
                touchpoint=place["touchpoint"],
                facet=place["facet"],
                slugs=tuple(driver.slug for driver in drivers),
                lived=np.column_stack([columns[name] for name in names]),
                outcome=columns["outcome"],
                good=columns["good"],
                weights=columns["weight"],
                customers=part["entity_id"].to_numpy(),
            )
        )
    return tuple(found)


def explain(
    places: Sequence[Answers], rng: np.random.Generator, as_of: date | None = None
) -> tuple[Explanation, ...]:
    """Shapley shares of R² of the answers, over log(1 + driver), drivers below 0 counted as 0.

    Pass all places that are looked at: among many of them, chance alone explains more somewhere.
    """
    return tuple(_explain(answers, len(places), rng, as_of) for answers in places)


def _explain(answers: Answers, among: int, rng: np.random.Generator, as_of: date | None) -> Explanation:
    import numpy as np

    known = ~np.isnan(answers.lived)
    applies = known.mean(axis=0) >= APPLIES_TO
    complete = known[:, applies].all(axis=1) & ~np.isnan(answers.outcome)
    slugs = [slug for slug, does in zip(answers.slugs, applies, strict=True) if does]
    found: Attribution | Missing = CANNOT_TELL
    if slugs and complete.any():
        found = attribute(
            np.log1p(answers.lived[np.ix_(complete, applies)].clip(min=0)),
            answers.outcome[complete],
            answers.weights[complete],
            answers.customers[complete],
            slugs,
            rng,
            as_of,
            among,
        )
    return Explanation(
        touchpoint=answers.touchpoint,
        facet=answers.facet,
        attribution=found,
        answers=int(complete.sum()),
        left_out=int((~complete).sum()),
        not_applicable=tuple(slug for slug in answers.slugs if slug not in slugs),
    )


def contrast_promise(
    answers: Answers, late: str, within: str, strata: int = 4, as_of: date | None = None
) -> Contrast:
    """Share of agreement where the promise was kept (driver `late` ≤ 0) − where it was broken, among answers alike in
    the driver `within`: does lateness matter beyond, say, the hours on the way?"""
    import numpy as np

    lateness = answers.lived[:, answers.slugs.index(late)]
    other = answers.lived[:, answers.slugs.index(within)]
    known = ~np.isnan(lateness) & ~np.isnan(other)
    return contrast_within_strata(
        answers.good[known],
        lateness[known] > 0,
        other[known],
        answers.weights[known],
        answers.customers[known],
        strata,
        as_of,
    )
