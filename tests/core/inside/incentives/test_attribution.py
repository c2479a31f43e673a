"""What employees cannot influence is taken out, counted, and never lost."""

from __future__ import annotations

from datetime import date

import pytest

from leitstern.core.inside.incentives.attribution import Case, Rule, Score, Why, score

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
RULES = (
    Rule(1, Why.ABUSE, ("abuse", "Beleidigung")),
    Rule(2, Why.EXTERNAL, ("strike", "Unwetter")),
)


def test_cases_nobody_can_influence_are_taken_out_before_scoring() -> None:
    cases = [Case(MAY, 4.0), Case(MAY, 6.0), Case(MAY, 90.0, "Strike "), Case(MAY, 80.0, "BELEIDIGUNG")]
    (may,) = score(cases, RULES)
    assert (may.value, may.cases) == (5.0, 2)
    assert may.excluded == ((1, 1), (2, 1))
    assert may.share_excluded == 0.5


def test_without_a_rule_everything_counts() -> None:
    (may,) = score([Case(MAY, 4.0), Case(MAY, 6.0, "strike")], ())
    assert (may.value, may.share_excluded) == (5.0, 0.0)


def test_a_reason_no_rule_names_counts() -> None:
    (may,) = score([Case(MAY, 4.0, "bad mood"), Case(MAY, 6.0, "")], RULES)
    assert may.cases == 2


def test_a_month_of_which_everything_is_taken_out_has_no_value() -> None:
    (may, june) = score([Case(MAY, 4.0, "strike"), Case(JUNE, 3.0)], RULES)
    assert may.value is None
    assert may.share_excluded == 1.0
    assert june.value == 3.0


def test_what_is_handed_in_equals_what_counts_and_what_was_taken_out() -> None:
    cases = [Case(MAY, float(at), ("", "strike", "abuse", "other")[at % 4], "r", f"{at}") for at in range(40)]
    for receivers in (1, 2, 50):
        (may,) = score(cases, RULES, receivers=receivers)
        assert may.cases + may.unheard + sum(n for _, n in may.excluded) == 40


@pytest.mark.parametrize(("values", "median"), [((1, 2, 30), 2.0), ((1, 2, 3, 30), 2.5)])
def test_the_median(values: tuple[int, ...], median: float) -> None:
    (may,) = score([Case(MAY, float(value)) for value in values], (), Score.MEDIAN)
    assert may.value == median


def test_a_recommendation_counts_once_two_different_receivers_rated_it() -> None:
    cases = [
        Case(MAY, 5.0, about="A", receiver="Branches"),
        Case(MAY, 3.0, about="A", receiver="Lending"),
        Case(MAY, 1.0, about="B", receiver="Branches"),
        Case(MAY, 1.0, about="B", receiver="branches "),
        Case(MAY, 1.0, about="C", receiver=""),
        Case(MAY, 1.0, receiver="Lending"),
    ]
    (may,) = score(cases, (), receivers=2)
    assert (may.value, may.cases, may.unheard) == (4.0, 2, 4)
