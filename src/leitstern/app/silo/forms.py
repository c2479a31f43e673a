"""The forms of silos: a count of ties, and who stands for which function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.company.former import unit_names
from leitstern.app.company.queries import departments
from leitstern.app.waves.forms import TableForm
from leitstern.core.inside.silo.functions import FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class CountForm(TableForm):
    """A count of ties as a square table."""

    day = forms.DateField(
        label=_("Day of the count"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    source = forms.CharField(
        label=_("How it was counted"),
        max_length=200,
        help_text=_("In a line, such as: shared meetings of a week, counted by IT, names deleted."),
    )
    spread = forms.FloatField(
        label=_("Spread of ties over people"),
        min_value=0,
        required=False,
        localize=True,
        help_text=_(
            "The standard deviation of ties per person, over everybody: it tells how much chance alone varies. "
            "Without it no p is said."
        ),
    )


class FunctionsForm(forms.Form):
    """Which departments stand for which function."""

    def __init__(self, assigned: Mapping[str, Sequence[str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = unit_names()
        offered = [(each.slug, words(each.name)) for each in departments()]
        for function, name in FUNCTIONS.items():
            now = list(assigned.get(function, ()))
            gone = [(slug, words(names[slug])) for slug in now if slug not in dict(offered) and slug in names]
            self.fields[function] = forms.MultipleChoiceField(
                label=words(name),
                choices=[*gone, *offered],
                initial=now,
                required=False,
                widget=forms.SelectMultiple(attrs={"size": 6}),
            )

    def chosen(self) -> dict[str, list[str]]:
        """Departments by function."""
        return {function: self.cleaned_data[function] for function in FUNCTIONS}
