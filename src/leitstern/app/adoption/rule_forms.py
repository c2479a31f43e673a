"""The form for metadata rules: one row per field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.adoption.campaigning import MOST_FIELDS
from leitstern.app.adoption.forms import month_field
from leitstern.app.common.forms import choices
from leitstern.collect.kpi_file import short_name
from leitstern.core.inside.adoption.metadata import WORDS, Field, Words
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

EMPTY_ROWS = 3


class SinceForm(forms.Form):
    """From when on rules hold, and from when on care for metadata counts as settled."""

    since = month_field(_("These rules hold since"))
    settled_from = month_field(
        _("Settled since"),
        _("The nine months from here on give the level against which a fall is noticed."),
    )


class FieldForm(forms.Form):
    """One field."""

    slug = forms.CharField(required=False, widget=forms.HiddenInput)
    name_de = forms.CharField(label=_("Name in German"), max_length=80, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=80, required=False)
    words = forms.ChoiceField(label=_("Allowed values"), choices=lambda: choices(WORDS, optional=False))
    allowed = forms.CharField(
        label=_("The list"), required=False, max_length=4_000, help_text=_("Separated by commas.")
    )
    required = forms.BooleanField(label=_("has to be filled in"), required=False)

    def clean(self) -> dict[str, Any]:
        """A list of its own needs values."""
        data = super().clean() or {}
        named = data.get("name_de") or data.get("name_en")
        if named and data.get("words") == Words.LIST and not _listed(data.get("allowed", "")):
            self.add_error("allowed", _("Name the allowed values, separated by commas."))
        return data

    def field(self) -> Field | None:
        """What was filled in; None for an empty row."""
        data = self.cleaned_data
        german, english = data.get("name_de", "").strip(), data.get("name_en", "").strip()
        if not (german or english):
            return None
        slug = data.get("slug") or short_name(english or german)
        words = Words(data["words"])
        allowed = _listed(data["allowed"]) if words is Words.LIST else ()
        return Field(slug, Text(en=english or german, de=german or english), words, data["required"], allowed)


def field_set(data: Any = None, fields: Sequence[Field] = ()) -> Any:
    """A row for every field there is, and some empty ones."""
    made = forms.formset_factory(FieldForm, extra=EMPTY_ROWS, max_num=MOST_FIELDS, absolute_max=MOST_FIELDS)
    initial = [
        {
            "slug": each.slug,
            "name_de": each.name.de,
            "name_en": each.name.en,
            "words": each.words.value,
            "allowed": ", ".join(each.allowed),
            "required": each.required,
        }
        for each in fields
    ]
    return made(data, initial=initial, prefix="fields")


def _listed(given: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for each in given.split(",") if (word := each.strip())))
