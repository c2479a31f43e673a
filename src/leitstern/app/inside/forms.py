"""Handing in beliefs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_BYTES = 10_000_000


class SheetForm(forms.Form):
    """A filled belief sheet."""

    file = forms.FileField(
        label=_("Filled sheet (.xlsx)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        help_text=_("One person per file, or a whole room in one. Nobody's name is asked."),
    )

    def clean_file(self) -> UploadedFile[Any]:
        """A sheet is small; what is not is no sheet."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("This file is too large to be a belief sheet. Nothing was kept."))
        return file
