"""Real data through the command line into a home: figures everybody can recount, and nothing that was not asked."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.test import override_settings
from tests.docs.pages import ROOT
from tests.real import OLIST, WABO, needs_real_data
from typer.testing import CliRunner

from leitstern.app.outside.queries import (
    explanations,
    handoffs_in_cases,
    kept_promises,
    promises_by,
    scores_by,
    top_variants,
)
from leitstern.app.outside.reading import Question, require_published
from leitstern.core.outside.drivers import contrast_promise, read_answers
from leitstern.core.outside.reasons import drivers_of, reasons
from leitstern.core.outside.scores import Score, read_scores, scores
from leitstern.core.stats.attribution import Attribution
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_django.plugin import DjangoDbBlocker

    from leitstern.app.outside.queries import KeptPromises
    from leitstern.app.outside.reading import Published
    from leitstern.core.outside.handoffs import HandoffsPerJourney
    from leitstern.core.outside.promises import PromiseRecord
    from leitstern.core.outside.variants import Variants
    from leitstern.core.stats.contrast import Contrast

pytestmark = [pytest.mark.real, needs_real_data, pytest.mark.django_db]

# Days late against the promised date: mean review and number of reviewed deliveries.
BY_LATENESS = {
    (-999, -15): (4.318, 1923),
    (-14, 0): (4.248, 2965),
    (1, 3): (3.277, 101),
    (4, 999): (1.716, 243),
}
NOT_ASKED = {"missing": "not asked"}


@dataclass(frozen=True, slots=True)
class Brought:
    """What was said about an example while and after it came in."""

    counts: str
    document: dict[str, Any]
    kept: KeptPromises | None
    promises: tuple[PromiseRecord, ...]
    scores: tuple[Score, ...]
    variants: Variants
    handoffs: HandoffsPerJourney
    reasons: Attribution | Missing | None


@dataclass(frozen=True, slots=True)
class Market(Brought):
    """The marketplace, with what its reviews tell about lateness."""

    by_lateness: dict[tuple[int, int], Score]
    within_shipping: Contrast


@pytest.fixture(scope="module")
def market(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Market:
    """8,135 orders and their reviews."""
    with brought_in("olist", OLIST, tmp_path_factory.mktemp("olist"), django_db_blocker) as (state, found):
        return Market(**found, **lateness(state))


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Brought:
    """1,434 applications for a building permit."""
    with brought_in("wabo", WABO, tmp_path_factory.mktemp("wabo"), django_db_blocker) as (_state, found):
        return Brought(**found)


@contextmanager
def brought_in(
    example: str, data: Path, folder: Path, blocker: DjangoDbBlocker
) -> Iterator[tuple[Published, dict[str, Any]]]:
    from leitstern.cli.main import app

    home = folder / "home"

    def say(*words: str) -> str:
        result = CliRunner().invoke(app, ["--home", str(home), *words], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.stdout

    with blocker.unblock(), override_settings(HOME=home), pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEITSTERN_HOME", str(home))
        with transaction.atomic():
            counts = say("import", str(ROOT / "examples" / example / "mapping.yaml"), "--data", str(data))
            state = require_published()
            explained = explanations(state)
            yield (
                state,
                {
                    "counts": counts,
                    "document": json.loads(say("gap", "--format", "json")),
                    "kept": kept_promises(state),
                    "promises": promises_by(state, []),
                    "scores": scores_by(state),
                    "variants": top_variants(state, 3),
                    "handoffs": handoffs_in_cases(state)[0],
                    "reasons": explained[0].attribution if explained else None,
                },
            )
            transaction.set_rollback(True)


def lateness(state: Published) -> dict[str, Any]:
    with state.reader() as reader:
        ask = Question(state, reader)
        feedback, promises = ask.table("feedback"), ask.table("promises")
        classes = {}
        for days in BY_LATENESS:
            late = promises.filter(promises.late_days.between(*days))
            answers = ask.run(scores(feedback.semi_join(late, "journey_key"), []))
            (classes[days],) = read_scores(answers, [], state.as_of)
        delivered = feedback.semi_join(promises.filter(promises.kept_us.notnull()), "journey_key")
        behind = reasons(delivered, ask.table("contacts"), ask.table("transitions"), promises, state.taxonomy)
        (answers,) = read_answers(ask.run(behind), drivers_of(state.taxonomy))
    return {
        "by_lateness": classes,
        "within_shipping": contrast_promise(answers, late="days_late", within="shipping_hours"),
    }


def lines(found: Brought) -> dict[tuple[str, str], dict[str, Any]]:
    return {(line["touchpoint"], line["facet"]): line for line in found.document["touchpoints"]}


@pytest.mark.parametrize("days", BY_LATENESS, ids=str)
def test_the_later_the_worse_the_review(market: Market, days: tuple[int, int]) -> None:
    found = market.by_lateness[days]
    assert isinstance(found.mean, Estimate)
    assert (round(found.mean.value, 3), found.answers) == BY_LATENESS[days]
    assert found.mean.low < found.mean.value < found.mean.high


def test_lateness_goes_along_with_reviews_and_time_on_the_way_hardly(market: Market) -> None:
    shares = {driver["name"]: driver["share"] for driver in market.document["drivers"]}
    assert len(shares) == 7
    assert shares["days_late"] > 0.5
    assert shares["shipping_hours"] < 0.2
    assert isinstance(market.reasons, Attribution)
    assert {driver.slug for driver in market.reasons.drivers} == set(shares)


def test_a_broken_promise_hurts_among_deliveries_that_took_equally_long(market: Market) -> None:
    assert len(market.within_shipping.strata) == 4
    for stratum in market.within_shipping.strata:
        assert isinstance(stratum.difference, Estimate)
        assert stratum.difference.low > 0


def test_beliefs_were_not_asked_and_are_not_imputed(market: Market, town: Brought) -> None:
    for found in (market, town):
        assert found.document["indices"]["perception"] == NOT_ASKED
        assert {"value", "low", "high", "n"} == set(found.document["indices"]["delivery"])
        for line in lines(found).values():
            assert line["belief"] == line["perception_gap"] == NOT_ASKED


def test_the_delivery_gap_of_the_market_stands_alone(market: Market) -> None:
    line = lines(market)["delivery", "in_time"]
    assert line["promise"] == {"value": 1.0, "low": 1.0, "high": 1.0, "n": 1}
    assert line["lived"]["value"] == pytest.approx(0.910, abs=0.0005)
    assert line["delivery_gap"]["value"] == pytest.approx(1 - line["lived"]["value"], abs=1e-4)
    assert line["delivery_gap"]["n"] == line["lived"]["n"] > 7_000


def test_weights_give_back_the_whole_market(market: Market) -> None:
    assert market.variants.journeys == 8135
    share = market.variants.variants[0].share
    assert isinstance(share, Estimate)
    assert share.value == pytest.approx(0.895, abs=0.0005)
    assert "8,135" in market.counts
    assert "8,225" in market.counts


def test_every_permit_is_a_journey(town: Brought) -> None:
    assert town.variants.journeys == 1434
    assert "8,577" in town.counts
    assert isinstance(town.handoffs.median, Estimate)
    assert (town.handoffs.median.value, town.handoffs.median.n) == (3, 1434)


def test_the_town_keeps_three_of_four_dates(town: Brought) -> None:
    (record,) = town.promises
    assert record.promises == 1434
    assert isinstance(record.late, Estimate)
    assert record.late.value == pytest.approx(0.26, abs=0.005)
    assert town.kept
    assert town.kept.kept.value == pytest.approx(1 - record.late.value)


def test_nobody_asked_applicants_whether_they_are_satisfied(town: Brought) -> None:
    assert town.scores == ()
    assert town.reasons is None
    assert town.document["drivers"] == []
    assert list(lines(town)) == [("decision", "in_time")]
