"""What was typed about a contact, and what it means: everything that is wrong with it is said at once."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from leitstern.app.common.refusals import WrongDraft
from leitstern.app.desk import told
from leitstern.app.desk.moments import Moment, coming_day, moment, past_day
from leitstern.collect.masking import masked
from leitstern.core.bridge.draft import Problem
from leitstern.core.company.facets import IN_TIME
from leitstern.core.company.scales import SCALES
from leitstern.core.company.taxonomy import Channel, Department, Promise, Touchpoint
from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from leitstern.core.company.lookup import Term
    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.texts import Text

LONGEST_NUMBER = 200
LONGEST_LINE = 200
LONGEST_NOTE = 2_000
LINES = ("reason", "step")
ANSWERS = {"": None, "yes": True, "ja": True, "no": False, "nein": False}


@dataclass(frozen=True, slots=True)
class Typed:
    """A contact as it was typed; what is left empty was not said. Days and times as `moments` reads them."""

    number: str = ""
    kind: str = ""
    touchpoint: str = ""
    channel: str = ""
    at: str = ""
    arrived: str = ""
    reason: str = ""
    told_again: str = ""
    note: str = ""
    scale: str = ""
    value: str = ""
    words: str = ""
    promise: str = ""
    due: str = ""
    step: str = ""
    department: str = ""
    step_due: str = ""

    def stripped(self) -> Typed:
        """The same without space around."""
        return Typed(**{each.name: str(getattr(self, each.name)).strip() for each in fields(self)})

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return self.stripped() == Typed()


@dataclass
class Reading:
    """Reads a typed contact, collecting what is wrong. `fields` are those of an entry."""

    typed: Typed
    taxonomy: Taxonomy
    now: datetime
    fields: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.typed = self.typed.stripped()
        self.zone = ZoneInfo(self.taxonomy.time_zone)
        self.today = self.now.astimezone(self.zone).date()

    def wrong(self, name: str, text: Text) -> None:
        """Note what is wrong with a field."""
        self.problems.append(Problem(name, text))

    def place(self) -> None:
        """Where it was, and on which channel."""
        self._term("touchpoint", Touchpoint, told.NO_TOUCHPOINT)
        self._term("channel", Channel, told.NO_CHANNEL)
        if not self.typed.touchpoint:
            self.wrong("touchpoint", told.WHICH_TOUCHPOINT)

    def times(self) -> None:
        """When it was, and when it arrived."""
        found = self._day("at", lambda typed: moment(typed, self.now, self.zone))
        when = found if isinstance(found, Moment) else Moment(self.now)
        if when.at > self.now:
            self.wrong("at", told.AHEAD)
        elif when.at.year < told.FIRST_YEAR:
            self.wrong("at", told.LONG_AGO)
        self.fields |= {"at": when.at, "flags": when.flags}
        arrived = None
        if self.typed.arrived:
            arrived = self._day("arrived", lambda typed: past_day(typed, self.today))
        if arrived and (arrived > self.today or arrived < self.on):
            self.wrong("arrived", told.ARRIVED_BEFORE)
        self.fields["arrived"] = arrived if arrived and arrived != self.on else None

    @property
    def on(self) -> date:
        """The day of the contact."""
        at: datetime = self.fields["at"]
        return at.astimezone(self.zone).date()

    def context(self) -> None:
        """Whether the customer had to say again what we knew; nothing where nobody said."""
        said = self.typed.told_again.casefold()
        if said not in ANSWERS:
            self.wrong("told_again", told.YES_OR_NO)
        self.fields["told_again"] = ANSWERS.get(said)

    def words(self) -> None:
        """Free text, without names and numbers."""
        for name in LINES:
            if len(getattr(self.typed, name)) > LONGEST_LINE:
                self.wrong(name, told.TOO_LONG.fill(most=LONGEST_LINE))
        for name in ("note", "words"):
            if len(getattr(self.typed, name)) > LONGEST_NOTE:
                self.wrong(name, told.TOO_LONG.fill(most=LONGEST_NOTE))
        if not self.problems:
            self.fields |= {
                name: masked(getattr(self.typed, name))[:LONGEST_NOTE] for name in ("note", "words")
            }
            self.fields |= {name: masked(getattr(self.typed, name))[:LONGEST_LINE] for name in LINES}

    def promise(self) -> None:
        """What was promised, and until when."""
        self._term("promise", Promise, told.NO_PROMISE)
        self.fields["due"] = None
        promise = self.taxonomy.lookup(Promise).slug(self.fields["promise"])
        if promise and promise.facet != IN_TIME.slug:
            self.wrong("promise", told.NO_PROMISE.fill(typed=self.typed.promise))
        if self.typed.promise and not self.typed.due:
            self.wrong("due", told.DUE_WHEN)
        elif self.typed.due and not self.typed.promise:
            self.wrong("promise", told.PROMISED_WHAT)
        elif self.typed.due:
            self.fields["due"] = self._ahead("due")

    def answer(self) -> None:
        """What the customer answered, on the scale that was asked."""
        self.fields |= {"scale": self.typed.scale, "value": None}
        if not self.typed.scale:
            if self.typed.value or self.typed.words:
                self.wrong("scale", told.ASKED_WHAT)
            return
        scale = SCALES.get(self.typed.scale)  # type: ignore[call-overload]  # whatever was typed
        if scale is None or scale.kind not in told.QUESTIONS or self.taxonomy.facet(scale.facet) is None:
            self.wrong("scale", told.NO_SCALE)
            return
        said = self.typed.value
        if not said.isdecimal() or not scale.low <= int(said) <= scale.high:
            self.wrong("value", told.OUTSIDE.fill(low=f"{scale.low:g}", high=f"{scale.high:g}"))
        else:
            self.fields["value"] = float(said)

    def step(self) -> None:
        """What happens next, who does it, and by when."""
        self._term("department", Department, told.NO_DEPARTMENT)
        self.fields["step_due"] = None
        if not self.typed.step:
            if self.typed.department or self.typed.step_due:
                self.wrong("step", told.WHICH_STEP)
            return
        if not self.typed.department:
            self.wrong("department", told.WHO_DOES_IT)
        if not self.typed.step_due:
            self.wrong("step_due", told.DUE_WHEN)
        else:
            self.fields["step_due"] = self._ahead("step_due")

    def _ahead(self, name: str) -> date | None:
        found = self._day(name, lambda typed: coming_day(typed, self.today))
        if found and found < self.on:
            self.wrong(name, told.DUE_BEFORE)
        return found

    def _day[T](self, name: str, read: Callable[[str], T]) -> T | None:
        try:
            return read(getattr(self.typed, name))
        except InvalidInput as problem:
            self.wrong(name, problem.text)
            return None

    def _term(self, name: str, kind: type[Term], otherwise: Text) -> None:
        typed = getattr(self.typed, name)
        found = self.taxonomy.lookup(kind).called(typed) if typed else None
        if typed and found is None:
            self.wrong(name, otherwise.fill(typed=typed))
        self.fields[name] = found.slug if found else ""


def read(
    typed: Typed, taxonomy: Taxonomy, kinds: Sequence[str], now: datetime, *, numbered: bool
) -> dict[str, Any]:
    """The fields of an entry but for whose it is. Raises WrongDraft with everything that is wrong.

    `numbered`: whether the customer's number has to be among what was typed.
    """
    reading = Reading(typed, taxonomy, now)
    number = reading.typed.number
    if numbered and not number:
        reading.wrong("number", told.WHOSE)
    if len(number) > LONGEST_NUMBER:
        reading.wrong("number", told.TOO_LONG.fill(most=LONGEST_NUMBER))
    if number and reading.typed.kind not in kinds:
        reading.wrong("kind", told.NO_KIND.fill(kinds=", ".join(kinds)))
    reading.place()
    reading.times()
    reading.promise()
    reading.answer()
    reading.step()
    reading.context()
    reading.words()
    if reading.problems:
        raise WrongDraft(reading.problems)
    return reading.fields
