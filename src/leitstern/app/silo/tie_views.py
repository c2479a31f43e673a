"""Pages of counted ties: handing in a count, reading one, taking it back."""

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
from leitstern.app.company.former import unit_names
from leitstern.app.company.queries import departments
from leitstern.app.inside.agreements import floor
from leitstern.app.placement.assumed import assumptions
from leitstern.app.silo import actions
from leitstern.app.silo.counts import count_by_id, counts, index_of, reading_of, ties_of
from leitstern.app.silo.drawing import differences_drawing
from leitstern.app.silo.forms import CountForm
from leitstern.app.silo.table import COUNTS_HEADER, TIES_HEADER, by_unit, count_rows, tie_rows
from leitstern.app.waves.mistakes import mistakes_in
from leitstern.collect.kpi_columns import UNIT
from leitstern.collect.ties_file import PEOPLE
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.silo.ties import EI

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.silo.models import TieCount
    from leitstern.core.inside.silo.facet import Verdict

SAMPLED = 4  # departments of the table to begin with
APART = 6  # pairs of departments named as far apart …
ENOUGH = 5  # … of those between which chance alone would have as many ties


def ties(request: HttpRequest) -> HttpResponse:
    """All counts with their index; and handing one in."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    form, mistakes, status = CountForm(request.POST or None, request.FILES or None), None, 200
    if request.method == "POST":
        require(me, Capability.KEEP_REGISTERS)
        if form.is_valid():
            given = form.cleaned_data
            try:
                with handed_in(given["file"]) as file:
                    made = actions.hand_in(
                        me, file.parent, file.name, given["day"], given["source"], given["spread"]
                    )
            except LeitsternError as refused:
                mistakes, status = mistakes_in(refused), refused.status
            else:
                messages.success(request, gettext("Kept, counted between departments only."))
                return redirect("silo:count", made.pk)
    found = [(each, ei if isinstance(ei := index_of(each), EI) else None) for each in counts()]
    if request.GET.get("format") == "csv":
        return csv_response("ties-over-time", COUNTS_HEADER, count_rows(found))
    standing = [(each, ei) for each, ei in reversed(found) if ei and each.withdrawn is None]
    context = {
        "found": found,
        "chart": differences_drawing([(each.day, ei) for each, ei in standing]),
        "verdict": _verdict(standing[-1][0]) if standing else None,
        "form": form,
        "mistakes": mistakes,
        "fewest": floor()[0],
        "may_keep": Capability.KEEP_REGISTERS in me.capabilities,
    }
    return render(request, "silo/ties.html", context, status=status)


def count(request: HttpRequest, count_id: int) -> HttpResponse:
    """One count: between which departments there are fewer ties than by chance."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    kept = count_by_id(count_id)
    there, names = ties_of(kept), unit_names()
    rows = list(tie_rows(there, names, get_language() or "en"))
    if request.GET.get("format") == "csv":
        return csv_response("ties", TIES_HEADER, rows)
    ei = index_of(kept)
    between = [row for row in rows if row[0] != row[1] and float(str(row[3])) >= ENOUGH]
    context = {
        "count": kept,
        "ei": ei if isinstance(ei, EI) else None,
        "why": None if isinstance(ei, EI) else ei.reason,
        "verdict": _verdict(kept),
        "side": reading_of(kept),
        "units": by_unit(there, names),
        "apart": sorted(between, key=lambda row: (float(str(row[4])), -float(str(row[3]))))[:APART],
        "folded": [(names.get(unit, unit), names.get(into, into)) for unit, into in kept.folded],
        "may_keep": Capability.KEEP_REGISTERS in me.capabilities,
    }
    return render(request, "silo/count.html", context)


def _verdict(count: TieCount) -> Verdict:
    """What may be said of the side of action by this count alone."""
    return reading_of(count).verdict(assumptions()["silo_notable"])


def sample(request: HttpRequest) -> HttpResponse:
    """A table that could be handed in, with the company's own departments."""
    require(person_of(request), Capability.SEE_INSIDE)
    language = get_language() or "en"
    names = [each.name.to(language) for each in departments()[:SAMPLED]]
    rows = [
        [name, "20", *("60" if at == to else "8" if to > at else "" for to in range(len(names)))]
        for at, name in enumerate(names)
    ]
    return csv_response("ties", [UNIT.title.to(language), PEOPLE.title.to(language), *names], rows)


@require_POST
def withdraw(request: HttpRequest, count_id: int) -> HttpResponse:
    """Take a count back, or (`undo`) let it stand again."""
    me, kept = person_of(request), count_by_id(count_id)
    if "undo" in request.POST:
        actions.reinstate_ties(me, kept)
    else:
        actions.withdraw_ties(me, kept)
        messages.info(request, gettext("Withdrawn. What was known before stands again."))
    return redirect("silo:ties")
