"""Handing in files and saying what their columns mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from leitstern.collect.propose import LABELS, Role

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from leitstern.collect.propose import Choice, Proposal

MOST_BYTES = 2_000_000_000
ZONES = sorted(available_timezones())
ACCEPTED = ".csv,.tsv,.txt,.xlsx,.xes,.gz,.yaml,.yml"


class ManyFilesInput(forms.ClearableFileInput):
    """A file field for several files."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files, each checked."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """All files handed in."""
        single = super().clean
        return [single(file, initial) for file in data or [None]]


class UploadForm(forms.Form):
    """One file to be understood, or several with a mapping file among them."""

    files = ManyFilesField(  # type: ignore[assignment]  # a field; the form's own `files` is set per instance
        label=_("Your file"),
        help_text=_(
            "CSV, Excel (.xlsx) or an event log (.xes, .xes.gz). Several files only together with a mapping.yaml."
        ),
        widget=ManyFilesInput(attrs={"accept": ACCEPTED, "multiple": True}),
    )

    def clean_files(self) -> list[UploadedFile[Any]]:
        """Not more than a disk should take in by way of a browser."""
        files: list[UploadedFile[Any]] = self.cleaned_data["files"]
        if sum(file.size or 0 for file in files) > MOST_BYTES:
            raise forms.ValidationError(
                _("More than 2 GB at once is for the command line: leitstern import. Nothing was kept.")
            )
        return files


class RolesForm(forms.Form):
    """What each column of a file is for; the proposal is filled in. Without a taxonomy also where the company is."""

    time_zone = forms.ChoiceField(
        label=_("Time zone of your company"),
        help_text=_("Days are counted in it, now and in all later imports."),
        choices=[(zone, zone) for zone in ZONES],
    )

    def __init__(self, proposal: Proposal, data: Any = None) -> None:
        super().__init__(data, initial={"time_zone": proposal.taxonomy.time_zone})
        self.proposal = proposal
        if not proposal.is_draft:
            del self.fields["time_zone"]
        language = get_language() or "en"
        choices = [(role.value, label.to(language)) for role, label in LABELS.items()]
        for position, choice in enumerate(proposal.choices):
            self.fields[f"role-{position}"] = forms.ChoiceField(
                label=choice.column, choices=choices, initial=choice.role.value
            )

    def lines(self) -> list[tuple[Choice, forms.BoundField]]:
        """Each column as it was understood, and the field to correct it."""
        return [(choice, self[f"role-{number}"]) for number, choice in enumerate(self.proposal.choices)]

    def roles(self) -> dict[str, Role]:
        """The role of each column as chosen, or as proposed where nothing valid was chosen."""
        data = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return {
            choice.column: Role(data.get(f"role-{position}", choice.role.value))
            for position, choice in enumerate(self.proposal.choices)
        }
