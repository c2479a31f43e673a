"""Handing in beliefs."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class SheetForm(forms.Form):
    """A filled belief sheet."""

    file = forms.FileField(
        label=_("Filled sheet (.xlsx)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        help_text=_("One person per file, or a whole room in one. Nobody's name is asked."),
    )
