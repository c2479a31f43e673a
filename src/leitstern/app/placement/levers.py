"""Which dimensions to move first, from what staff say and, where nobody asked them, from what proof carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.inside.queries import current_instrument
from leitstern.app.placement.assumed import assumptions
from leitstern.app.placement.dimensions import profile
from leitstern.app.placement.queries import ratings_now
from leitstern.core.inside.levers import KINDS, Lever, levers, levers_sentence
from leitstern.core.stats.estimate import LEVEL, Estimate
from leitstern.core.stats.quantiles import normal_quantile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from leitstern.app.placement.dimensions import Profile
    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text

LEVERS_HEADER = [
    "rank",
    "tie",
    "dimension",
    "name",
    "lever_of",
    *(f"{what}{end}" for what in ("lift", "level") for end in ("", "_low", "_high")),
    "n",
]


@dataclass(frozen=True, slots=True)
class Levers:
    """In the order in which to move them, with the sentence that says why."""

    lines: tuple[tuple[Lever, Text, Text], ...]  # with its name, and whose lever it is
    sentence: Text


class LeverOut(Schema):
    """A dimension below its target. `lift`: by how many levels it would move its axis; equal `tie`: not told apart."""

    dimension: str
    name: TextOut
    lever_of: TextOut
    tie: int
    lift: Number
    level: Number


class LeversOut(Schema):
    """People first where evidence is equal."""

    sentence: TextOut
    levers: list[LeverOut]


def levers_now(rows: Sequence[Profile] | None = None) -> Levers:
    """From the profile of the dimensions, asked for here unless it is known."""
    assumed = assumptions()
    known = profile(ratings_now()) if rows is None else rows
    found = levers({each.dimension.slug: _level(each, assumed) for each in known}, assumed)
    names = {dimension.slug: dimension.name for dimension in current_instrument().dimensions}
    lines = tuple((each, names[each.dimension], KINDS[each.axis]) for each in found)
    return Levers(lines, levers_sentence(found, names))


def lever_rows(found: Levers, language: str) -> Iterator[list[object]]:
    """A row per lever, in order."""
    for rank, (each, name, kind) in enumerate(found.lines, 1):
        measured = (each.lift, each.level)
        ends = (round(value, 3) for it in measured for value in (it.value, it.low, it.high))
        yield [rank, each.tie, each.dimension, name.to(language), kind.to(language), *ends, each.lift.n]


def levers_document(found: Levers) -> LeversOut:
    """As programs read it."""
    return LeversOut(sentence=both(found.sentence), levers=list(_documents(found.lines)))


def _documents(lines: Iterable[tuple[Lever, Text, Text]]) -> Iterator[LeverOut]:
    for each, name, kind in lines:
        yield LeverOut(
            dimension=each.dimension,
            name=both(name),
            lever_of=both(kind),
            tie=each.tie,
            lift=number(each.lift),
            level=number(each.level),
        )


def _level(row: Profile, assumed: Assumptions) -> Measured:
    """What staff say; where they were not asked, what proof carries, as far apart as two assessors would be."""
    if isinstance(row.staff, Estimate) or not isinstance(row.credited, Estimate):
        return row.staff
    value = row.credited.value
    half = normal_quantile((1 + LEVEL) / 2) * assumed["assessor_spread"]
    return Estimate(value, max(0.0, value - half), min(4.0, value + half), row.credited.n, row.credited.grade)
