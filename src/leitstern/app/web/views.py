"""The frame's own pages: errors, languages, the audit log, signs of life."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.request import person_of
from leitstern.app.common import audit as audit_log
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.audit_words import ACTORS, VERBS
from leitstern.app.common.exports import csv_response
from leitstern.app.common.middleware import came_from
from leitstern.app.common.models import AuditEntry
from leitstern.app.web.audit_subjects import details, subject
from leitstern.app.web.method import methods
from leitstern.charts.style import CSS


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Switch the language, stay on the page, remember it for the person."""
    language = "en" if request.POST.get("language") == "en" else "de"
    if isinstance(request.user, Person):
        request.user.language = language
        request.user.save(update_fields=["language"])
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = "/"
    response = HttpResponseRedirect(target)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, language, max_age=365 * 86_400, samesite="Lax", httponly=True
    )
    return response


@login_not_required
def alive(request: HttpRequest) -> JsonResponse:
    """For whoever watches over the server."""
    return JsonResponse({"status": "ok"})


@login_not_required
def chart_styles(request: HttpRequest, version: str) -> HttpResponse:
    """The charts' styles come from the charts themselves; the address changes with them, so they may be kept."""
    response = HttpResponse(CSS, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def method(request: HttpRequest) -> HttpResponse:
    """All method pages."""
    return render(request, "web/method.html", {"pages": methods(get_language() or "en").values()})


def method_page(request: HttpRequest, slug: str) -> HttpResponse:
    """How one number is calculated."""
    page = methods(get_language() or "en").get(slug)
    if page is None:
        return not_found(request)
    return render(request, "web/method_page.html", {"page": page})


def audit(request: HttpRequest) -> HttpResponse:
    """Who did what; whole chain checked on every look."""
    me = person_of(request)
    require(me, Capability.READ_AUDIT)
    entries = AuditEntry.objects.order_by("-id")
    if request.GET.get("format") == "csv":
        rows = (
            [timezone.localtime(e.at).isoformat(), e.actor, e.verb, e.subject, str(e.details), e.hash]
            for e in entries.iterator()
        )
        return csv_response("audit", ["at", "actor", "verb", "subject", "details", "hash"], rows)
    page = Paginator(entries, 100).get_page(request.GET.get("page"))
    names = {p.actor_id: p.name for p in Person.objects.all()}
    context = {
        "page": page,
        "lines": [(e, subject(e.subject, names, me.capabilities), details(e.details)) for e in page],
        "broken": audit_log.first_broken(),
        "names": {**ACTORS, **names},
        "verbs": VERBS,
    }
    return render(request, "web/audit.html", context)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such page."""
    sentence = gettext("This page does not exist, or no longer. Nothing was lost.")
    return render(
        request,
        "common/error.html",
        {"sentence": sentence, "status": 404, "back": came_from(request)},
        status=404,
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The role does not permit it."""
    sentence = gettext("Your role does not permit this.")
    return render(
        request,
        "common/error.html",
        {"sentence": sentence, "status": 403, "back": came_from(request)},
        status=403,
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """Our fault."""
    sentence = gettext("Something went wrong on our side. What was saved is safe; please try again.")
    return render(request, "common/error.html", {"sentence": sentence, "status": 500}, status=500)
