"""The decision log: every decision wherever it was taken, and how far customers reach into what is decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.bridge.leadership.terms import Favour
from leitstern.core.months import later
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.stats.survival import median
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from leitstern.core.bridge.leadership.terms import Circle
    from leitstern.core.stats.estimate import Measured

NONE_DECIDED = Missing(
    "nothing-decided",
    Text(en="nothing was decided in this time", de="in dieser Zeit wurde nichts entschieden"),
)
NO_INSIGHT = Missing(
    "no-insight",
    Text(
        en="of no decision it is known since when one knew",
        de="von keiner Entscheidung ist bekannt, seit wann man es wusste",
    ),
)
MOSTLY_OPEN = Missing(
    "mostly-open",
    Text(
        en="more than half of what one knows is not decided yet",
        de="mehr als die Hälfte dessen, was man weiß, ist noch nicht entschieden",
    ),
)
NOTHING_COLLECTED = Missing(
    "nothing-collected", Text(en="nothing is collected yet", de="noch wird nichts erhoben")
)


class Source(StrEnum):
    """Where a decision was taken and is kept."""

    DECISION = "decision"
    MEASURE = "measure"
    APPROVAL = "approval"


class State(StrEnum):
    """How far a decision is."""

    OPEN = "open"
    OVERDUE = "overdue"
    DECIDED = "decided"
    REVIEW_DUE = "review_due"
    REVERSED = "reversed"


SOURCES = {
    Source.DECISION: Text(en="decision", de="Entscheidung"),
    Source.MEASURE: Text(en="measure at a touchpoint", de="Maßnahme an einem Kontaktpunkt"),
    Source.APPROVAL: Text(en="approval of an initiative", de="Genehmigung einer Initiative"),
}
STATES = {
    State.OPEN: Text(en="open", de="offen"),
    State.OVERDUE: Text(en="overdue", de="überfällig"),
    State.DECIDED: Text(en="decided", de="entschieden"),
    State.REVIEW_DUE: Text(en="review is due", de="Überprüfung fällig"),
    State.REVERSED: Text(en="reversed", de="aufgehoben"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. `day` is when it was decided, None while it is open; `asked` when the question came up.

    `evidence`: whether customer evidence lay on the table; None where nobody was asked for it (approvals). `changed`: whether customers changed it; None where nobody
    was asked to say so (measures and approvals). `nothing`: doing nothing was decided. `review` is when somebody looks
    again; `reviewed` when somebody last did. `insight` is the day since when one knew.
    """

    source: Source
    key: int
    asked: date
    question: str
    decided: str = ""
    day: date | None = None
    circle: Circle | None = None
    unit: str = ""
    office: str = ""
    deadline: date | None = None
    review: date | None = None
    reviewed: date | None = None
    evidence: bool | None = None
    changed: bool | None = None
    nothing: bool = False
    favour: Favour | None = None
    insight: date | None = None
    reversed_on: date | None = None

    def state(self, today: date) -> State:
        """How far it is on a day."""
        if self.reversed_on:
            return State.REVERSED
        if self.day is None:
            return State.OVERDUE if self.deadline and self.deadline < today else State.OPEN
        return State.REVIEW_DUE if self.review and self.review < today else State.DECIDED


def decided_in(entries: Iterable[Entry], first: date, months: int = 3) -> tuple[Entry, ...]:
    """What was decided in a period of so many months, whatever became of it."""
    end = later(first, months)
    return tuple(each for each in entries if each.day and first <= each.day < end)


def share(entries: Iterable[Entry], of: Callable[[Entry], bool], as_of: date) -> Measured:
    """The share of decisions of which something is true, Wilson's interval; n counts decisions."""
    found = [of(each) for each in entries]
    if not found:
        return NONE_DECIDED
    value = sum(found) / len(found)
    return Estimate(value, *wilson(value, len(found)), len(found), as_of=as_of)


def changed_by_customers(entries: Iterable[Entry], as_of: date) -> Measured:
    """Of decisions of which somebody said so either way."""
    return share((e for e in entries if e.changed is not None), lambda each: bool(each.changed), as_of)


def for_customers(entries: Iterable[Entry], as_of: date) -> Measured:
    """Where interests differed, how often it was decided for the customer."""
    torn = (each for each in entries if each.favour not in {None, Favour.SAME})
    return share(torn, lambda each: each.favour is Favour.CUSTOMER, as_of)


def with_evidence(entries: Iterable[Entry], as_of: date) -> Measured:
    """How often customer evidence lay on the table."""
    asked = (each for each in entries if each.evidence is not None)
    return share(asked, lambda each: bool(each.evidence), as_of)


def without_review(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Decided, and nobody plans to look again or ever has."""
    return tuple(
        each
        for each in entries
        if each.day and not each.reversed_on and not each.review and not each.reviewed
    )


def lead_time(entries: Iterable[Entry], as_of: date) -> Measured:
    """Median days from insight to decision (`core.stats.survival.median`); n counts questions, open ones included.

    A question still open took at least as long as it has been known by `as_of`.
    """
    known = [each for each in entries if each.insight]
    over = [float((each.day - each.insight).days) for each in known if each.day and each.insight]
    running = [float((as_of - each.insight).days) for each in waiting(known) if each.insight]
    found = median(over, running)
    if found is None:
        return MOSTLY_OPEN if known else NO_INSIGHT
    return Estimate(*found, len(over) + len(running), as_of=as_of)


def waiting(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """One knows, and nothing is decided, the longest waiting first."""
    found = [each for each in entries if each.insight and each.day is None and not each.reversed_on]
    return tuple(sorted(found, key=lambda each: each.insight or each.asked))


def led_to_decisions(collected: Sequence[str], decided: Iterable[str], as_of: date) -> Measured:
    """Of everything that is measured, the share that led to a decision; counted, so its interval is itself."""
    if not collected:
        return NOTHING_COLLECTED
    value = len(set(collected) & set(decided)) / len(collected)
    return Estimate(value, value, value, len(collected), as_of=as_of)
