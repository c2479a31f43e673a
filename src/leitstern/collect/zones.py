"""The clock of a time zone as SQL, from the zone's own transitions: vectors instead of a call per row.

A table of steps (from when on, which value) is looked up like a drawer in a cabinet: the drawer of a moment tells how
many steps came before it, and the few steps within the drawer are compared one by one. A list is unfolded anew for every
vector that looks into it, so the years that nearly all contacts are of have short lists of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    import duckdb

SECOND = 1_000_000
DAY = 86_400 * SECOND
DRAWER = 30 * DAY
STRIDE = 3 * DAY  # no clock has kept an offset for less (Freetown, 1932: four days), so none is stepped over
FIRST, LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
EARLIEST_US, LATEST_US = (
    int(FIRST.timestamp()) * SECOND,
    int(LAST.timestamp()) * SECOND,
)  # what we accept as a time
USUAL_US = (
    int(datetime(2010, 1, 1, tzinfo=UTC).timestamp()) * SECOND,
    int(datetime(2035, 1, 1, tzinfo=UTC).timestamp()) * SECOND,
)  # nearly all contacts' times

SURE, AMBIGUOUS, NONEXISTENT = 0, 1, 2
_CODES = 4


@dataclass(frozen=True)
class Drawers:
    """Values and from when on (microseconds, ascending) they hold, for moments from `first` to before `last`.

    The first value holds from before `first`.
    """

    name: str
    starts: tuple[int, ...]
    values: tuple[int, ...]
    first: int
    last: int

    def at(self, x: str) -> str:
        """SQL for the value at `x`; `define` has to come first."""
        before = f"{self._list('before')}[({x} - {self.first}) // {DRAWER} + 1]"
        passed = [
            f"({x} >= {self._list('starts')}[{before} + {n}])::BIGINT" for n in range(1, self._most + 1)
        ]
        return f"{self._list('values')}[{' + '.join([before, *passed])}]"

    def define(self, con: duckdb.DuckDBPyConnection) -> None:
        """Give the connection the lists that `at` looks into."""
        never = (1 << 62,) * self._most
        for name, numbers in (
            ("before", self._before),
            ("starts", (*self.starts, *never)),
            ("values", self.values),
        ):
            con.execute(f"SET VARIABLE {self.name}_{name} = ?::BIGINT[]", [list(numbers)]).fetchall()

    def _list(self, name: str) -> str:
        return f"getvariable('{self.name}_{name}')"

    @cached_property
    def _before(self) -> list[int]:
        """Steps begun when a drawer begins."""
        return [bisect_right(self.starts, start) for start in range(self.first, self.last, DRAWER)]

    @cached_property
    def _most(self) -> int:
        """Steps that begin within one drawer, at most."""
        return max(after - before for before, after in pairwise([*self._before, len(self.starts)]))


@dataclass(frozen=True)
class Steps:
    """Values and from when on (microseconds, ascending) they hold; the first holds for ever before, too."""

    name: str
    starts: tuple[int, ...]
    values: tuple[int, ...]

    def at(self, x: str) -> str:
        """SQL for the value at `x`; `define` has to come first."""
        usual, whole = self._drawers
        within = f"{x} BETWEEN {usual.first} AND {usual.last - 1}"
        return f"CASE WHEN {within} THEN {usual.at(x)} ELSE {whole.at(x)} END"

    def define(self, con: duckdb.DuckDBPyConnection) -> None:
        """Give the connection the lists that `at` looks into."""
        for drawers in self._drawers:
            drawers.define(con)

    @cached_property
    def _drawers(self) -> tuple[Drawers, Drawers]:
        """Those of the usual years, and those of all."""
        first, last = USUAL_US
        begin, end = bisect_right(self.starts, first) - 1, bisect_left(self.starts, last)
        usual = Drawers(f"{self.name}_usual", self.starts[begin:end], self.values[begin:end], first, last)
        return usual, Drawers(self.name, self.starts, self.values, EARLIEST_US, LATEST_US)


def define(con: duckdb.DuckDBPyConnection, zone: str) -> None:
    """Prepare the connection for the SQL of this module about `zone`."""
    _offsets(zone).define(con)
    _walls(zone).define(con)


def local(zone: str, us: str) -> str:
    """SQL for what the clock of `zone` shows at an instant (microseconds UTC), as microseconds."""
    return f"({us} + {_offsets(zone).at(us)})"


def place(zone: str, wall: str) -> str:
    """SQL for what becomes of a time on the clock (in microseconds): read it with `instant` and `certainty`."""
    return _walls(zone).at(wall)


def instant(wall: str, placed: str) -> str:
    """SQL for the instant of a placed time in microseconds UTC; of an hour that exists twice the earlier one."""
    return f"({wall} - ({placed} >> 2))"


def certainty(placed: str) -> str:
    """SQL for SURE, AMBIGUOUS or NONEXISTENT."""
    return f"({placed} & 3)"


@cache
def _offsets(zone: str) -> Steps:
    """How many microseconds the clock of `zone` is ahead of UTC, by instant."""
    clock = ZoneInfo(zone)

    def offset(at: int) -> timedelta:
        return datetime.fromtimestamp(at, clock).utcoffset() or timedelta()

    looks = range(EARLIEST_US // SECOND, (LATEST_US + STRIDE) // SECOND, STRIDE // SECOND)
    seen = [offset(look) for look in looks]
    starts, values = [-(1 << 62)], [_us(seen[0])]
    for start, (before, after) in zip(looks, pairwise(seen), strict=False):
        if before != after:
            seconds = range(start, start + looks.step + 1)
            change = bisect_left(seconds, True, key=lambda second: offset(second) != before)
            starts.append(seconds[change] * SECOND)
            values.append(_us(after))
    return Steps(_variable(zone, "offsets"), tuple(starts), tuple(values))


@cache
def _walls(zone: str) -> Steps:
    """Which offset applies to a time on the clock, and how certain that is: offset · 4 + certainty.

    Times that the clock skipped keep the offset before the change, so a day that begins within the gap (as in Brazil)
    still lies where it should. 00:00 itself is such a beginning; only later times do not exist.
    """
    offsets = _offsets(zone)
    steps = [(offsets.starts[0], offsets.values[0] * _CODES)]
    for change, (before, after) in zip(offsets.starts[1:], pairwise(offsets.values), strict=True):
        if after > before:
            skipped = change + before
            steps.append((skipped + (skipped % DAY == 0), before * _CODES + NONEXISTENT))
            steps.append((change + after, after * _CODES))
        else:
            steps.append((change + after, before * _CODES + AMBIGUOUS))
            steps.append((change + before, after * _CODES))
    return Steps(_variable(zone, "walls"), *zip(*sorted(steps), strict=True))


def _us(offset: timedelta) -> int:
    return int(offset.total_seconds()) * SECOND


def _variable(zone: str, what: str) -> str:
    return re.sub(r"\W", "_", f"{zone}_{what}")
