"""Campaigns: how much is documented, how completely, how soundly, in time; by team, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.adoption import campaign_queries, campaigning, metadata_rules
from leitstern.app.adoption.campaign_queries import board, doubts, field_use
from leitstern.app.adoption.drawing import months_drawing
from leitstern.app.adoption.models import Team
from leitstern.app.adoption.register import team_by_slug
from leitstern.app.adoption.table import (
    CAMPAIGN_TEAMS_HEADER,
    MISSING_HEADER,
    campaign_team_rows,
    missing_rows,
)
from leitstern.app.adoption.views import may
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.inside.agreements import floor
from leitstern.core.bridge.care import Drift
from leitstern.core.errors import LeitsternError
from leitstern.core.inside.adoption.campaigns import quality
from leitstern.core.inside.adoption.shown import FOLDED

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

MOST_DOUBTS = 20
MOST_MISSING = 200
MOST_NAMED, MOST_OF_A_TEAM = 2_000, 20  # of a list of all teams, the newest; the file has all of them


def campaigns(request: HttpRequest) -> HttpResponse:
    """The finding in a sentence, teams beside each other, fields nobody uses, words nobody allowed."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = board()
    teams = {each.pk: each for each in Team.objects.all()}
    if request.GET.get("format") == "csv":
        return csv_response("campaigns", CAMPAIGN_TEAMS_HEADER, campaign_team_rows(found, teams))
    fields = {each.slug: each for each in metadata_rules.fields_of(found.rules)} if found.rules else {}
    terms = metadata_rules.vocabulary(list(fields.values()))
    rules = metadata_rules.all_rules()
    whole = found.whole
    context: dict[str, Any] = {
        "found": found,
        "quality": quality(whole.tally) if whole else None,
        "fall": whole.compliance if whole and isinstance(whole.compliance, Drift) else None,
        "fall_complete": whole.completeness if whole and isinstance(whole.completeness, Drift) else None,
        "rows": [(teams[each.team], each, quality(each.tally)) for each in found.teams],
        "rest": quality(found.rest) if found.rest else None,
        "kept_chart": months_drawing(
            "classified",
            gettext("Classified before they went out"),
            gettext("Percent of the documented campaigns of a month."),
            found.months,
            "kept",
            rules,
        ),
        "coverage_chart": months_drawing(
            "documented",
            gettext("Documented of what went out"),
            gettext("Percent of the campaigns that went out in a month."),
            found.months,
            "found",
            rules,
        ),
        "months": [(month, tally, quality(tally)) for month, tally in reversed(found.months.items())],
        "fields": [(fields[each.field], each) for each in field_use(found.first)],
        "doubts": [
            (
                each,
                fields[each.field],
                next((t for t in terms.terms(each.field) if t.slug == each.nearest), None),
                terms.terms(each.field),
            )
            for each in doubts(found.first)[:MOST_DOUBTS]
        ],
        "spellings": metadata_rules.accepted_spellings(),
        "missing": campaign_queries.missing().count(),
        "never_sent": campaign_queries.never_sent().count(),
        "fewest": floor()[0],
        **may(request),
    }
    return render(request, "adoption/campaigns.html", context)


def team(request: HttpRequest, slug: str) -> HttpResponse:
    """One team's campaigns, month by month, and what is missing."""
    require(person_of(request), Capability.SEE_INSIDE)
    found = team_by_slug(slug)
    there = board()
    mine = next((each for each in there.teams if each.team == found.pk), None)
    months = campaign_queries.months_of(found.pk) if mine else {}
    rules = metadata_rules.all_rules()

    def of_it(rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.filter(team=found, month__in=months)

    context = {
        "team": found,
        "why": FOLDED.reason if found.pk in there.folded else None,
        "quality": quality(mine.tally) if mine else None,
        "mine": mine,
        "fall": mine.compliance if mine and isinstance(mine.compliance, Drift) else None,
        "fall_complete": mine.completeness if mine and isinstance(mine.completeness, Drift) else None,
        "chart": months_drawing(
            "classified",
            gettext("Classified before they went out"),
            gettext("Percent of the documented campaigns of a month."),
            months,
            "kept",
            rules,
        ),
        "months": [(month, tally, quality(tally)) for month, tally in reversed(months.items())],
        "missing": list(of_it(campaign_queries.missing())[:MOST_MISSING]) if mine else [],
        "wrong": list(of_it(campaign_queries.incomplete())[:MOST_DOUBTS]) if mine else [],
        **may(request),
    }
    return render(request, "adoption/campaign_team.html", context)


def missing(request: HttpRequest) -> HttpResponse:
    """What went out and is in no register, and what is in the register and never went out."""
    require(person_of(request), Capability.SEE_INSIDE)
    hidden, everything = campaign_queries.to_hide(), campaign_queries.missing()
    rows = everything.exclude(hidden)
    if request.GET.get("format") == "csv":
        return csv_response("missing-campaigns", MISSING_HEADER, missing_rows(rows))
    context = {
        "teams": _by_team(rows),
        "count": (count := rows.count()),
        "hidden": everything.count() - count,
        "never_sent": _by_team(campaign_queries.never_sent().exclude(hidden)),
        "most": MOST_OF_A_TEAM,
        **may(request),
    }
    return render(request, "adoption/missing.html", context)


def _by_team(rows: QuerySet[Any]) -> list[tuple[Team, int, list[Any]]]:
    """Teams with how many rows are theirs, and the newest of these; the most first."""
    there = dict(rows.order_by().values_list("team").annotate(Count("pk")))
    newest: dict[int, list[Any]] = defaultdict(list)
    for row in rows[:MOST_NAMED]:
        if len(newest[row.team_id]) < MOST_OF_A_TEAM:
            newest[row.team_id].append(row)
    teams = Team.objects.in_bulk(there)
    return [(teams[key], n, newest[key]) for key, n in sorted(there.items(), key=lambda each: -each[1])]


@require_POST
def accept(request: HttpRequest) -> HttpResponse:
    """A word is another spelling of an allowed value."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    field, given, term = (request.POST.get(name, "") for name in ("field", "given", "term"))
    try:
        campaigning.accept(me, field, given, term)
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    else:
        messages.success(request, gettext("Accepted, for campaigns of the past as well."))
    return redirect("adoption:campaigns")


@require_POST
def withdraw_spelling(request: HttpRequest, spelling_id: int) -> HttpResponse:
    """It is none after all."""
    campaigning.withdraw_spelling(person_of(request), metadata_rules.spelling_by_id(spelling_id))
    messages.info(request, gettext("Withdrawn. It stays in the audit log."))
    return redirect("adoption:campaigns")
