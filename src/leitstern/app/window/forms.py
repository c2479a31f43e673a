"""The form with which whoever steers lets others have the weekly letter."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role


class OthersForm(forms.Form):
    """One person, or everybody with a role."""

    person = forms.ModelChoiceField(
        label=_("Person"), queryset=Person.objects.none(), required=False, empty_label="–"
    )
    role = forms.ChoiceField(label=_("Or everybody with this role"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person = cast("forms.ModelChoiceField[Person]", self.fields["person"])
        person.queryset = Person.objects.filter(is_active=True)
        cast("forms.ChoiceField", self.fields["role"]).choices = [("", "–"), *Role.choices]
