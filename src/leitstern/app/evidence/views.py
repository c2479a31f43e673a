"""Evidence to look at: the overview, one dimension, what waits for review, the independent view, files to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.evidence import actions, attachments, pages, queries
from leitstern.app.evidence.assumed import assumptions
from leitstern.app.evidence.examining import agreement, waiting_for
from leitstern.app.evidence.forms import AssessmentForm
from leitstern.app.evidence.table import (
    HEADER,
    PROOFS_HEADER,
    QUEUE_HEADER,
    RATINGS_HEADER,
    proof_rows,
    queue_rows,
    rating_rows,
    table_rows,
)
from leitstern.app.inside.queries import current_instrument
from leitstern.core.errors import LeitsternError, NotFound
from leitstern.core.inside.evidence import Rules

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def overview(request: HttpRequest) -> HttpResponse:
    """Every dimension: claimed, credited, what is missing. `?unit=` looks at a department."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    unit = request.GET.get("unit", "")
    lines = queries.lines(unit)
    if request.GET.get("format") == "csv":
        return csv_response("evidence", HEADER, table_rows(lines, get_language() or "en"))
    if request.GET.get("format") == "proofs":
        rules, today = Rules.assumed(assumptions()), timezone.localdate()
        return csv_response(
            "proofs", PROOFS_HEADER, proof_rows(lines, lambda proof: pages.shown(proof, today, rules))
        )
    claimed = [one for one in lines if one.credit]
    context = {
        "unit": unit,
        "unit_name": pages.unit_name(unit),
        "units": pages.units(),
        "lines": lines,
        "parts": [(part, pages.mean_levels(part)) for part in pages.parts(lines)],
        "claimed": claimed,
        "beyond": [one for one in claimed if one.over_claim >= 1],
        "ticked_off": [one for one in claimed if one.ticked_off],
        "proofs": sum(len(one.proofs) for one in lines),
        "by_unit": [(pages.unit_name(each.unit), each) for each in queries.over_claims_by_unit()],
        "agreement": agreement(),
        "may_review": Capability.REVIEW_EVIDENCE in me.capabilities,
    }
    return render(request, "evidence/overview.html", context)


def dimension(request: HttpRequest, dimension: str) -> HttpResponse:
    """One dimension: anchors, claims, proofs, reviews, and the forms for them."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    line = queries.line(dimension, request.GET.get("unit", ""))
    return render(request, "evidence/dimension.html", pages.dimension_context(me, line, timezone.localdate()))


def review_queue(request: HttpRequest) -> HttpResponse:
    """What waits for this reviewer."""
    me = person_of(request)
    require(me, Capability.REVIEW_EVIDENCE)
    waiting = waiting_for(me)
    if request.GET.get("format") == "csv":
        return csv_response("review", QUEUE_HEADER, queue_rows(waiting, get_language() or "en"))
    rows = [(each, pages.unit_name(each.claim.unit)) for each in waiting]
    return render(request, "evidence/queue.html", {"rows": rows, "agreement": agreement()})


def independent(request: HttpRequest) -> HttpResponse:
    """What independent people see: the form for all dimensions, and what came in."""
    me = person_of(request)
    require(me, Capability.REVIEW_EVIDENCE)
    found = queries.assessments()
    if request.GET.get("format") == "csv":
        return csv_response("independent", RATINGS_HEADER, rating_rows(found))
    form = AssessmentForm(current_instrument(), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.assess(me, form.cleaned_data["assessor"], form.seen())
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. The placement counts it from now on."))
            return redirect("evidence:independent")
    return render(request, "evidence/independent.html", {"form": form, "assessments": found})


def proof_file(request: HttpRequest, proof_id: int) -> HttpResponse:
    """The file of a proof, always as a download."""
    require(person_of(request), Capability.SEE_INSIDE)
    proof = queries.proof_by_id(proof_id)
    if not hasattr(proof, "attachment"):
        raise NotFound(queries.NO_PROOF)
    return attachments.download(proof.attachment)
