"""Pages for whoever looks after the installation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.intake.inbox_queries import watched
from leitstern.app.operations import work
from leitstern.app.operations.looking import look
from leitstern.app.operations.quality import headline, scores
from leitstern.app.operations.table import (
    LEDGER_HEADER,
    QUALITY_HEADER,
    SIGNS_HEADER,
    ledger_rows,
    quality_rows,
    sign_rows,
)
from leitstern.core.errors import LeitsternError
from leitstern.core.outside.ledger import Span, lines
from leitstern.core.outside.quality import NAMES, Side

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN = 60  # lines of the ledger
MONTHS = 12  # of the course


def overview(request: HttpRequest) -> HttpResponse:
    """Everything at once; `?by=hour` cuts the ledger finer, `?format=csv` gives it whole, `signs` those of life."""
    me = person_of(request)
    require(me, Capability.SEE_IMPORTS)
    span = Span.HOUR if request.GET.get("by") == Span.HOUR else Span.DAY
    found = look()
    ledger = lines(found.booked, span, timezone.get_current_timezone())
    match request.GET.get("format"):
        case "csv":
            return csv_response(f"ledger-by-{span}", LEDGER_HEADER, ledger_rows(ledger))
        case "signs":
            return csv_response("signs-of-life", SIGNS_HEADER, sign_rows(found.signs, get_language() or "en"))
    context = {
        "found": found,
        "ledger": ledger[:SHOWN],
        "more": max(len(ledger) - SHOWN, 0),
        "span": span,
        "inboxes": watched(),
        "may_import": Capability.IMPORT in me.capabilities,
        "may_look_after": Capability.LOOK_AFTER in me.capabilities,
    }
    return render(request, "operations/overview.html", context)


def quality(request: HttpRequest) -> HttpResponse:
    """How good the data is, the lowest first; `?format=csv` of it."""
    me = person_of(request)
    require(me, Capability.SEE_IMPORTS)
    found = scores()
    if request.GET.get("format") == "csv":
        return csv_response("data-quality", QUALITY_HEADER, quality_rows(found, get_language() or "en"))
    months = sorted({month for each in found.sources for month, _quality in each.months})[-MONTHS:]
    context = {
        "found": found,
        "sides": list(Side),
        "names": NAMES,
        "headline": headline(found),
        "tables": [
            (gettext("By source"), gettext("Source"), found.sources),
            (gettext("By department"), gettext("Department"), found.departments),
        ],
        "months": [date.fromisoformat(f"{month}-01") for month in months],
        "course": [(each.name, [dict(each.months).get(month) for month in months]) for each in found.sources],
    }
    return render(request, "operations/quality.html", context)


@require_POST
def try_job_again(request: HttpRequest, job_id: int) -> HttpResponse:
    """Put failed work back into the queue."""
    me = person_of(request)
    require(me, Capability.IMPORT)
    try:
        work.try_again(me, work.job_called(job_id))
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    else:
        messages.success(request, gettext("It waits for its turn once more."))
    return redirect("operations:overview")
