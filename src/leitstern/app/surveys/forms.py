"""Forms of a room that guesses."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.inside.models import Group


class GuessForm(forms.Form):
    """One number, on a phone."""

    value = forms.IntegerField(
        label=_("Your guess"),
        min_value=0,
        max_value=100,
        widget=forms.NumberInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "placeholder": "0–100"}
        ),
    )


class KeepForm(forms.Form):
    """As whose belief the room's guesses shall count."""

    group = forms.ChoiceField(label=_("Who was in the room?"), choices=Group.choices)
