"""A rule of the contact policy as somebody fills it in, what is wrong with it, and when two rules contradict each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.draft import Problem
from leitstern.core.bridge.policy.terms import Duty, OccasionKind
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

LONGEST_WORDS = 10_000
LONGEST_NAME = 120
MOST_DAYS = 730
NEEDED = Text(en="This is needed.", de="Bitte füllen Sie dieses Feld aus.")
TOO_LONG = Text(en="At most {most} signs, please.", de="Bitte höchstens {most} Zeichen.")
BACKWARDS = Text(en="The end lies before the beginning.", de="Das Ende liegt vor dem Anfang.")
NO_DAYS = Text(
    en="Choose days from 0 to {most}, the last not before the first.",
    de="Wählen Sie Tage von 0 bis {most}, den letzten nicht vor dem ersten.",
)
REVIEW_FIRST = Text(
    en="The review comes after the rule has begun.", de="Die Überprüfung kommt nach dem Beginn der Regel."
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What comes first: a touchpoint or a milestone, by its short name."""

    kind: OccasionKind
    slug: str


@dataclass(frozen=True, slots=True)
class Demand:
    """After `occasion`, from calendar day `first` to day `last`, a contact at `touchpoint` must, may or must not follow.

    It holds for occasions from `since` to `until`, both included; None: until further notice.
    """

    occasion: Occasion
    touchpoint: str
    duty: Duty
    since: date | None
    first: int = 0
    last: int = 30
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Why a rule is there, what customers notice of it, who answers for it, and when somebody looks at it again."""

    reason: str
    outcome: str
    owner: str
    review: date | None


def demand_problems(demand: Demand) -> tuple[Problem, ...]:
    """What keeps a demand from being counted."""
    found = []
    if not demand.occasion.slug:
        found.append(Problem("occasion", NEEDED))
    if not demand.touchpoint:
        found.append(Problem("touchpoint", NEEDED))
    if demand.since is None:
        found.append(Problem("since", NEEDED))
    elif demand.until and demand.until < demand.since:
        found.append(Problem("until", BACKWARDS))
    if not 0 <= demand.first <= demand.last <= MOST_DAYS:
        found.append(Problem("last", NO_DAYS.fill(most=MOST_DAYS)))
    return tuple(found)


def words_problems(words: Words, since: date | None) -> tuple[Problem, ...]:
    """What is missing around a demand: a rule without reason, outcome, owner or review is none."""
    found = [*_lacking(words)]
    for field, most in (("reason", LONGEST_WORDS), ("outcome", LONGEST_WORDS), ("owner", LONGEST_NAME)):
        if len(getattr(words, field)) > most:
            found.append(Problem(field, TOO_LONG.fill(most=most)))
    if words.review and since and words.review <= since:
        found.append(Problem("review", REVIEW_FIRST))
    return tuple(found)


def _lacking(words: Words) -> Iterator[Problem]:
    for field in ("reason", "outcome", "owner"):
        if not getattr(words, field).strip():
            yield Problem(field, NEEDED)
    if words.review is None:
        yield Problem("review", NEEDED)


def settled(occasion: Occasion, marked_by: Mapping[str, str]) -> Occasion:
    """The touchpoint that marks a milestone (`marked_by`: milestone to touchpoint) in place of the milestone itself."""
    if occasion.kind is OccasionKind.MILESTONE and (touchpoint := marked_by.get(occasion.slug)):
        return Occasion(OccasionKind.TOUCHPOINT, touchpoint)
    return occasion


def contradict(one: Demand, other: Demand, marked_by: Mapping[str, str]) -> bool:
    """Whether nobody could keep both: one forbids what the other demands or allows, on a day that both speak of."""
    return (
        settled(one.occasion, marked_by) == settled(other.occasion, marked_by)
        and one.touchpoint == other.touchpoint
        and (one.duty is Duty.MUST_NOT) != (other.duty is Duty.MUST_NOT)
        and max(one.first, other.first) <= min(one.last, other.last)
        and _hold_together(one, other)
    )


def _hold_together(one: Demand, other: Demand) -> bool:
    """Whether there is a day on which both hold."""
    return all(
        a.since is None or b.until is None or a.since <= b.until for a, b in ((one, other), (other, one))
    )
