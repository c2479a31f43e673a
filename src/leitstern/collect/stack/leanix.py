"""Fact sheets of an enterprise architecture tool, as LeanIX and tools like it export them: one line per fact sheet.

Recognised are the tool's own field names (`relApplicationToUserGroup`, `lifecycle:active`, …) and their titles in
exports. What has no place here is listed and left out; names nobody knows yet are kept as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from leitstern.collect import amounts
from leitstern.collect.kpi_columns import Cells, Column
from leitstern.collect.kpi_file import short_name
from leitstern.collect.stack import columns as at
from leitstern.collect.stack.brought import Brought, Gathering
from leitstern.collect.stack.tables import MOST_LINES
from leitstern.collect.table_lines import read_table
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.company.taxonomy import Department
from leitstern.core.inside.stack.terms import KINDS, Category, Kind, Lifecycle, Way
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from leitstern.core.company.taxonomy import Taxonomy
    from leitstern.core.inside.stack.inventory import Inventory

TYPE = Column(Text("Type", "Typ"), ("type", "fact sheet type", "factsheettype", "typ"))
NAME = Column(Text("Name", "Name"), ("name", "displayname", "display name"))
LIFECYCLE = Column(
    at.LIFECYCLE.title, ("lifecycle", "lifecycle:asstring", "current lifecycle", "lifecycle phase")
)
PHASES = {
    phase: Column(
        Text(phase, phase),
        (f"lifecycle:{phase}".casefold(), f"lifecycle.{phase}".casefold(), f"lifecycle: {title}", title),
    )
    for phase, title in (
        ("plan", "plan"),
        ("phaseIn", "phase in"),
        ("active", "active"),
        ("phaseOut", "phase out"),
        ("endOfLife", "end of life"),
    )
}
USED_BY = Column(
    at.UNITS.title,
    (
        "relapplicationtousergroup",
        "relapplicationtoorganization",
        "user groups",
        "organizations",
        "organization",
    ),
)
SERVES = Column(
    at.APPLICATIONS.title,
    ("relapplicationtobusinesscapability", "business capabilities", "business capability"),
)
HOLDS = Column(at.KEPT_IN.title, ("relapplicationtodataobject", "data objects"))
VENDOR = Column(at.VENDOR.title, ("relapplicationtoprovider", "provider", "providers", "vendor"))
OWNER = Column(
    at.OWNER.title,
    ("subscriptions:responsible", "responsible", "business owner", "application owner", "owner"),
)
IT_OWNER = Column(
    at.IT_OWNER.title, ("it owner", "it application owner", "technical owner", "subscriptions:it owner")
)
COST = Column(
    at.COST.title,
    ("totalannualcost", "costtotalannual", "total annual cost", "annual cost", "total cost", "cost"),
)
CURRENCY = Column(at.CURRENCY.title, ("currency",))
NOTE = Column(at.NOTE.title, ("description",))
CATEGORY = Column(at.CATEGORY.title, ("category", "applicationcategory", "application category"))
GIVES = Column(
    at.SOURCE.title, ("relinterfacetoproviderapplication", "provider application", "provider applications")
)
TAKES = Column(
    at.TARGET.title, ("relinterfacetoconsumerapplication", "consumer application", "consumer applications")
)
CARRIES = Column(at.OBJECTS.title, ("relinterfacetodataobject",))
COLUMNS = (
    *(TYPE, NAME, LIFECYCLE, *PHASES.values(), USED_BY, SERVES, HOLDS, VENDOR, OWNER, IT_OWNER),
    *(COST, CURRENCY, NOTE, CATEGORY, GIVES, TAKES, CARRIES),
)
KIND_OF = {
    "application": Kind.APPLICATION,
    "businesscapability": Kind.CAPABILITY,
    "dataobject": Kind.DATA,
    "interface": Kind.INTEGRATION,
}
PHASE_OF = {
    "plan": Lifecycle.PLANNED,
    "phasein": Lifecycle.PLANNED,
    "active": Lifecycle.LIVE,
    "phaseout": Lifecycle.ENDING,
}
END = "endoflife"
CATEGORIES = {
    "dxp": Category.EXPERIENCE,
    "crm": Category.CRM,
    "ma": Category.AUTOMATION,
    "marketingautomation": Category.AUTOMATION,
    "ai": Category.AI,
    "cmp": Category.CONTENT,
    "cms": Category.CONTENT,
    "cdp": Category.DATA,
    "contactcentre": Category.CONTACT_CENTRE,
    "contactcenter": Category.CONTACT_CENTRE,
    "analytics": Category.ANALYTICS,
} | {each.value: each for each in Category}
NO_TYPE = Text(en="The line does not say what it is.", de="Die Zeile sagt nicht, was sie ist.")
NO_PHASE = Text(en="“{given}” is no phase of a lifecycle.", de="„{given}“ ist keine Lebensphase.")
NO_ENDS = Text(
    en="An interface needs an application that provides and one that takes.",
    de="Ein Datenweg braucht eine Anwendung, die liefert, und eine, die abnimmt.",
)


def read_leanix(folder: Path, name: str, taxonomy: Taxonomy, inventory: Inventory, today: date) -> Brought:
    """Everything in the export `name`. Raises InvalidFile with every mistake at once."""
    cells = Cells(name, read_table(folder, name, MOST_LINES))
    cells.require(TYPE, NAME)
    sheets = _Sheets(cells, taxonomy, Gathering(inventory), today)
    for line, values in cells.table.lines:
        sheets.read(line, values)
    if not cells.table.lines:
        cells.wrong("", "", at.NOTHING)
    cells.done()
    titles = {place: column.title for column in reversed(COLUMNS) if (place := cells.at(column)) is not None}
    shown = [(title, titles.get(place, Text("", ""))) for place, title in enumerate(cells.table.titles)]
    shown += [(kind, Text("", "")) for kind in sorted(sheets.foreign)]
    return Brought(sheets.gathered.things(), tuple(shown), tuple(sheets.kinds))


class _Sheets:
    """Reads fact sheets; `foreign` are their types that have no place here."""

    def __init__(self, cells: Cells, taxonomy: Taxonomy, gathered: Gathering, today: date) -> None:
        self.cells, self.gathered = cells, gathered
        self.foreign: set[str] = set()
        self.kinds: dict[Kind, None] = {}
        self._units, self._today = taxonomy.lookup(Department), today

    def read(self, line: str, values: tuple[str, ...]) -> None:
        """One fact sheet."""
        given = self.cells.text(values, TYPE)
        kind = KIND_OF.get(_plain(given))
        if not given:
            self.cells.wrong(line, TYPE.title, NO_TYPE, KINDS.values())
        if kind is None:
            self.foreign.add(given)
            return
        self.kinds[kind] = None
        name = self.cells.text(values, NAME)
        if not short_name(name) or len(name) > at.LONGEST_NAME:
            self.cells.wrong(line, NAME.title, at.NO_NAME.fill(most=at.LONGEST_NAME))
            return
        if kind is Kind.APPLICATION:
            self._application(line, values, name)
        elif kind is Kind.INTEGRATION:
            self._interface(line, values)
        else:
            note = (
                {"note": text} if kind is Kind.CAPABILITY and (text := self.cells.text(values, NOTE)) else {}
            )
            self.gathered.add(kind, name, **note)

    def _application(self, line: str, values: tuple[str, ...], name: str) -> None:
        text = self.cells.text
        said: dict[str, Any] = {
            field: text(values, column)
            for field, column in (
                ("owner", OWNER),
                ("it_owner", IT_OWNER),
                ("vendor", VENDOR),
                ("note", NOTE),
            )
            if self.cells.at(column) is not None
        }
        if self.cells.at(USED_BY) is not None:
            said["units"] = tuple(self._unit(each) for each in self._listed(values, USED_BY))
        if category := CATEGORIES.get(_plain(text(values, CATEGORY))):
            said["category"] = category
        if text(values, COST):
            said["cost"] = at.cost_of(self.cells, line, values, (COST, CURRENCY))
        phase, since = self._phase(line, values)
        if phase in PHASE_OF:
            said["lifecycle"] = PHASE_OF[phase]
        if since:
            said["live_since"] = since
        slug = self.gathered.add(Kind.APPLICATION, name, **said)
        if phase == END:
            self.gathered.gone(Kind.APPLICATION, slug)
        for capability in self._listed(values, SERVES):
            self.gathered.add(Kind.CAPABILITY, capability, applications=(slug,))
        for held in self._listed(values, HOLDS):
            self.gathered.add(Kind.DATA, held, kept_in=(slug,))

    def _interface(self, line: str, values: tuple[str, ...]) -> None:
        sources, targets = list(self._listed(values, GIVES)), list(self._listed(values, TAKES))
        if not sources or not targets:
            self.cells.wrong(line, GIVES.title, NO_ENDS)
            return
        objects = tuple(self.gathered.add(Kind.DATA, each) for each in self._listed(values, CARRIES))
        planned = PHASE_OF.get(self._phase(line, values)[0]) is Lifecycle.PLANNED
        for source in sources:
            for target in targets:
                self.gathered.join(
                    self.gathered.name(Kind.APPLICATION, source),
                    self.gathered.name(Kind.APPLICATION, target),
                    Way.PLANNED if planned else Way.LIVE,
                    objects,
                )

    def _listed(self, values: tuple[str, ...], column: Column) -> Iterator[str]:
        """Names between semicolons or line breaks, each without what stands above it: “Sales / CRM” is CRM."""
        for part in re.split(r"[;\n]", self.cells.text(values, column)):
            if name := part.rsplit(" / ", 1)[-1].strip(" ,"):
                yield name

    def _unit(self, given: str) -> str:
        found = self._units.called(given)
        return found.slug if found else short_name(given)

    def _phase(self, line: str, values: tuple[str, ...]) -> tuple[str, date | None]:
        """The phase it is in today, by name or by the days its phases begin; and since when it is active."""
        given = _plain(self.cells.text(values, LIFECYCLE))
        if given and given not in PHASE_OF and given != END:
            self.cells.wrong(line, LIFECYCLE.title, NO_PHASE.fill(given=given[: amounts.SHOWN]), PHASES)
        begun: dict[str, date] = {}
        for phase, column in PHASES.items():
            if written := self.cells.text(values, column):
                found = amounts.day(written[:10])
                if found is None:
                    self.cells.wrong(line, column.title, amounts.NO_DAY.fill(given=written[: amounts.SHOWN]))
                else:
                    begun[_plain(phase)] = found
        now = [phase for phase, day in begun.items() if day <= self._today]
        current = given or (now[-1] if now else next(iter(begun), ""))
        return current, begun.get("active")


def _plain(word: str) -> str:
    return re.sub(r"[^a-z]", "", spelt_alike(word))
