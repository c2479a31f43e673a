"""The form in which somebody says when a series was settled."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.forms import day_field
from leitstern.app.settled.keeping import LONGEST


class LevelForm(forms.Form):
    """From when to when something was settled."""

    start = day_field(_("Settled from"), required=True)
    end = day_field(_("until"), required=True, help_text=_("What comes after is held against it."))
    why = forms.CharField(
        label=_("Why this period?"),
        help_text=_("So that others understand it in a year."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
