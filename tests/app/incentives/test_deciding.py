"""A conflict is one once somebody who decides says so; then it needs a rule of what goes first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from django.utils import timezone
from tests.app.incentives.conftest import COST, points
from tests.core.inside.incentives.test_measured import company

from leitstern.app.incentives import bringing, deciding, keeping
from leitstern.app.incentives.models import Priority, Verdict
from leitstern.app.incentives.queries import State, conflict, conflicts
from leitstern.app.structure.roles import enter_role
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed, NotFound
from leitstern.core.inside.incentives.declared import Strength

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person
    from leitstern.app.incentives.models import Figure

BOTH = ("cost_per_contact", "solved_at_once")
TODAY = timezone.localdate()


def pull(analyst: Person, rho: float = -0.8, n: int = 36) -> None:
    """Monthly values of both, whose shocks correlate by `rho`; cost is better when it falls."""
    data = company(n, rho, np.random.default_rng(4))
    cost = points("cost_per_contact", [float(-v) for v in data[:, 0]])
    bringing.bring_values(
        analyst, "a.csv", [*cost, *points("solved_at_once", [float(v) for v in data[:, 1]])]
    )


def rule(who: Person, figure: str = BOTH[1], **more: object) -> Priority:
    said = {"condition": "A second call.", "owner": "Board", "review": TODAY + timedelta(days=90)} | more
    return deciding.prioritise(who, *BOTH, figure, today=TODAY, **said)  # type: ignore[arg-type]


def test_a_declared_conflict_waits_for_a_verdict(tug: tuple[Figure, Figure]) -> None:
    (line,) = conflicts().lines
    assert (line.pair, line.state) == (BOTH, State.ASKED)
    assert conflict(*BOTH[::-1]).pair == BOTH


def test_a_measured_one_too_though_nobody_declared_it(analyst: Person, tug: tuple[Figure, Figure]) -> None:
    for each in tug:
        for link in each.links.all():
            keeping.unlink(analyst, link)
    assert conflicts().lines == ()
    pull(analyst)
    (line,) = conflicts().lines
    assert line.conflict
    assert line.conflict.found


def test_it_is_confirmed_and_gets_a_rule(executive: Person, tug: tuple[Figure, Figure]) -> None:
    deciding.confirm(executive, *BOTH, "Service told us.")
    board = conflicts()
    assert [line.pair for line in board.open] == [line.pair for line in board.without_rule] == [BOTH]
    first = rule(executive)
    second = rule(executive, figure=BOTH[0], condition="Never else.")
    line = conflict(*BOTH)
    assert line.priority == second
    assert Priority.objects.get(pk=first.pk).withdrawn
    assert not conflicts().without_rule
    assert line.due(TODAY + timedelta(days=91))
    assert not line.due(TODAY)


@pytest.mark.parametrize(
    "wrong",
    [
        {"condition": " "},
        {"owner": ""},
        {"review": TODAY},
        {"figure": "margin"},
    ],
)
def test_a_rule_says_when_who_and_until(
    executive: Person, tug: tuple[Figure, Figure], wrong: dict[str, object]
) -> None:
    deciding.confirm(executive, *BOTH)
    with pytest.raises(InvalidInput):
        rule(executive, **wrong)  # type: ignore[arg-type]


def test_without_a_confirmed_conflict_there_is_no_rule(executive: Person, tug: tuple[Figure, Figure]) -> None:
    with pytest.raises(Conflict):
        rule(executive)
    deciding.refuse(executive, *BOTH, "They do not meet.")
    with pytest.raises(Conflict):
        rule(executive)


def test_a_refusal_has_a_reason_and_keeps_it(executive: Person, tug: tuple[Figure, Figure]) -> None:
    with pytest.raises(InvalidInput):
        deciding.refuse(executive, *BOTH, " ")
    deciding.refuse(executive, *BOTH, "They do not meet.")
    assert conflict(*BOTH).state is State.REFUSED
    assert not conflicts().open


def test_a_verdict_is_withdrawn_and_stands_again_unless_another_took_its_place(
    executive: Person, tug: tuple[Figure, Figure]
) -> None:
    first = deciding.confirm(executive, *BOTH)
    with pytest.raises(Conflict):
        deciding.refuse(executive, *BOTH, "No.")
    deciding.withdraw(executive, first)
    assert conflict(*BOTH).state is State.ASKED
    second = deciding.refuse(executive, *BOTH, "No.")
    with pytest.raises(Conflict):
        deciding.reinstate(executive, first)
    deciding.withdraw(executive, second)
    deciding.reinstate(executive, first)
    assert conflict(*BOTH).state is State.CONFIRMED
    assert Verdict.objects.count() == 2


def test_what_is_no_longer_rewarded_is_over_and_stays_readable(
    analyst: Person, executive: Person, tug: tuple[Figure, Figure]
) -> None:
    deciding.confirm(executive, *BOTH, "Service told us.")
    keeping.retire_figure(analyst, tug[0])
    line = conflict(*BOTH)
    assert line.state is State.OVER
    assert line.verdict
    assert line.verdict.reason == "Service told us."
    keeping.restore_figure(analyst, tug[0])
    assert conflict(*BOTH).state is State.CONFIRMED


def test_nobody_confirms_what_nobody_declared_and_nothing_shows(
    executive: Person, tug: tuple[Figure, Figure]
) -> None:
    with pytest.raises(NotFound):
        deciding.confirm(executive, BOTH[0], "margin")


def test_only_who_decides_does(analyst: Person, tug: tuple[Figure, Figure]) -> None:
    with pytest.raises(NotAllowed):
        deciding.confirm(analyst, *BOTH)


def test_more_than_a_handful_is_too_many(
    analyst: Person, executive: Person, enter: Callable[..., Figure]
) -> None:
    from dataclasses import replace

    slugs = []
    for at in range(4):
        figure = enter(replace(COST, name=f"Figure {at}"))
        keeping.link(analyst, figure, "Time", 1 if at % 2 else -1, Strength.WEAK)
        slugs.append(figure.slug)
    extra = enter(replace(COST, name="Figure 9"))
    keeping.link(analyst, extra, "Time", 1, Strength.WEAK)
    role = enter_role(analyst, "Agent", "service", 9)
    keeping.reward(analyst, role, dict.fromkeys([*slugs, extra.slug], 10))
    asked = conflicts().of(State.ASKED)
    assert len(asked) == 6
    for line in asked[:5]:
        deciding.confirm(executive, *line.pair)
    assert not conflicts().too_many
    deciding.confirm(executive, *asked[5].pair)
    assert conflicts().too_many


def test_a_changed_definition_is_left_out_and_said(analyst: Person, tug: tuple[Figure, Figure]) -> None:
    from leitstern.core.inside.incentives.measured import Coupling

    pull(analyst)
    keeping.define(analyst, tug[0], "All costs, rent included.", date(2024, 7, 1))
    found = conflict(*BOTH).conflict
    assert found
    assert isinstance(found.measured, Coupling)
    assert found.measured.left_out.redefined == (date(2024, 7, 1),)
    assert found.measured.r.n == 34
