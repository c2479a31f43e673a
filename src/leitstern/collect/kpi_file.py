"""Key figures in tables (CSV or XLSX): the register itself, and who is rewarded for what."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.kpi_columns import FIGURE, UNIT, Cells, Column, Figures, Numbers, Units
from leitstern.collect.table_lines import read_table
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.inside.incentives.figures import (
    DIRECTIONS,
    GIVERS,
    HORIZONS,
    ORIGINS,
    PARTS,
    Direction,
    Giver,
    Horizon,
    Origin,
    Part,
)
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from leitstern.core.company.taxonomy import Taxonomy

MOST_LINES = 20_000
LONGEST_NAME = 160
NAME = Column(Text(en="Name", de="Name"), ("name", "title", "titel", "bezeichnung"))
SLUG = Column(Text(en="Short name", de="Kurzname"), ("short name", "slug", "id", "kurzname", "kürzel"))
HORIZON = Column(Text(en="Horizon", de="Horizont"), ("horizon", "horizont", "frist"))
DIRECTION = Column(Text(en="Direction", de="Richtung"), ("direction", "richtung", "better", "besser"))
ORIGIN = Column(Text(en="Origin", de="Herkunft"), ("origin", "herkunft"))
GIVER = Column(Text(en="Set by", de="Gesetzt von"), ("set by", "given by", "gesetzt von", "vorgegeben von"))
PART = Column(Text(en="Part", de="Teil"), ("part", "teil"))
COUNTED_IN = Column(Text(en="Counted in", de="Gezählt in"), ("counted in", "gezählt in", "einheit der zahl"))
DEFINITION = Column(Text(en="Definition", de="Definition"), ("definition",))
SINCE = Column(Text(en="Since", de="Seit"), ("since", "seit", "gilt seit"))
ROLE = Column(Text(en="Role", de="Rolle"), ("role", "rolle", "funktion"))
PEOPLE = Column(Text(en="People", de="Personen"), ("people", "headcount", "personen", "köpfe"))
PERCENT = Column(Text(en="Weight", de="Gewicht"), ("weight", "percent", "share", "gewicht", "anteil"))
REGISTER_COLUMNS = (
    *(SLUG, NAME, UNIT, HORIZON, DIRECTION, ORIGIN),
    *(GIVER, PART, COUNTED_IN, DEFINITION, SINCE),
)
WEIGHT_COLUMNS = (ROLE, UNIT, PEOPLE, FIGURE, PERCENT)


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One key figure as a table says it."""

    slug: str
    name: str
    unit: str
    horizon: Horizon
    direction: Direction
    origin: Origin
    giver: Giver
    part: Part | None
    counted_in: str
    definition: str
    since: date | None


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role: its people, and the percent of its reward by figure."""

    name: str
    unit: str
    people: int
    percents: Mapping[str, int]


def short_name(name: str) -> str:
    """A short name out of a name: “Kosten je Kontakt” → kosten_je_kontakt."""
    german = name.casefold()  # turns ß into ss
    for umlaut, spelt in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        german = german.replace(umlaut, spelt)
    plain = unicodedata.normalize("NFKD", german).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:80].rstrip("_")


def read_register(folder: Path, name: str, taxonomy: Taxonomy, today: date) -> list[FigureLine]:
    """The key figures in the file `name`. Raises InvalidFile with every mistake at once."""
    cells, units = Cells(name, read_table(folder, name, MOST_LINES)), Units(taxonomy)
    cells.require(NAME, UNIT, HORIZON, DIRECTION, ORIGIN, DEFINITION)
    found, seen = list[FigureLine](), dict[str, str]()
    for line, values in cells.table.lines:
        read = _figure(cells, units, line, values, today)
        if read is None:
            continue
        if (before := seen.setdefault(read.slug, line)) != line:
            cells.wrong(line, NAME.title, TWICE.fill(line=before))
        found.append(read)
    if not found and not cells.problems:
        cells.wrong("", "", NOTHING)
    cells.done()
    return found


def _figure(cells: Cells, units: Units, line: str, values: tuple[str, ...], today: date) -> FigureLine | None:
    before = len(cells.problems)
    name, definition = cells.text(values, NAME), cells.text(values, DEFINITION)
    slug = short_name(cells.text(values, SLUG) or name)
    if not slug or len(name) > LONGEST_NAME:
        cells.wrong(line, NAME.title, NO_NAME.fill(most=LONGEST_NAME))
    if not definition:
        cells.wrong(line, DEFINITION.title, NO_DEFINITION)
    unit = units.read(cells, line, cells.text(values, UNIT))
    horizon = cells.one_of(line, HORIZON, cells.text(values, HORIZON), HORIZONS)
    direction = cells.one_of(line, DIRECTION, cells.text(values, DIRECTION), DIRECTIONS)
    origin = cells.one_of(line, ORIGIN, cells.text(values, ORIGIN), ORIGINS)
    giver = cells.one_of(line, GIVER, cells.text(values, GIVER) or Giver.OWN.value, GIVERS)
    part = cells.one_of(line, PART, given, PARTS) if (given := cells.text(values, PART)) else None
    if part and origin and origin is not Origin.CUSTOMER:
        cells.wrong(line, PART.title, PART_OF_CUSTOMERS)
    since = cells.month(line, said, today, SINCE) if (said := cells.text(values, SINCE)) else None
    if len(cells.problems) > before or not (unit and horizon and direction and origin and giver):
        return None
    counted_in = cells.text(values, COUNTED_IN)[:40]
    return FigureLine(
        slug, name, unit, horizon, direction, origin, giver, part, counted_in, definition, since
    )


def read_weights(folder: Path, name: str, taxonomy: Taxonomy, figures: Mapping[str, str]) -> list[RoleLine]:
    """Roles with their people and what they are rewarded for; `figures` are names by short name.

    A role without any reward has one line without a figure. Raises InvalidFile with every mistake at once.
    """
    cells, units, known = Cells(name, read_table(folder, name, MOST_LINES)), Units(taxonomy), Figures(figures)
    cells.require(*WEIGHT_COLUMNS)
    numbers, lines = Numbers(cells), []
    for line, values in cells.table.lines:
        role, unit = cells.text(values, ROLE), units.read(cells, line, cells.text(values, UNIT))
        if not role or len(role) > 120:
            cells.wrong(line, ROLE.title, NO_ROLE)
        people = numbers.take(line, PEOPLE, cells.text(values, PEOPLE))
        given = cells.text(values, FIGURE)
        figure = known.read(cells, line, given) if given else ""
        percent = numbers.take(line, PERCENT, cells.text(values, PERCENT)) if given else None
        lines.append((line, role, unit, people, figure, percent))
    value = numbers.read()
    roles: dict[tuple[str, str], tuple[str, int, dict[str, int]]] = {}
    for line, role, unit, people, figure, percent in lines:
        heads = _whole(cells, line, PEOPLE, value[people], 1_000_000)
        part = 0 if percent is None else _whole(cells, line, PERCENT, value[percent], 100)
        first, there, percents = roles.setdefault((spelt_alike(role), unit or ""), (role, heads, {}))
        if there != heads:
            cells.wrong(line, PEOPLE.title, OTHER_PEOPLE.fill(role=first, people=there))
        if figure and figure in percents:
            cells.wrong(line, FIGURE.title, REWARDED_TWICE.fill(role=first))
        elif figure:
            percents[figure] = part
    for role, _, percents in roles.values():
        if sum(percents.values()) > 100:
            cells.wrong("", PERCENT.title, TOO_MUCH.fill(role=role, sum=sum(percents.values())))
    if not roles and not cells.problems:
        cells.wrong("", "", NOTHING)
    cells.done()
    return [RoleLine(role, unit, heads, percents) for (_, unit), (role, heads, percents) in roles.items()]


def _whole(cells: Cells, line: str, where: Column, value: float, most: int) -> int:
    if value != value:  # a mistake that was told already
        return 0
    if value != int(value) or not 0 <= value <= most:
        cells.wrong(line, where.title, NO_WHOLE.fill(most=most))
        return 0
    return int(value)


NOTHING = Text(en="There is nothing in this file.", de="In dieser Datei steht nichts.")
NO_NAME = Text(
    en="A key figure needs a name of at most {most} signs, with letters or digits.",
    de="Eine Kennzahl braucht einen Namen von höchstens {most} Zeichen, mit Buchstaben oder Ziffern.",
)
NO_DEFINITION = Text(
    en="A key figure needs a definition: what exactly is counted?",
    de="Eine Kennzahl braucht eine Definition: Was genau wird gezählt?",
)
PART_OF_CUSTOMERS = Text(
    en="Only key figures of customers belong to a part of the bundle.",
    de="Nur Kennzahlen der Kundschaft gehören zu einem Teil des Bündels.",
)
TWICE = Text(
    en="This key figure stands in line {line} already.", de="Diese Kennzahl steht schon in Zeile {line}."
)
NO_ROLE = Text(
    en="A role needs a name of at most 120 signs.",
    de="Eine Rolle braucht einen Namen von höchstens 120 Zeichen.",
)
OTHER_PEOPLE = Text(
    en="Further up, “{role}” is held by {people} people.",
    de="Weiter oben haben {people} Personen die Rolle „{role}“.",
)
REWARDED_TWICE = Text(
    en="For “{role}” this key figure stands further up already.",
    de="Für „{role}“ steht diese Kennzahl schon weiter oben.",
)
TOO_MUCH = Text(
    en="The weights of “{role}” add up to {sum}%; 100% is the whole reward.",
    de="Die Gewichte von „{role}“ ergeben zusammen {sum} %; die ganze Belohnung sind 100 %.",
)
NO_WHOLE = Text(
    en="Here stands a whole number from 0 to {most}.", de="Hier steht eine ganze Zahl von 0 bis {most}."
)
