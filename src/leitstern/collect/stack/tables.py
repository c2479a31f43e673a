"""Our own tables of technology (CSV or XLSX): applications, capabilities with what they lack, data objects, integrations.

Everything a table refers to has to be known: in the taxonomy, the inventory, or the table itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leitstern.collect.kpi_columns import Units
from leitstern.collect.kpi_file import short_name
from leitstern.collect.stack import columns as at
from leitstern.collect.stack.brought import Brought, Gathering, Origin
from leitstern.collect.table_lines import read_table
from leitstern.core.company.lookup import spellings, spelt_alike
from leitstern.core.inside.stack.inventory import Gap
from leitstern.core.inside.stack.terms import (
    CATEGORIES,
    LEVELS,
    LIFECYCLES,
    REMEDIES,
    WAYS,
    Category,
    Kind,
    Lifecycle,
)
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from leitstern.collect.kpi_columns import Column
    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.inside.stack.inventory import Inventory

MOST_LINES = 20_000
COLUMNS: dict[Origin, tuple[Column, ...]] = {
    Origin.APPLICATIONS: (
        *(at.SLUG, at.APPLICATION, at.CATEGORY, at.LIFECYCLE, at.UNITS, at.OWNER, at.IT_OWNER),
        *(at.VENDOR, at.COST, at.CURRENCY, at.ACQUIRED, at.LIVE_SINCE, at.NOTE),
    ),
    Origin.CAPABILITIES: (
        *(at.SLUG, at.CAPABILITY, at.OUTCOME, at.OWNER, at.TOUCHPOINTS, at.APPLICATIONS),
        *(
            at.PEOPLE,
            at.PROCESS,
            at.TECHNOLOGY,
            at.GAP,
            at.GAP_AT,
            at.CRITICAL,
            at.REMEDY,
            at.CONTRACT,
            at.NOTE,
        ),
    ),
    Origin.DATA: (at.SLUG, at.DATA, at.LEADING, at.KEPT_IN, at.PURPOSE, at.USED),
    Origin.INTEGRATIONS: (at.SOURCE, at.TARGET, at.WAY, at.OBJECTS, at.NOTE),
}
NEEDED: dict[Origin, tuple[Column, ...]] = {
    Origin.APPLICATIONS: (at.APPLICATION,),
    Origin.CAPABILITIES: (at.CAPABILITY,),
    Origin.DATA: (at.DATA,),
    Origin.INTEGRATIONS: (at.SOURCE, at.TARGET, at.WAY),
}
KIND = {
    Origin.APPLICATIONS: Kind.APPLICATION,
    Origin.CAPABILITIES: Kind.CAPABILITY,
    Origin.DATA: Kind.DATA,
    Origin.INTEGRATIONS: Kind.INTEGRATION,
}


def read_things(folder: Path, name: str, origin: Origin, taxonomy: Taxonomy, inventory: Inventory) -> Brought:
    """Everything in the table `name`. Raises InvalidFile with every mistake at once."""
    cells = at.Reading(name, read_table(folder, name, MOST_LINES))
    cells.require(*NEEDED[origin])
    lines = _Lines(cells, taxonomy, Gathering(inventory))
    read: dict[Origin, Callable[[str, tuple[str, ...]], None]] = {
        Origin.APPLICATIONS: lines.application,
        Origin.CAPABILITIES: lines.capability,
        Origin.DATA: lines.data,
        Origin.INTEGRATIONS: lines.integration,
    }
    for line, values in cells.table.lines:
        read[origin](line, values)
    if not cells.table.lines:
        cells.wrong("", "", at.NOTHING)
    cells.done()
    own = COLUMNS[origin]
    titles = {cells.at(column): column.title for column in own}
    shown = tuple((title, titles.get(place, Text("", ""))) for place, title in enumerate(cells.table.titles))
    return Brought(lines.gathered.things(), shown, (KIND[origin],))


class _Lines:
    """Reads line by line; what is there to be named is looked up once."""

    def __init__(self, cells: at.Reading, taxonomy: Taxonomy, gathered: Gathering) -> None:
        self.cells, self.gathered = cells, gathered
        self._units = Units(taxonomy)
        self._touchpoints = {
            spelling: each.slug for each in taxonomy.touchpoints for spelling in spellings(each)
        }
        self._touchpoint_names = tuple(each.name for each in taxonomy.touchpoints)
        self._applications = _named(gathered.inventory.applications)
        self._data = _named(gathered.inventory.data)
        self._seen: dict[str, str] = {}

    def application(self, line: str, values: tuple[str, ...]) -> None:
        """One application."""
        cells = self.cells
        units = [self._units.read(cells, line, each) for each in cells.listed(values, at.UNITS)]
        self._add(
            (line, values, Kind.APPLICATION, at.APPLICATION),
            category=(at.CATEGORY, cells.choice(line, values, at.CATEGORY, CATEGORIES) or Category.OTHER),
            lifecycle=(at.LIFECYCLE, cells.choice(line, values, at.LIFECYCLE, LIFECYCLES) or Lifecycle.LIVE),
            units=(at.UNITS, tuple(filter(None, units))),
            owner=(at.OWNER, cells.text(values, at.OWNER)),
            it_owner=(at.IT_OWNER, cells.text(values, at.IT_OWNER)),
            vendor=(at.VENDOR, cells.text(values, at.VENDOR)),
            cost=(at.COST, cells.money(line, values)),
            acquired=(at.ACQUIRED, cells.day(line, at.ACQUIRED, cells.text(values, at.ACQUIRED))),
            live_since=(at.LIVE_SINCE, cells.day(line, at.LIVE_SINCE, cells.text(values, at.LIVE_SINCE))),
            note=(at.NOTE, cells.text(values, at.NOTE)),
        )

    def capability(self, line: str, values: tuple[str, ...]) -> None:
        """One capability; further lines of the same name add gaps."""
        cells, gaps = self.cells, self._gap(line, values)
        name = cells.text(values, at.CAPABILITY)
        slug = self.gathered.known(Kind.CAPABILITY, cells.text(values, at.SLUG) or name)
        if gaps and slug and self.gathered.has(Kind.CAPABILITY, slug):
            self.gathered.add(Kind.CAPABILITY, name, slug, gaps=gaps)
            return
        touchpoints = tuple(
            cells.one(line, at.TOUCHPOINTS, each, self._touchpoints, self._touchpoint_names)
            for each in cells.listed(values, at.TOUCHPOINTS)
        )
        self._add(
            (line, values, Kind.CAPABILITY, at.CAPABILITY),
            outcome=(at.OUTCOME, cells.text(values, at.OUTCOME)),
            owner=(at.OWNER, cells.text(values, at.OWNER)),
            touchpoints=(at.TOUCHPOINTS, touchpoints),
            applications=(at.APPLICATIONS, self._all(line, values, at.APPLICATIONS, self._applications)),
            people=(at.PEOPLE, cells.choice(line, values, at.PEOPLE, LEVELS)),
            process=(at.PROCESS, cells.choice(line, values, at.PROCESS, LEVELS)),
            technology=(at.TECHNOLOGY, cells.choice(line, values, at.TECHNOLOGY, LEVELS)),
            gaps=(at.GAP, gaps),
            note=(at.NOTE, cells.text(values, at.NOTE)),
        )

    def data(self, line: str, values: tuple[str, ...]) -> None:
        """One data object."""
        cells = self.cells
        leading = cells.text(values, at.LEADING)
        source = self._one(line, at.LEADING, leading, self._applications) if leading else ""
        self._add(
            (line, values, Kind.DATA, at.DATA),
            leading=(at.LEADING, source),
            kept_in=(at.KEPT_IN, self._all(line, values, at.KEPT_IN, self._applications)),
            purpose=(at.PURPOSE, cells.text(values, at.PURPOSE)),
            used=(at.USED, cells.day(line, at.USED, cells.text(values, at.USED))),
        )

    def integration(self, line: str, values: tuple[str, ...]) -> None:
        """One way data takes."""
        cells, before = self.cells, len(self.cells.problems)
        source = self._one(line, at.SOURCE, cells.text(values, at.SOURCE), self._applications)
        target = self._one(line, at.TARGET, cells.text(values, at.TARGET), self._applications)
        way = cells.one_of(line, at.WAY, cells.text(values, at.WAY), WAYS)
        objects = self._all(line, values, at.OBJECTS, self._data)
        if way is None or len(cells.problems) > before:
            return
        note = {"note": cells.text(values, at.NOTE)} if cells.at(at.NOTE) is not None else {}
        slug = self.gathered.join(source, target, way, objects, **note)
        if (first := self._seen.setdefault(slug, line)) != line:
            cells.wrong(line, at.SOURCE.title, at.TWICE.fill(line=first))

    def _add(self, of: tuple[str, tuple[str, ...], Kind, Column], **fields: tuple[Column, Any]) -> None:
        """Keep the fields whose columns are there."""
        (line, values, kind, column), cells = of, self.cells
        name = cells.named(line, values, column)
        if not name:
            return
        slug = self.gathered.name(kind, name, short_name(cells.text(values, at.SLUG)))
        if (first := self._seen.setdefault(slug, line)) != line:
            cells.wrong(line, column.title, at.TWICE.fill(line=first))
        said = {each: value for each, (place, value) in fields.items() if cells.at(place) is not None}
        self.gathered.add(kind, name, slug, **said)

    def _gap(self, line: str, values: tuple[str, ...]) -> tuple[Gap, ...]:
        cells = self.cells
        text, where = cells.text(values, at.GAP), cells.text(values, at.GAP_AT)
        if not text:
            return ()
        return (
            Gap(
                text,
                self._one(line, at.GAP_AT, where, self._applications) if where else "",
                cells.yes(line, values, at.CRITICAL),
                cells.choice(line, values, at.REMEDY, REMEDIES),
                cells.yes(line, values, at.CONTRACT),
            ),
        )

    def _one(self, line: str, column: Column, given: str, known: Mapping[str, tuple[str, str]]) -> str:
        slugs = {spelling: slug for spelling, (slug, _name) in known.items()}
        shown = {slug: Text(name, name) for slug, name in known.values()}
        return self.cells.one(line, column, given, slugs, shown.values())

    def _all(
        self, line: str, values: tuple[str, ...], column: Column, known: Mapping[str, tuple[str, str]]
    ) -> tuple[str, ...]:
        return tuple(self._one(line, column, each, known) for each in self.cells.listed(values, column))


def _named(things: tuple[Any, ...]) -> dict[str, tuple[str, str]]:
    """By spelling: short name and name."""
    found = {spelt_alike(each.slug): (each.slug, each.name) for each in things}
    return found | {spelt_alike(each.name): (each.slug, each.name) for each in things}
