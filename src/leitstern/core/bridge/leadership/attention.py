"""Does the leaders' attention fade? Acts a month and minutes a quarter as streams, read against their settled level.

A month's count of acts is Poisson; a quarter's share of minutes has the error that meetings differ by. Both are read as
every other stream is (`core.bridge.watch.reading`), against the months that somebody called settled.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from leitstern.core.bridge.leadership.minutes import points as minute_points
from leitstern.core.bridge.watch.reading import Standing, read
from leitstern.core.bridge.watch.stream import Point, Rhythm, Shown, Stream, StreamKind
from leitstern.core.inside.wording import decimal
from leitstern.core.months import first, last_day, later
from leitstern.core.outside.periods import name as period_name
from leitstern.core.stats.estimate import Missing
from leitstern.core.stats.poisson import rate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from leitstern.core.bridge.leadership.minutes import Meeting
    from leitstern.core.bridge.watch.reading import Reading
    from leitstern.core.bridge.watch.settled import Period
    from leitstern.core.stats.estimate import Measured

LATELY = 3  # months that stand for now
NOTHING_DONE = Missing(
    "no-acts", Text(en="no month with acts is over yet", de="noch ist kein Monat mit Begleitungen vorbei")
)
FADES = Text(
    en="The leaders’ attention has been fading since {since}: {now} acts a month instead of {settled}.",
    de="Die Aufmerksamkeit der Führung lässt seit {since} nach: {now} statt {settled} Begleitungen im Monat.",
)
HOLDS = Text(
    en="The leaders’ attention holds: {now} acts a month; the settled level is {settled}.",
    de="Die Aufmerksamkeit der Führung hält: {now} Begleitungen im Monat; der eingeschwungene Stand sind {settled}.",
)
TENSE = Text(
    en="The leaders’ attention may be fading: {now} acts a month, the settled level is {settled}; it may still be chance.",
    de="Die Aufmerksamkeit der Führung lässt vielleicht nach: {now} Begleitungen im Monat, der eingeschwungene Stand sind {settled}; noch kann es Zufall sein.",
)
EARLY = Text(
    en="Whether the leaders’ attention holds cannot be said after so few months: {now} acts a month; the settled level is {settled}.",
    de="Ob die Aufmerksamkeit der Führung hält, lässt sich nach so wenigen Monaten noch nicht sagen: {now} Begleitungen im Monat; der eingeschwungene Stand sind {settled}.",
)
UNSEEN = Text(
    en="Whether the leaders’ attention holds nobody can say: no month has ended since the settled level of {settled} acts a month.",
    de="Ob die Aufmerksamkeit der Führung hält, kann niemand sagen: Seit dem eingeschwungenen Stand von {settled} Begleitungen im Monat ist kein Monat vergangen.",
)
SAID = {
    Standing.HOLDS: HOLDS,
    Standing.TENSE: TENSE,
    Standing.EARLY: EARLY,
    Standing.UNSEEN: UNSEEN,
}
HELPS = (
    Text(
        en="Put it on the agenda of the next board meeting, with one story of a customer, and let one member report what they saw on site.",
        de="Setzen Sie es auf die Tagesordnung der nächsten Vorstandssitzung, mit einer Kundengeschichte, und lassen Sie ein Mitglied berichten, was es vor Ort gesehen hat.",
    ),
    Text(
        en="Enter a fixed hour a month in the calendars now, before other things fill them: attention that waits for free time does not come.",
        de="Tragen Sie jetzt eine feste Stunde im Monat in die Kalender ein, bevor anderes sie füllt: Aufmerksamkeit, die auf freie Zeit wartet, kommt nicht.",
    ),
    Text(
        en="Look at the load first: whoever has more planned than hours drops what nobody asks for, and that is accompanying.",
        de="Sehen Sie zuerst auf die Auslastung: Wer mehr vorhat als Stunden, lässt weg, wonach niemand fragt – und das ist die Begleitung.",
    ),
)
ACTS = Text(en="Accompanying acts of leaders", de="Begleitung durch die Führung")
ACTS_MEASURE = Text(en="acts a month", de="Begleitungen im Monat")
ACTS_SOURCE = Text(
    en="entered by the board areas themselves", de="von den Vorstandsbereichen selbst eingetragen"
)
MINUTES = Text(en="Board minutes on customers", de="Vorstandsminuten für Kundinnen und Kunden")
MINUTES_MEASURE = Text(en="share of minutes in a quarter", de="Anteil der Minuten im Quartal")
MINUTES_SOURCE = Text(en="agenda log of the board", de="Sitzungsprotokoll des Vorstands")


@dataclass(frozen=True, slots=True)
class Attention:
    """The stream of acts as it reads, and how many acts a month there are now (the last three that are over)."""

    reading: Reading
    now: Measured

    @property
    def since(self) -> date | None:
        """The first day of the month in which the fall began that sounds the alarm."""
        return first(self.reading.alarm.since.day) if self.reading.alarm else None

    @property
    def sentence(self) -> Text | None:
        """The finding; None while there is nothing to compare with."""
        settled = self.reading.settled
        if isinstance(settled, Missing) or isinstance(self.now, Missing):
            return None
        said = {"now": decimal(self.now.value, 1), "settled": decimal(settled.level, 1)}
        if self.since:
            return FADES.fill(since=period_name(self.since, "month"), **said)
        return SAID[self.reading.standing].fill(**said)


def by_month(days: Iterable[date], until: date) -> tuple[tuple[date, int], ...]:
    """Acts each month from the first to the last that is over by `until`; whoever enters acts did none in the others."""
    firsts = [first(day) for day in days]
    end = first(until) if until < last_day(until) else later(until, 1)
    if not firsts or min(firsts) >= end:
        return ()
    found, at = [], min(firsts)
    while at < end:
        found.append((at, firsts.count(at)))
        at = later(at, 1)
    return tuple(found)


def acts_stream(days: Iterable[date], until: date, address: str) -> Stream:
    """Acts of all leaders a month; the error is Poisson's, of at least one act."""
    points = tuple(Point(last_day(month), float(n), sqrt(max(n, 1)), 1) for month, n in by_month(days, until))
    return Stream(
        slug="leadership-acts",
        kind=StreamKind.ATTENTION,
        name=ACTS,
        measure=ACTS_MEASURE,
        unit="",
        rhythm=Rhythm.MONTHLY,
        good_high=True,
        points=points,
        source=ACTS_SOURCE,
        address=address,
        shown=Shown.COUNT,
    )


def minutes_stream(meetings: Sequence[Meeting], until: date, address: str) -> Stream:
    """The board's minutes on customers by quarter; no point before it is known how much meetings differ."""
    return Stream(
        slug="leadership-minutes",
        kind=StreamKind.ATTENTION,
        name=MINUTES,
        measure=MINUTES_MEASURE,
        unit="",
        rhythm=Rhythm.QUARTERLY,
        good_high=True,
        points=tuple(Point(*each) for each in minute_points(meetings, until)),
        source=MINUTES_SOURCE,
        address=address,
        shown=Shown.SHARE,
    )


def attention(stream: Stream, period: Period | None, fresh: date | None = None) -> Attention:
    """The stream of acts against its settled level; `period` is None while nobody said when that was."""
    lately = stream.points[-LATELY:]
    now: Measured = (
        rate(sum(int(point.value) for point in lately), len(lately), lately[-1].day)
        if lately
        else NOTHING_DONE
    )
    return Attention(read(stream, period, fresh), now)
