"""The pack to read on the page and to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import language as reading
from leitstern.app.inside.agreements import agreed
from leitstern.app.reports.works_council.content import sections
from leitstern.app.reports.works_council.pack import works_council_pack
from leitstern.app.reports.works_council.wording import LEDE, TITLE

if TYPE_CHECKING:
    from django.http import HttpRequest


def page(request: HttpRequest) -> HttpResponse:
    """The same sections as in the PDF."""
    require(person_of(request), Capability.SEE_INSIDE)
    context = {
        "title": TITLE,
        "lede": LEDE,
        "sections": sections(reading()),
        "agreement": agreed(),
    }
    return render(request, "reports/works_council.html", context)


def pdf(request: HttpRequest) -> HttpResponse:
    """The pack in the reader's language, or in `?lang=`."""
    require(person_of(request), Capability.SEE_INSIDE)
    return pack_as_pdf(request)


def pack_as_pdf(request: HttpRequest) -> HttpResponse:
    """The pack as it is now."""
    wanted = request.GET.get("lang") or get_language() or "en"
    language = "de" if wanted.startswith("de") else "en"
    now = timezone.localtime()
    response = HttpResponse(works_council_pack(language, now), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="works-council-{now:%Y-%m-%d}-{language}.pdf"'
    return response
