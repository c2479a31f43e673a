"""Where customers had to say again what the company knew: from which place to which, and how much of that is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext
from ninja import Schema

from leitstern.app.common.drawing import fitted, side, words
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.journeys.lined import BESIDE, Lined, lined_up, numbers, of_hundred, surest
from leitstern.app.journeys.pages import Built
from leitstern.charts.pair_matrix import Cell, Words, pair_matrix
from leitstern.core.company.taxonomy import CLASSES
from leitstern.core.outside.few import FEWEST
from leitstern.core.outside.told_again import (
    Place,
    Recorded,
    ToldAgain,
    how_much_recorded,
    read_recorded,
    read_told_again,
    told_again,
)
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.journeys.asking import Chosen, Side

LISTED, DRAWN = 40, 12
PLACES: tuple[Place, ...] = ("touchpoint", "department")
HEADER = ("kind", "before", "here", "customers", "contacts", "share", "low", "high", "n", *BESIDE)
TOLD = Text(
    en="Of 100 contacts at {here} after {before}, in {share} [{low}–{high}] customers had to say again what we knew already "
    "(n {n} customers).",
    de="Bei {share} [{low}–{high}] von 100 Kontakten bei {here} nach {before} mussten Kundinnen und Kunden noch einmal sagen, "
    "was wir schon wussten (n {n} Kundinnen und Kunden).",
)
DIFFERS = Text(
    en="The selections differ most at {here} after {before}: told again in {share} of 100 contacts here, in {other} there, "
    "{points} points [{low} … {high}] (n {n} and {other_n}).",
    de="Am meisten unterscheiden sich die Auswahlen bei {here} nach {before}: hier bei {share} von 100 Kontakten noch einmal "
    "gesagt, dort bei {other}, {points} Punkte [{low} … {high}] (n {n} und {other_n}).",
)
ALIKE = Text(
    en="Nowhere do the two selections differ for sure in what had to be told again.",
    de="Nirgends unterscheiden sich die beiden Auswahlen sicher darin, was noch einmal gesagt werden musste.",
)
NEVER = Text(
    en="Wherever it is recorded, nobody had to say again what we knew.",
    de="Wo es festgehalten ist, musste niemand noch einmal sagen, was wir schon wussten.",
)
NOWHERE = Text(
    en="No source records for five customers or more whether they had to say again what we knew. That is not the same as never.",
    de="Keine Quelle hält für fünf oder mehr Kundinnen und Kunden fest, ob sie noch einmal sagen mussten, was wir schon wussten. "
    "Das heißt nicht: nie.",
)
SAID = Words(
    Text(
        en="At {column} after {row}: told again in {share} of 100",
        de="Bei {column} nach {row}: bei {share} von 100 noch einmal gesagt",
    )
)


@dataclass(frozen=True, slots=True)
class Told:
    """A pair of touchpoints or of departments."""

    kind: Place
    pair: ToldAgain


class ToldAgainOut(Schema):
    """`share` of 0–1 contacts at `here`, just after one at `before`, in which customers had to tell it again.

    Of the contacts for which that is recorded.
    """

    kind: Place
    before: str | None
    here: str | None
    customers: int | None
    contacts: int | None
    share: Number
    other: Number | None
    difference: Number | None
    sure: bool | None


class ToldAgainsOut(Schema):
    """`recorded` of the `contacts` that follow another say whether it was told again; the others say nothing."""

    sentence: TextOut
    contacts: int | None
    recorded: int | None
    pairs: list[ToldAgainOut]


def found_told(chosen: Chosen) -> tuple[Lined[Told], ...]:
    """Every pair for which it is recorded of five customers or more; where it happens most comes first."""

    def compute(one: Side) -> tuple[Told, ...]:
        steps, contacts = one.transitions, one.ask.table("contacts")
        return tuple(
            Told(kind, pair)
            for kind in PLACES
            for pair in _kept(
                read_told_again(one.ask.run(told_again(steps, contacts, kind)), chosen.state.as_of)
            )
        )

    return lined_up(
        chosen.find("told again", compute),
        lambda each: (each.kind, each.pair.before, each.pair.here),
        lambda each: each.pair.share,
    )


def how_much(chosen: Chosen) -> Recorded | None:
    """For how many contacts of the selection it is recorded; None where it may not be shown."""

    def compute(one: Side) -> Recorded:
        return read_recorded(one.ask.run(how_much_recorded(one.transitions, one.ask.table("contacts"))))

    return chosen.alone.find("told again: recorded", compute).a


def _kept(found: Sequence[ToldAgain]) -> Sequence[ToldAgain]:
    return [each for each in found if each.customers >= FEWEST][:LISTED]


def sentence(chosen: Chosen, found: Sequence[Lined[Told]]) -> Text:
    """What stands out: the pair where it happens to the most contacts, or the one that differs most for sure."""
    points = [each for each in found if each.either.kind == "touchpoint"]
    if not points:
        return NOWHERE
    if any(each.beside for each in points):
        most = surest(points)
        if most is None:
            return ALIKE
        told, said = most
        return DIFFERS.fill(before=_before(chosen, told), here=_here(chosen, told), **said)
    first = points[0]
    if not isinstance(first.share, Estimate) or not first.share.value:
        return NEVER
    return TOLD.fill(
        before=_before(chosen, first.either), here=_here(chosen, first.either), **of_hundred(first.share)
    )


def told_again_page(chosen: Chosen) -> Built:
    """Both kinds with their pictures and tables."""
    found = found_told(chosen)
    of = {kind: [each for each in found if each.either.kind == kind] for kind in PLACES}
    return Built(
        sentence(chosen, found),
        HEADER,
        [_row(chosen, each) for each in found],
        {
            "told_said": sentence(chosen, found),
            "told_recorded": how_much(chosen),
            "told": {
                kind: {
                    "rows": [
                        (each, _before(chosen, each.either), _here(chosen, each.either)) for each in of[kind]
                    ],
                    "chart": _drawn(chosen, kind, of[kind][:DRAWN]),
                }
                for kind in PLACES
            },
        },
    )


def told_again_document(chosen: Chosen) -> ToldAgainsOut:
    """The same for programs."""
    found, known = found_told(chosen), how_much(chosen)
    return ToldAgainsOut(
        sentence=both(sentence(chosen, found)),
        contacts=known.contacts if known else None,
        recorded=known.recorded if known else None,
        pairs=[
            ToldAgainOut(
                kind=each.either.kind,
                before=_slug(chosen, each.either.kind, each.either.pair.before),
                here=_slug(chosen, each.either.kind, each.either.pair.here),
                customers=each.here.pair.customers if each.here else None,
                contacts=each.here.pair.contacts if each.here else None,
                share=number(each.share),
                other=number(each.beside.b) if each.beside else None,
                difference=number(each.beside.difference) if each.beside else None,
                sure=each.beside.sure if each.beside else None,
            )
            for each in found
        ],
    )


def _drawn(chosen: Chosen, kind: Place, found: Sequence[Lined[Told]]) -> str:
    if not found:
        return ""
    rows = list(dict.fromkeys(words(_before(chosen, each.either)) for each in found))
    columns = list(dict.fromkeys(words(_here(chosen, each.either)) for each in found))
    cells = [
        Cell(
            row=rows.index(words(_before(chosen, each.either))),
            column=columns.index(words(_here(chosen, each.either))),
            share=side(each.share),
            other=side(each.beside.b) if each.beside else None,
            difference=side(each.beside.difference) if each.beside else None,
            sure=each.sure,
        )
        for each in found
    ]
    title = (
        gettext("Told again, by touchpoint") if kind == "touchpoint" else gettext("Told again, by department")
    )
    return fitted(
        lambda sheet: pair_matrix(rows, columns, cells, sheet, SAID),
        f"told-again-{kind}",
        title,
        gettext("Of 100 contacts in the column just after the row, in how many it had to be told again."),
    )


def _row(chosen: Chosen, each: Lined[Told]) -> list[object]:
    told, here = each.either, each.here.pair if each.here else None
    return [
        told.kind,
        _slug(chosen, told.kind, told.pair.before),
        _slug(chosen, told.kind, told.pair.here),
        *([here.customers, here.contacts] if here else [None] * 2),
        *numbers(here.share if here else None, n=True),
        *each.cells,
    ]


def _before(chosen: Chosen, told: Told) -> Text:
    return chosen.state.taxonomy.name(told.kind, told.pair.before)


def _here(chosen: Chosen, told: Told) -> Text:
    return chosen.state.taxonomy.name(told.kind, told.pair.here)


def _slug(chosen: Chosen, kind: Place, code: int) -> str | None:
    term = chosen.state.taxonomy.lookup(CLASSES[kind]).code(code)
    return term.slug if term else None
