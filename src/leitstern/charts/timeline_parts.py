"""What both layouts of a customer's timeline are made of: the moment, its mark, its lines of text, its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from leitstern.charts import symbols
from leitstern.charts.legend import Key
from leitstern.charts.letters import wrap
from leitstern.charts.svg import Pen, fixed, points
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from leitstern.charts.svg import Point

CONTACT = Text("Contact", "Kontakt")
KEPT = Text("Promise kept", "Versprechen eingehalten")
LATE = Text("Promise broken", "Versprechen gebrochen")
REPEAT = Text("Repeat", "Wiederholkontakt")
MILESTONE = Text("Milestone", "Meilenstein")
TIMES = Text("{n} times, until {until}", "{n}-mal, bis {until}")
SILENCE = Text("{time} without\u00a0contact", "{time} ohne\u00a0Kontakt")
CROSSED = Text("{crossing} from {lane}", "{crossing} von {lane}")
SAYS = Text("The customer says: {words}", "Die Kundin oder der Kunde sagt: {words}")

SILENT = timedelta(days=45)  # a longer gap between contacts is cut out
SAME_LANE, CROSSING = "stroke-outside thick", "stroke-gap heavy"


@dataclass(frozen=True, slots=True)
class Moment:
    """One contact of the customer in local time, or the same contact `times` in a row, from `at` to `until`."""

    at: datetime
    lane: str
    name: str
    promise: Literal["", "kept", "late"] = ""
    promise_note: str = ""  # "three days late"
    repeat: bool = False  # the customer was here before, within seven days
    milestone: bool = False
    quote: str = ""  # the customer's own words, masked
    quote_language: str = ""
    times: int = 1
    until: datetime | None = None

    @property
    def end(self) -> datetime:
        """When it was over."""
        return self.until or self.at


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text beside a contact; lines of a flag are indented, its first one carries the symbol."""

    text: str
    styles: str
    indent: float = 0
    symbol: symbols.Symbol | None = None


def dates(moment: Moment, pen: Pen) -> str:
    """The day, or the first and the last one."""
    first, last = pen.sheet.locale.date(moment.at), pen.sheet.locale.date(moment.end)
    return first if first == last else f"{first} – {last}"


def block(moment: Moment, when: str, pen: Pen, room: float) -> list[Line]:
    """What stands beside a contact: when, name, promise, repetition."""
    say, name = pen.sheet.locale.say, "head" if pen.sheet.narrow else "value"
    lines = [Line(line, "small fill-muted") for line in wrap(when, room, "small")]
    named = f"{moment.name} ×{pen.sheet.locale.number(moment.times)}" if moment.times > 1 else moment.name
    lines += [Line(line, name) for line in wrap(named, room, name, 4)]
    if moment.promise == "kept":
        lines += _flag(moment.promise_note or say(KEPT), "label fill-good", symbols.flag_kept, room)
    if moment.promise == "late":
        lines += _flag(moment.promise_note or say(LATE), "label fill-bad", symbols.flag_late, room)
    if moment.repeat:
        lines += _flag(say(REPEAT), "label fill-gap", symbols.again, room)
    return lines


def _flag(said: str, styles: str, symbol: symbols.Symbol, room: float) -> list[Line]:
    first, *rest = wrap(said, room - 19, "label")
    return [Line(first, styles, 19, symbol), *(Line(line, styles, 19) for line in rest)]


def write(lines: Sequence[Line], pen: Pen, x: float, y: float, leading: float) -> str:
    """Lines below each other, the first baseline at y."""
    drawn = []
    for i, line in enumerate(lines):
        at = y + i * leading
        if line.symbol:
            drawn.append(line.symbol(pen, x + 7, at - 4.5))
        drawn.append(pen.text(x + line.indent, at, line.text, line.styles))
    return "".join(drawn)


def dot(moment: Moment, pen: Pen, x: float, y: float) -> str:
    """The contact's mark."""
    if moment.milestone:
        return symbols.milestone(pen, x, y)
    return (symbols.repeated_contact if moment.repeat else symbols.contact)(pen, x, y)


def elbow(pen: Pen, start: Point, corner: Point, end: Point) -> str:
    """A crossing from lane to lane, rounded at its corner."""
    (x0, y0), (x, y), (x1, y1) = start, corner, end
    before = (x - _toward(x0, x), y - _toward(y0, y))
    after = (x + _toward(x, x1), y + _toward(y, y1))
    curve = f"Q{fixed(x)} {fixed(y)} {fixed(after[0])} {fixed(after[1])}"
    return pen.path(f"{points(start, before)}{curve}L{fixed(x1)} {fixed(y1)}", CROSSING)


def _toward(start: float, end: float) -> float:
    """Eight pixels in the direction from start to end."""
    return max(min(end - start, 8.0), -8.0)


def cut(pen: Pen, one: list[Point], other: list[Point]) -> str:
    """Two zigzag edges with nothing between them: here time was left out."""
    gone = pen.path(points(*one, *reversed(other)) + "Z", "fill-surface")
    return gone + pen.path(points(*one), "stroke-muted") + pen.path(points(*other), "stroke-muted")


def silence_said(pen: Pen, silence: timedelta) -> str:
    """24 Jahre ohne Kontakt."""
    return pen.sheet.locale.say(SILENCE, time=pen.sheet.locale.length(silence))


def quoted(moment: Moment, pen: Pen) -> str:
    """The customer's words in quotation marks of their own language."""
    return pen.sheet.locale.quoted(moment.quote, moment.quote_language)


def sentence(moment: Moment, came_from: str, crossing: str, pen: Pen) -> str:
    """Everything about one contact; `came_from` is the lane before, if any."""
    locale = pen.sheet.locale
    said = [f"{locale.date(moment.at)}, {moment.lane}: {moment.name}"]
    if moment.times > 1:
        said.append(locale.say(TIMES, n=locale.number(moment.times), until=locale.date(moment.end)))
    if came_from not in {"", moment.lane}:
        said.append(locale.say(CROSSED, crossing=crossing, lane=came_from))
    if moment.milestone:
        said.append(locale.say(MILESTONE))
    if moment.promise:
        verdict = locale.say(KEPT if moment.promise == "kept" else LATE)
        said.append(f"{verdict}: {moment.promise_note}" if moment.promise_note else verdict)
    if moment.repeat:
        said.append(locale.say(REPEAT))
    if moment.quote:
        said.append(locale.say(SAYS, words=quoted(moment, pen)))
    return ". ".join(said) + "."


def keys(moments: Sequence[Moment], crossing: str, pen: Pen) -> list[Key]:
    """Only what occurs is explained."""
    say = pen.sheet.locale.say
    entries = [Key(say(CONTACT), symbols.contact)]
    if any(one.lane != other.lane for one, other in pairwise(moments)):
        entries.append(Key(crossing, lambda pen, x, y: pen.line(x - 11, y, x + 11, y, CROSSING), 22))
    promises = {moment.promise for moment in moments}
    entries += [Key(say(KEPT), symbols.flag_kept)] if "kept" in promises else []
    entries += [Key(say(LATE), symbols.flag_late)] if "late" in promises else []
    entries += [Key(say(REPEAT), symbols.again)] if any(moment.repeat for moment in moments) else []
    entries += (
        [Key(say(MILESTONE), symbols.milestone, 20)] if any(moment.milestone for moment in moments) else []
    )
    return entries
