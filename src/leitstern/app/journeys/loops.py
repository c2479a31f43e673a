"""Loops and ping-pong: back at the same touchpoint or department within a journey, and what time that takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from django.utils.translation import gettext
from ninja import Schema

from leitstern.app.common.drawing import fitted, side, words
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.journeys.lined import BESIDE, Lined, lined_up, numbers, of_hundred, surest
from leitstern.app.journeys.pages import Built
from leitstern.charts.locales import LOCALES
from leitstern.charts.pair_matrix import Cell, Words, pair_matrix
from leitstern.core.company.taxonomy import Department, Touchpoint
from leitstern.core.outside.cases import designed_steps, within_cases
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS, shown
from leitstern.core.outside.loops import Loop, department_loops, read_loops, touchpoint_loops
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.journeys.asking import Chosen, Side

LISTED, DRAWN = 40, 12
HEADER = (
    *("kind", "here", "over", "customers", "journeys", "times", "share", "low", "high", "n"),
    *("lost_median_hours", "lost_low", "lost_high"),
    *BESIDE,
)
NOTHING_BETWEEN = Text(en="with nothing between", de="ohne etwas dazwischen")
OVER = Text(en="by way of {over}", de="über {over}")
BACK = Text(
    en="Of 100 journeys at {here}, {share} [{low}–{high}] come back there {over} (n {n} customers).{lost}",
    de="Von 100 Reisen mit {here} kommen {share} [{low}–{high}] {over} dorthin zurück (n {n} Kundinnen und Kunden).{lost}",
)
LOST = Text(en=" That typically takes {time}.", de=" Das dauert typischerweise {time}.")
DIFFERS = Text(
    en="The selections differ most at {here}, back {over}: {share} of 100 journeys here, {other} there, {points} points "
    "[{low} … {high}] (n {n} and {other_n}).",
    de="Am meisten unterscheiden sich die Auswahlen bei {here}, zurück {over}: hier {share} von 100 Reisen, dort {other}, "
    "{points} Punkte [{low} … {high}] (n {n} und {other_n}).",
)
ALIKE = Text(
    en="No loop differs for sure between the two selections.",
    de="Bei keiner Schleife unterscheiden sich die beiden Auswahlen sicher.",
)
NOBODY = Text(
    en="On these journeys fewer than five customers come back anywhere.",
    de="Auf diesen Reisen kommen nirgends fünf oder mehr Kundinnen und Kunden zurück.",
)
SAID = Words(
    Text(en="Back at {row}, {column}: {share} of 100", de="Zurück bei {row}, {column}: {share} von 100"),
    "{row} ↺ {column}",
)

type Kind = Literal["touchpoint", "department"]


@dataclass(frozen=True, slots=True)
class Back:
    """A loop of touchpoints or of departments."""

    kind: Kind
    loop: Loop


class LoopOut(Schema):
    """`share` of 0–1 journeys at `here` that come back by way of `over`; the same one: with nothing between."""

    kind: Kind
    here: str | None
    over: str | None
    customers: int | None
    journeys: int | None
    times: int | None
    share: Number
    lost_median_hours: Number
    other: Number | None
    difference: Number | None
    sure: bool | None


class LoopsOut(Schema):
    sentence: TextOut
    loops: list[LoopOut]


def found_loops(chosen: Chosen) -> tuple[Lined[Back], ...]:
    """Every loop of five customers or more, those of touchpoints first, each by the most customers."""
    designed = designed_steps(chosen.state.taxonomy)

    def compute(one: Side) -> tuple[Back, ...]:
        steps = one.transitions
        cases = within_cases(steps, one.ask.table("contacts"))
        of_touchpoints = read_loops(one.ask.run(touchpoint_loops(steps, designed)), chosen.state.as_of)
        of_departments = read_loops(one.ask.run(department_loops(cases, designed)), chosen.state.as_of)
        return (*_kept("touchpoint", of_touchpoints), *_kept("department", of_departments))

    return lined_up(
        chosen.find("loops", compute),
        lambda each: (each.kind, each.loop.here, each.loop.over),
        lambda each: each.loop.share,
    )


def _kept(kind: Kind, loops: Sequence[Loop]) -> list[Back]:
    return [Back(kind, shown(loop)) for loop in loops if loop.customers >= FEWEST][:LISTED]


def sentence(chosen: Chosen, found: Sequence[Lined[Back]]) -> Text:
    """What stands out: the loop of the most customers, or the one that differs most for sure."""
    if not found:
        return NOBODY
    if any(each.beside for each in found):
        most = surest(found)
        if most is None:
            return ALIKE
        back, told = most
        return DIFFERS.fill(here=_here(chosen, back), over=_over(chosen, back), **told)
    first = max((each.either for each in found), key=lambda each: each.loop.customers)
    if not isinstance(first.loop.share, Estimate):
        return NOBODY
    lost: Text | str = ""
    if isinstance(first.loop.lost_median, Estimate):
        time = timedelta(hours=first.loop.lost_median.value)
        lost = LOST.fill(time=Text(en=LOCALES["en"].length(time), de=LOCALES["de"].length(time)))
    return BACK.fill(
        here=_here(chosen, first), over=_over(chosen, first), lost=lost, **of_hundred(first.loop.share)
    )


def loops_page(chosen: Chosen) -> Built:
    """Both kinds with their pictures and tables."""
    found = found_loops(chosen)
    kinds: tuple[Kind, ...] = ("touchpoint", "department")
    of = {kind: [each for each in found if each.either.kind == kind] for kind in kinds}
    return Built(
        sentence(chosen, found),
        HEADER,
        [_row(chosen, each) for each in found],
        {
            kind: {
                "rows": [(each, _here(chosen, each.either), _over(chosen, each.either)) for each in of[kind]],
                "chart": _drawn(chosen, kind, of[kind][:DRAWN]),
            }
            for kind in kinds
        },
    )


def loops_document(chosen: Chosen) -> LoopsOut:
    """The same for programs."""
    found = found_loops(chosen)
    return LoopsOut(
        sentence=both(sentence(chosen, found)),
        loops=[
            LoopOut(
                kind=each.either.kind,
                here=_slug(chosen, each.either.kind, each.either.loop.here),
                over=_slug(chosen, each.either.kind, each.either.loop.over),
                customers=each.here.loop.customers if each.here else None,
                journeys=each.here.loop.journeys if each.here else None,
                times=each.here.loop.times if each.here else None,
                share=number(each.share),
                lost_median_hours=number(each.here.loop.lost_median if each.here else TOO_FEW_CUSTOMERS),
                other=number(each.beside.b) if each.beside else None,
                difference=number(each.beside.difference) if each.beside else None,
                sure=each.beside.sure if each.beside else None,
            )
            for each in found
        ],
    )


def _drawn(chosen: Chosen, kind: Kind, found: Sequence[Lined[Back]]) -> str:
    if not found:
        return ""
    rows = list(dict.fromkeys(words(_here(chosen, each.either)) for each in found))
    columns = list(dict.fromkeys(words(_over(chosen, each.either)) for each in found))
    cells = [
        Cell(
            row=rows.index(words(_here(chosen, each.either))),
            column=columns.index(words(_over(chosen, each.either))),
            share=side(each.share),
            other=side(each.beside.b) if each.beside else None,
            difference=side(each.beside.difference) if each.beside else None,
            sure=each.sure,
        )
        for each in found
    ]
    title = gettext("Back at the touchpoint") if kind == "touchpoint" else gettext("Back with the department")
    return fitted(
        lambda sheet: pair_matrix(rows, columns, cells, sheet, SAID),
        f"loops-{kind}",
        title,
        gettext("Of 100 journeys in the row, how many come back by way of the column."),
    )


def _row(chosen: Chosen, each: Lined[Back]) -> list[object]:
    back, here = each.either, each.here.loop if each.here else None
    return [
        back.kind,
        _slug(chosen, back.kind, back.loop.here),
        _slug(chosen, back.kind, back.loop.over),
        *([here.customers, here.journeys, here.times] if here else [None] * 3),
        *numbers(here.share if here else None, n=True),
        *numbers(here.lost_median if here else None),
        *each.cells,
    ]


def _here(chosen: Chosen, back: Back) -> Text:
    return chosen.state.taxonomy.name(back.kind, back.loop.here)


def _over(chosen: Chosen, back: Back) -> Text:
    if back.loop.over == back.loop.here:
        return NOTHING_BETWEEN
    return OVER.fill(over=chosen.state.taxonomy.name(back.kind, back.loop.over))


def _slug(chosen: Chosen, kind: Kind, code: int) -> str | None:
    term = chosen.state.taxonomy.lookup(Touchpoint if kind == "touchpoint" else Department).code(code)
    return term.slug if term else None
