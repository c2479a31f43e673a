"""What touches this? A thing in the middle of everything that has to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.ties import queries
from leitstern.app.ties.table import TIES_HEADER, tie_rows
from leitstern.core.bridge.ties.graph import Kind
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
