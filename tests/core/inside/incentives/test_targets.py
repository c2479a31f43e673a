"""How much of the rewards is to hang on customers: where one stands, and who lies below."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.inside.incentives.figures import Direction, Figure, Horizon, Origin, Register, Role
from leitstern.core.inside.incentives.targets import Target, below, way
from leitstern.core.stats.estimate import Estimate, Missing

DAY = date(2027, 6, 30)
SOLVED, COST = (
    Figure(slug, slug, "service", Horizon.SHORT, Direction.HIGHER, origin)
    for slug, origin in (("solved", Origin.CUSTOMER), ("cost", Origin.FINANCE))
)
AGENT, LEAD, CLERK, IDLE, BOSS = (
    Role(key, name, unit, people)
    for key, (name, unit, people) in enumerate(
        [
            ("Agent", "service", 40),
            ("Lead", "service", 10),
            ("Clerk", "finance", 50),
            ("Idle", "it", 9),
            ("Boss", "service", 1),
        ]
    )
)
KNOWN = Register(
    (SOLVED, COST),
    (AGENT, LEAD, CLERK, IDLE, BOSS),
    {
        (0, "solved"): 0.1,
        (0, "cost"): 0.1,
        (1, "solved"): 0.1,
        (1, "cost"): 0.3,
        (2, "cost"): 0.2,
        (4, "solved"): 1.0,
    },
)


def test_the_way_is_counted_over_people_and_the_small_role_takes_no_part() -> None:
    found = way(KNOWN, Target(0.5, DAY))
    assert isinstance(found.now, Estimate)
    assert found.now.value == pytest.approx((40 * 0.1 + 10 * 0.1) / (40 * 0.2 + 10 * 0.4 + 50 * 0.2))
    assert found.now.n == 109
    assert isinstance(found.gap, Estimate)
    assert found.gap.value == pytest.approx(0.5 - found.now.value)
    assert not found.reached
    assert found.overdue(date(2027, 7, 1))
    assert not found.overdue(DAY)


def test_a_target_of_a_unit_counts_its_own_roles() -> None:
    found = way(KNOWN, Target(0.4, DAY, "service"))
    assert isinstance(found.now, Estimate)
    assert found.now.value == pytest.approx(5 / 12)
    assert found.now.n == 50
    assert found.reached
    assert isinstance(found.gap, Estimate)
    assert found.gap.value == 0
    assert not found.overdue(date(2090, 1, 1))


def test_where_nothing_hangs_on_key_figures_there_is_no_way() -> None:
    found = way(KNOWN, Target(0.4, DAY, "it"))
    assert isinstance(found.now, Missing)
    assert found.gap == found.now
    assert not found.reached


def test_roles_lie_below_the_target_of_their_unit_or_of_all() -> None:
    found = below(KNOWN, [Target(0.3, DAY), Target(0.5, DAY, "service")])
    assert [(each.role.name, each.share, each.target.share) for each in found] == [
        ("Clerk", 0, 0.3),
        ("Lead", 0.25, 0.5),
    ]
    assert [each.role.name for each in below(KNOWN, [Target(0.9, DAY, "service")])] == ["Agent", "Lead"]
    assert below(KNOWN, []) == ()
