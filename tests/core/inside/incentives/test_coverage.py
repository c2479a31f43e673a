"""How far the customer reaches into what is rewarded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.inside.incentives.register import (
    DEPARTMENTS,
    REGISTER,
    SOLVED,
    department,
    with_people,
)

from leitstern.core.inside.incentives.coverage import coverage
from leitstern.core.inside.incentives.figures import Part, Register

FOUND = coverage(REGISTER, DEPARTMENTS)


def test_roles_with_a_customer_figure_are_counted() -> None:
    assert (FOUND.roles_with, len(FOUND.roles)) == (2, 2)
    assert {line.role.name: line.customer for line in FOUND.roles} == {"Agent": 0.1, "Team leader": 0.2}


def test_roles_of_fewer_than_five_count_nowhere() -> None:
    assert FOUND.too_small == 1
    assert FOUND.people == 110
    assert FOUND.vendor_share == 0  # the one person paid for clicks is not in it
    assert coverage(with_people(REGISTER, 3, 5), DEPARTMENTS).vendor_share == pytest.approx(0.5 / 18)


def test_changing_a_role_of_fewer_than_five_changes_no_number() -> None:
    for share in (0.0, 0.9):
        moved = replace(REGISTER, shares={**REGISTER.shares, (3, "solved"): share})
        assert coverage(moved, DEPARTMENTS) == FOUND


def test_units_that_never_see_a_customer() -> None:
    assert [(line.unit, line.figures) for line in FOUND.back_office] == [("controlling", ()), ("fin", ())]
    owned = replace(REGISTER, figures=(*REGISTER.figures, replace(SOLVED, slug="refunds", unit="fin")))
    assert coverage(owned, DEPARTMENTS).units_with == 1


def test_finance_controlling_and_purchasing_are_named() -> None:
    named = {line.name.en: (line.units, line.carries) for line in FOUND.named}
    assert named == {
        "Finance": (("fin",), False),
        "Controlling": (("controlling",), False),
        "Purchasing": ((), False),
    }
    german = coverage(REGISTER, [department("x", "Zentraler Einkauf")])
    assert [line.units for line in german.named] == [(), (), ("x",)]


def test_what_part_of_the_reward_hangs_on_customers_and_on_this_year() -> None:
    # 100 people with 10 points and 10 with 50: 1,500 points, 1,200 of them for customers.
    assert FOUND.customer_share == pytest.approx(12 / 15)
    assert FOUND.short_share == 1


def test_the_bundle_of_three_says_which_part_nobody_is_rewarded_for() -> None:
    assert FOUND.missing_parts == (Part.LOYALTY, Part.EXPERIENCE)


def test_a_figure_that_several_units_carry_is_shared() -> None:
    assert (FOUND.shared, FOUND.customer_figures) == ((), ("solved", "staying"))
    moved = replace(REGISTER, figures=(*REGISTER.figures[:1], replace(SOLVED, unit="fin")))
    assert coverage(moved, DEPARTMENTS).shared == ("solved",)


def test_an_empty_register_has_no_shares() -> None:
    nothing = coverage(Register((), (), {}), DEPARTMENTS)
    assert nothing.customer_share is None
    assert (nothing.roles_with, nothing.units_with) == (0, 0)
