"""Own shares beside competitors': when a difference is told, and why it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.known import known

from leitstern.core.bridge.competitors.comparison import NOT_MEASURED, Comparison, Verdict, compare
from leitstern.core.bridge.competitors.figure import (
    STAYED,
    Asked,
    CompetitorFigure,
    FigureDraft,
    Origin,
    figure_problems,
)
from leitstern.core.stats.estimate import Estimate, Measured, Missing
from leitstern.core.stats.intervals import wilson

TODAY = date(2026, 6, 1)
FIGURE = CompetitorFigure(
    1, "Nordstern", "call", "satisfied", 0.80, 1_000, 2026, "Study", "1 to 5", Asked.SAME, Origin.COMMISSIONED
)


def own(share: float, n: int = 1_000) -> Estimate:
    return Estimate(share, *wilson(share, n), n)


def compared(*figures: CompetitorFigure, here: Measured) -> Comparison:
    return compare(figures, {("call", "satisfied"): here}, TODAY)


@pytest.mark.parametrize(
    ("here", "verdict"),
    [
        (own(0.60), Verdict.WORSE),
        (own(0.92), Verdict.BETTER),
        (own(0.80, 4_000), Verdict.ALIKE),
        (own(0.77, 100_000), Verdict.UNKNOWN),  # different for sure, but by less than customers would notice
        (own(0.70, 20), Verdict.UNKNOWN),
    ],
)
def test_what_customers_notice(here: Estimate, verdict: Verdict) -> None:
    [statement] = compared(FIGURE, here=here).statements
    assert statement.verdict is verdict


def test_the_difference_has_newcombes_interval() -> None:
    [statement] = compared(FIGURE, here=own(0.60)).statements
    away = known(statement.figures[0].difference)
    assert (round(away.value, 3), away.n) == (-0.2, 2_000)
    assert round(away.low, 4) == -0.2326  # −.2 − √((.6 − .5743)² + (.8199 − .8)²)
    assert -0.17 < away.high < -0.16


@pytest.mark.parametrize(
    ("figure", "code"),
    [
        (replace(FIGURE, n=None), "no-n"),
        (replace(FIGURE, asked=Asked.OTHER), "asked-otherwise"),
        (replace(FIGURE, asked=Asked.UNKNOWN), "question-not-stated"),
        (replace(FIGURE, origin=Origin.OWN_WORDS), "own-words"),
    ],
)
def test_what_cannot_be_compared_says_why(figure: CompetitorFigure, code: str) -> None:
    [statement] = compared(figure, here=own(0.5)).statements
    [found] = statement.figures
    assert isinstance(found.difference, Missing)
    assert found.difference.code == code
    assert found.verdict is statement.verdict is Verdict.UNKNOWN


def test_what_we_did_not_ask_is_not_filled_in() -> None:
    [statement] = compare([FIGURE], {}, TODAY).statements
    assert statement.own is NOT_MEASURED
    assert compare([], {}, TODAY).headline.en.startswith("What customers live with competitors is not known")


def test_an_old_figure_is_compared_and_counts_for_nothing() -> None:
    [statement] = compared(replace(FIGURE, year=2023), here=own(0.6)).statements
    assert statement.figures[0].verdict is Verdict.WORSE
    assert statement.figures[0].old
    assert statement.verdict is Verdict.UNKNOWN
    assert not FIGURE.old(2028)


def test_better_than_one_and_worse_than_another() -> None:
    other = replace(FIGURE, number=2, competitor="Hafen", share=0.4)
    found = compared(FIGURE, other, here=own(0.6))
    assert found.statements[0].verdict is Verdict.DIVIDED
    assert [each.figure.competitor for each in found.statements[0].figures] == ["Hafen", "Nordstern"]
    assert ", at 1 it depends on which" in found.headline.en


def test_looking_at_many_calls_less_different() -> None:
    """One of thirty that would pass alone does not pass among them (Benjamini & Hochberg)."""
    here = {("call", f"s{at}"): own(0.8, 500) for at in range(30)}
    figures = [replace(FIGURE, number=at, statement=f"s{at}") for at in range(30)]
    figures[0] = replace(figures[0], share=0.86, n=500)
    alone = compare(figures[:1], here, TODAY)
    assert alone.statements[0].verdict is Verdict.WORSE
    assert all(each.verdict is not Verdict.WORSE for each in compare(figures, here, TODAY).statements)


def test_the_headline_counts() -> None:
    assert "Of 1 statements" not in compared(FIGURE, here=own(0.80, 4_000)).headline.en
    assert compared(FIGURE, here=own(0.80, 4_000)).headline.en.startswith("Interchangeable: at 1 of 1")
    assert compared(FIGURE, here=own(0.7, 20)).headline.de.startswith("Ob die Kundschaft einen Unterschied")


def test_a_draft_says_everything_that_is_wrong() -> None:
    right = FigureDraft("A", "call", "satisfied", 80, None, 2025, "S", "", Asked.UNKNOWN, Origin.INDEPENDENT)
    assert figure_problems(right, ["call"], ["satisfied"], 2026) == ()
    wrong = replace(right, source="x" * 301, percent=float("nan"), statement=STAYED, asked=Asked.SAME)
    fields = [each.field for each in figure_problems(wrong, ["call"], ["satisfied"], 2026)]
    assert fields == ["source", "how", "touchpoint", "percent"]
