"""Placement, routes and assumptions as tables of plain values, for CSV from the page and from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.org_types import OrgType
from leitstern.core.inside.ratings import VIEWS
from leitstern.core.inside.route_table import route_tables
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.placement.assumed import Assumed
    from leitstern.app.placement.by_unit import HeatMap, Movements
    from leitstern.app.placement.learned import Offer
    from leitstern.app.placement.units import Units
    from leitstern.core.inside.placement import Placement
    from leitstern.core.inside.routes import Choice
    from leitstern.core.stats.estimate import Measured

VIEWS_HEADER = [
    "view",
    *(f"{axis}{part}" for axis in ("culture", "technology") for part in ("", "_low", "_high")),
    "n",
    "n_counts",
    "as_of",
    "source",
]
TYPES_HEADER = ["type", "probability", "declared"]
ROUTES_HEADER = [
    "if_type",
    "route",
    "recommended",
    "months_p10",
    "months_p50",
    "months_p80",
    "months_p90",
    "months_mean",
]
ASSUMPTIONS_HEADER = [
    "slug",
    "group",
    "name",
    "value",
    "default",
    "low",
    "high",
    "unit",
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
            cloud.counted.to(language),
            cloud.as_of,
            cloud.source.to(language),
        ]


def type_rows(found: Placement) -> Iterator[list[object]]:
    """A row per type."""
    for kind, share in found.probabilities.items():
        yield [kind, round(share, 4), kind is found.declared]


def route_rows(choice: Choice) -> Iterator[list[object]]:
    """A row per possible type and route, in months; the direct way last, where it is an option at all."""
    for future in route_tables(choice).futures:
        for line in future.lines:
            each = line.forecast
            months = (round(value, 1) for value in (each.p10, each.p50, each.p80, each.p90, each.mean))
            yield [future.kind, each.route, line.recommended, *months]


def assumption_rows(found: Iterable[Assumed], language: str) -> Iterator[list[object]]:
    """A row per assumption with its last change."""
    for each in found:
        last = each.changes[0] if each.changes else None
        known = each.assumption
        yield [
            known.slug,
            known.group,
            each.name.to(language),
            each.value,
            known.value,
            known.low,
            known.high,
            known.unit.name.to(language),
            known.grade,
            last.actor if last else "",
            last.created.date() if last else "",
            last.why if last else known.why.to(language),
        ]


LEARNED_HEADER = [
    "group",
    "gap",
    "gap_low",
    "gap_high",
    "touchpoints",
    "default",
    "default_spread",
    "assumed",
    "assumed_spread",
    "learned",
    "learned_low",
    "learned_high",
    "learned_spread",
]


def learned_rows(found: Iterable[Offer], language: str) -> Iterator[list[object]]:
    """A row per group, in levels: its own gap, what is assumed, and what was learned."""
    for offer in found:
        each = offer.learned
        yield [
            VIEWS[each.view].to(language),
            *_cells(each.gap),
            each.gap.n,
            each.prior,
            each.prior_spread,
            offer.now,
            offer.now_spread,
            *_cells(each.bias),
            round(each.spread, 3),
        ]


UNITS_HEADER = [
    "unit",
    "name",
    "part_of",
    *(f"{axis}{part}" for axis in ("culture", "technology") for part in ("", "_low", "_high")),
    *(f"p_{kind}" for kind in OrgType),
    "declared",
    "n",
]


def unit_rows(found: Units, language: str) -> Iterator[list[object]]:
    """A row per department; one that stays hidden has its code in place of the levels."""
    for each in found.units:
        placed = each.placed
        head = [each.unit, each.name.to(language), each.part_of.to(language) if each.part_of else ""]
        if placed is None or placed.fused is None:
            yield [*head, each.hidden.code if each.hidden else "", *[None] * (len(UNITS_HEADER) - 4)]
            continue
        yield [
            *head,
            *_cells(placed.fused.culture),
            *_cells(placed.fused.technology),
            *(round(placed.probabilities[kind], 4) for kind in OrgType),
            placed.declared,
            ", ".join(cloud.counted.to(language) for cloud in placed.views),
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
