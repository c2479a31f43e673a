"""What a card can rest on, where it stands, and what a draft needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.bridge.draft import Problem
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

LONGEST, LONGEST_REASON = 300, 2_000
FEWEST_SOURCES = 2


class Kind(StrEnum):
    """What a source of a card is."""

    LIVED = "lived"
    VIEW = "view"
    WORDS = "words"
    REASON = "reason"
    FIGURE = "figure"
    CLAIM = "claim"
    DECISION = "decision"
    OUTSIDE = "outside"


OF_CUSTOMERS = frozenset({Kind.LIVED, Kind.VIEW, Kind.WORDS, Kind.REASON})


class State(StrEnum):
    """Where a card stands; what needs somebody comes first."""

    WAITING = "waiting"
    SENT_BACK = "sent_back"
    UNFINISHED = "unfinished"
    CONFIRMED = "confirmed"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


KINDS = {
    Kind.LIVED: Text(en="what customers live", de="was Kundinnen und Kunden erleben"),
    Kind.VIEW: Text(en="a view of journeys", de="eine Ansicht von Reisen"),
    Kind.WORDS: Text(en="customers' words", de="Worte von Kundinnen und Kunden"),
    Kind.REASON: Text(en="a visible reason", de="ein sichtbarer Grund"),
    Kind.FIGURE: Text(en="a key figure", de="eine Kennzahl"),
    Kind.CLAIM: Text(en="a published figure", de="eine veröffentlichte Zahl"),
    Kind.DECISION: Text(en="a decision", de="eine Entscheidung"),
    Kind.OUTSIDE: Text(en="an outside source", de="eine Quelle von außen"),
}
STATES = {
    State.WAITING: Text(en="waits for a decision", de="wartet auf eine Entscheidung"),
    State.SENT_BACK: Text(en="sent back", de="zurückgegeben"),
    State.UNFINISHED: Text(en="needs more sources", de="braucht weitere Quellen"),
    State.CONFIRMED: Text(en="confirmed", de="bestätigt"),
    State.EXPIRED: Text(en="no longer valid", de="nicht mehr gültig"),
    State.WITHDRAWN: Text(en="withdrawn", de="zurückgezogen"),
}
NO_SENTENCE = Text(
    en="Say in one sentence of at most {most} signs what we know about customers.",
    de="Sagen Sie in einem Satz mit höchstens {most} Zeichen, was wir über Kundinnen und Kunden wissen.",
).fill(most=LONGEST)
NOT_AHEAD = Text(
    en="Choose a day still to come until which it is valid.",
    de="Wählen Sie einen künftigen Tag, bis zu dem es gilt.",
)


@dataclass(frozen=True, slots=True)
class CardDraft:
    """What an analyst says: one piece of knowledge, and until when it may be used."""

    sentence: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Course:
    """What happened to a card, as days and moments that can be compared."""

    until: date
    sources: int  # that stand
    confirmed: bool | None = None  # by the newest ruling
    changed_since: bool = False  # sentence or sources, since that ruling
    withdrawn: bool = False

    def state(self, today: date) -> State:
        """Where it stands."""
        if self.withdrawn:
            return State.WITHDRAWN
        if self.confirmed:
            return State.CONFIRMED if today <= self.until else State.EXPIRED
        if self.confirmed is False and not self.changed_since:
            return State.SENT_BACK
        return State.WAITING if self.sources >= FEWEST_SOURCES else State.UNFINISHED


def card_problems(draft: CardDraft, today: date) -> tuple[Problem, ...]:
    """What is missing in a draft."""
    found = []
    if not draft.sentence.strip() or len(draft.sentence.strip()) > LONGEST:
        found.append(Problem("sentence", NO_SENTENCE))
    if draft.until is None or draft.until <= today:
        found.append(Problem("until", NOT_AHEAD))
    return tuple(found)
