"""Everything the portfolio tells, the most urgent first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.accountability import accountability_finding
from leitstern.core.bridge.portfolio.bracket import bracket_finding
from leitstern.core.bridge.portfolio.chain import chain_problems
from leitstern.core.bridge.portfolio.conflicts import conflict_finding, duplicate_finding
from leitstern.core.bridge.portfolio.isolation import isolation_finding
from leitstern.core.bridge.portfolio.mix import mix_finding, shiny_finding
from leitstern.core.bridge.portfolio.ownership import ownership_finding
from leitstern.core.bridge.portfolio.reflex import reflex_finding
from leitstern.core.bridge.portfolio.risk import risk_finding
from leitstern.core.bridge.portfolio.sequence import sequence_finding

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.core.bridge.portfolio.finding import Finding
    from leitstern.core.bridge.portfolio.picture import Portfolio
    from leitstern.core.bridge.portfolio.reflex import Approved
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which point on the portfolio speaks up; all of them are assumptions."""

    isolated: float
    culture_milestones: float
    sequence_lead: float
    ready_culture: float


@dataclass(frozen=True, slots=True)
class Around:
    """What is known besides the portfolio: names of departments and touchpoints, the route, culture by department.

    `approvals` are all approvals of technology ever given.
    """

    units: Mapping[str, Text] = field(default_factory=dict)
    touchpoints: Mapping[str, Text] = field(default_factory=dict)
    route: str = ""
    culture: Mapping[str, Measured] = field(default_factory=dict)
    approvals: tuple[Approved, ...] = ()


def findings(
    portfolio: Portfolio, around: Around, thresholds: Thresholds, today: date
) -> tuple[Finding, ...]:
    """All that can be said, alarms first; each topic at most once."""
    unfinished = [one.key for one in portfolio.initiatives if chain_problems(one.paths, whole=True)]
    places = around.touchpoints
    found = (
        bracket_finding(portfolio, today),
        conflict_finding(portfolio, places, today),
        isolation_finding(portfolio, thresholds.isolated, today),
        sequence_finding(
            portfolio,
            around.culture,
            around.units,
            (thresholds.sequence_lead, thresholds.ready_culture),
            today,
        ),
        risk_finding(portfolio, around.culture, around.units, thresholds.ready_culture, today),
        mix_finding(portfolio, around.route, thresholds.culture_milestones, today),
        accountability_finding(portfolio, today),
        duplicate_finding(portfolio, places, today),
        ownership_finding(portfolio, around.units, today),
        shiny_finding(portfolio, unfinished, today),
        reflex_finding(around.approvals, today),
    )
    return tuple(sorted((each for each in found if each), key=lambda each: not each.alarm))
