"""Looking for a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Purpose(models.TextChoices):
    """Why a person's history is opened; written to the audit log."""

    REQUEST = "request", _("To answer this customer's request")
    COMPLAINT = "complaint", _("To settle a complaint")
    UNDERSTAND = "understand", _("To understand where the experience breaks")
    RIGHTS = "rights", _("The customer asks what we know")


class PurposeForm(forms.Form):
    """Why a story is about to be opened."""

    purpose = forms.ChoiceField(
        label=_("What do you need it for?"), choices=Purpose.choices, widget=forms.RadioSelect
    )


KINDS = {
    "customer": _("Customer number"),
    "customer_no": _("Customer number"),
    "email": _("E-mail"),
    "journey": _("Order or case number"),
}


class FindCustomerForm(forms.Form):
    """An identifier and a purpose. Kinds of numbers that a mapping made up keep the name it gave them."""

    kind = forms.ChoiceField(label=_("Kind of number"))
    identifier = forms.CharField(
        label=_("Customer's number"),
        max_length=200,
        help_text=_(
            "As it stands in the files that were brought in. It is not stored; we only know its fingerprint."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    purpose = forms.ChoiceField(label=_("What do you need it for?"), choices=Purpose.choices)

    def __init__(self, data: Mapping[str, object] | None, kinds: Sequence[str], purpose: str = "") -> None:
        super().__init__(data, initial={"purpose": purpose})
        kind = self.fields["kind"]
        if isinstance(kind, forms.ChoiceField):
            kind.choices = [(name, KINDS.get(name, name)) for name in kinds]

    @property
    def named_kind(self) -> str:
        """The kind of number that was given."""
        return str(self.cleaned_data["kind"])

    @property
    def named(self) -> str:
        """The number that was given."""
        return str(self.cleaned_data["identifier"])
