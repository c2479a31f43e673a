"""What is used, lived and felt: all applications, and one with its teams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render

from leitstern.app.accounts.queries import people
from leitstern.app.accounts.request import person_of
from leitstern.app.adoption import queries
from leitstern.app.adoption.drawing import MOST, ladder_drawing, run_drawing
from leitstern.app.adoption.forms import LiveForm, StepForm
from leitstern.app.adoption.models import Team, Watched
from leitstern.app.adoption.monthly import lags
from leitstern.app.adoption.own_use import own_use
from leitstern.app.adoption.register import (
    all_teams,
    meanings,
    watched_by_slug,
    watched_names,
)
from leitstern.app.adoption.table import APPLICATIONS_HEADER, LADDER_HEADER, application_rows, ladder_rows
from leitstern.app.adoption.watching import STEP_KINDS, StepKind
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.company.former import touchpoint_names
from leitstern.app.company.queries import current_taxonomy
from leitstern.app.inside.agreements import floor
from leitstern.app.stack.queries import application_names
from leitstern.core.company.facets import complete
from leitstern.core.inside.adoption.effect import RELEVANT
from leitstern.core.inside.adoption.ladder import RUNS
from leitstern.core.inside.adoption.rungs import NOTICED, PARTS, RUNGS, SURE, Noticed, Part, Rung

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.adoption.models import Meaning


def overview(request: HttpRequest) -> HttpResponse:
    """The finding in a sentence, where it runs but does not work, and every application."""
    require(person_of(request), Capability.SEE_INSIDE)
    found, names = queries.overview(), watched_names()
    slugs = dict(Watched.objects.values_list("pk", "slug"))
    if request.GET.get("format") == "csv":
        return csv_response("adoption", APPLICATIONS_HEADER, application_rows(found, slugs, names))
    teams = {each.pk: each for each in Team.objects.all()}
    context = {
        "found": found,
        "rungs": [(rung, RUNGS[rung]) for rung in Rung],
        "lines": [
            (slugs[line.watched], names[slugs[line.watched]], line, [line.reached[rung] for rung in Rung])
            for line in found.lines
        ],
        "runs_only": [
            (slugs[each.watched], names[slugs[each.watched]], teams[each.row.team], each.row)
            for each in found.runs_only
        ],
        "applications": len({each.watched for each in found.runs_only}),
        "teams": all_teams().count(),
        "own": own_use(),
        "fewest": floor()[0],
        "runs": RUNS,
        "relevant": RELEVANT,
        "sure": SURE,
        **may(request),
    }
    return render(request, "adoption/overview.html", context)


def application(request: HttpRequest, slug: str) -> HttpResponse:
    """One application with its teams."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = watched_by_slug(slug)
    if request.GET.get("format") == "csv":
        teams = {each.pk: each for each in Team.objects.all()}
        return csv_response(f"adoption-{slug}", LADDER_HEADER, ladder_rows(queries.ladder(found), teams))
    return application_page(request, found)


def application_page(request: HttpRequest, watched: Watched, **came_back: forms.Form) -> HttpResponse:
    """The page of an application, with a form that came back."""
    found, meaning = queries.ladder(watched), meanings()[watched.pk]
    teams = {each.pk: each for each in Team.objects.all()}
    waits = lags(watched.pk, meaning, found)
    context: dict[str, Any] = {
        "watched": watched,
        "name": application_names().get(watched.slug, watched.name),
        "in_register": watched.slug in application_names(),
        "found": found,
        "meaning": meaning,
        "where": _where(meaning),
        "rungs": [(rung, RUNGS[rung]) for rung in Rung],
        "counts": [(RUNGS[rung], found.at_least(rung)) for rung in Rung],
        "felt": (felt := found.noticed(Noticed.YES)),
        "unmoved": (unmoved := found.noticed(Noticed.NO)),
        "open": len(found.known) - felt - unmoved,
        "sure": SURE,
        "said": NOTICED,
        "rows": [
            (
                teams[row.team],
                row,
                [row.standing.shares[rung] for rung in Rung],
                list(row.standing.parts.values()),
                RUNGS[row.standing.next] if row.standing.next else None,
                waits.get(row.team),
            )
            for row in found.rows
        ],
        "parts": [PARTS[part] for part in Part if part in meaning.parts] if found.known else [],
        "whole": [found.whole.standing.shares[rung] for rung in Rung],
        "rest": [found.rest.standing.shares[rung] for rung in Rung] if found.rest else None,
        "runs_only": [(teams[row.team], row) for row in found.runs_only],
        "chart": ladder_drawing(found, teams),
        "left_out": max(0, len(found.rows) - MOST),
        "quadrants": run_drawing(found, teams),
        "spread_used": found.spread(Rung.USED),
        "spread_lived": found.spread(Rung.LIVED),
        "goes_used": found.goes_with_change(Rung.USED),
        "goes_lived": found.goes_with_change(Rung.LIVED),
        "waits": [each for each in waits.values() if isinstance(each, int)],
        "steps": [(each, STEP_KINDS[StepKind(each.kind)]) for each in watched.steps.filter(withdrawn=None)],
        "earlier": list(watched.meanings.all())[1:],
        "people": {person.actor_id: person.name for person in people()},
        "live_form": LiveForm(list(all_teams())),
        "step_form": StepForm(),
        "fewest": floor()[0],
        "runs": RUNS,
        "relevant": RELEVANT,
        **may(request),
        **came_back,
    }
    return render(request, "adoption/application.html", context)


def may(request: HttpRequest) -> dict[str, bool]:
    """What the reader may do here."""
    return {"may_keep": Capability.KEEP_REGISTERS in person_of(request).capabilities}


def _where(meaning: Meaning) -> tuple[object, object] | None:
    """Touchpoint and statement by which customers should notice."""
    taxonomy = current_taxonomy()
    if not meaning.touchpoint or taxonomy is None:
        return None
    facets = {each.slug: each.name for each in complete(taxonomy.facets)}
    names = touchpoint_names()
    return names.get(meaning.touchpoint, meaning.touchpoint), facets.get(meaning.facet, meaning.facet)
