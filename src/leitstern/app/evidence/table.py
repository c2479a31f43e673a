"""Evidence as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from leitstern.app.evidence.examining import Waiting
    from leitstern.app.evidence.models import Assessment, Proof
    from leitstern.app.evidence.pages import Shown
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
PROOFS_HEADER = [
    "dimension",
    "unit",
    "kind",
    "title",
    "day",
    "freshness",
    "weight",
    "counts",
    "note",
    "link",
    "file",
    "brought",
]
QUEUE_HEADER = ["dimension", "name", "unit", "claimed", "since", "why"]
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


def proof_rows(lines: Iterable[Line], shown: Callable[[Proof], Shown]) -> Iterator[list[object]]:
    """One row per proof, those withdrawn last; `shown` says what time has left of one."""
    for line in lines:
        for proof in (*line.proofs, *line.withdrawn):
            now = shown(proof)
            yield [
                proof.dimension,
                proof.unit,
                proof.kind,
                proof.title,
                proof.day,
                round(now.left, 3),
                round(now.weight, 3),
                proof.withdrawn is None,
                proof.note,
                proof.link,
                proof.attachment.name if hasattr(proof, "attachment") else "",
                f"{proof.created:%Y-%m-%d}",
            ]


def queue_rows(waiting: Iterable[Waiting], language: str) -> Iterator[list[object]]:
    """One row per claimed level that waits for review."""
    for each in waiting:
        claim = each.claim
        yield [
            claim.dimension,
            each.dimension.name.to(language),
            claim.unit,
            claim.level,
            f"{claim.created:%Y-%m-%d}",
            each.why,
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
