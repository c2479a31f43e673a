"""Opening and closing inboxes on the page of imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from leitstern.app.accounts.request import person_of
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.intake.inbox_folders import close_inbox, inbox_called, open_inbox
from leitstern.app.intake.inbox_queries import usable_mappings, watched
from leitstern.core.errors import LeitsternError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST_DAYS = 365


class InboxForm(forms.Form):
    """A name, and whose mapping is used: of an import, or a file."""

    name = forms.CharField(
        label=_("Name of the folder"),
        max_length=60,
        help_text=_("Small letters, digits, hyphens. One that is there gets the new mapping."),
    )
    like = forms.ChoiceField(label=_("Read like this import"), required=False)
    mapping = forms.FileField(
        label=_("Or by this mapping.yaml"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".yaml,.yml"}),
    )
    kept_days = forms.IntegerField(
        label=_("Days that files stay in done"),
        help_text=_("Then they are deleted: they hold raw names and numbers. Receipts stay."),
        initial=30,
        min_value=0,
        max_value=MOST_DAYS,
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, auto_id="inbox_%s")
        self._mappings = {str(run.pk): run for run in usable_mappings()}
        named = [(number, f"{number} · {run.name}") for number, run in self._mappings.items()]
        self.fields["like"].choices = [("", "–"), *named]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of both mappings."""
        found: dict[str, Any] = super().clean() or {}
        file, run = found.get("mapping"), self._mappings.get(found.get("like", ""))
        if not file and not run:
            raise forms.ValidationError(_("Please choose an import, or a mapping file."))
        found["text"] = file.read().decode("utf-8-sig", "replace") if file else run.mapping if run else ""
        return found


@require_POST
def open_one(request: HttpRequest) -> HttpResponse:
    """Open an inbox, or give one a new mapping."""
    me = person_of(request)
    require(me, Capability.IMPORT)
    form = InboxForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, " ".join(str(text) for texts in form.errors.values() for text in texts))
        return redirect("intake:imports")
    told = form.cleaned_data
    try:
        inbox = open_inbox(me, told["name"], told["text"], told["kept_days"])
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    else:
        path = next(each.path for each in watched() if each.inbox.pk == inbox.pk)
        said = gettext("What is put into %(path)s is brought in from now on.")
        messages.success(request, said % {"path": path})
    return redirect("intake:imports")


@require_POST
def close_one(request: HttpRequest) -> HttpResponse:
    """Take nothing more from an inbox."""
    me = person_of(request)
    require(me, Capability.IMPORT)
    try:
        close_inbox(me, inbox_called(request.POST.get("name", "")))
    except LeitsternError as problem:
        messages.error(request, problem.text.to(get_language() or "en"))
    return redirect("intake:imports")
