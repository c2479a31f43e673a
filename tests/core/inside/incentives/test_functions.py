"""How far customers reach into each function: ambassadors and key figures side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.core.inside.structure.bank import ADVISER, HEAD, REGISTER, UNITS

from leitstern.core.inside.incentives import figures
from leitstern.core.inside.incentives.figures import Direction, Figure, Horizon, Origin
from leitstern.core.inside.incentives.functions import reach
from leitstern.core.inside.structure.reach import Voice
from leitstern.core.inside.structure.register import Register
from leitstern.core.stats.estimate import Estimate

TODAY = date(2026, 6, 1)
SOLVED = Figure("solved", "Solved at once", "branches", Horizon.SHORT, Direction.HIGHER, Origin.CUSTOMER)
MARGIN = Figure("margin", "Margin", "finance", Horizon.SHORT, Direction.HIGHER, Origin.FINANCE)
ROLES = tuple(figures.Role(each.key, each.name, each.unit, each.people) for each in REGISTER.roles)


def test_a_function_is_reached_by_a_voice_and_a_key_figure() -> None:
    found = reach(figures.Register((SOLVED, MARGIN), ROLES, {}), REGISTER, TODAY)
    by_unit = {line.unit.slug: line for line in found.units}
    assert by_unit["branches"].reached
    assert (by_unit["finance"].voice, by_unit["finance"].figures) == (Voice.SILENT, ())
    assert isinstance(found.share, Estimate)
    assert (found.share.value, found.share.n) == (0.5, 2)
    assert [(name.en, len(lines)) for name, lines in found.named] == [
        ("Finance", 1),
        ("Controlling", 0),
        ("Purchasing", 0),
    ]


def test_who_leads_one_function_thinks_across_if_its_key_figure_is_shared() -> None:
    one = tuple(replace(unit, lead=HEAD if unit.slug == "branches" else None) for unit in UNITS)
    alone = reach(figures.Register((SOLVED,), ROLES, {}), Register(one, REGISTER.roles), TODAY)
    assert not alone.led[0].across
    both = figures.Register((replace(SOLVED, unit="lending"),), ROLES, {(ADVISER, "solved"): 0.1})
    shared = reach(both, Register(one, REGISTER.roles), TODAY)
    assert shared.led[0].shared == ("solved",)
    assert shared.led[0].across


def test_what_a_leader_alone_is_rewarded_for_says_nothing() -> None:
    """A role of one person counts nowhere, so that nobody's reward can be worked out."""
    mine = figures.Register((replace(SOLVED, unit="lending"),), ROLES, {(HEAD, "solved"): 0.5})
    found = reach(mine, REGISTER, TODAY)
    assert {line.unit.slug for line in found.units if line.figures} == {"lending"}
