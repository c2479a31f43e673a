"""Where most people are harmed, and where each one is harmed most."""

from __future__ import annotations

import pytest
from tests.core.gap.hansa import answers, at, hansa, leaders, report_on


def test_many_little_harms_outrank_a_few_deep_ones() -> None:
    report = report_on(hansa())
    assert [entry.touchpoint for entry in report.most_people] == ["call", "mortgage"]


def test_the_rare_catastrophe_comes_first_per_person() -> None:
    report = report_on(hansa())
    assert [entry.touchpoint for entry in report.most_harm] == ["mortgage", "call"]


def test_the_number_of_people_has_an_interval() -> None:
    first = report_on(hansa()).most_people[0]
    assert first.size.value == pytest.approx(0.2 * 20_000, rel=0.05)
    assert first.size.low < first.size.value < first.size.high
    assert first.size.n == 800


def test_harm_per_person_is_gap_times_depth_and_free_of_volume() -> None:
    def harm(customers: float, depth: float | None) -> float:
        inputs = [at("call", promise=0.9, lived=answers(400, 1000), customers=customers, depth=depth)]
        return report_on(inputs).most_harm[0].size.value

    assert harm(1000, 0.8) == harm(1_000_000, 0.8) == pytest.approx(0.5 * 0.8, abs=0.01)
    assert harm(1000, None) == harm(1000, 0.5)


def test_the_promise_is_the_yardstick_where_there_is_one() -> None:
    modest = [at("call", promise=0.4, guesses=leaders(90), lived=answers(420, 1000))]
    report = report_on(modest)
    assert report.declared("perception")
    assert report.most_people == report.most_harm == ()


def test_what_is_not_declared_is_not_ranked() -> None:
    assert report_on([at("call", promise=0.9, lived=answers(4, 6))]).most_people == ()


def test_an_entry_says_who_how_many_and_how_much_it_matters() -> None:
    entry = report_on(hansa()).most_people[0]
    assert entry.sentence.en == (
        "At “Call”: About 3,900 (3,400 to 4,500) customers live less than we promise. "
        "70 of 100 are satisfied, 90 were promised."
    )
    assert entry.here.de == (
        "Rund 3.900 (3.400 bis 4.500) Kundinnen und Kunden erleben weniger, als wir versprechen. "
        "Zufrieden sind 70 von 100, versprochen waren 90."
    )
    assert [each.importance for each in report_on(hansa()).most_people] == [0.5, 0.9]


def test_an_entry_says_how_bad_it_is_for_the_disappointed() -> None:
    mortgage, call = report_on(hansa()).most_harm
    assert "40 of the 48 disappointed gave the worst mark there is." in mortgage.sentence.en
    assert mortgage.here.de.endswith(
        "40 von 48 Enttäuschten gaben die schlechteste Note. Rund 120 waren hier."
    )
    assert "disappointed" not in call.sentence.en


@pytest.mark.parametrize(("disappointed", "worst"), [(4, 4), (600, 300)])
def test_the_worst_mark_is_told_of_five_and_of_most(disappointed: int, worst: int) -> None:
    few = at("call", promise=0.9, lived=answers(400, 1000), disappointed=disappointed, worst=worst)
    assert "disappointed" not in report_on([few]).most_harm[0].here.en


def test_late_is_late_and_has_no_depth_to_tell() -> None:
    late = at(
        "call", "in_time", promise=0.95, lived=answers(700, 1000), depth=1.0, disappointed=300, worst=300
    )
    (entry,) = report_on([late]).most_harm
    assert "disappointed" not in entry.sentence.en
