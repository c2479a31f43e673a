"""How long customers wait between two touchpoints, of one selection or of one beside another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import Schema

from leitstern.app.common.drawing import fitted, side, words
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.journeys.forms import ViewForm
from leitstern.app.journeys.funnel_form import designed
from leitstern.app.journeys.lined import BESIDE, Lined, lined_up, numbers, of_hundred, surest
from leitstern.app.journeys.pages import Built
from leitstern.charts.wait_spans import WaitSpan, wait_spans
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.flows import HOUR_US
from leitstern.core.outside.waits import (
    DAY_US,
    MINUTE_US,
    WITHIN,
    Waits,
    read_waits,
    wait_followed,
    wait_quantiles,
    wait_sums,
    waits,
)
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from leitstern.app.journeys.asking import Chosen, Side, Sides
    from leitstern.app.journeys.forms import Offered
    from leitstern.core.stats.estimate import Measured

HEADER = ("what", "until_hours", "value", "low", "high", "n", *BESIDE)
LASTING = Text(
    en="From {start} to {then}, half of the waits are over within {median} [{low}–{high}] and nine of ten within {p90} "
    "[{p90_low}–{p90_high}] (n {n} customers). It follows {share} of 100 contacts at {start} at all.",
    de="Von {start} bis {then} dauert die Hälfte der Wartezeiten höchstens {median} [{low}–{high}], neun von zehn dauern "
    "höchstens {p90} [{p90_low}–{p90_high}] (n {n} Kundinnen und Kunden). Nach {share} von 100 Kontakten bei {start} kommt es "
    "überhaupt dazu.",
)
DIFFERS = Text(
    en="The selections differ most in how often the wait is over within {span}: {share} of 100 here, {other} there, {points} "
    "points [{low} … {high}] (n {n} and {other_n}).",
    de="Am meisten unterscheiden sich die Auswahlen darin, wie oft das Warten höchstens {span} dauert: hier {share} von 100 Mal, "
    "dort {other}, {points} Punkte [{low} … {high}] (n {n} und {other_n}).",
)
ALIKE = Text(
    en="Within an hour, a day, a week and 30 days, the selections do not differ for sure.",
    de="Innerhalb einer Stunde, eines Tages, einer Woche und von 30 Tagen unterscheiden sich die Auswahlen nicht sicher.",
)
FEW_WAIT = Text(
    en="Fewer than five customers come from {start} to {then} on these journeys.",
    de="Auf diesen Reisen kommen weniger als fünf Kundinnen und Kunden von {start} bis {then}.",
)
ANYTHING = Text(en="the next contact", de="zum nächsten Kontakt")
UNITS = (
    (DAY_US, Text("{n} day", "{n} Tag"), Text("{n} days", "{n} Tage")),
    (HOUR_US, Text("{n} hour", "{n} Stunde"), Text("{n} hours", "{n} Stunden")),
    (MINUTE_US, Text("{n} minute", "{n} Minute"), Text("{n} minutes", "{n} Minuten")),
)
UP_TO = Text("up to {until}", "höchstens {until}")
OVER_TO = Text("over {above}, up to {until}", "über {above}, höchstens {until}")
OVER = Text("over {above}", "über {above}")


class WaitsForm(ViewForm):
    """From where to where; without a beginning the first two steps of the first journey that was designed."""

    start = forms.ChoiceField(label=_("From"))
    then = forms.ChoiceField(label=_("Up to the touchpoint"), required=False)

    def __init__(self, data: Mapping[str, Any], offered: Offered) -> None:
        super().__init__(data, offered)
        language = offered.traits.language
        named = sorted(
            ((each.slug, each.name.to(language)) for each in offered.taxonomy.touchpoints),
            key=lambda each: each[1],
        )
        for name, first in (("start", []), ("then", [("", gettext("the next contact, whichever"))])):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [*first, *named]
        if "start" not in self.data and (steps := designed(offered.taxonomy)):
            self.data = {"start": steps[0], "then": steps[1]} | dict(self.data)

    @property
    def ends(self) -> tuple[int, int | None]:
        """The codes of both."""
        lookup = self.offered.taxonomy.lookup(Touchpoint)
        start, then = (lookup.slug(self.cleaned_data[name]) for name in ("start", "then"))
        if start is None:
            raise AssertionError("What was offered is there.")
        return start.code, then.code if then else None


@dataclass(frozen=True, slots=True)
class Found:
    """Both selections, and the shares over within an hour, a day, a week and 30 days, line by line."""

    start: Text
    then: Text
    of: Sides[Waits]
    lined: tuple[Lined[tuple[int, Measured]], ...]


class WithinOut(Schema):
    """The share 0–1 of waits that are over within these hours."""

    hours: int
    share: Number
    other: Number | None
    difference: Number | None
    sure: bool | None


class SpanOut(Schema):
    """The share 0–1 of waits in a span of minutes; no end: null."""

    above_minutes: int | None
    until_minutes: int | None
    share: Number
    other: Number | None


class WaitsOut(Schema):
    """`followed`: share 0–1 of contacts at the first touchpoint after which the second comes at all; waits in hours."""

    sentence: TextOut
    followed: Number | None
    median_hours: Number | None
    p90_hours: Number | None
    other_median_hours: Number | None
    other_p90_hours: Number | None
    within: list[WithinOut]
    spans: list[SpanOut]


def found_waits(chosen: Chosen) -> Found:
    """The waits that the form asks for."""
    if not isinstance(chosen.view, WaitsForm):
        raise TypeError("Waits have a form of their own.")
    start, then = chosen.view.ends

    def compute(one: Side) -> Waits:
        import ibis

        rows = ibis.memtable(one.ask.run(waits(one.transitions, start, then)))
        parts = [one.ask.run(each(rows)) for each in (wait_sums, wait_followed, wait_quantiles)]
        return read_waits(parts[0], parts[1], parts[2], chosen.state.as_of)

    of = chosen.find("waits", compute, start, then)
    name = chosen.state.taxonomy.name
    return Found(
        name("touchpoint", start),
        ANYTHING if then is None else name("touchpoint", then),
        of,
        lined_up(
            of.map(lambda each: tuple(enumerate(each.within))), lambda each: each[0], lambda each: each[1]
        ),
    )


def sentence(found: Found) -> Text:
    """How long half and nine of ten wait, or where two selections differ most for sure."""
    here = found.of.a
    if here is None or not isinstance(here.median, Estimate) or not isinstance(here.p90, Estimate):
        return FEW_WAIT.fill(start=found.start, then=found.then)
    if found.of.compared:
        most = surest(found.lined)
        if most is None:
            return ALIKE
        (at, _share), told = most
        return DIFFERS.fill(span=lasting(WITHIN[at]), **told)
    median, p90 = _spelled(here.median), _spelled(here.p90)
    followed = of_hundred(here.followed)["share"] if isinstance(here.followed, Estimate) else 0
    return LASTING.fill(
        start=found.start,
        then=found.then,
        **dict(zip(("median", "low", "high"), median, strict=True)),
        **dict(zip(("p90", "p90_low", "p90_high"), p90, strict=True)),
        n=grouped(here.median.n),
        share=followed,
    )


def _spelled(hours: Estimate) -> list[Text]:
    """Value and bounds in words, closely enough that a narrow interval still has two ends."""
    ends = [each * HOUR_US for each in (hours.value, hours.low, hours.high)]
    told = [lasting(us) for us in ends]
    return [lasting(us, exact=True) for us in ends] if told[1] == told[2] else told


def lasting(us: float, *, exact: bool = False) -> Text:
    """A stretch of time in words, in its largest unit of which there are two, or exactly one; few days, and what is to
    be `exact`, to a tenth of it."""
    for size, one, many in UNITS:
        if us >= 2 * size or us == size or size == MINUTE_US:
            n = us / size
            if n == 1:
                return one.fill(n=1)
            closely = exact or (size == DAY_US and n < 10)
            digits = 1 if closely and round(n, 1) != round(n) else 0
            written = f"{n:.{digits}f}"
            return many.fill(n=Text(written, written.replace(".", ",")))
    raise AssertionError("The last unit takes whatever is left.")


def span_name(above_us: int | None, until_us: int | None) -> Text:
    """A span of the histogram in words."""
    if above_us is None and until_us is not None:
        return UP_TO.fill(until=lasting(until_us))
    if until_us is None:
        return OVER.fill(above=lasting(above_us or 0))
    return OVER_TO.fill(above=lasting(above_us or 0), until=lasting(until_us))


def waits_page(chosen: Chosen) -> Built:
    """The spans with their table."""
    found = found_waits(chosen)
    here, there = found.of.a, found.of.b
    some = here is not None and isinstance(here.median, Estimate)
    beside = there.spans if there else ()
    spans = []
    for at, each in enumerate(here.spans if here and some else ()):
        other = beside[at].share if found.of.compared and beside else None
        spans.append((span_name(each.above_us, each.until_us), each, other))
    lines = [(lasting(WITHIN[each.either[0]]), each) for each in found.lined]
    chart = ""
    if spans:
        drawn = [
            WaitSpan(words(name), side(each.share), side(other) if other else None)
            for name, each, other in spans
        ]
        chart = fitted(
            lambda sheet: wait_spans(drawn, sheet),
            "waits",
            gettext("How long the waits last"),
            gettext(
                "Of 100 waits, how many lasted how long; each span is a few times as long as the one before."
            ),
        )
    return Built(
        sentence(found),
        HEADER,
        _rows(found) if some else [],
        {"here": here if some else None, "there": there, "spans": spans, "lines": lines, "chart": chart},
    )


def waits_document(chosen: Chosen) -> WaitsOut:
    """The same for programs."""
    found = found_waits(chosen)
    here, there = found.of.a, found.of.b
    return WaitsOut(
        sentence=both(sentence(found)),
        followed=number(here.followed) if here else None,
        median_hours=number(here.median) if here else None,
        p90_hours=number(here.p90) if here else None,
        other_median_hours=number(there.median) if there else None,
        other_p90_hours=number(there.p90) if there else None,
        within=[
            WithinOut(
                hours=WITHIN[each.either[0]] // HOUR_US,
                share=number(each.share),
                other=number(each.beside.b) if each.beside else None,
                difference=number(each.beside.difference) if each.beside else None,
                sure=each.beside.sure if each.beside else None,
            )
            for each in found.lined
        ],
        spans=[
            SpanOut(
                above_minutes=_minutes(each.above_us),
                until_minutes=_minutes(each.until_us),
                share=number(each.share),
                other=number(there.spans[at].share) if there else None,
            )
            for at, each in enumerate(here.spans if here else ())
        ],
    )


def _rows(found: Found) -> list[list[object]]:
    here, empty = found.of.a, [None] * len(BESIDE)
    if here is None:
        return []
    rows: list[list[object]] = [
        [name, None, *numbers(measured, n=True), *empty]
        for name, measured in (
            ("median_hours", here.median),
            ("p90_hours", here.p90),
            ("followed", here.followed),
        )
    ]
    rows += [
        ["within", WITHIN[each.either[0]] / HOUR_US, *numbers(each.share, n=True), *each.cells]
        for each in found.lined
    ]
    rows += [["span", _hours(each.until_us), *numbers(each.share, n=True), *empty] for each in here.spans]
    return rows


def _hours(us: int | None) -> float | None:
    return None if us is None else us / HOUR_US


def _minutes(us: int | None) -> int | None:
    return None if us is None else us // MINUTE_US
