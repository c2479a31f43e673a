"""Evidence for programs: what is claimed and what counts, claiming, proving, examining."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS, Number, TextOut, both, number
from leitstern.app.evidence import actions
from leitstern.app.evidence.actions import LONGEST, Seen
from leitstern.app.evidence.examining import Why, agreement, waiting_for
from leitstern.app.evidence.models import Assessment, Claim
from leitstern.app.evidence.queries import (
    Line,
    assessments,
    claim_by_id,
    line,
    lines,
    proof_by_id,
)
from leitstern.core.inside.instrument import HIGHEST_LEVEL, EvidenceType

router = Router(tags=["evidence"])


class ProofIn(Schema):
    dimension: str
    unit: str = ""
    kind: EvidenceType
    title: str = Field(max_length=200)
    day: date
    note: str = Field("", max_length=LONGEST)
    link: str = Field("", max_length=500)


class ProofOut(ProofIn):
    id: int
    file: str | None  # where the file can be fetched


class EvidenceDimensionOut(Schema):
    dimension: str
    name: TextOut
    axis: str | None
    unit: str
    claim_id: int | None
    claimed: int | None
    credited: int | None
    reviewed: bool  # somebody other than who claimed it has looked at the proof
    supported: int | None
    over_claim: int | None
    ticked_off: bool
    weight: float | None
    freshness: float | None
    next_step: TextOut
    proofs: list[ProofOut]


class ClaimIn(Schema):
    dimension: str
    unit: str = ""
    level: int = Field(ge=0, le=HIGHEST_LEVEL)
    text: str = Field("", max_length=LONGEST)


class ReviewIn(Schema):
    level: int | None = Field(None, ge=0, le=HIGHEST_LEVEL)  # null refuses
    reason: str = Field("", max_length=LONGEST)


class ReviewOut(ReviewIn):
    id: int
    claim_id: int


class WaitingOut(Schema):
    claim_id: int
    dimension: str
    unit: str
    claimed: int
    why: Why


class QueueOut(Schema):
    agreement: Number  # ICC(A,1) of what was examined twice
    waiting: list[WaitingOut]


class RatingIn(Schema):
    dimension: str
    level: int = Field(ge=0, le=HIGHEST_LEVEL)
    note: str = Field("", max_length=LONGEST)


class AssessmentIn(Schema):
    assessor: str = Field(max_length=120)
    ratings: list[RatingIn]


class AssessmentOut(AssessmentIn):
    id: int
    created: str
    withdrawn: bool


@router.get("", response={200: list[EvidenceDimensionOut], **REFUSALS}, summary="Claimed and credited levels")
def list_dimensions(request: HttpRequest, unit: str = "") -> list[EvidenceDimensionOut]:
    """Every dimension of the whole organisation, or of a department."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [_out(one) for one in lines(unit)]


@router.get(
    "/dimensions/{dimension}", response={200: EvidenceDimensionOut, **REFUSALS}, summary="One dimension"
)
def one_dimension(request: HttpRequest, dimension: str, unit: str = "") -> EvidenceDimensionOut:
    """One dimension of the whole organisation, or of a department."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _out(line(dimension, unit))


@router.post("/claims", response={201: EvidenceDimensionOut, **REFUSALS}, summary="Claim a level")
def claim(request: HttpRequest, body: ClaimIn) -> Status[EvidenceDimensionOut]:
    """It takes the place of the claim before; it counts as far as proof carries it."""
    made = actions.claim(person_of(request), body.dimension, body.level, body.text, unit=body.unit)
    return Status(201, _standing(made))


@router.post(
    "/claims/{claim_id}/withdraw",
    response={200: EvidenceDimensionOut, **REFUSALS},
    summary="Withdraw a claim",
)
def withdraw(request: HttpRequest, claim_id: int) -> EvidenceDimensionOut:
    """The claim before stands again."""
    me = person_of(request)
    require(me, Capability.GIVE_EVIDENCE)
    return _standing(actions.withdraw(me, claim_by_id(claim_id)))


@router.post("/claims/{claim_id}/reviews", response={201: ReviewOut, **REFUSALS}, summary="Examine a claim")
def review(request: HttpRequest, claim_id: int, body: ReviewIn) -> Status[ReviewOut]:
    """Credit a level up to what is claimed; without a level the claim is refused, and the reason says why."""
    me = person_of(request)
    require(me, Capability.REVIEW_EVIDENCE)
    made = actions.review(me, claim_by_id(claim_id), body.level, body.reason)
    return Status(201, ReviewOut(id=made.pk, claim_id=claim_id, level=made.level, reason=made.reason))


@router.post("/proofs", response={201: EvidenceDimensionOut, **REFUSALS}, summary="Bring proof")
def prove(request: HttpRequest, body: ProofIn) -> Status[EvidenceDimensionOut]:
    """Something that shows how it is, with the day of the fact. Files are handed in on the page."""
    made = actions.prove(
        person_of(request),
        body.dimension,
        body.kind,
        body.title,
        body.day,
        unit=body.unit,
        note=body.note,
        link=body.link,
    )
    return Status(201, _out(line(made.dimension, made.unit)))


@router.post(
    "/proofs/{proof_id}/withdraw",
    response={200: EvidenceDimensionOut, **REFUSALS},
    summary="Withdraw a proof",
)
def withdraw_proof(request: HttpRequest, proof_id: int) -> EvidenceDimensionOut:
    """It no longer counts; it stays, with its file, until it is removed."""
    me = person_of(request)
    require(me, Capability.GIVE_EVIDENCE)
    found = actions.withdraw_proof(me, proof_by_id(proof_id))
    return _out(line(found.dimension, found.unit))


@router.delete(
    "/proofs/{proof_id}", response={200: EvidenceDimensionOut, **REFUSALS}, summary="Remove a proof"
)
def remove_proof(request: HttpRequest, proof_id: int) -> EvidenceDimensionOut:
    """For good, the bytes of its file included."""
    me = person_of(request)
    require(me, Capability.GIVE_EVIDENCE)
    gone = actions.remove_proof(me, proof_by_id(proof_id))
    return _out(line(gone.dimension, gone.unit))


@router.get("/queue", response={200: QueueOut, **REFUSALS}, summary="What waits for review")
def queue(request: HttpRequest) -> QueueOut:
    """Claims that the asker may examine, and how far reviewers agree."""
    me = person_of(request)
    require(me, Capability.REVIEW_EVIDENCE)
    waiting = [
        WaitingOut(
            claim_id=each.claim.pk,
            dimension=each.claim.dimension,
            unit=each.claim.unit,
            claimed=each.claim.level,
            why=each.why,
        )
        for each in waiting_for(me)
    ]
    return QueueOut(agreement=number(agreement()), waiting=waiting)


@router.get(
    "/assessments", response={200: list[AssessmentOut], **REFUSALS}, summary="Independent assessments"
)
def list_assessments(request: HttpRequest) -> list[AssessmentOut]:
    """What independent people saw, newest first."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [_assessed(one) for one in assessments()]


@router.post("/assessments", response={201: AssessmentOut, **REFUSALS}, summary="Assess independently")
def assess(request: HttpRequest, body: AssessmentIn) -> Status[AssessmentOut]:
    """What an independent person sees; dimensions left out stay out."""
    seen = {rating.dimension: Seen(rating.level, rating.note) for rating in body.ratings}
    return Status(201, _assessed(actions.assess(person_of(request), body.assessor, seen)))


def _standing(made: Claim) -> EvidenceDimensionOut:
    return _out(line(made.dimension, made.unit))


def _out(one: Line) -> EvidenceDimensionOut:
    worth = one.credit
    return EvidenceDimensionOut(
        dimension=one.dimension.slug,
        name=both(one.dimension.name),
        axis=one.dimension.axis,
        unit=one.unit,
        claim_id=one.claim.pk if one.claim else None,
        claimed=worth.claimed if worth else None,
        credited=worth.credited if worth else None,
        reviewed=worth is not None and worth.reviewed is not None,
        supported=worth.supported if worth else None,
        over_claim=worth.over_claim if worth else None,
        ticked_off=one.ticked_off,
        weight=worth.weight if worth else None,
        freshness=worth.freshness if worth else None,
        next_step=both(one.next_step),
        proofs=[
            ProofOut(
                id=proof.pk,
                dimension=proof.dimension,
                unit=proof.unit,
                kind=EvidenceType(proof.kind),
                title=proof.title,
                day=proof.day,
                note=proof.note,
                link=proof.link,
                file=f"/evidence/proofs/{proof.pk}/file" if hasattr(proof, "attachment") else None,
            )
            for proof in one.proofs
        ],
    )


def _assessed(one: Assessment) -> AssessmentOut:
    return AssessmentOut(
        id=one.pk,
        assessor=one.assessor,
        created=one.created.isoformat(),
        withdrawn=one.withdrawn is not None,
        ratings=[
            RatingIn(dimension=rating.dimension, level=rating.level, note=rating.note)
            for rating in one.ratings.all()
        ],
    )
