"""Beliefs: the blank sheet, handing it in, and what is believed, never of fewer than five."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.files import handed_in
from leitstern.app.common.home import current_home
from leitstern.app.company.queries import current_taxonomy, require_taxonomy
from leitstern.app.inside import actions, queries
from leitstern.app.inside.forms import SheetForm
from leitstern.collect.belief_sheet import MOST_PEOPLE, asked, write_belief_sheet
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest

    from leitstern.app.inside.models import Group
    from leitstern.core.company.taxonomy import Facet, Taxonomy
    from leitstern.core.stats.estimate import Measured

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Row:
    """One statement at one touchpoint."""

    touchpoint: Touchpoint
    facet: Facet
    belief: Measured
    groups: list[tuple[Group, Measured]]


def beliefs(request: HttpRequest) -> HttpResponse:
    """What is believed, how it came in, and the form to hand in a sheet."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    taxonomy = current_taxonomy()
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        require(me, Capability.RECORD_BELIEFS)
    if form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            with handed_in(upload) as file:
                kept = actions.record_sheet(me, upload.name, file)
        except LeitsternError as problem:
            form.add_error("file", problem.text.to(get_language() or "en"))
        else:
            n = kept.beliefs.count()
            messages.success(
                request, ngettext("%(n)s guess was kept.", "%(n)s guesses were kept.", n) % {"n": n}
            )
            return redirect("inside:beliefs")
    context = {
        "taxonomy": taxonomy,
        "rows": believed(taxonomy) if taxonomy else [],
        "collections": queries.collections(),
        "form": form,
        "may_record": Capability.RECORD_BELIEFS in me.capabilities,
        "questions": len(asked(taxonomy)) if taxonomy else 0,
    }
    return render(request, "inside/beliefs.html", context)


def believed(taxonomy: Taxonomy) -> list[Row]:
    """What is believed at touchpoints of the taxonomy, of everybody and per group."""
    points, groups = taxonomy.lookup(Touchpoint), queries.group_estimates()
    rows = []
    for (touchpoint, facet), belief in queries.belief_estimates().items():
        here, statement = points.slug(touchpoint), taxonomy.facet(facet)
        if here and statement:
            rows.append(Row(here, statement, belief, groups.get((touchpoint, facet), [])))
    return rows


def sheet(request: HttpRequest) -> HttpResponse:
    """A blank sheet in the reader's language; `?people=12` makes one for a room."""
    require(person_of(request), Capability.SEE_GAP)
    wanted = request.GET.get("people", "1")
    people = min(max(int(wanted), 1), MOST_PEOPLE) if wanted.isdecimal() else 1
    language = "de" if (get_language() or "en").startswith("de") else "en"
    with TemporaryDirectory(dir=current_home().staging) as folder:
        file = Path(folder) / "beliefs.xlsx"
        write_belief_sheet(file, require_taxonomy(), language, people)
        response = HttpResponse(file.read_bytes(), content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(True, gettext("beliefs") + ".xlsx")
    return response


@require_POST
def remove(request: HttpRequest, collection_id: int) -> HttpResponse:
    """Take a collection of guesses out again."""
    actions.remove(person_of(request), collection_id)
    messages.info(request, gettext("Taken out. The gap is calculated without these guesses from now on."))
    return redirect("inside:beliefs")
