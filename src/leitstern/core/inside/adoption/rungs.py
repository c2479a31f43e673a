"""The four rungs an application climbs in a team, and the parts that living it is made of (research page 5.6)."""

from __future__ import annotations

from enum import StrEnum

from leitstern.core.texts import Text

ENOUGH = 0.5  # of 1, for a rung to count as reached


class Rung(StrEnum):
    """In the order in which they are climbed."""

    INSTALLED = "installed"
    USED = "used"
    LIVED = "lived"
    EFFECTIVE = "effective"


RUNGS = {
    Rung.INSTALLED: Text(en="installed", de="installiert"),
    Rung.USED: Text(en="used", de="genutzt"),
    Rung.LIVED: Text(en="lived", de="gelebt"),
    Rung.EFFECTIVE: Text(en="effective", de="wirksam"),
}


class Part(StrEnum):
    """What living an application is made of."""

    WORKFLOW = "workflow"
    FEATURES = "features"
    PRINCIPLE = "principle"
    METADATA = "metadata"


PARTS = {
    Part.WORKFLOW: Text(en="core workflow carried through", de="Kernablauf zu Ende geführt"),
    Part.FEATURES: Text(en="required features in use", de="Pflichtfunktionen in Gebrauch"),
    Part.PRINCIPLE: Text(en="principle kept", de="Prinzip eingehalten"),
    Part.METADATA: Text(en="metadata filled in", de="Metadaten ausgefüllt"),
}
