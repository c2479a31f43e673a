"""The register as tables: what is downloaded can be changed and handed in again. Small groups stay hidden in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.company.former import touchpoint_names, unit_names
from leitstern.app.structure import reading
from leitstern.app.structure.bringing import Kind
from leitstern.collect import structure_file as files
from leitstern.collect.structure_columns import YES_NO
from leitstern.core.inside.structure.duties import LETTERS, PHASES, PLACES, Phase
from leitstern.core.inside.structure.interfaces import SIDES, Aspect
from leitstern.core.inside.structure.leftovers import THINGS
from leitstern.core.inside.structure.register import CUTS
from leitstern.core.inside.structure.skills import skill_name, skills
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from leitstern.core.inside.structure.journeys import Alignment
    from leitstern.core.inside.structure.register import Register
    from leitstern.core.inside.structure.together import Shared
    from leitstern.core.inside.structure.trainings import Effects
    from leitstern.core.stats.estimate import Measured

COLUMNS = {
    Kind.UNITS: files.UNIT_COLUMNS,
    Kind.ROLES: files.ROLE_COLUMNS,
    Kind.INTERFACES: files.INTERFACE_COLUMNS,
    Kind.DUTIES: files.DUTY_COLUMNS,
    Kind.SKILLS: files.SKILL_COLUMNS,
    Kind.USES: files.USE_COLUMNS,
}
JOURNEY_HEADER = ["journey", "step", "unit", "carried", "internal work", "answers for the whole journey"]
TRAININGS_HEADER = [
    *("unit", "trainings", "first", "last", "places", "before", "after"),
    *("change", "low", "high", "n", "why not"),
]
TOGETHER_HEADER = ["unit", "shared today", "pieces of work", "shared after the change", "pieces of work then"]
SAMPLES: dict[Kind, tuple[Text, ...]] = {
    Kind.UNITS: tuple(Text(each, each) for each in ("", "", "", "", "", "24", "", "")),
    Kind.ROLES: (Text("Advice", "Beratung"), Text("", ""), Text("18", "18"), YES_NO[True]),
    Kind.SKILLS: (
        Text("", ""),
        skill_name("data"),
        *(Text(each, each) for each in ("6", "2", "", "", "", "")),
    ),
}


def header(kind: Kind, language: str) -> list[str]:
    """The titles in a language."""
    return [column.title.to(language) for column in COLUMNS[kind]]


def rows(kind: Kind, language: str) -> list[list[object]]:
    """Everything of one kind."""
    known = reading.register()
    names = {slug: name.to(language) for slug, name in unit_names().items()}
    make = {
        Kind.UNITS: _units,
        Kind.ROLES: _roles,
        Kind.INTERFACES: _interfaces,
        Kind.DUTIES: _duties,
        Kind.SKILLS: _skills,
        Kind.USES: _uses,
    }
    return list(make[kind](known, names, language))


def sample(kind: Kind, language: str) -> tuple[list[str], list[list[object]]]:
    """What is there already, or one line to begin with."""
    found = rows(kind, language)
    if not found and kind in SAMPLES:
        known = reading.register()
        first = known.units[0].name.to(language) if known.units else ""
        line = [each.to(language) for each in SAMPLES[kind]]
        line[1 if kind is Kind.ROLES else 0] = first
        found = [list(line)]
    return header(kind, language), found


def journey_rows(found: Sequence[Alignment], language: str) -> list[list[object]]:
    """One row per step of every journey."""
    units, touchpoints = unit_names(), touchpoint_names()
    return [
        [
            each.journey.name.to(language),
            touchpoints[step.touchpoint].to(language),
            units[step.unit].to(language),
            step.carried,
            "; ".join(work.name.to(language) for work in step.works),
            each.answers.name if each.answers else "",
        ]
        for each in found
        for step in each.steps
    ]


def training_rows(found: Effects, language: str) -> list[list[object]]:
    """One row per unit with trainings; what cannot be told says why."""
    units = unit_names()
    return [
        [
            units[each.unit].to(language),
            each.trainings,
            each.first,
            each.last,
            each.places.low if each.places.exact else f"{each.places.low}–{each.places.high}",
            *(None if isinstance(one, Missing) else round(one.value, 4) for one in (each.before, each.after)),
            *_numbers(each.change),
            each.change.reason.to(language) if isinstance(each.change, Missing) else "",
        ]
        for each in found.units
    ]


def together_rows(found: Shared, language: str) -> list[list[object]]:
    """One row per unit, the first for all work together."""
    units = unit_names()
    return [
        [
            units[each.unit].to(language) if each.unit else "",
            *(
                cell
                for one in (each.before, each.after)
                for cell in ((None, 0) if isinstance(one, Missing) else (round(one.value, 4), one.n))
            ),
        ]
        for each in (found.all, *found.units)
    ]


def _numbers(measured: Measured) -> list[object]:
    if isinstance(measured, Missing):
        return [None, None, None, None]
    return [*(round(each, 4) for each in (measured.value, measured.low, measured.high)), measured.n]


def _yes(said: bool | None, language: str) -> str:
    return "" if said is None else YES_NO[said].to(language)


def _units(known: Register, names: Mapping[str, str], language: str) -> Iterator[list[object]]:
    for unit in known.today:
        lead = known.by_key.get(unit.lead or 0)
        yield [
            names[unit.slug],
            "",
            names.get(unit.parent, ""),
            _yes(unit.back_office, language),
            CUTS[unit.cut].to(language) if unit.cut else "",
            unit.size if known.enough(unit.slug) else None,
            _yes(unit.experience, language),
            f"{names[lead.unit]}: {lead.name}" if lead and lead.unit in names else "",
        ]


def _roles(known: Register, names: Mapping[str, str], language: str) -> Iterator[list[object]]:
    for role in known.counted:
        unit = names.get(role.unit, role.unit)
        yield [role.name, unit, role.people, _yes(role.ambassador, language)]


def _interfaces(_known: Register, names: Mapping[str, str], language: str) -> Iterator[list[object]]:
    for each in reading.interfaces():
        start: list[object] = [names.get(each.giver), names.get(each.receiver), each.what, each.touchpoint]
        for claim in each.claims:
            said = [_yes(claim.said.get(aspect), language) for aspect in Aspect]
            yield [*start, SIDES[claim.side].to(language), *said, claim.evidence, claim.day]
        if not each.claims:
            yield [*start, "", "", "", "", "", None]


def _duties(known: Register, names: Mapping[str, str], language: str) -> Iterator[list[object]]:
    for work in reading.works():
        for phase in Phase:
            for key, letter in sorted(work.duties.get(phase, ())):
                role = known.by_key[key]
                yield [
                    PLACES[work.place].to(language),
                    work.name.to(language),
                    _yes(work.customer, language),
                    "; ".join(work.touchpoints),
                    PHASES[phase].to(language),
                    role.name,
                    names.get(role.unit, role.unit),
                    LETTERS[letter].to(language),
                ]


def _skills(known: Register, names: Mapping[str, str], language: str) -> Iterator[list[object]]:
    for line in skills(reading.staffing(), known).lines:
        each, there = line.staffing, line.there
        shown = there.low if there.exact else f"{there.low}–{there.high}"
        yield [
            names[each.unit],
            skill_name(each.skill).to(language),
            each.needed,
            shown,
            each.plan,
            each.until,
            each.open,
            None,
        ]


def _uses(known: Register, names: Mapping[str, str], language: str) -> Iterator[list[object]]:
    for each in reading.leftovers():
        start = [THINGS[each.thing].to(language), each.name, each.ended, each.instead]
        shown = [use for use in each.uses if known.enough(use.unit)]
        for use in shown:
            yield [*start, names[use.unit], f"{use.month:%Y-%m}", use.times]
        if not shown:
            yield [*start, "", "", None]
