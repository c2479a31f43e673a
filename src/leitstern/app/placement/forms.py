"""The form that changes an assumption."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words

if TYPE_CHECKING:
    from leitstern.core.inside.assumptions import Assumption


class AssumptionForm(forms.Form):
    """A value and its reason; the core says which values are possible."""

    value = forms.FloatField(label=_("New value"), localize=True)
    why = forms.CharField(
        label=_("Why?"),
        help_text=_("Whoever reads the placement later will ask."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, assumption: Assumption, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"].help_text = _("From %(low)s to %(high)s (%(unit)s).") % {
            "low": number_format(assumption.low),
            "high": number_format(assumption.high),
            "unit": words(assumption.unit),
        }
