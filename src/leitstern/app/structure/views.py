"""The organisation at a glance, along the journey, and as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.files import handed_in
from leitstern.app.company.former import touchpoint_names
from leitstern.app.structure import bringing, queries, reading
from leitstern.app.structure.bringing import KINDS, Kind
from leitstern.app.structure.forms import FileForm
from leitstern.app.structure.pages import context_of
from leitstern.app.structure.table import JOURNEY_HEADER, journey_rows, sample
from leitstern.app.waves.mistakes import mistakes_in
from leitstern.core.errors import LeitsternError, NotFound
from leitstern.core.inside.structure.findings import TOPICS, Topic
from leitstern.core.inside.structure.journeys import carried_share, matched_share, unmatched_works
from leitstern.core.inside.structure.saying import inward
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

NO_KIND = Text(en="There is no such table.", de="Eine solche Tabelle gibt es nicht.")
PAGES = {
    Topic.SAYING: "structure:journeys",
    Topic.JOURNEYS: "structure:journeys",
    Topic.INTERFACES: "structure:interfaces",
    Topic.DUTIES: "structure:works",
    Topic.EXCUSE: "structure:works",
    Topic.AMBASSADORS: "structure:roles",
    Topic.SPANS: "structure:roles",
    Topic.SKILLS: "structure:skills",
    Topic.LEFTOVERS: "structure:leftovers",
}


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """The most urgent finding as a sentence, then all of them."""
    require(person_of(request), Capability.SEE_INSIDE)
    everything = queries.everything()
    found = queries.findings_now(everything)
    context = context_of(
        request,
        findings=[(each, TOPICS[each.topic], PAGES[each.topic]) for each in found],
        first=found[0] if found else None,
        alarms=sum(each.alarm for each in found),
        everything=everything,
        inward=inward(everything.register, timezone.localdate()),
        begun=bool(everything.register.roles or everything.interfaces or everything.works),
    )
    return render(request, "structure/overview.html", context)


@require_GET
def journeys(request: HttpRequest) -> HttpResponse:
    """Each designed journey against the structure."""
    require(person_of(request), Capability.SEE_INSIDE)
    known, works, between = reading.register(), reading.works(), reading.interfaces()
    found, today = queries.alignments(known, works, between), timezone.localdate()
    if request.GET.get("format") == "csv":
        return csv_response("journeys", JOURNEY_HEADER, journey_rows(found, get_language() or "en"))
    context = context_of(
        request,
        found=found,
        touchpoints=touchpoint_names(),
        carried=carried_share(found, today),
        matched=matched_share(found, today),
        unmatched=unmatched_works(works, found),
        inward=inward(known, today),
        saying=queries.leaders_say(),
        whole={each.slug: each for each in works if each.place == "journey"},
    )
    return render(request, "structure/journeys.html", context)


def files(request: HttpRequest) -> HttpResponse:
    """Handing in a table, and tables to begin with."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    form, mistakes, status = FileForm(request.POST or None, request.FILES or None), None, 200
    if request.method == "POST":
        require(me, Capability.KEEP_REGISTERS)
        if form.is_valid():
            try:
                with handed_in(form.cleaned_data["file"]) as file:
                    kind = Kind(form.cleaned_data["kind"])
                    brought = bringing.hand_in(me, kind, file.parent, file.name, timezone.localdate())
            except LeitsternError as refused:
                mistakes, status = mistakes_in(refused), refused.status
            else:
                messages.success(request, brought.sentence.to(get_language() or "en"))
                return redirect("structure:overview")
    context = context_of(request, form=form, mistakes=mistakes, kinds=KINDS.items())
    return render(request, "structure/files.html", context, status=status)


@require_GET
def sample_file(request: HttpRequest, kind: str) -> HttpResponse:
    """What is there of one kind as a table, or one line to begin with."""
    require(person_of(request), Capability.SEE_INSIDE)
    if kind not in Kind:
        raise NotFound(NO_KIND)
    return csv_response(kind, *sample(Kind(kind), get_language() or "en"))
