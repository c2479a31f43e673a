"""The pages people answer on: no account, no script needed, one dimension after the other.

Opening any of them changes nothing, so that programs which follow links in mails use up no token.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from leitstern.app.company.queries import taxonomy_of
from leitstern.app.waves import answering, queries
from leitstern.app.waves.letter_text import minutes
from leitstern.app.waves.models import Draft, Token, Wave, WaveState
from leitstern.core.errors import InvalidInput, LeitsternError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from leitstern.core.inside.instrument import Dimension, Instrument

    Page = Callable[..., HttpResponse]

DRAFT = "leitstern_wave"  # cookie with the key of a draft, for the pages of one link only
LONGEST_POINT = 3  # digits


def asked(page: Page) -> Page:
    """A page for whoever has a link that can still be used; everybody else is told kindly what is the matter."""

    @login_not_required
    @never_cache
    @wraps(page)
    def view(request: HttpRequest, wave_id: int, token: str, **more: Any) -> HttpResponse:
        wave = Wave.objects.filter(pk=wave_id).select_related("instrument", "taxonomy").first()
        right = queries.token_by_text(wave, token) if wave else None
        if wave is None or wave.state == WaveState.DRAFT or (right is None and queries.takes_answers(wave)):
            return render(request, "waves/unknown.html", status=404)
        if right is not None and right.used:
            return render(request, "waves/done.html", {"wave": wave})
        if right is None or not queries.takes_answers(wave):
            return render(request, "waves/over.html", {"wave": wave}, status=410)
        return page(request, wave, token, right, **more)

    return view


@asked
def start(request: HttpRequest, wave: Wave, token: str, right: Token) -> HttpResponse:
    """What this is, what happens with the answers, and the button to begin."""
    draft = _draft(request, wave)
    if request.method == "POST":
        response = redirect("waves:block", wave.pk, token, 1)
        if not request.COOKIES.get(DRAFT):
            _remember(request, response, wave, token, answering.new_key())
        return response
    instrument = queries.instrument_of(wave)
    context = {
        "wave": wave,
        "company": taxonomy_of(wave.taxonomy).company,
        "instrument": instrument,
        "minutes": minutes(len(instrument.items)),
        "draft": draft,
    }
    return render(request, "waves/start.html", context)


@asked
def block(request: HttpRequest, wave: Wave, token: str, right: Token, page: int) -> HttpResponse:
    """The statements of one dimension."""
    key = request.COOKIES.get(DRAFT, "")
    instrument = queries.instrument_of(wave)
    parts = blocks(instrument)
    if not key or not 1 <= page <= len(parts):
        return redirect("waves:answer", wave.pk, token)
    dimension = parts[page - 1]
    items = instrument.items_of(dimension.slug)
    if request.method == "POST":
        answering.keep(wave, key, {item.slug: point_of(request, item.slug, instrument) for item in items})
        if "back" in request.POST and page > 1:
            return redirect("waves:block", wave.pk, token, page - 1)
        if page == len(parts) or "review" in request.POST:
            return redirect("waves:review", wave.pk, token)
        return redirect("waves:block", wave.pk, token, page + 1)
    given = answers_in(_draft(request, wave))
    context = {
        "wave": wave,
        "token": token,
        "instrument": instrument,
        "dimension": dimension,
        "items": [(item, given.get(item.slug)) for item in items],
        "page": page,
        "pages": len(parts),
    }
    return render(request, "waves/block.html", context)


@asked
def review(request: HttpRequest, wave: Wave, token: str, right: Token) -> HttpResponse:
    """What is left open, a comment, and handing in."""
    if not request.COOKIES.get(DRAFT):
        return redirect("waves:answer", wave.pk, token)
    draft = _draft(request, wave)
    given = answers_in(draft)
    instrument = queries.instrument_of(wave)
    problem = ""
    comment = request.POST.get("comment", "")
    if request.method == "POST":
        try:
            answering.hand_in(wave, right, draft, comment, instrument)
        except InvalidInput as refused:
            problem = refused.text.to(get_language() or "en")
        except LeitsternError:
            return redirect("waves:answer", wave.pk, token)
        else:
            response = redirect("waves:answer", wave.pk, token)
            response.delete_cookie(DRAFT, path=_path(wave, token))
            return response
    context = {
        "wave": wave,
        "token": token,
        "blocks": [
            (at, part, sum(item.slug not in given for item in instrument.items_of(part.slug)))
            for at, part in enumerate(blocks(instrument), start=1)
        ],
        "given": len(given),
        "total": len(instrument.items),
        "comment": comment,
        "most": answering.LONGEST_COMMENT,
        "problem": problem,
    }
    return render(request, "waves/review.html", context, status=422 if problem else 200)


def blocks(instrument: Instrument) -> tuple[Dimension, ...]:
    """The dimensions that have statements, in order."""
    return tuple(part for part in instrument.dimensions if instrument.items_of(part.slug))


def point_of(request: HttpRequest, item: str, instrument: Instrument) -> int | None:
    """The point somebody chose for an item, or nothing."""
    typed = request.POST.get(item, "")
    if len(typed) > LONGEST_POINT or not typed.isdecimal():
        return None
    point = int(typed)
    return point if point in instrument.scale.points else None


def answers_in(draft: Draft | None) -> dict[str, int]:
    """What a draft holds; one that is not there yet holds nothing."""
    return draft.answers if draft else {}


def _draft(request: HttpRequest, wave: Wave) -> Draft | None:
    return answering.draft_with(wave, request.COOKIES.get(DRAFT, ""))


def _path(wave: Wave, token: str) -> str:
    return reverse("waves:answer", args=[wave.pk, token])


def _remember(request: HttpRequest, response: HttpResponse, wave: Wave, token: str, key: str) -> None:
    days = (wave.closes - queries.today(wave)).days + 1
    response.set_cookie(
        DRAFT,
        key,
        max_age=days * 86_400,
        path=_path(wave, token),
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
