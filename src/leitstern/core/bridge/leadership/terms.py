"""What acts of leaders and decisions are distinguished by, with the words for it."""

from __future__ import annotations

from enum import StrEnum

from leitstern.core.texts import Text


class ActKind(StrEnum):
    """How leaders accompany a change."""

    DIALOGUE = "dialogue"
    VISIT = "visit"
    COACHING = "coaching"
    DECISION = "decision"
    HURDLE = "hurdle"


class Duty(StrEnum):
    """What nobody can do for the leaders of a company (source paper 001)."""

    VISION = "vision"
    SILOS = "silos"
    TOGETHER = "together"


class Work(StrEnum):
    """What takes up a leader's hours besides: change that is planned, or duties that run anyway."""

    CHANGE = "change"
    RUNNING = "running"


class Circle(StrEnum):
    """Who decides."""

    BOARD = "board"
    STEERING = "steering"
    DEPARTMENT = "department"


class Favour(StrEnum):
    """For whom it was decided, where the customer's interest and the company's were not the same."""

    SAME = "same"
    CUSTOMER = "customer"
    COMPANY = "company"
    BALANCED = "balanced"


class Proof(StrEnum):
    """What lay on the table when it was decided."""

    GAP = "gap"
    MEASURE = "measure"
    WAVE = "wave"
    FIGURE = "figure"
    VOICE = "voice"
    STORY = "story"
    CARD = "card"
    OTHER = "other"


OF_CUSTOMERS = frozenset({Proof.GAP, Proof.MEASURE, Proof.VOICE, Proof.STORY, Proof.CARD})

ACTS = {
    ActKind.DIALOGUE: Text(en="dialogue", de="Dialog"),
    ActKind.VISIT: Text(en="field visit", de="Besuch vor Ort"),
    ActKind.COACHING: Text(en="coaching", de="Coaching"),
    ActKind.DECISION: Text(en="decision", de="Entscheidung"),
    ActKind.HURDLE: Text(en="hurdle removed", de="Hürde beseitigt"),
}
DUTIES = {
    Duty.VISION: Text(en="developing a vision", de="Vision entwickeln"),
    Duty.SILOS: Text(en="breaking up silos", de="Silos aufbrechen"),
    Duty.TOGETHER: Text(
        en="bringing people and technology together", de="Menschen und Technologien zusammenbringen"
    ),
}
WORKS = {
    Work.CHANGE: Text(en="planned change", de="geplanter Wandel"),
    Work.RUNNING: Text(en="running duty", de="laufende Aufgabe"),
}
CIRCLES = {
    Circle.BOARD: Text(en="board", de="Vorstand"),
    Circle.STEERING: Text(en="steering committee", de="Lenkungskreis"),
    Circle.DEPARTMENT: Text(en="department", de="Bereich"),
}
FAVOURS = {
    Favour.SAME: Text(en="both wanted the same", de="beide wollten dasselbe"),
    Favour.CUSTOMER: Text(en="for the customer", de="für die Kundschaft"),
    Favour.COMPANY: Text(en="for the company", de="für das Unternehmen"),
    Favour.BALANCED: Text(en="a middle way", de="ein Mittelweg"),
}
PROOFS = {
    Proof.GAP: Text(
        en="what customers live at a touchpoint", de="was Kundinnen und Kunden an einem Kontaktpunkt erleben"
    ),
    Proof.MEASURE: Text(en="what came of a measure", de="was eine Maßnahme bewirkt hat"),
    Proof.WAVE: Text(en="a staff wave", de="eine Mitarbeiterwelle"),
    Proof.FIGURE: Text(en="a key figure", de="eine Kennzahl"),
    Proof.VOICE: Text(en="what customers said", de="was Kundinnen und Kunden gesagt haben"),
    Proof.STORY: Text(en="one customer's story", de="die Geschichte einer Kundin oder eines Kunden"),
    Proof.CARD: Text(en="a knowledge card", de="eine Wissenskarte"),
    Proof.OTHER: Text(en="something else", de="etwas anderes"),
}
