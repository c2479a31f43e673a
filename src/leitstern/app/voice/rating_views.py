"""Judging texts, one after the other, without seeing what others said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.company.former import touchpoint_names
from leitstern.app.voice import queries
from leitstern.app.voice.forms import JudgingForm
from leitstern.app.voice.keeping import rate
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.core.bridge.voice.judging import Uttered


def judge(request: HttpRequest) -> HttpResponse:
    """The next text that the reader has not judged yet."""
    require(person_of(request), Capability.KEEP_REGISTERS)
    return _page(request)


@require_POST
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Keep what somebody says of a text, and go on to the next."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    text = queries.text_by_id(number)
    form = JudgingForm(queries.statements_left(me.actor_id, text), request.POST)
    if not form.is_valid():
        return _page(request, text, form)
    try:
        rate(me, text, form.answers())
    except LeitsternError as refused:
        messages.error(request, refused.text.to(get_language() or "en"))
    return redirect("voice:judge")


def _page(
    request: HttpRequest, text: Uttered | None = None, came_back: JudgingForm | None = None
) -> HttpResponse:
    me = person_of(request)
    waiting = queries.waiting(me.actor_id)
    text = text or waiting.next
    form = came_back or (JudgingForm(queries.statements_left(me.actor_id, text)) if text else None)
    context = {
        "waiting": waiting,
        "done": waiting.of - waiting.left,
        "text": text,
        "form": form,
        "points": touchpoint_names(),
        "named": queries.systems(),
        "ruled": bool(queries.rules_of(queries.newest()).statements),
        "may_steer": Capability.STEER in me.capabilities,
    }
    return render(request, "voice/judge.html", context, status=422 if came_back else 200)
