"""The words of the inventory: what applications are for, where they stand in life, how data gets from one to another."""

from __future__ import annotations

from enum import StrEnum

from leitstern.core.texts import Text


class Kind(StrEnum):
    """What stands in the inventory."""

    APPLICATION = "application"
    CAPABILITY = "capability"
    DATA = "data"
    INTEGRATION = "integration"


class Category(StrEnum):
    """What an application is for."""

    EXPERIENCE = "experience"
    CRM = "crm"
    AUTOMATION = "automation"
    AI = "ai"
    CONTENT = "content"
    DATA = "data"
    CONTACT_CENTRE = "contact_centre"
    ANALYTICS = "analytics"
    OTHER = "other"


class Lifecycle(StrEnum):
    """Where an application stands in its life. One that is gone left the inventory and stays readable."""

    PLANNED = "planned"
    LIVE = "live"
    ENDING = "ending"


class Way(StrEnum):
    """How data gets from one application to another."""

    LIVE = "live"
    PLANNED = "planned"
    BY_HAND = "by_hand"


class Level(StrEnum):
    """How far a part of a capability is: nothing there, something there, or it works."""

    MISSING = "missing"
    THERE = "there"
    WORKS = "works"


class Remedy(StrEnum):
    """What would close a gap."""

    UPGRADE = "upgrade"  # a setting, an extension or a newer version of what is there
    POINT = "point"  # a special solution for a clearly bounded purpose
    NONE = "none"  # nothing that can be added to what is there


KINDS = {
    Kind.APPLICATION: Text(en="application", de="Anwendung"),
    Kind.CAPABILITY: Text(en="capability", de="Fähigkeit"),
    Kind.DATA: Text(en="data object", de="Datenobjekt"),
    Kind.INTEGRATION: Text(en="integration", de="Datenweg"),
}
CATEGORIES = {
    Category.EXPERIENCE: Text(en="Experience platform", de="Erlebnisplattform"),
    Category.CRM: Text(en="Customer relationships (CRM)", de="Kundenbeziehungen (CRM)"),
    Category.AUTOMATION: Text(en="Marketing automation", de="Marketing-Automatisierung"),
    Category.AI: Text(en="Artificial intelligence", de="Künstliche Intelligenz"),
    Category.CONTENT: Text(en="Content", de="Inhalte"),
    Category.DATA: Text(en="Data platform", de="Datenplattform"),
    Category.CONTACT_CENTRE: Text(en="Contact centre", de="Kontaktzentrum"),
    Category.ANALYTICS: Text(en="Analytics", de="Auswertung"),
    Category.OTHER: Text(en="Other", de="Anderes"),
}
LIFECYCLES = {
    Lifecycle.PLANNED: Text(en="planned", de="geplant"),
    Lifecycle.LIVE: Text(en="live", de="im Einsatz"),
    Lifecycle.ENDING: Text(en="being phased out", de="läuft aus"),
}
WAYS = {
    Way.LIVE: Text(en="live", de="läuft"),
    Way.PLANNED: Text(en="planned", de="geplant"),
    Way.BY_HAND: Text(en="spreadsheet by hand", de="Tabelle von Hand"),
}
LEVELS = {
    Level.MISSING: Text(en="missing", de="fehlt"),
    Level.THERE: Text(en="there", de="vorhanden"),
    Level.WORKS: Text(en="works", de="wirkt"),
}
REMEDIES = {
    Remedy.UPGRADE: Text(en="an upgrade or a setting", de="ein Ausbau oder eine Einstellung"),
    Remedy.POINT: Text(en="a solution for just this", de="eine Lösung nur dafür"),
    Remedy.NONE: Text(en="nothing that can be added", de="nichts, was sich ergänzen lässt"),
}
