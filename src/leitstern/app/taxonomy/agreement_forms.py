"""Opening an agreement check, and a department's answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import choices, offer
from leitstern.core.company.agreeing import NONE_OF_THESE, QUESTIONS, Asked

if TYPE_CHECKING:
    from leitstern.app.taxonomy.models import AgreementCheck
    from leitstern.core.company.taxonomy import Department
    from leitstern.core.texts import Text


class OpenForm(forms.Form):
    """What is asked, and whom."""

    asked = forms.ChoiceField(label=_("What is asked of every word"))
    units = forms.MultipleChoiceField(
        label=_("Departments"),
        help_text=_("Two or more; each gets a link of its own."),
        widget=forms.SelectMultiple(attrs={"size": 8}),
    )

    def __init__(self, departments: tuple[Department, ...], data: Any = None) -> None:
        super().__init__(data, initial={"asked": Asked.DEPARTMENT.value})
        offer(self, "asked", choices({each.value: said for each, said in QUESTIONS.items()}, optional=False))
        offer(self, "units", [(each.slug, words(each.name)) for each in departments])


class MapForm(forms.Form):
    """What a department says of every word."""

    def __init__(self, check: AgreementCheck, named: dict[str, Text], data: Any = None) -> None:
        super().__init__(data)
        self.words = list(check.words)
        offered = [(slug, words(said)) for slug, said in named.items() if slug != NONE_OF_THESE]
        said = [("", _("– please choose –")), *offered, (NONE_OF_THESE, words(named[NONE_OF_THESE]))]
        for at, word in enumerate(self.words):
            self.fields[f"word-{at}"] = forms.ChoiceField(label=word, required=False, choices=said)

    def answers(self) -> dict[str, str]:
        """The short name chosen for each word; what was not said is left out."""
        given = {word: self.cleaned_data[f"word-{at}"] for at, word in enumerate(self.words)}
        return {word: slug for word, slug in given.items() if slug}
