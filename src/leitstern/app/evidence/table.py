"""Evidence as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.evidence.models import Assessment
    from leitstern.app.evidence.queries import Line

HEADER = [
    "dimension",
    "name",
    "axis",
    "unit",
    "claimed",
    "credited",
    "reviewed",
    "over_claim",
    "ticked_off",
    "proofs",
    "weight",
    "freshness",
    "next_step",
]
RATINGS_HEADER = ["assessment", "assessor", "day", "counts", "dimension", "level", "note"]


def table_rows(lines: Iterable[Line], language: str) -> Iterator[list[object]]:
    """One row per dimension."""
    for line in lines:
        worth = line.credit
        yield [
            line.dimension.slug,
            line.dimension.name.to(language),
            line.dimension.axis or "",
            line.unit,
            worth.claimed if worth else None,
            worth.credited if worth else None,
            worth.reviewed is not None if worth else None,
            worth.over_claim if worth else None,
            line.ticked_off if worth else None,
            len(line.proofs),
            round(worth.weight, 3) if worth else None,
            round(worth.freshness, 3) if worth and worth.freshness is not None else None,
            line.next_step.to(language),
        ]


def rating_rows(assessments: Iterable[Assessment]) -> Iterator[list[object]]:
    """One row per rating."""
    for one in assessments:
        for rating in one.ratings.all():
            yield [
                one.pk,
                one.assessor,
                f"{one.created:%Y-%m-%d}",
                one.withdrawn is None,
                rating.dimension,
                rating.level,
                rating.note,
            ]
