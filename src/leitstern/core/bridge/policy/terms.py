"""The words of the contact policy: what a rule demands, after what, for what a contact is there, and how personal it is."""

from __future__ import annotations

from enum import StrEnum

from leitstern.core.texts import Text


class Duty(StrEnum):
    """What a rule says of a contact after an occasion."""

    MUST = "must"
    MAY = "may"
    MUST_NOT = "must_not"


class OccasionKind(StrEnum):
    """What happens first: a customer is at a touchpoint, or reaches a milestone."""

    TOUCHPOINT = "touchpoint"
    MILESTONE = "milestone"


class Purpose(StrEnum):
    """For what a contact is there."""

    INFORM = "inform"
    HELP = "help"
    ADVISE = "advise"
    SELL = "sell"
    THANK = "thank"
    ASK = "ask"


class Personal(StrEnum):
    """How personal a contact is made."""

    NONE = "none"
    SEGMENT = "segment"
    INDIVIDUAL = "individual"


DUTIES = {
    Duty.MUST: Text(en="must follow", de="muss folgen"),
    Duty.MAY: Text(en="may follow", de="darf folgen"),
    Duty.MUST_NOT: Text(en="must not follow", de="darf nicht folgen"),
}
PURPOSES = {
    Purpose.INFORM: Text(en="inform", de="informieren"),
    Purpose.HELP: Text(en="help", de="helfen"),
    Purpose.ADVISE: Text(en="advise", de="beraten"),
    Purpose.SELL: Text(en="offer something", de="etwas anbieten"),
    Purpose.THANK: Text(en="thank and congratulate", de="danken und gratulieren"),
    Purpose.ASK: Text(en="ask how it was", de="nach dem Erleben fragen"),
}
PERSONAL = {
    Personal.NONE: Text(en="not personal", de="nicht persönlich"),
    Personal.SEGMENT: Text(en="by segment", de="nach Segment"),
    Personal.INDIVIDUAL: Text(en="individual", de="individuell"),
}
