"""The forms of evidence: choices of levels always show what can be seen at each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from leitstern.app.common.drawing import words
from leitstern.app.common.forms import offer
from leitstern.app.evidence.actions import LONGEST, Seen
from leitstern.collect.proof_file import ALLOWED
from leitstern.core.inside.instrument import LEVELS
from leitstern.core.inside.proof_kinds import KINDS

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.inside.instrument import Dimension, Instrument

REFUSED = "refuse"
LEFT_OUT = ""


def levels_of(dimension: Dimension, highest: int = LEVELS - 1) -> list[tuple[str, str]]:
    """Levels with their anchors, as choices."""
    language = get_language() or "en"
    words = [anchor.text.to(language) for anchor in dimension.anchors] or [""] * LEVELS
    return [(str(level), f"{level} · {words[level]}".rstrip(" ·")) for level in range(highest + 1)]


def _kinds() -> list[tuple[str, str]]:
    return [(kind, capfirst(words(name))) for kind, name in KINDS.items()]


class ClaimForm(forms.Form):
    """At which level something stands, and what can be seen."""

    level = forms.TypedChoiceField(
        label=_("Which of these can be seen?"), coerce=int, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("What exactly can be seen, and where?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, dimension: Dimension, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        offer(self, "level", levels_of(dimension))


class ProofForm(forms.Form):
    """Something that shows it."""

    kind = forms.ChoiceField(label=_("What kind of proof is it?"), choices=_kinds)
    title = forms.CharField(label=_("Title"), max_length=200)
    day = forms.DateField(
        label=_("Day of the fact it shows"),
        help_text=_("Proof ages from this day on, not from the day it is handed in."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    note = forms.CharField(
        label=_("What does it show?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    link = forms.URLField(label=_("Link"), required=False, max_length=500)
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_(
            "PDF, PNG, JPEG, plain text, Word, Excel or PowerPoint without macros; 20 MB at most. What a file is, is told by its content."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(f".{ending}" for ending in ALLOWED)}),
    )

    def clean_day(self) -> date:
        """What has not happened yet proves nothing."""
        day: date = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day lies in the future."))
        return day


class ReviewForm(forms.Form):
    """Which level a claim is worth, or why it is refused."""

    verdict = forms.ChoiceField(label=_("Which level do the proofs show?"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=LONGEST,
        help_text=_("Needed if you refuse; helpful if you credit less than was claimed."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, dimension: Dimension, claimed: int, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        offer(
            self,
            "verdict",
            [*levels_of(dimension, claimed), (REFUSED, _("Refuse: the proofs do not show it"))],
        )

    def level(self) -> int | None:
        """The credited level; None if refused."""
        verdict: str = self.cleaned_data["verdict"]
        return None if verdict == REFUSED else int(verdict)

    def clean(self) -> None:
        """A refusal has a reason."""
        super().clean()
        if self.cleaned_data.get("verdict") == REFUSED and not self.cleaned_data.get("reason", "").strip():
            self.add_error("reason", _("Please say why you refuse."))


class AssessmentForm(forms.Form):
    """What an independent person sees in every dimension that has anchors; any of them may be left out."""

    assessor = forms.CharField(
        label=_("Who assessed?"), max_length=120, help_text=_("A name or firm; it stands beside the result.")
    )

    def __init__(self, instrument: Instrument, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.dimensions = [dimension for dimension in instrument.dimensions if dimension.anchors]
        for dimension in self.dimensions:
            self.fields[f"level-{dimension.slug}"] = forms.ChoiceField(
                label=dimension.question.to(get_language() or "en"),
                required=False,
                choices=[*levels_of(dimension), (LEFT_OUT, _("not assessed"))],
                initial=LEFT_OUT,
                widget=forms.RadioSelect,
            )
            self.fields[f"note-{dimension.slug}"] = forms.CharField(
                label=_("What did you see?"),
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 1}),
            )

    def parts(self) -> list[tuple[Dimension, forms.BoundField, forms.BoundField]]:
        """Each dimension with its two fields."""
        return [(each, self[f"level-{each.slug}"], self[f"note-{each.slug}"]) for each in self.dimensions]

    def seen(self) -> dict[str, Seen]:
        """What was assessed."""
        data = self.cleaned_data
        return {
            each.slug: Seen(int(data[f"level-{each.slug}"]), data[f"note-{each.slug}"])
            for each in self.dimensions
            if data[f"level-{each.slug}"] != LEFT_OUT
        }
