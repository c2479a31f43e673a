"""Files of texts: handing one in, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.exports import csv_response
from leitstern.app.common.files import handed_in
from leitstern.app.voice import keeping, queries
from leitstern.app.voice.forms import TextsForm
from leitstern.app.voice.models import Sample
from leitstern.app.voice.table import sample_table
from leitstern.app.voice.views import may
from leitstern.app.waves.mistakes import mistakes_in
from leitstern.core.bridge.voice.rules import MOST_PER_MONTH
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST = 100  # newest files of the page


def files(request: HttpRequest) -> HttpResponse:
    """Files handed in; and handing one in."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    form, mistakes, status = TextsForm(request.POST or None, request.FILES or None), None, 200
    if request.method == "POST":
        require(me, Capability.KEEP_REGISTERS)
        status = 422
        if form.is_valid():
            try:
                with handed_in(form.cleaned_data["file"]) as file:
                    kept = keeping.hand_in(me, file.parent, file.name, timezone.localdate())
            except LeitsternError as refused:
                mistakes, status = mistakes_in(refused), refused.status
            else:
                n = kept.received - kept.same
                messages.success(
                    request,
                    ngettext(
                        "Kept: %(n)s new text. Personal data was masked before.",
                        "Kept: %(n)s new texts. Personal data was masked before.",
                        n,
                    )
                    % {"n": n},
                )
                return redirect("voice:files")
    context = {
        "form": form,
        "mistakes": mistakes,
        "files": Sample.objects.all()[:MOST],
        "most": MOST_PER_MONTH,
        **may(request),
    }
    return render(request, "voice/files.html", context, status=status)


def sample_file(request: HttpRequest) -> HttpResponse:
    """A table that could be handed in."""
    require(person_of(request), Capability.SEE_INSIDE)
    return csv_response("texts", *sample_table(get_language() or "en", timezone.localdate()))


@require_POST
def withdraw(request: HttpRequest, sample_id: int) -> HttpResponse:
    """Take a file back, or (`undo`) let it count again."""
    me, found = person_of(request), queries.sample_by_id(sample_id)
    if "undo" in request.POST:
        keeping.reinstate(me, found)
    else:
        keeping.withdraw(me, found)
        messages.info(request, gettext("Withdrawn. Its texts no longer count."))
    return redirect("voice:files")
