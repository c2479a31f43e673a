"""Expectation against result, and how many promises vendors kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.ledger import VendorPromise as Promised
from leitstern.core.bridge.portfolio.ledger import Verdict, fulfilment, verdict
from leitstern.core.bridge.portfolio.picture import Expectation
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.portfolio.models import Approval, Judgement, Reading, Result, VendorPromise
    from leitstern.core.stats.estimate import Measured


WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was frozen, the newest result, and what follows; without a result there is no verdict yet."""

    expected: Expectation
    result: Result | None
    verdict: Verdict | None


def outcome(approval: Approval) -> Outcome | None:
    """What came of an approved initiative; None if nothing was expected."""
    expected = frozen(approval)
    if expected is None:
        return None
    result = approval.results.filter(withdrawn=None).first()
    return Outcome(expected, result, verdict(expected, estimate(result)) if result else None)


def judged_expectations(approvals: Iterable[Approval]) -> dict[str, int]:
    """How many expectations were kept, fell short, cannot be told, or wait for a result."""
    counts = dict.fromkeys((*Verdict, WAITING), 0)
    for each in approvals:
        found = outcome(each)
        if found:
            counts[found.verdict or WAITING] += 1
    return {str(name): n for name, n in counts.items()}


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
