"""How far customers get along touchpoints, of one selection or of one beside another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext
from ninja import Schema

from leitstern.app.common.drawing import fitted, side, words
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.common.templatetags.ui import hours
from leitstern.app.journeys.asking import Sides
from leitstern.app.journeys.funnel_form import FunnelForm
from leitstern.app.journeys.lined import BESIDE, Lined, lined_up, numbers, of_hundred, surest
from leitstern.app.journeys.pages import Built
from leitstern.charts.funnel_steps import Branch, FunnelStep, funnel_steps
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS
from leitstern.core.outside.funnel import (
    Funnel,
    Instead,
    Mode,
    Step,
    Way,
    funnel_instead,
    funnel_sums,
    funnel_waits,
    read_funnel,
    walks,
)
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text, grouped
from leitstern.store.held.funnel import walks as walked_in_order

if TYPE_CHECKING:
    from leitstern.app.journeys.asking import Chosen, Side

HEADER = (
    *("step", "touchpoint", "instead", "customers", "share", "low", "high", "n"),
    *("wait_median_hours", "wait_low", "wait_high", *BESIDE),
)
THROUGH = Text(
    en="Of 100 customers {first}, {share} [{low}–{high}] get as far as {last} within {days} days (n {n} customers).{lost}",
    de="Von 100 Kundinnen und Kunden {first} kommen {share} [{low}–{high}] innerhalb von {days} Tagen bis {last} "
    "(n {n} Kundinnen und Kunden).{lost}",
)
LOST = Text(
    en=" Most stay behind after {step}: {stopped} of {customers}.{instead}",
    de=" Die meisten bleiben nach {step} zurück: {stopped} von {customers}.{instead}",
)
NEXT = Text(en=" What they do next most often: {name}.", de=" Was sie danach am häufigsten tun: {name}.")
DIFFERS = Text(
    en="The selections differ most at {step}: {share} of 100 who begin get there here, {other} there, {points} points "
    "[{low} … {high}] (n {n} and {other_n}).",
    de="Am meisten unterscheiden sich die Auswahlen bei {step}: hier kommen {share} von 100, die beginnen, so weit, dort "
    "{other}, {points} Punkte [{low} … {high}] (n {n} und {other_n}).",
)
ALIKE = Text(
    en="At no step do the two selections differ for sure.",
    de="Bei keinem Schritt unterscheiden sich die beiden Auswahlen sicher.",
)
FEW_BEGIN = Text(
    en="Fewer than five customers begin this way so that its days are over by now. Choose another first touchpoint, or "
    "fewer days.",
    de="Weniger als fünf Kundinnen und Kunden beginnen diesen Weg so, dass seine Tage schon vorüber sind. Wählen Sie einen "
    "anderen ersten Kontaktpunkt oder weniger Tage.",
)
AT = Text(en="at {name}", de="bei {name}")
AT_ANY = Text(en="who meet one of these touchpoints", de="an einem dieser Kontaktpunkte")
ANY_STEP = Text(en="{at} of these {all}", de="{at} von diesen {all}")
NOTHING_IN_TIME = Text(en="nothing within {days} days", de="nichts innerhalb von {days} Tagen")
RARER = Text(en="anything else", de="etwas anderes")


@dataclass(frozen=True, slots=True)
class Found:
    """The steps of both selections after the first, which all who begin have reached."""

    way: Way
    of: Sides[Funnel]
    lined: tuple[Lined[tuple[int, Step]], ...]

    @property
    def here(self) -> Funnel | None:
        """The selection's own; None where fewer than five customers begin."""
        return self.of.a


class InsteadOut(Schema):
    """What those who stop do next: a touchpoint, `nothing` within the days, or neither: rarer ones together."""

    touchpoint: str | None
    nothing: bool
    customers: int | None
    share: Number


class FunnelStepOut(Schema):
    """`share` of 0–1 of those at the first step; in any order a step is one more of the touchpoints."""

    touchpoint: str | None
    customers: int | None
    share: Number | None
    wait_median_hours: Number | None
    stopped: int | None
    instead: list[InsteadOut]
    other: Number | None
    difference: Number | None
    sure: bool | None


class FunnelOut(Schema):
    """`pending` customers have begun, and their days are not over (null: fewer than five)."""

    sentence: TextOut
    mode: str
    days: int
    pending: int | None
    steps: list[FunnelStepOut]


def found_funnel(chosen: Chosen) -> Found:
    """The funnel that the form asks for."""
    if not isinstance(chosen.view, FunnelForm):
        raise TypeError("A funnel has a form of its own.")
    way = chosen.view.way

    def compute(one: Side) -> Funnel | None:
        import ibis

        as_of, steps = chosen.state.as_of, len(way.steps)
        line, picked = one.ask.reader.line(), one.picked
        if way.mode is Mode.ORDERED and line and picked:
            taken = walked_in_order(line.of(picked.chosen), way, as_of)
        else:
            taken = one.ask.run(walks(one.transitions, way, as_of))
        walked = ibis.memtable(taken)
        parts = [each(walked, steps) for each in (funnel_sums, funnel_waits, funnel_instead)]
        sums, waits, instead = map(one.ask.run, parts)
        funnel = read_funnel(sums, waits, instead, way, as_of)
        return funnel if funnel.customers >= FEWEST else None

    found = chosen.find("funnel", compute, way)
    of: Sides[Funnel] = Sides(found.a, found.b, found.compared)

    def later(funnel: Funnel | None) -> tuple[tuple[int, Step], ...]:
        return tuple(enumerate(funnel.steps))[1:] if funnel else ()

    lined = lined_up(
        Sides(later(of.a), later(of.b), of.compared),
        lambda each: each[0],
        lambda each: each[1].share or TOO_FEW_CUSTOMERS,
    )
    return Found(way, of, lined)


def sentence(chosen: Chosen, found: Found) -> Text:
    """How many get through and where most are lost, or where two selections differ most for sure."""
    if found.here is None:
        return FEW_BEGIN
    if found.of.compared:
        most = surest(found.lined)
        if most is None:
            return ALIKE
        (at, _), told = most
        return DIFFERS.fill(step=step_name(chosen, found.way, at), **told)
    steps = found.here.steps
    last = steps[-1].share
    if not isinstance(last, Estimate):
        return FEW_BEGIN
    begin = AT_ANY
    if found.way.mode is not Mode.ANY:
        begin = AT.fill(name=step_name(chosen, found.way, 0))
    return THROUGH.fill(
        first=begin,
        last=step_name(chosen, found.way, len(steps) - 1),
        days=found.way.days,
        lost=_lost(chosen, found.way, steps),
        **of_hundred(last),
    )


def _lost(chosen: Chosen, way: Way, steps: tuple[Step, ...]) -> Text:
    at = max(range(len(steps)), key=lambda at: steps[at].stopped)
    step = steps[at]
    if step.stopped < FEWEST:
        return Text("", "")
    instead = Text("", "")
    if step.instead and step.instead[0].touchpoint is not None:
        instead = NEXT.fill(name=instead_name(chosen, way, step.instead[0]))
    return LOST.fill(
        step=step_name(chosen, way, at),
        stopped=grouped(step.stopped),
        customers=grouped(step.customers),
        instead=instead,
    )


def step_name(chosen: Chosen, way: Way, at: int) -> Text:
    """The touchpoint; in any order, how many of them."""
    if way.mode is Mode.ANY:
        return ANY_STEP.fill(at=at + 1, all=len(way.steps))
    return chosen.state.taxonomy.name("touchpoint", way.steps[at])


def instead_name(chosen: Chosen, way: Way, each: Instead) -> Text:
    """What was done instead, in words."""
    if each.touchpoint is None:
        return RARER
    if each.nothing:
        return NOTHING_IN_TIME.fill(days=way.days)
    return chosen.state.taxonomy.name("touchpoint", each.touchpoint)


def funnel_page(chosen: Chosen) -> Built:
    """The steps with their branches and table."""
    found = found_funnel(chosen)
    steps = found.here.steps if found.here else ()
    rows = []
    for at, step in enumerate(steps):
        instead = [(each, instead_name(chosen, found.way, each)) for each in step.instead]
        rows.append((step_name(chosen, found.way, at), step, _lined(found, at), instead))
    return Built(
        sentence(chosen, found),
        HEADER,
        [row for at, step in enumerate(steps) for row in _rows(chosen, found, at, step)],
        {
            "rows": rows,
            "chart": _drawn(chosen, found),
            "pending": _many(found.here.pending) if found.here else 0,
        },
    )


def funnel_document(chosen: Chosen) -> FunnelOut:
    """The same for programs."""
    found = found_funnel(chosen)
    return FunnelOut(
        sentence=both(sentence(chosen, found)),
        mode=found.way.mode.value,
        days=found.way.days,
        pending=_many(found.here.pending) if found.here else None,
        steps=[_step_out(chosen, found, at, step) for at, step in enumerate(found.here.steps)]
        if found.here
        else [],
    )


def _step_out(chosen: Chosen, found: Found, at: int, step: Step) -> FunnelStepOut:
    line = _lined(found, at)
    told = line.beside if line else None
    return FunnelStepOut(
        touchpoint=_slug(chosen, found.way.steps[at]) if found.way.mode is not Mode.ANY else None,
        customers=_many(step.customers),
        share=number(step.share) if step.share else None,
        wait_median_hours=number(step.wait_median) if step.wait_median else None,
        stopped=_many(step.stopped),
        instead=[
            InsteadOut(
                touchpoint=_slug(chosen, each.touchpoint),
                nothing=each.nothing,
                customers=_many(each.customers),
                share=number(each.share),
            )
            for each in step.instead
        ],
        other=number(told.b) if told else None,
        difference=number(told.difference) if told else None,
        sure=told.sure if told else None,
    )


def _drawn(chosen: Chosen, found: Found) -> str:
    if found.here is None:
        return ""
    drawn = []
    for at, step in enumerate(found.here.steps):
        line = _lined(found, at)
        told = line.beside if line else None
        branches = [
            Branch(words(instead_name(chosen, found.way, each)), side(each.share)) for each in step.instead
        ]
        drawn.append(
            FunnelStep(
                name=words(step_name(chosen, found.way, at)),
                customers=step.customers,
                share=side(step.share) if step.share else None,
                wait=hours(step.wait_median.value) if isinstance(step.wait_median, Estimate) else "",
                stopped=_many(step.stopped) or 0,
                instead=tuple(branches),
                other=side(told.b) if told else None,
                difference=side(told.difference) if told else None,
                sure=bool(told and told.sure),
            )
        )
    return fitted(
        lambda sheet: funnel_steps(drawn, sheet),
        "funnel",
        gettext("How far customers get"),
        gettext(
            "Step by step the share of those who begin, and beside it what those did next who stopped there."
        ),
    )


def _rows(chosen: Chosen, found: Found, at: int, step: Step) -> list[list[object]]:
    line, slug = _lined(found, at), None
    if found.way.mode is not Mode.ANY:
        slug = _slug(chosen, found.way.steps[at])
    rest = line.cells if line else [None] * len(BESIDE)
    rows: list[list[object]] = [
        [
            at + 1,
            slug,
            None,
            _many(step.customers),
            *numbers(step.share, n=True),
            *numbers(step.wait_median),
            *rest,
        ]
    ]
    empty = [None] * (3 + len(BESIDE))
    for each in step.instead:
        name = "nothing" if each.nothing else _slug(chosen, each.touchpoint) or "other"
        rows.append([at + 1, slug, name, _many(each.customers), *numbers(each.share, n=True), *empty])
    return rows


def _lined(found: Found, at: int) -> Lined[tuple[int, Step]] | None:
    return next((each for each in found.lined if each.either[0] == at), None)


def _slug(chosen: Chosen, code: int | None) -> str | None:
    term = chosen.state.taxonomy.lookup(Touchpoint).code(code) if code is not None else None
    return term.slug if term else None


def _many(customers: int) -> int | None:
    """How many they are, unless these are a few whom somebody might know."""
    return customers if customers == 0 or customers >= FEWEST else None
