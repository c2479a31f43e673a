"""Forms of skills, and of what was ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.forms import choices, offer
from leitstern.app.structure.forms import day_field, long_text
from leitstern.app.structure.pages import unit_choices
from leitstern.core.inside.structure.leftovers import THINGS

if TYPE_CHECKING:
    from collections.abc import Sequence


class StaffingForm(forms.Form):
    """How many people of a unit can do something."""

    unit = forms.ChoiceField(label=_("Department"))
    skill = forms.CharField(label=_("Skill"), max_length=80, widget=forms.TextInput(attrs={"list": "skills"}))
    needed = forms.IntegerField(label=_("How many need it?"), min_value=0, max_value=1_000_000)
    there = forms.IntegerField(label=_("How many have it?"), min_value=0, max_value=1_000_000)
    open = forms.IntegerField(
        label=_("How many positions for it are open?"), required=False, min_value=0, max_value=1_000_000
    )
    asked = forms.IntegerField(
        label=_("If not everybody was counted: how many were asked?"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        help_text=_("Enter above what their answers give for all of the department."),
    )
    plan = long_text(_("What is planned?"))
    until = day_field(_("Until when?"), needed=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", [("", "–"), *unit_choices()])


class TrainingForm(forms.Form):
    """A training of a skill, and how many took part."""

    unit = forms.ChoiceField(label=_("Department"))
    skill = forms.CharField(label=_("Skill"), max_length=80, widget=forms.TextInput(attrs={"list": "skills"}))
    day = day_field(_("On which day?"))
    people = forms.IntegerField(
        label=_("How many took part?"),
        min_value=1,
        max_value=1_000_000,
        help_text=_("A number, never names."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", [("", "–"), *unit_choices()])


class LeftoverForm(forms.Form):
    """Something that was ended."""

    thing = forms.ChoiceField(label=_("What was it?"), choices=lambda: choices(THINGS, optional=False))
    name = forms.CharField(label=_("What was it called?"), max_length=160)
    ended = day_field(_("When was it ended?"))
    instead = forms.CharField(label=_("What stands in its place?"), max_length=200, required=False)


class UseForm(forms.Form):
    """How often something ended was used."""

    leftover = forms.ChoiceField(label=_("What?"))
    unit = forms.ChoiceField(label=_("Department"))
    month = forms.DateField(
        label=_("Month"),
        input_formats=["%Y-%m", "%Y-%m-%d", "%m/%Y", "%m.%Y"],
        widget=forms.DateInput(attrs={"type": "month"}, format="%Y-%m"),
    )
    times = forms.IntegerField(label=_("How often?"), min_value=0, max_value=1_000_000)

    def __init__(self, ended: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "leftover", [("", "–"), *ended])
        offer(self, "unit", [("", "–"), *unit_choices()])
