"""The four rungs an application climbs in a team, and the parts that living it is made of (research page 5.6)."""

from __future__ import annotations

from enum import StrEnum

from leitstern.core.texts import Text

ENOUGH = 0.5  # of 1, for a rung that is counted to count as reached
SURE = 0.9  # nine to one: how probable it has to be that customers noticed, or that they did not, for it to be said


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


def needed(rung: Rung) -> float:
    """The share from which on a rung counts as reached."""
    return SURE if rung is Rung.EFFECTIVE else ENOUGH


class Noticed(StrEnum):
    """What can be said of the customers of a team."""

    YES = "noticed"
    NO = "not_noticed"
    OPEN = "cannot_tell"  # too few were asked to tell one from the other


NOTICED = {
    Noticed.YES: Text(en="customers noticed", de="die Kundschaft hat es gemerkt"),
    Noticed.NO: Text(en="customers did not notice", de="die Kundschaft hat es nicht gemerkt"),
    Noticed.OPEN: Text(en="cannot be told from the answers", de="lässt sich aus den Antworten nicht sagen"),
}


def noticed(probable: float) -> Noticed:
    """By how `probable` it is that clearly more customers agree than before."""
    return Noticed.YES if probable >= SURE else Noticed.NO if probable <= 1 - SURE else Noticed.OPEN


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
