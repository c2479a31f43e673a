"""The decision log: every decision, one decision, asking, deciding, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.leadership import deciding, log
from leitstern.app.leadership.areas import area_names
from leitstern.app.leadership.decision_forms import FilterForm, QuestionForm
from leitstern.app.leadership.table import DECISIONS_HEADER, decision_rows
from leitstern.app.leadership.views import may
from leitstern.core.bridge.leadership.log import SOURCES, STATES, State
from leitstern.core.bridge.leadership.terms import CIRCLES
from leitstern.core.errors import LeitsternError
from leitstern.core.months import later, quarter
from leitstern.core.outside.periods import name as period_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest, HttpResponse

    from leitstern.app.leadership.log import Line

A_PAGE = 20
QUARTERS = 4


def decisions(request: HttpRequest) -> HttpResponse:
    """How far customers reach into what is decided, and every line of the log."""
    require(person_of(request), Capability.SEE_INSIDE)
    today, form = timezone.localdate(), FilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = [line for line in log.lines() if _fits(line, wanted)]
    if request.GET.get("format") == "csv":
        return csv_response("decisions", DECISIONS_HEADER, decision_rows(found, get_language() or "en"))
    kept = {name: value for name, value in wanted.items() if value}
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    firsts = [later(quarter(today), -3 * at) for at in range(QUARTERS)]
    context = {
        "page": page,
        "rows": shown(page),
        "all": len(log.lines()),
        "quarter": log.quarter_now(today),
        "quarters": [(period_name(first, "quarter"), log.in_quarter(first, today)) for first in firsts],
        "overdue": log.overdue(today),
        "unreviewed": log.without_review(),
        "lead_time": log.lead_time(today),
        "waiting": log.waiting(),
        "data": log.data_to_decisions(today),
        "filter_form": form,
        "query": urlencode(kept),
        **may(request),
    }
    return render(request, "leadership/decisions.html", context)


def paper(request: HttpRequest) -> HttpResponse:
    """The same for the board, to print: what is open, what was decided this quarter and the one before."""
    require(person_of(request), Capability.SEE_INSIDE)
    today = timezone.localdate()
    since = later(quarter(today), -3)
    waiting = [line for line in log.lines() if line.entry.day is None]
    decided = [line for line in log.lines() if line.entry.day and line.entry.day >= since]
    context = {
        "waiting": shown(sorted(waiting, key=lambda line: line.entry.deadline or today)),
        "decided": shown(decided),
        "quarter": log.quarter_now(today),
        "period": period_name(quarter(today), "quarter"),
        "since": since,
        "today": today,
        "table": {row.pk: row for row in log.decisions()},
    }
    return render(request, "leadership/paper.html", context)


def ask(request: HttpRequest) -> HttpResponse:
    """A question that somebody has to decide."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            decision = deciding.ask(me, form.draft())
        except WrongDraft as problem:
            form.refused(problem)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. Now put on the table what customers say about it."))
            return redirect("leadership:decision", decision.pk)
    return render(request, "leadership/ask.html", {"form": form}, status=422 if form.errors else 200)


def shown(lines: Iterable[Line]) -> list[tuple[object, ...]]:
    """Lines with their words: state, source, circle, department."""
    today, names = timezone.localdate(), area_names()
    return [
        (
            line,
            line.entry.state(today).value,
            STATES[line.entry.state(today)],
            SOURCES[line.entry.source],
            CIRCLES[line.entry.circle] if line.entry.circle else "",
            names.get(line.entry.unit, line.entry.unit),
        )
        for line in lines
    ]


def _fits(line: Line, wanted: dict[str, str]) -> bool:
    entry, today = line.entry, timezone.localdate()
    words = (line.question, line.decided)
    said = " ".join([*(text.de for text in words), *(text.en for text in words), entry.office]).casefold()
    if any(word not in said for word in wanted.get("q", "").casefold().split()):
        return False
    if (state := wanted.get("state")) and entry.state(today) is not State(state):
        return False
    if (circle := wanted.get("circle")) and entry.circle != circle:
        return False
    match wanted.get("customers"):
        case "changed":
            return bool(entry.changed)
        case "evidence":
            return bool(entry.evidence)
        case "without":
            return entry.evidence is False and entry.day is not None
    return True
