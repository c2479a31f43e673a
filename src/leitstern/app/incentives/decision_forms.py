"""The forms of a decision about a conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import offer
from leitstern.app.incentives.forms import UnitForm, long_text
from leitstern.app.structure.kept_units import units_now

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.app.incentives.models import Figure


class JudgeForm(forms.Form):
    """Whether a conflict is one."""

    verdict = forms.ChoiceField(
        label=_("Is this a conflict of aims?"),
        choices=[("confirm", _("Yes, both cannot be had at once")), ("refuse", _("No, or it does no harm"))],
        widget=forms.RadioSelect,
    )
    reason = long_text(_("Reason"), _("Needed if you refuse; helpful in any case."), needed=False)

    def clean(self) -> None:
        """A refusal has a reason."""
        super().clean()
        if self.cleaned_data.get("verdict") == "refuse" and not self.cleaned_data.get("reason", "").strip():
            self.add_error("reason", _("Please say why it is none."))


class TargetForm(UnitForm):
    """Which share of rewards is to hang on customers, and by when."""

    percent = forms.IntegerField(
        label=_("Percent of rewards that are to hang on customers"), min_value=1, max_value=100
    )
    by = forms.DateField(
        label=_("By when?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    owner = forms.CharField(label=_("Who decided it"), max_length=120, help_text=_("One person or role."))
    field_order = ("percent", "by", "owner", "unit")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = self.fields["unit"]
        unit.label, unit.required = _("For whom?"), False
        offer(
            self,
            "unit",
            [("", _("all roles together")), *((u, words(name)) for u, name in units_now().items())],
        )


class PriorityForm(forms.Form):
    """Which of two figures goes first in doubt."""

    figure = forms.ChoiceField(label=_("Which goes first in doubt?"), widget=forms.RadioSelect)
    condition = long_text(_("When does that hold?"), _("So that whoever stands in the situation knows."))
    owner = forms.CharField(label=_("Who answers for it"), max_length=120, help_text=_("One person or role."))
    review = forms.DateField(
        label=_("When is the rule looked at again?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, figures: Sequence[Figure], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "figure", [(figure.slug, figure.name) for figure in figures])

    def clean_review(self) -> date:
        """A day to come."""
        day: date = self.cleaned_data["review"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("This day has to lie in the future."))
        return day
