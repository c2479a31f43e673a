"""The organisation register in tables (CSV or XLSX): units, roles, interfaces, duties, skills, and uses of what was ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect import structure_columns as at
from leitstern.collect.kpi_columns import EMPTY
from leitstern.collect.structure_columns import Names
from leitstern.collect.structure_lines import (
    DutyLine,
    InterfaceLine,
    Known,
    RoleLine,
    SkillLine,
    UnitLine,
    UseLine,
)
from leitstern.collect.structure_sheet import Line, Sheet
from leitstern.core.inside.structure.duties import LETTERS, PHASES, PLACES, Phase, Place
from leitstern.core.inside.structure.interfaces import ASPECTS, SIDES
from leitstern.core.inside.structure.leftovers import THINGS
from leitstern.core.inside.structure.register import CUTS
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

LONGEST_NAME = 120
UNIT_COLUMNS = (at.UNIT, at.NEW, at.PART_OF, at.BACK_OFFICE, at.CUT, at.PEOPLE, at.EXPERIENCE, at.LEAD)
ROLE_COLUMNS = (at.ROLE, at.UNIT, at.PEOPLE, at.AMBASSADOR)
INTERFACE_COLUMNS = (
    *(at.GIVER, at.RECEIVER, at.WHAT, at.TOUCHPOINT, at.SIDE),
    *(at.DEFINED, at.ACCEPTED, at.LIVED, at.EVIDENCE, at.DAY),
)
DUTY_COLUMNS = (at.PLACE, at.WORK, at.CUSTOMER, at.TOUCHPOINTS, at.PHASE, at.ROLE, at.UNIT, at.LETTER)
SKILL_COLUMNS = (at.UNIT, at.SKILL, at.NEEDED, at.THERE, at.PLAN, at.UNTIL, at.OPEN, at.ASKED)
USE_COLUMNS = (at.THING, at.NAME, at.ENDED, at.INSTEAD, at.UNIT, at.MONTH, at.TIMES)
NO_ROLE = Text(
    en="“{unit}” has no role “{role}”. Hand in the roles first.",
    de="„{unit}“ hat keine Rolle „{role}“. Geben Sie zuerst die Rollen ab.",
)
TWICE = Text(en="This stands in line {line} already.", de="Das steht schon in Zeile {line}.")


def read_units(folder: Path, name: str, known: Known) -> list[UnitLine]:
    """Units that are known, or marked as new. Raises InvalidFile with every mistake at once."""
    sheet = Sheet(folder, name, (at.UNIT,))
    units, found = Names(at.UNIT, known.units), list[UnitLine]()
    for line in sheet.lines():
        called = sheet.need(line, at.UNIT, 160)
        new = bool(sheet.yes(line, at.NEW))
        slug = "" if new or not called else units.read(sheet.cells, line.number, called)
        part_of, led_by = sheet.text(line, at.PART_OF), sheet.text(line, at.LEAD)
        found.append(
            UnitLine(
                slug=slug,
                name=called,
                parent=units.read(sheet.cells, line.number, part_of, at.PART_OF) if part_of else "",
                back_office=bool(sheet.yes(line, at.BACK_OFFICE)),
                cut=sheet.choice(line, at.CUT, CUTS),
                size=sheet.whole(line, at.PEOPLE, needed=False),
                experience=bool(sheet.yes(line, at.EXPERIENCE)),
                lead=_lead(sheet, line, led_by, known) if led_by else None,
            )
        )
    return sheet.done(found)


def read_roles(folder: Path, name: str, known: Known) -> list[RoleLine]:
    """Roles with their people. Raises InvalidFile with every mistake at once."""
    sheet = Sheet(folder, name, (at.ROLE, at.UNIT, at.PEOPLE))
    units, found, seen = Names(at.UNIT, known.units), list[RoleLine](), dict[tuple[str, str], str]()
    for line in sheet.lines():
        role = sheet.need(line, at.ROLE, LONGEST_NAME)
        unit = units.read(sheet.cells, line.number, sheet.text(line, at.UNIT))
        if role and (before := seen.setdefault((role.casefold(), unit), line.number)) != line.number:
            sheet.cells.wrong(line.number, at.ROLE.title, TWICE.fill(line=before))
        people = sheet.whole(line, at.PEOPLE) or 0
        found.append(RoleLine(role, unit, people, sheet.yes(line, at.AMBASSADOR)))
    return sheet.done(found)


def read_interfaces(folder: Path, name: str, known: Known) -> list[InterfaceLine]:
    """Interfaces, one line per side that says something. Raises InvalidFile with every mistake at once."""
    sheet = Sheet(folder, name, (at.GIVER, at.RECEIVER, at.WHAT))
    units, places = Names(at.GIVER, known.units), Names(at.TOUCHPOINT, known.touchpoints)
    found = []
    for line in sheet.lines():
        touchpoint = sheet.text(line, at.TOUCHPOINT)
        side = sheet.choice(line, at.SIDE, SIDES)
        day = sheet.cells.day(line.number, at.DAY, sheet.text(line, at.DAY))
        if side and day is None and not sheet.text(line, at.DAY):
            sheet.cells.wrong(line.number, at.DAY.title, EMPTY)
        found.append(
            InterfaceLine(
                giver=units.read(sheet.cells, line.number, sheet.text(line, at.GIVER)),
                receiver=units.read(sheet.cells, line.number, sheet.text(line, at.RECEIVER), at.RECEIVER),
                what=sheet.need(line, at.WHAT, 200),
                touchpoint=places.read(sheet.cells, line.number, touchpoint) if touchpoint else "",
                side=side,
                said={
                    aspect: sheet.yes(line, column)
                    for aspect, column in zip(ASPECTS, (at.DEFINED, at.ACCEPTED, at.LIVED), strict=True)
                },
                evidence=sheet.text(line, at.EVIDENCE),
                day=day,
            )
        )
    return sheet.done(found)


def read_duties(folder: Path, name: str, known: Known) -> list[DutyLine]:
    """Who does what. Raises InvalidFile with every mistake at once."""
    sheet = Sheet(folder, name, (at.PLACE, at.WORK, at.ROLE, at.UNIT, at.LETTER))
    units, places = Names(at.UNIT, known.units), Names(at.TOUCHPOINTS, known.touchpoints)
    found = []
    for line in sheet.lines():
        place = sheet.choice(line, at.PLACE, PLACES, needed=True)
        work = sheet.need(line, at.WORK, 160)
        if work and place is Place.TOUCHPOINT:
            work = places.read(sheet.cells, line.number, work, at.WORK)
        elif work and place is Place.JOURNEY:
            work = Names(at.WORK, known.journeys).read(sheet.cells, line.number, work)
        unit = units.read(sheet.cells, line.number, sheet.text(line, at.UNIT))
        role = _role(sheet, line, unit, sheet.need(line, at.ROLE, LONGEST_NAME), known) if unit else 0
        letter = sheet.choice(line, at.LETTER, LETTERS, needed=True)
        served = [each.strip() for each in sheet.text(line, at.TOUCHPOINTS).split(";") if each.strip()]
        if place and letter:
            found.append(
                DutyLine(
                    place=place,
                    work=work,
                    customer=sheet.yes(line, at.CUSTOMER) is not False,
                    touchpoints=tuple(places.read(sheet.cells, line.number, each) for each in served),
                    phase=sheet.choice(line, at.PHASE, PHASES) or Phase.BEFORE,
                    role=role,
                    letter=letter,
                )
            )
    return sheet.done(found)


def read_skills(folder: Path, name: str, known: Known) -> list[SkillLine]:
    """What units need and have. Raises InvalidFile with every mistake at once."""
    sheet = Sheet(folder, name, (at.UNIT, at.SKILL, at.NEEDED, at.THERE))
    units = Names(at.UNIT, known.units)
    found = [
        SkillLine(
            unit=units.read(sheet.cells, line.number, sheet.text(line, at.UNIT)),
            skill=sheet.need(line, at.SKILL, 80),
            needed=sheet.whole(line, at.NEEDED) or 0,
            there=sheet.whole(line, at.THERE),
            plan=sheet.text(line, at.PLAN),
            until=sheet.cells.day(line.number, at.UNTIL, sheet.text(line, at.UNTIL)),
            open=sheet.whole(line, at.OPEN, needed=False),
            asked=sheet.whole(line, at.ASKED, needed=False),
        )
        for line in sheet.lines()
    ]
    return sheet.done(found)


def read_uses(folder: Path, name: str, known: Known, today: date) -> list[UseLine]:
    """What was ended, and how often it was used since. Raises InvalidFile with every mistake at once."""
    sheet = Sheet(folder, name, (at.THING, at.NAME, at.ENDED))
    units, found = Names(at.UNIT, known.units), list[UseLine]()
    for line in sheet.lines():
        thing = sheet.choice(line, at.THING, THINGS, needed=True)
        ended = sheet.cells.day(line.number, at.ENDED, given := sheet.text(line, at.ENDED))
        if not given:
            sheet.cells.wrong(line.number, at.ENDED.title, EMPTY)
        unit, month = sheet.text(line, at.UNIT), sheet.text(line, at.MONTH)
        called = sheet.need(line, at.NAME, 160)
        used = units.read(sheet.cells, line.number, unit) if unit else ""
        when = sheet.cells.month(line.number, month, today, at.MONTH) if unit else None
        times = (sheet.whole(line, at.TIMES) or 0) if unit else 0
        if thing and ended:
            found.append(UseLine(thing, called, ended, sheet.text(line, at.INSTEAD)[:200], used, when, times))
    return sheet.done(found)


def _role(sheet: Sheet, line: Line, unit: str, role: str, known: Known) -> int:
    found = known.roles.get((unit, " ".join(role.casefold().split())))
    if found is None and role:
        said = NO_ROLE.fill(unit=known.units[unit], role=role)
        sheet.cells.wrong(line.number, at.ROLE.title, said)
    return found or 0


def _lead(sheet: Sheet, line: Line, given: str, known: Known) -> int | None:
    """A role by its name, wherever it is, or as “unit: role”."""
    unit, colon, role = given.partition(":")
    at_unit = Names(at.UNIT, known.units).called(unit) if colon else None
    wanted = " ".join((role if at_unit else given).casefold().split())
    keys = [key for (where, name), key in known.roles.items() if name == wanted and at_unit in {None, where}]
    if len(keys) != 1:
        sheet.cells.wrong(line.number, at.LEAD.title, NO_LEAD if not keys else SEVERAL_LEADS)
        return None
    return keys[0]


NO_LEAD = Text(
    en="There is no such role. Hand in the roles first.",
    de="Eine solche Rolle gibt es nicht. Geben Sie zuerst die Rollen ab.",
)
SEVERAL_LEADS = Text(
    en="Several units have a role of this name. Write “unit: role”.",
    de="Mehrere Bereiche haben eine Rolle dieses Namens. Schreiben Sie „Bereich: Rolle“.",
)
