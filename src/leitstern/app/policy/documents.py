"""The contact policy as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.core.bridge.policy.terms import Duty, OccasionKind, Personal, Purpose

if TYPE_CHECKING:
    from leitstern.app.policy.counting import RuleLine
    from leitstern.app.policy.personal import PersonalLine
    from leitstern.core.outside.followed import Counted
    from leitstern.core.stats.estimate import Measured


class ContactRuleIn(Schema):
    """After an occasion, from one calendar day to another, a contact must, may or must not follow."""

    occasion_kind: OccasionKind
    occasion: str
    touchpoint: str
    duty: Duty
    first_day: int = 0
    last_day: int = 30
    since: date
    until: date | None = None
    reason: str
    outcome: str
    owner: str
    review: date


class FollowedOut(Schema):
    """Of so many occasions so many were followed; null where that would tell of fewer than five customers."""

    begins: date | None = None
    length: str | None = None
    occasions: int | None
    followed: int | None
    not_kept: int | None
    share_followed: Number
    kept: Number


class ContactRuleOut(Schema):
    """A rule with what became of it."""

    id: int
    sentence: TextOut
    occasion_kind: OccasionKind
    occasion: str
    touchpoint: str
    duty: Duty
    first_day: int
    last_day: int
    since: date
    until: date | None
    reason: str
    outcome: str
    owner: str
    review: date
    agreed: bool
    withdrawn: bool
    broken: bool
    pending: int | None
    whole: FollowedOut
    periods: list[FollowedOut]


class PersonalIn(Schema):
    """Three answers for one purpose at one touchpoint."""

    touchpoint: str
    purpose: Purpose
    gain: bool
    evidence: str = ""
    consent: bool
    asked: int = 0
    watched: int = 0
    owner: str
    review: date


class PersonalOut(Schema):
    """What the answers come to, and why."""

    id: int
    touchpoint: str
    purpose: Purpose
    decision: Personal
    reasons: list[TextOut]
    gain: bool
    evidence: str
    consent: bool
    felt_watched: Number
    owner: str
    review: date


def rule_document(line: RuleLine) -> ContactRuleOut:
    """One rule with its periods."""
    row = line.row
    return ContactRuleOut(
        id=row.pk,
        sentence=both(line.said),
        occasion_kind=OccasionKind(row.occasion_kind),
        occasion=row.occasion,
        touchpoint=row.touchpoint,
        duty=line.duty,
        first_day=row.first_day,
        last_day=row.last_day,
        since=row.since,
        until=row.until,
        reason=row.reason,
        outcome=row.outcome,
        owner=row.owner.name,
        review=row.review,
        agreed=row.agreed is not None,
        withdrawn=row.withdrawn is not None,
        broken=line.broken,
        pending=line.found.pending,
        whole=_followed(line.found.whole, line.kept, line.violations),
        periods=[_followed(each, kept, not_kept) for each, _name, kept, not_kept in line.periods],
    )


def personal_document(line: PersonalLine) -> PersonalOut:
    """One decision."""
    row = line.row
    return PersonalOut(
        id=row.pk,
        touchpoint=row.touchpoint,
        purpose=Purpose(row.purpose),
        decision=line.decided.personal,
        reasons=[both(each) for each in line.decided.reasons],
        gain=row.gain,
        evidence=row.evidence,
        consent=row.consent,
        felt_watched=number(line.decided.watched),
        owner=row.owner.name,
        review=row.review,
    )


def _followed(counted: Counted, kept: Measured, not_kept: int | None) -> FollowedOut:
    return FollowedOut(
        begins=counted.start,
        length=counted.length,
        occasions=counted.occasions,
        followed=counted.followed,
        not_kept=not_kept,
        share_followed=number(counted.share),
        kept=number(kept),
    )
