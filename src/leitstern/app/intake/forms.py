"""Handing in files and saying what their columns mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from leitstern.collect.propose import LABELS, NEW, Role, Said

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from leitstern.collect.propose import Choice, Proposal
    from leitstern.core.company.taxonomy import Kind

MOST_BYTES = 2_000_000_000
ZONES = sorted(available_timezones())
MOST_UNKNOWN = 30  # values that are asked about; more are for the mapping file
ACCEPTED = ".csv,.tsv,.txt,.xlsx,.xes,.gz,.jsonl,.ndjson,.json,.jsonocel,.xml,.xmlocel,.sqlite,.db,.parquet,.yaml,.yml"


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
            "CSV, Excel (.xlsx), Parquet, JSON Lines or an event log (XES, OCEL 2.0). Several files only together with a mapping.yaml."
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
    """What each column of a file is for; the proposal is filled in. Without a taxonomy also where the company is.

    With one, also where everything took place if no column says so, and what values mean that it does not know.
    """

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
        if proposal.needs_place(self.roles()):
            new = _("New: “%(name)s”") % {"name": proposal.title}
            self.fields["place"] = forms.ChoiceField(
                label=_("Where did all this take place?"),
                choices=[("", _("please choose")), (NEW, new), *self._named("touchpoint", language)],
                required=False,
            )
        self._unknown = proposal.unknown(self.roles())[:MOST_UNKNOWN]
        for position, (kind, raw) in enumerate(self._unknown):
            self.fields[f"term-{position}"] = forms.ChoiceField(
                label=raw,
                choices=[
                    ("", _("leave it unmapped")),
                    (NEW, _("New: “%(name)s”") % {"name": raw}),
                    *self._named(kind, language),
                ],
                required=False,
            )

    def lines(self) -> list[tuple[Choice, forms.BoundField, bool]]:
        """Each column as it was understood, the field to correct it, and whether somebody did."""
        roles = self.roles()
        return [
            (choice, self[f"role-{number}"], roles[choice.column] is not choice.role)
            for number, choice in enumerate(self.proposal.choices)
        ]

    def unknown(self) -> list[forms.BoundField]:
        """The fields for values the taxonomy does not know."""
        return [self[f"term-{position}"] for position in range(len(self._unknown))]

    def roles(self) -> dict[str, Role]:
        """The role of each column as chosen, or as proposed where nothing valid was chosen."""
        chosen = {
            choice.column: self.data.get(f"role-{position}", "")
            for position, choice in enumerate(self.proposal.choices)
        }
        return {
            choice.column: Role(chosen[choice.column]) if chosen[choice.column] in LABELS else choice.role
            for choice in self.proposal.choices
        }

    def said(self) -> Said:
        """What was said about names; only choices that were offered count."""
        data = self.cleaned_data if self.is_bound and self.is_valid() else {}
        told = {
            term: data[f"term-{position}"]
            for position, term in enumerate(self._unknown)
            if data.get(f"term-{position}")
        }
        return Said(place=data.get("place", ""), terms=told)

    def _named(self, kind: Kind, language: str) -> list[tuple[str, str]]:
        return [(term.slug, term.name.to(language)) for term in self.proposal.taxonomy.terms(kind)]
