"""Changing maps in the browser: by keyboard and buttons, with what would change before it is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import words
from leitstern.app.company.queries import current_taxonomy, require_version
from leitstern.app.maps import actions
from leitstern.app.maps.drafting import MARKS, Draft, begun, press, read_draft
from leitstern.app.maps.finding import find_fit
from leitstern.app.maps.queries import find_map, map_at, pain_by_id, require_map, version_of
from leitstern.app.maps.views import map_page
from leitstern.app.outside.reading import published
from leitstern.core.company.map_changes import changes, summary
from leitstern.core.company.taxonomy import MapStep
from leitstern.core.errors import InvalidInput, LeitsternError
from leitstern.core.outside.map_words import would_be
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.core.company.taxonomy import JourneyMap


@dataclass(frozen=True, slots=True)
class Row:
    """A step in the form; `known` unless the taxonomy lost its touchpoint, `focus` names the button that has it."""

    at: int
    step: MapStep
    name: str
    known: bool
    focus: str


def new(request: HttpRequest) -> HttpResponse:
    """A new map: empty, or drafted from a way customers take (`?way=` touchpoints with dots between them)."""
    require(person_of(request), Capability.EDIT_TAXONOMY)
    if request.method == "POST":
        return _posted(request, "")
    points = _names()
    optional = set(request.GET.get("optional", "").split("."))
    way = [slug for slug in request.GET.get("way", "").split(".") if slug in points][: actions.MOST_STEPS]
    steps = tuple(MapStep(slug, optional=slug in optional) for slug in way)
    return _form(request, Draft("", Text("", ""), None, steps))


def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """A map otherwise; the form holds everything until it is kept."""
    require(person_of(request), Capability.EDIT_TAXONOMY)
    if request.method == "POST":
        return _posted(request, slug)
    return _form(request, begun(require_map(slug), require_version().pk))


@require_POST
def restore(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Keep an older version again, as a new one."""
    me, version = person_of(request), version_of(slug, number)
    require(me, Capability.EDIT_TAXONOMY)
    if version.map is None:
        raise InvalidInput(GONE)
    try:
        reason = gettext("As in version %(number)s") % {"number": number}
        actions.keep_map(me, version.map, reason=reason)
    except InvalidInput as problem:
        messages.error(request, words(problem.text))
        return redirect("maps:versions", slug)
    messages.success(
        request, gettext("Version %(number)s holds again, as a new version.") % {"number": number}
    )
    return redirect("maps:map", slug)


@require_POST
def take_out(request: HttpRequest, slug: str) -> HttpResponse:
    """The map is none any more; it can be put back from its versions."""
    actions.take_out(person_of(request), slug)
    messages.info(request, gettext("Taken out. It can be put back from its versions."))
    return redirect("maps:versions", slug)


@require_POST
def note_pain(request: HttpRequest, slug: str) -> HttpResponse:
    """What somebody of the company says hurts customers at a step."""
    touchpoint, said = request.POST.get("touchpoint", ""), request.POST.get("words", "")
    try:
        actions.note_pain(person_of(request), slug, touchpoint, said)
    except InvalidInput as problem:
        return map_page(request, slug, 422, pain_error=problem.text, pain_words=said, pain_at=touchpoint)
    messages.success(request, gettext("Noted. It stands beside what customers say, told apart from it."))
    return redirect("maps:map", slug)


@require_POST
def withdraw_pain(request: HttpRequest, slug: str, pain_id: int) -> HttpResponse:
    """Take a noted pain back, or (`undo`) let it stand again."""
    me, pain = person_of(request), pain_by_id(slug, pain_id)
    if "undo" in request.POST:
        actions.put_pain_back(me, pain)
        messages.info(request, gettext("It stands again."))
    else:
        actions.withdraw_pain(me, pain)
        messages.info(request, gettext("Withdrawn. You can let it stand again."))
    return redirect("maps:map", slug)


def _posted(request: HttpRequest, slug: str) -> HttpResponse:
    """One press of a button: move, add, remove, preview or keep."""
    draft, button = read_draft(request.POST, slug), request.POST.get("do", "preview")
    if button == "keep":
        return _keep(request, draft)
    if button == "preview":
        return _form(request, draft, preview=True)
    pressed = press(draft, button, request.POST, _names())
    return _form(request, pressed.draft, said=pressed.said, focus=pressed.focus)


def _keep(request: HttpRequest, draft: Draft) -> HttpResponse:
    me, slug = person_of(request), draft.slug
    try:
        if slug:
            actions.keep_map(me, draft.map, since=draft.since, reason=draft.reason)
        else:
            slug = actions.short_name(draft.name)
            actions.add_map(me, replace(draft, slug=slug).map, draft.reason)
    except actions.MapMoved as moved:
        return _form(
            request, replace(draft, since=require_version().pk), 409, moved=moved.text, was=draft.since
        )
    except LeitsternError as problem:
        if problem.status not in {409, 422}:
            raise
        return _form(request, draft, problem.status, error=problem.text)
    messages.success(request, gettext("Kept as a new version. The one before stays readable."))
    return redirect("maps:map", slug)


def _form(
    request: HttpRequest,
    draft: Draft,
    status: int = 200,
    *,
    preview: bool = False,
    was: int | None = None,
    **more: Any,
) -> HttpResponse:
    now, names = find_map(draft.slug), _names()
    different = changes(now, draft.map, names) if now else ()
    context = {
        "draft": draft,
        "map": now,
        "offered": sorted(
            ((slug, words(name)) for slug, name in names.items()), key=lambda each: each[1].casefold()
        ),
        "rows": [_row(at, step, names, more.get("focus", "")) for at, step in enumerate(draft.steps)],
        "marks": sorted({*MARKS, *(step.parallel for step in draft.steps)}),
        "different": different,
        "preview": _preview(now, draft, summary(different)) if preview and draft.steps else None,
        "theirs": changes(map_at(draft.slug, was), now, names) if was is not None else (),
        **more,
    }
    return render(request, "maps/edit.html", context, status=status)


def _preview(now: JourneyMap | None, draft: Draft, what: Text) -> Text:
    """What changes, and what it would do to the fit."""
    if now is None:
        what = NEW
    state = published()
    known = {each.slug for each in state.taxonomy.touchpoints} if state else set()
    if state is None or draft.steps[0].touchpoint not in known:
        return Text(en=f"{what.en}.", de=f"{what.de}.")
    before = find_fit(state, now) if now else None
    return would_be(what, before, find_fit(state, draft.map))


def _row(at: int, step: MapStep, names: dict[str, Text], focus: str) -> Row:
    verb, _, number = focus.partition(":")
    name = words(names[step.touchpoint]) if step.touchpoint in names else step.touchpoint
    return Row(at, step, name, step.touchpoint in names, verb if number == str(at) else "")


def _names() -> dict[str, Text]:
    taxonomy = current_taxonomy()
    return {each.slug: each.name for each in taxonomy.touchpoints} if taxonomy else {}


NEW = Text(en="a new map", de="ein neuer Reiseplan")
GONE = Text(
    en="In this version the map was taken out. Nothing was changed; choose an earlier one.",
    de="In dieser Fassung war der Reiseplan herausgenommen. Es wurde nichts geändert; wählen Sie eine frühere.",
)
