"""Bets on waiting: all of them, one with its tripwires, and what is done to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.bridge.forms import HandOverForm
from leitstern.app.bridge.handing import Thing, handed
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.programme import betting
from leitstern.app.programme.bet_forms import BetForm, EndBetForm, ReadingForm, RenewForm, WireForm
from leitstern.app.programme.bet_table import BETS_HEADER, bet_rows
from leitstern.app.programme.bets import (
    bet_by_id,
    bet_line,
    bets,
    reading_by_id,
    wire_by_id,
    withdrawn_bets,
)
from leitstern.app.programme.queries import programme
from leitstern.core.bridge.programme.bet import BETS, OF_ROUTE, STATES, BetKind, BetState, bets_sentence
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.route_words import Route

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.programme.models import Bet

TONES = {BetState.CALLED: "bad", BetState.DUE: "bad", BetState.BLIND: "bad", BetState.STANDS: "good"}


def overview(request: HttpRequest) -> HttpResponse:
    """Every bet, the gravest first; `?format=csv` their tripwires as a list."""
    me, today = person_of(request), timezone.localdate()
    require(me, Capability.SEE_INSIDE)
    found = bets(today)
    if request.GET.get("format") == "csv":
        return csv_response("bets", BETS_HEADER, bet_rows(found, get_language() or "en"))
    row = programme()
    waits = row is not None and row.ended is None and Route(row.route) in OF_ROUTE
    may_decide = Capability.DECIDE in me.capabilities
    context = {
        "sentence": bets_sentence([each.bet for each in found], today),
        "bets": [(each, STATES[each.state], TONES.get(each.state, "")) for each in found],
        "unsaid": row if row and waits and not any(_of(each.row, row.pk) for each in found) else None,
        "gone": [(each, BETS[BetKind(each.kind)]) for each in withdrawn_bets()] if may_decide else (),
        "may_decide": may_decide,
    }
    return render(request, "programme/bets.html", context)


def _of(row: Bet, programme_id: int) -> bool:
    return row.programme_id == programme_id and row.ended is None


def new(request: HttpRequest) -> HttpResponse:
    """A new bet."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    form = BetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = betting.place_bet(me, form.draft())
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. Now say what would call it in."))
            return redirect("programme:bet", row.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "programme/bet_form.html", {"form": form}, status=status)


def bet(request: HttpRequest, bet_id: int) -> HttpResponse:
    """One bet with its tripwires and everything that was read of them."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _page(request, bet_id)


@require_POST
def renew(request: HttpRequest, bet_id: int) -> HttpResponse:
    """It was looked at, and stands."""
    me, row = person_of(request), bet_by_id(bet_id)
    require(me, Capability.DECIDE)
    form = RenewForm(request.POST)
    return _do(request, row, form, "renew_form", lambda: betting.renew_bet(me, row, **form.cleaned_data))


@require_POST
def hand_over(request: HttpRequest, bet_id: int) -> HttpResponse:
    """Somebody else answers for it from now on."""
    me, row = person_of(request), bet_by_id(bet_id)
    require(me, Capability.DECIDE)
    form = HandOverForm(request.POST)
    return _do(request, row, form, "hand_form", lambda: betting.hand_over_bet(me, row, **form.cleaned_data))


@require_POST
def end(request: HttpRequest, bet_id: int) -> HttpResponse:
    """It is over."""
    me, row = person_of(request), bet_by_id(bet_id)
    require(me, Capability.DECIDE)
    form = EndBetForm(request.POST)
    return _do(request, row, form, "end_form", lambda: betting.end_bet(me, row, **form.cleaned_data))


@require_POST
def withdraw(request: HttpRequest, bet_id: int) -> HttpResponse:
    """It was none; with `undo` it was one after all."""
    me, row = person_of(request), bet_by_id(bet_id)
    (betting.reinstate_bet if "undo" in request.POST else betting.withdraw_bet)(me, row)
    return redirect("programme:bets")


@require_POST
def set_wire(request: HttpRequest, bet_id: int) -> HttpResponse:
    """A tripwire."""
    me, row = person_of(request), bet_by_id(bet_id)
    require(me, Capability.STEER)
    form = WireForm(request.POST)
    return _do(request, row, form, "wire_form", lambda: betting.set_wire(me, row, form.draft()))


@require_POST
def withdraw_wire(request: HttpRequest, wire_id: int) -> HttpResponse:
    """It no longer watches; with `undo` it does again."""
    me, wire = person_of(request), wire_by_id(wire_id)
    (betting.reinstate_wire if "undo" in request.POST else betting.withdraw_wire)(me, wire)
    return redirect("programme:bet", wire.bet_id)


@require_POST
def read_wire(request: HttpRequest, wire_id: int) -> HttpResponse:
    """What a tripwire shows."""
    me, wire = person_of(request), wire_by_id(wire_id)
    require(me, Capability.STEER)
    form = ReadingForm(request.POST, measured=wire.bound is not None, prefix=f"wire{wire.pk}")
    read: dict[str, Any] = {"wrong": (wire.pk, form)}
    return _do(request, wire.bet, form, "", lambda: betting.read_wire(me, wire, form.draft()), **read)


@require_POST
def withdraw_reading(request: HttpRequest, reading_id: int) -> HttpResponse:
    """It was wrong; with `undo` it was right after all."""
    me, reading = person_of(request), reading_by_id(reading_id)
    (betting.reinstate_reading if "undo" in request.POST else betting.withdraw_reading)(me, reading)
    return redirect("programme:bet", reading.wire.bet_id)


def _do(
    request: HttpRequest, row: Bet, form: forms.Form, name: str, act: Callable[[], object], **more: Any
) -> HttpResponse:
    if form.is_valid():
        try:
            act()
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept."))
            return redirect("programme:bet", row.pk)
    shown: dict[str, Any] = {name: form} if name else {}
    return _page(request, row.pk, **shown, **more)


def _page(
    request: HttpRequest, bet_id: int, wrong: tuple[int, forms.Form] | None = None, **forms_: Any
) -> HttpResponse:
    me, today = person_of(request), timezone.localdate()
    line = bet_line(bet_by_id(bet_id), today)
    running = line.row.ended is None and line.row.withdrawn is None
    may_decide = running and Capability.DECIDE in me.capabilities
    steers = running and Capability.STEER in me.capabilities
    wires = []
    for each in line.wires:
        form = ReadingForm(measured=each.row.bound is not None, prefix=f"wire{each.row.pk}")
        wires.append((each, wrong[1] if wrong and wrong[0] == each.row.pk else form))
    context = {
        "line": line,
        "state": STATES[line.state],
        "tone": TONES.get(line.state, ""),
        "wires": wires,
        "wire_form": WireForm(),
        "renew_form": RenewForm(),
        "end_form": EndBetForm(),
        "handed": (went := handed(Thing.BET, bet_id)),
        "made_by": went[-1].before if went else line.row.who,
        "people": {person.actor_id: person.name for person in people()},
        "hand_form": HandOverForm(),
        "hand_to": reverse("programme:hand-over-bet", args=[bet_id]) if may_decide else "",
        "may_decide": may_decide,
        "may_steer": steers,
    }
    status = 422 if wrong or forms_ else 200
    return render(request, "programme/bet.html", context | forms_, status=status)
