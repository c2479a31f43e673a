"""What a manager would say after reading the report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.core.gap.hansa import answers, at, hansa, leaders, report_on

from leitstern.core.gap.findings import IndexFinding, Kind
from leitstern.core.gap.headlines import evidence, headline, on_average
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.core.gap.inputs import GapInput

CALL = answers(700, 1000)


@pytest.mark.parametrize(
    ("inputs", "english", "german"),
    [
        (
            [at("call", guesses=leaders(95, spread=3), lived=CALL)],
            "We think we are better than customers find us.",
            "Wir halten uns für besser, als Kundinnen und Kunden uns erleben.",
        ),
        (
            [at("call", promise=0.95, lived=CALL)],
            "We promise more than customers live.",
            "Wir versprechen mehr, als Kundinnen und Kunden erleben.",
        ),
        (
            [at("call", promise=0.95, guesses=leaders(95, spread=3), lived=CALL)],
            "We promise more than we keep, and think we are better than customers find us.",
            "Wir versprechen mehr, als wir halten, und halten uns für besser, als Kundinnen und Kunden uns erleben.",
        ),
        (
            [at("call", promise=0.7, lived=CALL)],
            "Customers live what we promise.",
            "Kundinnen und Kunden erleben, was wir versprechen.",
        ),
        (
            [at("call", guesses=leaders(55, spread=3), lived=CALL)],
            "We see ourselves as customers do.",
            "Wir sehen uns so, wie Kundinnen und Kunden uns erleben.",
        ),
        (
            [at("call", promise=0.7, guesses=leaders(55, spread=3), lived=CALL)],
            "Customers live what we promise and what we believe.",
            "Kundinnen und Kunden erleben, was wir versprechen und was wir glauben.",
        ),
        (
            [at("call", promise=0.9, lived=answers(7, 9))],
            "It is too early to say whether customers live what we promise.",
            "Ob Kundinnen und Kunden erleben, was wir versprechen, lässt sich noch nicht sagen.",
        ),
        (
            [at("call", promise=0.6, guesses=leaders(75, people=5, spread=20), lived=CALL)],
            "It is too early to say whether we see ourselves as customers do.",
            "Ob wir uns so sehen, wie Kundinnen und Kunden uns erleben, lässt sich noch nicht sagen.",
        ),
        (
            [at("call", promise=0.9, guesses=leaders(80), lived=answers(7, 9))],
            "It is too early to say whether customers live what we promise and believe.",
            "Ob Kundinnen und Kunden erleben, was wir versprechen und glauben, lässt sich noch nicht sagen.",
        ),
        (
            [at("call", lived=CALL)],
            "We know what customers live, but not yet what we promise and believe.",
            "Wir wissen, was Kundinnen und Kunden erleben, aber noch nicht, was wir versprechen und glauben.",
        ),
        (
            [at("call", promise=0.9, guesses=leaders(80))],
            "We do not know yet what customers live.",
            "Noch wissen wir nicht, was Kundinnen und Kunden erleben.",
        ),
        (
            [],
            "We do not know yet what customers live.",
            "Noch wissen wir nicht, was Kundinnen und Kunden erleben.",
        ),
    ],
)
def test_the_headline_says_what_was_found(inputs: list[GapInput], english: str, german: str) -> None:
    report = report_on(inputs)
    assert headline(report).en == english
    assert headline(report).de == german
    assert evidence(report).en != evidence(report).de


def test_evidence_gives_both_indices_and_the_widest_gap() -> None:
    assert evidence(report_on(hansa())).en == (
        "Promises lie 17 points (15 to 20) above what customers live (for certain at 1 of 2 places); "
        "leaders’ beliefs lie 2 points (0 to 8) above what customers live (on average perhaps chance, for certain at "
        "1 of 4 places). The widest gap is at “Mortgage paid off”: 12 of 60 (20 of 100) are satisfied, we had guessed "
        "87. Because few have answered, we reckon cautiously with 34 [26–44]."
    )


def test_what_is_declared_at_single_places_is_not_said_of_all() -> None:
    report = report_on(hansa())
    assert headline(report).de == (
        "Wir versprechen mehr, als wir halten, und halten uns an einer Stelle für viel besser, "
        "als Kundinnen und Kunden uns erleben."
    )
    assert on_average(report.perception).de == (
        "im Mittel 2 [0–8] von 100 – nicht sicher vom Zufall zu unterscheiden"
    )
    assert on_average(report.delivery).en.startswith(
        "on average 17 [15–20] of 100 – without any gap, chance shows"
    )


def places(kind: Kind, some: int, *, average: bool) -> IndexFinding:
    """An index with so many declared places of 32."""
    mean = Estimate(3, 2, 6, n=900)
    return IndexFinding(kind, mean, mean, "declared", 32, some, on_average=average)


@pytest.mark.parametrize(
    ("delivery", "perception", "german"),
    [
        (
            places("delivery", 0, average=True),
            places("perception", 2, average=False),
            "Wir versprechen mehr, als wir halten, und halten uns an zwei Stellen für viel besser, "
            "als Kundinnen und Kunden uns erleben.",
        ),
        (
            places("delivery", 3, average=False),
            places("perception", 2, average=False),
            "An drei Stellen versprechen wir mehr, als wir halten, und an zwei Stellen halten wir uns für viel besser, "
            "als Kundinnen und Kunden uns erleben.",
        ),
        (
            places("delivery", 1, average=False),
            places("perception", 13, average=True),
            "An einer Stelle versprechen wir mehr, als wir halten, und wir halten uns für besser, "
            "als Kundinnen und Kunden uns erleben.",
        ),
    ],
)
def test_each_side_is_said_as_far_as_it_reaches(
    delivery: IndexFinding, perception: IndexFinding, german: str
) -> None:
    assert headline(replace(report_on(hansa()), delivery=delivery, perception=perception)).de == german


def test_one_side_at_single_places() -> None:
    nothing = report_on([at("call", promise=0.7, lived=CALL)])
    believed = replace(nothing, perception=places("perception", 2, average=False))
    assert headline(believed).de == (
        "An zwei Stellen halten wir uns für viel besser, als Kundinnen und Kunden uns erleben."
    )
    promised = replace(nothing, delivery=places("delivery", 1, average=False))
    assert headline(promised).en == "At one place we promise more than customers live."


def test_evidence_names_what_was_not_asked() -> None:
    report = report_on([at("call", promise=0.95, lived=CALL)])
    assert evidence(report).en.endswith(
        "leaders’ beliefs: not asked. The widest gap is at “Call”: 70 of 100 are satisfied, 95 were promised."
    )
    assert "Einschätzungen der Führung: nicht gefragt" in evidence(report).de
    assert on_average(report.perception).de == "nicht gefragt"


def test_evidence_of_many_small_gaps_together() -> None:
    report = report_on(
        [
            at(name, facet, promise=0.80, lived=answers(71, 100))
            for name in ("advice", "call", "letter", "mortgage", "branch")
            for facet in ("satisfied", "in_time")
        ]
    )
    assert headline(report).en == "We promise more than customers live."
    assert "for certain only at all 10 places together" in evidence(report).en


def test_evidence_where_nothing_is_declared() -> None:
    report = report_on([at("call", promise=0.9, lived=answers(7, 9))])
    assert "(nicht sicher vom Zufall zu unterscheiden)" in evidence(report).de
    calm = report_on([at("call", promise=0.7, lived=CALL)])
    assert "(no gap beyond chance)" in evidence(calm).en
    assert on_average(calm.delivery).en.endswith(" – no gap beyond chance")


@pytest.mark.parametrize(
    ("inputs", "next_step"),
    [([at("call", lived=CALL)], "let at least five leaders guess"), ([], "Import feedback or kept promises")],
)
def test_without_a_comparison_it_says_what_to_do_next(inputs: list[GapInput], next_step: str) -> None:
    assert next_step in evidence(report_on(inputs)).en
