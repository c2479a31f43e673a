"""The example company's goals and initiatives, entered by its own people and dated back to when they were.

Planted truths stand in `collect.example.portfolio`; tests find each of them, and none in the twin.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.app.accounts.roles import Role
from leitstern.app.portfolio.approving import approve
from leitstern.app.portfolio.following import (
    Measured,
    judge_promise,
    keep_holder,
    record_promise,
    record_reading,
    record_result,
)
from leitstern.app.portfolio.keeping import keep_goal, keep_initiative
from leitstern.app.portfolio.models import Holder
from leitstern.app.project.example_dates import date_back, moment
from leitstern.collect.example.portfolio import portfolio
from leitstern.collect.example.portfolio_told import FIRST, TRUST

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from leitstern.app.accounts.models import Person
    from leitstern.app.portfolio.models import Goal
    from leitstern.collect.example.inside_truths import Inside
    from leitstern.collect.example.portfolio_told import InitiativeTold, ResultTold

BEGAN = 400  # days before the end on which the target picture was drawn


def draw_target_picture(cast: Mapping[Role, Person], inside: Inside, until: date, language: str) -> None:
    """Goals, initiatives, approvals, results and promises."""
    lead, told = cast[Role.LEAD], portfolio(inside, until, language)
    goals: dict[str, Goal] = {}
    for name, (draft, reading) in zip((FIRST, TRUST), told.goals, strict=True):
        goals[name] = keep_goal(lead, draft)
        date_back(goals[name], created=moment(until, BEGAN))
        if reading:
            record_reading(lead, goals[name], _measured(reading, until))
    for each in told.initiatives:
        _run(cast, each, goals, until)
    for name in told.left:
        holder = Holder.objects.get(name=name)
        keep_holder(lead, holder, board=holder.board, left=until - timedelta(days=20))


def _run(cast: Mapping[Role, Person], told: InitiativeTold, goals: Mapping[str, Goal], until: date) -> None:
    lead, executive = cast[Role.LEAD], cast[Role.EXECUTIVE]
    pulls = tuple(replace(pull, goal=goals[pull.goal].slug) for pull in told.draft.pulls)
    row = keep_initiative(lead, replace(told.draft, pulls=pulls), slug=told.slug)
    date_back(row, created=moment(until, BEGAN - 10))
    if told.approved is not None:
        by, reason = told.exception
        approval = approve(executive, row, exception_by=by, exception_reason=reason)
        date_back(approval, created=moment(until, told.approved))
    if told.result and told.approved is not None:
        record_result(lead, row, _measured(told.result, until))
    for each in told.promises:
        promise = record_promise(
            lead,
            row,
            vendor=each.vendor,
            capability=each.capability,
            metric=each.metric,
            level=each.level,
            due=until - timedelta(days=each.ago),
        )
        date_back(promise, created=moment(until, BEGAN - 20))
        if each.kept is not None:
            judge_promise(
                lead, promise, kept=each.kept, measured=each.found, day=until - timedelta(days=each.ago - 5)
            )


def _measured(told: ResultTold, until: date) -> Measured:
    return Measured(until - timedelta(days=9), told.value, told.low, told.high, told.n, told.source)
