"""Scores over time: of one selection or of one beside another, told apart by touchpoint, journey or persona."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leitstern.app.answers.figures import Figure, placed, read, width, written
from leitstern.app.answers.happened import all_happened, then
from leitstern.app.answers.over_time import Group, Line, changes, groups_of, lines_of, most_asked
from leitstern.app.answers.scores_form import ScoresForm
from leitstern.app.journeys.asking import Sides
from leitstern.core.company.facets import RECOMMEND, Facet
from leitstern.core.company.taxonomy import CLASSES
from leitstern.core.outside.beside import beside
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.outside.periods import name
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text, grouped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from leitstern.app.answers.asking import Choice
    from leitstern.app.answers.figures import Asking
    from leitstern.app.answers.happened import Happened
    from leitstern.core.company.codes import Kind
    from leitstern.core.stats.breakpoints import LevelChange
    from leitstern.core.stats.estimate import Measured

NOBODY = Text(
    en="Nobody who is looked at was asked about this. Choose another statement or a wider selection.",
    de="Von denen, die betrachtet werden, wurde niemand danach gefragt. Wählen Sie eine andere Aussage oder eine weitere "
    "Auswahl.",
)
NO_SCORE = Text(
    en="“{statement}” cannot be read like this: {reason}",
    de="„{statement}“ lässt sich so nicht lesen: {reason}",
)
WHOLE = {
    Figure.AGREE: Text(
        en="“{statement}”: {value} [{low}–{high}] of 100 customers agree (n {n}).",
        de="„{statement}“: Es stimmen {value} [{low}–{high}] von 100 Kundinnen und Kunden zu (n {n}).",
    ),
    Figure.MEAN: Text(
        en="“{statement}” is answered with {value} [{low}–{high}] on average ({asking}; n {n}).",
        de="„{statement}“ wird im Mittel mit {value} [{low}–{high}] beantwortet ({asking}; n {n}).",
    ),
    Figure.NPS: Text(
        en="“{statement}”: the Net Promoter Score is {value} [{low} to {high}] (n {n}).",
        de="„{statement}“: Der Net Promoter Score liegt bei {value} [{low} bis {high}] (n {n}).",
    ),
}
CHANGED = Text(
    en=" For certain the level changed around {when}, from {before} to {after}: {change} [{low} to {high}].",
    de=" Sicher ist: Um {when} änderte sich das Niveau von {before} auf {after}, also um {change} [{low} bis {high}].",
)
STILL = Text(en=" No change of level is certain.", de=" Eine Änderung des Niveaus ist nicht sicher.")
RESCALED = Text(
    en=" It was asked in {times} ways; they are never joined to one line.",
    de=" Gefragt wurde auf {times} Arten; sie werden nie zu einer Linie verbunden.",
)
BESIDE = Text(
    en=" Beside it (B): {value}, a difference of {difference} [{low} to {high}], which is {sure}.",
    de=" Daneben (B): {value}, ein Unterschied von {difference} [{low} bis {high}], der {sure} ist.",
)
SURE = {True: Text(en="certain", de="sicher"), False: Text(en="not certain", de="nicht sicher")}


@dataclass(frozen=True, slots=True)
class Period:
    """One period: the figure here and, where compared, there; `sure` where they differ for sure."""

    start: date
    called: Text
    value: Measured
    other: Measured | None
    difference: Measured | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """A certain change of level: which period begins the new one, from when to when it may have begun, what was known."""

    change: LevelChange
    at: Text
    earliest: Text
    latest: Text
    then: tuple[Happened, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A line with what there is to say about it."""

    line: Line
    whole: Measured
    periods: tuple[Period, ...]
    changed: tuple[Changed, ...]

    @property
    def asking(self) -> Asking:
        """How it was asked."""
        return self.line.asking


@dataclass(frozen=True, slots=True)
class GroupTold:
    """One touchpoint, journey or persona; `slug` selects it in an address."""

    slug: str
    name: Text
    lines: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything the view shows. `there` are B's lines where two are compared."""

    statement: Facet
    figure: Figure
    here: tuple[Told, ...]
    there: tuple[Told, ...]
    groups: tuple[GroupTold, ...]
    sentence: Text


def found_scores(choice: Choice, *, inside: bool) -> Scores:
    """What the address asks for."""
    view = choice.view
    if not isinstance(view, ScoresForm):
        raise TypeError("Scores are asked for with their own form.")
    figure, slug = view.figure_chosen, view.cleaned_data["statement"] or most_asked(choice)
    facet = _facet(choice, slug)
    sides = choice.find("lines", lambda one: lines_of(one, slug), slug)
    groups = _groups(choice, slug, view.cleaned_data["by"])
    known = all_happened(choice.state, inside=inside)
    place = view.data.get("touchpoint", "") or choice.one.cleaned_data["touchpoint"]
    moved = changes([sides.a or (), sides.b or ()], figure)
    here = _told(sides.a or (), sides, figure, moved[0], known, place)
    there = _told(sides.b or (), Sides(sides.b, None, False), figure, moved[1], known, place)
    told = tuple(
        GroupTold(
            short,
            called,
            _told(group.lines, Sides(group.lines, None, False), figure, each, known, _place(view, short)),
        )
        for (short, called, group), each in zip(
            groups, changes([group.lines for _, _, group in groups], figure), strict=True
        )
    )
    return Scores(facet, figure, here, there, told, _sentence(facet, figure, here, there))


def _facet(choice: Choice, slug: str) -> Facet:
    known = next((each for each in choice.state.taxonomy.facets if each.slug == slug), None)
    return known or (RECOMMEND if slug == RECOMMEND.slug else Facet(slug, Text(slug, slug), Text(slug, slug)))


def _place(view: ScoresForm, slug: str) -> str:
    return slug if view.cleaned_data["by"] == "touchpoint" else ""


def _groups(choice: Choice, facet: str, by: str) -> list[tuple[str, Text, Group]]:
    taxonomy, selection = choice.state.taxonomy, choice.selections[0]
    if by == "persona":
        found = []
        for persona in taxonomy.personas:
            if persona.prop:
                theirs = choice.narrowed(trait=(persona.prop, persona.value))
                lines = choice.found("lines", theirs, lambda one: lines_of(one, facet), facet) or ()
                found.append((persona.slug, persona.name, Group(persona.slug, lines)))
        return [each for each in found if each[2].lines]
    if not by:
        return []
    groups = choice.found("groups", selection, lambda one: groups_of(one, facet, by), facet, by) or ()
    kind: Kind = "map" if by == "map" else "touchpoint"
    terms = taxonomy.lookup(CLASSES[kind])
    return [
        (term.slug if (term := terms.code(int(group.of))) else "", taxonomy.name(kind, int(group.of)), group)
        for group in groups
    ]


def _told(
    lines: Sequence[Line],
    sides: Sides[tuple[Line, ...]],
    figure: Figure,
    moved: Sequence[tuple[LevelChange, ...]],
    known: tuple[Happened, ...],
    place: str,
) -> tuple[Told, ...]:
    others = {line.asking: line for line in sides.b or ()}
    return tuple(
        Told(
            line,
            read(line.whole, figure),
            _periods(line, others.get(line.asking), figure, compared=sides.compared),
            tuple(_changed(each, line, then(each, line, known, place)) for each in found),
        )
        for line, found in zip(lines, moved, strict=True)
    )


def _changed(change: LevelChange, line: Line, happened: tuple[Happened, ...]) -> Changed:
    at, earliest, latest = (
        name(line.periods[place][0], line.length) for place in (change.at, change.earliest, change.latest)
    )
    return Changed(change, at, earliest, latest, happened)


def _periods(line: Line, other: Line | None, figure: Figure, *, compared: bool) -> tuple[Period, ...]:
    """Period by period; both sides only where they are told in periods of the same length."""
    called = [name(start, line.length) for start, _ in line.periods]
    values = line.values(figure)
    if not compared:
        rows = zip(line.periods, called, values, strict=True)
        return tuple(Period(start, said, value, None, None, False) for (start, _), said, value in rows)
    same = dict(other.periods) if other and other.length == line.length else {}
    theirs: list[Measured] = [
        read(score, figure) if (score := same.get(start)) else TOO_FEW_CUSTOMERS for start, _ in line.periods
    ]
    asking, wide = line.asking, width(figure, line.asking)
    pairs = [
        (placed(a, figure, asking), placed(b, figure, asking)) for a, b in zip(values, theirs, strict=True)
    ]
    return tuple(
        Period(start, said, value, there, times(each.difference, wide), each.sure)
        for (start, _), said, value, there, each in zip(
            line.periods, called, values, theirs, beside(pairs), strict=True
        )
    )


def times(measured: Measured, factor: float) -> Measured:
    """A difference of places as one of the figure."""
    if not isinstance(measured, Estimate):
        return measured
    value, low, high = (each * factor for each in (measured.value, measured.low, measured.high))
    return replace(measured, value=value, low=low, high=high)


def _sentence(facet: Facet, figure: Figure, here: Sequence[Told], there: Sequence[Told]) -> Text:
    """Of the newest way it was asked: the figure, its last certain change, and what it is beside."""
    if not here:
        return NOBODY
    newest = max(here, key=lambda told: told.line.periods[-1][0])
    whole = newest.whole
    if not isinstance(whole, Estimate):
        return NO_SCORE.fill(statement=facet.name, reason=whole.reason)
    ends = {end: written(getattr(whole, end), figure) for end in ("value", "low", "high")}
    parts = [
        WHOLE[figure].fill(statement=facet.name, asking=newest.asking.name, n=grouped(whole.n), **ends),
        _moved(newest, figure),
    ]
    if len(here) > 1:
        parts.append(RESCALED.fill(times=len(here)))
    other = next((told for told in there if told.asking == newest.asking), None)
    if other and isinstance(other.whole, Estimate):
        parts.append(_beside(newest, whole, other.whole, figure))
    return Text(en="".join(part.en for part in parts), de="".join(part.de for part in parts))


def _moved(told: Told, figure: Figure) -> Text:
    if not told.changed:
        return STILL
    last = told.changed[-1]
    change = last.change
    return CHANGED.fill(
        when=last.at,
        before=written(change.before.value, figure),
        after=written(change.after.value, figure),
        change=written(change.change.value, figure, difference=True),
        low=written(change.change.low, figure, difference=True),
        high=written(change.change.high, figure, difference=True),
    )


def _beside(newest: Told, whole: Estimate, other: Estimate, figure: Figure) -> Text:
    asking = newest.asking
    found = beside([(placed(whole, figure, asking), placed(other, figure, asking))])[0]
    apart = times(found.difference, width(figure, asking))
    if not isinstance(apart, Estimate):
        raise TypeError("Both sides are known.")
    ends = {end: written(getattr(apart, end), figure, difference=True) for end in ("low", "high")}
    return BESIDE.fill(
        value=written(other.value, figure),
        difference=written(apart.value, figure, difference=True),
        sure=SURE[found.sure],
        **ends,
    )
