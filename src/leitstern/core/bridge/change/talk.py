"""The communication calendar: who hears what, from whom, when and how, and who hears it too late or never."""

from __future__ import annotations

from calendar import Calendar
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from leitstern.core.bridge.change.brief import RoleKey


class Channel(StrEnum):
    """How something is said."""

    CONVERSATION = "conversation"
    TEAM = "team"
    ASSEMBLY = "assembly"
    TRAINING = "training"
    VIDEO = "video"
    MAIL = "mail"
    INTRANET = "intranet"
    PAPER = "paper"


CHANNELS: dict[Channel, Text] = {
    Channel.CONVERSATION: Text(en="conversation", de="Gespräch"),
    Channel.TEAM: Text(en="team meeting", de="Teamrunde"),
    Channel.ASSEMBLY: Text(en="staff assembly", de="Versammlung"),
    Channel.TRAINING: Text(en="training", de="Schulung"),
    Channel.VIDEO: Text(en="video", de="Video"),
    Channel.MAIL: Text(en="mail", de="E-Mail"),
    Channel.INTRANET: Text(en="intranet", de="Intranet"),
    Channel.PAPER: Text(en="paper", de="Papier"),
}
BOTH_WAYS = frozenset({Channel.CONVERSATION, Channel.TEAM, Channel.TRAINING})  # people can answer


class Answer(StrEnum):
    """Which of the four answers of a brief is said."""

    WHY = "why"
    WORK = "work"
    PRINCIPLES = "principles"
    STOP = "stop"
    ALL = "all"


ANSWERS: dict[Answer, Text] = {
    Answer.ALL: Text(en="all four answers", de="alle vier Antworten"),
    Answer.WHY: Text(en="why we do this", de="warum wir das machen"),
    Answer.WORK: Text(en="what it means for daily work", de="was es für die tägliche Arbeit heißt"),
    Answer.PRINCIPLES: Text(en="which principles apply", de="welche Prinzipien gelten"),
    Answer.STOP: Text(en="what we stop", de="was wir lassen"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is said to roles or whole departments on a day; `done` once somebody ticked it off."""

    key: int
    title: str
    day: date
    channel: Channel
    who: str
    roles: tuple[RoleKey, ...] = ()
    units: tuple[str, ...] = ()
    initiative: int | None = None
    done: date | None = None

    def reaches(self, role: RoleKey) -> bool:
        """Whether a role is told: by itself, or with its whole department."""
        return (role.unit != "" and role.unit in self.units) or any(each.matches(role) for each in self.roles)

    def overdue(self, today: date) -> bool:
        """Whether its day has passed and nobody ticked it off."""
        return self.done is None and self.day < today


@dataclass(frozen=True, slots=True)
class Planned:
    """One change: whom it affects, and from which day on it applies."""

    key: int
    title: str
    affected: tuple[RoleKey, ...]
    valid_from: date | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Somebody who hears too late, never, or only one way."""

    code: str
    initiative: int
    text: Text


NEVER = Text(
    en="“{role}” is affected by “{title}” and stands in no entry of the calendar.",
    de="„{role}“ ist von „{title}“ betroffen und kommt im Kalender nicht vor.",
)
TOO_LATE = Text(
    en="“{role}” first hears of “{title}” on {heard}, {days} days after it applies.",
    de="„{role}“ erfährt von „{title}“ erst am {heard}, {days} Tage nachdem es gilt.",
)
ONE_DAY_LATE = Text(
    en="“{role}” first hears of “{title}” on {heard}, a day after it applies.",
    de="„{role}“ erfährt von „{title}“ erst am {heard}, einen Tag nachdem es gilt.",
)
ONE_WAY = Text(
    en="“{role}” only gets something to read or hear about “{title}”; there is no conversation in which anybody could ask.",
    de="„{role}“ bekommt zu „{title}“ nur etwas zu lesen oder zu hören; es gibt kein Gespräch, in dem man fragen könnte.",
)
OVERDUE = Text(
    en="“{item}” was planned for {day} and is not ticked off.",
    de="„{item}“ war für den {day} geplant und ist nicht abgehakt.",
)
NOTHING_PLANNED = Text(
    en="The calendar is empty: nobody is planned to hear anything.",
    de="Der Kalender ist leer: Noch ist nicht geplant, wer was erfährt.",
)
NO_GAP = Text(
    en="Everybody affected hears it in time, and can ask.",
    de="Alle Betroffenen erfahren es rechtzeitig und können fragen.",
)
ONE_GAP = Text(
    en="One thing in the calendar is missing or late.", de="Im Kalender fehlt etwas oder kommt zu spät."
)
GAPS = Text(
    en="{n} things in the calendar are missing or late.",
    de="An {n} Stellen fehlt im Kalender etwas oder kommt zu spät.",
)


def gaps(changes: Iterable[Planned], items: Sequence[Item], today: date) -> tuple[Gap, ...]:
    """Everything to remark, the worst first: late, never, one way, overdue."""
    about: dict[int | None, list[Item]] = {}
    for each in items:
        about.setdefault(each.initiative, []).append(each)
    general = about.get(None, [])
    found = [gap for change in changes for gap in _of(change, [*general, *about.get(change.key, ())])]
    late = (each for each in items if each.overdue(today))
    found += [
        Gap("overdue", each.initiative or 0, OVERDUE.fill(item=each.title, day=said(each.day)))
        for each in late
    ]
    order = ("late", "never", "one-way", "overdue")
    return tuple(sorted(found, key=lambda gap: order.index(gap.code)))


def _of(change: Planned, own: Sequence[Item]) -> Iterator[Gap]:
    for role in change.affected:
        heard = [each for each in own if each.reaches(role)]
        words = {"role": role.name, "title": change.title}
        if not heard:
            yield Gap("never", change.key, NEVER.fill(**words))
            continue
        first = min((each.done or each.day) for each in heard)
        if change.valid_from and first > change.valid_from:
            days = (first - change.valid_from).days
            frame = ONE_DAY_LATE if days == 1 else TOO_LATE
            yield Gap("late", change.key, frame.fill(**words, heard=said(first), days=days))
        if not any(each.channel in BOTH_WAYS for each in heard):
            yield Gap("one-way", change.key, ONE_WAY.fill(**words))


def sentence(items: Sequence[Item], found: Sequence[Gap]) -> Text:
    """The finding."""
    if not items:
        return NOTHING_PLANNED
    if not found:
        return NO_GAP
    return ONE_GAP if len(found) == 1 else GAPS.fill(n=len(found))


def month(items: Iterable[Item], first: date) -> list[list[tuple[date, tuple[Item, ...]]]]:
    """The weeks of the month that `first` begins, Monday to Sunday, each day with what is said on it."""
    by_day: dict[date, list[Item]] = {}
    for each in items:
        by_day.setdefault(each.day, []).append(each)
    return [
        [(day, tuple(by_day.get(day, ()))) for day in week]
        for week in Calendar().monthdatescalendar(first.year, first.month)
    ]


def said(day: date) -> Text:
    """A day inside a sentence."""
    return Text(en=f"{day:%-d %B %Y}", de=f"{day:%d.%m.%Y}")
