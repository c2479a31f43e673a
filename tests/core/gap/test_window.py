"""What a department sees of its customers: its part, what comes of it later, one good thing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.core.gap.hansa import hansa, report_on

from leitstern.core.company.taxonomy import Department, JourneyMap, MapStep, Taxonomy, Touchpoint
from leitstern.core.company.tree import parents_of
from leitstern.core.gap.window import (
    Basis,
    Part,
    comes_later,
    finding,
    lines_of,
    one_good_thing,
    part_of,
    said,
)
from leitstern.core.gap.window_reach import NOBODY, Reach, sentence, shown
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.gap.findings import GapReport

TODAY = date(2026, 6, 30)


def named(name: str) -> Text:
    return Text(name, name)


def point(code: int, slug: str, department: str) -> Touchpoint:
    return Touchpoint(code, slug, named(slug), "", department)


DEPARTMENTS = (("sales", ""), ("branches", "sales"), ("back", "branches"), ("law", ""), ("notary", "law"))
HANSA = Taxonomy(
    named("Hansa"),
    "Europe/Berlin",
    departments=tuple(
        Department(code, slug, named(slug), parent=above) for code, (slug, above) in enumerate(DEPARTMENTS)
    ),
    touchpoints=(point(1, "advice", "branches"), point(2, "call", "sales"), point(3, "letter", "")),
    maps=(
        JourneyMap(1, "loan", named("Loan"), tuple(map(MapStep, ("call", "advice", "letter", "call")))),
        JourneyMap(2, "other", named("Other"), tuple(map(MapStep, ("letter", "letter")))),
    ),
)


def part(unit: str) -> Part:
    return part_of(HANSA, parents_of(HANSA), unit)


def points(unit: str) -> tuple[str, ...]:
    return tuple(each.slug for each in part(unit).touchpoints)


def test_a_part_is_ones_own_else_that_of_the_nearest_above_else_the_companys() -> None:
    assert (part("sales").basis, points("sales")) == (Basis.OWN, ("advice", "call"))  # and those below it
    assert (part("back").basis, part("back").whose, points("back")) == (Basis.ABOVE, "branches", ("advice",))
    assert (part("notary").basis, points("notary")) == (Basis.COMPANY, ("advice", "call", "letter"))
    assert part("sales").units == ("sales", "branches", "back")
    assert part("law").units == ("law", "notary")  # whose handoffs these are, whatever it looks at


def test_what_comes_later_is_lived_elsewhere() -> None:
    assert comes_later(HANSA, part("branches")) == ("letter", "call")
    assert comes_later(HANSA, part("sales")) == ("letter",)
    assert comes_later(HANSA, part("back")) == ()


@pytest.fixture(scope="module")
def report() -> GapReport:
    return report_on(hansa())


def test_the_good_thing_is_the_most_certain_one_of_at_least_half(report: GapReport) -> None:
    best = one_good_thing(report.touchpoints)
    assert best
    assert best.touchpoint == "branch"
    assert one_good_thing(lines_of(report, ["mortgage"])) is None  # 12 of 60


def test_a_statement_is_said_with_interval_and_n(report: GapReport) -> None:
    (line,) = lines_of(report, ["branch"])
    assert said(line).en == "At “Branch”: 91 [89–93] of 100 are satisfied (n 500)."
    assert said(line).de == "Bei „Filiale“: Zufrieden sind 91 [89–93] von 100 (n 500)."


def test_the_finding_is_the_first_that_is_about_ones_own(report: GapReport) -> None:
    first = report.most_people[0]
    assert finding(report, [first.touchpoint]) == first.sentence
    assert finding(report, ["nowhere"]) is None


def reach(newest: date | None = None, months: tuple[int | None, ...] = (None, None)) -> Reach:
    told = tuple((date(2026, 6 - ago, 1), times) for ago, times in enumerate(months))
    return Reach("sales", named("Sales"), False, None, None, None, newest, TODAY, told)


@pytest.mark.parametrize(("n", "told"), [(0, None), (4, None), (5, 5), (60, 60)])
def test_fewer_than_five_are_never_told(n: int, told: int | None) -> None:
    assert shown(n) == told


@pytest.mark.parametrize(("days", "fresh"), [(0, True), (30, True), (31, False)])
def test_words_are_fresh_for_thirty_days(days: int, fresh: bool) -> None:
    found = reach(TODAY - timedelta(days=days))
    assert (found.age, found.fresh) == (days, fresh)


def test_whom_the_windows_reach_in_one_sentence() -> None:
    silent, opened = reach(), reach(TODAY, (None, 9))
    assert (silent.age, silent.fresh, silent.last_month, opened.last_month) == (None, False, None, 9)
    assert sentence([]) == NOBODY
    told = sentence([silent, opened, reach(TODAY, (9, None))]).en  # the running month is no month yet
    assert told.startswith("In 1 of 3 departments")
    assert told.endswith("are there in 2.")
