"""Counts handed in: what came when, tables to begin with, and taking a table back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.files import handed_in
from leitstern.app.practice import counting, pages
from leitstern.app.practice.forms import CountsFileForm
from leitstern.app.practice.models import Batch
from leitstern.app.practice.samples import sample
from leitstern.app.waves.mistakes import mistakes_in
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def counts(request: HttpRequest) -> HttpResponse:
    """Everything that was counted, as it came; `?sample=principles` and `?sample=uses` are tables to fill in."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    if request.GET.get("sample") in ("principles", "uses"):
        kind = request.GET["sample"]
        return csv_response(kind, *sample(kind, get_language() or "en", timezone.localdate()))
    form, mistakes, status = CountsFileForm(request.POST or None, request.FILES or None), None, 200
    if request.method == "POST":
        require(me, Capability.KEEP_REGISTERS)
        if form.is_valid():
            bring = (
                counting.bring_counts if form.cleaned_data["kind"] == "principles" else counting.bring_uses
            )
            try:
                with handed_in(form.cleaned_data["file"]) as file:
                    bring(me, file.parent, file.name, timezone.localdate())
            except LeitsternError as refused:
                mistakes, status = mistakes_in(refused), refused.status
            else:
                said = gettext("Kept. Where a month was counted before, the newer count stands above it.")
                messages.success(request, said)
                return redirect("practice:counts")
    context = {
        "batches": Batch.objects.annotate(
            n_counts=Count("counts", distinct=True), n_uses=Count("uses", distinct=True)
        )[:200],
        "form": form,
        "mistakes": mistakes,
        "names": pages.names(),
        **pages.may(me),
    }
    return render(request, "practice/counts.html", context, status=status)


@require_POST
def withdraw(request: HttpRequest, counts_id: int) -> HttpResponse:
    """Take counts back, or (`undo`) let them stand again."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    found = get_object_or_404(Batch, pk=counts_id)
    if "undo" in request.POST:
        try:
            counting.reinstate_batch(me, found)
        except LeitsternError as refused:
            pages.refused(request, refused)
    else:
        counting.withdraw_batch(me, found)
    return redirect("practice:counts")
