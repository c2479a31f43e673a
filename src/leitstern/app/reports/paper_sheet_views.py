"""The printed sheet of a wave as a download."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils import timezone

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.reports.export_views import asked_language
from leitstern.app.reports.paper_sheet import paper_sheet
from leitstern.app.waves.paper import groups
from leitstern.app.waves.queries import wave_by_id

if TYPE_CHECKING:
    from django.http import HttpRequest


def wave_sheet(request: HttpRequest, wave_id: int) -> HttpResponse:
    """The sheet in the reader's language, or in `?lang=`; `?place=` names the group it is for."""
    require(person_of(request), Capability.RUN_WAVES)
    wave, language = wave_by_id(wave_id), asked_language(request)
    group = dict(groups(wave)).get(request.GET.get("place", ""))
    response = HttpResponse(
        paper_sheet(wave, group, language, timezone.localtime()), content_type="application/pdf"
    )
    response["Content-Disposition"] = f'inline; filename="leitstern-wave-{wave_id}-{language}.pdf"'
    return response
