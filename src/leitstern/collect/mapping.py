"""The mapping file: how the columns of somebody's files become contacts, promises and feedback.

Written by the guided import, readable by a human; `docs/reference/mapping.md` describes every key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from leitstern.core.company.scales import ScaleKind


FileType = Literal["csv", "xlsx", "xes", "jsonl", "parquet", "ocel"]
Decimal = Literal[".", ","]
Aggregate = Literal["count", "count_distinct", "sum", "min", "max"]


@dataclass(frozen=True, slots=True)
class Condition:
    """A row passes if `column` is one of `is_in`, none of `not_in`, and (if given) `present` or absent."""

    column: str
    is_in: tuple[str, ...] | None = None
    not_in: tuple[str, ...] = ()
    present: bool | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """How to read a file. Everything left out is detected."""

    type: FileType | None = None
    delimiter: str | None = None
    encoding: str | None = None
    decimal: Decimal | None = None
    dates: tuple[str, ...] = ()  # strptime formats, tried in order; ISO 8601 and TT.MM.JJJJ always are
    sheet: str | None = None
    unnest: str | None = None  # the list, or the type of objects, of which each element becomes a row


@dataclass(frozen=True, slots=True)
class Taken:
    """A column brought in by a join: the value itself, or an aggregate over the matching rows."""

    name: str
    column: str
    how: Literal["value"] | Aggregate = "value"


@dataclass(frozen=True, slots=True)
class Join:
    """Another file whose rows match on `left` (our column) = `right` (its column). No match leaves nothing out.

    Joins are made in their order: a later one may match on what an earlier one took.
    """

    file: str
    left: str
    right: str
    take: tuple[Taken, ...]
    format: Format = Format()


@dataclass(frozen=True, slots=True)
class Weight:
    """How many cases a row stands for; the first entry whose conditions hold counts."""

    value: float
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A taxonomy term: a fixed `slug`, or the value of `column`, translated by `values`, else by name or synonym."""

    slug: str = ""
    column: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Customer:
    """Who it was. `kind` keeps identifiers of different systems apart (customer_no, e-mail, …)."""

    column: str
    kind: str = "customer"


@dataclass(frozen=True, slots=True)
class Journey:
    """Which order, case or contract it belonged to. `kind` keeps the numbers of different systems apart; sources of the
    same kind (or of none) speak of the same journeys.
    """

    column: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ContactRule:
    """Each row for which `when` holds and `at` is filled becomes one contact."""

    touchpoint: Term
    at: str
    channel: Term | None = None  # otherwise the touchpoint's
    department: Term | None = None  # otherwise the touchpoint's
    when: tuple[Condition, ...] = ()
    props: tuple[tuple[str, str], ...] = ()  # (name, column); only what is listed is kept
    key: tuple[str, ...] = ()
    told_again: Condition | None = None  # holds if the customer had to say again what the company knew


@dataclass(frozen=True, slots=True)
class PromiseRule:
    """Each row with a `due` becomes one promise, kept at `kept` or still open."""

    promise: str
    due: str
    made: str = ""
    kept: str = ""
    when: tuple[Condition, ...] = ()
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedbackRule:
    """Each row with a `value` becomes one answer on a scale."""

    touchpoint: Term
    kind: ScaleKind
    value: str
    at: str
    scale: tuple[float, float]
    good_from: float
    facet: str = "satisfied"
    comment: tuple[str, ...] = ()  # columns, joined by a line break
    language: str = ""  # column
    when: tuple[Condition, ...] = ()
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One file, its joins, and what its rows mean."""

    name: str
    file: str
    customer: Customer
    journey: Journey | None = None
    key: tuple[str, ...] = ()  # columns that identify a row for ever; otherwise its whole content does
    format: Format = Format()
    join: tuple[Join, ...] = ()
    where: tuple[Condition, ...] = ()
    weight: tuple[Weight, ...] = ()
    contacts: tuple[ContactRule, ...] = ()
    promises: tuple[PromiseRule, ...] = ()
    feedback: tuple[FeedbackRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapping:
    """A whole mapping file."""

    time_zone: str
    sources: tuple[Source, ...]
    taxonomy: str = ""  # file next to the mapping; empty = the taxonomy the home already has
    version: int = 1
