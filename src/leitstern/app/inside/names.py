"""What axes and layers are called on pages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from leitstern.core.inside.instrument import Axis, Layer

AXIS_NAMES = {Axis.CULTURE: _("Culture"), Axis.TECHNOLOGY: _("Technology")}
LAYER_NAMES = {
    Layer.VALUE: _("value"),
    Layer.NORM: _("norm"),
    Layer.ARTEFACT: _("artefact"),
    Layer.BEHAVIOUR: _("behaviour"),
}
