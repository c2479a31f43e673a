"""The result of a workshop on a page, and everything of it to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.route_chart import routes_chart
from leitstern.app.common.templatetags.measured_levels import level
from leitstern.app.workshop.documents import HEADER, NOTES_HEADER, csv_rows, note_rows, workshop_document
from leitstern.app.workshop.drawing import cloud_rows, matrix_drawing
from leitstern.app.workshop.forms import note_form
from leitstern.app.workshop.models import WorkshopStage
from leitstern.app.workshop.queries import counting, notes_of, questions, workshop_by_id
from leitstern.app.workshop.result import result_of
from leitstern.app.workshop.room import time_left
from leitstern.core.inside.route_table import route_tables
from leitstern.core.inside.steps import STEPS

if TYPE_CHECKING:
    from django.http import HttpRequest


def result(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """Where the room sees the organisation, question by question, and the way that follows."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    workshop = workshop_by_id(workshop_id)
    found = result_of(workshop)
    names = {question.slug: question.name for question in questions(workshop)}
    context = {
        "workshop": workshop,
        "result": found,
        "people": sum(found.people.values()),
        "profile": [(each, level(each.level)) for each in found.answered],
        "may_report": Capability.SEE_GAP in me.capabilities,
        "notes": [(note, name, note_form(note)) for note, name in notes_of(workshop)],
        "rated": found.rated,
        "counting": counting(),
        "is_open": workshop.stage != WorkshopStage.CLOSED,
        "may_run": Capability.RUN_WORKSHOP in me.capabilities,
        "may_claim": {Capability.RUN_WORKSHOP, Capability.GIVE_EVIDENCE} <= me.capabilities,
        **time_left(workshop),
    }
    if found.placed:
        placement, choice = found.placed.placement, found.placed.choice
        context |= {
            "matrix": matrix_drawing(placement),
            "clouds": cloud_rows(placement),
            "settles": names.get(placement.settles or ""),
        }
        if choice:
            context |= {
                "routes": routes_chart(choice),
                "ways": route_tables(choice),
                "no_regret": [STEPS[each] for each in choice.no_regret],
            }
    return render(request, "workshop/result.html", context)


def export(request: HttpRequest, workshop_id: int) -> HttpResponse:
    """Votes as counts (`?format=csv`), notes (`?format=notes`), or everything (`?format=json`)."""
    require(person_of(request), Capability.RUN_WORKSHOP)
    workshop = workshop_by_id(workshop_id)
    name = f"workshop-{workshop.pk}"
    if request.GET.get("format") == "json":
        response = JsonResponse(
            workshop_document(workshop).model_dump(mode="json"),
            json_dumps_params={"ensure_ascii": False, "indent": 2},
        )
        response["Content-Disposition"] = f'attachment; filename="{name}.json"'
        return response
    if request.GET.get("format") == "notes":
        return csv_response(f"{name}-notes", NOTES_HEADER, note_rows(workshop))
    return csv_response(name, HEADER, csv_rows(workshop))
