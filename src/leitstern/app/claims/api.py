"""Published figures for programs."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from leitstern.app.accounts.request import person_of
from leitstern.app.claims.documents import ClaimOut, claim_document
from leitstern.app.claims.queries import register, shown
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.core.bridge.claims.claim import Grade

router = Router(tags=["claims"])


@router.get("", response={200: list[ClaimOut], **REFUSALS}, summary="Published figures")
def list_claims(request: HttpRequest, grade: Grade | None = None) -> list[ClaimOut]:
    """What papers and studies published, with the own figure beside it; `grade` narrows it."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [claim_document(each) for each in register(grade)]


@router.get("/{slug}", response={200: ClaimOut, **REFUSALS}, summary="One published figure")
def get_claim(request: HttpRequest, slug: str) -> ClaimOut:
    """With whether an expectation may rest on it, and why not."""
    require(person_of(request), Capability.SEE_INSIDE)
    return claim_document(shown(slug))
