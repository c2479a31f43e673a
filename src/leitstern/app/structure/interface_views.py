"""Interfaces: the list, one interface with what both sides say, and saying it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_GET, require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import words
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.structure import handing, models, queries, reading
from leitstern.app.structure.bringing import Kind
from leitstern.app.structure.forms import ClaimForm, InterfaceForm
from leitstern.app.structure.pages import context_of, kept, page_of, said_by, unit_choices
from leitstern.app.structure.table import header, rows
from leitstern.core.inside.structure.interfaces import ASPECTS, SIDES, STANDINGS, Aspect, Side, contradictions

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.core.inside.structure.interfaces import Interface
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Row:
    """One aspect of an interface: what both say together, and what each side says."""

    name: Text
    standing: str
    words: Text
    giver: bool | None
    receiver: bool | None


@require_GET
def interfaces(request: HttpRequest) -> HttpResponse:
    """All of them, those with a contradiction first."""
    require(person_of(request), Capability.SEE_INSIDE)
    if request.GET.get("format") == "csv":
        language = get_language() or "en"
        return csv_response("interfaces", header(Kind.INTERFACES, language), rows(Kind.INTERFACES, language))
    found, wanted = reading.interfaces(), request.GET.get("unit", "")
    listed = sorted(
        (each for each in found if wanted in {"", each.giver, each.receiver}),
        key=lambda each: not each.contradicted,
    )
    page = page_of(request, listed)
    context = context_of(
        request,
        n=len(found),
        against=contradictions(found),
        lived=sum(each.credited is Aspect.LIVED for each in found),
        page=page,
        rows=[(each, standings(each)) for each in page.object_list],
        wanted=wanted,
        choices=unit_choices(),
        aspects=ASPECTS.values(),
        retired=models.Interface.objects.exclude(retired=None),
    )
    return render(request, "structure/interfaces.html", context)


@require_GET
def interface(request: HttpRequest, interface_id: int) -> HttpResponse:
    """One interface."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _page(request, queries.by_id(models.Interface, interface_id))


def new(request: HttpRequest) -> HttpResponse:
    """Enter an interface."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    initial = {name: request.GET.get(name, "") for name in ("giver", "receiver")}
    form, made = InterfaceForm(request.POST or None, initial=initial), list[models.Interface]()

    def act() -> None:
        data = form.cleaned_data
        made.append(
            handing.enter_interface(me, data["giver"], data["receiver"], data["what"], data["touchpoint"])
        )

    if request.method == "POST" and kept(form, act):
        messages.success(request, gettext("Entered. Now let both sides say how it is."))
        return redirect("structure:interface", made[0].pk)
    return render(request, "structure/new_interface.html", context_of(request, form=form))


@require_POST
def claim(request: HttpRequest, interface_id: int) -> HttpResponse:
    """Say how one side sees it."""
    me, found = person_of(request), queries.by_id(models.Interface, interface_id)
    require(me, Capability.KEEP_REGISTERS)
    form = ClaimForm(_sides(found), request.POST)

    def act() -> None:
        data = form.cleaned_data
        handing.claim_interface(me, found, Side(data["side"]), form.claims(), data["evidence"], data["day"])

    if kept(form, act):
        messages.success(request, gettext("Kept. What the other side says stays as it is."))
        return redirect("structure:interface", interface_id)
    return _page(request, found, form=form)


@require_POST
def withdraw(request: HttpRequest, claim_id: int) -> HttpResponse:
    """Take a claim back, or (`undo`) let it stand again."""
    me, found = person_of(request), queries.by_id(models.Claim, claim_id)
    if "undo" in request.POST:
        handing.reinstate_claim(me, found)
    else:
        handing.withdraw_claim(me, found)
        messages.info(request, gettext("Withdrawn. What that side said before stands again."))
    return redirect("structure:interface", found.interface_id)


@require_POST
def retire(request: HttpRequest, interface_id: int) -> HttpResponse:
    """Nothing is handed over there any more, or (`undo`) it is."""
    me, found = person_of(request), queries.by_id(models.Interface, interface_id)
    if "undo" in request.POST:
        handing.restore_interface(me, found)
    else:
        handing.retire_interface(me, found)
        messages.info(request, gettext("Taken out of the register. What was said stays readable here."))
    return redirect("structure:interface", interface_id)


def standings(found: Interface) -> list[Row]:
    """One line per aspect."""
    giver, receiver = (found.claim(side) for side in Side)
    return [
        Row(
            name,
            found.standing(aspect).value,
            STANDINGS[found.standing(aspect)],
            giver.said.get(aspect) if giver else None,
            receiver.said.get(aspect) if receiver else None,
        )
        for aspect, name in ASPECTS.items()
    ]


def _sides(row: models.Interface) -> list[tuple[str, str]]:
    """Both sides by the names of their units."""
    names = unit_names()
    return [
        (side.value, f"{words(names[slug]) if slug in names else slug} ({words(SIDES[side])})")
        for side, slug in ((Side.GIVER, row.giver), (Side.RECEIVER, row.receiver))
    ]


def _page(request: HttpRequest, row: models.Interface, **came_back: forms.Form) -> HttpResponse:
    claims = list(row.claims.all())
    found = reading.plain_interface(row, [each for each in claims if not each.withdrawn])
    sides = _sides(row)
    context = context_of(
        request,
        row=row,
        interface=found,
        standings=standings(found),
        sides=[(name, found.claim(Side(side))) for side, name in sides],
        named=dict(sides),
        aspects=ASPECTS,
        credited=ASPECTS[found.credited] if found.credited else None,
        touchpoint=touchpoint_names().get(row.touchpoint),
        history=claims,
        names_of=said_by(),
        form=ClaimForm(sides),
    )
    return render(request, "structure/interface.html", context | came_back)
