"""Which journeys are looked at, as it is asked for in an address."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leitstern.core.company.taxonomy import Channel, Department, Touchpoint
from leitstern.core.outside.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leitstern.app.journeys.traits import Traits
    from leitstern.core.company.taxonomy import Taxonomy

_MONTH = re.compile(r"(\d{4})-(\d{2})")


class MonthField(forms.CharField):
    """A month as 2026-03. Whole months only: nobody is found by moving a day back and forth."""

    widget = forms.TextInput(
        attrs={"type": "month", "pattern": r"\d{4}-\d{2}", "placeholder": "2026-03", "autocomplete": "off"}
    )

    def clean(self, value: object) -> date | None:
        """The first day of the month."""
        written = super().clean(value)
        if not written:
            return None
        found = _MONTH.fullmatch(written)
        if found is None or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1:
            raise forms.ValidationError(_("A month is written like 2026-03."))
        return date(int(found[1]), int(found[2]), 1)


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen: the taxonomy in force, and what customers can be told apart by."""

    taxonomy: Taxonomy
    traits: Traits


class ViewForm(forms.Form):
    """What one view asks for besides the selection; what an address leaves out has the value the field starts with."""

    def __init__(self, data: Mapping[str, str], offered: Offered) -> None:
        super().__init__(data)
        self.offered = offered
        started = {
            name: str(field.initial) for name, field in self.fields.items() if field.initial is not None
        }
        self.data = {**started, **{name: data[name] for name in self.fields if data.get(name)}}


class SelectionForm(forms.Form):
    """Conditions on journeys; whatever is left empty leaves nothing out."""

    terms: tuple[str, ...] = (
        "channel",
        "touchpoint",
        "department",
    )  # fields that offer what the taxonomy names

    since = MonthField(label=_("Begun since"), required=False, max_length=7)
    until = MonthField(label=_("Begun until"), required=False, max_length=7)
    channel = forms.ChoiceField(label=_("Begun by"), required=False)
    touchpoint = forms.ChoiceField(label=_("Passing"), required=False)
    department = forms.ChoiceField(label=_("Involving"), required=False)
    who = forms.ChoiceField(label=_("Whose"), required=False)

    def __init__(self, data: Mapping[str, str], offered: Offered, prefix: str | None = None) -> None:
        super().__init__(data, prefix=prefix)
        self.offered = offered
        language = offered.traits.language
        for kind in self.terms:
            terms = getattr(offered.taxonomy, f"{kind}s")
            named = sorted(((term.slug, term.name.to(language)) for term in terms), key=lambda each: each[1])
            self._offer(kind, [("", gettext("all")), *named])
        self._offer("who", [("", gettext("all")), *offered.traits.choices()])

    def _offer(self, name: str, choices: list[tuple[str, object]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean(self) -> dict[str, object]:
        """A period that ends before it begins is told, not turned round."""
        cleaned = dict(super().clean() or {})
        since, until = cleaned.get("since"), cleaned.get("until")
        if isinstance(since, date) and isinstance(until, date) and until < since:
            self.add_error("until", gettext("The period ends before it begins."))
        return cleaned

    @property
    def asked(self) -> bool:
        """Whether any condition was given."""
        return any(self.data.get(self.add_prefix(name), "") for name in self.fields)

    def selection(self) -> Selection:
        """The valid conditions."""
        said, taxonomy = self.cleaned_data, self.offered.taxonomy
        until = said["until"]
        channel = taxonomy.lookup(Channel).slug(said["channel"])
        touchpoint = taxonomy.lookup(Touchpoint).slug(said["touchpoint"])
        department = taxonomy.lookup(Department).slug(said["department"])
        return Selection(
            since=said["since"],
            until=until and until.replace(day=monthrange(until.year, until.month)[1]),
            channel=channel.code if channel else None,
            touchpoint=touchpoint.code if touchpoint else None,
            department=department.code if department else None,
            trait=self.offered.traits.of(said["who"]),
        )

    def said(self) -> list[tuple[str, str]]:
        """The given conditions in words: what is asked, and what for."""
        found = []
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            if not value:
                continue
            bound = self[name]
            shown = str(self.data.get(bound.html_name, ""))
            if isinstance(field, forms.ChoiceField):
                shown = str(_flat(field.choices).get(shown, shown))
            found.append((str(bound.label), shown))
        return found


def _flat(choices: object) -> dict[str, object]:
    flat: dict[str, object] = {}
    for key, name in choices:  # type: ignore[attr-defined]  # a choice iterator
        if isinstance(name, list | tuple):
            flat.update({str(value): f"{key}: {inner}" for value, inner in name})
        else:
            flat[str(key)] = name
    return flat
