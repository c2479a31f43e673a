"""Forms of a room that guesses or says what it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from leitstern.app.inside.models import Group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.core.texts import Text


class GuessForm(forms.Form):
    """One number, on a phone."""

    value = forms.IntegerField(
        label=_("Your guess"),
        min_value=0,
        max_value=100,
        widget=forms.NumberInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "placeholder": "0–100"}
        ),
    )


class KeepForm(forms.Form):
    """As whose belief the room's guesses shall count."""

    group = forms.ChoiceField(label=_("Who was in the room?"), choices=Group.choices)


class KnownForm(forms.Form):
    """Names to tick, on a phone. Whoever knows none ticks none."""

    seed = forms.IntegerField(min_value=0, max_value=2**31, widget=forms.HiddenInput)
    ticked = forms.MultipleChoiceField(
        label=_("Tick what we have"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *given: Any, shown: Iterable[tuple[str, Text | None]], **named: Any) -> None:
        """With the names this phone shows."""
        super().__init__(*given, **named)
        self.fields["ticked"].choices = _called(shown)  # type: ignore[attr-defined]


class ExistForm(forms.Form):
    """Invented names that we do have after all."""

    exist = forms.MultipleChoiceField(
        label=_("Leave these out, we do have them"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *given: Any, offered: Iterable[tuple[str, Text | None]], **named: Any) -> None:
        """With the invented names that are not in the register."""
        super().__init__(*given, **named)
        self.fields["exist"].choices = _called(offered)  # type: ignore[attr-defined]


def _called(names: Iterable[tuple[str, Text | None]]) -> list[tuple[str, str]]:
    language = get_language() or "en"
    return [(slug, name.to(language) if name else slug) for slug, name in names]
