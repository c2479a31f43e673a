"""The three lanes as rows, for CSV and the terminal: numbers, conflicts, and how far the change is anchored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.anchoring import DIMENSIONS
from leitstern.core.bridge.lanes.conflicts import RULES, SEVERITIES
from leitstern.core.bridge.lanes.lane import LANES
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from leitstern.app.lanes.queries import Lanes
    from leitstern.core.bridge.anchoring import Anchoring
    from leitstern.core.bridge.lanes.apart import Apart
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text

FIGURES_HEADER = ("lane", "number", "value", "low", "high", "n", "missing", "note")
CONFLICTS_HEADER = ("severity", "rule", "lanes", "sentence", "evidence", "address")
DEPARTMENTS_HEADER = (
    *("unit", "name", "figures", "figures_shared", "initiatives", "initiatives_shared"),
    *("budget_minor", "currency", "budget_shared"),
)
ANCHORING_HEADER = ("dimension", "evidence", "value", "low", "high", "n", "missing")


def figure_rows(found: Lanes, language: str) -> Iterator[tuple[object, ...]]:
    """A line per number of a lane."""
    for side in found.sides:
        for each in side.figures:
            note = each.note.to(language) if each.note else ""
            yield (
                LANES[side.lane].to(language),
                each.name.to(language),
                *_number(each.value, language),
                note,
            )


def conflict_rows(found: Lanes, language: str) -> Iterator[tuple[object, ...]]:
    """A line per conflict, nearest to customers first."""
    for each in found.conflicts:
        yield (
            SEVERITIES[each.severity].to(language),
            RULES[each.rule].to(language),
            " / ".join(LANES[lane].to(language) for lane in each.lanes),
            each.sentence.to(language),
            "; ".join(text.to(language) for text in each.evidence),
            each.address,
        )


def anchoring_rows(found: Anchoring, language: str) -> Iterator[tuple[object, ...]]:
    """A line per piece of evidence, after one for each dimension."""
    for anchor in found.anchors:
        name = DIMENSIONS[anchor.dimension].to(language)
        yield name, "", *_number(anchor.share, language)
        for proof in anchor.proofs:
            yield name, proof.said.to(language), *_number(proof.share, language)


def department_rows(
    found: Iterable[Apart], names: Mapping[str, Text], language: str
) -> Iterator[tuple[object, ...]]:
    """A line per department and currency; one without money where no budget was entered."""
    for each in found:
        name = names[each.unit].to(language) if each.unit in names else each.unit
        head = (
            *(each.unit, name, each.figures, _share(each.figures_shared)),
            *(each.initiatives, _share(each.initiatives_shared)),
        )
        for budget in each.budgets:
            yield *head, budget.total.minor, budget.total.currency, _share(budget.share)
        if not each.budgets:
            yield *head, None, "", None


def _share(measured: Measured) -> float | None:
    return round(measured.value, 4) if isinstance(measured, Estimate) else None


def _number(measured: Measured, language: str) -> tuple[object, ...]:
    if isinstance(measured, Estimate):
        return (*(round(each, 4) for each in (measured.value, measured.low, measured.high)), measured.n, "")
    return None, None, None, None, measured.reason.to(language)
