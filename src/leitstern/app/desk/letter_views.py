"""The grid for a stack of letters and e-mails."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.utils.translation import get_language, ngettext

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.desk import queries
from leitstern.app.desk.letters import COLUMNS, MOST, Row, keep_rows, rows_of
from leitstern.app.desk.typed import Typed
from leitstern.app.outside.forms import KINDS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

EMPTY = 8  # rows to begin with, and below those that were left


def letters(request: HttpRequest) -> HttpResponse:
    """The grid; what could not be kept stays in it, with the reason."""
    me = person_of(request)
    require(me, Capability.ENTER_CONTACTS)
    taxonomy, language = current_taxonomy(), get_language() or "en"
    if taxonomy is None:
        return render(request, "desk/letters.html", {"rows": None})
    numbers = queries.kinds()
    kind = request.POST.get("kind", numbers[0])
    left: list[Row] = []
    if request.method == "POST":
        kept, left = keep_rows(me, rows_of(request.POST, kind), request.POST.get("key", ""))
        if kept:
            said = ngettext("%(n)s letter was kept.", "%(n)s letters were kept.", len(kept))
            messages.success(request, said % {"n": len(kept)})
        if left:
            said = ngettext(
                "%(n)s row was not kept. It stands here with the reason.",
                "%(n)s rows were not kept. They stand here with the reason.",
                len(left),
            )
            messages.error(request, said % {"n": len(left)})
    context = {
        "rows": [*left, *(Row(Typed()) for _ in range(min(EMPTY, MOST - len(left))))],
        "sent": request.method == "POST",
        "key": token_urlsafe(),
        "columns": COLUMNS,
        "most": MOST,
        "kinds": [(each, KINDS.get(each, each)) for each in numbers],
        "kind": kind,
        "touchpoints": [term.name.to(language) for term in taxonomy.touchpoints],
        "departments": [term.name.to(language) for term in taxonomy.departments],
    }
    return render(request, "desk/letters.html", context)
