"""What is claimed and what proofs support: a level counts only as far as fresh proof of the right kinds carries it.

Level 2 needs proofs weighing 1.0 together, level 3 weighing 1.5 with at least one that is no document, level 4 weighing
2.0 with customers' voices or system data among them and a review by somebody else; each level also needs the kinds its
anchor names. A proof weighs `weight × exp(−age / lifetime)`. Levels 0 and 1 need no proof.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

from leitstern.core.errors import InvalidInput
from leitstern.core.inside.instrument import HIGHEST_LEVEL, LEVELS, EvidenceType
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.instrument import Dimension

UNPROVEN = 1  # the highest level that needs no proof
BEYOND_PAPER = 3  # from this level on, documents alone are not enough
HARD = frozenset(
    {EvidenceType.CUSTOMER_VOICE, EvidenceType.SYSTEM_DATA}
)  # the highest level needs one of them
NO_LEVEL = Text(
    en="A level is a whole number from 0 to 4. Nothing was kept.",
    de="Eine Stufe ist eine ganze Zahl von 0 bis 4. Es wurde nichts gespeichert.",
)


@dataclass(frozen=True, slots=True)
class Rules:
    """How much proofs weigh, how fast they age (days until 37 % are left), and what each level needs in sum."""

    weight: Mapping[EvidenceType, float]
    lifetime: Mapping[EvidenceType, float]
    needed: Mapping[int, float]

    @classmethod
    def assumed(cls, assumptions: Assumptions) -> Rules:
        """The rules as the register of assumptions has them."""
        return cls(
            {kind: assumptions[f"evidence_weight_{kind}"] for kind in EvidenceType},
            {kind: assumptions[f"evidence_days_{kind}"] for kind in EvidenceType},
            {level: assumptions[f"evidence_needed_{level}"] for level in range(UNPROVEN + 1, LEVELS)},
        )


@dataclass(frozen=True, slots=True)
class Proof:
    """Something that shows a level is real, and the day of the fact it shows."""

    kind: EvidenceType
    day: date


@dataclass(frozen=True, slots=True)
class Lack:
    """What the proofs at hand lack for a level; nothing of all this means the level is supported."""

    level: int
    kinds: tuple[EvidenceType, ...] = ()  # named by the anchor, not at hand or older than their lifetime
    beyond_paper: bool = False
    hard: bool = False
    weight: float = 0.0
    review: bool = False

    @property
    def nothing(self) -> bool:
        """The level is supported."""
        return not (self.kinds or self.beyond_paper or self.hard or self.weight or self.review)


@dataclass(frozen=True, slots=True)
class Credit:
    """What one claim is worth. `freshness` is the share of the proofs' full weight that time has left of them."""

    claimed: int
    supported: int
    reviewed: int | None  # what reviewers credited, the lower where they differ
    weight: float
    freshness: float | None  # None without proofs that weigh anything

    @property
    def credited(self) -> int:
        """The level that counts: never more than claimed, proven, and credited by a reviewer."""
        limits = [self.claimed, self.supported]
        return min(limits if self.reviewed is None else [*limits, self.reviewed])

    @property
    def over_claim(self) -> int:
        """Levels claimed beyond what counts."""
        return self.claimed - self.credited

    @property
    def unreviewed(self) -> bool:
        """Credited beyond what needs no proof, and nobody else has looked at it yet."""
        return self.credited > UNPROVEN and self.reviewed is None

    @property
    def shown(self) -> bool:
        """Whether anything shows where this stands: proof, a reviewer, or a level that asks for neither.

        A bare claim says nothing about the organisation, not even that it is bad.
        """
        return self.weight > 0 or self.reviewed is not None or self.claimed <= self.supported


def freshness(age_days: float, lifetime: float) -> float:
    """The share 0–1 of its weight that a proof still has; a fact of today has all of it."""
    return exp(-max(age_days, 0.0) / lifetime)


def total_weight(proofs: Sequence[Proof], as_of: date, rules: Rules) -> float:
    """What all proofs weigh together on a day."""
    return sum(rules.weight[p.kind] * _left(p, as_of, rules) for p in proofs)


def lack(
    dimension: Dimension, level: int, proofs: Sequence[Proof], as_of: date, rules: Rules, *, reviewed: bool
) -> Lack:
    """What is missing until these proofs support `level` of the dimension. A pack without anchors names no kinds."""
    if level <= UNPROVEN:
        return Lack(level)
    there = _at_hand(proofs, as_of, rules)
    named = dimension.anchors[level].proof if dimension.anchors else ()
    short = rules.needed[level] - total_weight(proofs, as_of, rules)
    return Lack(
        level,
        kinds=tuple(kind for kind in named if kind not in there),
        beyond_paper=level >= BEYOND_PAPER and not there - {EvidenceType.DOCUMENT},
        hard=level == HIGHEST_LEVEL and not there & HARD,
        weight=short if short > 1e-9 else 0.0,  # a sum of shares may miss the mark by a rounding
        review=level == HIGHEST_LEVEL and not reviewed,
    )


def credit(
    dimension: Dimension,
    claimed: int,
    proofs: Sequence[Proof],
    as_of: date,
    rules: Rules,
    verdicts: Collection[int | None] = (),
) -> Credit:
    """What a claim of level `claimed` is worth on a day. `verdicts` are reviewers' levels; None = refused.

    Refused, or without proof, a claim is worth what needs none. Raises InvalidInput for a level that is none.
    """
    if claimed not in range(LEVELS):
        raise InvalidInput(NO_LEVEL)
    reviewed = bool(verdicts)
    supported = max(
        level
        for level in range(LEVELS)
        if lack(dimension, level, proofs, as_of, rules, reviewed=reviewed).nothing
    )
    weight, full = total_weight(proofs, as_of, rules), sum(rules.weight[p.kind] for p in proofs)
    return Credit(
        claimed,
        supported,
        min(UNPROVEN if verdict is None else verdict for verdict in verdicts) if verdicts else None,
        weight,
        weight / full if full else None,
    )


def _left(proof: Proof, as_of: date, rules: Rules) -> float:
    return freshness((as_of - proof.day).days, rules.lifetime[proof.kind])


def _at_hand(proofs: Sequence[Proof], as_of: date, rules: Rules) -> set[EvidenceType]:
    return {p.kind for p in proofs if (as_of - p.day).days <= rules.lifetime[p.kind]}
