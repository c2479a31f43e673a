"""Declared, measured, severe: and never more than the data carry."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.core.inside.incentives.register import LINKS, REGISTER, with_people
from tests.core.inside.incentives.test_measured import company, series

from leitstern.core.inside.incentives.conflicts import Found, evidence, find
from leitstern.core.inside.incentives.figures import Direction, Figure, Horizon, Origin, Register, Role
from leitstern.core.inside.incentives.measured import Coupling, Series
from leitstern.core.stats.estimate import Estimate, Missing


def both(n: int, rho: float, seed: int = 4) -> dict[str, Series]:
    """Cost (less is better) and solved (more is better)."""
    values = company(n, rho, np.random.default_rng(seed))
    return {"cost": series(-values[:, 0], sign=-1), "solved": series(values[:, 1])}


def found(values: dict[str, Series], links: object = LINKS, register: Register = REGISTER) -> Found:
    return find(register, links, values, np.random.default_rng(2))  # type: ignore[arg-type]


def test_a_conflict_that_is_declared_and_shows() -> None:
    (conflict,) = found(both(36, -0.8)).conflicts
    assert conflict.pair == ("cost", "solved")
    assert conflict.tugs
    assert conflict.found
    assert "got worse" in evidence(conflict, "Cost", "Solved").en


def test_a_conflict_nobody_declared_is_found_in_the_data() -> None:
    (conflict,) = found(both(36, -0.8), links=()).conflicts
    assert conflict.found
    assert not conflict.tugs


def test_a_declared_conflict_stays_without_data_and_says_so() -> None:
    (conflict,) = found({}).conflicts
    assert isinstance(conflict.measured, Missing)
    assert not conflict.found
    assert isinstance(conflict.severity, Estimate)
    assert conflict.severity.grade == "stated"
    short = found(both(20, -0.8))
    assert short.too_short == 1
    assert "too short to say" in evidence(short.conflicts[0], "Cost", "Solved").en


def test_data_that_say_the_opposite_are_heard() -> None:
    (conflict,) = found(both(36, 0.8)).conflicts
    assert conflict.contradicted
    assert isinstance(conflict.severity, Estimate)
    assert conflict.severity.value == 0
    assert "opposite" in evidence(conflict, "Cost", "Solved").en


def test_severity_is_weight_times_coupling_times_people() -> None:
    (conflict,) = found(both(36, -0.8)).conflicts
    measured = conflict.measured
    assert isinstance(measured, Coupling)
    assert isinstance(conflict.severity, Estimate)
    # Cost: 10 team leaders with 30 %; solved: 100 with 10 % and 10 with 20 %. 110 people in all.
    least = min(0.3, (100 * 0.1 + 10 * 0.2) / 110)
    assert conflict.severity.n == 110
    assert conflict.severity.value == pytest.approx(least * -measured.r.value * 110)
    assert conflict.severity.low == pytest.approx(least * -measured.r.high * 110)
    assert conflict.severity.high == pytest.approx(least * -measured.r.low * 110)


def test_of_what_fewer_than_five_people_are_rewarded_for_nothing_is_said() -> None:
    assert found(both(36, -0.8), register=with_people(REGISTER, 2, 4)).conflicts == ()


def test_severity_does_not_give_away_a_small_role() -> None:
    numbers = set()
    for share in (0.0, 0.9):
        moved = replace(REGISTER, shares={**REGISTER.shares, (3, "solved"): share, (3, "cost"): share})
        numbers.add(found(both(36, -0.8), register=moved).conflicts[0].severity)
    assert len(numbers) == 1


def test_who_is_no_longer_rewarded_is_in_no_conflict() -> None:
    alone = replace(REGISTER, shares={(1, "solved"): 0.1})
    assert found(both(36, -0.8), register=alone).conflicts == ()


def test_a_known_conflict_stays_in_sight() -> None:
    quiet = find(REGISTER, (), both(36, 0.3), np.random.default_rng(2), known=[("cost", "solved")])
    assert [each.pair for each in quiet.conflicts] == [("cost", "solved")]
    assert not quiet.conflicts[0].found


def many(figures: int) -> Register:
    return Register(
        tuple(
            Figure(f"f{at:02}", f"F{at}", "service", Horizon.SHORT, Direction.HIGHER, Origin.OPERATIONS)
            for at in range(figures)
        ),
        (Role(1, "Agent", "service", 50),),
        {(1, f"f{at:02}"): 0.05 for at in range(figures)},
    )


def test_among_many_unrelated_figures_hardly_any_pair_is_flagged() -> None:
    rng = np.random.default_rng(8)
    flagged, alone = 0, 0
    for _ in range(6):
        values = {f"f{at:02}": series(company(36, 0.0, rng)[:, 0]) for at in range(10)}
        result = find(many(10), (), values, rng)
        assert result.compared == 45
        flagged += len(result.conflicts)
        alone += sum(
            isinstance(each, Coupling) and each.opposed
            for each in (
                find(
                    many(2),
                    (),
                    {"f00": values[f"f{at:02}"], "f01": values[f"f{at + 5:02}"]},
                    rng,
                    [("f00", "f01")],
                )
                .conflicts[0]
                .measured
                for at in range(5)
            )
        )
    assert flagged <= 6  # of 270 pairs; one by one every tenth would be
    assert alone <= 8


def test_a_planted_pair_is_found_among_many() -> None:
    rng = np.random.default_rng(12)
    values = {f"f{at:02}": series(company(36, 0.0, rng)[:, 0]) for at in range(10)}
    pulled = company(36, -0.85, rng)
    values["f03"], values["f07"] = series(pulled[:, 0]), series(pulled[:, 1])
    assert ("f03", "f07") in {each.pair for each in find(many(10), (), values, rng).conflicts}
