"""Looking at the use of an application: beginning, defining what living it means, going live, and its rollout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.adoption import watching
from leitstern.app.adoption.forms import LiveForm, MeaningForm, StepForm, WatchForm
from leitstern.app.adoption.models import Team, Watched
from leitstern.app.adoption.register import all_teams, meanings, step_by_id, team_by_slug, watched_by_slug
from leitstern.app.adoption.views import application_page
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.stack.queries import application_names
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def new(request: HttpRequest) -> HttpResponse:
    """Look at the use of one more application."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    known = set(Watched.objects.values_list("slug", flat=True))
    names = {slug: name for slug, name in application_names().items() if slug not in known}
    form = WatchForm(names, request.POST or None)
    if request.method == "POST" and form.is_valid():
        name, slug = form.called()
        try:
            made = watching.watch(me, name, form.said(), slug=slug)
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(
                request, gettext("Kept. Now say in which teams it is live, and hand in how it is used.")
            )
            return redirect("adoption:application", made.slug)
    heading = gettext("Look at the use of an application")
    return render(request, "adoption/edit.html", {"form": form, "heading": heading})


def define(request: HttpRequest, slug: str) -> HttpResponse:
    """Say anew what using and living it means."""
    me, found = person_of(request), watched_by_slug(slug)
    require(me, Capability.KEEP_REGISTERS)
    now = meanings()[found.pk]
    initial = {
        name: getattr(now, name)
        for name in ("active", "workflow", "principle", "metadata", "touchpoint", "facet")
    }
    form = MeaningForm(request.POST or None, initial=initial | {"features": "\n".join(now.features)})
    if request.method == "POST" and form.is_valid():
        try:
            watching.mean(me, found, form.said())
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Kept. What it meant before stays readable."))
            return redirect("adoption:application", slug)
    name = application_names().get(slug, found.name)
    heading = gettext("What does living “%(name)s” mean?") % {"name": name}
    return render(request, "adoption/edit.html", {"form": form, "heading": heading, "watched": found})


@require_POST
def go_live(request: HttpRequest, slug: str) -> HttpResponse:
    """Say since when it is live in which teams."""
    me, found = person_of(request), watched_by_slug(slug)
    require(me, Capability.KEEP_REGISTERS)
    form = LiveForm(list(all_teams()), request.POST)
    if form.is_valid():
        chosen = Team.objects.filter(slug__in=form.cleaned_data["teams"])
        watching.go_live(me, found, chosen, form.cleaned_data["day"])
        messages.success(request, gettext("Kept."))
        return redirect("adoption:application", slug)
    return application_page(request, found, live_form=form)


@require_POST
def not_live(request: HttpRequest, slug: str, team: str) -> HttpResponse:
    """It is not live in a team after all."""
    watching.not_live(person_of(request), watched_by_slug(slug), team_by_slug(team))
    messages.info(request, gettext("Withdrawn. It stays in the audit log."))
    return redirect("adoption:application", slug)


@require_POST
def enter_step(request: HttpRequest, slug: str) -> HttpResponse:
    """One more point of the rollout."""
    me, found, form = person_of(request), watched_by_slug(slug), StepForm(request.POST)
    require(me, Capability.KEEP_REGISTERS)
    if form.is_valid():
        data = form.cleaned_data
        watching.enter_step(me, found, form.chosen(), data["title"], data["done"])
        messages.success(request, gettext("Kept."))
        return redirect("adoption:application", slug)
    return application_page(request, found, step_form=form)


@require_POST
def tick(request: HttpRequest, step_id: int) -> HttpResponse:
    """A point is done today, (`undo`) not yet, or (`withdraw`) does not belong to the rollout."""
    me, found = person_of(request), step_by_id(step_id)
    if "withdraw" in request.POST:
        watching.withdraw_step(me, found)
    else:
        watching.tick(me, found, None if "undo" in request.POST else timezone.localdate())
    return redirect("adoption:application", found.watched.slug)


@require_POST
def retire(request: HttpRequest, slug: str) -> HttpResponse:
    """Its use is no longer looked at, or (`undo`) it is."""
    me, found = person_of(request), watched_by_slug(slug)
    if "undo" in request.POST:
        watching.restore_watched(me, found)
    else:
        watching.retire_watched(me, found)
        messages.info(request, gettext("Its use is no longer looked at. Its past stays readable here."))
    return redirect("adoption:application", slug)
