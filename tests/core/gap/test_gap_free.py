"""Companies in which promise, belief and lived experience agree: chance alone must not be declared a gap."""

from __future__ import annotations

import numpy as np
import pytest
from tests.core.gap.hansa import AS_OF, FACETS, answers, leaders

from leitstern.core.gap.assess import assess
from leitstern.core.gap.findings import KINDS, Finding, GapReport
from leitstern.core.gap.inputs import GapInput, Rules
from leitstern.core.texts import Text

COMPANIES = 500
QUICK = Rules(draws=100, companies=500)
SOMEWHERE = Text(en="Somewhere", de="Irgendwo")


def honest_company(rng: np.random.Generator, touchpoints: int = 12) -> list[GapInput]:
    """Few leaders and few customers, who agree; leaders who are optimists are so everywhere."""
    moods = rng.normal(size=rng.integers(5, 13))
    spread = rng.uniform(0.08, 0.2)
    inputs = []
    for touchpoint in range(touchpoints):
        level = round(rng.uniform(0.55, 0.9), 2)
        customers = int(np.exp(rng.uniform(np.log(5), np.log(1000))))
        opinions = (moods + rng.normal(size=len(moods))) / np.sqrt(2)
        guesses = level + spread * np.clip(opinions, -2, 2) * min(1.0, (1 - level) / (2 * spread))
        inputs.append(
            GapInput(
                f"touchpoint-{touchpoint}",
                SOMEWHERE,
                facet := ("satisfied", "in_time")[touchpoint % 2],
                FACETS[facet],
                importance=rng.uniform(0.2, 1),
                customers=5.0 * customers,
                promise=level if touchpoint % 3 else None,
                guesses=tuple(float(guess) for guess in 100 * guesses),
                lived=answers(int(rng.binomial(customers, level)), customers),
            )
        )
    return inputs


def declares(report: GapReport) -> bool:
    return any(report.index(kind).state == "declared" or report.declared(kind) for kind in KINDS)


@pytest.fixture(scope="module")
def reports() -> list[GapReport]:
    rng = np.random.default_rng(20)
    return [assess(honest_company(rng), rng, AS_OF, QUICK) for _ in range(COMPANIES)]


def test_95_of_100_companies_without_gaps_declare_nothing_at_all(reports: list[GapReport]) -> None:
    assert np.mean([declares(report) for report in reports]) <= 0.05


def test_nor_do_they_boast_of_hidden_strengths(reports: list[GapReport]) -> None:
    boasts = [any(spot.kind == "hidden strength" for spot in report.spots) for report in reports]
    assert np.mean(boasts) <= 0.03


def test_judging_each_touchpoint_by_its_own_interval_would_cry_wolf(reports: list[GapReport]) -> None:
    naive = [
        any(
            isinstance(gap := line.gap(kind), Finding) and gap.estimate.low > 0
            for line in report.touchpoints
            for kind in KINDS
        )
        for report in reports
    ]
    assert np.mean(naive) > 0.5


def test_a_planted_gap_is_found_among_them() -> None:
    rng = np.random.default_rng(21)
    found = []
    for _ in range(50):
        company = honest_company(rng)
        planted = GapInput(
            "planted",
            SOMEWHERE,
            "satisfied",
            FACETS["satisfied"],
            importance=0.5,
            customers=1000,
            promise=0.85,
            guesses=leaders(85, people=12, spread=12),
            lived=answers(int(rng.binomial(300, 0.5)), 300),
        )
        report = assess([*company, planted], rng, AS_OF, QUICK)
        found.append([bool(report.declared(kind)) for kind in KINDS])
    assert np.mean(found, axis=0) == pytest.approx([1.0, 1.0], abs=0.1)
