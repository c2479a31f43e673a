"""The forms of figures about competitors: one figure, and a table of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import choices, offer
from leitstern.app.competitors.queries import WHOLE, statement_choices, touchpoint_choices
from leitstern.app.waves.forms import TableForm
from leitstern.core.bridge.competitors.figure import (
    ASKED,
    LONGEST,
    LONGEST_NAME,
    ORIGINS,
    Asked,
    FigureDraft,
    Origin,
)


class FiguresForm(TableForm):
    """A table of figures that is handed in."""


class FigureForm(forms.Form):
    """One figure about a competitor."""

    competitor = forms.CharField(label=_("Competitor"), max_length=LONGEST_NAME)
    statement = forms.ChoiceField(label=_("Statement"))
    touchpoint = forms.ChoiceField(label=_("At which touchpoint?"), required=False)
    percent = forms.FloatField(label=_("How many of 100 customers agree there?"), min_value=0, max_value=100)
    n = forms.IntegerField(
        label=_("How many were asked?"),
        required=False,
        min_value=1,
        help_text=_("Leave it empty where the source does not say; nothing is put in its place."),
    )
    year = forms.IntegerField(label=_("In which year?"))
    source = forms.CharField(label=_("Source"), max_length=LONGEST)
    how = forms.CharField(
        label=_("How was it asked?"),
        max_length=LONGEST,
        required=False,
        help_text=_("The wording and the scale."),
    )
    asked = forms.ChoiceField(label=_("Beside our question that is …"))
    origin = forms.ChoiceField(label=_("Who found it?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "statement", choices(statement_choices()))
        offer(self, "touchpoint", [("", words(WHOLE)), *choices(touchpoint_choices(), optional=False)])
        offer(self, "asked", choices(ASKED))
        offer(self, "origin", choices(ORIGINS))
        self.fields["year"].initial = timezone.localdate().year

    def draft(self) -> FigureDraft:
        """What was filled in."""
        given = self.cleaned_data
        return FigureDraft(**(given | {"asked": Asked(given["asked"]), "origin": Origin(given["origin"])}))
