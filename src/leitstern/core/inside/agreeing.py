"""What agreement and reliability mean in a word: do people see it alike, and do the statements belong together?

LeBreton and Senter (2008), *Organizational Research Methods* 11: rwg from 0.51 to 0.70 is moderate agreement, from 0.71
strong. Alpha from 0.70 on is what is usually asked for; docs/method/agreement.md says what both can and cannot tell.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

MODERATE, STRONG = 0.5, 0.7
TOGETHER = 0.7  # alpha


class Verdict(StrEnum):
    """Whether a group sees a dimension alike."""

    AGREE = "agree"
    DIVIDED = "divided"
    OPEN = "open"  # too few to tell


VERDICTS = {
    Verdict.AGREE: Text(en="agree", de="einig"),
    Verdict.DIVIDED: Text(en="divided", de="uneinig"),
    Verdict.OPEN: Text(en="too few to tell", de="zu wenige"),
}


def verdict(agreement: Sequence[float] | None) -> Verdict:
    """From rwg(j) with its interval: agree if it is strong and surely more than weak, divided if surely not strong."""
    if agreement is None:
        return Verdict.OPEN
    value, low, high = agreement
    if value >= STRONG and low >= MODERATE:
        return Verdict.AGREE
    return Verdict.DIVIDED if high < STRONG else Verdict.OPEN


def together(reliability: Sequence[float] | None) -> bool | None:
    """Whether the statements of a dimension measure one thing, from alpha with its interval; None if nobody can tell."""
    if reliability is None:
        return None
    value, _, high = reliability
    return True if value >= TOGETHER else False if high < TOGETHER else None
