"""The columns a source speaks of: that they are there, and what they are called in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect.problems import Problem, closest
from leitstern.collect.readers.header import clean
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leitstern.collect.mapping import Condition, ContactRule, FeedbackRule, Source, Term

Use = tuple[str, str]  # the place in the mapping, the column


class Columns:
    """The columns of a source's rows by the names the mapping uses: its own (`c0` …) and those joins bring (`t0` …)."""

    def __init__(self, own: Sequence[str], source: Source) -> None:
        self.own = {clean(name): f"c{index}" for index, name in enumerate(own)}
        self.taken = {clean(name): f"t{index}" for index, name in enumerate(taken(source))}

    def sql(self, name: str) -> str:
        """What the column is called in SQL. Raises KeyError for one that is not there; `check` has told before."""
        found = clean(name)
        return self.own.get(found) or self.taken[found]


def taken(source: Source) -> tuple[str, ...]:
    """The names of the columns that joins bring in."""
    return tuple(taken.name for join in source.join for taken in join.take)


def check(source: Source, own: Sequence[str], joined: Sequence[Sequence[str]]) -> Iterator[Problem]:
    """A problem for each column that the file (or a joined file) lacks, with what was probably meant."""
    so_far = list(own)
    for join, columns in zip(source.join, joined, strict=True):
        place = f"sources › {source.name} › join › {join.file}"
        yield from _missing(source.file, [(f"{place} › on", join.left)], so_far)
        yield from _missing(join.file, [(f"{place} › on", join.right)], columns)
        yield from _missing(join.file, [(f"{place} › take", t.column) for t in join.take], columns)
        for t in join.take:
            if clean(t.name) in {clean(name) for name in so_far}:
                yield Problem(source.file, "", f"{place} › take", TAKEN_ALREADY.fill(column=t.name))
        so_far += [t.name for t in join.take]
    yield from _missing(source.file, uses(source), so_far)
    yield from _identifiers_kept(source)


def uses(source: Source) -> Iterator[Use]:
    """Every mention of a column of the joined rows."""
    yield "customer", source.customer.column
    if source.journey:
        yield "journey", source.journey.column
    yield from (("key", column) for column in source.key)
    yield from _conditions("where", source.where)
    for weight in source.weight:
        yield from _conditions("weight", weight.when)
    for contact in source.contacts:
        yield from _contact(contact)
    for promise in source.promises:
        times = (("made", promise.made), ("due", promise.due), ("kept", promise.kept))
        yield from ((f"promises › {name}", column) for name, column in times if column)
        yield from _conditions("promises › when", promise.when)
        yield from (("promises › key", column) for column in promise.key)
    for answer in source.feedback:
        yield from _feedback(answer)


def _contact(contact: ContactRule) -> Iterator[Use]:
    yield "contacts › at", contact.at
    yield from _term("contacts › touchpoint", contact.touchpoint)
    yield from _term("contacts › channel", contact.channel)
    yield from _term("contacts › department", contact.department)
    yield from _conditions("contacts › when", contact.when)
    yield from (("contacts › props", column) for _, column in contact.props)
    yield from (("contacts › key", column) for column in contact.key)
    yield from _conditions("contacts › told_again", (contact.told_again,) if contact.told_again else ())


def _feedback(answer: FeedbackRule) -> Iterator[Use]:
    yield "feedback › value", answer.value
    yield "feedback › at", answer.at
    yield from _term("feedback › touchpoint", answer.touchpoint)
    yield from _conditions("feedback › when", answer.when)
    yield from (("feedback › comment", column) for column in answer.comment)
    if answer.language:
        yield "feedback › language", answer.language
    yield from (("feedback › key", column) for column in answer.key)


def _term(place: str, term: Term | None) -> Iterator[Use]:
    if term and term.column:
        yield place, term.column


def _conditions(place: str, conditions: Sequence[Condition]) -> Iterator[Use]:
    yield from ((place, condition.column) for condition in conditions)


def _missing(file: str, uses: Iterator[Use] | list[Use], there: Sequence[str]) -> Iterator[Problem]:
    known = {clean(name) for name in there}
    lists = {name.removesuffix("[]") for name in known if name.endswith("[]")} - known
    for place, column in uses:
        inside = next((name for name in lists if f"{clean(column)}.".startswith(f"{name}.")), "")
        if inside:
            yield Problem(file, "", place, LIST.fill(column=inside))
        elif clean(column) not in known:
            meant = closest(column, tuple(there))
            yield Problem(file, "", place, MISSING.fill(column=column), tuple(there), meant)


def _identifiers_kept(source: Source) -> Iterator[Problem]:
    """Identifiers become hashes; keeping one as a property would undo that."""
    identifying = {clean(source.customer.column)}
    for contact in source.contacts:
        for name, column in contact.props:
            if clean(column) in identifying:
                yield Problem(source.file, "", "contacts › props", IDENTIFIER.fill(column=column, name=name))


MISSING = Text(
    en="The file has no column “{column}”.",
    de="Die Datei hat keine Spalte „{column}“.",
)
LIST = Text(
    en="“{column}” is a list in this file. With `unnest: {column}` under `format` each of its elements becomes a row of its "
    "own.",
    de="„{column}“ ist in dieser Datei eine Liste. Mit `unnest: {column}` unter `format` wird jedes ihrer Elemente eine "
    "eigene Zeile.",
)
TAKEN_ALREADY = Text(
    en="There is a column “{column}” already; please take it under another name.",
    de="Eine Spalte „{column}“ gibt es schon; bitte übernehmen Sie sie unter einem anderen Namen.",
)
IDENTIFIER = Text(
    en="“{column}” identifies the customer and is stored as a hash only; it cannot be kept as “{name}” too.",
    de="„{column}“ bezeichnet die Kundin oder den Kunden und wird nur als Hash gespeichert; als „{name}“ kann es nicht "
    "zusätzlich aufbewahrt werden.",
)
