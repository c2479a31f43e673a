"""Reports to take along: which there are, the deck, the data book, and the company's own slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.outside.reading import published, require_published
from leitstern.app.placement.queries import placement
from leitstern.app.reports.book import data_book
from leitstern.app.reports.deck import board_deck
from leitstern.app.reports.forms import TemplateForm
from leitstern.app.reports.standing import standing_for
from leitstern.app.reports.template_actions import (
    keep_template,
    kept_template,
    remove_template,
    stored_template,
)
from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from django.http import HttpRequest

    from leitstern.app.accounts.models import Person
    from leitstern.app.outside.reading import Published

OFFICE = "application/vnd.openxmlformats-officedocument"
PPTX = f"{OFFICE}.presentationml.presentation"
XLSX = f"{OFFICE}.spreadsheetml.sheet"


def reports(request: HttpRequest) -> HttpResponse:
    """What can be taken along, and the form for the company's own slides."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    return _page(request, me, TemplateForm())


@require_POST
def template(request: HttpRequest) -> HttpResponse:
    """Keep the company's own slides."""
    me = person_of(request)
    require(me, Capability.EDIT_TAXONOMY)
    form = TemplateForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, me, form, 422)
    language = get_language() or "en"
    try:
        kept = keep_template(me, form.cleaned_data["file"].chunks())
    except InvalidInput as problem:
        form.add_error("file", problem.text.to(language))
        return _page(request, me, form, 422)
    lacks = kept.lacks.to(language) if kept.lacks else ""
    messages.success(
        request, " ".join([gettext("From now on decks stand on your own slides."), lacks]).strip()
    )
    return redirect("reports:reports")


@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """Use our slides again."""
    remove_template(person_of(request))
    messages.success(request, gettext("Decks stand on Leitstern's slides again."))
    return redirect("reports:reports")


def deck(request: HttpRequest) -> HttpResponse:
    """The deck in the reader's language, or in `?lang=`."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    state, language = published(), asked_language(request)
    content = board_deck(state, standing_for(me), language, timezone.localtime(), stored_template())
    return download(content, PPTX, state, language, "pptx")


def book(request: HttpRequest) -> HttpResponse:
    """The data book in the reader's language, or in `?lang=`."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    state, language = require_published(), asked_language(request)
    return download(data_book(me, state, language, timezone.localtime()), XLSX, state, language, "xlsx")


def asked_language(request: HttpRequest) -> str:
    """`?lang=`, else the reader's."""
    wanted = request.GET.get("lang") or get_language() or "en"
    return "de" if wanted.startswith("de") else "en"


def download(content: bytes, media: str, state: Published | None, language: str, ending: str) -> HttpResponse:
    """A file to take along, named by the day of its data, or by today where none is in it."""
    day = state.as_of if state else timezone.localdate()
    response = HttpResponse(content, content_type=media)
    response["Content-Disposition"] = f'attachment; filename="leitstern-{day}-{language}.{ending}"'
    return response


def _page(request: HttpRequest, me: Person, form: TemplateForm, status: int = 200) -> HttpResponse:
    context = {
        "state": published(),
        "languages": (("de", "Deutsch"), ("en", "English")),
        "template": kept_template(),
        "form": form,
        "may_change": Capability.EDIT_TAXONOMY in me.capabilities,
        "sees_inside": Capability.SEE_INSIDE in me.capabilities,
        "placed": placement() if Capability.SEE_INSIDE in me.capabilities else None,
    }
    return render(request, "reports/reports.html", context, status=status)
