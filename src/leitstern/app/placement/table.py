"""Placement, routes and assumptions as tables of plain values, for CSV from the page and from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.placement.assumed import Assumed
    from leitstern.app.placement.by_unit import HeatMap, Movements
    from leitstern.core.inside.placement import Placement
    from leitstern.core.inside.routes import Choice
    from leitstern.core.stats.estimate import Measured

VIEWS_HEADER = [
    "view",
    *(f"{axis}{part}" for axis in ("culture", "technology") for part in ("", "_low", "_high")),
    "n",
    "as_of",
    "source",
]
TYPES_HEADER = ["type", "probability", "declared"]
ROUTES_HEADER = ["route", "recommended", "months_p10", "months_p50", "months_p90", "months_mean"]
ASSUMPTIONS_HEADER = [
    "slug",
    "group",
    "value",
    "default",
    "low",
    "high",
    "grade",
    "changed_by",
    "changed_at",
    "why",
]


def view_rows(found: Placement, language: str) -> Iterator[list[object]]:
    """A row per view, and one for all of them together."""
    for cloud in (*found.views, *([found.fused] if found.fused else [])):
        yield [
            cloud.view or "all",
            *_cells(cloud.culture),
            *_cells(cloud.technology),
            cloud.n,
            cloud.as_of,
            cloud.source.to(language),
        ]


def type_rows(found: Placement) -> Iterator[list[object]]:
    """A row per type."""
    for kind, share in found.probabilities.items():
        yield [kind, round(share, 4), kind is found.declared]


def route_rows(choice: Choice) -> Iterator[list[object]]:
    """A row per route in months; the direct way last, where it is an option at all."""
    for each in (*choice.forecasts, *([choice.direct.forecast] if choice.direct else [])):
        months = (round(value, 1) for value in (each.p10, each.p50, each.p90, each.mean))
        yield [each.route, each.route is choice.route, *months]


def assumption_rows(found: Iterable[Assumed]) -> Iterator[list[object]]:
    """A row per assumption with its last change."""
    for each in found:
        last = each.changes[0] if each.changes else None
        known = each.assumption
        yield [
            known.slug,
            known.group,
            each.value,
            known.value,
            known.low,
            known.high,
            known.grade,
            last.actor if last else "",
            last.created.date() if last else "",
            last.why if last else known.why.en,
        ]


def heat_rows(found: HeatMap, language: str) -> tuple[list[str], list[list[object]]]:
    """Header and a row per dimension; a hidden cell has its code in place of the level."""
    header = ["dimension", *(column.to(language) for column in found.columns)]
    rows: list[list[object]] = [
        [
            dimension.slug,
            *(cell.code if isinstance(cell, Missing) else round(cell.value, 3) for cell in cells),
        ]
        for dimension, cells in found.rows
    ]
    return header, rows


def movement_rows(found: Movements | None) -> tuple[list[str], list[list[object]]]:
    """Header and a row per dimension: before, after, change with interval, and its direction."""
    header = ["dimension", "before", "after", "change", "change_low", "change_high", "direction"]
    rows: list[list[object]] = []
    for dimension, line in found.lines if found else ():
        before, after = _cells(line.before)[0], _cells(line.after)[0]
        rows.append(
            [dimension.slug, before, after, *_cells(line.movement.change.gap), line.movement.direction]
        )
    return header, rows


def _cells(measured: Measured) -> list[object]:
    if isinstance(measured, Missing):
        return [measured.code, None, None]
    return [round(measured.value, 3), round(measured.low, 3), round(measured.high, 3)]
