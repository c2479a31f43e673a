"""Reports as downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.inside.queries import current_instrument
from leitstern.app.outside.reading import require_published
from leitstern.app.reports.board import board_report
from leitstern.app.reports.kit import workshop_kit
from leitstern.app.reports.standing import standing_for

if TYPE_CHECKING:
    from django.http import HttpRequest


def board(request: HttpRequest) -> HttpResponse:
    """The board report in the reader's language, or in `?lang=`."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    wanted = request.GET.get("lang") or get_language() or "en"
    language = "de" if wanted.startswith("de") else "en"
    state = require_published()
    response = HttpResponse(
        board_report(state, language, timezone.localtime(), standing_for(me)), content_type="application/pdf"
    )
    response["Content-Disposition"] = f'inline; filename="leitstern-{state.as_of}-{language}.pdf"'
    return response


def kit(request: HttpRequest) -> HttpResponse:
    """The workshop's paper kit in the reader's language, or in `?lang=`."""
    require(person_of(request), Capability.RUN_WORKSHOP)
    wanted = request.GET.get("lang") or get_language() or "en"
    language = "de" if wanted.startswith("de") else "en"
    pdf = workshop_kit(current_instrument(), language, timezone.localtime())
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="leitstern-workshop-{language}.pdf"'
    return response
