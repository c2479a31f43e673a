"""Upgrade, point solution, or – the exception – replace: the rule with its reasons, and what would change it."""

from __future__ import annotations

from tests.core.inside.stack.bank import inventory

from leitstern.core.inside.stack.advice import Limits, Option, advise, advise_capability, gaps_of
from leitstern.core.inside.stack.inventory import Capability, Gap
from leitstern.core.inside.stack.terms import Level, Remedy

LIMITS = Limits()


def closed(n: int) -> list[Gap]:
    return [Gap(f"upgrade {at}", remedy=Remedy.UPGRADE) for at in range(n)]


def point(n: int, *, contract: bool = True) -> list[Gap]:
    return [Gap(f"point {at}", remedy=Remedy.POINT, contract=contract) for at in range(n)]


def hard(n: int) -> list[Gap]:
    return [Gap(f"hard {at}", critical=True, remedy=Remedy.NONE) for at in range(n)]


def test_without_a_gap_nothing_is_done() -> None:
    assert advise([], LIMITS).option is Option.NOTHING


def test_seven_of_ten_gaps_closed_by_upgrades_are_enough() -> None:
    assert advise([*closed(7), *hard(3)], LIMITS).option is Option.UPGRADE
    assert advise([*closed(6), *hard(4)], LIMITS).option is Option.REPLACE


def test_the_share_counts_every_gap_and_shows_its_rows() -> None:
    found = advise([*closed(3), Gap("nobody knows")], LIMITS)
    assert found.reasons[0].text.en == "Gaps that upgrades or settings close: 3 of 4 (75%); 70% is needed."
    assert [row.en for row in found.reasons[0].rows] == ["upgrade 0", "upgrade 1", "upgrade 2"]


def test_two_bounded_gaps_with_a_settled_connection_are_a_point_solution() -> None:
    assert advise([*closed(1), *point(2)], LIMITS).option is Option.POINT
    assert advise(point(3), LIMITS).option is Option.UNDECIDED
    loose = advise(point(1, contract=False), LIMITS)
    assert loose.option is Option.UNDECIDED
    assert "connection is not settled" in loose.reasons[1].text.en


def test_replacing_needs_more_critical_gaps_than_are_bearable() -> None:
    assert advise(hard(2), LIMITS).option is Option.UNDECIDED
    assert advise(hard(3), LIMITS).option is Option.REPLACE
    assert advise(hard(3), Limits(critical=3)).option is Option.UNDECIDED


def test_gaps_nobody_judged_are_named() -> None:
    found = advise([Gap("slow"), Gap("old")], LIMITS)
    assert found.option is Option.UNDECIDED
    assert found.reasons[1].text.en == "Gaps of which nobody has said what would close them: 2."


def test_what_would_change_the_answer_is_found_by_trying() -> None:
    found = advise(hard(3), LIMITS)
    assert {change.option for change in found.changes} == {Option.UNDECIDED}
    assert found.changes[0].condition.en == "If an upgrade closed “hard 0”"
    one = advise([Gap("slow")], LIMITS)
    assert {change.option for change in one.changes} == {Option.UPGRADE, Option.POINT}
    assert advise(closed(10), LIMITS).changes == ()


def test_where_technology_works_people_come_first() -> None:
    told = Capability(
        "news", "News", people=Level.MISSING, process=Level.WORKS, technology=Level.WORKS, gaps=tuple(hard(5))
    )
    found = advise_capability(told, LIMITS)
    assert found.option is Option.NOTHING
    assert "the people's part" in found.reasons[0].text.en


def test_an_application_lacks_what_its_capabilities_lack_there() -> None:
    gaps = (Gap("slow", application="crm"), Gap("dear", application="mail"))
    found = inventory(capabilities=(Capability("news", "News", gaps=gaps),))
    assert [gap.text for gap in gaps_of(found, "crm")] == ["slow"]


def test_the_weakest_part_of_a_capability_counts() -> None:
    def level(*parts: Level | None) -> Level | None:
        return Capability("x", "X", people=parts[0], process=parts[1], technology=parts[2]).level

    assert level(Level.WORKS, Level.WORKS, Level.WORKS) is Level.WORKS
    assert level(Level.WORKS, Level.THERE, Level.WORKS) is Level.THERE
    assert level(Level.WORKS, None, Level.WORKS) is None
    assert level(Level.MISSING, None, Level.WORKS) is Level.MISSING
