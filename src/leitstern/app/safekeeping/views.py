"""Backups and exports in the browser."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.core.handlers.asgi import ASGIRequest
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.models import Job, JobState
from leitstern.app.safekeeping import backing, queries, taking
from leitstern.app.safekeeping.apps import BACKUP_JOB, TAKE_JOB, TRIAL_JOB
from leitstern.app.safekeeping.telling import why_stays
from leitstern.core.errors import LeitsternError, NotFound
from leitstern.store.archive import PIECE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from django.http import HttpRequest, HttpResponse


class BackupForm(forms.Form):
    """Where a backup goes."""

    target = forms.CharField(
        label=_("Folder on this server"),
        max_length=400,
        help_text=_(
            "With its whole path, best on another disk. It has to exist; the file gets a name of its own."
        ),
    )


class ExportForm(forms.Form):
    """What an export holds beside Parquet."""

    with_csv = forms.BooleanField(label=_("As CSV, too"), required=False)


def overview(request: HttpRequest) -> HttpResponse:
    """All backups and exports, what runs, and the forms for new ones."""
    me = person_of(request)
    require(me, Capability.LOOK_AFTER)
    found = queries.backups()
    form = BackupForm(
        request.POST or None, initial={"target": str(Path(found[0].backup.place).parent) if found else ""}
    )
    if request.method == "POST" and form.is_valid():
        try:
            backing.queue_backup(me, Path(form.cleaned_data["target"].strip()))
        except LeitsternError as problem:
            form.add_error("target", problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("The backup is on its way; you can leave this page."))
            return redirect("safekeeping:overview")
    jobs = Job.objects.filter(kind__in=(BACKUP_JOB, TRIAL_JOB, TAKE_JOB))
    context = {
        "backups": found,
        "held": queries.still_held(found),
        "exports": queries.exports(),
        "form": form,
        "export_form": ExportForm(),
        "going_on": jobs.filter(state__in=(JobState.WAITING, JobState.RUNNING)).order_by("id"),
        "failed": [(job, job.error or {}) for job in jobs.filter(state=JobState.FAILED)[:3]],
        "stays": why_stays(),
    }
    return render(request, "safekeeping/overview.html", context)


@require_POST
def trial(request: HttpRequest, backup_id: int) -> HttpResponse:
    """Restore a backup for trial."""
    me = person_of(request)
    require(me, Capability.LOOK_AFTER)
    return _done(
        request,
        lambda: backing.queue_trial(me, queries.backup_called(backup_id)),
        gettext("It is restored for trial; you can leave this page."),
    )


@require_POST
def remove(request: HttpRequest, backup_id: int) -> HttpResponse:
    """Delete a backup."""
    me = person_of(request)
    require(me, Capability.LOOK_AFTER)
    return _done(
        request,
        lambda: backing.remove(me, queries.backup_called(backup_id)),
        gettext("The backup and its secret are deleted."),
    )


@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Begin an export of everything."""
    me = person_of(request)
    require(me, Capability.LOOK_AFTER)
    form = ExportForm(request.POST)
    wanted = form.is_valid() and form.cleaned_data["with_csv"]
    return _done(
        request,
        lambda: taking.queue_export(me, with_csv=wanted),
        gettext("The export is on its way; you can leave this page."),
    )


def fetch(request: HttpRequest, taken_id: int) -> StreamingHttpResponse:
    """The archive itself, piece by piece."""
    me = person_of(request)
    require(me, Capability.LOOK_AFTER)
    taken = queries.export_called(taken_id)
    file = taking.file_of(taken)
    if taken.size is None or not file.is_file():
        raise NotFound(queries.NO_EXPORT)
    fetched = taking.fetched(me, taken)
    # A server that answers many at once would hold a whole file in memory if its pieces did not let others work.
    pieces = _pieces_between(fetched) if isinstance(request, ASGIRequest) else _pieces(fetched)
    response = StreamingHttpResponse(pieces, content_type="application/zip")
    response["Content-Length"] = str(taken.size)
    response["Content-Encoding"] = "identity"  # it is compressed already
    response["Content-Disposition"] = f'attachment; filename="leitstern-{taken.created:%Y-%m-%d}.zip"'
    return response


@require_POST
def remove_export(request: HttpRequest, taken_id: int) -> HttpResponse:
    """Delete an export."""
    me = person_of(request)
    require(me, Capability.LOOK_AFTER)
    return _done(
        request,
        lambda: taking.remove_export(me, queries.export_called(taken_id)),
        gettext("The export is deleted."),
    )


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb") as source:
        while piece := source.read(PIECE):
            yield piece


async def _pieces_between(file: Path) -> AsyncIterator[bytes]:
    pieces = _pieces(file)
    while piece := await asyncio.to_thread(next, pieces, b""):
        yield piece


def _done(request: HttpRequest, do: Callable[[], object], said: str) -> HttpResponse:
    try:
        do()
    except NotFound:
        raise
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    else:
        messages.success(request, said)
    return redirect("safekeeping:overview")
