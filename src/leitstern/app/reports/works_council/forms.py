"""Entering what was agreed with the works council."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.inside.agreements import MOST_COMMENTS, MOST_DAYS, MOST_FEWEST, Terms
from leitstern.app.inside.models import LINE
from leitstern.core.inside.cells import FEWEST, FEWEST_COMMENTS


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AgreementForm(forms.Form):
    """Everything that stands in `Terms`; what may stay open is not required."""

    title = forms.CharField(label=_("Title of the agreement"), max_length=LINE)
    agreed_on = forms.DateField(label=_("Agreed on"), widget=_day())
    parties = forms.CharField(
        label=_("Parties"), max_length=LINE, help_text=_("Employer and works council, as they signed.")
    )
    fewest = forms.IntegerField(
        label=_("Results of waves from how many people on"),
        min_value=FEWEST,
        max_value=MOST_FEWEST,
        initial=FEWEST,
        help_text=_("Holds for every wave launched from now on."),
    )
    fewest_comments = forms.IntegerField(
        label=_("Comments from how many people on"),
        min_value=FEWEST_COMMENTS,
        max_value=MOST_COMMENTS,
        initial=FEWEST_COMMENTS,
    )
    keep_days = forms.IntegerField(
        label=_("Days until single answers are deleted"),
        min_value=0,
        max_value=MOST_DAYS,
        required=False,
        help_text=_("Counted from the day a wave is published, or closed if it never is. Results stay."),
    )
    legal_basis = forms.CharField(
        label=_("Legal basis"),
        max_length=LINE,
        required=False,
        help_text=_("For instance: Art. 6 (1) (f) GDPR with the works agreement."),
    )
    impact_assessed = forms.DateField(
        label=_("Data protection impact assessment of"), widget=_day(), required=False
    )
    works_council = forms.CharField(
        label=_("Whom to ask in the works council"), max_length=LINE, required=False
    )
    data_protection = forms.CharField(label=_("Data protection officer"), max_length=LINE, required=False)

    def terms(self) -> Terms:
        """What was entered."""
        return Terms(**self.cleaned_data)
