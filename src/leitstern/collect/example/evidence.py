"""What the invented company claims about itself, with which proof, and what those say who examined it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

from leitstern.collect.example.staff_wave import instrument
from leitstern.core.inside.instrument import EvidenceType
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.collect.example.inside_truths import Inside

STORY: dict[str, Any] = yaml.safe_load((files(__package__) / "evidence.yaml").read_bytes())
NOTHING = Text("", "")
_EARNED = 3  # the level that everything in the twin is claimed at, and proven


@dataclass(frozen=True, slots=True)
class ProofTold:
    """A proof: when the fact was and when it was brought (days before the end), and the paper attached, if any."""

    kind: EvidenceType
    title: Text
    ago: int
    brought: int
    file: str = ""


@dataclass(frozen=True, slots=True)
class ReviewTold:
    """Somebody examined the claim."""

    by: str
    ago: int
    level: int
    reason: Text = NOTHING


@dataclass(frozen=True, slots=True)
class ClaimTold:
    """A claim with its proofs and reviews; `before` is the lower level claimed earlier, and how many days ago."""

    dimension: str
    unit: str
    by: str
    ago: int
    level: int
    text: Text
    before: tuple[int, int] | None
    proofs: tuple[ProofTold, ...]
    reviews: tuple[ReviewTold, ...]


@dataclass(frozen=True, slots=True)
class AssessmentTold:
    """What somebody independent saw."""

    by: str
    assessor: str
    ago: int
    levels: dict[str, int]
    note: Text


def claims(inside: Inside) -> tuple[ClaimTold, ...]:
    """Everything claimed. In the twin each claim comes with fresh proof of every kind its level names."""
    told = tuple(_claim(each) for each in STORY["claims"])
    return told if inside.planted else tuple(_earned(each) for each in told)


def assessment(inside: Inside) -> AssessmentTold:
    """The look from outside."""
    told = STORY["assessment"]
    levels = told["levels" if inside.planted else "twin"]
    return AssessmentTold(told["by"], told["assessor"], told["ago"], levels, Text(**told["note"]))


def _claim(told: dict[str, Any]) -> ClaimTold:
    before = told.get("before")
    return ClaimTold(
        dimension=told["dimension"],
        unit=told.get("unit", ""),
        by=told["by"],
        ago=told["ago"],
        level=told["level"],
        text=Text(**told["text"]),
        before=(before["level"], before["ago"]) if before else None,
        proofs=tuple(
            ProofTold(
                EvidenceType(proof["kind"]),
                Text(**proof["title"]),
                proof["ago"],
                proof.get("brought", told["ago"]),
                proof.get("file", ""),
            )
            for proof in told["proofs"]
        ),
        reviews=tuple(
            ReviewTold(
                review["by"],
                review["ago"],
                review["level"],
                Text(**review["reason"]) if "reason" in review else NOTHING,
            )
            for review in told.get("reviews", ())
        ),
    )


def _earned(told: ClaimTold) -> ClaimTold:
    """The same claim as the twin makes it."""
    dimension = instrument().dimension(told.dimension)
    kinds = dimension.anchors[_EARNED].proof if dimension else ()
    proofs = tuple(ProofTold(kind, Text(**STORY["twin"][kind.value]), 21, 20) for kind in kinds)
    reviews = tuple(ReviewTold(review.by, 10, _EARNED) for review in told.reviews)
    return ClaimTold(told.dimension, told.unit, told.by, 15, _EARNED, NOTHING, None, proofs, reviews)
