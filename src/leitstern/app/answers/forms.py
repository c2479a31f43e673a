"""Which answers are looked at, as it is asked for in an address."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.journeys.forms import MonthField, SelectionForm
from leitstern.core.company.taxonomy import Channel, JourneyMap, Touchpoint
from leitstern.core.outside.answered import Answered

if TYPE_CHECKING:
    from leitstern.core.company.lookup import Term
    from leitstern.core.company.taxonomy import Taxonomy


class AnswersForm(SelectionForm):
    """Conditions on answers; whatever is left empty leaves nothing out."""

    terms = ("channel", "touchpoint", "map")
    since = MonthField(label=_("Given since"), required=False, max_length=7)
    until = MonthField(label=_("Given until"), required=False, max_length=7)
    channel = forms.ChoiceField(label=_("About the channel"), required=False)
    touchpoint = forms.ChoiceField(label=_("About the touchpoint"), required=False)
    department = None  # type: ignore[assignment]  # so a field of the base is left out
    map = forms.ChoiceField(label=_("On the designed journey"), required=False)
    who = forms.ChoiceField(label=_("Whose"), required=False)

    def answered(self) -> Answered:
        """The valid conditions."""
        said, taxonomy = self.cleaned_data, self.offered.taxonomy
        until = said["until"]
        return Answered(
            since=said["since"],
            until=until and until.replace(day=monthrange(until.year, until.month)[1]),
            touchpoint=_code(taxonomy, Touchpoint, said["touchpoint"]),
            channel=_code(taxonomy, Channel, said["channel"]),
            map=_code(taxonomy, JourneyMap, said["map"]),
            trait=self.offered.traits.of(said["who"]),
        )


def _code[T: Term](taxonomy: Taxonomy, kind: type[T], slug: str) -> int | None:
    term = taxonomy.lookup(kind).slug(slug)
    return term.code if term else None
