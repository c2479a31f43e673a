"""What the source paper says of durations stays true, whatever is calculated with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from leitstern.core.errors import InvalidInput
from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.durations import Durations, Prior, durations, quantiles
from leitstern.core.inside.org_types import OrgType
from leitstern.core.inside.route_table import route_ways
from leitstern.core.inside.routes import Choice, Route, choose, months, right_way
from leitstern.core.inside.steps import Step, no_regret

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULTS = Assumptions()
A, C, D = OrgType.LEMMING, OrgType.CAMPER, OrgType.TECH_DISTANT  # the types whose right way these are


@pytest.fixture(scope="module")
def worlds() -> Durations:
    return durations(DEFAULTS, np.random.default_rng(11))


def decided(worlds: Durations, probabilities: Mapping[OrgType, float]) -> Choice:
    ranked = sorted(probabilities, key=lambda kind: -probabilities[kind])
    candidates = ranked[:1] if probabilities[ranked[0]] >= 0.8 else ranked[:2]
    return choose(probabilities, candidates, worlds, DEFAULTS)


def test_a_takes_regularly_at_least_five_years(worlds: Durations) -> None:
    assert np.quantile(right_way(A, worlds), 0.1) == pytest.approx(60, abs=0.3)
    assert (right_way(A, worlds) >= 60).mean() == pytest.approx(0.9, abs=0.005)


def test_d_often_takes_18_to_24_months(worlds: Durations) -> None:
    d = right_way(D, worlds)
    assert ((d >= 18) & (d <= 24)).mean() == pytest.approx(0.65, abs=0.01)


def test_c_takes_one_to_two_years_longer_than_a(worlds: Durations) -> None:
    extra = right_way(C, worlds) - right_way(A, worlds)
    assert 12 <= np.median(extra) <= 24
    assert ((extra >= 12) & (extra <= 24)).mean() == pytest.approx(0.90, abs=0.01)
    assert np.quantile(extra, [0.1, 0.5, 0.9]) == pytest.approx([15, 19, 24], abs=0.6)


@pytest.mark.parametrize(
    ("kind", "expected"), [(A, (60, 80, 108)), (D, (18, 21.7, 26)), (C, (79, 100, 128))], ids=["A", "D", "C"]
)
def test_the_published_table_of_right_ways(
    worlds: Durations, kind: OrgType, expected: tuple[float, float, float]
) -> None:
    assert np.quantile(right_way(kind, worlds), [0.1, 0.5, 0.9]) == pytest.approx(expected, abs=0.8)


def test_the_published_line_of_the_direct_way(worlds: Durations) -> None:
    b = months(Route.B, OrgType.CAMPER, worlds, DEFAULTS)
    assert np.quantile(b, [0.1, 0.5, 0.9]) == pytest.approx([72, 114, 147], abs=1)
    direct = decided(worlds, {OrgType.CAMPER: 1.0}).direct
    assert direct is not None
    assert direct.later == pytest.approx(0.80, abs=0.005)


@pytest.mark.parametrize(("success", "later"), [(0.1, 15), (0.2, 10), (0.3, 6), (0.4, 0), (0.5, -4)])
def test_the_direct_way_is_slower_on_average_unless_it_often_succeeds(
    worlds: Durations, success: float, later: float
) -> None:
    assumed = DEFAULTS.with_values({"direct_success": success})
    loss = (months(Route.B, C, worlds, assumed) - months(Route.C, C, worlds, assumed)).mean()
    assert loss == pytest.approx(later, abs=1)
    if success <= 0.3:
        assert loss > 0


def test_the_direct_way_is_an_exception_that_says_what_it_costs(worlds: Durations) -> None:
    choice = decided(worlds, {OrgType.CAMPER: 1.0})
    assert choice.route is Route.C
    assert Route.B not in {each.route for each in choice.futures[0].forecasts}
    assert choice.direct is not None
    assert choice.direct.break_even == pytest.approx(0.42, abs=0.01)
    assert "42 %" in choice.direct.sentence.de


def test_even_a_direct_way_that_often_succeeds_is_never_recommended(worlds: Durations) -> None:
    assumed = DEFAULTS.with_values({"direct_success": 0.9})
    choice = choose({OrgType.CAMPER: 1.0}, (OrgType.CAMPER,), worlds, assumed)
    assert choice.route is Route.C
    assert choice.direct is not None
    assert "früher" in choice.direct.sentence.de


@pytest.mark.parametrize(
    ("kind", "route"),
    [
        (OrgType.STAR, Route.HOLD),
        (OrgType.LEMMING, Route.A),
        (OrgType.CAMPER, Route.C),
        (OrgType.TECH_DISTANT, Route.D),
    ],
)
def test_every_type_has_its_route(worlds: Durations, kind: OrgType, route: Route) -> None:
    choice = decided(worlds, {kind: 1.0})
    assert choice.route is route
    (future,) = choice.futures
    assert [each.route for each in future.forecasts] == [route]


def test_a_route_is_chosen_over_all_types_not_for_the_likeliest(worlds: Durations) -> None:
    """A fifth of a chance of being a Lemming makes technology first too dear."""
    choice = decided(worlds, {OrgType.TECH_DISTANT: 0.75, OrgType.LEMMING: 0.25})
    assert choice.route is Route.A
    assert "spräche für Route D" in choice.sentence.de
    assert choice.sentence.de.startswith("Nach heutigem Stand Route A")


def test_only_what_may_be_chosen_is_compared(worlds: Durations) -> None:
    """Nobody but a Star holds the top; and no route is shown that is right for no possible type."""
    lemming = choose({A: 0.9, OrgType.STAR: 0.1}, (A,), worlds, DEFAULTS)
    assert [[each.route for each in future.forecasts] for future in lemming.futures] == [[Route.A]]
    either = decided(worlds, {OrgType.STAR: 0.6, A: 0.4})
    assert either.route is Route.A
    assert "Sind Sie ein Customer Experience Star (60 %): Sie sind schon dort" in either.sentence.de
    assert "erst, wenn ein Star feststeht" in either.sentence.de
    assert {each.route for future in either.futures for each in future.forecasts} == {Route.HOLD, Route.A}


def test_what_a_self_image_suggests_is_shown_with_what_it_costs(worlds: Durations) -> None:
    choice = choose({A: 1.0}, (A,), worlds, DEFAULTS, D)
    assert (choice.route, choice.suggested) == (Route.A, Route.D)
    right, wrong = choice.futures[0].forecasts
    assert (right.route, wrong.route) == (Route.A, Route.D)
    assert wrong.p50 > right.p50 + 12
    assert choose({A: 1.0}, (A,), worlds, DEFAULTS, OrgType.STAR).suggested is None
    assert choose({D: 1.0}, (D,), worlds, DEFAULTS, D).suggested is None


def test_two_possible_types_are_two_futures_and_never_their_mean(worlds: Durations) -> None:
    choice = decided(worlds, {D: 0.55, A: 0.45})
    expert, lemming = choice.futures
    assert (expert.kind, lemming.kind) == (D, A)
    assert (expert.share, lemming.share) == (0.55, 0.45)
    for future in choice.futures:
        for each in future.forecasts:
            taken = months(each.route, future.kind, worlds, DEFAULTS)
            assert each.mean == pytest.approx(taken.mean())
            assert each.p50 == pytest.approx(np.median(taken), rel=1e-3)
    assert expert.on(Route.D).p50 == pytest.approx(21.7, abs=0.3)
    assert lemming.on(Route.A).p50 == pytest.approx(80, abs=0.8)
    assert "Sind Sie ein Technologieferner Kundenkenner (55 %): " in choice.sentence.de
    assert (
        "Sind Sie ein Digitaler Lemming (45 %): im mittleren Fall ein Star nach 6,7 Jahren"
        in choice.sentence.de
    )


def test_a_wall_is_told_in_one_breath(worlds: Durations) -> None:
    assert decided(worlds, {A: 1.0}).brief.de == (
        "Route A, Kultur nachholen: im mittleren Fall 6,7 Jahre bis zum Star (5,0–9,0)."
    )
    assert decided(worlds, {D: 0.55, A: 0.45}).brief.en == (
        "As things stand, route A, catch up in culture: depending on the type, 2.6–6.7 years to a Star."
    )
    assert "Nach heutigem Stand Route A" in decided(worlds, {OrgType.STAR: 0.6, A: 0.4}).brief.de
    assert decided(worlds, {OrgType.STAR: 1.0}).brief.de.startswith("Route HOLD")


def test_one_sentence_has_one_unit_of_time(worlds: Durations) -> None:
    short = decided(worlds, {D: 1.0}).sentence
    assert "1,8 Jahren" in short.de
    assert "Monate" not in short.de
    both = decided(worlds, {D: 0.55, A: 0.45}).sentence
    assert "Monate" not in both.de
    assert "month" not in both.en


def test_no_direct_way_where_nobody_camps(worlds: Durations) -> None:
    assert decided(worlds, {OrgType.LEMMING: 0.95, OrgType.CAMPER: 0.05}).direct is None


def test_candidates_share_steps_nobody_regrets(worlds: Durations) -> None:
    shared = decided(worlds, {OrgType.TECH_DISTANT: 0.5, OrgType.LEMMING: 0.5}).no_regret
    assert shared == (Step.BASELINE, Step.TOP_MANAGEMENT, Step.CUSTOMERS, Step.ROLES)
    assert Step.ROLES not in no_regret((OrgType.STAR, OrgType.LEMMING))
    assert no_regret(()) == ()


def test_densities_are_shares_of_worlds(worlds: Durations) -> None:
    chosen = decided(worlds, {OrgType.LEMMING: 1.0}).chosen
    assert sum(chosen.density) == pytest.approx(1, abs=0.01)
    assert chosen.p10 < chosen.p50 < chosen.p90


def test_by_route_the_recommended_comes_first_and_every_possible_type_keeps_its_months(
    worlds: Durations,
) -> None:
    choice = decided(worlds, {OrgType.STAR: 0.0, A: 0.38, C: 0.62, D: 0.0})
    ways = route_ways(choice)
    assert ways[0].route is choice.route
    assert ways[0].recommended
    assert ways[-1].route is Route.B
    assert [time.kind for time in ways[0].times] == [C, A]
    assert [time.kind for time in ways[-1].times] == [C]  # the direct way is an option of Campers
    for time in (time for way in ways for time in way.times):
        found = time.forecast
        assert found.p10 <= found.p50 <= found.p80 <= found.p90
        assert time.late.en == f"{found.p80:.0f}"  # in months, also where the table speaks of years


def test_the_literature_is_faster_and_own_experience_is_ones_own() -> None:
    rng = np.random.default_rng(1)
    literature = durations(DEFAULTS, rng, 50_000, Prior.LITERATURE)
    assert np.quantile(literature.culture, [0.1, 0.9]) == pytest.approx([36, 60], rel=0.02)
    own = DEFAULTS.with_values({"own_culture_p10": 24, "own_culture_p90": 48})
    assert np.quantile(durations(own, rng, 50_000, Prior.OWN).culture, [0.1, 0.9]) == pytest.approx(
        [24, 48], rel=0.02
    )
    with pytest.raises(InvalidInput, match="Own experience"):
        own.with_values({"own_culture_p10": 60})


@pytest.mark.parametrize(
    ("change", "culture", "technology"),
    [({"vigour": 0.5}, 1, 2), ({"capacity": 0.5}, 2, 2), ({"resistance": 1.5}, 1.5, 1)],
)
def test_what_slows_a_route_down(change: dict[str, float], culture: float, technology: float) -> None:
    plain, slow = (
        durations(each, np.random.default_rng(1), 20_000) for each in (DEFAULTS, DEFAULTS.with_values(change))
    )
    assert np.allclose(slow.culture, culture * plain.culture)
    assert np.allclose(slow.technology, technology * plain.technology)


def test_no_change_of_one_assumption_breaks_what_the_paper_says() -> None:
    """Vigour, capacity and resistance only make it longer: nobody gets a Star in three years by wishing."""
    for each in DEFAULTS:
        if each.slug in {"culture_p10", "culture_p90", "resistance", "capacity", "vigour"}:
            for value in (each.low, each.high):
                assumed = DEFAULTS.with_values({each.slug: value})
                drawn = durations(assumed, np.random.default_rng(1), 20_000)
                assert np.quantile(drawn.culture, 0.1) >= 59


def test_weighted_quantiles() -> None:
    values = np.array([3.0, 1.0, 2.0])
    assert quantiles(values, np.full(3, 1 / 3), (0.5,)) == (2.0,)
    assert quantiles(values, np.array([0.98, 0.01, 0.01]), (0.5,))[0] > 2.9
