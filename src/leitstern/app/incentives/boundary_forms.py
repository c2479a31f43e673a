"""The forms of the protocol of boundaries."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.forms import offer
from leitstern.app.incentives.boundaries import MOST, abuse_rules
from leitstern.app.incentives.forms import UnitForm, long_text, month_field


class BoundaryForm(forms.Form):
    """What employees need not accept from customers."""

    what = forms.CharField(
        label=_("What nobody has to accept"), max_length=200, help_text=_("Such as: threats and insults.")
    )
    then = long_text(_("What happens then"), _("So that whoever is in the situation knows."), rows=3)
    decider = forms.CharField(
        label=_("Who decides"), max_length=120, help_text=_("A role that can be reached at once, no person.")
    )
    since = forms.DateField(
        label=_("Since when"),
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    rule = forms.ChoiceField(
        label=_("Which rule takes such cases out of scoring?"),
        required=False,
        help_text=_("A rule about abuse by customers; what it took out is counted here."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "rule", [("", "–"), *((str(each.pk), each.name) for each in abuse_rules())])


class BoundaryCountForm(UnitForm):
    """How many cases a department had in a month."""

    month = month_field(_("Month"), "", needed=True)
    cases = forms.IntegerField(label=_("Cases"), min_value=0, max_value=MOST)
