"""What axes, layers and kinds of proof are called on pages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from leitstern.core.inside.instrument import Axis, EvidenceType, Layer

AXIS_NAMES = {Axis.CULTURE: _("Culture"), Axis.TECHNOLOGY: _("Technology")}
LAYER_NAMES = {
    Layer.VALUE: _("value"),
    Layer.NORM: _("norm"),
    Layer.ARTEFACT: _("artefact"),
    Layer.BEHAVIOUR: _("behaviour"),
}
PROOF_NAMES = {
    EvidenceType.DOCUMENT: _("document"),
    EvidenceType.SYSTEM_DATA: _("system data"),
    EvidenceType.OBSERVATION: _("observation on site"),
    EvidenceType.CUSTOMER_VOICE: _("customers' voices"),
    EvidenceType.EMPLOYEE_VOICE: _("staff's voices"),
    EvidenceType.FINANCIAL: _("financial figures"),
    EvidenceType.EXTERNAL_AUDIT: _("external audit"),
}
