"""Imports in the browser: hand in, understand, correct, try out, bring in, look after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.models import Job
from leitstern.app.company.queries import current_taxonomy, require_taxonomy
from leitstern.app.intake import actions, queries
from leitstern.app.intake import guided as guide
from leitstern.app.intake.forms import RolesForm, UploadForm
from leitstern.app.intake.models import ImportState
from leitstern.collect.mapping_writer import write_mapping
from leitstern.collect.taxonomy_file import write_taxonomy
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest

YAML = "application/yaml; charset=utf-8"
PREVIEWED = 5  # rows of the file shown beside the proposal


def imports(request: HttpRequest) -> HttpResponse:
    """All imports, and the form to hand in files."""
    me = person_of(request)
    require(me, Capability.SEE_IMPORTS)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        require(me, Capability.IMPORT)
        upload = guide.keep(form.cleaned_data["files"])
        try:
            if upload.mapping:
                return redirect("intake:import", actions.queue_folder(me, upload).pk)
            if len(upload.files) > 1:
                form.add_error(
                    "files",
                    gettext(
                        "Several files need a mapping.yaml among them that says how they belong together. One file alone needs none."
                    ),
                )
            else:
                guide.understand(upload)
                return redirect("intake:guided", upload.token)
        except LeitsternError as problem:
            form.add_error("files", problem.text.to(get_language() or "en"))
    context = {
        "imports": queries.imports()[:100],
        "form": form,
        "taxonomy": current_taxonomy(),
        "may_import": Capability.IMPORT in me.capabilities,
    }
    return render(request, "intake/imports.html", context)


def guided(request: HttpRequest, token: str) -> HttpResponse:
    """What we understood of a file; correct it, try it out, bring it in."""
    me = person_of(request)
    require(me, Capability.IMPORT)
    upload = guide.kept(token)
    proposal, seen = guide.understand(upload)
    form = RolesForm(proposal, request.POST or None)
    roles = form.roles()
    missing = proposal.missing(roles)
    trial, problem = None, ""
    if request.method == "POST" and form.is_valid() and not missing:
        try:
            if "bring-in" in request.POST:
                run = actions.queue_guided(me, upload, proposal, roles)
                return redirect("intake:import", run.pk)
            trial = actions.try_mapping(
                proposal.to_mapping(roles), upload.folder, proposal.to_taxonomy(roles)
            )
        except LeitsternError as error:
            problem = error.text.to(get_language() or "en")
    context = {
        "file": upload.files[0].name,
        "form": form,
        "lines": list(zip(proposal.choices, form, strict=True)),
        "columns": seen.columns,
        "rows": seen.rows[:PREVIEWED],
        "missing": missing,
        "hints": proposal.hints(roles),
        "trial": trial,
        "problem": problem,
        "mapping": "" if missing else write_mapping(proposal.to_mapping(roles)),
    }
    return render(request, "intake/guided.html", context)


def one(request: HttpRequest, import_id: int) -> HttpResponse:
    """One import: progress, counts, quarantine."""
    me = person_of(request)
    require(me, Capability.SEE_IMPORTS)
    run = queries.import_by_id(import_id)
    context = {
        "run": run,
        "job": _job(import_id),
        "reasons": queries.quarantine_by_reason(run),
        "entries": queries.quarantined(run)[:20],
        "may_import": Capability.IMPORT in me.capabilities,
    }
    return render(request, "intake/import.html", context)


def progress(request: HttpRequest, import_id: int) -> HttpResponse:
    """How far it is; asked for every second. When it ends, the page is loaded anew."""
    require(person_of(request), Capability.SEE_IMPORTS)
    run = queries.import_by_id(import_id)
    response = render(request, "intake/progress.html", {"run": run, "job": _job(import_id)})
    if run.state not in {ImportState.WAITING, ImportState.RUNNING}:
        response["HX-Refresh"] = "true"
    return response


def mapping(request: HttpRequest, import_id: int) -> HttpResponse:
    """The mapping file as it was used."""
    require(person_of(request), Capability.SEE_IMPORTS)
    return _download("mapping.yaml", queries.import_by_id(import_id).mapping)


def taxonomy(request: HttpRequest) -> HttpResponse:
    """The current taxonomy as a file."""
    require(person_of(request), Capability.SEE_GAP)
    return _download("taxonomy.yaml", write_taxonomy(require_taxonomy()))


def quarantine(request: HttpRequest, import_id: int) -> HttpResponse:
    """Everything that waits, with its reason and as it stood in the file."""
    require(person_of(request), Capability.IMPORT)
    run = queries.import_by_id(import_id)
    language = get_language() or "en"
    rows = (
        [
            e.source,
            e.line,
            e.code,
            e.reason.to(language),
            bytes(e.original).decode(e.encoding or "utf-8", "backslashreplace"),
        ]
        for e in queries.quarantined(run).iterator()
    )
    return csv_response(f"quarantine-{import_id}", ["source", "line", "code", "reason", "record"], rows)


@require_POST
def purge(request: HttpRequest, import_id: int) -> HttpResponse:
    """Take a whole import out again."""
    actions.purge(person_of(request), queries.import_by_id(import_id))
    messages.info(
        request, gettext("Taken out. Nothing of this import counts any more; the files may come in again.")
    )
    return redirect("intake:import", import_id)


@require_POST
def replay(request: HttpRequest, import_id: int) -> HttpResponse:
    """Try what waits in quarantine once more, with the mapping file that was corrected meanwhile (or the same)."""
    me, run = person_of(request), queries.import_by_id(import_id)
    corrected = request.FILES.get("mapping")
    try:
        replayed = actions.replay(
            me, run, corrected.read().decode("utf-8", "replace") if corrected else run.mapping
        )
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
        return redirect("intake:import", import_id)
    return redirect("intake:import", replayed.pk)


def _job(import_id: int) -> Job | None:
    return Job.objects.filter(kind=actions.IMPORT_JOB, payload__import=import_id).first()


def _download(name: str, text: str) -> HttpResponse:
    response = HttpResponse(text, content_type=YAML)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
