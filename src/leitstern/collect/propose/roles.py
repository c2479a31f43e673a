"""What a column can be for: the words of the form in which people correct a proposal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leitstern.core.texts import Text


class Role(StrEnum):
    """The part a column plays. The value is what a form sends."""

    CUSTOMER = "customer"
    JOURNEY = "journey"
    ROW = "row"
    TIME = "time"
    STEP = "step"
    TOUCHPOINT = "touchpoint"
    CHANNEL = "channel"
    DEPARTMENT = "department"
    DUE = "due"
    DONE = "done"
    NPS = "nps"
    CSAT = "csat"
    CES = "ces"
    RATING = "rating"
    COMMENT = "comment"
    LANGUAGE = "language"
    NUMBER = "number"
    IGNORE = "ignore"


LABELS: dict[Role, Text] = {
    Role.CUSTOMER: Text(en="Who the customer is", de="Wer die Kundin oder der Kunde ist"),
    Role.JOURNEY: Text(
        en="Which order or case it belongs to", de="Zu welchem Auftrag oder Vorgang es gehört"
    ),
    Role.ROW: Text(en="Number of this row", de="Nummer dieser Zeile"),
    Role.TIME: Text(en="When the contact took place", de="Wann der Kontakt stattfand"),
    Role.STEP: Text(en="When this step took place", de="Wann dieser Schritt stattfand"),
    Role.TOUCHPOINT: Text(en="Touchpoint", de="Kontaktpunkt"),
    Role.CHANNEL: Text(en="Channel", de="Kanal"),
    Role.DEPARTMENT: Text(en="Department", de="Bereich"),
    Role.DUE: Text(en="Until when it was promised", de="Bis wann es zugesagt war"),
    Role.DONE: Text(en="When it was really done", de="Wann es wirklich erledigt war"),
    Role.NPS: Text(en="Recommendation 0–10 (NPS)", de="Weiterempfehlung 0–10 (NPS)"),
    Role.CSAT: Text(en="Satisfaction (CSAT)", de="Zufriedenheit (CSAT)"),
    Role.CES: Text(en="How easy it was (CES)", de="Wie einfach es war (CES)"),
    Role.RATING: Text(en="Rating, stars", de="Bewertung, Sterne"),
    Role.COMMENT: Text(en="What the customer wrote", de="Was die Kundin oder der Kunde schrieb"),
    Role.LANGUAGE: Text(en="Language of the text", de="Sprache des Textes"),
    Role.NUMBER: Text(en="A number to keep with the contact", de="Eine Zahl, die beim Kontakt bleibt"),
    Role.IGNORE: Text(en="Leave out", de="Weglassen"),
}

SCORES = (Role.NPS, Role.CSAT, Role.CES, Role.RATING)
ONCE = (Role.CUSTOMER, Role.JOURNEY, Role.TIME, Role.TOUCHPOINT, Role.CHANNEL, Role.DEPARTMENT, Role.LANGUAGE)

SURE, LIKELY, GUESS = 0.95, 0.75, 0.5


@dataclass(frozen=True, slots=True)
class Claim:
    """A role a column could play, how sure that is (0–1) and why."""

    role: Role
    confidence: float
    reason: Text


@dataclass(frozen=True, slots=True)
class Choice:
    """The role proposed for a column, with a few of its values to look at."""

    column: str
    role: Role
    confidence: float
    reason: Text
    examples: tuple[str, ...]
