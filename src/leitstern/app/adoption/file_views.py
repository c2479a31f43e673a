"""Files of use, answers, teams and campaigns: handing one in, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.adoption import feeding
from leitstern.app.adoption.feeding import KINDS, Kind
from leitstern.app.adoption.forms import FileForm
from leitstern.app.adoption.models import Feed
from leitstern.app.adoption.queries import overview
from leitstern.app.adoption.register import feed_by_id
from leitstern.app.adoption.samples import sample
from leitstern.app.adoption.views import may
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.files import handed_in
from leitstern.app.inside.agreements import floor
from leitstern.app.waves.mistakes import mistakes_in
from leitstern.core.errors import LeitsternError, NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST = 100  # newest files of the page
NO_KIND = Text(en="There is no such table.", de="Eine solche Tabelle gibt es nicht.")


def files(request: HttpRequest) -> HttpResponse:
    """Files handed in, with what they brought; and handing one in."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    form, mistakes, status = FileForm(request.POST or None, request.FILES or None), None, 200
    if request.method == "POST":
        require(me, Capability.KEEP_REGISTERS)
        if form.is_valid():
            try:
                with handed_in(form.cleaned_data["file"]) as file:
                    kind = Kind(form.cleaned_data["kind"])
                    kept = feeding.hand_in(me, kind, file.parent, file.name, timezone.localdate())
            except LeitsternError as refused:
                mistakes, status = mistakes_in(refused), refused.status
            else:
                overview()  # so that the next reader does not wait for it
                messages.success(request, kept.sentence.to(get_language() or "en"))
                return redirect("adoption:files")
    context = {
        "form": form,
        "mistakes": mistakes,
        "feeds": [(each, KINDS[Kind(each.kind)]) for each in Feed.objects.all()[:MOST]],
        "kinds": list(KINDS.items()),
        "fewest": floor()[0],
        **may(request),
    }
    return render(request, "adoption/files.html", context, status=status)


def sample_file(request: HttpRequest, kind: str) -> HttpResponse:
    """A table that could be handed in."""
    require(person_of(request), Capability.SEE_INSIDE)
    if kind not in Kind:
        raise NotFound(NO_KIND)
    return csv_response(kind, *sample(Kind(kind), get_language() or "en", timezone.localdate()))


@require_POST
def withdraw(request: HttpRequest, feed_id: int) -> HttpResponse:
    """Take a file back, or (`undo`) let it stand again."""
    me, found = person_of(request), feed_by_id(feed_id)
    if "undo" in request.POST:
        feeding.reinstate(me, found)
    else:
        feeding.withdraw(me, found)
        messages.info(request, gettext("Withdrawn. What was known before stands again."))
    overview()
    return redirect("adoption:files")
