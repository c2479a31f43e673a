"""The portfolio as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.portfolio.outcomes import judged
from leitstern.core.bridge.portfolio.ledger import VERDICTS
from leitstern.core.bridge.portfolio.strategy import check
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from leitstern.app.portfolio.fates import Became
    from leitstern.app.portfolio.lists import Listed
    from leitstern.app.portfolio.models import Holder, Initiative, Reading, Result, VendorPromise
    from leitstern.app.portfolio.outcomes import Outcome
    from leitstern.core.bridge.portfolio.finding import Finding
    from leitstern.core.bridge.portfolio.picture import Goal
    from leitstern.core.bridge.portfolio.purposes import Balance
    from leitstern.core.stats.estimate import Measured

FINDINGS_HEADER = [
    "topic",
    "alarm",
    "sentence",
    "value",
    "n",
    "row",
    "initiative_id",
    "goal_id",
    "unit",
    "limits",
]
INITIATIVES_HEADER = [
    "id",
    "initiative",
    "kind",
    "aim",
    "ai",
    "ai_purpose",
    "customer_outcome",
    "departments",
    "touchpoints",
    "owner",
    "board_member",
    "budget_minor",
    "currency",
    "goals",
    "isolation",
    "state",
    "people_measures",
]
PURPOSES_HEADER = [
    *("purpose", "initiatives", "share", "n"),
    *("budget_minor", "currency", "budget_share", "budget_n"),
]
RESULTS_HEADER = [
    *("id", "initiative", "measure", "baseline", "expected", "unit", "by", "who"),
    *("result", "low", "high", "n", "day", "source", "verdict"),
]
BECAME_HEADER = [
    *("id", "initiative", "outcome", "whose", "begun", "since", "until"),
    *("before", "before_n", "after", "after_n", "change", "low", "high", "verdict"),
]
RESPONSIBLE_HEADER = ["id", "name", "board", "left", "goals", "initiatives", "sponsored"]
GOALS_HEADER = [
    "id",
    "goal",
    "measure",
    "baseline",
    "target",
    "unit",
    "horizon",
    "cadence",
    "accountable",
    "missing",
    *("reading", "low", "high", "n", "day", "source"),
]
PROMISES_HEADER = [
    "id",
    "vendor",
    "initiative",
    "capability",
    "measure",
    "promised",
    "due",
    "kept",
    "found",
    "day",
    "source",
]


def finding_rows(findings: Iterable[Finding], language: str) -> Iterator[list[object]]:
    """One row per finding, then one per row it rests on."""
    for each in findings:
        value = each.value if isinstance(each.value, Estimate) else None
        head = [each.topic.value, each.alarm, each.sentence.to(language)]
        number = [round(value.value, 4) if value else None, value.n if value else None]
        yield [*head, *number, "", None, None, "", each.limits.to(language)]
        for row in each.rows:
            yield [*head, *number, row.said.to(language), row.initiative, row.goal, row.unit, ""]


def initiative_rows(listed: Iterable[Listed]) -> Iterator[list[object]]:
    """One row per initiative."""
    for each in listed:
        one = each.one
        yield [
            one.key,
            one.title,
            one.kind.value,
            one.aim.value,
            one.ai_mode.value if one.ai_mode else "",
            one.ai_purpose.value if one.ai_purpose else "",
            one.customer_outcome.value if one.customer_outcome else "",
            "; ".join(one.units),
            "; ".join(one.touchpoints),
            one.owner.name if one.owner else "",
            one.sponsor.name if one.sponsor else "",
            one.budget.minor if one.budget else None,
            one.budget.currency if one.budget else "",
            sum(pull.sign > 0 for pull in one.contributions),
            each.isolation.score,
            each.state.value,
            len(one.people_measures),
        ]


def purpose_rows(found: Balance) -> Iterator[list[object]]:
    """One row per purpose and currency; one without money where no budget was entered."""
    for each in found.purposes:
        share = each.share if isinstance(each.share, Estimate) else None
        head = [each.purpose.value, each.n, share.value if share else None, share.n if share else 0]
        for money, part in each.money:
            known = part if isinstance(part, Estimate) else None
            yield [
                *head,
                money.minor,
                money.currency,
                known.value if known else None,
                known.n if known else 0,
            ]
        if not each.money:
            yield [*head, None, "", None, 0]


def goal_rows(
    goals: Iterable[Goal], readings: Mapping[int, Reading], today: date, language: str
) -> Iterator[list[object]]:
    """One row per goal, with its newest reading."""
    for goal in goals:
        yield [
            goal.key,
            goal.title,
            goal.metric,
            goal.baseline,
            goal.target,
            goal.unit,
            goal.horizon or "",
            goal.cadence or "",
            "; ".join(each.name for each in goal.accountable),
            "; ".join(text.to(language) for text in check(goal, today).missing),
            *_brought(readings.get(goal.key)),
        ]


def result_rows(outcomes: Iterable[tuple[Initiative, Outcome]], language: str) -> Iterator[list[object]]:
    """One row per expectation that was frozen, with the newest result and what follows."""
    for row, came in outcomes:
        expected = came.expected
        yield [
            row.pk,
            row.title,
            expected.metric,
            expected.baseline,
            expected.value,
            expected.unit,
            expected.by.isoformat(),
            expected.who,
            *_brought(came.result),
            VERDICTS[came.verdict].to(language),
        ]


def responsible_rows(holders: Iterable[Holder]) -> Iterator[list[object]]:
    """One row per name of `queries.duties`."""
    for each in holders:
        left = each.left.isoformat() if each.left else ""
        duties = (each.n_goals, each.n_owned, each.n_sponsored)  # type: ignore[attr-defined]
        yield [each.pk, each.name, each.board, left, *duties]


def _brought(row: Result | Reading | None) -> list[object]:
    if row is None:
        return [None, None, None, None, "", ""]
    return [row.value, row.low, row.high, row.n, row.day.isoformat(), row.source]


def promise_rows(promises: Iterable[VendorPromise]) -> Iterator[list[object]]:
    """One row per promise, with the judgement that counts."""
    for each in promises:
        found = judged(each)
        yield [
            each.pk,
            each.vendor,
            each.initiative.title,
            each.capability,
            each.metric,
            each.level,
            each.due.isoformat(),
            found.kept if found else None,
            found.measured if found else "",
            found.day.isoformat() if found else "",
            each.source,
        ]


def became_rows(
    found: Iterable[tuple[Initiative, tuple[Became, ...]]], language: str
) -> Iterator[list[object]]:
    """One row per initiative and persona or journey; where nothing can be told, the reason stands for the verdict."""
    for row, every in found:
        for each in every:
            told = each.found.change
            shares = [_value_and_n(measured) for measured in (each.found.before, each.found.after)]
            change = [told.value, told.low, told.high] if isinstance(told, Estimate) else [None] * 3
            verdict = each.verdict if isinstance(told, Estimate) else told.reason
            yield [
                *(row.pk, row.title, each.fate.value, each.whose.to(language), each.begun),
                *((each.spans[0].since, each.spans[1].until) if each.spans else (None, None)),
                *shares[0],
                *shares[1],
                *change,
                verdict.to(language),
            ]


def _value_and_n(measured: Measured) -> list[object]:
    return [measured.value, measured.n] if isinstance(measured, Estimate) else [None, None]
