"""What was planted in the example company is found; its twin has no silo problem, and the product says so."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from leitstern.app.accounts.actions import cast
from leitstern.app.inside.instruments import keep_shipped
from leitstern.app.project.example_incentives import found_incentives
from leitstern.app.project.example_silo import count_silos
from leitstern.app.project.example_stack import take_stock
from leitstern.app.silo.counts import counts
from leitstern.app.silo.queries import standing_now
from leitstern.app.silo.streams import streams
from leitstern.app.waves.queries import wave_ratings
from leitstern.core.inside.silo.facet import Facet, Verdict
from leitstern.core.inside.silo.words import sentence
from leitstern.core.stats.estimate import Estimate


def found(*, planted: bool) -> None:
    keep_shipped()
    people = cast()
    found_incentives(people, timezone.localdate(), "de", planted=planted)
    take_stock(people, timezone.localdate(), "de", planted=planted)
    count_silos(people, timezone.localdate(), "de", planted=planted)


def test_marketing_it_and_service_keep_to_themselves() -> None:
    found(planted=True)
    now = standing_now(timezone.localdate())
    assert now.silo.judged(Verdict.SILO) == (Facet.THINKING, Facet.ACTION)
    assert sentence(now.silo).de == "Es gibt ein Silo im Denken und im Handeln."
    assert now.ei
    assert now.ei.difference < -0.5
    assert now.ei.p < 0.001
    thinking = now.silo.of(Facet.THINKING).raw
    assert isinstance(thinking, Estimate)
    assert thinking.value == pytest.approx(0.51, abs=0.03)  # of the published matrix, every pair alike
    assert now.silo.of(Facet.RESPONSIBILITY).verdict(now.silo.notable) is Verdict.NONE
    assert [unit for unit, _ in counts()[0].folded] == ["brand_studio", "data_office"]


def test_the_twin_has_no_silo_problem_and_says_so() -> None:
    found(planted=False)
    now = standing_now(timezone.localdate())
    assert not now.silo.judged(Verdict.SILO)
    assert not now.silo.judged(Verdict.OPEN)
    assert sentence(now.silo).en == "There is no silo problem in what was measured."
    assert now.ei
    assert now.ei.p > 0.01


def test_nothing_falls_back_in_three_counts_and_no_other_page_moves() -> None:
    found(planted=True)
    (ties,) = [each for each in streams(timezone.localdate()) if each.slug == "ties-across"]
    assert len(ties.points) == 3
    values = [point.value for point in ties.points]
    assert max(values) - min(values) < 0.1
    assert ties.points[0].day == timezone.localdate() - timedelta(days=382)
    assert wave_ratings() == ()  # asking how people work together places no company
