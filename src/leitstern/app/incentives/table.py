"""Incentives as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.incentives.measured import Coupling
from leitstern.core.inside.structure.reach import VOICES
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from leitstern.app.incentives.boundaries import Kept
    from leitstern.app.incentives.models import Definition, Figure
    from leitstern.app.incentives.queries import Line
    from leitstern.core.inside.incentives.coverage import Coverage
    from leitstern.core.inside.incentives.figures import Register
    from leitstern.core.inside.incentives.functions import Reach
    from leitstern.core.inside.incentives.targets import Below
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text

FIGURES_HEADER = [
    *("short name", "name", "department", "horizon", "direction", "origin"),
    *("set by", "part", "counted in", "definition", "since"),
]
ROLES_HEADER = ["role", "department", "people", "customers", "short term", "set by vendor", "not counted"]
CONFLICTS_HEADER = [
    *(
        "first",
        "second",
        "state",
        "declared",
        "found in data",
        "correlation",
        "low",
        "high",
        "monthly changes",
    ),
    *("reason", "severity", "severity_low", "severity_high", "people", "first in doubt", "condition"),
    *("owner", "owner has left", "review"),
]
FUNCTIONS_HEADER = ["unit", "ambassadors", "key figures of customers"]
UNITS_HEADER = ["department", "key figures of customers"]
BELOW_HEADER = ["role", "department", "people", "customers", "target", "missing", "by"]
BOUNDARIES_HEADER = [
    *("boundary", "what happens then", "who decides", "since", "withdrawn"),
    *("department", "month", "cases", "not shown"),
]


def figure_rows(figures: Iterable[Figure], newest: Mapping[int, Definition]) -> Iterator[list[object]]:
    """One row per figure, as the register is read again."""
    for each in figures:
        definition = newest.get(each.pk)
        yield [
            each.slug,
            each.name,
            each.unit,
            each.horizon,
            each.direction,
            each.origin,
            each.giver,
            each.part,
            each.counted_in,
            definition.text if definition else "",
            f"{definition.since:%Y-%m}" if definition and definition.since else "",
        ]


def role_rows(
    register: Register, found: Coverage, units: Mapping[str, Text], language: str
) -> Iterator[list[object]]:
    """One row per role; of those that too few people hold, nothing but that there is one."""
    counted = {line.role.key: line for line in found.roles}
    for role in register.roles:
        unit = units[role.unit].to(language) if role.unit in units else role.unit
        line = counted.get(role.key)
        if line is None:
            yield [role.name, unit, None, None, None, None, f"< {register.fewest}"]
        else:
            shares = (round(each, 4) for each in (line.customer, line.short, line.vendor))
            yield [role.name, unit, role.people, *shares, ""]


def unit_rows(found: Coverage, units: Mapping[str, Text], language: str) -> Iterator[list[object]]:
    """One row per back-office unit."""
    for line in found.back_office:
        yield [units[line.unit].to(language), " ".join(line.figures)]


def function_rows(found: Reach, language: str) -> Iterator[list[object]]:
    """One row per unit."""
    for line in found.units:
        yield [line.unit.name.to(language), VOICES[line.voice].to(language), " ".join(line.figures)]


def below_rows(found: Iterable[Below], units: Mapping[str, Text], language: str) -> Iterator[list[object]]:
    """One row per role below its target; shares of what hangs on key figures."""
    for each in found:
        unit = units[each.role.unit].to(language) if each.role.unit in units else each.role.unit
        shares = (round(share, 4) for share in (each.share, each.target.share, each.missing))
        yield [each.role.name, unit, each.role.people, *shares, each.target.by]


def boundary_rows(
    protocol: Iterable[Kept], units: Mapping[str, Text], language: str
) -> Iterator[list[object]]:
    """One row per boundary, department and month; a boundary without cases that may be shown has one row."""
    for each in protocol:
        row = each.row
        said = [row.what, row.then, row.decider, row.since, row.withdrawn is not None]
        for line in each.tally.shown:
            unit = units[line.unit].to(language) if line.unit in units else line.unit
            yield [*said, unit, f"{line.month:%Y-%m}", line.cases, each.tally.hidden]
        if not each.tally.shown:
            yield [*said, None, None, None, each.tally.hidden]


def conflict_rows(lines: Sequence[Line], language: str) -> Iterator[list[object]]:
    """One row per conflict; what is missing says why."""
    for line in lines:
        found, rule = line.conflict, line.priority
        measured = found.measured if found else None
        r: Measured | None = measured.r if isinstance(measured, Coupling) else measured
        yield [
            *line.pair,
            line.state.value,
            bool(found and found.tugs),
            bool(found and found.found),
            *_numbers(r),
            r.reason.to(language) if isinstance(r, Missing) else "",
            *_numbers(found.severity if found else None),
            rule.figure.slug if rule else "",
            rule.condition if rule else "",
            rule.owner if rule else "",
            line.ownerless,
            rule.review if rule else None,
        ]


def _numbers(measured: Measured | None) -> list[object]:
    if isinstance(measured, Estimate):
        return [*(round(each, 4) for each in (measured.value, measured.low, measured.high)), measured.n]
    return [None, None, None, None]
