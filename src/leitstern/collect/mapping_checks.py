"""What a mapping may not say: every mistake at once, on its own and against a taxonomy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from leitstern.core.company.checks import Mistake, Path, unknown
from leitstern.core.company.lookup import UNMAPPED
from leitstern.core.tables.lake import TOLD_AGAIN
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.collect.mapping import Condition, FeedbackRule, Mapping, Source, Term
    from leitstern.core.company.taxonomy import Kind, Taxonomy

Mistakes = Iterator[Mistake]


def check_mapping(mapping: Mapping, taxonomy: Taxonomy | None = None) -> list[Mistake]:
    """All mistakes of a mapping; with a taxonomy also whatever the taxonomy does not know."""
    found = [*_file(mapping.taxonomy, ("taxonomy",)), *_sources(mapping)]
    for position, source in enumerate(mapping.sources):
        path: Path = ("sources", position)
        found += [*_own(source, path)]
        found += [*_against(source, path, taxonomy)] if taxonomy else []
    return found


def _sources(mapping: Mapping) -> Mistakes:
    if not mapping.sources:
        yield Mistake(("sources",), NO_SOURCES)
    seen: set[str] = set()
    for position, source in enumerate(mapping.sources):
        if source.name in seen:
            yield Mistake(("sources", position, "name"), SOURCE_TWICE.fill(name=source.name))
        seen.add(source.name)


def _own(source: Source, path: Path) -> Mistakes:
    yield from _file(source.file, (*path, "file"))
    if not (source.contacts or source.promises or source.feedback):
        yield Mistake(path, NOTHING_READ)
    names: set[str] = set()
    for position, join in enumerate(source.join):
        yield from _file(join.file, (*path, "join", position, "file"))
        for taken in join.take:
            if taken.name in names:
                yield Mistake((*path, "join", position, "take"), TAKEN_TWICE.fill(name=taken.name))
            names.add(taken.name)
    for position, weight in enumerate(source.weight):
        if weight.value <= 0:
            yield Mistake((*path, "weight", position, "value"), WEIGHT)
        if not weight.when and position < len(source.weight) - 1:
            yield Mistake((*path, "weight", position), WEIGHT_ORDER)
    for place, condition in _conditions(source):
        if condition.is_in is None and not condition.not_in and condition.present is None:
            yield Mistake((*path, *place), NO_CONDITION)
    for position, contact in enumerate(source.contacts):
        if contact.told_again and TOLD_AGAIN in dict(contact.props):
            yield Mistake((*path, "contacts", position, "props"), KNOWN_PROPERTY.fill(name=TOLD_AGAIN))
    for position, rule in enumerate(source.feedback):
        yield from _scale(rule, (*path, "feedback", position))


def _conditions(source: Source) -> Iterator[tuple[Path, Condition]]:
    groups: list[tuple[Path, tuple[Condition, ...]]] = [(("where",), source.where)]
    for key in ("weight", "contacts", "promises", "feedback"):
        groups += [((key, i, "when"), rule.when) for i, rule in enumerate(getattr(source, key))]
    for i, rule in enumerate(source.contacts):
        if rule.told_again:
            yield ("contacts", i, "told_again"), rule.told_again
    for place, conditions in groups:
        yield from (((*place, position), condition) for position, condition in enumerate(conditions))


def _scale(rule: FeedbackRule, path: Path) -> Mistakes:
    low, high = rule.scale
    if low >= high:
        yield Mistake((*path, "scale"), SCALE)
    elif not low < rule.good_from <= high:
        yield Mistake((*path, "good_from"), GOOD_FROM.fill(low=f"{low:g}", high=f"{high:g}"))


def _against(source: Source, path: Path, taxonomy: Taxonomy) -> Mistakes:
    promises = [promise.slug for promise in taxonomy.promises]
    facets = [facet.slug for facet in taxonomy.facets]
    for position, contact in enumerate(source.contacts):
        place = (*path, "contacts", position)
        yield from _term("touchpoint", contact.touchpoint, place, taxonomy)
        yield from _term("channel", contact.channel, place, taxonomy)
        yield from _term("department", contact.department, place, taxonomy)
    for position, promise in enumerate(source.promises):
        yield from unknown("promise", promise.promise, (*path, "promises", position, "promise"), promises)
    for position, answer in enumerate(source.feedback):
        place = (*path, "feedback", position)
        yield from _term("touchpoint", answer.touchpoint, place, taxonomy)
        yield from unknown("facet", answer.facet, (*place, "facet"), facets)


def _term(kind: Kind, term: Term | None, place: Path, taxonomy: Taxonomy) -> Mistakes:
    if term is None:
        return
    named = [] if term.column else [((*place, kind), term.slug)]
    named += [((*place, kind, "values", raw), slug) for raw, slug in term.values]
    for path, slug in named:
        if taxonomy.resolve(kind, slug) == UNMAPPED:  # the short name of a merged term is a synonym by now
            yield from unknown(kind, slug, path, [entry.slug for entry in taxonomy.terms(kind)])


def _file(name: str, path: Path) -> Mistakes:
    if leads_outside(name):
        yield Mistake(path, OUTSIDE)


def leads_outside(name: str) -> bool:
    """Whether a file name could leave the folder it is looked up in, on any system."""
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    return posix.is_absolute() or bool(windows.anchor) or ".." in windows.parts or "\0" in name


NO_SOURCES = Text(en="At least one source is needed.", de="Es braucht mindestens eine Quelle.")
SOURCE_TWICE = Text(
    en="The name “{name}” is given to two sources.", de="Der Name „{name}“ ist an zwei Quellen vergeben."
)
NOTHING_READ = Text(
    en="Nothing is read from this source: it needs `contacts`, `promises` or `feedback`.",
    de="Aus dieser Quelle wird nichts gelesen: Es fehlen `contacts`, `promises` oder `feedback`.",
)
TAKEN_TWICE = Text(
    en="The column “{name}” is taken from two places.",
    de="Die Spalte „{name}“ wird an zwei Stellen übernommen.",
)
WEIGHT = Text(en="A weight is a number above 0.", de="Ein Gewicht ist eine Zahl über 0.")
WEIGHT_ORDER = Text(
    en="This weight holds for every row, so the ones below it are never reached; put it last.",
    de="Dieses Gewicht gilt für jede Zeile, die folgenden kommen also nie zum Zug; setzen Sie es ans Ende.",
)
NO_CONDITION = Text(
    en="A condition needs one of `is`, `in`, `not_in` and `present`.",
    de="Eine Bedingung braucht eines von `is`, `in`, `not_in` und `present`.",
)
KNOWN_PROPERTY = Text(
    en="“{name}” has a key of its own here and is no other property.",
    de="„{name}“ hat hier einen eigenen Schlüssel und ist keine weitere Eigenschaft.",
)
SCALE = Text(
    en="A scale goes from a lower to a higher number: [1, 5].",
    de="Eine Skala geht von einer kleineren zu einer größeren Zahl: [1, 5].",
)
GOOD_FROM = Text(
    en="“good_from” lies above {low} and is at most {high}, as the scale does.",
    de="„good_from“ liegt über {low} und höchstens bei {high}, wie die Skala.",
)
OUTSIDE = Text(
    en="A file is named relative to the data folder and lies inside it.",
    de="Eine Datei wird relativ zum Datenordner angegeben und liegt in ihm.",
)
