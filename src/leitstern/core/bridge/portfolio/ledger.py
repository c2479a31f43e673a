"""What vendors promised and kept, and what an initiative was expected to bring against what it brought."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.stats.intervals import wilson
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from leitstern.core.bridge.portfolio.picture import Expectation
    from leitstern.core.stats.estimate import Measured

NO_RESULT = Missing("no-result", Text(en="nobody has brought a result", de="noch kein Ergebnis eingetragen"))
NOT_DUE = Missing("not-due", Text(en="nothing promised was due yet", de="noch war nichts Zugesagtes fällig"))


class Verdict(StrEnum):
    """Expectation against result."""

    KEPT = "kept"
    SHORT = "short"
    UNCLEAR = "unclear"
    WAITING = "waiting"  # nobody has brought a result


VERDICTS: dict[Verdict, Text] = {
    Verdict.KEPT: Text(en="reached", de="erreicht"),
    Verdict.SHORT: Text(en="not reached", de="nicht erreicht"),
    Verdict.UNCLEAR: Text(en="cannot tell", de="nicht zu sagen"),
    Verdict.WAITING: Text(en="no result yet", de="noch kein Ergebnis"),
}


@dataclass(frozen=True, slots=True)
class VendorPromise:
    """What a vendor promised by when; `kept` is None while nobody has looked."""

    due: date
    kept: bool | None = None


def fulfilment(promises: Iterable[VendorPromise], today: date) -> Measured:
    """The share kept of what was due, with Wilson's interval; due and never judged counts as open, not as broken."""
    judged = [each.kept for each in promises if each.due <= today and each.kept is not None]
    if not judged:
        return NOT_DUE
    share = sum(judged) / len(judged)
    low, high = wilson(share, len(judged))
    return Estimate(share, low, high, len(judged), grade="stated", as_of=today)


def verdict(expected: Expectation, result: Measured) -> Verdict:
    """Reached if the whole interval is at least as good as expected, not reached if all of it is worse.

    What is better follows from the baseline; without one, more is better.
    """
    if isinstance(result, Missing):
        return Verdict.WAITING
    falling = expected.baseline is not None and expected.value < expected.baseline
    if falling:
        reached, short = result.high <= expected.value, result.low > expected.value
    else:
        reached, short = result.low >= expected.value, result.high < expected.value
    return Verdict.KEPT if reached else Verdict.SHORT if short else Verdict.UNCLEAR
