"""Where an organisation stands, what is said about it, and what is left open."""

from __future__ import annotations

import numpy as np
import pytest
from tests.core.inside.known_organisations import DAY, SOURCE, customers, flat, ratings

from leitstern.core.errors import InvalidInput
from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.fusion import fuse
from leitstern.core.inside.org_types import OrgType
from leitstern.core.inside.placement import Placement, place, place_units
from leitstern.core.inside.ratings import Ratings, Summary, View, axis_of
from leitstern.core.inside.seeing import look
from leitstern.core.stats.estimate import Estimate, Missing

DEFAULTS = Assumptions()


def placed(*views: Ratings, before: OrgType | None = None, assumptions: Assumptions = DEFAULTS) -> Placement:
    return place(views, assumptions, np.random.default_rng(1), before=before)


def lemming_in_disguise() -> tuple[Ratings, ...]:
    """Leaders see themselves as customer experts with little technology; everything else shows the opposite."""
    return (
        flat(View.EXECUTIVES, 3, 1.7, people=5),
        flat(View.STAFF, 1.2, 2.8, people=40),
        flat(View.EVIDENCE, 1, 3),
        customers(1.2),
    )


def test_the_lemming_that_takes_itself_for_a_customer_expert_is_told_in_one_sentence() -> None:
    found = placed(*lemming_in_disguise())
    assert found.declared is OrgType.LEMMING
    assert found.candidates == (OrgType.LEMMING,)
    assert found.illusion.state == "illusion"
    assert (found.illusion.believed, found.illusion.shown) == (OrgType.TECH_DISTANT, OrgType.LEMMING)
    assert found.illusion.probability is not None
    assert found.illusion.probability > 0.99
    assert len(found.illusion.causes) == 2
    assert found.sentence.de == (
        "Sie halten sich für einen Technologiefernen Kundenkenner; Ihre Belege und Ihre Kundschaft zeigen "
        "einen Digitalen Lemming."
    )
    assert found.sentence.en == (
        "You take yourselves for a Tech-distant Customer Expert; your evidence and your customers show "
        "a Digital Lemming."
    )
    assert found.evidence_sentence.de.startswith(
        "Stufe der Kultur je Sicht: Geschäftsleitung 2,9, Mitarbeitende 1,2, Belege 1,0 und Kundinnen und Kunden 1,2. Kultur 1,"
    )
    assert "40 Mitarbeitenden" in found.evidence_sentence.de
    assert "400 customers" in found.evidence_sentence.en


def test_probabilities_add_up_and_views_keep_their_order() -> None:
    found = placed(*reversed(lemming_in_disguise()))
    assert sum(found.probabilities.values()) == pytest.approx(1)
    assert [cloud.view for cloud in found.views] == [
        View.EXECUTIVES,
        View.STAFF,
        View.EVIDENCE,
        View.CUSTOMERS,
    ]


def test_leaders_alone_are_a_self_image_and_three_proofs_are_named() -> None:
    found = placed(flat(View.EXECUTIVES, 3.6, 3.6, people=8))
    assert found.illusion.state == "self-image only"
    assert len(found.illusion.proofs) == 3
    assert found.declared is OrgType.STAR
    assert found.sentence.de.startswith("Allein nach Ihrem Selbstbild")


def test_what_leaders_say_is_corrected_but_shown_as_they_said_it() -> None:
    found = placed(flat(View.EXECUTIVES, 3, 3, people=30))
    said, corrected = found.views[0].culture, found.fused and found.fused.culture
    assert isinstance(said, Estimate)
    assert isinstance(corrected, Estimate)
    assert said.value == pytest.approx(3, abs=0.02)
    assert corrected.value == pytest.approx(2.4, abs=0.05)


def test_a_borderline_case_names_two_candidates_and_what_would_settle_it() -> None:
    found = placed(flat(View.STAFF, 2.05, 3.4, people=15))
    assert found.declared is None
    assert found.candidates == (OrgType.STAR, OrgType.LEMMING)
    assert found.settles is not None
    assert found.settles.startswith("k")  # technology is clear, culture is not
    assert 0 < found.settles_by < 1
    assert found.sentence.de.startswith("Ein Grenzfall: Customer Experience Star (")


def test_evidence_where_views_part_most_would_settle_most() -> None:
    leaders, staff = (flat(view, 2.2, 3.4, people=8) for view in (View.EXECUTIVES, View.STAFF))
    leaders.levels[:, 6] = 4
    staff.levels[:, 6] = 0.4
    assert placed(leaders, staff).settles == "k7"


def test_what_was_examined_does_not_settle_twice() -> None:
    leaders, staff = (flat(view, 2.4, 3.4, people=8) for view in (View.EXECUTIVES, View.STAFF))
    leaders.levels[:, 6] = 4
    staff.levels[:, 6] = 0.4
    evidence = Ratings(View.EVIDENCE, ("k7", "t1"), np.array([[2.0, 3.0]]), SOURCE, DAY)
    found = placed(leaders, staff, evidence)
    assert found.declared is None
    assert found.settles not in {None, "k7", "t1"}


def test_without_one_axis_there_is_no_placement_but_a_sentence() -> None:
    found = placed(customers(1.0))
    assert found.fused is None
    assert found.probabilities == {}
    assert found.candidates == ()
    assert isinstance(found.views[0].technology, Missing)
    assert found.sentence.de == (
        "Eine Verortung braucht beide Achsen; auf die Technologie hat noch keine Sicht geschaut."
    )


def test_nobody_is_no_error() -> None:
    assert placed().sentence.en == "Nobody has looked yet where you stand."


def test_one_rater_says_something_but_little() -> None:
    one, many = (placed(flat(View.STAFF, 2.6, 2.6, people=n)).fused for n in (1, 20))
    assert one is not None
    assert many is not None
    assert one.sd[0] > many.sd[0]


def test_who_leaves_the_worst_dimension_out_does_not_look_better_for_it() -> None:
    levels = np.tile(np.array([0.0] + [3.0] * 11 + [2.0] * 10), (6, 1))
    levels[0, 0] = np.nan
    culture = placed(ratings(View.STAFF, levels)).views[0].culture
    assert isinstance(culture, Estimate)
    complete = placed(ratings(View.STAFF, np.nan_to_num(levels))).views[0].culture
    assert isinstance(complete, Estimate)
    assert culture.value == pytest.approx(complete.value, abs=1e-9)


def test_a_view_of_few_dimensions_is_less_sure() -> None:
    few = Ratings(View.EVIDENCE, ("k1", "k2", "t1"), np.array([[2.0, 2.0, 2.0]]), SOURCE, DAY)
    assert few_sd(few) > few_sd(flat(View.EVIDENCE, 2, 2))


def few_sd(view: Ratings) -> float:
    return look(view, DEFAULTS).culture.scale  # type: ignore[union-attr]


def test_weights_decide_what_an_axis_is() -> None:
    levels = np.array([[0.0] + [3.0] * 11 + [2.0] * 10])
    heavy = DEFAULTS.with_values({"weight_k1": 5})
    light = DEFAULTS.with_values({"weight_k1": 0})
    seen = [look(ratings(View.EVIDENCE, levels), each).culture for each in (light, heavy)]
    assert [sight.mean for sight in seen if sight] == pytest.approx([3.0, 33 / 16])


def test_people_who_err_alike_on_both_axes_make_a_slanted_cloud() -> None:
    rng = np.random.default_rng(5)
    leaning = rng.normal(0, 0.8, (40, 1))
    levels = np.clip(2 + leaning + rng.normal(0, 0.2, (40, 22)), 0, 4)
    seen = look(ratings(View.STAFF, levels), DEFAULTS)
    assert seen.correlation > 0.7
    together = fuse([[seen]], DEFAULTS)
    assert together.covariance[0, 0, 1] > 0


def near_the_border(culture: float) -> tuple[Ratings, ...]:
    return (
        flat(View.STAFF, culture, 3.2, people=30),
        flat(View.EVIDENCE, culture, 3.2),
        flat(View.INDEPENDENT, culture, 3.2, people=3),
        customers(culture),
    )


def test_a_declared_type_is_left_later_than_it_is_entered() -> None:
    views = near_the_border(2.05)
    assert placed(*views).declared is None
    kept = placed(*views, before=OrgType.LEMMING)
    assert (kept.declared, kept.held) == (OrgType.LEMMING, True)
    far = placed(*near_the_border(2.9), before=OrgType.LEMMING)
    assert (far.declared, far.held) == (OrgType.STAR, False)


def test_a_type_that_only_lingers_says_so_and_does_not_change_its_probability() -> None:
    """Probabilities belong to the interval that stands beside them, whatever was declared before."""
    views = near_the_border(2.05)
    fresh, kept = placed(*views), placed(*views, before=OrgType.LEMMING)
    assert kept.probabilities == fresh.probabilities
    assert kept.fused == fresh.fused
    assert kept.candidates == fresh.candidates
    assert "erst, wenn die Grenze um 0,25 Stufen" in kept.sentence.de
    assert "Heute wäre ein Customer Experience Star" in kept.sentence.de
    lower = placed(*near_the_border(1.9), before=OrgType.LEMMING)
    assert lower.candidates == (OrgType.LEMMING,)
    assert lower.sentence.de.startswith("Sie sind weiterhin ein Digitaler Lemming (")


@pytest.mark.parametrize("before", [None, *OrgType])
def test_no_interval_contradicts_the_probability_beside_it(before: OrgType | None) -> None:
    """A type can only be as sure as its interval is clear of the border: both are counted in the same draws."""
    for culture in np.linspace(1.2, 2.8, 17):
        found = placed(*near_the_border(float(culture)), before=before)
        assert found.fused is not None
        low = found.probabilities[OrgType.LEMMING] + found.probabilities[OrgType.CAMPER]
        interval = found.fused.culture
        assert isinstance(interval, Estimate)
        assert (interval.high < 2) == (low > 0.95)
        assert (interval.low >= 2) == (low <= 0.05)


def test_n_never_adds_people_to_proofs_and_customers() -> None:
    found = placed(*lemming_in_disguise())
    assert found.fused is not None
    assert found.fused.n == 4
    assert (found.fused.counted.de, found.fused.counted.en) == ("4 Sichten", "4 views")
    assert [cloud.counted.de for cloud in found.views] == [
        "5 Personen der Geschäftsleitung",
        "40 Mitarbeitende",
        "1 Beleg in 22 Dimensionen",
        "400 Kundinnen und Kunden",
    ]
    assert placed(customers(3, n=12_714)).views[0].counted.de == "12.714 Kundinnen und Kunden"


def test_customers_who_contradict_the_placement_are_heard() -> None:
    views = (*lemming_in_disguise()[:3], customers(2.9))
    (said,) = placed(*views).contrary
    assert said.de.startswith(
        "Ihre Kundinnen und Kunden erleben es anders: Kultur 2,9 [2,2–3,6]; alle Sichten"
    )
    assert said.en.startswith("Your customers see it differently: culture 2.9 [2.2–3.6]; all views together")
    assert "wiegt ihre Sicht weniger" in said.de


def test_who_stands_on_the_same_side_or_within_the_interval_does_not_contradict() -> None:
    assert placed(*lemming_in_disguise()).contrary == ()
    assert placed(*lemming_in_disguise()[:3], customers(2.1)).contrary == ()


def test_nobody_contradicts_what_is_open() -> None:
    found = placed(*near_the_border(2.05)[:3], customers(1.1))
    assert found.declared is None
    assert found.contrary == ()


def test_leaders_without_an_illusion_are_heard_too() -> None:
    views = (
        flat(View.EXECUTIVES, 1.0, 3.4, people=9),
        flat(View.STAFF, 1.2, 1.1, people=60),
        flat(View.EVIDENCE, 1, 1),
    )
    (said,) = placed(*views).contrary
    assert said.de.startswith("Die Geschäftsleitung sieht es anders: Technologie 3,")


def test_one_good_unit_does_not_save_the_whole() -> None:
    good = (flat(View.STAFF, 3.6, 3.6, people=20), flat(View.EVIDENCE, 3.6, 3.6))
    weak = (flat(View.STAFF, 0.9, 3.2, people=20), flat(View.EVIDENCE, 0.9, 3.2))
    units = {"service": good, "sales": weak, "claims": good}
    whole = place_units(units, DEFAULTS, np.random.default_rng(1))
    assert whole.units["service"].declared is OrgType.STAR
    assert whole.units["sales"].declared is OrgType.LEMMING
    assert whole.cloud is not None
    assert isinstance(whole.cloud.culture, Estimate)
    means = [2.7, 2.7 - 0.5 * np.std([3.6, 0.9, 3.6], ddof=1)]
    assert whole.cloud.culture.value < means[0] - 0.4
    assert whole.cloud.culture.value == pytest.approx(means[1], abs=0.2)
    assert whole.declared is None


def test_a_unit_nobody_looked_at_stays_out_of_the_whole() -> None:
    good = (flat(View.STAFF, 3.6, 3.6, people=20), flat(View.EVIDENCE, 3.6, 3.6))
    whole = place_units({"service": good, "empty": ()}, DEFAULTS, np.random.default_rng(1))
    assert whole.declared is OrgType.STAR
    assert whole.units["empty"].fused is None


def test_levels_off_the_scale_and_missing_columns_are_refused() -> None:
    for levels in ([[5.0]], [[1.0, 2.0]], [[np.inf]]):
        with pytest.raises(InvalidInput):
            Ratings(View.STAFF, ("k1",), np.array(levels), SOURCE, DAY)


def test_dimensions_of_packs_belong_to_no_axis() -> None:
    assert axis_of("westrum") is None
    assert placed(Ratings(View.STAFF, ("westrum",), np.array([[3.0]]), SOURCE, DAY)).fused is None


def test_equal_seeds_give_equal_placements() -> None:
    assert placed(*lemming_in_disguise()) == placed(*lemming_in_disguise())


def test_weights_do_not_tell_what_somebody_said_who_left_a_dimension_out() -> None:
    """Two waves of which the same was published look the same under any weights, whoever left out what."""
    published = Summary(
        View.STAFF, ("k1", "k2"), np.array([[1.0, 3.0]]), SOURCE, DAY, 6, 0.0, (6, 5), (0.5, 0.7)
    )
    for weight in (0.5, 1.0, 2.0):
        seen = look(published, DEFAULTS.with_values({"weight_k1": weight, "weight_k2": 1.0})).culture
        assert seen is not None
        n = (weight + 1) / (weight / 6 + 1 / 5)
        mean = (weight * 1 + 3) / (weight + 1)
        assert seen.mean == pytest.approx((n * mean + 0.3 * 2) / (n + 0.3))
    assert look(published, DEFAULTS).correlation == 0
