"""What touches this? A thing in the middle of everything that has to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.ties import left, queries
from leitstern.app.ties.table import LEFT_HEADER, TIES_HEADER, left_rows, tie_rows
from leitstern.core.bridge.ties.graph import Kind
from leitstern.core.bridge.ties.left import SUBJECTS, sentence
from leitstern.core.bridge.ties.words import KINDS, LAYERS, NOBODY, way

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def search(request: HttpRequest) -> HttpResponse:
    """Find the thing to ask about."""
    require(person_of(request), Capability.SEE_INSIDE)
    words = request.GET.get("q", "").replace("\x00", "")[: queries.LONGEST].strip()
    found = queries.named(words, get_language() or "en")
    groups: dict[Kind, list[object]] = {}
    for thing in found:
        groups.setdefault(thing.kind, []).append(thing)
    context = {
        "words": words,
        "groups": [(KINDS[kind], things) for kind, things in groups.items()],
        "n": len(found),
        "most": queries.MOST,
    }
    return render(request, "ties/search.html", context)


def around(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """One thing, and what touches it."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = queries.around(kind, slug)
    if request.GET.get("format") == "csv":
        return csv_response("ties", TIES_HEADER, tie_rows(found, get_language() or "en"))
    context = {
        "found": found,
        "kind": KINDS[found.thing.kind],
        "layers": [
            (
                layer.value,
                LAYERS[layer],
                NOBODY[layer],
                layer is found.layer,
                [(each, KINDS[each.thing.kind], way(each)) for each in touching],
            )
            for layer, touching in found.layers.items()
        ],
    }
    return render(request, "ties/around.html", context)


def who_left(request: HttpRequest) -> HttpResponse:
    """What is answered for by people who are no longer there, each with the place to hand it over."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    found = left.left()
    if request.GET.get("format") == "csv":
        return csv_response("to-hand-over", LEFT_HEADER, left_rows(found, get_language() or "en"))
    context = {
        "sentence": sentence(found),
        "rows": [(each, SUBJECTS[each.held.subject], left.address(each.held)) for each in found],
        "may_steer": Capability.STEER in me.capabilities,
    }
    return render(request, "ties/left.html", context)


@never_cache
def close(request: HttpRequest, person_id: int) -> HttpResponse:
    """Before somebody's access is closed: what they answer for, so that it can be handed over."""
    require(person_of(request), Capability.MANAGE_PEOPLE)
    person = left.person_by_id(person_id)
    rows = [(each, SUBJECTS[each.subject]) for each in left.answers_for(person)]
    return render(request, "ties/close.html", {"person": person, "rows": rows})
