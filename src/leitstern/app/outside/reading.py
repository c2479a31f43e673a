"""Opening the published state, once per question, and keeping what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leitstern.app.common.findings import remember
from leitstern.app.common.home import current_home
from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.queries import taxonomy_of
from leitstern.app.intake.queries import latest_snapshot, versions_of
from leitstern.core.outside.selection import EVERYTHING, Selection, selected_journeys
from leitstern.core.texts import Text
from leitstern.store.held.picked import Picked
from leitstern.store.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from ibis import Table
    from pyarrow import Table as Rows

    from leitstern.app.intake.models import Snapshot
    from leitstern.core.company.taxonomy import Taxonomy

NO_DATA = Text(
    en="There is no data yet. Bring in contacts and feedback first.",
    de="Es gibt noch keine Daten. Lesen Sie zuerst Kontakte und Rückmeldungen ein.",
)


@dataclass(frozen=True, slots=True)
class Published:
    """The state that is shown, with the taxonomy it was brought in under."""

    snapshot: Snapshot
    taxonomy: Taxonomy
    first_date: date
    as_of: date

    def reader(self, people: Collection[int] = ()) -> Reader:
        """The lake at exactly this state, or as much of it as is needed for some people; use it as a context manager."""
        return Reader(current_home(), versions_of(self.snapshot), people)

    def find[T](self, name: str, inputs: tuple[object, ...], compute: Callable[[Question], T]) -> T:
        """The finding `name` for this state and these inputs, from the cache or computed now."""

        def answer() -> T:
            with self.reader() as reader:
                return compute(Question(self, reader))

        return remember(name, (self.snapshot.pk, *inputs), answer)


@dataclass(frozen=True, slots=True)
class Question:
    """An open reader at a published state."""

    published: Published
    reader: Reader

    def table(self, name: str) -> Table:
        """A table of the lake as an expression."""
        return self.reader.table(name)

    def picked(self, selection: Selection = EVERYTHING) -> Picked | None:
        """The journeys that are looked at, held in memory; None where they are not: then expressions answer."""
        held = self.reader.held()
        if held is None or selection.everything:
            return Picked(held) if held else None
        tables = (self.table(name) for name in ("journeys", "transitions", "contacts"))
        return Picked(held, held.chosen(self.run(selected_journeys(selection, *tables).select("journey"))))

    def run(self, expression: Table) -> Rows:
        """Its rows."""
        return self.reader.run(expression)

    def rows(self, expression: Table) -> list[dict[str, Any]]:
        """Its rows as dictionaries."""
        found: list[dict[str, Any]] = self.reader.run(expression).to_pylist()
        return found


def published() -> Published | None:
    """The newest published state; None before the first import."""
    snapshot = latest_snapshot()
    if snapshot is None or snapshot.as_of is None or snapshot.first_date is None:
        return None
    return Published(snapshot, taxonomy_of(snapshot.taxonomy), snapshot.first_date, snapshot.as_of)


def require_published() -> Published:
    """The newest published state. Raises NotFound before the first import."""
    return or_not_found(published(), NO_DATA)
