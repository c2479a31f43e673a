"""The list of rounds, the screen in the room, the phones, and the moment of truth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common import audit
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import fitted, side
from leitstern.app.common.phones import phone_address, qr_code, reach
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.gap.queries import gap_report
from leitstern.app.inside.models import Group
from leitstern.app.outside.drawing import story_drawing
from leitstern.app.outside.queries import somebody_at, story
from leitstern.app.outside.reading import Published, published, require_published
from leitstern.app.outside.voices import voices
from leitstern.app.surveys import actions
from leitstern.app.surveys.forms import GuessForm, KeepForm
from leitstern.app.surveys.models import GuessRound, GuessState, KnowledgeRound
from leitstern.app.surveys.queries import round_by_id, round_by_token, rounds, shown_guesses
from leitstern.charts.guess_reveal import GuessRound as GuessPicture
from leitstern.charts.guess_reveal import guess_reveal
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.gap.reasons import NO_FEEDBACK
from leitstern.core.gap.reveal import Reveal
from leitstern.core.gap.reveal import reveal as compare_guess
from leitstern.core.gap.statements import lived_said
from leitstern.core.inside.beliefs import FEWEST
from leitstern.core.inside.room import Room, summarise_room
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.core.gap.findings import TouchpointGap

ANSWERED = "guessed"  # cookie of a phone that has guessed in a round; it names the round, not the guess


def guesses(request: HttpRequest) -> HttpResponse:
    """All rounds, and where a room could guess next: the gaps that matter most."""
    require(person_of(request), Capability.RUN_GUESS)
    state = published()
    if state is None:
        return render(request, "surveys/guesses.html", {"state": None})
    names = {t.slug: t.name for t in state.taxonomy.touchpoints}
    report = gap_report(state)
    ranked = list(dict.fromkeys((e.touchpoint, e.facet) for e in (*report.most_people, *report.most_harm)))
    lines = {
        (line.touchpoint, line.facet): line for line in report.touchpoints if isinstance(line.lived, Estimate)
    }
    first = [lines[key] for key in ranked if key in lines]
    offered = [*first, *(line for key, line in lines.items() if key not in ranked)]
    context = {
        "state": state,
        "rounds": [
            (each, names.get(each.touchpoint), state.taxonomy.facet(each.facet)) for each in rounds()[:50]
        ],
        "offered": offered,
        "suggested": len(first),
        **reach(request),
    }
    return render(request, "surveys/guesses.html", context)


@require_POST
def open_round(request: HttpRequest) -> HttpResponse:
    """Ask the room."""
    opened = actions.open_round(
        person_of(request), request.POST.get("touchpoint", ""), request.POST.get("facet", "")
    )
    return redirect("surveys:room", opened.pk)


def room(request: HttpRequest, round_id: int) -> HttpResponse:
    """The screen everybody sees."""
    me = person_of(request)
    require(me, Capability.RUN_GUESS)
    round_ = round_by_id(round_id)
    if round_.state == GuessState.OPEN:
        taxonomy = require_taxonomy()
        path = reverse("surveys:phone", args=[round_.token])
        address, reached = phone_address(request, path), reach(request, path)
        context = {
            "round": round_,
            "touchpoint": taxonomy.lookup(Touchpoint).slug(round_.touchpoint),
            "facet": taxonomy.facet(round_.facet),
            "address": address,
            "qr": "" if reached["only_here"] else qr_code(address),  # no code that no phone can open
            "early": "early" in request.GET,
            **reached,
            **still_missing(round_),
        }
        return render(request, "surveys/room.html", context)
    audit.record(me, "show story to room", f"surveys.guessround:{round_.pk}", purpose="guess")
    return render(request, "surveys/room.html", revealed(require_published(), round_))


def count(request: HttpRequest, round_id: int) -> HttpResponse:
    """How many have guessed; asked for every second by the screen."""
    require(person_of(request), Capability.RUN_GUESS)
    round_ = round_by_id(round_id)
    return render(request, "surveys/count.html", {"round": round_, **still_missing(round_)})


@require_POST
def reveal(request: HttpRequest, round_id: int) -> HttpResponse:
    """Close the guessing and show reality; before five have guessed only if that is really meant."""
    round_ = round_by_id(round_id)
    require(person_of(request), Capability.RUN_GUESS)
    if still_missing(round_)["missing"] and "anyway" not in request.POST:
        messages.warning(
            request,
            gettext(
                "Fewer than five have guessed. Once reality is shown, no more guesses are taken, and these would stay hidden."
            ),
        )
        return redirect(reverse("surveys:room", args=[round_id]) + "?early")
    actions.reveal(person_of(request), round_)
    return redirect("surveys:room", round_id)


@require_POST
def keep(request: HttpRequest, round_id: int) -> HttpResponse:
    """Let the guesses count as a group's belief."""
    form = KeepForm(request.POST)
    if form.is_valid():
        group = Group(form.cleaned_data["group"])
        actions.keep_as_belief(person_of(request), round_by_id(round_id), group, gettext("A room's guesses"))
        messages.success(request, gettext("Kept. These guesses now count as what this group believes."))
    return redirect("surveys:room", round_id)


@login_not_required
def phone(request: HttpRequest, token: str) -> HttpResponse:
    """One question, one number, on a phone without an account."""
    round_ = round_by_token(token)
    done = request.COOKIES.get(ANSWERED) == token
    form = GuessForm(request.POST or None)
    if request.method == "POST" and not done and round_.state == GuessState.OPEN and form.is_valid():
        actions.guess(round_, form.cleaned_data["value"])
        response = redirect("surveys:phone", token)
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
    taxonomy = require_taxonomy()
    context = {
        "round": round_,
        "form": form,
        "done": done,
        "touchpoint": taxonomy.lookup(Touchpoint).slug(round_.touchpoint),
        "facet": taxonomy.facet(round_.facet),
    }
    return render(request, "surveys/phone.html", context)


def still_missing(round_: GuessRound | KnowledgeRound) -> dict[str, int]:
    """How many answers are there, and how many more are needed before any may be shown."""
    n = round_.answers.count()
    return {"n": n, "missing": max(FEWEST - n, 0)}


def revealed(state: Published, round_: GuessRound) -> dict[str, Any]:
    """Guess, promise and reality, three voices and one story."""
    here = state.taxonomy.lookup(Touchpoint).slug(round_.touchpoint)
    facet = state.taxonomy.facet(round_.facet)
    report = gap_report(state)
    line = next(
        (g for g in report.touchpoints if (g.touchpoint, g.facet) == (round_.touchpoint, round_.facet)), None
    )
    guessed = shown_guesses(round_)
    customer = somebody_at(state, here.code, round_.facet) if here else None
    room = summarise_room(guessed)
    found = compare_guess(room, line.lived if line else NO_FEEDBACK)
    return {
        "round": round_,
        "touchpoint": here,
        "facet": facet,
        "line": line,
        "guessed": guessed,
        "both": lived_said(line) if line else None,
        "comparison": found if isinstance(found, Reveal) else None,
        "chart": room_drawing(guessed, room, found, line) if line else "",
        "voices": voices(state, here.code, good=False) if here else (),
        "story": story_drawing(state, story(state, [customer]), "room-story") if customer else "",
        "keep_form": KeepForm(),
    }


def room_drawing(
    guessed: tuple[int, ...], room: Room | Missing, found: Reveal | Missing, line: TouchpointGap
) -> SafeString | str:
    """The room's guesses against promise and reality, with the middle guess and distance of the sentence.

    Nothing while fewer than five guessed or reality is unknown.
    """
    if isinstance(room, Missing) or isinstance(found, Missing):
        return ""
    middle = Estimate(room.median, room.median, room.median, room.n, grade="stated")
    drawn = GuessPicture(guessed, middle, side(line.promise), side(line.lived), found.distance)
    return fitted(
        lambda sheet: guess_reveal(drawn, sheet, revealed=True),
        "reveal",
        gettext("What we guessed, and what customers live through"),
        gettext("Each dot is a guess; then the promise and the lived share with its interval."),
        width=1000,
    )
