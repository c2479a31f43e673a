"""Handing in the company's own slides."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class TemplateForm(forms.Form):
    """A template, as a file."""

    file = forms.FileField(
        label=_("Template (.pptx or .potx)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".pptx,.potx"}),
        help_text=_("At most 20 MB, without macros and without links to files elsewhere."),
    )
