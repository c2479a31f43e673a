"""Teams: the register, one team with everything known of it, and entering, changing, sizing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.adoption import queries, teams
from leitstern.app.adoption.campaign_queries import board
from leitstern.app.adoption.forms import NewTeamForm, SizeForm, TeamForm
from leitstern.app.adoption.models import Watched
from leitstern.app.adoption.register import Sizes, all_teams, team_by_slug, told_from, watched_names
from leitstern.app.adoption.table import TEAMS_HEADER, team_rows
from leitstern.app.adoption.views import may
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import unit_names
from leitstern.app.inside.agreements import floor
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.adoption.campaigns import quality
from leitstern.core.inside.adoption.rungs import RUNGS, Rung

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.adoption.models import Team


def team_list(request: HttpRequest) -> HttpResponse:
    """The register."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    sizes, units, this = Sizes(), unit_names(), timezone.localdate().replace(day=1)
    there = list(all_teams())
    if request.GET.get("format") == "csv":
        return csv_response("teams", TEAMS_HEADER, team_rows(there, sizes, told_from(me)))
    context = {
        "rows": [(each, units.get(each.unit, each.unit), sizes.at(each.pk, this)) for each in there],
        "retired": all_teams(retired=True),
        "fewest": floor()[0],
        "told_from": told_from(me),
        **may(request),
    }
    return render(request, "adoption/teams.html", context)


def team(request: HttpRequest, slug: str) -> HttpResponse:
    """One team."""
    require(person_of(request), Capability.SEE_INSIDE)
    return _page(request, team_by_slug(slug))


def new(request: HttpRequest) -> HttpResponse:
    """Enter a team."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    form = NewTeamForm(request.POST or None, initial={"since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            made = teams.enter_team(
                me, data["name"], data["unit"], data["people"], data["since"], data["country"]
            )
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Entered."))
            return redirect("adoption:team", made.slug)
    return render(request, "adoption/edit.html", {"form": form, "heading": gettext("Enter a team")})


def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change what a team is."""
    me, found = person_of(request), team_by_slug(slug)
    require(me, Capability.KEEP_REGISTERS)
    initial = {name: getattr(found, name) for name in ("name", "unit", "country")}
    form = TeamForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            teams.change_team(me, found, data["name"], data["unit"], data["country"])
        except LeitsternError as problem:
            form.add_error(None, problem.text.to(get_language() or "en"))
        else:
            messages.success(request, gettext("Changed."))
            return redirect("adoption:team", slug)
    heading = gettext("Change “%(name)s”") % {"name": found.name}
    return render(request, "adoption/edit.html", {"form": form, "heading": heading, "team": found})


@require_POST
def resize(request: HttpRequest, slug: str) -> HttpResponse:
    """Say how many people there are since when."""
    me, found, form = person_of(request), team_by_slug(slug), SizeForm(request.POST)
    require(me, Capability.KEEP_REGISTERS)
    if form.is_valid():
        teams.resize(me, found, form.cleaned_data["people"], form.cleaned_data["since"])
        messages.success(request, gettext("Kept. Months before keep the number they had."))
        return redirect("adoption:team", slug)
    return _page(request, found, size_form=form)


@require_POST
def retire(request: HttpRequest, slug: str) -> HttpResponse:
    """There is no such team any more, or (`undo`) there is."""
    me, found = person_of(request), team_by_slug(slug)
    if "undo" in request.POST:
        teams.restore_team(me, found)
    else:
        teams.retire_team(me, found)
        messages.info(request, gettext("This team no longer counts. Its past stays."))
    return redirect("adoption:team", slug)


def _page(request: HttpRequest, found: Team, **came_back: forms.Form) -> HttpResponse:
    """The page of a team, with a form that came back."""
    names, sizes = watched_names(), Sizes()
    slugs = dict(Watched.objects.values_list("pk", "slug"))
    campaigns = board()
    mine = next((each for each in campaigns.teams if each.team == found.pk), None)
    context: dict[str, Any] = {
        "team": found,
        "unit": unit_names().get(found.unit, found.unit),
        "sizes": sizes.steps(found.pk)[::-1],
        "rungs": [(rung, RUNGS[rung]) for rung in Rung],
        "rows": [
            (slugs[key], names[slugs[key]], row, [row.standing.shares[rung] for rung in Rung])
            for key, row in queries.rows_of(found.pk).items()
        ],
        "campaigns": mine,
        "campaigns_folded": found.pk in campaigns.folded,
        "quality": quality(mine.tally) if mine else None,
        "fewest": floor()[0],
        "told_from": told_from(person_of(request)),
        "size_form": SizeForm(initial={"since": timezone.localdate()}),
        **may(request),
        **came_back,
    }
    return render(request, "adoption/team.html", context)
