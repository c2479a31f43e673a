"""Where each dimension stands: what is claimed, what counts, what is missing; and what the placement reads of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from django.db.models import QuerySet
from django.utils import timezone

from leitstern.app.common.lookups import or_not_found
from leitstern.app.evidence.assumed import assumptions
from leitstern.app.evidence.models import Assessment, Claim, Proof, Review
from leitstern.app.inside.queries import current_instrument
from leitstern.core.inside.evidence import Credit, Rules, credit
from leitstern.core.inside.evidence import Proof as Shown
from leitstern.core.inside.evidence_words import next_step
from leitstern.core.inside.instrument import HIGHEST_LEVEL, EvidenceType
from leitstern.core.inside.ratings import Ratings, View
from leitstern.core.inside.reviewing import OverClaim, Step, over_claims, ticked_off
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from leitstern.core.inside.assumptions import Assumptions
    from leitstern.core.inside.instrument import Dimension

Place = tuple[str, str]  # dimension and unit
NO_CLAIM = Text(en="There is no such claimed level.", de="Diese Selbsteinstufung gibt es nicht.")
NO_PROOF = Text(en="There is no such proof any more.", de="Diesen Beleg gibt es nicht mehr.")
NO_ASSESSMENT = Text(en="There is no such assessment.", de="Diese Beurteilung gibt es nicht.")
NO_DIMENSION = Text(
    en="The instrument has no such dimension.", de="Diese Dimension hat das Instrument nicht."
)
EVIDENCE_SOURCE = Text(en="Evidence in {n} of {all} dimensions", de="Belege in {n} von {all} Dimensionen")
INDEPENDENT_SOURCE = Text(en="Independent assessment: {who}", de="Unabhängige Beurteilung: {who}")


@dataclass(frozen=True, slots=True)
class Line:
    """One dimension of one unit. Without a claim there is no credit."""

    dimension: Dimension
    unit: str
    claim: Claim | None
    credit: Credit | None
    proofs: tuple[Proof, ...]  # that count
    withdrawn: tuple[Proof, ...]
    next_step: Text
    ticked_off: bool
    too_high: bool  # claimed so far beyond what is credited that we ask

    @property
    def over_claim(self) -> int:
        """Levels claimed beyond what counts."""
        return self.credit.over_claim if self.credit else 0


def lines(unit: str = "", today: date | None = None) -> tuple[Line, ...]:
    """Every dimension of the instrument in force, for a department or, without one, for the whole."""
    found = _Everything(unit)
    return tuple(
        found.line(dimension, unit, today or timezone.localdate())
        for dimension in current_instrument().dimensions
    )


def line(dimension: str, unit: str = "", today: date | None = None) -> Line:
    """One dimension. Raises NotFound."""
    found = or_not_found(current_instrument().dimension(dimension), NO_DIMENSION)
    return _Everything(unit, dimension).line(found, unit, today or timezone.localdate())


def units_with_evidence() -> set[str]:
    """Departments for which anything is claimed or proven."""
    claimed = Claim.objects.filter(withdrawn=None).values_list("unit", flat=True)
    return {*claimed, *Proof.objects.filter(withdrawn=None).values_list("unit", flat=True)} - {""}


def over_claims_by_unit() -> tuple[OverClaim, ...]:
    """How far each unit claims beyond what counts, the widest first; `""` is the whole."""
    instrument, today = current_instrument(), timezone.localdate()
    found = _Everything()
    claimed = [
        (unit, one.credit)
        for slug, unit in found.claims
        if (dimension := instrument.dimension(slug)) and (one := found.line(dimension, unit, today)).credit
    ]
    return over_claims([(unit, worth) for unit, worth in claimed if worth], assumptions())


def standing_claim(dimension: str, unit: str) -> Claim | None:
    """The newest claim that was not withdrawn."""
    return Claim.objects.filter(dimension=dimension, unit=unit, withdrawn=None).order_by("-id").first()


def claim_by_id(claim_id: int) -> Claim:
    """One claim, standing or not. Raises NotFound."""
    return or_not_found(Claim.objects.filter(pk=claim_id).first(), NO_CLAIM)


def proof_by_id(proof_id: int) -> Proof:
    """One proof with its file. Raises NotFound."""
    return or_not_found(Proof.objects.select_related("attachment").filter(pk=proof_id).first(), NO_PROOF)


def history(dimension: str, unit: str) -> QuerySet[Claim]:
    """All claims ever made here with their reviews, newest first."""
    return Claim.objects.filter(dimension=dimension, unit=unit).prefetch_related("reviews").order_by("-id")


def assessments() -> QuerySet[Assessment]:
    """All independent assessments with their ratings, newest first."""
    return Assessment.objects.prefetch_related("ratings").order_by("-id")


def assessment_by_id(assessment_id: int) -> Assessment:
    """One assessment. Raises NotFound."""
    return or_not_found(assessments().filter(pk=assessment_id).first(), NO_ASSESSMENT)


def credited_ratings() -> tuple[Ratings, ...]:
    """The credited levels as one row, NaN where nothing shows one; nothing at all before the first that counts."""
    return _credited(lines())


def credited_by_unit(units: Iterable[str]) -> dict[str, tuple[Ratings, ...]]:
    """The same of departments, all read at once."""
    found, dimensions, today = _Everything(), current_instrument().dimensions, timezone.localdate()
    return {unit: _credited([found.line(each, unit, today) for each in dimensions]) for unit in units}


def independent_ratings() -> tuple[Ratings, ...]:
    """What each independent assessor saw last, one row each."""
    newest: dict[str, Assessment] = {}
    for one in assessments().filter(withdrawn=None):
        newest.setdefault(one.assessor.casefold(), one)
    if not newest:
        return ()
    dimensions = tuple(dimension.slug for dimension in current_instrument().dimensions)
    rows = [_row(one, dimensions) for one in newest.values()]
    return (
        Ratings(
            View.INDEPENDENT,
            dimensions,
            np.array(rows, dtype=np.float64),
            INDEPENDENT_SOURCE.fill(who=", ".join(one.assessor for one in newest.values())),
            max(timezone.localdate(one.created) for one in newest.values()),
        ),
    )


def _credited(found: Sequence[Line]) -> tuple[Ratings, ...]:
    levels = [one.credit.credited if one.credit and one.credit.shown else np.nan for one in found]
    shown = len(found) - int(np.isnan(levels).sum())
    if not shown:
        return ()
    return (
        Ratings(
            View.EVIDENCE,
            tuple(one.dimension.slug for one in found),
            np.array([levels], dtype=np.float64),
            EVIDENCE_SOURCE.fill(n=shown, all=len(found)),
            timezone.localdate(),
            n=sum(len(one.proofs) for one in found if one.credit and one.credit.shown),
        ),
    )


def _row(one: Assessment, dimensions: Sequence[str]) -> list[float]:
    seen = {rating.dimension: float(rating.level) for rating in one.ratings.all()}
    return [seen.get(slug, np.nan) for slug in dimensions]


class _Everything:
    """Claims, reviews and proofs, read at once: of everything, of a unit, or of one dimension of it."""

    def __init__(self, unit: str | None = None, dimension: str | None = None) -> None:
        only = {key: value for key, value in (("unit", unit), ("dimension", dimension)) if value is not None}
        self.assumed: Assumptions = assumptions()
        self.rules = Rules.assumed(self.assumed)
        self.claims: dict[Place, list[Claim]] = defaultdict(list)  # standing ones, newest first
        self.proofs: dict[Place, list[Proof]] = defaultdict(list)
        standing = Claim.objects.filter(withdrawn=None, **only).prefetch_related("reviews").order_by("-id")
        for claim in standing:
            self.claims[claim.dimension, claim.unit].append(claim)
        for proof in Proof.objects.filter(**only).select_related("attachment"):
            self.proofs[proof.dimension, proof.unit].append(proof)

    def line(self, dimension: Dimension, unit: str, today: date) -> Line:
        """Where one dimension of one unit stands on a day."""
        place = dimension.slug, unit
        claims, brought = self.claims.get(place, []), self.proofs.get(place, [])
        proofs = [proof for proof in brought if proof.withdrawn is None]
        shown = [Shown(EvidenceType(proof.kind), proof.day) for proof in proofs]
        claim = claims[0] if claims else None
        verdicts = latest_verdicts(claim.reviews.all()) if claim else {}
        claimed = claim.level if claim else HIGHEST_LEVEL  # before a claim: how far the proofs would carry
        worth = credit(dimension, claimed, shown, today, self.rules, [*verdicts.values()])
        step = _step(claims, proofs)
        return Line(
            dimension,
            unit,
            claim,
            worth if claim else None,
            tuple(proofs),
            tuple(proof for proof in brought if proof.withdrawn is not None),
            next_step(dimension, worth, shown, today, self.rules),
            step is not None and ticked_off(step, worth, self.assumed),
            claim is not None and worth.over_claim >= self.assumed["over_claim"],
        )


def latest_verdicts(reviews: Iterable[Review]) -> dict[str, int | None]:
    """What each reviewer said last."""
    found: dict[str, int | None] = {}
    for one in sorted(reviews, key=lambda review: review.pk):
        found[one.actor] = one.level
    return found


def _step(claims: Sequence[Claim], proofs: Iterable[Proof]) -> Step | None:
    """From the newest claim of a lower level to the one that stands; nothing where there was none."""
    lower = next((claim for claim in claims[1:] if claim.level < claims[0].level), None)
    if lower is None:
        return None
    brought = [timezone.localdate(proof.created) for proof in proofs]
    return Step(
        timezone.localdate(lower.created),
        timezone.localdate(claims[0].created),
        max(brought, default=None),
    )
