"""The rows of what a capability lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.forms import choices, offer
from leitstern.app.stack.forms import applications, offer_all
from leitstern.core.inside.stack.inventory import Gap
from leitstern.core.inside.stack.terms import REMEDIES, Remedy

if TYPE_CHECKING:
    from django.http import QueryDict

    Base = forms.BaseFormSet[forms.Form]
else:
    Base = forms.BaseFormSet


class GapForm(forms.Form):
    """Something a capability lacks."""

    text = forms.CharField(label=_("What is missing?"), required=False, max_length=300)
    application = forms.ChoiceField(label=_("In which application?"), required=False)
    critical = forms.BooleanField(label=_("Without it customers do not reach their outcome"), required=False)
    remedy = forms.ChoiceField(label=_("What would close it?"), required=False)
    contract = forms.BooleanField(
        label=_("It is settled how a special solution would be connected"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_all(self, "application", [("", _("– not said –")), *applications()])
        offer(self, "remedy", choices(REMEDIES))

    def gap(self) -> Gap | None:
        """The gap; nothing for an empty row."""
        data = self.cleaned_data
        if not (text := data.get("text", "").strip()):
            return None
        remedy = Remedy(data["remedy"]) if data["remedy"] else None
        return Gap(text, data["application"], data["critical"], remedy, data["contract"])


class GapForms(Base):
    """Rows of which those count that say something."""

    def gaps(self) -> tuple[Gap, ...]:
        """What is missing."""
        return tuple(found for row in self.forms if (found := cast("GapForm", row).gap()))


def gap_rows(posted: QueryDict | None, **more: Any) -> GapForms:
    """Rows of gaps, and two more."""
    return formset_factory(GapForm, formset=GapForms, extra=2)(posted, prefix="gaps", **more)  # type: ignore[return-value]
