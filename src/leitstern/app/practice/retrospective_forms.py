"""The forms of retrospectives and of what was agreed on in them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.forms import choices, day_field, offer
from leitstern.app.company.former import unit_names
from leitstern.app.practice.forms import EVERYBODY, area, named, owner_field
from leitstern.core.bridge.practice.retrospectives import (
    BECAME,
    AgreementDraft,
    Became,
    NewsDraft,
    RetrospectiveDraft,
)


class RetrospectiveForm(forms.Form):
    """What people saw when they looked back."""

    title = forms.CharField(label=_("What was looked back on?"), max_length=200)
    day = day_field(_("When?"), required=True)
    unit = forms.ChoiceField(label=_("Who looked back?"), required=False)
    occasion = forms.CharField(
        label=_("After what?"),
        required=False,
        max_length=200,
        help_text=_("For instance: a wave, a pilot, a relapse alarm."),
    )
    seen = area(
        _("What did you see?"),
        _("What helped, what did not, what is going back to how it was. Say what, not who."),
        rows=6,
        required=True,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", [EVERYBODY, *named(unit_names())])
        self.fields["day"].initial = timezone.localdate()

    def draft(self) -> RetrospectiveDraft:
        """What was filled in."""
        return RetrospectiveDraft(**self.cleaned_data)


class AgreementForm(forms.Form):
    """Something to be done."""

    what = forms.CharField(label=_("What is agreed on?"), max_length=200)
    owner = forms.CharField(
        label=_("Who answers for it?"),
        max_length=120,
        widget=forms.TextInput(attrs={"list": "holders"}),
    )
    due = day_field(_("By when?"), required=True)

    def draft(self) -> AgreementDraft:
        """What was filled in."""
        return AgreementDraft(**self.cleaned_data)


class NewsForm(forms.Form):
    """What became of it."""

    how = forms.ChoiceField(label=_("What became of it?"))
    day = day_field(_("When?"), required=True)
    words = area(_("In a few words"), _("What changed by it, or why not."), required=True)
    until = day_field(_("Until when it is put off"))
    owner = owner_field(_("To whom it is handed on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "how", choices(BECAME, optional=False))
        self.fields["day"].initial = timezone.localdate()

    def draft(self) -> NewsDraft:
        """What was filled in."""
        return NewsDraft(**(self.cleaned_data | {"how": Became(self.cleaned_data["how"])}))
