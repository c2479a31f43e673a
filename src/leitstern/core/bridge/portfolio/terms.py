"""What goals and initiatives are distinguished by, with the words for it."""

from __future__ import annotations

from enum import StrEnum

from leitstern.core.outside.outcomes import Fate
from leitstern.core.texts import Text


class Kind(StrEnum):
    """What an initiative mainly changes."""

    TECHNOLOGY = "technology"
    DATA = "data"
    PROCESS = "process"
    ORGANISATION = "organisation"
    PEOPLE = "people"


class Aim(StrEnum):
    """What an initiative is judged by in the end."""

    EXPERIENCE = "experience"
    REVENUE = "revenue"
    COST = "cost"
    DUTY = "duty"


class AiMode(StrEnum):
    """What artificial intelligence does in it; each step asks more of the people around it than the one before."""

    AUTOMATION = "automation"
    ASSISTANCE = "assistance"
    PROACTIVE = "proactive"
    EMOTIONAL = "emotional"


class AiPurpose(StrEnum):
    """What artificial intelligence is used for, as seen by the customer: to save effort, to fit better, or to care."""

    EFFICIENCY = "efficiency"
    RELEVANCE = "relevance"
    EMPATHY = "empathy"


class Origin(StrEnum):
    """Where the idea came from."""

    CUSTOMERS = "customers"
    STAFF = "staff"
    LEADERSHIP = "leadership"
    VENDOR = "vendor"
    REGULATION = "regulation"


class Horizon(StrEnum):
    """How far ahead somebody looks."""

    H1 = "H1"
    H3 = "H3"


class Cadence(StrEnum):
    """How often somebody looks whether a goal comes closer."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


class MilestoneKind(StrEnum):
    """Whether a project milestone is about people or about systems."""

    CULTURE = "culture"
    TECHNOLOGY = "technology"


KINDS: dict[Kind, Text] = {
    Kind.TECHNOLOGY: Text(en="technology", de="Technologie"),
    Kind.DATA: Text(en="data", de="Daten"),
    Kind.PROCESS: Text(en="processes", de="Abläufe"),
    Kind.ORGANISATION: Text(en="organisation", de="Organisation"),
    Kind.PEOPLE: Text(en="people and culture", de="Menschen und Kultur"),
}
AIMS: dict[Aim, Text] = {
    Aim.EXPERIENCE: Text(en="a better experience", de="besseres Erleben"),
    Aim.REVENUE: Text(en="more revenue", de="mehr Ertrag"),
    Aim.COST: Text(en="lower cost", de="weniger Kosten"),
    Aim.DUTY: Text(en="an obligation", de="eine Pflicht"),
}
AI_MODES: dict[AiMode, Text] = {
    AiMode.AUTOMATION: Text(
        en="it does something instead of people", de="sie erledigt etwas anstelle von Menschen"
    ),
    AiMode.ASSISTANCE: Text(en="it helps people at their work", de="sie hilft Menschen bei der Arbeit"),
    AiMode.PROACTIVE: Text(
        en="it approaches customers by itself", de="sie geht von sich aus auf Menschen zu"
    ),
    AiMode.EMOTIONAL: Text(en="it answers what customers feel", de="sie geht auf Gefühle der Kundschaft ein"),
}
AI_PURPOSES: dict[AiPurpose, Text] = {
    AiPurpose.EFFICIENCY: Text(en="efficiency: it saves effort", de="Effizienz: sie spart Aufwand"),
    AiPurpose.RELEVANCE: Text(
        en="relevance: customers get what fits them", de="Relevanz: Kundinnen und Kunden bekommen, was passt"
    ),
    AiPurpose.EMPATHY: Text(
        en="empathy: customers feel understood", de="Empathie: Kundinnen und Kunden fühlen sich verstanden"
    ),
}
FATES: dict[Fate, Text] = {
    Fate.AGAIN: Text(en="customers have contact again", de="Kundinnen und Kunden haben wieder Kontakt"),
    Fate.LEAVING: Text(en="fewer customers leave", de="weniger Kundinnen und Kunden gehen"),
    Fate.TRUST: Text(en="customers trust us", de="Kundinnen und Kunden vertrauen uns"),
}
ORIGINS: dict[Origin, Text] = {
    Origin.CUSTOMERS: Text(
        en="what customers lived or said", de="was Kundinnen und Kunden erlebt oder gesagt haben"
    ),
    Origin.STAFF: Text(en="employees", de="Mitarbeitende"),
    Origin.LEADERSHIP: Text(en="the leadership", de="die Führung"),
    Origin.VENDOR: Text(en="a vendor or a new technology", de="ein Anbieter oder eine neue Technologie"),
    Origin.REGULATION: Text(en="law or supervision", de="Gesetz oder Aufsicht"),
}
HORIZONS: dict[Horizon, Text] = {
    Horizon.H1: Text(en="the next two to three years", de="die nächsten zwei bis drei Jahre"),
    Horizon.H3: Text(en="in ten years", de="in zehn Jahren"),
}
CADENCES: dict[Cadence, Text] = {
    Cadence.MONTHLY: Text(en="every month", de="jeden Monat"),
    Cadence.QUARTERLY: Text(en="every quarter", de="jedes Quartal"),
    Cadence.HALF_YEARLY: Text(en="every half-year", de="jedes Halbjahr"),
    Cadence.YEARLY: Text(en="every year", de="jedes Jahr"),
}
DAYS: dict[Cadence, int] = {
    Cadence.MONTHLY: 31,
    Cadence.QUARTERLY: 92,
    Cadence.HALF_YEARLY: 184,
    Cadence.YEARLY: 366,
}
MILESTONE_KINDS: dict[MilestoneKind, Text] = {
    MilestoneKind.CULTURE: Text(en="people and culture", de="Menschen und Kultur"),
    MilestoneKind.TECHNOLOGY: Text(en="technology", de="Technologie"),
}
