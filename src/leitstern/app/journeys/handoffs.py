"""Handoffs from department to department within cases, of one selection or of one beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext
from ninja import Schema

from leitstern.app.common.drawing import fitted, side, words
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.journeys.lined import BESIDE, Lined, lined_up, numbers, of_hundred, surest
from leitstern.app.journeys.pages import Built
from leitstern.app.journeys.told_again import told_again_page
from leitstern.charts.pair_matrix import Cell, pair_matrix
from leitstern.core.company.taxonomy import Department
from leitstern.core.outside.cases import designed_steps, within_cases
from leitstern.core.outside.few import FEWEST, TOO_FEW_CUSTOMERS, shown
from leitstern.core.outside.handed_on import HandedOn, handed_on, read_handed_on
from leitstern.core.outside.handoffs import handoffs, read_handoffs
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.journeys.asking import Chosen, Side

HEADER = (
    *("department", "next_department", "customers", "contacts", "share", "low", "high", "n"),
    *(
        "wait_median_hours",
        "wait_low",
        "wait_high",
        "returned",
        "returned_low",
        "returned_high",
        "returned_n",
    ),
    *BESIDE,
)
HANDED = Text(
    en="Within cases, of 100 contacts with {department} {share} [{low}–{high}] are handed on to {next} (n {n} customers).",
    de="Innerhalb von Vorgängen werden von 100 Kontakten mit {department} {share} [{low}–{high}] an {next} übergeben (n {n} "
    "Kundinnen und Kunden).",
)
BACK = Text(
    en=" Of 100 of these, {share} [{low}–{high}] are sent straight back.",
    de=" Von 100 davon gehen {share} [{low}–{high}] gleich wieder zurück.",
)
DIFFERS = Text(
    en="The selections differ most from {department} to {next}: {share} of 100 contacts are handed on here, {other} there, "
    "{points} points [{low} … {high}] (n {n} and {other_n}).",
    de="Am meisten unterscheiden sich die Auswahlen von {department} zu {next}: hier werden {share} von 100 Kontakten "
    "übergeben, dort {other}, {points} Punkte [{low} … {high}] (n {n} und {other_n}).",
)
ALIKE = Text(
    en="No handoff differs for sure between the two selections.",
    de="Bei keiner Übergabe unterscheiden sich die beiden Auswahlen sicher.",
)
NOBODY = Text(
    en="On these journeys no case changes hands for five customers or more.",
    de="Auf diesen Reisen wechselt kein Vorgang bei fünf oder mehr Kundinnen und Kunden den Bereich.",
)


class HandedOnOut(Schema):
    """`share` of 0–1 contacts in `department` that are handed on to `next_department`; `returned` of 0–1 of those."""

    department: str | None
    next_department: str | None
    customers: int | None
    contacts: int | None
    share: Number
    wait_median_hours: Number
    returned: Number
    other: Number | None
    difference: Number | None
    sure: bool | None


class HandedOnMatrixOut(Schema):
    sentence: TextOut
    handoffs: list[HandedOnOut]


def found_handoffs(chosen: Chosen) -> tuple[Lined[HandedOn], ...]:
    """Every pair of departments of the selection or of the one beside it, the most customers first."""

    def compute(one: Side) -> tuple[HandedOn, ...]:
        steps = within_cases(one.transitions, one.ask.table("contacts"))
        passed = read_handoffs(
            one.ask.run(handoffs(steps, designed_steps(chosen.state.taxonomy))), chosen.state.as_of
        )
        found = read_handed_on(one.ask.run(handed_on(steps)), passed, chosen.state.as_of)
        return tuple(shown(each) for each in found if each.customers >= FEWEST)

    return lined_up(
        chosen.find("handoffs", compute),
        lambda each: (each.department, each.next_department),
        lambda each: each.share,
    )


def sentence(chosen: Chosen, found: Sequence[Lined[HandedOn]]) -> Text:
    """What stands out: the most frequent handoff and what comes back of it, or the one that differs most for sure."""
    name = chosen.state.taxonomy.name
    if not found:
        return NOBODY
    if any(each.beside for each in found):
        most = surest(found)
        if most is None:
            return ALIKE
        pair, told = most
        return DIFFERS.fill(
            department=name("department", pair.department),
            next=name("department", pair.next_department),
            **told,
        )
    first = found[0].either
    if not isinstance(first.share, Estimate):
        return NOBODY
    said = HANDED.fill(
        department=name("department", first.department),
        next=name("department", first.next_department),
        **of_hundred(first.share),
    )
    if not isinstance(first.returned, Estimate):
        return said
    back = BACK.fill(**of_hundred(first.returned))
    return Text(en=said.en + back.en, de=said.de + back.de)


def handoffs_page(chosen: Chosen) -> Built:
    """The matrix with its table, and what had to be told again on the way."""
    found, name = found_handoffs(chosen), chosen.state.taxonomy.name
    told = told_again_page(chosen)
    rows = [
        (
            each,
            name("department", each.either.department),
            name("department", each.either.next_department),
        )
        for each in found
    ]
    return Built(
        sentence(chosen, found),
        HEADER,
        [_row(chosen, each) for each in found],
        {"rows": rows, "chart": _drawn(chosen, found), **told.context},
        {"told-again": told},
    )


def handoffs_document(chosen: Chosen) -> HandedOnMatrixOut:
    """The same for programs."""
    found = found_handoffs(chosen)
    return HandedOnMatrixOut(
        sentence=both(sentence(chosen, found)),
        handoffs=[
            HandedOnOut(
                department=_slug(chosen, each.either.department),
                next_department=_slug(chosen, each.either.next_department),
                customers=each.here.customers if each.here else None,
                contacts=each.here.contacts if each.here else None,
                share=number(each.share),
                wait_median_hours=number(each.here.wait_median if each.here else TOO_FEW_CUSTOMERS),
                returned=number(each.here.returned if each.here else TOO_FEW_CUSTOMERS),
                other=number(each.beside.b) if each.beside else None,
                difference=number(each.beside.difference) if each.beside else None,
                sure=each.beside.sure if each.beside else None,
            )
            for each in found
        ],
    )


def _drawn(chosen: Chosen, found: Sequence[Lined[HandedOn]]) -> str:
    if not found:
        return ""
    used = dict.fromkeys(
        code for each in found for code in (each.either.department, each.either.next_department)
    )
    names = [words(chosen.state.taxonomy.name("department", code)) for code in used]
    place = {code: at for at, code in enumerate(used)}
    cells = [
        Cell(
            row=place[each.either.department],
            column=place[each.either.next_department],
            share=side(each.share),
            other=side(each.beside.b) if each.beside else None,
            difference=side(each.beside.difference) if each.beside else None,
            sure=each.sure,
        )
        for each in found
    ]
    return fitted(
        lambda sheet: pair_matrix(names, names, cells, sheet),
        "handoffs",
        gettext("From department to department"),
        gettext(
            "Of 100 contacts with the department of the row, how many are handed on to that of the column."
        ),
    )


def _row(chosen: Chosen, each: Lined[HandedOn]) -> list[object]:
    pair, here = each.either, each.here
    return [
        _slug(chosen, pair.department),
        _slug(chosen, pair.next_department),
        here.customers if here else None,
        here.contacts if here else None,
        *numbers(here.share if here else None, n=True),
        *numbers(here.wait_median if here else None),
        *numbers(here.returned if here else None, n=True),
        *each.cells,
    ]


def _slug(chosen: Chosen, code: int) -> str | None:
    term = chosen.state.taxonomy.lookup(Department).code(code)
    return term.slug if term else None
