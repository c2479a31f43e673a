"""Versions of the taxonomy: who changed what when and why, what differs between two, and going back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.taxonomy import keeping, queries
from leitstern.app.taxonomy.changing import changing
from leitstern.app.taxonomy.table import CHANGE_HEADER, change_rows
from leitstern.app.taxonomy.views import may
from leitstern.core.company.differences import SORTS

if TYPE_CHECKING:
    from django.http import HttpRequest

YAML = "application/yaml; charset=utf-8"
LISTED = 50  # with what each changed; older ones by their number


def versions(request: HttpRequest) -> HttpResponse:
    """All versions, the newest first, with how much each changed."""
    require(person_of(request), Capability.SEE_GAP)
    found = queries.versions()
    told = [(after, queries.between(before, after)) for after, before in pairwise(found[: LISTED + 1])]
    if len(found) <= LISTED and found:
        told.append((found[-1], ()))
    context = {
        "versions": told,
        "older": found[LISTED:],
        "all": found,
        "people": {person.actor_id: person.name for person in people()},
        "sorts": SORTS,
        **may(request),
    }
    return render(request, "taxonomy/versions.html", context)


def version(request: HttpRequest, number: int) -> HttpResponse:
    """What a version changed, against the one before or another (`?with=`); POST goes back to it."""
    require(person_of(request), Capability.SEE_GAP)
    here, found = queries.version_by_id(number), queries.versions()
    asked = request.GET.get("with", "")
    other = next((each for each in found if str(each.pk) == asked), None)
    if other is None:
        other = next((each for each in found if each.pk < here.pk), None)
    changes = queries.between(other, here) if other else ()
    if request.GET.get("format") == "csv":
        return csv_response(
            f"taxonomy-{number}-changes", CHANGE_HEADER, change_rows(changes, get_language() or "en")
        )
    state = changing(request, lambda: keeping.as_it_was(here))
    if state.kept:
        return redirect("taxonomy:versions")
    context = {
        "here": here,
        "other": other,
        "others": [each for each in found if each != here],
        "changes": changes,
        "newest": found[0] == here,
        "state": state,
        "sorts": SORTS,
        "people": {person.actor_id: person.name for person in people()},
        **may(request),
    }
    return render(request, "taxonomy/version.html", context, status=state.status)


def download(request: HttpRequest, number: int) -> HttpResponse:
    """A version as a file."""
    require(person_of(request), Capability.SEE_GAP)
    response = HttpResponse(queries.version_by_id(number).content, content_type=YAML)
    response["Content-Disposition"] = f'attachment; filename="taxonomy-{number}.yaml"'
    return response
