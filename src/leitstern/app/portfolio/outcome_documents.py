"""Expectation and result, readings, and who answers, as documents for programs and the terminal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.common.schemas import Number, TextOut, both, number
from leitstern.app.portfolio import models
from leitstern.app.portfolio.outcomes import Outcome
from leitstern.core.bridge.portfolio.ledger import Verdict
from leitstern.core.outside.outcomes import Fate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leitstern.app.portfolio.fates import Became


class BroughtOut(Schema):
    """A number somebody brought: value with interval and n, what was measured then, its day and its source."""

    id: int
    day: date
    metric: str
    value: float
    low: float
    high: float
    n: int
    source: str


class OutcomeOut(Schema):
    """What was frozen with the approval, the result that counts, and what follows from its whole interval."""

    initiative_id: int
    title: str
    metric: str
    unit: str
    baseline: float | None
    expected: float
    by: date
    who: str
    claim: str
    result: Number
    source: str
    verdict: Verdict


class HolderOut(Schema):
    """Somebody who answers for something; `left` is the first day they no longer do."""

    id: int
    name: str
    board: bool
    left: date | None
    has_left: bool
    goals: int
    initiatives: int
    sponsored: int


class HolderIn(Schema):
    """Both are set as they are said; without a day nobody has left."""

    board: bool
    left: date | None = None


class BecameOut(Schema):
    """What became of some customers of an initiative: shares 0–1 in equally long spans before it began and since.

    `change` is after − before, an association: whatever else changed on that day may be behind it.
    """

    initiative_id: int
    title: str
    customer_outcome: Fate
    whose: TextOut
    begun: date | None
    since: date | None
    until: date | None
    before: Number
    after: Number
    change: Number
    verdict: TextOut


def became_documents(row: models.Initiative, found: Iterable[Became]) -> list[BecameOut]:
    """One for its persona, for each of its journeys, or for all customers."""
    return [
        BecameOut(
            initiative_id=row.pk,
            title=row.title,
            customer_outcome=each.fate,
            whose=both(each.whose),
            begun=each.begun,
            since=each.spans[0].since if each.spans else None,
            until=each.spans[1].until if each.spans else None,
            before=number(each.found.before),
            after=number(each.found.after),
            change=number(each.found.change),
            verdict=both(each.verdict),
        )
        for each in found
    ]


def brought_documents(rows: Iterable[models.Result | models.Reading], metric: str = "") -> list[BroughtOut]:
    """Results in the metric that was frozen, or readings, each in its own; those taken back are left out."""
    return [
        BroughtOut(
            id=row.pk,
            day=row.day,
            metric=row.metric if isinstance(row, models.Reading) else metric,
            **{name: getattr(row, name) for name in ("value", "low", "high", "n", "source")},
        )
        for row in rows
        if row.withdrawn is None
    ]


def outcome_document(row: models.Initiative, came: Outcome) -> OutcomeOut:
    """Expectation against result of one initiative."""
    expected = came.expected
    return OutcomeOut(
        initiative_id=row.pk,
        title=row.title,
        metric=expected.metric,
        unit=expected.unit,
        baseline=expected.baseline,
        expected=expected.value,
        by=expected.by,
        who=expected.who,
        claim=expected.claim,
        result=number(came.measured),
        source=came.result.source if came.result else "",
        verdict=came.verdict,
    )


def holder_document(each: models.Holder, today: date) -> HolderOut:
    """One of `queries.duties`."""
    return HolderOut(
        id=each.pk,
        name=each.name,
        board=each.board,
        left=each.left,
        has_left=each.left is not None and each.left <= today,
        goals=each.n_goals,  # type: ignore[attr-defined]
        initiatives=each.n_owned,  # type: ignore[attr-defined]
        sponsored=each.n_sponsored,  # type: ignore[attr-defined]
    )
