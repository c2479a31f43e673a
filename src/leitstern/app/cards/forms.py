"""The forms of cards: what is known, what it rests on, and how somebody rules on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.cards.offering import offered, touchpoints
from leitstern.app.common.forms import day_field, offer, say
from leitstern.core.bridge.cards.terms import LONGEST, LONGEST_REASON, CardDraft, Kind

if TYPE_CHECKING:
    from leitstern.app.common.refusals import WrongDraft

NOTHING = ("", "–")


class CardForm(forms.Form):
    """One piece of knowledge."""

    sentence = forms.CharField(
        label=_("What do we know about customers?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence a colleague understands; never a customer's name."),
    )
    until = day_field(
        _("Valid until"), required=True, help_text=_("Then somebody looks again whether it still holds.")
    )

    def draft(self) -> CardDraft:
        """What was filled in."""
        return CardDraft(self.cleaned_data["sentence"], self.cleaned_data["until"])

    def refused(self, problem: WrongDraft) -> None:
        """Tell each field what is wrong with it."""
        say(self, problem.problems)


class KnownForm(forms.Form):
    """A source out of the product."""

    which = forms.ChoiceField(label=_("What does it rest on?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "which", [NOTHING, *offered()])  # type: ignore[list-item]

    def source(self) -> tuple[Kind, str]:
        """Kind and reference."""
        kind, _colon, reference = self.cleaned_data["which"].partition(":")
        return Kind(kind), reference


class ViewForm(forms.Form):
    """A view of journeys."""

    address = forms.CharField(
        label=_("Address of a view of journeys"),
        max_length=1000,
        help_text=_("Open Journeys, choose what it shows, and copy the address from your browser."),
    )

    def source(self) -> tuple[Kind, str]:
        """Kind and the address without the name of this installation."""
        address: str = self.cleaned_data["address"].strip()
        at = address.find("/", address.find("://") + 3) if "://" in address else 0
        return Kind.VIEW, address[at:] if at >= 0 else ""


class WordsForm(forms.Form):
    """What customers write."""

    touchpoint = forms.ChoiceField(label=_("At which touchpoint?"))
    words = forms.CharField(
        label=_("Which words do customers use?"),
        max_length=200,
        help_text=_("Whole words; * stands for any letters."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "touchpoint", [NOTHING, *touchpoints()])

    def source(self) -> tuple[Kind, str]:
        """Kind and reference."""
        return Kind.WORDS, f"{self.cleaned_data['touchpoint']}:{self.cleaned_data['words'].strip()}"


class OutsideForm(forms.Form):
    """A source outside of Leitstern."""

    name = forms.CharField(
        label=_("Which source?"), max_length=200, help_text=_("Who published or said it, and when.")
    )
    said = forms.CharField(
        label=_("What does it say?"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 2})
    )

    def source(self) -> tuple[Kind, str]:
        """Kind and reference."""
        name = " ".join(self.cleaned_data["name"].split())
        return Kind.OUTSIDE, f"{name}\n{self.cleaned_data['said']}"


class BackForm(forms.Form):
    """Why a card goes back."""

    reason = forms.CharField(
        label=_("What is missing?"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 2})
    )


SOURCE_FORMS: dict[str, type[KnownForm | ViewForm | WordsForm | OutsideForm]] = {
    "known": KnownForm,
    "view": ViewForm,
    "words": WordsForm,
    "outside": OutsideForm,
}
