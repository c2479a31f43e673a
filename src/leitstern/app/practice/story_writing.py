"""Telling stories: the form, approving, publishing, withdrawing; and what others make of stories and pilots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.practice import pages, queries, spreading, telling
from leitstern.app.practice.models import Pilot, Standard, Story, TakenUp
from leitstern.app.practice.pilot_views import pilot_page
from leitstern.app.practice.story_views import story_page
from leitstern.app.practice.telling_forms import StandardForm, StoryForm, TakeUpForm

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

STEPS = {
    "approve": telling.approve,
    "publish": telling.publish,
    "withdraw": telling.withdraw,
    "reinstate": telling.reinstate,
}


def new(request: HttpRequest) -> HttpResponse:
    """A new story; `?touchpoint=` begins with a place that data says is worth telling of."""
    require(person_of(request), Capability.STEER)
    begins: dict[str, object] = {
        name: request.GET[name] for name in ("touchpoint", "unit") if name in request.GET
    }
    return _form(request, None, begins)


def edit(request: HttpRequest, story_id: int) -> HttpResponse:
    """A story in other words; it waits for approval again."""
    require(person_of(request), Capability.STEER)
    row = queries.story_by_id(story_id)
    fields = ("title", "teller", "lived", "done", "kind", "layer", "unit", "touchpoint", "day")
    return _form(request, row, {name: getattr(row, name) for name in fields})


def _form(request: HttpRequest, row: Story | None, begins: dict[str, object]) -> HttpResponse:
    me, form = person_of(request), StoryForm(request.POST or None, initial=begins)
    made: list[Story] = []

    def keep() -> None:
        made.append(telling.keep_story(me, form.draft(), row))

    if request.method == "POST" and pages.attempt(
        request, form, keep, gettext("Kept. It is read by others once it is approved and published.")
    ):
        return redirect("practice:story", made[0].pk)
    return render(request, "practice/story_form.html", {"form": form, "row": row})


@require_POST
def step(request: HttpRequest, story_id: int, what: str) -> HttpResponse:
    """Approve, publish, withdraw, or let it stand again."""
    me, row = person_of(request), queries.story_by_id(story_id)
    said = {
        "approve": gettext("Approved. It can be published now."),
        "publish": gettext("Published. Everybody who works here may read it."),
        "withdraw": gettext("Withdrawn. Nobody reads it any more; you can let it stand again."),
        "reinstate": gettext("It stands again, as it was approved and published before."),
    }
    pages.tried(request, lambda: STEPS[what](me, row), said[what])
    return redirect("practice:story", row.pk)


@require_POST
def take_up_story(request: HttpRequest, story_id: int) -> HttpResponse:
    """A department works the way a story tells."""
    return _take_up(request, queries.story_by_id(story_id))


@require_POST
def take_up_pilot(request: HttpRequest, pilot_id: int) -> HttpResponse:
    """A department works the way a pilot showed."""
    return _take_up(request, queries.pilot_by_id(pilot_id))


def _take_up(request: HttpRequest, of: Story | Pilot) -> HttpResponse:
    me, form = person_of(request), TakeUpForm(request.POST)
    require(me, Capability.STEER)
    if pages.attempt(request, form, lambda: spreading.take_up(me, of, **form.cleaned_data), gettext("Kept.")):
        return _back(of)
    return _again(request, of, take_up_form=form)


@require_POST
def give_up(request: HttpRequest, taken_id: int) -> HttpResponse:
    """A department does not work this way after all."""
    me = person_of(request)
    require(me, Capability.STEER)
    found = get_object_or_404(TakenUp.objects.select_related("story", "pilot"), pk=taken_id)
    spreading.give_up(me, found)
    return _back(found.story or found.pilot)


@require_POST
def standard_of_story(request: HttpRequest, story_id: int) -> HttpResponse:
    """A story becomes a principle or a step."""
    return _standard(request, queries.story_by_id(story_id))


@require_POST
def standard_of_pilot(request: HttpRequest, pilot_id: int) -> HttpResponse:
    """A pilot becomes a principle or a step."""
    return _standard(request, queries.pilot_by_id(pilot_id))


def _standard(request: HttpRequest, of: Story | Pilot) -> HttpResponse:
    me, form = person_of(request), StandardForm(request.POST)
    require(me, Capability.DECIDE)

    def keep() -> None:
        data = form.cleaned_data
        principle = queries.principle_by_id(int(data["principle"])) if data["principle"] else None
        spreading.make_standard(
            me,
            of,
            data["day"],
            data["conditions"],
            principle=principle,
            touchpoint=data["touchpoint"],
            step=data["step"],
        )

    if pages.attempt(request, form, keep, gettext("This is how we work from now on.")):
        return _back(of)
    return _again(request, of, standard_form=form)


@require_POST
def withdraw_standard(request: HttpRequest, standard_id: int) -> HttpResponse:
    """It is no standard after all."""
    me = person_of(request)
    require(me, Capability.DECIDE)
    found = get_object_or_404(Standard.objects.select_related("story", "pilot"), pk=standard_id)
    spreading.withdraw_standard(me, found)
    return _back(found.story or found.pilot)


def _back(of: Story | Pilot | None) -> HttpResponse:
    if isinstance(of, Story):
        return redirect("practice:story", of.pk)
    return redirect("practice:pilot", of.pk if of else 0)


def _again(request: HttpRequest, of: Story | Pilot, **forms: object) -> HttpResponse:
    if isinstance(of, Story):
        return story_page(request, of, 422, **forms)
    return pilot_page(request, of, 422, **forms)
