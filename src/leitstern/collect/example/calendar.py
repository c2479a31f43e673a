"""When people get in touch: two years with weekdays, holidays, Christmas, growth and opening hours."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from leitstern.collect.example.arrays import DAY, Ints, Shares, Times

DAYS = 730
_TAIL = 120  # days after the window in which a case may still take its course before it is cut off
_GROWTH = 0.15  # over the two years, on top of the customers who join

# Monday to Sunday
_WEEK = {
    "web": (1.1, 1.05, 1.0, 1.0, 1.0, 0.8, 0.9),
    "app": (1.05, 1.0, 1.0, 1.0, 1.1, 1.0, 0.95),
    "phone": (1.4, 1.15, 1.0, 1.0, 1.0, 0.45, 0.0),
    "letter": (0.9, 1.1, 1.1, 1.1, 1.0, 0.5, 0.0),
    "branch": (1.1, 1.0, 0.8, 1.2, 0.9, 0.0, 0.0),
}
# January to December
_YEAR = (1.1, 1.0, 1.0, 0.97, 0.95, 0.95, 0.9, 0.85, 1.0, 1.05, 1.08, 1.12)
_ONLINE_HOURS = (1, 0.5, 0.3, 0.2, 0.3, 1, 3, 5, 6, 6, 6, 6, 7, 6, 5, 5, 6, 7, 8, 9, 9, 7, 4, 2)
_PHONE_HOURS = (*[0] * 8, 6, 9, 10, 9, 7, 6, 7, 8, 8, 7, 4, 2, *[0] * 4)
_BRANCH_HOURS = (*[0] * 9, 8, 10, 9, 5, 3, 8, 9, 8, 5, *[0] * 6)
_HOURS = {
    "web": _ONLINE_HOURS,
    "app": _ONLINE_HOURS,
    "phone": _PHONE_HOURS,
    "branch": _BRANCH_HOURS,
    "letter": (1, *[0] * 23),  # the post knows days, not hours
}


def easter(year: int) -> date:
    """Easter Sunday (Gauss's rule as completed by Lichtenberg 1997)."""
    k = year // 100
    m = 15 + (3 * k + 3) // 4 - (8 * k + 13) // 25
    a = year % 19
    d = (19 * a + m) % 30
    limit = 21 + d - (d + a // 11) // 29
    to_sunday = 7 - (limit - (7 - (year + year // 4 + 2 - (3 * k + 3) // 4) % 7)) % 7
    return date(year, 3, 1) + timedelta(days=limit + to_sunday - 1)


def holidays(years: range) -> list[date]:
    """The public holidays of the whole of Germany."""
    found = []
    for year in years:
        found += [date(year, *d) for d in ((1, 1), (5, 1), (10, 3), (12, 25), (12, 26))]
        found += [easter(year) + timedelta(days=d) for d in (-2, 1, 39, 50)]
    return found


class Calendar:
    """The `DAYS` days that end with `until`. Days are counted from 0 = the first day of the window."""

    def __init__(self, until: date) -> None:
        self.first = np.datetime64(until - timedelta(days=DAYS - 1), "D")
        self.end = np.datetime64(until + timedelta(days=1), "s")  # the first moment after the window
        dates = self.first + np.arange(DAYS + _TAIL)
        year_of = dates.astype("datetime64[Y]").astype(int) + 1970
        closed = np.array(holidays(range(int(year_of[0]), int(year_of[-1]) + 2)), dtype="datetime64[D]")
        self._busy = np.busdaycalendar(holidays=closed)
        weekday = (dates.astype(int) + 3) % 7  # 1970-01-01 was a Thursday
        month = dates.astype("datetime64[M]").astype(int) % 12
        of_month = (dates - dates.astype("datetime64[M]")).astype(int) + 1
        holiday = np.isin(dates, closed)
        eve = (month == 11) & ((of_month == 24) | (of_month == 31))
        rhythm = (
            np.array(_YEAR)[month] * (1 + _GROWTH * np.arange(len(dates)) / DAYS) * np.where(eve, 0.4, 1.0)
        )
        self._weight: dict[str, Shares] = {}
        self._next_open: dict[str, Ints] = {}
        for channel, week in _WEEK.items():
            rest = 0.6 if channel in ("web", "app") else 0.0
            weight = np.array(week)[weekday] * rhythm * np.where(holiday, rest, 1.0)
            self._weight[channel] = weight
            is_open = np.where(weight > 0, np.arange(len(dates)), len(dates) - 1)
            self._next_open[channel] = np.minimum.accumulate(is_open[::-1])[::-1]

    def days(
        self, rng: np.random.Generator, n: int, channel: str, since: int = 0, before: int = DAYS
    ) -> Ints:
        """`n` days in [since, before), drawn in the channel's rhythm."""
        weight = self._weight[channel][since:before]
        return since + rng.choice(len(weight), n, p=weight / weight.sum())

    def open_from(self, days: Ints, channel: str) -> Ints:
        """The same days, or the next day on which the channel is open."""
        return self._next_open[channel][np.minimum(days, DAYS + _TAIL - 1)]

    def at(self, rng: np.random.Generator, days: Ints, channel: str) -> Times:
        """Moments on those days within the channel's hours; letters have the date alone (00:00)."""
        share = np.array(_HOURS[channel], dtype=float)
        hour = rng.choice(24, len(days), p=share / share.sum())
        second = (
            rng.integers(0, 3600, len(days)) if channel != "letter" else np.zeros(len(days), dtype=np.int64)
        )
        moments: Times = self.midnight(days) + (hour * 3600 + second).astype("timedelta64[s]")
        return moments

    def midnight(self, days: Ints) -> Times:
        """The first moment of those days."""
        return (self.first + days).astype("datetime64[s]")

    def day(self, at: Times) -> Ints:
        """The day of a moment; negative before the window."""
        return (at.astype("datetime64[D]") - self.first) // DAY

    def working(self, days: Ints, later: Ints | int, roll: str = "backward") -> Ints:
        """`later` working days (Monday to Friday, no holiday) after those days, which are rolled to one first."""
        moved = np.busday_offset(self.first + days, later, roll=roll, busdaycal=self._busy)  # type: ignore[call-overload]
        return np.asarray((moved - self.first) // DAY, dtype=np.int64)
