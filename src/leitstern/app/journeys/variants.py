"""The ways customers take and how few of them cover how much, of one selection or of one beside another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext
from ninja import Schema

from leitstern.app.common.drawing import fitted, words
from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.journeys.lined import BESIDE, Lined, lined_up, numbers, of_hundred, points, surest, value
from leitstern.app.journeys.pages import Built
from leitstern.charts import coverage_curve, variant_chevrons
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.outside.few import FEWEST, shown
from leitstern.core.outside.variants import Variants, moves_on, read_variants, variants
from leitstern.core.outside.ways_beside import Way, read_ways, ways_among
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text, grouped
from leitstern.store.held import ways as taken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.journeys.asking import Chosen, Side, Sides

RANKED, LISTED, DRAWN = 256, 12, 8
HEADER = ("way", "customers", "journeys", "share", "low", "high", "n", *BESIDE)
FREQUENT = Text(
    en="Of 100 journeys that lead to more than one touchpoint, {share} [{low}–{high}] take exactly the most frequent way: {way} "
    "(n {n} customers). {covering}",
    de="Von 100 Reisen, die zu mehr als einem Kontaktpunkt führen, gehen {share} [{low}–{high}] genau den häufigsten Weg: {way} "
    "(n {n} Kundinnen und Kunden). {covering}",
)
COVERING = Text(
    en="The {ways} most frequent of {distinct} ways cover {covered} of 100.",
    de="Die {ways} häufigsten von {distinct} Wegen decken {covered} von 100 ab.",
)
DIFFERS = Text(
    en="The selections differ most on the way {way}: {share} of 100 journeys take it here, {other} there, {points} points "
    "[{low} … {high}] (n {n} and {other_n}).",
    de="Am meisten unterscheiden sich die Auswahlen auf dem Weg {way}: hier gehen ihn {share} von 100 Reisen, dort {other}, "
    "{points} Punkte [{low} … {high}] (n {n} und {other_n}).",
)
ALIKE = Text(
    en="No way is taken more often for sure in one of the two selections.",
    de="Keinen Weg gehen Kundinnen und Kunden in einer der beiden Auswahlen sicher häufiger.",
)
RARE = Text(
    en="No way that leads to more than one touchpoint is taken by five customers or more.",
    de="Keinen Weg, der zu mehr als einem Kontaktpunkt führt, gehen fünf oder mehr Kundinnen und Kunden.",
)


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways of both sides, and what the most frequent ones of each cover."""

    lined: tuple[Lined[Way], ...]
    of: Sides[Variants]

    @property
    def covered(self) -> list[tuple[int, Estimate | None, Estimate | None]]:
        """What 1, 2, 4, … ways cover in the selection, and in the one beside it."""
        longest = max((len(each.variants) for each in self.of.shown), default=0)
        steps = [2**at for at in range(RANKED.bit_length()) if 2**at <= longest]
        return [(step, _covered(self.of.a, step), _covered(self.of.b, step)) for step in steps]


class WayOut(Schema):
    """Touchpoints in order, and the `share` of 0–1 journeys leading to more than one touchpoint that go exactly so."""

    path: list[str | None]
    customers: int | None
    journeys: int | None
    share: Number
    other: Number | None
    difference: Number | None
    sure: bool | None


class CoverageOut(Schema):
    """What the most frequent `ways` cover, 0–1; `other`: those of the selection beside it."""

    ways: int
    covered: Number | None
    other: Number | None


class WaysOut(Schema):
    sentence: TextOut
    distinct: int
    ways: list[WayOut]
    coverage: list[CoverageOut]


def found_ways(chosen: Chosen) -> Ways:
    """The most frequent ways of either selection, each with its share of both."""

    def ranked(one: Side) -> Variants:
        picked, journeys = one.picked, one.journeys
        if picked:
            rows = taken.variants(picked.moving, RANKED)
        else:
            rows = one.ask.run(variants(journeys.filter(moves_on(journeys)), RANKED))
        return read_variants(rows, chosen.state.as_of)

    of = chosen.find("variants", ranked)
    paths = tuple(
        dict.fromkeys(
            way.path
            for side in of.shown
            for way in [each for each in side.variants if each.customers >= FEWEST][:LISTED]
        )
    )

    def among(one: Side) -> tuple[Way, ...]:
        picked, journeys = one.picked, one.journeys
        if picked:
            rows = taken.ways_among(picked.moving, paths)
        else:
            rows = one.ask.run(ways_among(journeys.filter(moves_on(journeys)), paths))
        found = read_ways(rows, paths, chosen.state.as_of)
        return tuple(shown(each) for each in found)

    sides = chosen.find("ways", among, paths)
    return Ways(lined_up(sides, lambda each: each.path, lambda each: each.share), of)


def sentence(chosen: Chosen, found: Ways) -> Text:
    """What stands out: the most frequent way and what the first ones cover, or the way that differs most for sure."""
    if not found.lined:
        return RARE
    if found.of.compared:
        most = surest(found.lined)
        if most is None:
            return ALIKE
        way, told = most
        return DIFFERS.fill(way=_named(chosen, way.path), **told)
    first, of = found.lined[0], found.of.a
    if of is None or not isinstance(first.share, Estimate):
        return RARE
    ways = min(10, len(of.variants))
    covered = round(value(of.variants[ways - 1].coverage) * 100)
    return FREQUENT.fill(
        way=_named(chosen, first.either.path),
        covering=COVERING.fill(ways=ways, distinct=grouped(of.distinct), covered=covered),
        **of_hundred(first.share),
    )


def variants_page(chosen: Chosen) -> Built:
    """The chains with their curve and table."""
    found = found_ways(chosen)
    return Built(
        sentence(chosen, found),
        HEADER,
        [_row(chosen, each) for each in found.lined],
        {
            "rows": [(each, _named(chosen, each.either.path)) for each in found.lined],
            "covered": found.covered,
            "of": found.of,
            "chart": _chains(chosen, found),
            "curve": _curve(found),
        },
    )


def variants_document(chosen: Chosen) -> WaysOut:
    """The same for programs."""
    found = found_ways(chosen)
    return WaysOut(
        sentence=both(sentence(chosen, found)),
        distinct=found.of.a.distinct if found.of.a else 0,
        ways=[
            WayOut(
                path=_slugs(chosen, each.either.path),
                customers=_many(each.here.customers if each.here else None),
                journeys=each.here.journeys if each.here and _many(each.here.customers) is not None else None,
                share=number(each.share),
                other=number(each.beside.b) if each.beside else None,
                difference=number(each.beside.difference) if each.beside else None,
                sure=each.beside.sure if each.beside else None,
            )
            for each in found.lined
        ],
        coverage=[
            CoverageOut(
                ways=ways, covered=number(here) if here else None, other=number(there) if there else None
            )
            for ways, here, there in found.covered
        ],
    )


def _chains(chosen: Chosen, found: Ways) -> str:
    drawn, covered = [], 0.0
    for each in found.lined[:DRAWN]:
        share = value(each.share)
        covered += share
        drawn.append(
            variant_chevrons.Variant(
                steps=tuple(
                    words(chosen.state.taxonomy.name("touchpoint", code)) for code in each.either.path
                ),
                share=share,
                n=each.here.journeys if each.here else 0,
                covered=covered,
                note=_note(each),
            )
        )
    if not drawn:
        return ""
    return fitted(
        lambda sheet: variant_chevrons.variant_chevrons(drawn, sheet),
        "variants",
        gettext("The most frequent ways"),
        gettext(
            "Each line is a way that customers took exactly like this, with its share of these journeys."
        ),
    )


def _note(each: Lined[Way]) -> str:
    if each.beside is None or not isinstance(each.beside.difference, Estimate):
        return ""
    told = {
        "other": round(value(each.beside.b) * 100),
        "points": points(each.beside.difference.value),
    }
    if each.sure:
        return gettext("B: %(other)s of 100; %(points)s points, for sure") % told
    return gettext("B: %(other)s of 100; %(points)s points, which may be chance") % told


def _curve(found: Ways) -> str:
    points = [
        coverage_curve.Covered(ways, here.value, there.value if there else None)
        for ways, here, there in found.covered
        if here is not None
    ]
    if not points:
        return ""
    return fitted(
        lambda sheet: coverage_curve.coverage_curve(points, sheet),
        "coverage",
        gettext("What the most frequent ways cover"),
        gettext("The share of journeys on the first ways, by how many ways these are; dashed for B."),
    )


def _covered(of: Variants | None, ways: int) -> Estimate | None:
    if of is None or not of.variants:
        return None
    coverage = of.variants[min(ways, len(of.variants)) - 1].coverage
    return coverage if isinstance(coverage, Estimate) else None


def _row(chosen: Chosen, each: Lined[Way]) -> list[object]:
    here = each.here
    customers = _many(here.customers if here else None)
    return [
        " > ".join(slug or "" for slug in _slugs(chosen, each.either.path)),
        customers,
        here.journeys if here and customers is not None else None,
        *numbers(each.share, n=True),
        *each.cells,
    ]


def _many(customers: int | None) -> int | None:
    """How many they are, unless these are a few whom somebody might know."""
    return customers if customers is not None and (customers == 0 or customers >= FEWEST) else None


def _named(chosen: Chosen, path: Sequence[int]) -> Text:
    names = [chosen.state.taxonomy.name("touchpoint", code) for code in path]
    return Text(en=" → ".join(name.en for name in names), de=" → ".join(name.de for name in names))


def _slugs(chosen: Chosen, path: Sequence[int]) -> list[str | None]:
    lookup = chosen.state.taxonomy.lookup(Touchpoint)
    return [term.slug if (term := lookup.code(code)) else None for code in path]
