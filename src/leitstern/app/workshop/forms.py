"""Forms of a workshop: opening it, taking a seat, voting, cards, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from leitstern.app.inside.models import Group
from leitstern.app.workshop.models import MOST_SEATS
from leitstern.app.workshop.noting import LONGEST
from leitstern.core.inside.instrument import LEVELS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from leitstern.app.workshop.models import Note

UNSURE = "none"  # posted by whoever cannot say


class OpenForm(forms.Form):
    """A new room."""

    name = forms.CharField(
        label=_("What is it called?"),
        max_length=120,
        widget=forms.TextInput(attrs={"placeholder": _("Management retreat, spring")}),
    )


class SeatForm(forms.Form):
    """A phone comes in: to which group its owner belongs, and that they agree."""

    group = forms.ChoiceField(label=_("Where do you stand?"), choices=Group.choices, widget=forms.RadioSelect)
    agreed = forms.BooleanField(
        label=_("I have read this and agree."),
        error_messages={"required": _("Nobody votes without having agreed.")},
    )


class ReturnForm(forms.Form):
    """A phone comes back to its seat, or another one takes its place."""

    code = forms.CharField(
        label=_("Code of your seat"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off", "placeholder": "K7PM-3XQD"}),
    )

    def clean_code(self) -> str:
        """As it is stored, however it was typed."""
        typed = "".join(sign for sign in self.cleaned_data["code"].upper() if sign.isalnum())
        return f"{typed[:4]}-{typed[4:]}"


class CardSeatsForm(forms.Form):
    """People without a phone hold up cards."""

    group = forms.ChoiceField(label=_("Group"), choices=Group.choices)
    people = forms.IntegerField(label=_("People"), min_value=1, max_value=MOST_SEATS, initial=1)
    agreed = forms.BooleanField(
        label=_("I have read the sentence out, and all of them agreed."),
        error_messages={"required": _("Nobody votes without having agreed.")},
    )


def _levels() -> list[tuple[str, StrOrPromise]]:
    said = [(str(n), gettext("level %(n)s") % {"n": n}) for n in range(LEVELS)]
    return [("", gettext("no level")), *said]


class NoteForm(forms.Form):
    """What is to be seen, and which level that speaks for."""

    text = forms.CharField(
        label=_("What was seen?"),
        max_length=LONGEST,
        widget=forms.Textarea(
            attrs={"rows": 2, "placeholder": _("What was to be seen, where, when? No names.")}
        ),
    )
    level = forms.ChoiceField(label=_("Speaks for"), required=False, choices=_levels)

    def clean_level(self) -> int | None:
        """A number, or none."""
        chosen = self.cleaned_data["level"]
        return int(chosen) if chosen else None


def note_form(note: Note) -> NoteForm:
    """The form to correct a note with."""
    said = {"text": note.text, "level": "" if note.level is None else str(note.level)}
    return NoteForm(initial=said, auto_id=f"note-{note.pk}-%s")


def posted_level(given: Any) -> int | None:
    """A vote as posted; what is no level is −1, which nobody accepts."""
    return None if given == UNSURE else posted_number(given)


def posted_number(given: Any) -> int:
    """A small number as posted; what is none is −1, which nobody accepts."""
    return int(given) if str(given).isdecimal() and len(str(given)) < 3 else -1
