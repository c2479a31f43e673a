"""One thing of the inventory: its page, its form, taking it out, and letting an earlier wording stand again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.portfolio.queries import holders
from leitstern.app.stack import keeping, pages, shelf
from leitstern.app.stack.forms import FORMS, starting_point
from leitstern.app.stack.gap_forms import gap_rows
from leitstern.core.errors import LeitsternError, NotFound
from leitstern.core.inside.stack.inventory import Capability as StackCapability
from leitstern.core.inside.stack.terms import KINDS, Kind

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.stack.models import Item

LISTS = {
    Kind.APPLICATION: "stack:applications",
    Kind.CAPABILITY: "stack:capabilities",
    Kind.DATA: "stack:data",
    Kind.INTEGRATION: "stack:data",
}


def application(request: HttpRequest, slug: str) -> HttpResponse:
    """One application."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    return render(request, "stack/application.html", pages.application_context(me, slug))


def capability(request: HttpRequest, slug: str) -> HttpResponse:
    """One capability."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    return render(request, "stack/capability.html", pages.capability_context(me, slug))


def new(request: HttpRequest, kind: str) -> HttpResponse:
    """Enter something; `?name=&outcome=` begin with what an outcome chain says."""
    said = {name: request.GET.get(name, "")[:160] for name in ("name", "outcome")}
    return _form(request, _kind(kind), None, {name: text for name, text in said.items() if text})


def edit(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """The same in other words; those of before stay readable."""
    row = keeping.item(_kind(kind), slug)
    return _form(request, Kind(row.kind), row, starting_point(shelf.thing(Kind(row.kind), row.content)))


def _form(request: HttpRequest, kind: Kind, row: Item | None, initial: dict[str, Any]) -> HttpResponse:
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    slug = row.slug if row and kind is not Kind.INTEGRATION else ""
    form = FORMS[kind](slug, request.POST or None, initial=initial)
    gaps = gap_rows(request.POST or None, initial=_gaps(row)) if kind is Kind.CAPABILITY else None
    if request.method == "POST" and all([form.is_valid(), gaps is None or gaps.is_valid()]):
        thing = form.thing(gaps.gaps() if gaps else ())
        try:
            kept = keeping.change(me, row, thing) if row else keeping.enter(me, thing)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. What it said before stays readable."))
            return redirect(*_address(kind, kept.slug))
    context: dict[str, Any] = {
        "form": form,
        "gaps": gaps,
        "row": row,
        "kind": kind.value,
        "what": KINDS[kind],
        "back": LISTS[kind],
        "history": pages.history(row) if row and kind in {Kind.DATA, Kind.INTEGRATION} else [],
        "people": {},
        "may_keep": True,
        "holders": holders(),
    }
    return render(request, "stack/edit.html", context)


def _gaps(row: Item | None) -> list[dict[str, Any]]:
    found = shelf.thing(Kind.CAPABILITY, row.content) if row else None
    if not isinstance(found, StackCapability):
        return []
    names = ("text", "application", "critical", "remedy", "contract")
    return [{name: getattr(gap, name) for name in names} for gap in found.gaps]


@require_POST
def retire(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """Say that it is gone, or (`undo`) that it is there again."""
    me, row = person_of(request), keeping.item(_kind(kind), slug)
    if "undo" in request.POST:
        keeping.restore(me, row)
    else:
        keeping.retire(me, row)
        messages.info(request, gettext("It counts as gone. It stays readable, and so does its past."))
    return redirect(*_address(Kind(row.kind), row.slug))


@require_POST
def put_back(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Let an earlier wording stand again."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    row = keeping.put_back(me, keeping.edition_by_id(edition_id))
    messages.success(request, gettext("This wording stands again. The other one stays in the history."))
    return redirect(*_address(Kind(row.kind), row.slug))


def _kind(given: str) -> Kind:
    if given not in Kind:
        raise NotFound(keeping.NO_THING)
    return Kind(given)


def _address(kind: Kind, slug: str) -> tuple[str, ...]:
    """Where a thing is seen: data and integrations stand in one list."""
    if kind is Kind.APPLICATION:
        return "stack:application", slug
    return ("stack:capability", slug) if kind is Kind.CAPABILITY else ("stack:data",)
