"""Which role each column gets, all columns together: one customer, one clock, long or wide.

*Long*: one row per contact, a column says at which touchpoint. *Wide*: one row per journey, each step has a column
of its own with the time it took place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect.propose.claims import claims, is_time, say
from leitstern.collect.propose.roles import GUESS, LIKELY, ONCE, SURE, Choice, Claim, Role
from leitstern.collect.propose.words import speaks_of
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.collect.propose.evidence import Evidence


def choose(columns: Sequence[Evidence]) -> tuple[Choice, ...]:
    """One role per column, in the order of the columns."""
    times = [column for column in columns if is_time(column) and not speaks_of(column.name, "personal")]
    given = _once_each([(column, claims(column)) for column in columns if column not in times])
    given |= _times(times, given)
    return tuple(
        Choice(column.name, claim.role, claim.confidence, claim.reason, column.examples)
        for column in columns
        for claim in [given[column.name]]
    )


def _once_each(columns: Sequence[tuple[Evidence, list[Claim]]]) -> dict[str, Claim]:
    """The surest claim of each column; of two columns that claim a role there is one of, the surer gets it.

    Equally sure: the one whose values come again more often, for a customer who comes back is the better customer.
    """
    bids = [
        (claim.confidence, -column.distinct, column.name, claim)
        for column, found in columns
        for claim in found
    ]
    given: dict[str, Claim] = {}
    taken: set[Role] = set()
    for _, _, name, claim in sorted(bids, key=lambda bid: bid[:2], reverse=True):
        if name in given or claim.role in taken:
            continue
        given[name] = claim
        if claim.role in ONCE:
            taken.add(claim.role)
    return given


def _times(times: Sequence[Evidence], given: dict[str, Claim]) -> dict[str, Claim]:
    """Roles for the columns of dates; a doubtful touchpoint column gives way to a wide layout in `given`."""
    roles = {
        column.name: Claim(Role.DUE, SURE, say(DUE, column))
        for column in times
        if speaks_of(column.name, "due")
    }
    rest = [column for column in times if column.name not in roles]
    touchpoint = next((name for name, claim in given.items() if claim.role == Role.TOUCHPOINT), None)
    if touchpoint and given[touchpoint].confidence < LIKELY and len(rest) > 2:
        given[touchpoint] = Claim(Role.IGNORE, GUESS, WIDE.fill(column=touchpoint))
        touchpoint = None
    if touchpoint or len(rest) == 1:
        for column in [column for column in times if column.name in roles][1:]:
            roles[column.name] = Claim(Role.IGNORE, GUESS, say(SECOND_DUE, column))
        return roles | _one_clock(rest, promised=bool(roles))
    return roles | {column.name: Claim(Role.STEP, LIKELY, say(STEP, column)) for column in rest}


def _one_clock(rest: Sequence[Evidence], *, promised: bool) -> dict[str, Claim]:
    """One column says when the contact took place; a later one may say when a promise was kept."""
    if not rest:
        return {}
    named = [column for column in rest if column.name == "time:timestamp"]
    plain = [column for column in rest if not speaks_of(column.name, "done")]
    clock = max(named or plain or rest, key=lambda column: column.filled)
    roles = {clock.name: Claim(Role.TIME, SURE if len(rest) == 1 or named else LIKELY, say(TIME, clock))}
    for column in rest:
        if column is clock:
            continue
        done = promised and speaks_of(column.name, "done")
        claim = (
            Claim(Role.DONE, LIKELY, say(DONE, column))
            if done
            else Claim(Role.IGNORE, GUESS, say(SECOND, column))
        )
        roles[column.name] = claim
    return roles


TIME = Text(
    en="“{column}” has dates in {dates} of {rows} rows.",
    de="„{column}“ enthält in {dates} von {rows} Zeilen ein Datum.",
)
STEP = Text(
    en="“{column}” has dates in {dates} of {rows} rows, and other columns do, too: each is a step of the journey.",
    de="„{column}“ enthält in {dates} von {rows} Zeilen ein Datum, andere Spalten ebenso: Jede ist ein Schritt der Reise.",
)
DUE = Text(
    en="“{column}” has dates in {dates} of {rows} rows, and its name speaks of what was planned or promised.",
    de="„{column}“ enthält in {dates} von {rows} Zeilen ein Datum, und der Name spricht von Geplantem oder Zugesagtem.",
)
DONE = Text(
    en="“{column}” has dates in {dates} of {rows} rows, and its name speaks of what was really done.",
    de="„{column}“ enthält in {dates} von {rows} Zeilen ein Datum, und der Name spricht von dem, was wirklich geschah.",
)
SECOND = Text(
    en="“{column}” has dates, too; one time per contact is enough.",
    de="„{column}“ enthält ebenfalls Daten; je Kontakt genügt eine Zeit.",
)
SECOND_DUE = Text(
    en="“{column}” speaks of something promised, too; a contact has one promise, so one of the two is left out.",
    de="„{column}“ spricht ebenfalls von Zugesagtem; ein Kontakt hat ein Versprechen, eine der beiden Spalten bleibt weg.",
)
WIDE = Text(
    en="Several columns have dates of their own, so they are the steps and “{column}” is not needed.",
    de="Mehrere Spalten haben eigene Daten, also sind sie die Schritte und „{column}“ wird nicht gebraucht.",
)
