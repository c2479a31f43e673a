"""Which reasons go along with the answers at a touchpoint."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from leitstern.core.company.taxonomy import Driver
from leitstern.core.outside.drivers import Answers, Explanation, contrast_promise, explain, read_answers
from leitstern.core.stats.attribution import CANNOT_TELL, Attribution
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

NAME = Text(en="–", de="–")
DRIVERS = (Driver("late", NAME, late="x"), Driver("hours", NAME, wait=("a", "b")))


def rows(n: int = 400, seed: int = 3) -> pa.Table:
    """Answers that fall with lateness and do not care about hours, though who is late also waits longer."""
    rng = np.random.default_rng(seed)
    late = np.where(rng.random(n) < 0.3, rng.integers(1, 9, n), -2)
    outcome = np.clip(0.8 - 0.2 * np.log1p(late.clip(0)) + rng.normal(0, 0.1, n), 0, 1)
    return pa.table(
        {
            "answer": rng.permutation(n),
            "entity_id": np.arange(n),
            "touchpoint": [1] * n,
            "facet": ["satisfied"] * n,
            "weight": np.ones(n),
            "good": (outcome > 0.6).astype(int),
            "outcome": outcome,
            "driver_0": late,
            "driver_1": pa.array(24.0 * (5 + late.clip(0)) + rng.normal(0, 20, n)),
        }
    )


def only(table: pa.Table) -> Answers:
    (answers,) = read_answers(table, DRIVERS)
    return answers


def explained(answers: Answers) -> Explanation:
    (found,) = explain([answers], np.random.default_rng(1))
    return found


def test_the_reason_that_matters_gets_the_larger_share() -> None:
    found = explained(only(rows()))
    assert isinstance(found.attribution, Attribution)
    late, hours = found.attribution.drivers
    assert (late.slug, late.direction) == ("late", -1)
    assert late.share.low > hours.share.high
    assert (found.answers, found.left_out, found.not_applicable) == (400, 0, ())


def test_answers_that_lack_a_reason_are_left_out_and_counted() -> None:
    table = rows()
    hours = table["driver_1"].to_pylist()
    table = table.set_column(8, "driver_1", pa.array([None if i < 100 else h for i, h in enumerate(hours)]))
    found = explained(only(table))
    assert (found.answers, found.left_out, found.not_applicable) == (300, 100, ())


def test_a_reason_most_answers_lack_does_not_apply() -> None:
    table = rows()
    table = table.set_column(8, "driver_1", pa.array([1.0 if i < 100 else None for i in range(400)]))
    found = explained(only(table))
    assert isinstance(found.attribution, Attribution)
    assert [driver.slug for driver in found.attribution.drivers] == ["late"]
    assert (found.answers, found.left_out, found.not_applicable) == (400, 0, ("hours",))


def test_without_any_reason_nothing_is_said() -> None:
    nothing = pa.array([None] * 400, type=pa.float64())
    table = rows().set_column(7, "driver_0", nothing).set_column(8, "driver_1", nothing)
    assert explained(only(table)).attribution == CANNOT_TELL


def test_touchpoints_and_statements_are_explained_apart() -> None:
    table = rows(20)
    facets = pa.array(["satisfied", "easy"] * 10)
    found = read_answers(table.set_column(3, "facet", facets), DRIVERS)
    assert [(answers.touchpoint, answers.facet, len(answers.good)) for answers in found] == [
        (1, "easy", 10),
        (1, "satisfied", 10),
    ]


def test_where_many_places_are_looked_at_more_must_be_shown() -> None:
    """Thirty companies of twenty touchpoints at which nothing matters: one in a hundred stands out when seen alone,
    and hardly any when all are looked at."""
    alone = together = 0
    for seed in range(30):
        rng = np.random.default_rng(seed)
        noise = []
        for touchpoint in range(20):
            table = rows(60, seed=1000 * seed + touchpoint)
            noise.append(only(table.set_column(6, "outcome", pa.array(rng.random(60)))))
        together += sum(isinstance(e.attribution, Attribution) for e in explain(noise, rng))
        alone += sum(isinstance(explained(answers).attribution, Attribution) for answers in noise)
    assert together <= 1
    assert 1 < alone < 13  # of 600


def test_the_order_of_rows_changes_nothing() -> None:
    table = rows()
    shuffled = table.take(np.random.default_rng(9).permutation(400))
    assert explained(only(table)) == explained(only(shuffled))


def test_lateness_matters_among_those_who_waited_equally_long() -> None:
    contrast = contrast_promise(only(rows()), late="late", within="hours")
    assert isinstance(contrast.overall, Estimate)
    assert contrast.overall.low > 0.2
    assert contrast.overall.grade == "association"
    assert sum(stratum.kept + stratum.broken for stratum in contrast.strata) == 400


def test_no_answers_no_explanations() -> None:
    assert read_answers(rows(0), DRIVERS) == ()


def test_an_unknown_driver_is_an_error() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        contrast_promise(only(rows(20)), late="unknown", within="hours")
