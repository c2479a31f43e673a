"""Bringing in an instrument, and adding questions of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from leitstern.app.inside.names import AXIS_NAMES
from leitstern.collect.yaml_document import MAX_BYTES
from leitstern.core.inside.instrument import Axis, Dimension
from leitstern.core.inside.own_questions import OWN, own_items
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from leitstern.core.inside.instrument import Instrument, Item

NEW = ""  # chosen where the questions belong to a dimension of their own


class InstrumentForm(forms.Form):
    """An instrument or a pack of questions, as a file."""

    file = forms.FileField(
        label=_("Instrument (.yaml)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".yaml,.yml"}),
        help_text=_("Bring in only what you may use: a file that names no licence is refused."),
    )

    def clean_file(self) -> UploadedFile[Any]:
        """An instrument is a text; what is not stays outside."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise forms.ValidationError(_("This file is too large to be an instrument. Nothing was kept."))
        return file


class OwnQuestionsForm(forms.Form):
    """Questions for a dimension that is there, or for a new one."""

    dimension = forms.ChoiceField()
    name = forms.CharField(
        label=_("Name of the new dimension"), max_length=80, required=False, help_text=_("In a few words.")
    )
    question = forms.CharField(label=_("Its guiding question"), max_length=300, required=False)
    axis = forms.ChoiceField(
        label=_("Does it count for an axis?"),
        required=False,
        choices=[("", _("for neither: it is asked beside")), *((a.value, n) for a, n in AXIS_NAMES.items())],
    )
    questions = forms.CharField(
        label=_("Questions as sentences to agree with, one per line"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Whoever agrees speaks for a high level."),
    )
    reverse = forms.CharField(
        label=_("Questions the other way round, one per line"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Whoever agrees speaks for a low level; answers are turned."),
    )

    def __init__(self, instrument: Instrument, language: str, data: Any = None) -> None:
        super().__init__(data)
        self.instrument = instrument
        offered = ((d.slug, f"{d.slug.upper()} · {d.name.to(language)}") for d in instrument.dimensions)
        self.fields["dimension"] = forms.ChoiceField(
            label=_("They belong to"), required=False, choices=[(NEW, _("a new dimension")), *offered]
        )

    def clean(self) -> dict[str, Any]:
        """A new dimension needs a name and a guiding question; every copy needs questions."""
        cleaned = super().clean() or {}
        if cleaned.get("dimension") == NEW:
            for key in ("name", "question"):
                if key not in self.errors and not cleaned.get(key):
                    self.add_error(key, _("A new dimension needs this."))
        if not self.errors and not (cleaned.get("questions") or cleaned.get("reverse")):
            self.add_error("questions", _("Please write at least one question."))
        return cleaned

    def added(self) -> tuple[tuple[Dimension, ...], tuple[Item, ...]]:
        """The new dimension, if there is one, and its items."""
        chosen = self.cleaned_data["dimension"]
        new = None if chosen else self._dimension()
        slug = new.slug if new else chosen
        items = own_items(self.instrument, slug, self._lines("questions"), self._lines("reverse"))
        return (new,) if new else (), items

    def _dimension(self) -> Dimension:
        name, question = self.cleaned_data["name"], self.cleaned_data["question"]
        axis = self.cleaned_data["axis"]
        return Dimension(
            slug=f"{OWN}-{slugify(name)[:50] or len(self.instrument.dimensions) + 1}",
            name=Text(en=name, de=name),
            question=Text(en=question, de=question),
            axis=Axis(axis) if axis else None,
            source=OWN,
        )

    def _lines(self, key: str) -> tuple[Text, ...]:
        lines = (line.strip() for line in self.cleaned_data[key].splitlines())
        return tuple(Text(en=line, de=line) for line in lines if line)
