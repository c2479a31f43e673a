"""Looking back together: what a retrospective agreed on, and what became of it. Agreements are counted, never persons.

Source: Bingemer, Ohlwein, "Mit Customer Experience Management die Digitalisierung meistern", step 7: to readjust
regularly keeps people from falling back into old models. What nobody follows up was not agreed on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.practice.drafts import BACKWARDS, LONGEST, LONGEST_WORDS, lacking, too_long
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

OFTEN = 2  # times an agreement is put off before it is said


class Became(StrEnum):
    """What can happen to an agreement."""

    DONE = "done"
    DROPPED = "dropped"
    POSTPONED = "postponed"
    HANDED_ON = "handed_on"


class Going(StrEnum):
    """Where an agreement stands on a day."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    DROPPED = "dropped"


BECAME = {
    Became.DONE: Text(en="carried out", de="umgesetzt"),
    Became.DROPPED: Text(en="dropped, with a reason", de="fallen gelassen, mit Begründung"),
    Became.POSTPONED: Text(en="put off to another day", de="auf einen anderen Tag verschoben"),
    Became.HANDED_ON: Text(en="handed on to somebody else", de="an jemand anderen übergeben"),
}
GOING = {
    Going.OPEN: Text(en="under way", de="läuft"),
    Going.OVERDUE: Text(en="overdue", de="überfällig"),
    Going.DONE: Text(en="carried out", de="umgesetzt"),
    Going.DROPPED: Text(en="dropped", de="fallen gelassen"),
}
NOTHING_DUE = Missing(
    "nothing-due",
    Text(en="nothing agreed on has been due yet", de="noch war nichts fällig, was vereinbart wurde"),
)
NOT_LATER = Text(
    en="To put it off, choose a day later than the one it is due on now.",
    de="Zum Verschieben wählen Sie bitte einen späteren Tag als den, an dem es jetzt fällig ist.",
)
NOBODY_YET = Text(en="Nobody has looked back together yet.", de="Noch hat niemand gemeinsam zurückgeblickt.")
NOTHING_AGREED = Text(
    en="People looked back together, and nothing was agreed on.",
    de="Es wurde gemeinsam zurückgeblickt, aber nichts vereinbart.",
)
UNDER_WAY = (
    Text(
        en="One agreement from retrospectives is under way; it is not due yet.",
        de="Eine Vereinbarung aus Rückblicken läuft; fällig ist sie noch nicht.",
    ),
    Text(
        en="{n} agreements from retrospectives are under way; none is due yet.",
        de="{n} Vereinbarungen aus Rückblicken laufen; fällig ist noch keine.",
    ),
)
CARRIED_OUT = (
    Text(
        en="{done} of {n} agreements from retrospectives that were due has been carried out.",
        de="{done} von {n} fälligen Vereinbarungen aus Rückblicken wurde umgesetzt.",
    ),
    Text(
        en="{done} of {n} agreements from retrospectives that were due have been carried out.",
        de="{done} von {n} fälligen Vereinbarungen aus Rückblicken wurden umgesetzt.",
    ),
)
LATE = (
    Text(en=" One is overdue, for {days} days.", de=" Eine ist überfällig, seit {days} Tagen."),
    Text(
        en=" {n} are overdue, the oldest for {days} days.",
        de=" {n} sind überfällig, die älteste seit {days} Tagen.",
    ),
)
UNOWNED = (
    Text(en=" For one nobody is there to answer.", de=" Für eine steht niemand gerade."),
    Text(en=" For {n} nobody is there to answer.", de=" Für {n} steht niemand gerade."),
)
PUT_OFF = (
    Text(
        en=" One of the open ones keeps being put off.", de=" Eine der offenen wird immer wieder verschoben."
    ),
    Text(
        en=" {n} of the open ones keep being put off.", de=" {n} der offenen werden immer wieder verschoben."
    ),
)


@dataclass(frozen=True, slots=True)
class RetrospectiveDraft:
    """A retrospective; without `unit` the whole company looked back. `occasion`: after what, if after anything."""

    title: str
    day: date | None
    seen: str
    unit: str = ""
    occasion: str = ""


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """What is to be done, by whom and until when."""

    what: str
    owner: str
    due: date | None


@dataclass(frozen=True, slots=True)
class NewsDraft:
    """What became of an agreement, in words. `until` where it is put off, `owner` where it is handed on."""

    how: Became
    day: date | None
    words: str = ""
    until: date | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened to an agreement, in the order in which it was entered."""

    how: Became
    day: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement as far as following it up goes. `owned` is false where nobody was named or the owner has left."""

    due: date
    owned: bool = True
    news: tuple[News, ...] = ()

    def due_at(self, day: date) -> date:
        """The day it is due, as it stood on a day."""
        later = [each.until for each in self._until(day) if each.how is Became.POSTPONED and each.until]
        return later[-1] if later else self.due

    def postponed(self, day: date) -> int:
        """How often it was put off until a day."""
        return sum(each.how is Became.POSTPONED for each in self._until(day))

    def state(self, day: date) -> Going:
        """Where it stood on a day; on the day it is due it is not late yet."""
        ends = {Became.DONE: Going.DONE, Became.DROPPED: Going.DROPPED}
        ended = [ends[each.how] for each in self._until(day) if each.how in ends]
        if ended:
            return ended[-1]
        return Going.OVERDUE if self.due_at(day) < day else Going.OPEN

    def late(self, day: date) -> int:
        """Days it is overdue; 0 otherwise."""
        return (day - self.due_at(day)).days if self.state(day) is Going.OVERDUE else 0

    def _until(self, day: date) -> list[News]:
        return [each for each in self.news if each.day <= day]


def carried_out(agreed: Sequence[Agreement], day: date) -> Measured:
    """Of what was due or has ended, the share carried out; what was dropped was not. Wilson's interval."""
    states = [each.state(day) for each in agreed]
    n = sum(state is not Going.OPEN for state in states)
    if not n:
        return NOTHING_DUE
    share = states.count(Going.DONE) / n
    low, high = wilson(share, n)
    return Estimate(share, low, high, n, grade="stated", as_of=day)


def how_it_goes(agreed: Sequence[Agreement], looked_back: int, day: date) -> Text:
    """In one breath: carried out, overdue, owned, put off. `looked_back`: how many retrospectives there were."""
    if not agreed:
        return NOTHING_AGREED if looked_back else NOBODY_YET
    states = [each.state(day) for each in agreed]
    running = [
        each for each, state in zip(agreed, states, strict=True) if state in (Going.OPEN, Going.OVERDUE)
    ]
    ended = len(states) - states.count(Going.OPEN)
    if ended:
        done = states.count(Going.DONE)
        said = [CARRIED_OUT[done != 1].fill(done=done, n=ended)]
    else:
        said = [UNDER_WAY[len(states) > 1].fill(n=len(states))]
    if late := [each.late(day) for each in running if each.late(day)]:
        said.append(LATE[len(late) > 1].fill(n=len(late), days=max(late)))
    said += [
        words[n > 1].fill(n=n)
        for words, n in (
            (UNOWNED, sum(not each.owned for each in running)),
            (PUT_OFF, sum(each.postponed(day) >= OFTEN for each in running)),
        )
        if n
    ]
    return Text("".join(each.en for each in said), "".join(each.de for each in said))


def retrospective_problems(draft: RetrospectiveDraft) -> tuple[Problem, ...]:
    """What keeps a retrospective from being kept."""
    found = [*lacking(draft, "title", "day", "seen"), *too_long(draft, title=LONGEST, occasion=LONGEST)]
    return (*found, *too_long(draft, seen=LONGEST_WORDS))


def agreement_problems(draft: AgreementDraft, looked_back: date) -> tuple[Problem, ...]:
    """What keeps an agreement from being one: somebody answers for it, by a day."""
    found = [*lacking(draft, "what", "owner", "due"), *too_long(draft, what=LONGEST, owner=120)]
    if draft.due and draft.due < looked_back:
        found.append(Problem("due", BACKWARDS))
    return tuple(found)


def news_problems(draft: NewsDraft, looked_back: date, due: date) -> tuple[Problem, ...]:
    """What is missing to say what became of an agreement: always a word why, a later day, or a new owner."""
    found = [*lacking(draft, "day", "words"), *too_long(draft, words=LONGEST_WORDS, owner=120)]
    if draft.day and draft.day < looked_back:
        found.append(Problem("day", BACKWARDS))
    if draft.how is Became.POSTPONED:
        found += lacking(draft, "until")
        if draft.until and draft.until <= due:
            found.append(Problem("until", NOT_LATER))
    if draft.how is Became.HANDED_ON:
        found += lacking(draft, "owner")
    return tuple(found)
