"""Imports for programs: what came in, and what waits."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.home import current_home
from leitstern.app.common.schemas import REFUSALS, TextOut
from leitstern.app.intake import queries
from leitstern.app.intake.inbox_folders import close_inbox, inbox_called, open_inbox
from leitstern.app.intake.inbox_queries import Watched, watched
from leitstern.app.intake.models import Import
from leitstern.store.state import LakeState, state

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


class InboxIn(Schema):
    name: str = Field(description="Of the folder: small letters, digits, hyphens, underscores.")
    mapping: str = Field(description="A mapping file.")
    kept_days: int = Field(30, ge=0, le=365, description="How long files that came in stay in `done`.")


class InboxOut(Schema):
    name: str
    path: str = Field(description="Empty for whoever may not bring data in.")
    is_open: bool
    kept_days: int
    looked: datetime | None = Field(description="When it was last looked into.")
    said: TextOut = Field(description="Whether somebody looks, or what is wrong.")
    waiting: int
    under_way: int
    done: int
    refused: int


@router.get("/inboxes", response={200: list[InboxOut], **REFUSALS}, summary="All inboxes")
def list_inboxes(request: HttpRequest) -> list[InboxOut]:
    """Folders whose files are brought in by themselves, with what lies in them and the last sign of life."""
    me = person_of(request)
    require(me, Capability.SEE_IMPORTS)
    return [_inbox(one, me) for one in watched()]


@router.post("/inboxes", response={201: InboxOut, **REFUSALS}, summary="Open an inbox")
def open_an_inbox(request: HttpRequest, told: InboxIn) -> Status[InboxOut]:
    """Bring in from now on what is put into this folder; one that is there gets the new mapping."""
    me = person_of(request)
    inbox = open_inbox(me, told.name, told.mapping, told.kept_days)
    return Status(201, next(_inbox(one, me) for one in watched() if one.inbox.pk == inbox.pk))


@router.post("/inboxes/{name}/closing", response={200: InboxOut, **REFUSALS}, summary="Close an inbox")
def close_an_inbox(request: HttpRequest, name: str) -> InboxOut:
    """Take nothing more; what was taken is brought to its end."""
    me = person_of(request)
    require(me, Capability.IMPORT)
    inbox = inbox_called(name)
    close_inbox(me, inbox)
    return next(_inbox(one, me) for one in watched() if one.inbox.pk == inbox.pk)


class LakeTableOut(Schema):
    name: str
    rows: int
    fresh_rows: int = Field(description="Not in their bucket yet.")
    buckets: int = Field(description="Files of buckets; none in a small table.")
    fresh: int = Field(description="Fresh files.")
    size: int = Field(description="Bytes of all files.")
    row_bytes: int | None = Field(description="Bytes per row.")
    version: int
    entries: int = Field(description="Entries in the log.")
    cut: datetime | None = Field(description="When rows were put into buckets last.")


class LakeOut(Schema):
    tables: list[LakeTableOut]
    runs: int = Field(description="Sorted files of hashes of messages.")
    messages: int = Field(description="Messages that would be recognised.")


@router.get("/lake", response={200: LakeOut, **REFUSALS}, summary="How the lake stands")
def lake(request: HttpRequest) -> LakeState:
    """Rows, buckets, fresh files and logs of its five tables; empty before the first import."""
    require(person_of(request), Capability.SEE_IMPORTS)
    return state(current_home()) or LakeState((), 0, 0)


def _inbox(one: Watched, me: Actor) -> InboxOut:
    life = one.life
    return InboxOut(
        name=one.inbox.name,
        path=one.path if Capability.IMPORT in me.capabilities else "",
        is_open=one.inbox.is_open,
        kept_days=one.inbox.kept_days,
        looked=one.inbox.looked,
        said=TextOut(de=life.de, en=life.en),
        waiting=one.waiting,
        under_way=one.under_way,
        done=one.done,
        refused=one.refused,
    )


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
