"""What forms of every area are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django_stubs_ext import StrOrPromise

    from leitstern.core.bridge.draft import Problem
    from leitstern.core.texts import Text

NOTHING: tuple[str, StrOrPromise] = ("", _("– not said –"))


def day_field(
    label: StrOrPromise, *, required: bool = False, help_text: StrOrPromise = ""
) -> forms.DateField:
    """A day, as browsers let one pick it."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=help_text, widget=widget)


def choices(words: Mapping[Any, Text], *, optional: bool = True) -> list[tuple[str, StrOrPromise]]:
    """Fixed words as choices in the reader's language."""
    language = get_language() or "en"
    said: list[tuple[str, StrOrPromise]] = [
        (str(value), capfirst(text.to(language))) for value, text in words.items()
    ]
    return [NOTHING, *said] if optional else said


def offer(form: forms.Form, name: str, said: Sequence[tuple[str, StrOrPromise]]) -> None:
    """Give a field its choices."""
    cast("forms.ChoiceField", form.fields[name]).choices = said


def say(form: forms.Form, problems: Iterable[Problem]) -> None:
    """Tell each field what is wrong with it; what no field can tell stands above."""
    for problem in problems:
        field = problem.field if problem.field in form.fields else None
        form.add_error(field, problem.text.to(get_language() or "en"))
