"""Acts, meetings, hours and decisions as somebody fills them in, and what is missing or wrong; all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.leadership.terms import ActKind, Circle, Favour, Work
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.bridge.leadership.terms import Duty

LINE, LONGEST, MOST_HOURS, MOST_MINUTES = 300, 10_000, 744, 6_000
NEEDED = Text(en="This is needed.", de="Bitte füllen Sie dieses Feld aus.")
TOO_LONG = Text(en="At most {most} signs, please.", de="Bitte höchstens {most} Zeichen.")
FUTURE = Text(
    en="This day lies in the future; enter it once it is over.",
    de="Dieser Tag liegt in der Zukunft; tragen Sie es ein, wenn er vorbei ist.",
)
MORE_THAN_ALL = Text(
    en="{customers} minutes on customers are more than the meeting had ({minutes}).",
    de="{customers} Minuten für Kundinnen und Kunden sind mehr, als die Sitzung hatte ({minutes}).",
)
NO_MINUTES = Text(
    en="A meeting lasts from 1 to {most} minutes.", de="Eine Sitzung dauert 1 bis {most} Minuten."
)
NO_HOURS = Text(
    en="Hours a month lie between 0 and {most}.", de="Stunden im Monat liegen zwischen 0 und {most}."
)
NO_TIME = Text(
    en="It takes more than 0 and at most {most} hours a month.",
    de="Es braucht mehr als 0 und höchstens {most} Stunden im Monat.",
)
NO_VISITS = Text(en="Visits a quarter: from 0 to 90.", de="Besuche im Quartal: von 0 bis 90.")
BACKWARDS = Text(en="The end lies before the beginning.", de="Das Ende liegt vor dem Anfang.")
NO_UNIT = Text(en="Which department decides it?", de="Welcher Bereich entscheidet es?")
NO_REASON = Text(
    en="No customer evidence lay on the table. Say why, or add some first.",
    de="Es lag kein Beleg von Kundinnen und Kunden auf dem Tisch. Sagen Sie, warum, oder fügen Sie erst einen hinzu.",
)
NOT_OTHERWISE = Text(
    en="What would have been decided without customers?",
    de="Was wäre ohne die Kundinnen und Kunden entschieden worden?",
)
CHANGED_BY_NOTHING = Text(
    en="Customers cannot have changed it while no evidence of theirs is attached.",
    de="Kundinnen und Kunden können es nicht geändert haben, solange kein Beleg von ihnen dabei ist.",
)
REVIEW_EARLY = Text(
    en="The day to look again comes after the decision.",
    de="Der Tag, an dem noch einmal hingesehen wird, kommt nach der Entscheidung.",
)
BEFORE_ASKED = Text(
    en="It cannot have been decided before the question came up.",
    de="Es kann nicht entschieden worden sein, bevor die Frage aufkam.",
)


@dataclass(frozen=True, slots=True)
class ActDraft:
    """One accompanying act; see `acts.Act`."""

    day: date
    kind: ActKind
    area: str
    said: str
    place: str = ""
    seen: str = ""
    follow_up: str = ""
    duty: Duty | None = None


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """One meeting of the board or the steering committee: its minutes, those on customers, and what came of them."""

    day: date
    minutes: int
    customers: int
    circle: Circle = Circle.BOARD
    decided: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class CapacityDraft:
    """What a board area declares: hours a month for leading the change, and field visits a quarter (None = not agreed)."""

    area: str
    hours: float
    visits: int | None = None


@dataclass(frozen=True, slots=True)
class CommitmentDraft:
    """Something that takes hours of a board area; see `capacity.Commitment`."""

    area: str
    title: str
    hours: float
    work: Work
    since: date
    until: date | None = None
    droppable: bool = False


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """What is to be decided. `options` are the ways besides doing nothing, which is always one."""

    question: str
    circle: Circle
    asked: date
    office: str = ""
    unit: str = ""
    deadline: date | None = None
    insight: date | None = None
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VerdictDraft:
    """What was decided. `nothing`: doing nothing was. `reason` is why no customer evidence lay on the table."""

    day: date
    decided: str
    changed: bool
    nothing: bool = False
    otherwise: str = ""
    reason: str = ""
    favour: Favour | None = None
    review: date | None = None


def act_problems(draft: ActDraft, today: date) -> tuple[Problem, ...]:
    """Of an act."""
    return (
        *_lines(draft, said=LINE),
        *_words(draft, "seen", "follow_up"),
        *_lengths(draft, place=160),
        *_over(draft.day, "day", today),
    )


def meeting_problems(draft: MeetingDraft, today: date) -> tuple[Problem, ...]:
    """Of a meeting."""
    found = [*_over(draft.day, "day", today), *_words(draft, "decided", "evidence")]
    if not 1 <= draft.minutes <= MOST_MINUTES:
        found.append(Problem("minutes", NO_MINUTES.fill(most=MOST_MINUTES)))
    if draft.customers < 0:
        found.append(Problem("customers", NEEDED))
    if draft.customers > draft.minutes:
        said = MORE_THAN_ALL.fill(customers=draft.customers, minutes=draft.minutes)
        found.append(Problem("customers", said))
    return tuple(found)


def capacity_problems(draft: CapacityDraft) -> tuple[Problem, ...]:
    """Of declared hours and visits."""
    found = []
    if not 0 <= draft.hours <= MOST_HOURS:
        found.append(Problem("hours", NO_HOURS.fill(most=MOST_HOURS)))
    if draft.visits is not None and not 0 <= draft.visits <= 90:
        found.append(Problem("visits", NO_VISITS))
    return tuple(found)


def commitment_problems(draft: CommitmentDraft) -> tuple[Problem, ...]:
    """Of something that takes hours."""
    found = [*_lines(draft, title=200)]
    if not 0 < draft.hours <= MOST_HOURS:
        found.append(Problem("hours", NO_TIME.fill(most=MOST_HOURS)))
    if draft.until is not None and draft.until < draft.since:
        found.append(Problem("until", BACKWARDS))
    return tuple(found)


def question_problems(draft: QuestionDraft, today: date) -> tuple[Problem, ...]:
    """Of a decision that is asked for."""
    found = [*_lines(draft, question=LINE), *_lengths(draft, office=120), *_over(draft.asked, "asked", today)]
    if draft.circle is Circle.DEPARTMENT and not draft.unit:
        found.append(Problem("unit", NO_UNIT))
    if draft.insight is not None:
        found += _over(draft.insight, "insight", today)
    if any(len(each) > LINE for each in draft.options):
        found.append(Problem("options", TOO_LONG.fill(most=LINE)))
    return tuple(found)


def verdict_problems(
    draft: VerdictDraft, asked: date, today: date, *, customers: bool
) -> tuple[Problem, ...]:
    """Of what was decided; `customers`: whether evidence of theirs is attached."""
    found = [
        *_over(draft.day, "day", today),
        *_lengths(draft, decided=LONGEST),
        *_words(draft, "reason", "otherwise"),
    ]
    if not draft.decided.strip():
        found.append(Problem("decided", NEEDED))
    if draft.day < asked:
        found.append(Problem("day", BEFORE_ASKED))
    if not customers and not draft.reason.strip():
        found.append(Problem("reason", NO_REASON))
    if draft.changed and not customers:
        found.append(Problem("changed", CHANGED_BY_NOTHING))
    if draft.changed and not draft.otherwise.strip():
        found.append(Problem("otherwise", NOT_OTHERWISE))
    if draft.review is not None and draft.review <= draft.day:
        found.append(Problem("review", REVIEW_EARLY))
    return tuple(found)


def _lines(draft: object, **most: int) -> list[Problem]:
    """Fields that have to say something, in so many signs."""
    empty = [Problem(name, NEEDED) for name in most if not getattr(draft, name).strip()]
    return [*empty, *_lengths(draft, **most)]


def _words(draft: object, *names: str) -> list[Problem]:
    return _lengths(draft, **dict.fromkeys(names, LONGEST))


def _lengths(draft: object, **most: int) -> list[Problem]:
    return [
        Problem(name, TOO_LONG.fill(most=longest))
        for name, longest in most.items()
        if len(getattr(draft, name)) > longest
    ]


def _over(day: date, name: str, today: date) -> list[Problem]:
    return [Problem(name, FUTURE)] if day > today else []
