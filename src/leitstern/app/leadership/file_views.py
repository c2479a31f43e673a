"""Files of acts, agendas and calendars; a file that is withdrawn takes everything it brought with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.drawing import words
from leitstern.app.common.exports import csv_response
from leitstern.app.common.files import handed_in
from leitstern.app.leadership import acting, queries
from leitstern.app.leadership.areas import areas
from leitstern.app.leadership.bringing import KINDS, Kind, hand_in, hand_in_calendar
from leitstern.app.leadership.models import Batch
from leitstern.app.leadership.samples import sample
from leitstern.app.leadership.views import may
from leitstern.app.waves.mistakes import mistakes_in
from leitstern.core.errors import LeitsternError, NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from leitstern.app.leadership.bringing import Kept
    from leitstern.app.waves.mistakes import Mistakes

NO_KIND = Text(en="There is no such table.", de="Eine solche Tabelle gibt es nicht.")
CALENDAR = "calendar"


class FileForm(forms.Form):
    """A file of acts or meetings, or a calendar of one board area."""

    kind = forms.ChoiceField(
        label=_("What is in it?"),
        choices=lambda: [
            *((kind.value, capfirst(words(name))) for kind, name in KINDS.items()),
            (CALENDAR, capfirst(gettext("a calendar (.ics)"))),
        ],
    )
    area = forms.ChoiceField(
        label=_("Whose calendar?"),
        required=False,
        help_text=_("Only for a calendar: the board area whose duty it was."),
    )
    file = forms.FileField(label=_("File (.csv, .xlsx, .ics)"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        offered = [(slug, words(name)) for slug, name in areas().items()]
        self.fields["area"].choices = [("", "–"), *offered]  # type: ignore[attr-defined]

    def clean(self) -> None:
        """A calendar belongs to somebody in office."""
        super().clean()
        if self.cleaned_data.get("kind") == CALENDAR and not self.cleaned_data.get("area"):
            self.add_error("area", gettext("Say whose calendar it is: the board area, not the person."))


def files(request: HttpRequest) -> HttpResponse:
    """Files handed in, and handing one in."""
    me = person_of(request)
    require(me, Capability.SEE_INSIDE)
    form, mistakes, status = FileForm(request.POST or None, request.FILES or None), None, 200
    if request.method == "POST":
        require(me, Capability.KEEP_REGISTERS)
        if form.is_valid():
            try:
                kept = _hand_in(request, form)
            except LeitsternError as refused:
                mistakes, status = mistakes_in(refused), refused.status
            else:
                messages.success(request, kept.sentence.to(get_language() or "en"))
                return redirect("leadership:files")
    return _page(request, form, mistakes, status)


def sample_file(request: HttpRequest, kind: str) -> HttpResponse:
    """A table that could be handed in."""
    require(person_of(request), Capability.SEE_INSIDE)
    if kind not in Kind:
        raise NotFound(NO_KIND)
    return csv_response(kind, *sample(Kind(kind), get_language() or "en", timezone.localdate()))


@require_POST
def withdraw(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Take a file back, or (`undo`) let it count again."""
    me, found = person_of(request), queries.batch_by_id(batch_id)
    if "undo" in request.POST:
        acting.reinstate_batch(me, found)
    else:
        acting.withdraw_batch(me, found)
        messages.info(request, gettext("Withdrawn, with everything it brought."))
    return redirect("leadership:files")


def _hand_in(request: HttpRequest, form: FileForm) -> Kept:
    me, today, data = person_of(request), timezone.localdate(), form.cleaned_data
    with handed_in(data["file"]) as file:
        if data["kind"] == CALENDAR:
            return hand_in_calendar(me, file, data["area"], today)
        return hand_in(me, Kind(data["kind"]), file.parent, file.name, today)


def _page(request: HttpRequest, form: FileForm, mistakes: Mistakes | None, status: int) -> HttpResponse:
    counted = Count("acts", distinct=True) + Count("meetings", distinct=True)
    context = {
        "batches": [
            (each, KINDS[Kind(each.kind)]) for each in Batch.objects.annotate(n=counted).order_by("-id")
        ],
        "kinds": KINDS.items(),
        "form": form,
        "mistakes": mistakes,
        **may(request),
    }
    return render(request, "leadership/files.html", context, status=status)
