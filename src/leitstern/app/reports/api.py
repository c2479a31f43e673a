"""Reports for programs: the same files as on the page, and the company's own slides."""

from __future__ import annotations

import binascii
from base64 import b64decode
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Router, Schema

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS, TextOut, both
from leitstern.app.outside.reading import published, require_published
from leitstern.app.reports.board import board_report
from leitstern.app.reports.book import data_book
from leitstern.app.reports.deck import board_deck
from leitstern.app.reports.export_views import PPTX, XLSX, asked_language, download
from leitstern.app.reports.paper_sheet_views import wave_sheet
from leitstern.app.reports.standing import standing_for
from leitstern.app.reports.template_actions import (
    keep_template,
    kept_template,
    remove_template,
    stored_template,
)
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

router = Router(tags=["reports"])
NOT_BASE64 = Text(
    en="The template has to be sent as base64. Nothing was kept.",
    de="Die Vorlage muss als base64 geschickt werden. Es wurde nichts behalten.",
)


class TemplateIn(Schema):
    content: str = Field(
        max_length=4_500_000
    )  # base64 of a .pptx or .potx; larger ones by page or command line


class TemplateOut(Schema):
    """The slides in use; without `own`, Leitstern's."""

    own: bool
    opening_layout: str | None = None
    content_layout: str | None = None
    lacks: TextOut | None = None
    since: datetime | None = None
    bytes: int | None = None


@router.get("/board.pdf", response={200: None, **REFUSALS}, summary="Board report, two pages (PDF)")
def board_pdf(request: HttpRequest, lang: str = "en") -> HttpResponse:
    """In German (`lang=de`) or English."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    state, language = require_published(), asked_language(request)
    content = board_report(state, language, timezone.localtime(), standing_for(me))
    return download(content, "application/pdf", state, language, "pdf")


@router.get(
    "/deck.pptx",
    response={200: None, **REFUSALS},
    summary="Board deck, ten slides (PPTX); six while only the inside is known",
)
def deck_pptx(request: HttpRequest, lang: str = "en") -> HttpResponse:
    """In German (`lang=de`) or English, on the company's slides if there are any."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    state, language = published(), asked_language(request)
    content = board_deck(state, standing_for(me), language, timezone.localtime(), stored_template())
    return download(content, PPTX, state, language, "pptx")


@router.get("/book.xlsx", response={200: None, **REFUSALS}, summary="Data book (XLSX)")
def book_xlsx(request: HttpRequest, lang: str = "en") -> HttpResponse:
    """In German (`lang=de`) or English; sheets the role does not see are named and withheld."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    state, language = require_published(), asked_language(request)
    return download(data_book(me, state, language, timezone.localtime()), XLSX, state, language, "xlsx")


@router.get(
    "/waves/{wave_id}/sheet.pdf", response={200: None, **REFUSALS}, summary="Sheet of a wave on paper (PDF)"
)
def sheet_pdf(request: HttpRequest, wave_id: int, lang: str = "en", place: str = "") -> HttpResponse:
    """In German (`lang=de`) or English; `place`, as `staff:service`, prints the group on it."""
    return wave_sheet(request, wave_id)


@router.get("/template", response={200: TemplateOut, **REFUSALS}, summary="The deck's template")
def template(request: HttpRequest) -> TemplateOut:
    """Which slides decks stand on."""
    require(person_of(request), Capability.SEE_GAP)
    return _template()


@router.put("/template", response={200: TemplateOut, **REFUSALS}, summary="Bring in a template")
def put_template(request: HttpRequest, body: TemplateIn) -> TemplateOut:
    """Use these slides from now on."""
    me = person_of(request)
    require(me, Capability.EDIT_TAXONOMY)
    try:
        content = b64decode(body.content, validate=True)
    except (binascii.Error, ValueError):
        raise InvalidInput(NOT_BASE64) from None
    keep_template(me, [content])
    return _template()


@router.delete("/template", response={200: TemplateOut, **REFUSALS}, summary="Remove the template")
def delete_template(request: HttpRequest) -> TemplateOut:
    """Use Leitstern's slides again."""
    remove_template(person_of(request))
    return _template()


def _template() -> TemplateOut:
    kept = kept_template()
    if kept is None:
        return TemplateOut(own=False)
    lacks = both(kept.lacks) if kept.lacks else None
    return TemplateOut(
        own=True,
        opening_layout=kept.opening,
        content_layout=kept.content,
        lacks=lacks,
        since=kept.since,
        bytes=kept.bytes,
    )
