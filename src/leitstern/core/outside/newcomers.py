"""New customers: how many of those who come, of those we hear, and what they live beside those we have long known.

A customer is new for the first 90 days after the first contact or answer that we know of. Files begin somewhere:
whoever was seen first in their first year may have been a customer for long, so that year cannot tell and is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.core.outside.lived import statements
from leitstern.core.outside.sampling import customer_sums, share_statistics

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ibis import Table
    from ibis.expr.types import DateColumn
    from pyarrow import Table as Rows

    from leitstern.core.stats.share import ShareStatistics

NEW_DAYS = 90  # about as long as it takes to open an account, get a card and a first statement
UNTOLD_DAYS = 365  # what goes to everybody goes once a year: after that, nobody unseen is an old customer
OF_USUAL = 0.1  # of the contacts of a usual month; months with fewer are stray entries from before the record


@dataclass(frozen=True, slots=True)
class Place:
    """Who came to a touchpoint (None: to all), and who said something there of a statement (None: of any).

    `good` of `contacts` and `answers` counts those of new customers.
    """

    touchpoint: int | None
    facet: str | None
    contacts: ShareStatistics | None
    answers: ShareStatistics


@dataclass(frozen=True, slots=True)
class Beside:
    """What new customers lived of a statement at a touchpoint, and what known ones did; None where there are none."""

    touchpoint: int
    facet: str
    new: ShareStatistics | None
    known: ShareStatistics | None


def contacts_by_month(contacts: Table) -> Table:
    """One row per month, known by its first day: how many contacts."""
    rows = contacts.mutate(month=contacts.local_date.truncate("M"))
    return rows.aggregate(by="month", contacts=rows.count())


def record_begins(rows: Rows) -> date | None:
    """The first month with a tenth of the contacts of a usual one: that in which the middle contact of all lies.

    A contract signed decades ago is older than the record, and does not make the record older.
    """
    months = sorted((row["month"], row["contacts"]) for row in rows.to_pylist())
    half, before = sum(count for _, count in months) / 2, 0
    usual = 0
    for _, usual in months:
        before += usual
        if before >= half:
            break
    return next((month for month, count in months if count >= OF_USUAL * usual), None)


def told_from(begins: date) -> date:
    """The first day on which new and known customers can be told apart."""
    return begins + timedelta(days=UNTOLD_DAYS)


def coming(contacts: Table, feedback: Table, since: date, by: Sequence[str] = ("touchpoint",)) -> Table:
    """Sufficient statistics of the share `new` of contacts from `since` on, per `by` (empty: of all)."""
    rows = _told(contacts, contacts.local_date, contacts, feedback, since)
    return customer_sums(rows, by, "entity_id", ["new"])


def answering(
    contacts: Table, feedback: Table, since: date, by: Sequence[str] = ("touchpoint", "facet")
) -> Table:
    """Sufficient statistics of the share `new` of answers from `since` on, per `by` (empty: of all)."""
    rows = _told(feedback, feedback.local_date, contacts, feedback, since)
    return customer_sums(rows, by, "entity_id", ["new"])


def lived_beside(contacts: Table, feedback: Table, promises: Table, since: date, as_of: date) -> Table:
    """Sufficient statistics of agreement (`good`) from `since` on, per touchpoint, facet and `new` (0/1).

    Promises that fell due count as of that day.
    """
    rows = statements(feedback, promises, as_of)
    rows = _told(rows, rows.day, contacts, feedback, since)
    return customer_sums(rows, ["touchpoint", "facet", "new"], "entity_id", ["good"])


def read_places(coming: Rows, answering: Rows) -> tuple[Place, ...]:
    """The results of `coming` and `answering` together, in order; a place is wherever somebody answered."""
    came = {row.get("touchpoint"): share_statistics(row, "new") for row in coming.to_pylist()}
    found = [
        Place(
            row.get("touchpoint"),
            row.get("facet"),
            came.get(row.get("touchpoint")),
            share_statistics(row, "new"),
        )
        for row in answering.to_pylist()
    ]
    return tuple(sorted(found, key=lambda place: (place.touchpoint or 0, place.facet or "")))


def read_beside(rows: Rows) -> tuple[Beside, ...]:
    """The result of `lived_beside`, in order."""
    found: dict[tuple[int, str], dict[int, ShareStatistics]] = {}
    for row in rows.to_pylist():
        found.setdefault((row["touchpoint"], row["facet"]), {})[row["new"]] = share_statistics(row, "good")
    return tuple(Beside(*place, sides.get(1), sides.get(0)) for place, sides in sorted(found.items()))


def _told(rows: Table, day: DateColumn, contacts: Table, feedback: Table, since: date) -> Table:
    """Those rows whose `day` is not before `since`, with `new`: 1 in the customer's first 90 days, else 0."""
    import ibis

    days = ibis.union(*(table.select("entity_id", "local_date") for table in (contacts, feedback)))
    first = days.aggregate(by="entity_id", first_day=days.local_date.min())
    told = rows.mutate(told_day=day)
    told = told.filter(told.told_day >= ibis.literal(since)).left_join(first, "entity_id")
    age = told.told_day.delta(told.first_day, unit="day")
    # Whoever has only ever been promised something was seen by nobody, and nobody can say since when.
    return told.mutate(new=ibis.ifelse(age < NEW_DAYS, 1, 0)).filter(told.first_day.notnull())
