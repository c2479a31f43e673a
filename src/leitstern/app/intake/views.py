"""Imports in the browser: hand in, understand, correct, try out, bring in, look after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.home import current_home
from leitstern.app.common.models import Job
from leitstern.app.company.queries import current_taxonomy, require_taxonomy
from leitstern.app.intake import actions, queries, uploads
from leitstern.app.intake.apps import IMPORT_JOB
from leitstern.app.intake.forms import ZONES, RolesForm, UploadForm
from leitstern.app.intake.guided import HERE, understand
from leitstern.app.intake.inbox_queries import came_last, watched
from leitstern.app.intake.inbox_views import InboxForm
from leitstern.app.intake.performing import UNFINISHED
from leitstern.collect.mapping_writer import write_mapping
from leitstern.collect.taxonomy_file import read_taxonomy, write_taxonomy
from leitstern.core.errors import InvalidInput, LeitsternError
from leitstern.core.texts import Text
from leitstern.store.state import state

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.http import HttpRequest

    from leitstern.app.accounts.models import Person

YAML = "application/yaml; charset=utf-8"
PREVIEWED = 5  # rows of the file shown beside the proposal
MOST_TEXT = 2_000_000  # bytes of a taxonomy or mapping file
NO_MAPPING = Text(
    en="Several files need a mapping.yaml among them that says how they belong together. One file alone needs none. "
    "Nothing was kept.",
    de="Mehrere Dateien brauchen eine mapping.yaml, die sagt, wie sie zusammengehören. Eine Datei allein braucht keine. "
    "Es wurde nichts behalten.",
)
NO_TEXT_FILE = Text(
    en="Please choose a YAML file of at most 2 MB. Nothing was changed.",
    de="Bitte wählen Sie eine YAML-Datei von höchstens 2 MB. Es wurde nichts geändert.",
)


def imports(request: HttpRequest) -> HttpResponse:
    """All imports, and the form to hand in files."""
    me = person_of(request)
    require(me, Capability.SEE_IMPORTS)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        require(me, Capability.IMPORT)
    if form.is_valid():
        try:
            return redirect(_taken_in(me, form.cleaned_data["files"]))
        except LeitsternError as problem:
            form.add_error("files", problem.text.to(get_language() or "en"))
    context = {
        "imports": queries.imports()[:100],
        "form": form,
        "taxonomy": current_taxonomy(),
        "inboxes": watched(),
        "dropped": came_last(),
        "inbox_form": InboxForm(),
        "lake": state(current_home()),
        "may_import": Capability.IMPORT in me.capabilities,
        "may_edit": Capability.EDIT_TAXONOMY in me.capabilities,
    }
    return render(request, "intake/imports.html", context)


def guided(request: HttpRequest, token: str) -> HttpResponse:
    """What we understood of a file; correct it, try it out, bring it in."""
    me = person_of(request)
    require(me, Capability.IMPORT)
    if done := queries.brought_in_from(uploads.folder_of(token)):
        if request.method == "GET":  # somebody went back; pressing a button twice needs no words
            said = gettext("These files came in as import %(number)s. To bring in others, hand them in anew.")
            messages.info(request, said % {"number": done.pk})
        return redirect("intake:import", done.pk)
    upload = uploads.kept(token)
    zone = request.POST.get("time_zone", "")
    proposal, seen = understand(upload, zone if zone in ZONES else HERE)
    form = RolesForm(proposal, request.POST or None)
    roles = form.roles()
    proposal = replace(proposal, said=form.said())
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
        "lines": form.lines(),
        "place": form["place"] if "place" in form.fields else None,
        "unknown": form.unknown(),
        "columns": seen.columns,
        "rows": seen.rows[:PREVIEWED],
        "missing": missing,
        "hints": proposal.hints(roles),
        "twin": queries.came_in_before(uploads.digest(upload.files[0])),
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
        "under_way": run.state in UNFINISHED,
        "job": _job(import_id),
        "reasons": queries.quarantine_by_reason(run),
        "entries": queries.quarantined(run)[:20],
        "nothing_changed": queries.nothing_changed(run),
        "same_rules": queries.same_rules(run),
        "may_import": Capability.IMPORT in me.capabilities,
    }
    return render(request, "intake/import.html", context)


def progress(request: HttpRequest, import_id: int) -> HttpResponse:
    """How far it is; asked for every second. When it ends, the page is loaded anew."""
    require(person_of(request), Capability.SEE_IMPORTS)
    run = queries.import_by_id(import_id)
    response = render(request, "intake/progress.html", {"run": run, "job": _job(import_id)})
    if run.state not in UNFINISHED:
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
    actions.queue_purge(person_of(request), queries.import_by_id(import_id))
    return redirect("intake:import", import_id)


@require_POST
def change_taxonomy(request: HttpRequest) -> HttpResponse:
    """Adopt a taxonomy file that somebody has edited."""
    me = person_of(request)
    require(me, Capability.EDIT_TAXONOMY)
    file = request.FILES.get("taxonomy")
    try:
        if file is None or (file.size or 0) > MOST_TEXT:
            raise InvalidInput(NO_TEXT_FILE)
        version = actions.change_taxonomy(me, read_taxonomy(file.read(), file.name or "taxonomy.yaml"))
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    else:
        messages.success(
            request, gettext("The taxonomy was changed (version %(number)s).") % {"number": version.pk}
        )
    return redirect("intake:imports")


@require_POST
def replay(request: HttpRequest, import_id: int) -> HttpResponse:
    """Try what waits in quarantine once more, with the mapping file that was corrected meanwhile (or the same)."""
    me = person_of(request)
    require(me, Capability.IMPORT)
    run, mended = queries.import_by_id(import_id), request.FILES.get("mapping")
    try:
        if mended and (mended.size or 0) > MOST_TEXT:
            raise InvalidInput(NO_TEXT_FILE)
        text = mended.read().decode("utf-8-sig", "replace") if mended else run.mapping
        again = actions.queue_replay(me, run, text)
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
        return redirect("intake:import", import_id)
    return redirect("intake:import", again.pk)


def _taken_in(me: Person, files: list[UploadedFile[Any]]) -> str:
    """Keep handed-in files, and say where it goes on: at the import, or at what we understood of the one file.

    Raises InvalidInput or Conflict; then nothing is kept.
    """
    upload = uploads.keep(files)
    try:
        if upload.mapping:
            run = actions.queue_folder(me, upload, upload.mapping)
            return reverse("intake:import", args=[run.pk])
        if len(upload.files) > 1:
            raise InvalidInput(NO_MAPPING)
        understand(upload)
    except LeitsternError:
        uploads.discard(current_home(), upload.folder)
        raise
    return reverse("intake:guided", args=[upload.token])


def _job(import_id: int) -> Job | None:
    return Job.objects.filter(kind=IMPORT_JOB, payload__import=import_id).first()


def _download(name: str, text: str) -> HttpResponse:
    response = HttpResponse(text, content_type=YAML)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
