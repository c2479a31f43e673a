"""What a page of results says about one group: each dimension in a line, and what the statistics mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.common.drawing import fitted, side, words
from leitstern.charts.unit_heat_map import HeatRow, unit_heat_map
from leitstern.core.company.tree import COMPANY
from leitstern.core.inside.agreeing import VERDICTS, Verdict, together, verdict
from leitstern.core.inside.ratings import AXES
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.safestring import SafeString

    from leitstern.app.waves.results import Results, Shown
    from leitstern.core.inside.groups import Group
    from leitstern.core.inside.instrument import Dimension
    from leitstern.core.stats.estimate import Measured

UNITS = Text(en="Levels by dimension and unit", de="Stufen nach Dimension und Bereich")
UNITS_SAID = Text(
    en="Levels 0 to 4; the deeper the colour, the higher. Crossed cells are hidden.",
    de="Stufen 0 bis 4; je tiefer die Farbe, desto höher. Durchkreuzte Felder sind verdeckt.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One dimension of one group: score, change since the wave before, score without flagged people, alpha."""

    dimension: Dimension
    shown: Shown
    change: Measured | None
    without: Shown | None
    reliability: list[float] | None

    @property
    def verdict(self) -> Verdict | None:
        """Whether the group sees it alike; None where nothing is shown."""
        return verdict(self.shown.agreement) if isinstance(self.shown.level, Estimate) else None

    @property
    def said(self) -> Text | None:
        """The same in a word."""
        return VERDICTS[self.verdict] if self.verdict else None

    @property
    def moved(self) -> bool:
        """Whether it surely lies elsewhere than in the wave before."""
        return isinstance(self.change, Estimate) and (self.change.low > 0 or self.change.high < 0)


@dataclass(frozen=True, slots=True)
class Meaning:
    """How many dimensions a group sees alike of those shown, where it is divided, and whose statements fall apart."""

    agreeing: int
    shown: int
    divided: tuple[Dimension, ...]
    open: tuple[Dimension, ...]
    apart: tuple[Dimension, ...]


def lines_of(found: Results, before: Results | None, group: Group) -> list[Line]:
    """Every dimension of a group."""
    return [
        Line(
            dimension,
            found.shown(group, dimension.slug),
            found.change(before, group, dimension.slug) if before else None,
            found.without_flagged(group.level, dimension.slug) if group.unit == COMPANY else None,
            found.content["reliability"].get(dimension.slug) if group.unit == COMPANY else None,
        )
        for dimension in found.dimensions
    ]


def by_axis(lines: Sequence[Line]) -> list[tuple[Text | None, list[Line]]]:
    """The lines of each axis under its name, those of packs under none."""
    axes = dict.fromkeys(line.dimension.axis for line in lines)
    return [
        (AXES[axis] if axis else None, [line for line in lines if line.dimension.axis is axis])
        for axis in axes
    ]


def meaning(lines: Sequence[Line]) -> Meaning:
    """What agreement and reliability say, before any figure."""
    said = [(line, line.verdict) for line in lines if line.verdict]
    return Meaning(
        agreeing=sum(each is Verdict.AGREE for _, each in said),
        shown=len(said),
        divided=tuple(line.dimension for line, each in said if each is Verdict.DIVIDED),
        open=tuple(line.dimension for line, each in said if each is Verdict.OPEN),
        apart=tuple(line.dimension for line, _ in said if together(line.reliability) is False),
    )


def units_chart(found: Results, parts: Sequence[Group]) -> SafeString:
    """Levels per dimension and unit, what is hidden marked."""
    rows = [
        HeatRow(
            words(dimension.name),
            tuple(side(found.shown(group, dimension.slug).level) for group in parts),
            words(AXES[dimension.axis]) if dimension.axis else "",
        )
        for dimension in found.dimensions
    ]
    columns = [words(found.name(group)) for group in parts]
    return fitted(lambda sheet: unit_heat_map(rows, columns, sheet), "units", words(UNITS), words(UNITS_SAID))
