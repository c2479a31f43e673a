"""The rows of an initiative's form: its outcome chain, measures for people, and project milestones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.forms import choices, day_field, offer
from leitstern.core.bridge.portfolio.terms import MILESTONE_KINDS

if TYPE_CHECKING:
    from django.http import QueryDict
    from django_stubs_ext import StrOrPromise

    Base = forms.BaseFormSet[forms.Form]
else:
    Base = forms.BaseFormSet


def area(label: StrOrPromise, rows: int = 2, help_text: StrOrPromise = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=10_000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class PathForm(forms.Form):
    """One way from the customer's outcome to technology."""

    outcome = area(_("What does the customer want to reach?"), help_text=_("In their words."))
    activity = area(_("What do we do for it?"))
    capability = forms.CharField(label=_("What do we have to be able to do?"), required=False, max_length=200)
    people = area(_("What do people contribute?"))
    process = area(_("What do processes contribute?"))
    technology = area(_("What does technology contribute, last of all?"))


class PeopleForm(forms.Form):
    """A measure for those who will work with it."""

    title = forms.CharField(label=_("Measure for people"), required=False, max_length=200)
    owner = forms.CharField(label=_("Who sees to it?"), required=False, max_length=120)
    due = day_field(_("By when?"))


class MilestoneForm(forms.Form):
    """A project milestone."""

    title = forms.CharField(label=_("Project milestone"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Is it about people or about systems?"), required=False)
    due = day_field(_("By when?"))
    reached = day_field(_("Reached on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", choices(MILESTONE_KINDS, optional=False))


class _Rows(Base):
    """Rows of which those count that say something."""

    telling: tuple[str, ...] = ("title",)

    def filled(self) -> list[dict[str, Any]]:
        """The rows that count."""
        return [
            row.cleaned_data
            for row in self.forms
            if any(str(row.cleaned_data.get(name) or "").strip() for name in self.telling)
        ]


class PathForms(_Rows):
    """Rows of the chain."""

    telling = ("outcome", "activity", "capability", "people", "process", "technology")


class PeopleForms(_Rows):
    """Rows of people measures."""


class MilestoneForms(_Rows):
    """Rows of milestones."""


def path_rows(posted: QueryDict | None, **more: Any) -> PathForms:
    """Rows of the chain, and one more."""
    return formset_factory(PathForm, formset=PathForms, extra=1)(posted, **more)  # type: ignore[return-value]


def people_rows(posted: QueryDict | None, **more: Any) -> PeopleForms:
    """Rows of people measures, and two more."""
    return formset_factory(PeopleForm, formset=PeopleForms, extra=2)(posted, **more)  # type: ignore[return-value]


def milestone_rows(posted: QueryDict | None, **more: Any) -> MilestoneForms:
    """Rows of milestones, and two more."""
    return formset_factory(MilestoneForm, formset=MilestoneForms, extra=2)(posted, **more)  # type: ignore[return-value]
