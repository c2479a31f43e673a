"""Waiting as a bet: who makes it, until when, and the tripwires at which it is called in.

A tripwire has a bound, or only words; then whoever reads it says whether it is crossed. Readings that were withdrawn are
not given to anything here. A bet that was called in stays so, whatever is read later: somebody has to decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.gap.wording import day as named_day
from leitstern.core.inside.route_words import Route
from leitstern.core.inside.wording import decimal
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

HALF_A_YEAR = timedelta(days=183)  # until a bet is looked at again, where nobody says when
QUARTER = 92  # days a reading stays fresh, where nobody says how long


class BetKind(StrEnum):
    """What is bet on."""

    WAIT = "wait"
    NICHE = "niche"
    TECHNOLOGY = "technology"
    HOLD = "hold"
    DIRECT = "direct"


BETS: dict[BetKind, Text] = {
    BetKind.WAIT: Text(en="wait and watch", de="abwarten und zuschauen"),
    BetKind.NICHE: Text(en="hold a niche", de="eine Nische halten"),
    BetKind.TECHNOLOGY: Text(
        en="route D: what we know of customers lies idle until the technology is there",
        de="Route D: Was wir über die Kundschaft wissen, liegt brach, bis die Technologie da ist",
    ),
    BetKind.HOLD: Text(en="route HOLD: stay where we are", de="Route HOLD: bleiben, wo wir sind"),
    BetKind.DIRECT: Text(en="route B: both at once", de="Route B: beides zugleich"),
}
OF_ROUTE = {Route.B: BetKind.DIRECT, Route.D: BetKind.TECHNOLOGY, Route.HOLD: BetKind.HOLD}


class WireKind(StrEnum):
    """What a tripwire watches."""

    SHARE = "share"
    CHURN = "churn"
    OWN = "own"


WIRES: dict[WireKind, Text] = {
    WireKind.SHARE: Text(en="loss of share", de="Verlust an Marktanteil"),
    WireKind.CHURN: Text(en="churn to new competitors", de="Abwanderung zu neuen Wettbewerbern"),
    WireKind.OWN: Text(en="one of our own", de="ein eigener"),
}


class Beyond(StrEnum):
    """On which side of its bound a tripwire is crossed."""

    BELOW = "below"
    ABOVE = "above"


SIDES: dict[Beyond, Text] = {
    Beyond.BELOW: Text(en="below {bound}", de="unter {bound}"),
    Beyond.ABOVE: Text(en="above {bound}", de="über {bound}"),
}


class WireState(StrEnum):
    """How a tripwire is seen. Nothing that nobody has looked at is ever called quiet."""

    CROSSED = "crossed"
    QUIET = "quiet"
    UNWATCHED = "unwatched"
    NEVER = "never"


class BetState(StrEnum):
    """How a bet stands, the gravest first."""

    ENDED = "ended"
    CALLED = "called"
    DUE = "due"
    BLIND = "blind"
    STANDS = "stands"


STATES: dict[BetState, Text] = {
    BetState.ENDED: Text(en="ended", de="beendet"),
    BetState.CALLED: Text(en="called in", de="fällig gestellt"),
    BetState.DUE: Text(en="review overdue", de="Überprüfung überfällig"),
    BetState.BLIND: Text(en="not watched", de="nicht beobachtet"),
    BetState.STANDS: Text(en="stands", de="gilt"),
}
SEEN = {
    WireState.NEVER: Text(en="nobody has read it yet", de="noch nie abgelesen"),
    WireState.UNWATCHED: Text(
        en="seen last on {day}; no longer watched", de="zuletzt gesehen am {day}; nicht mehr beobachtet"
    ),
    WireState.QUIET: Text(en="not crossed on {day}", de="am {day} nicht überschritten"),
    WireState.CROSSED: Text(en="crossed on {day}", de="überschritten am {day}"),
}
NONE = Text(
    en="Nobody has written down what waiting is bet on, and what would end it.",
    de="Niemand hat festgehalten, worauf beim Warten gewettet wird und was es beendet.",
)
CALLED = Text(
    en="The bet “{bet}” is called in: “{what}” was crossed on {day}{seen}. Somebody has to decide.",
    de="Die Wette „{bet}“ ist fällig: „{what}“ wurde am {day} überschritten{seen}. Jemand muss entscheiden.",
)
DUE = Text(
    en="The bet “{bet}” was to be looked at again on {day}; nobody has.",
    de="Die Wette „{bet}“ sollte am {day} überprüft werden; das ist nicht geschehen.",
)
NO_WIRE = Text(
    en="The bet “{bet}” has no tripwire: nobody would notice that it is lost.",
    de="Die Wette „{bet}“ hat keinen Haltepunkt: Niemand würde merken, dass sie verloren ist.",
)
BLIND = Text(
    en="The bet “{bet}”: {gone} of {n} tripwires not watched; whether it still holds, nobody can say.",
    de="Wette „{bet}“: {gone} von {n} Haltepunkten nicht beobachtet; ob sie noch gilt, kann niemand sagen.",
)
STANDS = Text(
    en="The bet “{bet}” stands: each of its tripwires ({n}) was read lately, and none is crossed.",
    de="Die Wette „{bet}“ gilt: Jeder ihrer Haltepunkte ({n}) wurde kürzlich abgelesen, und keiner ist überschritten.",
)
ALL_ENDED = Text(en="Every bet has ended ({n}).", de="Alle Wetten sind beendet ({n}).")
SEEN_AS = Text(en=" ({value}, the bound is {bound})", de=" ({value}, die Grenze ist {bound})")
SEEN_UNSURE = Text(
    en=" ({value}, the bound is {bound}, which its interval still holds)",
    de=" ({value}, die Grenze ist {bound}, die das Intervall noch enthält)",
)


@dataclass(frozen=True, slots=True)
class WireReading:
    """What was read on a day; `value` None where a tripwire has words only. An interval has both ends, or neither."""

    day: date
    crossed: bool
    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Wire:
    """A tripwire with its readings in any order. A reading is fresh for `every` days."""

    what: str
    readings: tuple[WireReading, ...]
    bound: float | None = None
    side: Beyond = Beyond.BELOW
    unit: str = ""
    every: int = QUARTER

    def crosses(self, value: float) -> bool:
        """Whether a value lies beyond the bound; on it, it does not."""
        if self.bound is None:
            return False
        return value < self.bound if self.side is Beyond.BELOW else value > self.bound

    def last(self, today: date) -> WireReading | None:
        """The newest reading."""
        return max((each for each in self.readings if each.day <= today), key=lambda r: r.day, default=None)

    def calls(self, today: date) -> WireReading | None:
        """The first reading that crossed it: the one that called the bet in."""
        beyond = (each for each in self.readings if each.crossed and each.day <= today)
        return min(beyond, key=lambda r: r.day, default=None)

    def state(self, today: date) -> WireState:
        """Crossed once is crossed; otherwise how fresh the newest reading is."""
        last = self.last(today)
        if self.calls(today):
            return WireState.CROSSED
        if last is None:
            return WireState.NEVER
        return WireState.UNWATCHED if (today - last.day).days > self.every else WireState.QUIET

    def seen(self, today: date) -> Text:
        """The state in words, with the day it rests on."""
        found = self.calls(today) or self.last(today)
        return SEEN[self.state(today)].fill(day=named_day(found.day)) if found else SEEN[WireState.NEVER]

    def ends(self) -> Text | None:
        """Where it is crossed: below 8 %; None where it has words only."""
        return None if self.bound is None else SIDES[self.side].fill(bound=amount(self.bound, self.unit))

    def unsure(self, reading: WireReading) -> bool:
        """Whether a reading's interval still holds the bound."""
        if self.bound is None or reading.low is None or reading.high is None:
            return False
        return reading.low <= self.bound <= reading.high


@dataclass(frozen=True, slots=True)
class Bet:
    """What is bet on, until when it is looked at again, and its tripwires."""

    kind: BetKind
    review: date
    wires: tuple[Wire, ...] = ()
    ended: date | None = None

    def state(self, today: date) -> BetState:
        """How it stands."""
        if self.ended and self.ended <= today:
            return BetState.ENDED
        seen = [wire.state(today) for wire in self.wires]
        if WireState.CROSSED in seen:
            return BetState.CALLED
        if self.review < today:
            return BetState.DUE
        if not seen or set(seen) & {WireState.UNWATCHED, WireState.NEVER}:
            return BetState.BLIND
        return BetState.STANDS

    def sentence(self, today: date) -> Text:
        """What is to be said of it first."""
        state, name = self.state(today), BETS[self.kind]
        match state:
            case BetState.ENDED:
                return ALL_ENDED.fill(n=1)
            case BetState.CALLED:
                wire, reading = min(
                    ((wire, found) for wire in self.wires if (found := wire.calls(today))),
                    key=lambda pair: pair[1].day,
                )
                return CALLED.fill(
                    bet=name, what=wire.what, day=named_day(reading.day), seen=_against(wire, reading)
                )
            case BetState.DUE:
                return DUE.fill(bet=name, day=named_day(self.review))
            case BetState.BLIND if not self.wires:
                return NO_WIRE.fill(bet=name)
            case BetState.BLIND:
                gone = sum(w.state(today) in {WireState.UNWATCHED, WireState.NEVER} for w in self.wires)
                return BLIND.fill(bet=name, gone=gone, n=len(self.wires))
        return STANDS.fill(bet=name, n=len(self.wires))


def bets_sentence(bets: Sequence[Bet], today: date) -> Text:
    """Of the gravest bet; of none, that there is none."""
    order = list(BetState)[1:]
    running = [each for each in bets if each.state(today) is not BetState.ENDED]
    if running:
        return min(running, key=lambda each: order.index(each.state(today))).sentence(today)
    return ALL_ENDED.fill(n=len(bets)) if bets else NONE


def amount(value: float, unit: str) -> Text:
    """A value with the unit somebody gave it: 7.6 %."""
    said = decimal(value)
    return Text(f"{said.en} {unit}".strip(), f"{said.de} {unit}".strip())


def _against(wire: Wire, reading: WireReading) -> Text:
    if wire.bound is None or reading.value is None:
        return Text("", "")
    said = SEEN_UNSURE if wire.unsure(reading) else SEEN_AS
    return said.fill(value=amount(reading.value, wire.unit), bound=amount(wire.bound, wire.unit))
