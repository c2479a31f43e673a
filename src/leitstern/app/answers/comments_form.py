"""What the view of comments asks for: words, good or bad answers, a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from leitstern.app.journeys.forms import ViewForm
from leitstern.core.outside.comments import LONGEST, Search

if TYPE_CHECKING:
    from leitstern.core.outside.comments import Verdict


class CommentsForm(ViewForm):
    """Without words all comments of the selection are shown."""

    words = forms.CharField(
        label=_("Words or “phrases”"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        help_text=_("Whole words; * stands for any letters."),
    )
    answer = forms.ChoiceField(
        label=_("With an answer that is"),
        required=False,
        choices=[("", _("good or bad")), ("bad", _("bad")), ("good", _("good"))],
    )
    language = forms.ChoiceField(
        label=_("Written in"),
        required=False,
        choices=[("", _("any language")), ("de", _("German")), ("en", _("English"))],
    )

    def clean_words(self) -> str:
        """Words that can be looked for."""
        words = str(self.cleaned_data["words"])
        problem = Search.of(words).problem if words.strip() else None
        if problem:
            raise forms.ValidationError(problem.to(get_language() or "en"))
        return words

    @property
    def search(self) -> Search:
        """What was asked for."""
        return Search.of(self.cleaned_data["words"])

    @property
    def verdict(self) -> Verdict:
        """Good or bad answers only."""
        answer = self.cleaned_data["answer"]
        return answer if answer in {"good", "bad"} else ""
