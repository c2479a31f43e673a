"""Which of our digital touchpoints a room knows: all tests, the screen in the room, the phones, and what came out."""

from __future__ import annotations

from secrets import randbelow
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.phones import phone_address, qr_code, reach
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.surveys import knowing
from leitstern.app.surveys.forms import ExistForm, KnownForm
from leitstern.app.surveys.known import asked, asked_by_id, asked_by_token, known_in, names
from leitstern.app.surveys.models import GuessState, KnowledgeRound
from leitstern.app.surveys.views import ANSWERED, still_missing
from leitstern.core.bridge.claims.register import CLAIMS
from leitstern.core.errors import LeitsternError
from leitstern.core.gap.invented import not_ours
from leitstern.core.gap.knowledge import LEAST, digital
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SEEDS = 2**31
CLAIM = "touchpoints-understood"


def tests(request: HttpRequest) -> HttpResponse:
    """All tests, and a form that opens one."""
    me = person_of(request)
    require(me, Capability.RUN_GUESS)
    taxonomy = current_taxonomy()
    called = names()
    offered = [(each, called[each]) for each in not_ours(taxonomy.touchpoints)] if taxonomy else []
    form = ExistForm(request.POST or None, offered=offered)
    if request.method == "POST" and form.is_valid():
        try:
            opened = knowing.open_test(me, form.cleaned_data["exist"])
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(request.LANGUAGE_CODE))
        else:
            return redirect("surveys:known-room", opened.pk)
    register = digital(taxonomy) if taxonomy else ()
    rounds = [(each, known_in(each)) for each in asked().prefetch_related("answers")[:50]]
    closed = (known.index for each, known in rounds if each.state != GuessState.OPEN)
    context = {
        "rounds": rounds,
        "newest": next((index for index in closed if isinstance(index, Estimate)), None),
        "register": register,
        "enough": len(register) >= LEAST,
        "form": form,
        "claim": CLAIMS[CLAIM],
        **reach(request),
    }
    return render(request, "surveys/tests.html", context, status=422 if form.errors else 200)


def room(request: HttpRequest, round_id: int) -> HttpResponse:
    """The screen everybody sees: the code for the phones, later what came out."""
    require(person_of(request), Capability.RUN_GUESS)
    round_ = asked_by_id(round_id)
    if round_.state != GuessState.OPEN:
        return render(request, "surveys/known_room.html", revealed(round_))
    path = reverse("surveys:known-phone", args=[round_.token])
    address, reached = phone_address(request, path), reach(request, path)
    context = {
        "round": round_,
        "address": address,
        "qr": "" if reached["only_here"] else qr_code(address),
        "early": "early" in request.GET,
        **reached,
        **still_missing(round_),
    }
    return render(request, "surveys/known_room.html", context)


def count(request: HttpRequest, round_id: int) -> HttpResponse:
    """How many have answered; asked for every second by the screen."""
    require(person_of(request), Capability.RUN_GUESS)
    round_ = asked_by_id(round_id)
    return render(request, "surveys/known_count.html", {"round": round_, **still_missing(round_)})


@require_POST
def reveal(request: HttpRequest, round_id: int) -> HttpResponse:
    """Close the test and show it; before five have answered only if that is really meant."""
    round_ = asked_by_id(round_id)
    me = person_of(request)
    require(me, Capability.RUN_GUESS)
    if still_missing(round_)["missing"] and "anyway" not in request.POST:
        messages.warning(
            request,
            gettext(
                "Fewer than five have answered. Once the test is closed, no more answers are taken, and these would stay hidden."
            ),
        )
        return redirect(reverse("surveys:known-room", args=[round_id]) + "?early")
    knowing.reveal_test(me, round_)
    return redirect("surveys:known-room", round_id)


@login_not_required
def phone(request: HttpRequest, token: str) -> HttpResponse:
    """Names to tick on a phone without an account; every phone shows others."""
    round_ = asked_by_token(token)
    done = request.COOKIES.get(ANSWERED) == token
    seed = request.POST.get("seed", "")
    number = int(seed) if seed.isdecimal() and len(seed) < 11 else randbelow(SEEDS)
    called = names()
    shown = [(each, called.get(each)) for each in knowing.names_of(round_, number)]
    form = KnownForm(request.POST or None, shown=shown, initial={"seed": number})
    if request.method == "POST" and not done and round_.state == GuessState.OPEN and form.is_valid():
        knowing.answer(round_, number, form.cleaned_data["ticked"])
        response = redirect("surveys:known-phone", token)
        response.set_cookie(
            ANSWERED,
            token,
            max_age=86_400,
            path=request.path,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )
        return response
    return render(request, "surveys/known_phone.html", {"round": round_, "form": form, "done": done})


def revealed(round_: KnowledgeRound) -> dict[str, Any]:
    """What the room knows, name by name, beside what was published."""
    return {
        "round": round_,
        "known": known_in(round_),
        "names": names(),
        "claim": CLAIMS[CLAIM],
    }
