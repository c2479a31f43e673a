"""The works council for programs: the pack, and what was agreed."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS
from leitstern.app.inside.agreements import Terms, agree, agreed
from leitstern.app.inside.models import Agreement
from leitstern.app.reports.works_council.views import pack_as_pdf
from leitstern.core.inside.cells import FEWEST, FEWEST_COMMENTS

router = Router(tags=["works council"])


class AgreementIn(Schema):
    title: str
    agreed_on: date
    parties: str
    fewest: int = FEWEST
    fewest_comments: int = FEWEST_COMMENTS
    keep_days: int | None = None
    legal_basis: str = ""
    impact_assessed: date | None = None
    works_council: str = ""
    data_protection: str = ""


class AgreementOut(AgreementIn):
    entered: datetime


@router.get("/pack.pdf", response={200: None, **REFUSALS}, summary="Pack for the works council (PDF)")
def pack_pdf(request: HttpRequest, lang: str = "en") -> HttpResponse:
    """In German (`lang=de`) or English."""
    require(person_of(request), Capability.SEE_INSIDE)
    return pack_as_pdf(request)


@router.get("/agreement", response={200: AgreementOut | None, **REFUSALS}, summary="What was agreed")
def agreement(request: HttpRequest) -> AgreementOut | None:
    """The agreement that counts, or nothing."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = agreed()
    return _out(found) if found else None


@router.put("/agreement", response={200: AgreementOut, **REFUSALS}, summary="Enter what was agreed")
def put_agreement(request: HttpRequest, body: AgreementIn) -> AgreementOut:
    """Every wave launched from then on keeps to it; earlier entries stay."""
    return _out(agree(person_of(request), Terms(**body.dict())))


def _out(found: Agreement) -> AgreementOut:
    terms = {field.name: getattr(found, field.name) for field in fields(Terms)}
    return AgreementOut(**terms, entered=found.created)
