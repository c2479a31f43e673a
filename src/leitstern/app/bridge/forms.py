"""The form of a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from leitstern.app.bridge.models import Kind
from leitstern.core.bridge.draft import MeasureDraft, problems

if TYPE_CHECKING:
    from datetime import date

    from django_stubs_ext import StrOrPromise

    from leitstern.core.bridge.draft import Choice


def _words(label: StrOrPromise, help_text: StrOrPromise = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


ACTING = ("owner", "due", "outcome", "why", "daily_work", "principles", "stop", "target", "measure_again")


class MeasureForm(forms.Form):
    """Everything a decision says. What is needed depends on whether something is done; the core decides."""

    kind = forms.ChoiceField(
        label=_("Decision"), choices=Kind.choices, initial=Kind.ACT, widget=forms.RadioSelect
    )
    title = forms.CharField(label=_("In a few words"), max_length=200, required=False)
    reason = _words(_("Why nothing is done"), _("Needed only if you deliberately do nothing."))
    owner = forms.CharField(
        label=_("Who is responsible"), max_length=120, required=False, help_text=_("One person or role.")
    )
    due = forms.DateField(
        label=_("By when"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    outcome = _words(_("What will customers notice?"), _("In their words."))
    why = _words(_("Why do we do this?"))
    daily_work = _words(_("What changes in the everyday work of our people?"))
    principles = _words(_("Which principles apply from now on?"))
    stop = _words(_("What do we deliberately no longer allow?"))
    target = forms.IntegerField(
        label=_("Target: so many of 100"),
        help_text=_("Half of the gap to begin with. Beside it stands when you could see it."),
        required=False,
        min_value=0,
        max_value=100,
    )
    measure_again = forms.DateField(
        label=_("When do we measure again?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def fields_of_acting(self) -> list[forms.BoundField]:
        """What is needed when something is done, in the order of asking."""
        return [self[name] for name in ACTING]

    def draft(self) -> MeasureDraft:
        """What was filled in."""
        data = self.cleaned_data
        return MeasureDraft(
            choice=cast("Choice", data["kind"]),
            **{
                name: data[name]
                for name in ("owner", "due", "outcome", "why", "daily_work", "principles", "stop")
            },
            reason=data["reason"],
            target=data["target"],
            measure_again=data["measure_again"],
        )

    def is_decision(self, today: date) -> bool:
        """Valid, and nothing missing; otherwise each field says what it lacks."""
        if not self.is_valid():
            return False
        for problem in problems(self.draft(), today):
            self.add_error(problem.field, problem.text.to(get_language() or "en"))
        return not self.errors


class PlanForm(forms.Form):
    """What the day to measure again follows from."""

    target = forms.IntegerField(min_value=0, max_value=100, required=False)
    due = forms.DateField(required=False)
