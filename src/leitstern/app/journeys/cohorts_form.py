"""What the view of cohorts asks for: quarters or months."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.journeys.forms import ViewForm
from leitstern.core.outside.cohorts import By

USUAL: By = "quarter"


class CohortsForm(ViewForm):
    """Customers are put together by the quarter or the month in which they began."""

    by = forms.ChoiceField(
        label=_("Begun in the same"),
        choices=[("quarter", _("quarter")), ("month", _("month"))],
        initial=USUAL,
    )

    @property
    def by_chosen(self) -> By:
        """What was chosen."""
        return "month" if self.cleaned_data["by"] == "month" else "quarter"
