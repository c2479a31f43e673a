"""What holds and what has ended: the overview, one principle, one entry of the stop list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.practice import pages, queries
from leitstern.app.practice.drawing import course_drawing, uses_drawing
from leitstern.app.practice.forms import AgainForm, CountForm, ExemptionForm, RedefineForm, UseForm
from leitstern.app.practice.measuring import kept, stopped
from leitstern.app.practice.people import fewest
from leitstern.app.practice.reading import tried
from leitstern.app.practice.shining import shining
from leitstern.app.practice.table import PRINCIPLES_HEADER, STOP_HEADER, principle_rows, stop_rows
from leitstern.core.bridge.practice.learning import stopped_with_learning
from leitstern.core.bridge.practice.sentences import how_kept, used_again
from leitstern.core.bridge.practice.stopping import STANDINGS
from leitstern.core.bridge.practice.terms import SOURCES, STOP_KINDS, Source, StopChange, StopKind

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.practice.models import Principle, StopItem

NEWEST = 3  # stories on the overview


def overview(request: HttpRequest) -> HttpResponse:
    """Relapses first, then every principle and every entry of the stop list."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    today, language = timezone.localdate(), get_language() or "en"
    principles, items = list(queries.principles_ever()), list(queries.stop_list_ever())
    found = kept([each for each in principles if not each.withdrawn])
    ended = stopped([each for each in items if not each.withdrawn], today)
    match request.GET.get("format"):
        case "csv":
            return csv_response("principles", PRINCIPLES_HEADER, principle_rows(found))
        case "stop-list":
            return csv_response("stop-list", STOP_HEADER, stop_rows(ended, language))
    context = {
        "principles": sorted(found, key=lambda each: not each.course.falls),
        "stopped": [
            (each, STANDINGS[each.standing], STOP_KINDS[StopKind(each.row.kind)])
            for each in sorted(ended, key=lambda each: not each.slipping)
        ],
        "relapses": [
            *(used_again(each.relapse, each.row.name) for each in ended if each.slipping and each.relapse),
            *(how_kept(each.course, each.row.sentence) for each in found if each.course.falls),
        ],
        "clean": sum(bool(each.relapse and each.relapse.clean) for each in ended),
        "learned": stopped_with_learning([tried(each) for each in queries.pilots()], today),
        "stories": queries.published_stories()[:NEWEST],
        "shining": [each for each in shining() if not each.told][:NEWEST],
        "withdrawn": [each for each in principles if each.withdrawn],
        "taken_off": [each for each in items if each.withdrawn],
        "units": unit_names(),
        "today": today,
        **pages.may(me),
    }
    return render(request, "practice/overview.html", context)


def principle(request: HttpRequest, principle_id: int) -> HttpResponse:
    """One principle: how far it is kept, by which rule, who is exempt."""
    require(person_of(request), Capability.SEE_INSIDE)
    return principle_page(request, queries.principle_by_id(principle_id))


def principle_page(request: HttpRequest, row: Principle, status: int = 200, **forms: Any) -> HttpResponse:
    """The page, with forms as they were typed."""
    found = kept([row])[0]
    me, units = person_of(request), unit_names()
    context = {
        "row": row,
        "found": found,
        "sentence": how_kept(found.course),
        "chart": course_drawing(found),
        "months": found.course.months[::-1],
        "by_unit": [(units.get(unit), course) for unit, course in found.by_unit.items()],
        "rules": [(rule, SOURCES[Source(rule.source)]) for rule in row.rules.all()],
        "holds_for": pages.called(row.units, units),
        "exemptions": [(each, units.get(each.unit)) for each in row.exemptions.all()],
        "origins": row.origins.filter(withdrawn=None).select_related("story", "pilot"),
        "editions": pages.with_changes(row.editions.all()),
        "names": pages.names(),
        "units": units,
        "touchpoints": touchpoint_names(),
        "fewest": fewest(),
        "today": timezone.localdate(),
        "count_form": CountForm(),
        "rule_form": RedefineForm(),
        "exemption_form": ExemptionForm(),
        **pages.may(me),
    }
    return render(request, "practice/principle.html", context | forms, status=status)


def stop_item(request: HttpRequest, item_id: int) -> HttpResponse:
    """One entry of the stop list: what was used all the same, and what happened to it."""
    require(person_of(request), Capability.SEE_INSIDE)
    return stop_page(request, queries.stop_item_by_id(item_id))


def stop_page(request: HttpRequest, row: StopItem, status: int = 200, **forms: Any) -> HttpResponse:
    """The page, with forms as they were typed."""
    found = stopped([row], timezone.localdate())[0]
    me, units = person_of(request), unit_names()
    context = {
        "row": row,
        "found": found,
        "sentence": used_again(found.relapse) if found.slipping and found.relapse else None,
        "standing": STANDINGS[found.standing],
        "kind": STOP_KINDS[StopKind(row.kind)],
        "chart": uses_drawing(found),
        "months": found.months[::-1],
        "by_unit": [
            (units.get(unit), sum(n for _, n in months[-3:]), sum(n for _, n in months))
            for unit, months in found.by_unit.items()
        ],
        "events": [(each, each.change == StopChange.REINSTATED) for each in row.events.all()],
        "affected": pages.called(row.units, units),
        "editions": pages.with_changes(row.editions.all()),
        "names": pages.names(),
        "count_form": UseForm(),
        "again_form": AgainForm(),
        "fewest": fewest(),
        "today": timezone.localdate(),
        **pages.may(me),
    }
    return render(request, "practice/stopped.html", context | forms, status=status)
