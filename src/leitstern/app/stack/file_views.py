"""Files of technology: handing one in, seeing what it would change, keeping it, taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.files import handed_in
from leitstern.app.stack import importing, queries
from leitstern.app.stack.judging_forms import FileForm
from leitstern.app.stack.models import Import
from leitstern.app.stack.samples import SAMPLED, sample
from leitstern.app.stack.views import may
from leitstern.app.waves.mistakes import mistakes_in
from leitstern.collect.stack.brought import ORIGINS, Origin
from leitstern.core.errors import LeitsternError, NotFound
from leitstern.core.inside.stack.difference import title
from leitstern.core.inside.stack.inventory import kind_of
from leitstern.core.inside.stack.ratings import SHORT, VIEWS
from leitstern.core.inside.stack.terms import KINDS
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

SHOWN = 200  # lines of a difference


def files(request: HttpRequest) -> HttpResponse:
    """Files handed in; and handing one in."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    form, mistakes, status = FileForm(request.POST or None, request.FILES or None), None, 200
    if request.method == "POST":
        require(me, Capability.KEEP_REGISTERS)
        if form.is_valid():
            try:
                with handed_in(form.cleaned_data["file"]) as kept:
                    origin = Origin(form.cleaned_data["origin"])
                    row = importing.bring(
                        me, kept.parent, kept.name, origin, whole=form.cleaned_data["whole"]
                    )
            except LeitsternError as refused:
                mistakes, status = mistakes_in(refused), refused.status
            else:
                return redirect("stack:file", row.pk)
    context = {
        "rows": [(each, ORIGINS[Origin(each.origin)]) for each in Import.objects.all()[:100]],
        "samples": [(each, ORIGINS[each]) for each in SAMPLED],
        "form": form,
        "mistakes": mistakes,
        **may(request),
    }
    return render(request, "stack/files.html", context, status=status)


def file(request: HttpRequest, import_id: int) -> HttpResponse:
    """What a file says: how its columns were understood, and what it changes."""
    require(person_of(request), Capability.SEE_INSIDE)
    row = importing.import_by_id(import_id)
    names = queries.application_names()
    context = {
        "row": row,
        "origin": ORIGINS[Origin(row.origin)],
        "columns": [(theirs, Text(en, de) if en else None) for theirs, en, de in row.columns],
        "since": importing.changed_since(row) if row.kept and not row.withdrawn else (),
        **may(request),
    }
    if row.origin == Origin.RATINGS:
        rated = importing.rated(row)
        context |= {
            "n": len(rated),
            "rated": [
                (names.get(each.application, each.application), SHORT[each.question], VIEWS[each.view], each)
                for each in rated[:SHOWN]
            ],
        }
    elif not row.kept or row.withdrawn:
        found = importing.shown(row)
        context |= {
            "found": found,
            "n": len(found.added) + len(found.changed) + len(found.gone),
            "added": [(KINDS[kind_of(each)], title(each, names)) for each in found.added[:SHOWN]],
            "changed": [
                (KINDS[kind_of(each.after)], title(each.before, names), each.fields)
                for each in found.changed[:SHOWN]
            ],
            "lost": [(KINDS[kind_of(each)], title(each, names)) for each in found.gone[:SHOWN]],
        }
    else:
        context["n"] = row.editions.count()
    return render(request, "stack/file.html", context)


@require_POST
def keep(request: HttpRequest, import_id: int) -> HttpResponse:
    """Let what a file says stand."""
    me, row = person_of(request), importing.import_by_id(import_id)
    require(me, Capability.KEEP_REGISTERS)
    return _told(request, row, gettext("Kept."), lambda: importing.keep(me, row))


@require_POST
def withdraw(request: HttpRequest, import_id: int) -> HttpResponse:
    """Take a file back."""
    me, row = person_of(request), importing.import_by_id(import_id)
    require(me, Capability.KEEP_REGISTERS)
    said = gettext("Taken back. What was there before stands again.")
    return _told(request, row, said, lambda: importing.withdraw(me, row))


@require_POST
def discard(request: HttpRequest, import_id: int) -> HttpResponse:
    """Throw away what was read and not kept."""
    me, row = person_of(request), importing.import_by_id(import_id)
    require(me, Capability.KEEP_REGISTERS)
    try:
        importing.discard(me, row)
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
        return redirect("stack:file", import_id)
    messages.info(request, gettext("Thrown away. Nothing of the inventory was changed."))
    return redirect("stack:files")


def sample_file(request: HttpRequest, origin: str) -> HttpResponse:
    """A table that could be handed in, in the reader's language and with what is there."""
    require(person_of(request), Capability.SEE_INSIDE)
    if origin not in SAMPLED:
        raise NotFound(importing.NO_IMPORT)
    return csv_response(origin, *sample(Origin(origin), get_language() or "en"))


def _told(request: HttpRequest, row: Import, said: str, do: Callable[[], object]) -> HttpResponse:
    """Do it and say so, or say why not."""
    try:
        do()
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    else:
        messages.success(request, said)
    return redirect("stack:file", row.pk)
