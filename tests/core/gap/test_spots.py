"""Blind spots, hidden strengths, and what works but hurts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.core.gap.hansa import answers, at, hansa, leaders, report_on

if TYPE_CHECKING:
    from leitstern.core.gap.findings import GapReport, SpotKind


def spots(report: GapReport, kind: SpotKind) -> list[str]:
    return [spot.touchpoint for spot in report.spots if spot.kind == kind]


def test_a_belief_far_too_high_where_nobody_looked_is_a_blind_spot() -> None:
    report = report_on(hansa())
    assert spots(report, "blind spot") == ["mortgage"]
    sentence = report.spots[0].sentence
    assert sentence.en.startswith(
        "At “Mortgage paid off”: 12 of 60 (20 of 100) are satisfied, we had guessed 87."
    )
    assert sentence.de.endswith(
        "Als gefragt wurde, hatte von den Verantwortlichen noch niemand Kundendaten gesehen."
    )


def test_who_has_seen_the_data_is_not_blind() -> None:
    wrong = at("mortgage", guesses=leaders(88), lived=answers(200, 1000), seen=True)
    assert spots(report_on([wrong]), "blind spot") == []


def test_a_small_error_is_no_blind_spot() -> None:
    nearly = report_on([at("mortgage", guesses=leaders(85, spread=2), lived=answers(7000, 10_000))])
    assert nearly.declared("perception")
    assert spots(nearly, "blind spot") == []


def test_strengths_are_told_by_what_they_exceed() -> None:
    strong = at("branch", promise=0.7, guesses=leaders(55), lived=answers(950, 1000))
    report = report_on([strong])
    assert spots(report, "hidden strength") == ["branch", "branch"]
    delivered, believed = (spot.sentence.en for spot in report.spots)
    assert "We keep more than we promise. 95 of 100 are satisfied, 70 were promised." in delivered
    assert "Customers live more than we believe of ourselves. 95 of 100 are satisfied" in believed
    assert report.spots[0].estimate.value < 0


def test_in_time_and_yet_unhappy() -> None:
    report = report_on(
        [
            at("letter", "in_time", lived=answers(480, 500)),
            at("letter", "satisfied", lived=answers(200, 500)),
        ]
    )
    assert spots(report, "works but hurts") == ["letter"]
    assert report.spots[0].sentence.de == (
        "Bei „Brief“: Es läuft, aber schmerzt: 96 von 100 bekommen es rechtzeitig, zufrieden sind 40 (36 bis 44)."
    )


def test_late_and_unhappy_is_no_surprise() -> None:
    report = report_on(
        [
            at("letter", "in_time", lived=answers(300, 500)),
            at("letter", "satisfied", lived=answers(200, 500)),
            at("call", "satisfied", lived=answers(200, 500)),
        ]
    )
    assert report.spots == ()


def test_in_time_and_nobody_asked_is_unknown() -> None:
    report = report_on([at("letter", "in_time", lived=answers(480, 500)), at("letter", "satisfied")])
    assert report.spots == ()
