"""The form of a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leitstern.app.bridge.models import NOT_KNOWN, Kind
from leitstern.app.common.drawing import words
from leitstern.core.bridge.causes import CAUSES, LONGEST, Cause, CauseDraft
from leitstern.core.bridge.draft import MeasureDraft, cause_problems, problems

if TYPE_CHECKING:
    from datetime import date

    from django_stubs_ext import StrOrPromise

    from leitstern.core.bridge.draft import Choice


def _words(label: StrOrPromise, help_text: StrOrPromise = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


ACTING = ("owner", "due", "outcome", "why", "daily_work", "principles", "stop", "target", "measure_again")


def _causes() -> list[tuple[str, str]]:
    return [(each.value, words(CAUSES[each]).capitalize()) for each in Cause]


class CauseForm(forms.Form):
    """What a gap comes from. Not to know it yet is an honest answer; a cause needs what was seen."""

    cause = forms.ChoiceField(
        label=_("What does the gap come from, above all?"),
        initial=NOT_KNOWN,
        required=False,
        widget=forms.RadioSelect,
        choices=lambda: [*_causes(), (NOT_KNOWN, gettext("Not known yet"))],
    )
    observation = forms.CharField(
        label=_("What speaks for it?"),
        help_text=_("One sentence: what was seen, not what is assumed."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    further = forms.MultipleChoiceField(
        label=_("Further causes"), required=False, widget=forms.CheckboxSelectMultiple, choices=_causes
    )

    def fields_of_cause(self) -> list[forms.BoundField]:
        """What is asked about the cause, in the order of asking."""
        return [self[name] for name in ("cause", "observation", "further")]

    def cause_draft(self) -> CauseDraft | None:
        """What was filled in; None if nothing was said."""
        data = self.cleaned_data
        if not data["cause"]:
            return None
        main = None if data["cause"] == NOT_KNOWN else Cause(data["cause"])
        return CauseDraft(main, tuple(Cause(each) for each in data["further"]), data["observation"])

    def cause_said(self) -> CauseDraft | None:
        """What was said, if nothing is missing; otherwise each field says what it lacks."""
        draft = self.cause_draft() if self.is_valid() else None
        for problem in cause_problems(draft) if draft else ():
            self.add_error(problem.field, words(problem.text))
        return None if self.errors else draft


class MeasureForm(CauseForm):
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
            cause=self.cause_draft(),
        )

    def is_decision(self, today: date) -> bool:
        """Valid, and nothing missing; otherwise each field says what it lacks."""
        if not self.is_valid():
            return False
        for problem in problems(self.draft(), today):
            self.add_error(problem.field, words(problem.text))
        return not self.errors


class PlanForm(forms.Form):
    """What the day to measure again follows from."""

    target = forms.IntegerField(min_value=0, max_value=100, required=False)
    due = forms.DateField(required=False)


class HandOverForm(forms.Form):
    """Who answers for it from now on."""

    to = forms.CharField(
        label=_("Who answers for it from now on?"), max_length=120, help_text=_("One person or role.")
    )
