"""The forms of the relapse watch."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import day_field
from leitstern.app.settled.keeping import LONGEST
from leitstern.app.structure.kept_units import units_now
from leitstern.app.watch.models import Outcome

OUTCOMES = {
    Outcome.COUNTERED: _("We acted on it; from today on it is watched anew"),
    Outcome.INTENDED: _("We wanted it so: the change itself was changed"),
    Outcome.FALSE: _("It was a false alarm: something was counted wrongly"),
}


def _sentences(label: Any, help_text: Any = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows})
    )


class CloseForm(forms.Form):
    """How an alarm ended."""

    outcome = forms.ChoiceField(
        label=_("How did it end?"), choices=list(OUTCOMES.items()), widget=forms.RadioSelect
    )
    reason = _sentences(_("What happened, and what was done?"))


class MeaningForm(forms.Form):
    """What the change means."""

    text = _sentences(
        _("What does the change mean?"),
        _("In two or three sentences, as you would say it to a new colleague."),
    )


class WordingForm(forms.Form):
    """What a department says."""

    unit = forms.ChoiceField(label=_("Department"))
    day = day_field(_("Said on"), required=True)
    text = _sentences(
        _("What does this department say the change means?"),
        _("Its own words, as agreed in the department. Do not name anybody."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = self.fields["unit"]
        if isinstance(unit, forms.ChoiceField):
            unit.choices = [(slug, words(name)) for slug, name in units_now().items()]
        self.fields["day"].initial = timezone.localdate
