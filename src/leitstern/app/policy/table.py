"""The policy as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.bridge.policy.terms import DUTIES, PERSONAL
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.policy.counting import RuleLine
    from leitstern.app.policy.personal import PersonalLine
    from leitstern.core.outside.followed import Counted
    from leitstern.core.stats.estimate import Measured

RULES_HEADER = [
    *("id", "rule", "occasion", "touchpoint", "demands", "first_day", "last_day", "since", "until"),
    *("agreed", "owner", "review", "customers_notice"),
    *("period", "begins", "occasions", "followed", "not_kept", "kept", "low", "high", "customers"),
]
PERSONAL_HEADER = [
    *("id", "touchpoint", "purpose", "decision", "why", "gain", "evidence", "consent"),
    *("asked", "felt_watched", "low", "high", "owner", "review"),
]


def rule_rows(lines: Iterable[RuleLine], language: str) -> Iterator[list[object]]:
    """One row per rule in all (without a period), and one per rule and period."""
    for line in lines:
        row = line.row
        head = [
            row.pk,
            line.said.to(language),
            row.occasion,
            row.touchpoint,
            DUTIES[line.duty].to(language),
            row.first_day,
            row.last_day,
            row.since.isoformat(),
            row.until.isoformat() if row.until else "",
            row.agreed is not None,
            row.owner.name,
            row.review.isoformat(),
            row.outcome,
        ]
        yield [*head, "", "", *_counts(line.found.whole, line.kept, line.violations)]
        for counted, name, kept, violations in line.periods:
            begins = counted.start.isoformat() if counted.start else ""
            yield [*head, name.to(language), begins, *_counts(counted, kept, violations)]


def personal_rows(lines: Iterable[PersonalLine], language: str) -> Iterator[list[object]]:
    """One row per decision that counts."""
    for line in lines:
        row, watched = line.row, line.decided.watched
        told = isinstance(watched, Estimate)
        yield [
            row.pk,
            row.touchpoint,
            line.purpose.to(language),
            PERSONAL[line.decided.personal].to(language),
            " ".join(reason.to(language) for reason in line.decided.reasons),
            row.gain,
            row.evidence,
            row.consent,
            row.asked if told else None,
            *_numbers(watched),
            row.owner.name,
            row.review.isoformat(),
        ]


def _counts(counted: Counted, kept: Measured, violations: int | None) -> list[object]:
    n = counted.share.n if isinstance(counted.share, Estimate) else None
    return [counted.occasions, counted.followed, violations, *_numbers(kept), n]


def _numbers(share: Measured) -> list[float | None]:
    if not isinstance(share, Estimate):
        return [None, None, None]
    return [round(value, 4) for value in (share.value, share.low, share.high)]
