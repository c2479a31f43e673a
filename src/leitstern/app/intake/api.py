"""Imports for programs: what came in, and what waits."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS, TextOut
from leitstern.app.intake import queries
from leitstern.app.intake.models import Import

router = Router(tags=["intake"])


class ImportOut(Schema):
    id: int
    name: str
    state: str
    created: datetime
    finished: datetime | None
    waiting: int
    sources: dict[str, Any]


class QuarantineOut(Schema):
    source: str
    line: int
    code: str
    reason: TextOut


@router.get("/imports", response={200: list[ImportOut], **REFUSALS}, summary="All imports")
def list_imports(request: HttpRequest) -> list[ImportOut]:
    """Newest first; per source received = stored + quarantined + duplicates."""
    require(person_of(request), Capability.SEE_IMPORTS)
    return [_out(run) for run in queries.imports()]


@router.get("/imports/{import_id}", response={200: ImportOut, **REFUSALS}, summary="One import")
def one_import(request: HttpRequest, import_id: int) -> ImportOut:
    """Its state and counts."""
    require(person_of(request), Capability.SEE_IMPORTS)
    return _out(queries.import_by_id(import_id))


@router.get(
    "/imports/{import_id}/quarantine", response={200: list[QuarantineOut], **REFUSALS}, summary="What waits"
)
def quarantine(request: HttpRequest, import_id: int) -> list[QuarantineOut]:
    """Records that could not be read or mapped, with the reason; their content only on the page."""
    require(person_of(request), Capability.SEE_IMPORTS)
    entries = queries.quarantined(queries.import_by_id(import_id))
    return [
        QuarantineOut(
            source=e.source, line=e.line, code=e.code, reason=TextOut(de=e.reason.de, en=e.reason.en)
        )
        for e in entries
    ]


def _out(run: Import) -> ImportOut:
    return ImportOut(
        id=run.pk,
        name=run.name,
        state=run.state,
        created=run.created,
        finished=run.finished,
        waiting=run.waiting,  # type: ignore[attr-defined]  # annotated by the query
        sources=run.sources,
    )
