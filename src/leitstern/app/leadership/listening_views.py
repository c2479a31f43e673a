"""Is the backing felt, and do leaders agree: what others say of leaders, and what leaders say in secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.inside.agreements import floor
from leitstern.app.leadership import declaring, queries
from leitstern.app.leadership.areas import areas
from leitstern.app.leadership.backing import backing, felt_by_area
from leitstern.app.leadership.forms import VoteForm
from leitstern.app.leadership.models import Vote
from leitstern.app.leadership.table import BACKING_HEADER, backing_rows
from leitstern.app.leadership.views import may
from leitstern.core.bridge.leadership.alignment import Form, alignment
from leitstern.core.bridge.leadership.backing import moved

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def felt(request: HttpRequest) -> HttpResponse:
    """Backing as staff feel it, per wave, beside what leaders say and did."""
    require(person_of(request), Capability.SEE_INSIDE)
    waves = backing()
    if request.GET.get("format") == "csv":
        return csv_response("backing", BACKING_HEADER, backing_rows(waves))
    by_area = felt_by_area()
    context = {
        "waves": tuple(reversed(waves)),
        "now": waves[-1] if waves else None,
        "moved": moved(waves),
        "areas": [(name, by_area[slug]) for slug, name in areas().items() if slug in by_area],
    }
    return render(request, "leadership/felt.html", context)


def agreement(request: HttpRequest) -> HttpResponse:
    """Votes of leaders, and entering the counts of one."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    form = VoteForm(request.POST or None)
    if request.method == "POST":
        require(me, Capability.STEER)
        if form.is_valid():
            try:
                declaring.enter_vote(me, form.vote())
            except WrongDraft as problem:
                form.refused(problem)
            else:
                messages.success(request, gettext("Kept, as counts only."))
                return redirect("leadership:agreement")
    return _page(request, form)


@require_POST
def withdraw(request: HttpRequest, vote_id: int) -> HttpResponse:
    """Take a vote back, or (`undo`) let it count again."""
    me, found = person_of(request), queries.vote_by_id(vote_id)
    if "undo" in request.POST:
        declaring.reinstate_vote(me, found)
    else:
        declaring.withdraw_vote(me, found)
        messages.info(request, gettext("Withdrawn. It stays readable below."))
    return redirect("leadership:agreement")


def _page(request: HttpRequest, form: VoteForm) -> HttpResponse:
    votes = []
    for row in queries.votes():
        vote = queries.plain_vote(row)
        order = sorted(vote.things, key=lambda each: each.mean, reverse=vote.form is Form.POINTS)
        votes.append((row, vote, alignment(vote), order))
    context = {
        "votes": votes,
        "gone": Vote.objects.exclude(withdrawn=None),
        "fewest": floor()[0],
        "form": form,
        **may(request),
    }
    return render(request, "leadership/agreement.html", context, status=422 if form.errors else 200)
