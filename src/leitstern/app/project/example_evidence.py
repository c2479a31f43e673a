"""The example company's claims, proofs, reviews, and the look from outside."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile

from leitstern.app.accounts.roles import Role
from leitstern.app.evidence import actions
from leitstern.app.project.example_dates import date_back, moment
from leitstern.collect.example.papers import paper

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.app.accounts.models import Person
    from leitstern.collect.example.evidence import AssessmentTold, ClaimTold, ProofTold

    Cast = Mapping[Role, Person]


def bring_claim(cast: Cast, told: ClaimTold, until: date, language: str) -> None:
    """A claim, the lower one before it, its proofs and its reviews, in the order of what happened."""
    who = cast[Role(told.by)]
    for proof in told.proofs:
        _bring_proof(who, told, proof, until, language)
    text = told.text.to(language)
    if told.before:
        level, ago = told.before
        lower = actions.claim(who, told.dimension, level, text, unit=told.unit)
        date_back(lower, created=moment(until, ago))
    claim = actions.claim(who, told.dimension, told.level, text, unit=told.unit)
    date_back(claim, created=moment(until, told.ago))
    for review in told.reviews:
        made = actions.review(cast[Role(review.by)], claim, review.level, review.reason.to(language))
        date_back(made, created=moment(until, review.ago))


def bring_assessment(cast: Cast, told: AssessmentTold, until: date, language: str) -> None:
    """What somebody independent saw."""
    note = told.note.to(language)
    seen = {dimension: actions.Seen(level, note) for dimension, level in told.levels.items()}
    kept = actions.assess(cast[Role(told.by)], told.assessor, seen)
    date_back(kept, created=moment(until, told.ago))


def _bring_proof(who: Person, claim: ClaimTold, told: ProofTold, until: date, language: str) -> None:
    file = SimpleUploadedFile(*paper(told.file, language)) if told.file else None
    proof = actions.prove(
        who,
        claim.dimension,
        told.kind,
        told.title.to(language),
        until - timedelta(days=told.ago),
        unit=claim.unit,
        file=file,
    )
    date_back(proof, created=moment(until, told.brought))
