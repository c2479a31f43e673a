"""The forms that try a value of an assumption, and keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words

if TYPE_CHECKING:
    from leitstern.core.inside.assumptions import Assumption


class TrialForm(forms.Form):
    """A value, as people see it (a share in percent); the core says which values are possible."""

    value = forms.FloatField(
        label=_("New value"), localize=True, widget=forms.TextInput(attrs={"inputmode": "decimal"})
    )

    def __init__(self, *args: Any, assumption: Assumption, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.assumption = assumption
        self.fields["value"].help_text = _("Possible: %(range)s.") % {"range": words(assumption.range)}

    def stored(self) -> float:
        """The value as it is stored."""
        return self.assumption.unit.stored(self.cleaned_data["value"])


class ChangeForm(TrialForm):
    """The value that was tried, and why it is to be kept."""

    why = forms.CharField(
        label=_("Why?"),
        help_text=_("Whoever reads the placement later will ask."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"].widget = forms.HiddenInput()
        self.fields["value"].localize = True


class RestoreForm(forms.Form):
    """Back to the default; a reason is welcome, not demanded."""

    back = forms.BooleanField(widget=forms.HiddenInput())
    why = forms.CharField(
        label=_("Why?"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
