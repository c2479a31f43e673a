"""Whether customers have contact again, by when they began: of one selection or of one beside another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # of a schema
from typing import TYPE_CHECKING

from django.utils.translation import gettext
from ninja import Schema

from leitstern.app.common.drawing import fitted, locale, side, words
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.journeys.cohorts_form import CohortsForm
from leitstern.app.journeys.lined import BESIDE, Lined, lined_up, numbers, of_hundred, surest
from leitstern.app.journeys.pages import Built
from leitstern.charts.cohort_field import cohort_field
from leitstern.charts.pair_matrix import Cell
from leitstern.core.outside.cohorts import DAYS, Again, By, came_again, cohorts_begun, read_cohorts
from leitstern.core.outside.few import shown
from leitstern.core.outside.periods import name, short_name
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.app.journeys.asking import Chosen, Side

NEWEST = 12  # cohorts in the picture
HEADER = ("since", "span", "share", "low", "high", "n", *BESIDE)
ALL = Text(en="All", de="Alle")
SPAN: dict[By, Text] = {
    "quarter": Text(
        en="quarter {span} after the first contact", de="{span}. Vierteljahr nach dem ersten Kontakt"
    ),
    "month": Text(en="month {span} after the first contact", de="{span}. Monat nach dem ersten Kontakt"),
}
LENGTH: dict[By, Text] = {
    "quarter": Text(en="quarter", de="Vierteljahr"),
    "month": Text(en="month", de="Monat"),
}
FIRST = Text(
    en="Of 100 customers, {share} [{low}–{high}] have contact again within the first {length} after their first one "
    "(n {n} customers).{last}",
    de="Von 100 Kundinnen und Kunden haben {share} [{low}–{high}] im ersten {length} nach ihrem ersten Kontakt wieder "
    "einen (n {n}).{last}",
)
LAST = Text(
    en=" In {length} {span} after it these are {share} [{low}–{high}] (n {n}).",
    de=" Im {span}. {length} danach sind es {share} [{low}–{high}] (n {n}).",
)
DIFFERS = Text(
    en="The selections differ most in {length} {span} after the first contact ({cohort}): {share} of 100 customers have "
    "contact again here, {other} there, {points} points [{low} … {high}] (n {n} and {other_n}).",
    de="Am meisten unterscheiden sich die Auswahlen im {span}. {length} nach dem ersten Kontakt ({cohort}): hier haben {share} "
    "von 100 Kundinnen und Kunden wieder Kontakt, dort {other}, {points} Punkte [{low} … {high}] (n {n} und {other_n}).",
)
ALIKE = Text(
    en="In no span of time the two selections differ for sure.",
    de="In keinem Zeitraum unterscheiden sich die beiden Auswahlen sicher.",
)
TOO_EARLY = Text(
    en="Too little time has passed, or fewer than five customers began in the same {length}.",
    de="Noch ist zu wenig Zeit vergangen, oder weniger als fünf Kundinnen und Kunden haben im selben {length} begonnen.",
)
COHORT = Text(en="begun in {since}", de="begonnen: {since}")
EVERYBODY = Text(en="all of them", de="alle")


class AgainOut(Schema):
    """`share` of 0–1 customers who began in the period from `since` (none: of all) who had contact again in `span`."""

    since: date | None
    span: int
    share: Number
    other: Number | None
    difference: Number | None
    sure: bool | None


class CohortsOut(Schema):
    sentence: TextOut
    by: By
    days: int
    cells: list[AgainOut]


@dataclass(frozen=True, slots=True)
class Cohorts:
    """By what customers were put together, and what was found: of all first, then of each cohort, the newest first."""

    by: By
    cells: tuple[Lined[Again], ...]

    @property
    def rows(self) -> list[date | None]:
        """The cohorts of the picture in their order, where two selections stand beside each other those of both; None: all."""
        seen = [
            each for each in self.cells if not each.beside or isinstance(each.beside.difference, Estimate)
        ]
        return list(dict.fromkeys(each.either.since for each in seen))[: NEWEST + 1]


def found_cohorts(chosen: Chosen) -> Cohorts:
    """Every cohort and span that has been lived."""
    view = chosen.view
    if not isinstance(view, CohortsForm):
        raise TypeError("Cohorts are asked for by their own form.")
    by = view.by_chosen

    def compute(one: Side) -> tuple[Again, ...]:
        journeys = one.ask.table("journeys")
        begun = one.ask.run(cohorts_begun(one.journeys, journeys, by))
        again = one.ask.run(came_again(one.journeys, journeys, one.ask.table("transitions"), by))
        return tuple(map(shown, read_cohorts(begun, again, by, chosen.state.as_of)))

    lined = lined_up(
        chosen.find("cohorts", compute, by), lambda each: (each.since, each.span), lambda each: each.share
    )
    newest = date.max
    ordered = sorted(
        lined, key=lambda each: ((each.either.since or newest).toordinal() * -1, each.either.span)
    )
    return Cohorts(by, tuple(ordered))


def sentence(found: Cohorts) -> Text:
    """What stands out: how many come again at first and at last, or where the selections differ most for sure."""
    length = LENGTH[found.by]
    together = [each for each in found.cells if each.either.since is None]
    if not together:
        return TOO_EARLY.fill(length=length)
    if any(each.beside for each in found.cells):
        most = surest(found.cells)
        if most is None:
            return ALIKE
        cell, told = most
        cohort = EVERYBODY if cell.since is None else COHORT.fill(since=name(cell.since, found.by))
        return DIFFERS.fill(length=length, span=cell.span, cohort=cohort, **told)
    first = together[0]
    if not isinstance(first.share, Estimate):
        return TOO_EARLY.fill(length=length)
    # What only a handful of very old customers have lived says nothing about all.
    whole = first.share.n
    last = [each for each in together if isinstance(each.share, Estimate) and each.share.n * 10 >= whole][-1]
    later: Text | str = ""
    if last is not first and isinstance(last.share, Estimate):
        later = LAST.fill(length=length, span=last.either.span, **of_hundred(last.share))
    return FIRST.fill(length=length, last=later, **of_hundred(first.share))


def cohorts_page(chosen: Chosen) -> Built:
    """The field with its table."""
    found = found_cohorts(chosen)
    return Built(
        sentence(found),
        HEADER,
        [
            [each.either.since, each.either.span, *numbers(each.share, n=True), *each.cells]
            for each in found.cells
        ],
        {
            "rows": [(each, _named(each.either.since, found.by)) for each in found.cells],
            "by": found.by,
            "chart": _drawn(found),
        },
    )


def cohorts_document(chosen: Chosen) -> CohortsOut:
    """The same for programs."""
    found = found_cohorts(chosen)
    return CohortsOut(
        sentence=both(sentence(found)),
        by=found.by,
        days=DAYS[found.by],
        cells=[
            AgainOut(
                since=each.either.since,
                span=each.either.span,
                share=number(each.share),
                other=number(each.beside.b) if each.beside else None,
                difference=number(each.beside.difference) if each.beside else None,
                sure=each.beside.sure if each.beside else None,
            )
            for each in found.cells
        ],
    )


def _drawn(found: Cohorts) -> str:
    rows = found.rows
    drawn = [each for each in found.cells if each.either.since in rows]
    if not drawn:
        return ""
    spans = [
        words(SPAN[found.by].fill(span=span + 1)) for span in range(max(each.either.span for each in drawn))
    ]
    cells = [
        Cell(
            row=rows.index(each.either.since),
            column=each.either.span - 1,
            share=side(each.share),
            other=side(each.beside.b) if each.beside else None,
            difference=side(each.beside.difference) if each.beside else None,
            sure=each.sure,
        )
        for each in drawn
    ]
    names = [_short(since, found.by) for since in rows]
    axis = gettext("Quarters since") if found.by == "quarter" else gettext("Months since")
    return fitted(
        lambda sheet: cohort_field(names, spans, cells, axis, sheet),
        "cohorts",
        gettext("Contact again, by when customers began"),
        gettext("Of 100 customers of the row, how many had contact again in the span of the column."),
    )


def _named(since: date | None, by: By) -> Text:
    return ALL if since is None else name(since, by)


def _short(since: date | None, by: By) -> str:
    if since is None:
        return words(ALL)
    short = short_name(since, by)
    return f"{words(short) if short else locale().month(since)} {since.year}"
