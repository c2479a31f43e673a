"""What a manager would say after reading the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.core.gap.hansa import answers, at, hansa, leaders, report_on

from leitstern.core.gap.headlines import evidence, headline

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
        "Promises lie 17 points (15 to 20) above what customers live (beyond chance: 1 of 2 places); "
        "leaders’ beliefs lie 2 points (0 to 8) above what customers live (beyond chance: 1 of 4 places); "
        "the widest gap is at “Mortgage paid off”: 34 of 100 instead of 87 (Satisfied)."
    )


def test_evidence_names_what_was_not_asked() -> None:
    report = report_on([at("call", promise=0.95, lived=CALL)])
    assert evidence(report).en.endswith(
        "leaders’ beliefs: not asked; the widest gap is at “Call”: 70 of 100 instead of 95 (Satisfied)."
    )
    assert "Einschätzungen der Führung: nicht gefragt" in evidence(report).de


def test_evidence_of_many_small_gaps_together() -> None:
    report = report_on(
        [
            at(name, facet, promise=0.80, lived=answers(71, 100))
            for name in ("advice", "call", "letter", "mortgage", "branch")
            for facet in ("satisfied", "in_time")
        ]
    )
    assert headline(report).en == "We promise more than customers live."
    assert "beyond chance: only all 10 places together" in evidence(report).en


def test_evidence_where_nothing_is_declared() -> None:
    report = report_on([at("call", promise=0.9, lived=answers(7, 9))])
    assert "jenseits des Zufalls: 0 von 1 Stellen" in evidence(report).de


@pytest.mark.parametrize(
    ("inputs", "next_step"),
    [([at("call", lived=CALL)], "let at least five leaders guess"), ([], "Import feedback or kept promises")],
)
def test_without_a_comparison_it_says_what_to_do_next(inputs: list[GapInput], next_step: str) -> None:
    assert next_step in evidence(report_on(inputs)).en
