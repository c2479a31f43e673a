"""Expectation against result, and how many promises vendors kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.ledger import NO_RESULT, Verdict, fulfilment, verdict
from leitstern.core.bridge.portfolio.ledger import VendorPromise as Promised
from leitstern.core.bridge.portfolio.picture import Expectation
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.portfolio.models import Approval, Judgement, Reading, Result, VendorPromise
    from leitstern.core.stats.estimate import Measured


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was frozen, the results that stand, the newest first, and what follows from that one."""

    expected: Expectation
    results: tuple[Result, ...]

    @property
    def result(self) -> Result | None:
        """The one that counts."""
        return self.results[0] if self.results else None

    @property
    def measured(self) -> Measured:
        """The result that counts as a number, or why there is none."""
        return estimate(self.results[0]) if self.results else NO_RESULT

    @property
    def verdict(self) -> Verdict:
        """Whether it came as expected."""
        return verdict(self.expected, self.measured)


def outcome(approval: Approval) -> Outcome | None:
    """What came of an approved initiative; None if nothing was expected."""
    expected = frozen(approval)
    if expected is None:
        return None
    return Outcome(expected, tuple(each for each in approval.results.all() if each.withdrawn is None))


def judged_expectations(approvals: Iterable[Approval]) -> dict[Verdict, int]:
    """How many expectations were kept, fell short, cannot be told, or wait for a result."""
    counts = dict.fromkeys(Verdict, 0)
    for each in approvals:
        found = outcome(each)
        if found:
            counts[found.verdict] += 1
    return counts


def frozen(approval: Approval) -> Expectation | None:
    """The expectation as it was when it was approved."""
    said = approval.content.get("expects")
    return Expectation(**(said | {"by": date.fromisoformat(said["by"])})) if said else None


def estimate(row: Result | Reading) -> Estimate:
    """A brought number with its interval."""
    return Estimate(row.value, row.low, row.high, row.n, as_of=row.day)


def judged(promise: VendorPromise) -> Judgement | None:
    """The judgement that counts."""
    return next(iter(promise.judgements.all()), None)


def fulfilment_now(promises: Iterable[VendorPromise], today: date) -> Measured:
    """The share kept of promises that were due and judged."""
    return fulfilment(
        (Promised(each.due, found.kept if (found := judged(each)) else None) for each in promises), today
    )
