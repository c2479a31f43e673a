"""Who answers for something and is no longer there: said so in the register, or their account was closed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from unicodedata import normalize

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date


class Subject(StrEnum):
    """What somebody answers for by name."""

    GOAL = "goal"
    INITIATIVE = "initiative"
    SPONSORED = "sponsored"
    PEOPLE_MEASURE = "people_measure"
    TASK = "task"
    HURDLE = "hurdle"
    BET = "bet"
    DECISION = "decision"
    MEASURE = "measure"
    AGREEMENT = "agreement"
    PRINCIPLE = "principle"
    STOPPED = "stopped"
    PILOT = "pilot"
    CONTACT_RULE = "contact_rule"
    PERSONAL = "personal"
    PRIORITY = "priority"
    TARGET = "target"
    BOUNDARY = "boundary"
    MESSAGE = "message"
    APPLICATION = "application"
    CAPABILITY = "capability"


SUBJECTS = {
    Subject.GOAL: Text(en="goal", de="Ziel"),
    Subject.INITIATIVE: Text(en="initiative", de="Initiative"),
    Subject.SPONSORED: Text(en="initiative, on the board", de="Initiative, im Vorstand"),
    Subject.PEOPLE_MEASURE: Text(
        en="measure for those who will work with it", de="Maßnahme für die Menschen, die damit arbeiten"
    ),
    Subject.TASK: Text(en="task", de="Aufgabe"),
    Subject.HURDLE: Text(en="hurdle", de="Hürde"),
    Subject.BET: Text(en="bet", de="Wette"),
    Subject.DECISION: Text(en="open decision", de="offene Entscheidung"),
    Subject.MEASURE: Text(en="measure", de="Maßnahme"),
    Subject.AGREEMENT: Text(en="agreement of a retrospective", de="Vereinbarung aus einer Rückschau"),
    Subject.PRINCIPLE: Text(en="principle", de="Prinzip"),
    Subject.STOPPED: Text(en="on the stop list", de="auf der Stoppliste"),
    Subject.PILOT: Text(en="pilot", de="Pilot"),
    Subject.CONTACT_RULE: Text(en="contact rule", de="Kontaktregel"),
    Subject.PERSONAL: Text(en="how personal we are", de="wie persönlich wir werden"),
    Subject.PRIORITY: Text(
        en="what goes first in a conflict of aims", de="was in einem Zielkonflikt vorgeht"
    ),
    Subject.TARGET: Text(en="target for rewards", de="Ziel für die Vergütung"),
    Subject.BOUNDARY: Text(en="what employees need not accept", de="was Beschäftigte nicht hinnehmen müssen"),
    Subject.MESSAGE: Text(en="in the communication calendar", de="im Kommunikationskalender"),
    Subject.APPLICATION: Text(en="application", de="Anwendung"),
    Subject.CAPABILITY: Text(en="capability", de="Fähigkeit"),
}
NOBODY = Text(
    en="Everybody who answers for something is still there.",
    de="Alle, die für etwas einstehen, sind noch da.",
)
ONE = Text(
    en="1 thing is answered for by somebody who has left.",
    de="Für 1 Sache steht jemand ein, der nicht mehr da ist.",
)
SEVERAL = Text(
    en="{n} things are answered for by people who have left: {people}.",
    de="Für {n} Sachen stehen Menschen ein, die nicht mehr da sind: {people}.",
)
ALL_NAMED = 3  # people the sentence names; more are counted
AND_OTHERS = Text(en="{named} and {n} more", de="{named} und {n} weitere")


@dataclass(frozen=True, slots=True)
class Held:
    """A thing and who answers for it, as was written. `key` is what its page is asked for by."""

    subject: Subject
    key: str
    name: Text
    who: str


@dataclass(frozen=True, slots=True)
class Left:
    """A thing whose person is no longer there: since a day that was said, or because their account was closed."""

    held: Held
    since: date | None


@dataclass(frozen=True, slots=True)
class There:
    """Who has left since when, and whose accounts are closed and open, by name."""

    left: Mapping[str, date]
    closed: Collection[str] = ()
    open: Collection[str] = ()


def who_left(things: Iterable[Held], there: There, today: date) -> tuple[Left, ...]:
    """What somebody answers for who is no longer there, person by person.

    An account means somebody when its whole name stands in what was written, office and title aside. Where an open
    account is called the same, nobody can say who was meant: then nobody is said to have left.
    """
    since = {folded(name): day for name, day in there.left.items() if day <= today}
    found = []
    for each in things:
        who = folded(each.who)
        if who in since:
            found.append(Left(each, since[who]))
        elif _means(who, there.closed) and not _means(who, there.open):
            found.append(Left(each, None))
    order = list(Subject)
    return tuple(
        sorted(found, key=lambda one: (folded(one.held.who), order.index(one.held.subject), one.held.name.en))
    )


def held_by(things: Iterable[Held], name: str) -> tuple[Held, ...]:
    """What one person answers for."""
    order = list(Subject)
    found = (each for each in things if _means(folded(each.who), (name,)))
    return tuple(sorted(found, key=lambda each: (order.index(each.subject), each.name.en)))


def sentence(found: Collection[Left]) -> Text:
    """How many things, and whose."""
    if len(found) < 2:
        return ONE if found else NOBODY
    people = list(dict.fromkeys(each.held.who for each in found))
    named = ", ".join(people[:ALL_NAMED])
    if len(people) > ALL_NAMED:
        return SEVERAL.fill(n=len(found), people=AND_OTHERS.fill(named=named, n=len(people) - ALL_NAMED))
    return SEVERAL.fill(n=len(found), people=named)


def folded(name: str) -> str:
    """A name as it is compared: signs, spaces and capitals aside."""
    return " ".join(re.findall(r"\w+", normalize("NFKC", name).casefold()))


def _means(who: str, accounts: Iterable[str]) -> bool:
    """Whether what was written means one of these accounts. A name of one word means only exactly that."""
    return any(
        account and (account == who or (" " in account and f" {account} " in f" {who} "))
        for account in map(folded, accounts)
    )
