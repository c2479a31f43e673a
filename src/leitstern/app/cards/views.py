"""Knowledge cards: all of them, one with its sources then and now, and what is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.cards import drafting, queries
from leitstern.app.cards.forms import SOURCE_FORMS, BackForm, CardForm
from leitstern.app.cards.table import CARDS_HEADER, card_rows
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.refusals import WrongDraft
from leitstern.core.bridge.cards.saying import headline
from leitstern.core.bridge.cards.standing import STANDINGS, Standing
from leitstern.core.bridge.cards.terms import KINDS, STATES, State
from leitstern.core.errors import LeitsternError, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.cards.models import Card

STATE_TONES = {State.CONFIRMED: "good", State.SENT_BACK: "bad", State.EXPIRED: "bad"}
TONES = {Standing.HOLDS: "good", Standing.MOVED: "bad"}
FINAL = (State.CONFIRMED, State.EXPIRED, State.WITHDRAWN)


def overview(request: HttpRequest) -> HttpResponse:
    """Every card, what needs somebody first; `?format=csv` with every source."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    found = queries.cards()
    if request.GET.get("format") == "csv":
        return csv_response("knowledge-cards", CARDS_HEADER, card_rows(found, get_language() or "en"))
    drafting_state, deciding_state = queries.trained()
    context = {
        "sentence": headline([(each.state, each.standing) for each in found]),
        "rows": [_named(each) for each in found],
        "unused": [each for each in found if each.unused],
        "withdrawn": queries.cards(withdrawn=True),
        "trained": (
            (drafting_state, gettext("Those who draft")),
            (deciding_state, gettext("Those who decide")),
        ),
        **_may(request),
    }
    return render(request, "cards/overview.html", context)


def card(request: HttpRequest, card_id: int) -> HttpResponse:
    """One card."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _page(request, queries.card_by_id(card_id))


def new(request: HttpRequest) -> HttpResponse:
    """Draft one."""
    require(person_of(request), Capability.KEEP_REGISTERS)
    return _edit(request, None)


def edit(request: HttpRequest, card_id: int) -> HttpResponse:
    """Say it in other words, or until another day."""
    require(person_of(request), Capability.KEEP_REGISTERS)
    return _edit(request, queries.card_by_id(card_id))


@require_POST
def link(request: HttpRequest, card_id: int, form_name: str) -> HttpResponse:
    """Link a source: out of the product, a view, words, or one from outside."""
    me, row = person_of(request), queries.card_by_id(card_id)
    require(me, Capability.KEEP_REGISTERS)
    if form_name not in SOURCE_FORMS:
        raise NotFound(queries.NO_SOURCE)
    form = SOURCE_FORMS[form_name](request.POST, auto_id=f"{form_name}_%s")
    said = gettext("Linked, as it is today.")
    return _do(request, row, form_name, form, lambda: drafting.link(me, row, *form.source()), said)


@require_POST
def unlink(request: HttpRequest, source_id: int) -> HttpResponse:
    """A card no longer rests on it."""
    me, source = person_of(request), queries.source_by_id(source_id)
    require(me, Capability.KEEP_REGISTERS)
    return _act(request, source.card, lambda: drafting.unlink(me, source))


@require_POST
def confirm(request: HttpRequest, card_id: int) -> HttpResponse:
    """It is knowledge."""
    me, row = person_of(request), queries.card_by_id(card_id)
    require(me, Capability.DECIDE)
    return _act(request, row, lambda: drafting.confirm(me, row))


@require_POST
def send_back(request: HttpRequest, card_id: int) -> HttpResponse:
    """It needs more work."""
    me, row = person_of(request), queries.card_by_id(card_id)
    require(me, Capability.DECIDE)
    form = BackForm(request.POST)
    said = gettext("Sent back, with your reason.")
    return _do(
        request, row, "back", form, lambda: drafting.send_back(me, row, form.cleaned_data["reason"]), said
    )


@require_POST
def withdraw(request: HttpRequest, card_id: int) -> HttpResponse:
    """It is no longer offered; with `undo` it stands again."""
    me, row = person_of(request), queries.card_by_id(card_id)
    require(me, Capability.KEEP_REGISTERS)
    act = drafting.reinstate if "undo" in request.POST else drafting.withdraw
    return _act(request, row, lambda: act(me, row))


def _edit(request: HttpRequest, row: Card | None) -> HttpResponse:
    me = person_of(request)
    begun = {"sentence": row.sentence, "until": row.until} if row else None
    form = CardForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        try:
            kept = (
                drafting.reword_card(me, row, form.draft()) if row else drafting.draft_card(me, form.draft())
            )
        except WrongDraft as problem:
            form.refused(problem)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(
                request, gettext("Kept.") if row else gettext("Kept. Now link what it rests on.")
            )
            return redirect("cards:card", kept.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "cards/edit.html", {"form": form, "row": row}, status=status)


def _do(
    request: HttpRequest, row: Card, name: str, form: forms.Form, act: Callable[[], object], said: str
) -> HttpResponse:
    if form.is_valid():
        try:
            act()
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, said)
            return redirect("cards:card", row.pk)
    return _page(request, queries.card_by_id(row.pk), {name: form})


def _act(request: HttpRequest, row: Card, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    else:
        messages.success(request, gettext("Kept."))
    return redirect("cards:card", row.pk)


def _page(request: HttpRequest, row: Card, wrong: dict[str, forms.Form] | None = None) -> HttpResponse:
    mine, wrong = _may(request), wrong or {}
    found = queries.line(row)
    drafts = mine["may_draft"] and found.state not in FINAL
    blank = {name: form(auto_id=f"{name}_%s") for name, form in SOURCE_FORMS.items()} if drafts else {}
    context = {
        "line": _named(found),
        "sources": [
            (each, KINDS[each.kind], STANDINGS[each.standing], TONES.get(each.standing, ""))
            for each in found.sources
        ],
        "rulings": row.rulings.all(),
        "wordings": row.wordings.all(),
        "gone": [
            (each, each.said_de if (get_language() or "en").startswith("de") else each.said_en)
            for each in row.sources.all()
            if each.withdrawn
        ],
        "names": {person.actor_id: person.name for person in people()},
        "source_forms": blank | {name: form for name, form in wrong.items() if name in SOURCE_FORMS},
        "back_form": wrong.get("back") or BackForm(),
        "drafts": drafts,
        "rules": mine["may_decide"] and found.state is State.WAITING,
        **mine,
    }
    return render(request, "cards/card.html", context, status=422 if wrong else 200)


def _named(found: queries.Line) -> dict[str, Any]:
    return {
        "it": found,
        "row": found.row,
        "state": STATES[found.state],
        "state_tone": STATE_TONES.get(found.state, ""),
        "standing": STANDINGS[found.standing],
        "tone": TONES.get(found.standing, ""),
        "told": found.state is not State.UNFINISHED and bool(found.sources),
        "over": found.row.until < timezone.localdate(),
    }


def _may(request: HttpRequest) -> dict[str, bool]:
    allowed = person_of(request).capabilities
    return {
        "may_draft": Capability.KEEP_REGISTERS in allowed,
        "may_decide": Capability.DECIDE in allowed,
    }
