"""Backups and exports for programs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.schemas import REFUSALS, TextOut, both
from leitstern.app.safekeeping import backing, queries, taking

if TYPE_CHECKING:
    from leitstern.app.common.models import Job
    from leitstern.app.safekeeping.models import Taken
    from leitstern.app.safekeeping.queries import Kept

router = Router(tags=["safekeeping"])


class BackupOut(Schema):
    id: int
    place: str
    size: int
    rows: dict[str, int]
    created: datetime
    checked: datetime | None = Field(description="When every byte was read last.")
    tried: datetime | None = Field(description="When it was restored for trial last.")
    problem: TextOut | None
    is_there: bool
    erased_since: int = Field(description="Customers who were erased since and are in it still.")


class BackupIn(Schema):
    target: str = Field(description="A folder of the server, or a file ending in .zip, with its whole path.")


class BegunOut(Schema):
    job: int
    state: str


class ExportIn(Schema):
    with_csv: bool = Field(False, description="The lake as CSV, too.")


class ExportOut(Schema):
    id: int
    created: datetime
    expires: datetime
    size: int | None = Field(description="None while it is being written.")
    rows: dict[str, int]
    address: str = Field(description="Where it can be fetched.")


@router.get("/backups", response={200: list[BackupOut], **REFUSALS}, summary="All backups")
def list_backups(request: HttpRequest) -> list[BackupOut]:
    """Newest first, with what they still hold of customers who were erased since."""
    require(person_of(request), Capability.LOOK_AFTER)
    return [_backup(each) for each in queries.backups()]


@router.post("/backups", response={201: BegunOut, **REFUSALS}, summary="Back up now")
def back_up_now(request: HttpRequest, told: BackupIn) -> Status[BegunOut]:
    """The worker writes it; a place that will not do, or is too full, is refused at once."""
    return Status(201, _begun(backing.queue_backup(person_of(request), Path(told.target))))


@router.post("/backups/{backup_id}/trial", response={201: BegunOut, **REFUSALS}, summary="Restore for trial")
def try_a_backup(request: HttpRequest, backup_id: int) -> Status[BegunOut]:
    """The worker restores it into a folder that is thrown away, opens it and counts everything."""
    me = person_of(request)
    require(me, Capability.LOOK_AFTER)
    return Status(201, _begun(backing.queue_trial(me, queries.backup_called(backup_id))))


@router.delete("/backups/{backup_id}", response={200: None, **REFUSALS}, summary="Delete a backup")
def remove_a_backup(request: HttpRequest, backup_id: int) -> None:
    """And the secret beside it."""
    me = person_of(request)
    require(me, Capability.LOOK_AFTER)
    backing.remove(me, queries.backup_called(backup_id))


@router.get("/exports", response={200: list[ExportOut], **REFUSALS}, summary="All exports")
def list_exports(request: HttpRequest) -> list[ExportOut]:
    """Newest first; each can be fetched until it expires."""
    require(person_of(request), Capability.LOOK_AFTER)
    return [_export(each) for each in queries.exports()]


@router.post("/exports", response={201: ExportOut, **REFUSALS}, summary="Take everything along")
def begin_export(request: HttpRequest, told: ExportIn) -> Status[ExportOut]:
    """The worker writes an archive of everything in open formats."""
    return Status(201, _export(taking.queue_export(person_of(request), with_csv=told.with_csv)))


@router.delete("/exports/{taken_id}", response={200: None, **REFUSALS}, summary="Delete an export")
def remove_an_export(request: HttpRequest, taken_id: int) -> None:
    """Before it expires."""
    me = person_of(request)
    require(me, Capability.LOOK_AFTER)
    taking.remove_export(me, queries.export_called(taken_id))


def _backup(each: Kept) -> BackupOut:
    made = each.backup
    return BackupOut(
        id=made.pk,
        place=made.place,
        size=made.size,
        rows=made.rows,
        created=made.created,
        checked=made.checked,
        tried=made.tried,
        problem=both(each.problem) if each.problem else None,
        is_there=each.is_there,
        erased_since=each.erased_since,
    )


def _begun(job: Job) -> BegunOut:
    return BegunOut(job=job.pk, state=job.state)


def _export(taken: Taken) -> ExportOut:
    return ExportOut(
        id=taken.pk,
        created=taken.created,
        expires=taken.expires,
        size=taken.size,
        rows=taken.rows,
        address=f"/operations/exports/{taken.pk}",
    )
