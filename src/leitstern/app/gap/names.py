"""What kinds of spots are called, and the colour of the area they belong to."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

SPOT_NAMES = {
    "blind spot": _("blind spot"),
    "hidden strength": _("hidden strength"),
    "works but hurts": _("works but hurts"),
}
SPOT_TONES = {"blind spot": "gap", "hidden strength": "outside", "works but hurts": "inside"}
