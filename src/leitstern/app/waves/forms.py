"""Forms of whoever runs a wave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from leitstern.app.inside.agreements import MOST_COMMENTS, MOST_FEWEST, floor
from leitstern.app.inside.instruments import askable, content_of, current_version
from leitstern.app.inside.models import InstrumentVersion
from leitstern.app.waves.keeping import longest
from leitstern.core.inside.rhythm import LONGEST

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_BYTES = 20_000_000


class RhythmForm(forms.Form):
    """How often a wave is held."""

    every = forms.IntegerField(label=_("A wave every how many months?"), min_value=1, max_value=LONGEST)


class WaveForm(forms.Form):
    """A new wave."""

    name = forms.CharField(label=_("Name"), max_length=120)
    instrument = forms.ModelChoiceField(
        label=_("What is asked"),
        queryset=InstrumentVersion.objects.none(),
        empty_label=None,
        required=False,
        help_text=_(
            "The whole instrument places the company; a pulse asks about one thing and takes two minutes."
        ),
    )
    closes = forms.DateField(
        label=_("Last day to answer"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    fewest = forms.IntegerField(label=_("Results from how many people on"), max_value=MOST_FEWEST)
    fewest_comments = forms.IntegerField(
        label=_("Comments from how many on"),
        max_value=MOST_COMMENTS,
    )
    keep_days = forms.IntegerField(
        label=_("Days that single answers are kept"),
        min_value=0,
        required=False,
        help_text=_(
            "Counted from the publication; results stay. All three numbers are frozen when the wave is launched."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = cast("forms.ModelChoiceField[InstrumentVersion]", self.fields["instrument"])
        asked.queryset, asked.initial = askable(), current_version()
        asked.label_from_instance = _named  # type: ignore[assignment,method-assign]
        for name, fewest in zip(("fewest", "fewest_comments"), floor(), strict=True):
            field = self.fields[name]
            field.initial = field.widget.attrs["min"] = fewest
            field.validators.append(MinValueValidator(fewest))
        days = self.fields["keep_days"]
        days.initial = days.widget.attrs["max"] = longest()
        days.validators.append(MaxValueValidator(longest()))


def _named(version: InstrumentVersion) -> str:
    name = content_of(version).name.to(get_language() or "en")
    return gettext("%(name)s, version %(number)s") % {"name": name, "number": version.version}


class TableForm(forms.Form):
    """A table somebody filled in."""

    file = forms.FileField(label=_("File"), widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}))

    def clean_file(self) -> UploadedFile[Any]:
        """A table is not larger than this."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("This file is too large. Nothing was kept."))
        return file


class RosterForm(TableForm):
    """Who is invited."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = _("Roster (.csv or .xlsx)")
        self.fields["file"].help_text = _(
            "Three columns: address, department, level. Without any addresses the wave is held on paper."
        )


class SheetsForm(TableForm):
    """Sheets of paper, typed into a table."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = _("Filled-in table (.csv or .xlsx)")
