"""Stories to read, one by one or all of them, on paper and by mail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.practice import pages, queries, telling
from leitstern.app.practice.mailing import story_mail
from leitstern.app.practice.models import Story
from leitstern.app.practice.reading import story_lines
from leitstern.app.practice.shining import shining
from leitstern.app.practice.table import STORIES_HEADER, story_rows
from leitstern.app.practice.telling_forms import StandardForm, TakeUpForm
from leitstern.core.bridge.practice.culture import LAYERS, MEANS, TELLINGS, Layer, Telling, by_layer, empty
from leitstern.core.bridge.practice.telling import SHOWN_FROM, STAGES, Stage
from leitstern.core.bridge.practice.terms import TELLERS, Teller

if TYPE_CHECKING:
    from django.http import HttpRequest

    from leitstern.app.practice.reading import StoryLine

WAITING = (Stage.TOLD, Stage.APPROVED)


def stories(request: HttpRequest) -> HttpResponse:
    """Published stories, those of customers and those of staff apart; `?format=mail` is a mail to send on."""
    me = person_of(request)
    require(me, Capability.SEE_GAP)
    found, units, language = story_lines(queries.published_stories()), unit_names(), get_language() or "en"
    if request.GET.get("format") == "mail":
        return _mail("stories", [each.row for each in found])
    if request.GET.get("format") == "csv":
        return csv_response("stories", STORIES_HEADER, story_rows(found, language))
    context = {
        "sides": [(TELLERS[teller], _told_by(found, teller)) for teller in Teller],
        "n": len(found),
        "used": sum(each.units for each in found),
        "standard": sum(bool(each.standards) for each in found),
        "waiting": queries.stories().filter(published=None).count(),
        "units": units,
        "touchpoints": touchpoint_names(),
        **pages.may(me),
    }
    return render(request, "practice/stories.html", context)


def _told_by(found: list[StoryLine], teller: Teller) -> list[StoryLine]:
    return [each for each in found if each.row.teller == teller]


def register(request: HttpRequest) -> HttpResponse:
    """Every story with how far it has come, and what data says is worth telling."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    lines, taxonomy = story_lines(Story.objects.all()), current_taxonomy()
    if request.GET.get("format") == "csv":
        return csv_response("story-register", STORIES_HEADER, story_rows(lines, get_language() or "en"))
    layers = by_layer(each.row.layer for each in lines if each.stage is not Stage.WITHDRAWN)
    context = {
        "layers": [(LAYERS[layer], MEANS[layer], n) for layer, n in layers.items()],
        "layer_names": {layer.value: name for layer, name in LAYERS.items()},
        "empty": [LAYERS[layer] for layer in empty(layers)],
        "lines": [
            (each, STAGES[each.stage], TELLERS[Teller(each.row.teller)])
            for each in sorted(lines, key=lambda each: each.stage not in WAITING)
        ],
        "facets": {each.slug: each.name for each in (taxonomy.facets if taxonomy else ())},
        "shining": shining(),
        "units": unit_names(),
        "shown_from": SHOWN_FROM,
        **pages.may(me),
    }
    return render(request, "practice/register.html", context)


def story(request: HttpRequest, story_id: int) -> HttpResponse:
    """One story. A published one everybody may read; how often it was opened is counted, by whom is not."""
    me, row = person_of(request), queries.story_by_id(story_id)
    public = row.published is not None and row.withdrawn is None
    require(me, Capability.SEE_GAP if public else Capability.SEE_INSIDE)
    if request.GET.get("format") == "mail":
        return _mail(row.slug, [row])
    if public:
        telling.opened(row, timezone.localdate())
    return story_page(request, row)


def story_page(request: HttpRequest, row: Story, status: int = 200, **forms: Any) -> HttpResponse:
    """The page, with forms as they were typed."""
    me, units = person_of(request), unit_names()
    found = story_lines(Story.objects.filter(pk=row.pk))[0]
    context = {
        "row": row,
        "found": found,
        "stage": STAGES[found.stage],
        "teller": TELLERS[Teller(row.teller)],
        "kind": TELLINGS[Telling(row.kind)],
        "layer": LAYERS[Layer(row.layer)] if row.layer else None,
        "unit": units.get(row.unit),
        "touchpoint": touchpoint_names().get(row.touchpoint),
        "taken_up": found.taken_up,
        "units": units,
        "points": touchpoint_names(),
        "shown_from": SHOWN_FROM,
        "editions": pages.with_changes(row.editions.all())
        if Capability.SEE_INSIDE in me.capabilities
        else (),
        "names": pages.names(),
        "take_up_form": TakeUpForm(),
        "standard_form": StandardForm(),
        **pages.may(me),
    }
    return render(request, "practice/story.html", context | forms, status=status)


def _mail(name: str, found: list[Story]) -> HttpResponse:
    content = story_mail(found, unit_names(), get_language() or "en")
    response = HttpResponse(content, content_type="message/rfc822")
    response["Content-Disposition"] = f'attachment; filename="{name}.eml"'
    return response
