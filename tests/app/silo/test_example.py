"""What was planted in the example company is found; its twin has no silo problem, and the product says so."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from leitstern.app.silo.counts import counts
from leitstern.app.silo.queries import standing_now
from leitstern.app.silo.streams import streams
from leitstern.app.waves.queries import wave_ratings
from leitstern.core.inside.silo.facet import Facet, Verdict
from leitstern.core.inside.silo.words import sentence
from leitstern.core.stats.estimate import Estimate


@pytest.fixture(autouse=True)
def bank() -> None:
    """The example company brings its departments along."""


@pytest.mark.usefixtures("company_inside")
def test_marketing_it_and_service_keep_to_themselves() -> None:
    now = standing_now(timezone.localdate())
    assert now.silo.judged(Verdict.SILO) == (Facet.THINKING, Facet.ACTION)
    assert sentence(now.silo).de == "Es gibt ein Silo im Denken und im Handeln."
    assert now.ei
    assert now.ei.difference < -0.5
    assert now.ei.p is not None
    assert now.ei.p < 0.001
    thinking = now.silo.of(Facet.THINKING).raw
    assert isinstance(thinking, Estimate)
    assert thinking.value == pytest.approx(0.51, abs=0.03)  # of the published matrix, every pair alike
    assert now.silo.of(Facet.RESPONSIBILITY).verdict(now.silo.notable) is Verdict.NONE
    assert [unit for unit, _ in counts()[0].folded] == ["brand_studio", "data_office"]


@pytest.mark.usefixtures("twin_inside")
def test_the_twin_has_no_silo_problem_and_says_so() -> None:
    now = standing_now(timezone.localdate())
    assert not now.silo.judged(Verdict.SILO)
    assert not now.silo.judged(Verdict.OPEN)
    assert sentence(now.silo).en == "There is no silo problem in what was measured."
    assert now.ei
    assert now.ei.p is not None
    assert now.ei.p > 0.01


@pytest.mark.usefixtures("company_inside")
def test_nothing_falls_back_in_three_counts_and_no_other_page_moves() -> None:
    (ties,) = [each for each in streams(timezone.localdate()) if each.slug == "ties-across"]
    assert len(ties.points) == 3
    values = [point.value for point in ties.points]
    assert max(values) - min(values) < 0.1
    assert ties.points[0].day == timezone.localdate() - timedelta(days=382)
    asked = {dimension for each in wave_ratings() for dimension in each.dimensions}
    assert asked  # of another wave: asking how people work together places no company
    assert not [each for each in asked if each.startswith("with_")]
