"""Keeping claims honest: who is looked at twice, whether reviewers agree, and levels that were only ticked off."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.stats.intraclass import two_way

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.evidence import Credit
    from leitstern.core.stats.estimate import Measured


def drawn(position: int, key: bytes, assumptions: Assumptions) -> bool:
    """Whether the claim at `position` (0, 1, …) is in the sample for a second review.

    With a share of 20 %: of every five claims in a row exactly one, and which one only those can tell who hold the key.
    The sample stays the same whenever it is asked for, and nobody can claim around it.
    """
    one_in = round(1 / assumptions["second_review"])
    block, place = divmod(position, one_in)
    digest = blake2b(block.to_bytes(8, "big"), key=key, digest_size=8).digest()
    return int.from_bytes(digest, "big") % one_in == place


def reviewer_agreement(verdicts: Sequence[tuple[int, int]]) -> Measured:
    """ICC(A,1) of the first and the second verdict on claims examined twice: do reviewers credit the same levels?"""
    return two_way(np.array(verdicts, dtype=np.float64).reshape(-1, 2)).agreement


@dataclass(frozen=True, slots=True)
class OverClaim:
    """How far a unit claims beyond what counts."""

    unit: str
    mean: float  # levels per dimension
    dimensions: int  # claimed
    beyond: int  # of them so far beyond that we ask


def over_claims(claims: Iterable[tuple[str, Credit]], assumptions: Assumptions) -> tuple[OverClaim, ...]:
    """Per unit, from (unit, credit of one dimension); the widest first."""
    by_unit: dict[str, list[int]] = {}
    for unit, worth in claims:
        by_unit.setdefault(unit, []).append(worth.over_claim)
    found = (
        OverClaim(
            unit,
            sum(levels) / len(levels),
            len(levels),
            sum(level >= assumptions["over_claim"] for level in levels),
        )
        for unit, levels in by_unit.items()
    )
    return tuple(sorted(found, key=lambda each: (-each.mean, each.unit)))


@dataclass(frozen=True, slots=True)
class Step:
    """One level to the next: opened when the level before was claimed, closed when this one was."""

    opened: date
    closed: date
    newest_proof: date | None  # when the newest proof was brought


def ticked_off(step: Step, found: Credit, assumptions: Assumptions) -> bool:
    """Whether a step looks ticked off rather than done.

    It was closed at least one level beyond what counts, or within two weeks of opening without any new proof.
    """
    if found.over_claim >= assumptions["over_claim"]:
        return True
    if (step.closed - step.opened).days >= assumptions["tick_off_days"]:
        return False
    return step.newest_proof is None or step.newest_proof < step.opened
