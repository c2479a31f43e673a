"""What is planted inside the invented company is in its waves, its evidence and its workshop."""

from __future__ import annotations

import re
from datetime import date, timedelta
from statistics import fmean
from typing import TYPE_CHECKING

import numpy as np
import pytest

import leitstern.collect.example
from leitstern.collect.example import evidence
from leitstern.collect.example.inside_truths import INSIDE_TRUTHS, PLANTED_INSIDE, TWIN_INSIDE
from leitstern.collect.example.organisation import SMALL, answered, invited
from leitstern.collect.example.papers import paper
from leitstern.collect.example.staff_wave import instrument, staff_waves
from leitstern.collect.example.truths import taxonomy
from leitstern.collect.example.workshop_room import SEATS, workshop
from leitstern.collect.proof_file import recognise
from leitstern.core.company.tree import COMPANY, parents_of
from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.evidence import Credit, Proof, Rules, credit
from leitstern.core.inside.groups import Participation
from leitstern.core.inside.instrument import EvidenceType, to_level
from leitstern.core.inside.publishing import decide
from leitstern.core.inside.ratings import CULTURE, TECHNOLOGY, View, axis_of
from leitstern.core.inside.wave import flags, rated

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.collect.example.evidence import ClaimTold
    from leitstern.collect.example.inside_truths import Inside
    from leitstern.collect.example.staff_wave import StaffWave

BOTH = pytest.mark.parametrize("inside", [PLANTED_INSIDE, TWIN_INSIDE], ids=["lindenberg", "twin"])
UNTIL = date(2026, 6, 30)


@pytest.fixture(scope="module")
def waves() -> dict[bool, tuple[StaffWave, StaffWave]]:
    return {inside.planted: staff_waves(7, inside) for inside in (PLANTED_INSIDE, TWIN_INSIDE)}


def levels(
    wave: StaffWave, view: View, unit: str | None = None
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Mean level of each dimension."""
    chosen = wave.answered.levels == view
    if unit is not None:
        chosen &= wave.answered.units == unit
    found = to_level(instrument(), wave.answered.given[chosen])
    return np.asarray(np.nanmean(found, axis=0))


def test_the_organisation_is_a_tree_and_everybody_works_in_it() -> None:
    parents = parents_of(taxonomy())
    assert len(parents) == 20
    assert {unit for unit, above in parents.items() if above == COMPANY} == {
        "customers",
        "technology",
        "processing",
        "corporate",
    }
    assert {unit for _view, unit in answered()} <= {*parents, COMPANY}
    assert all(invited()[place] >= n for place, n in answered().items())


def test_nine_executives_sixty_managers_and_nine_hundred_of_the_staff_answer() -> None:
    by_level = {view: sum(n for (of, _), n in answered().items() if of == view) for view in View}
    assert [by_level[view] for view in (View.EXECUTIVES, View.MANAGERS, View.STAFF)] == [9, 60, 900]
    assert {unit for (view, unit), n in answered().items() if view == View.STAFF and n < 5} == SMALL


@BOTH
def test_every_group_says_what_is_planted(
    inside: Inside, waves: dict[bool, tuple[StaffWave, StaffWave]]
) -> None:
    for wave, last_year in zip(waves[inside.planted], (True, False), strict=True):
        for view in inside.said:
            planted = [inside.level(view, d.slug, last_year=last_year) for d in instrument().dimensions]
            off = levels(wave, view) - planted
            few = view == View.EXECUTIVES
            assert np.abs(off).max() < (0.3 if few else 0.1), view  # answers are whole numbers
            assert abs(off.mean()) < (0.06 if few else 0.05)


def test_bereavement_care_sees_another_culture(waves: dict[bool, tuple[StaffWave, StaffWave]]) -> None:
    for wave in waves[True]:
        seen = levels(wave, View.STAFF, "bereavement_care")
        assert seen[: len(CULTURE)].mean() == pytest.approx(3.2, abs=0.15)
        assert levels(wave, View.STAFF, "service")[: len(CULTURE)].mean() < 1.6


def test_profiles_leave_the_axes_where_they_are() -> None:
    for inside in (PLANTED_INSIDE, TWIN_INSIDE):
        for view, (culture, technology) in inside.said.items():
            assert fmean(inside.level(view, slug) for slug in CULTURE) == pytest.approx(culture)
            assert fmean(inside.level(view, slug) for slug in TECHNOLOGY) == pytest.approx(technology)


@BOTH
def test_some_stop_halfway_and_a_few_click_through(
    inside: Inside, waves: dict[bool, tuple[StaffWave, StaffWave]]
) -> None:
    for wave in waves[inside.planted]:
        stopped = np.isnan(wave.answered.given[:, -1]) & np.isnan(wave.answered.given[:, -4])
        assert stopped.sum() == 45
        assert not (stopped & np.isin(wave.answered.units, [*SMALL])).any()
        assert 9 <= flags(instrument(), wave.answered).sum() <= 12


def test_exactly_the_small_units_and_one_beside_each_stay_hidden(
    waves: dict[bool, tuple[StaffWave, StaffWave]],
) -> None:
    _, wave = waves[True]
    counts = rated(instrument(), wave.answered)
    for dimension in ("k1", "t10"):
        decided = decide(Participation(1, parents_of(taxonomy()), counts[dimension]), (), 5)
        hidden = {group.unit: why.code for group, why in decided.items() if why and group.level == View.STAFF}
        assert hidden == {
            "brand_studio": "too-few",
            "campaigns": "protects-others",
            "data_office": "too-few",
            "it_support": "protects-others",
        }


def worth(told: ClaimTold) -> Credit:
    """What a claim counts at the end of the story."""
    dimension = instrument().dimension(told.dimension)
    assert dimension
    proofs = [Proof(proof.kind, UNTIL - timedelta(days=proof.ago)) for proof in told.proofs]
    verdicts = [review.level for review in told.reviews]
    return credit(dimension, told.level, proofs, UNTIL, Rules.assumed(Assumptions()), verdicts)


def test_culture_is_claimed_on_paper_and_technology_is_proven() -> None:
    whole = [told for told in evidence.claims(PLANTED_INSIDE) if not told.unit]
    assert len(whole) == 14
    for told in whole:
        found = worth(told)
        only_paper = {proof.kind for proof in told.proofs} == {EvidenceType.DOCUMENT}
        assert found.credited == (1 if only_paper else told.level), told.dimension
        assert only_paper <= (told.dimension in CULTURE)
    for axis, credited in ((CULTURE, 1.3), (TECHNOLOGY, 2.9)):
        told_of = [worth(told).credited for told in whole if told.dimension in axis]
        assert fmean(told_of) == pytest.approx(credited, abs=0.05)


def test_several_people_claim_and_nobody_reviews_their_own() -> None:
    told = evidence.claims(PLANTED_INSIDE)
    assert {each.by for each in told} == {"lead", "owner", "analyst"}
    assert not any(review.by == each.by for each in told for review in each.reviews)
    assert sum(len(each.reviews) > 1 for each in told) >= 5


def test_facts_come_before_proofs_proofs_before_reviews() -> None:
    for told in evidence.claims(PLANTED_INSIDE):
        assert all(proof.ago >= proof.brought for proof in told.proofs)
        assert all(review.ago < told.ago for review in told.reviews)
        for review in told.reviews:
            assert all(proof.brought >= review.ago for proof in told.proofs), told.dimension


def test_in_the_twin_everything_claimed_counts() -> None:
    for told in evidence.claims(TWIN_INSIDE):
        assert (told.level, worth(told).credited) == (3, 3)
    assert set(evidence.assessment(TWIN_INSIDE).levels.values()) == {3}


@pytest.mark.parametrize("language", ["de", "en"])
def test_papers_are_what_their_names_say(language: str, tmp_path: Path) -> None:
    attached = {proof.file for told in evidence.claims(PLANTED_INSIDE) for proof in told.proofs} - {""}
    assert len(attached) == 4
    for slug in attached:
        name, content = paper(slug, language)
        (tmp_path / name).write_bytes(content)
        assert recognise(tmp_path / name).ending == ("pdf" if slug == "mission" else "txt")
        assert paper(slug, language) == (name, content)


@BOTH
def test_eight_people_vote_and_come_closer(inside: Inside) -> None:
    told = workshop(7, inside)
    assert [asked.dimension for asked in told.asked] == [card.slug for card in instrument().cards]
    assert all(len(asked.first) == len(SEATS) == 8 for asked in told.asked)
    again = [(asked.first, asked.second) for asked in told.asked if asked.second]
    assert len(again) >= 5
    for first, second in again:
        before, after = ([level for level in votes if level is not None] for votes in (first, second))
        assert max(after) - min(after) <= max(before) - min(before)
    assert 20 * 60 < sum(asked.seconds for asked in told.asked) < 45 * 60


def test_the_docstring_tells_the_truth() -> None:
    rows = re.findall(
        r"(culture|technology) +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)",
        leitstern.collect.example.__doc__ or "",
    )
    told = {axis: [float(number) for number in numbers] for axis, *numbers in rows}
    said = [PLANTED_INSIDE.said[view] for view in (View.EXECUTIVES, View.MANAGERS, View.STAFF)]
    assert {axis: numbers[:3] for axis, numbers in told.items()} == {
        "culture": [culture for culture, _ in said],
        "technology": [technology for _, technology in said],
    }
    assert [numbers[3] for numbers in told.values()] == [numbers[2] for numbers in told.values()]


def test_every_number_of_a_truth_is_said_in_both_languages() -> None:
    for truth in INSIDE_TRUTHS:
        english = re.findall(r"\d+(?:\.\d+)?", truth.text.en)
        assert english == [n.replace(",", ".") for n in re.findall(r"\d+(?:,\d+)?", truth.text.de)], (
            truth.slug
        )


def test_the_weakest_dimension_is_one_of_culture_and_executives_look_elsewhere(
    waves: dict[bool, tuple[StaffWave, StaffWave]],
) -> None:
    slugs = [dimension.slug for dimension in instrument().dimensions]
    _, wave = waves[True]
    assert slugs[int(np.argmin(levels(wave, View.STAFF)))] == "k6"
    assert slugs[int(np.argmin(levels(wave, View.EXECUTIVES)))] == "t8"
    assert axis_of("k6") != axis_of("t8")
