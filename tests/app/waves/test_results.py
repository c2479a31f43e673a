"""What is published: scores of groups large enough, marks where something is hidden, and nothing in between."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from django.test import Client
from django.urls import reverse
from tests.app.waves.asking import answered_directly, people

from leitstern.app.waves import actions, queries
from leitstern.app.waves.models import Answer, Publication, Wave
from leitstern.app.waves.results import results_before, results_of
from leitstern.core.inside.groups import Group
from leitstern.core.inside.publishing import NOBODY, PROTECTS, TOO_FEW
from leitstern.core.inside.ratings import View
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person
    from leitstern.collect.roster import Roster

STAFF, MANAGERS, EXECUTIVES = View.STAFF, View.MANAGERS, View.EXECUTIVES

type Hold = Callable[..., Wave]


@pytest.fixture
def hold(lead: Person, prepared: Wave, post: object) -> Hold:
    """Hold a wave in which so many answered per place (`unit` or `unit_level`); everybody invited answers."""
    first = [prepared]

    def held(roster: Roster | None = None, comments: int = 0, **by_place: int) -> Wave:
        wave = first.pop() if first else actions.prepare(lead, "Next", prepared.closes)
        actions.hand_in_roster(lead, wave, roster or people(**by_place))
        actions.launch(lead, wave, "http://testserver")
        for place, n in by_place.items():
            unit, _, level = place.partition("_")
            answered_directly(wave, "" if level == "executives" else unit, level or "staff", n)
        for at in range(comments):
            wave.comments.create(text=f"Comment {at}")
        actions.close(lead, wave)
        actions.publish(lead, wave)
        return queries.wave_by_id(wave.pk)

    return held


def test_small_groups_and_those_that_would_give_them_away_are_marked(hold: Hold) -> None:
    wave = hold(north=9, south=4, service=20)
    found = results_of(wave)
    assert found.shown(Group(wave.pk, STAFF, "south"), "k1").level == TOO_FEW
    assert found.shown(Group(wave.pk, STAFF, "north"), "k1").level == PROTECTS
    assert found.shown(Group(wave.pk, STAFF, "sales", own=True), "k1").level == NOBODY
    sales = found.shown(Group(wave.pk, STAFF, "sales"), "k1").level
    assert isinstance(sales, Estimate)
    assert sales.n == 13


def test_nothing_hidden_is_anywhere_in_what_is_kept_for_pages(hold: Hold) -> None:
    wave = hold(north=9, south=4, service=20)
    content = Publication.objects.get(wave=wave).results
    hidden = [group for group in content["groups"] if group["unit"] in {"north", "south"}]
    assert len(hidden) == 2
    assert all(set(score) == {"hidden"} for group in hidden for score in group["scores"].values())


def test_everything_is_kept_to_two_decimals(hold: Hold) -> None:
    content = Publication.objects.get(wave=hold(service=7)).results
    (whole,) = (group for group in content["groups"] if not group["unit"])
    kept = [each for score in whole["scores"].values() for key, each in score.items() if key != "agreement"]
    assert kept
    assert all(each == round(each, 2) for each in kept)


def test_managers_and_executives_are_views_of_their_own(hold: Hold) -> None:
    wave = hold(service=12, service_managers=6, x_executives=4)
    found = results_of(wave)
    assert found.levels == (EXECUTIVES, MANAGERS, STAFF)
    assert found.shown(Group(wave.pk, EXECUTIVES, ""), "k1").level == TOO_FEW
    assert isinstance(found.shown(Group(wave.pk, MANAGERS, "service"), "k1").level, Estimate)
    assert not any(group.level == EXECUTIVES and group.unit for group in found.groups)


def test_each_dimension_has_people_of_its_own(hold: Hold, lead: Person, prepared: Wave) -> None:
    """Three of seven leave k1 out: it is hidden, the others are shown."""
    actions.hand_in_roster(lead, prepared, people(service=7))
    actions.launch(lead, prepared, "http://testserver")
    answered_directly(prepared, "service", "staff", 7)
    k1 = [item.slug for item in queries.instrument_of(prepared).items_of("k1")]
    for row in Answer.objects.all()[:3]:
        row.answers = {slug: point for slug, point in row.answers.items() if slug not in k1}
        row.save()
    actions.close(lead, prepared)
    actions.publish(lead, prepared)
    found = results_of(prepared)
    group = Group(prepared.pk, STAFF, "service")
    assert found.shown(group, "k1").level == TOO_FEW
    assert isinstance(found.shown(group, "k2").level, Estimate)


@pytest.mark.parametrize(("comments", "shown"), [(9, 0), (10, 10)])
def test_comments_are_shown_from_ten_on(hold: Hold, comments: int, shown: int) -> None:
    assert len(results_of(hold(service=20, comments=comments)).content["comments"]) == shown


def test_comments_come_in_no_order(hold: Hold) -> None:
    said = results_of(hold(service=80, comments=60)).content["comments"]
    assert sorted(said) == sorted(f"Comment {at}" for at in range(60))
    assert said != [f"Comment {at}" for at in range(60)]


def test_one_rater_an_empty_unit_and_a_wave_without_answers(hold: Hold) -> None:
    one = results_of(hold(service=1, roster=people(service=9, north=9)))
    assert one.shown(Group(one.wave.pk, STAFF, "service"), "k1").level == TOO_FEW
    assert one.shown(Group(one.wave.pk, STAFF, "north"), "k1").level == TOO_FEW
    assert one.shown(Group(one.wave.pk, STAFF, "south"), "k1").level == NOBODY
    assert "answered" not in one.content
    none = results_of(hold(roster=people(service=9)))
    assert none.levels == (STAFF,)
    assert none.shown(Group(none.wave.pk, STAFF, "service"), "k1").level == TOO_FEW
    assert queries.wave_ratings() == ()


def test_a_second_wave_does_not_tell_what_the_first_one_hid(hold: Hold) -> None:
    """North answers again with the same nine people; in south five have come."""
    first = hold(north=9, south=4, service=20)
    second = hold(north=9, south=9, service=20)
    found = results_of(second)
    assert found.shown(Group(second.pk, STAFF, "north"), "k1").level == PROTECTS
    assert isinstance(found.shown(Group(second.pk, STAFF, "service"), "k1").level, Estimate)
    before = results_before(second)
    assert before is not None
    assert before.wave == first
    change = found.change(before, Group(second.pk, STAFF, "service"), "k1")
    assert isinstance(change, Estimate)
    assert change.value == pytest.approx(0)
    assert change.low < 0 < change.high
    assert isinstance(found.change(before, Group(second.pk, STAFF, "north"), "k1"), Missing)


def test_the_first_publication_never_changes(hold: Hold) -> None:
    first = hold(north=9, south=8)
    kept = Publication.objects.get(wave=first).results
    hold(north=2, south=8, roster=people(north=9, south=8))
    assert Publication.objects.get(wave=first).results == kept


def test_flagged_people_are_told_with_and_without_only_from_five_on(
    lead: Person, prepared: Wave, post: object
) -> None:
    actions.hand_in_roster(lead, prepared, people(service=60))
    actions.launch(lead, prepared, "http://testserver")
    rng = np.random.default_rng(1)
    items = queries.instrument_of(prepared).items
    reverse_keys = np.array([item.reverse for item in items])
    assert reverse_keys.any()
    for person in range(60):
        level = rng.normal(4, 1)
        points = np.clip(np.rint(level + rng.normal(0, 1, len(items))), 1, 7)
        points = np.where(reverse_keys, 8 - points, points) if person >= 8 else np.full(len(items), 7)
        answers = {item.slug: int(point) for item, point in zip(items, points, strict=True)}
        Answer.objects.create(wave=prepared, unit="service", level="staff", answers=answers)
    actions.close(lead, prepared)
    actions.publish(lead, prepared)
    found = results_of(prepared)
    flagged = found.flagged(STAFF)
    assert flagged is not None
    assert flagged >= 8
    whole = found.shown(Group(prepared.pk, STAFF, ""), "k1").level
    without = found.without_flagged(STAFF, "k1")
    assert without is not None
    assert isinstance(whole, Estimate)
    assert isinstance(without.level, Estimate)
    assert (whole.n, without.level.n) == (60, 60 - flagged)


def test_each_view_of_the_placement_is_of_the_newest_wave_that_shows_it(hold: Hold) -> None:
    """Hardly a manager answers the second time, so what they said the first time still stands."""
    first = hold(service=9, service_managers=9)
    second = hold(service=14, service_managers=3, roster=people(service=14, service_managers=9))
    Wave.objects.filter(pk=first.pk).update(closes=second.closes - timedelta(days=100))
    ratings = {each.view: each for each in queries.wave_ratings()}
    assert set(ratings) == {MANAGERS, STAFF}
    assert ratings[STAFF].levels.shape == (1, 22)  # means, and nobody's answers
    assert (ratings[MANAGERS].n, ratings[STAFF].n) == (9, 14)
    assert ratings[MANAGERS].source.en == f"Wave “{first.name}”"
    assert ratings[STAFF].source.en == f"Wave “{second.name}”"
    assert ratings[STAFF].as_of == second.closes


def test_a_wave_that_shows_little_of_a_group_does_not_speak_for_it(
    hold: Hold, lead: Person, prepared: Wave
) -> None:
    """All of staff answered the first time; the second time all but one dimension were left out."""
    first = hold(service=9)
    wave = actions.prepare(lead, "Next", prepared.closes)
    actions.hand_in_roster(lead, wave, people(service=9))
    actions.launch(lead, wave, "http://testserver")
    k1 = [item.slug for item in queries.instrument_of(wave).items_of("k1")]
    for _ in range(9):
        Answer.objects.create(wave=wave, unit="service", level="staff", answers=dict.fromkeys(k1, 4))
    actions.publish(lead, actions.close(lead, wave))
    (staff,) = queries.wave_ratings()
    assert staff.source.en == f"Wave “{first.name}”"


def test_the_page_the_table_and_programs_say_the_same(hold: Hold, lead: Person) -> None:
    wave = hold(north=9, south=4, service=20)
    browser = Client()
    browser.force_login(lead)
    address = reverse("waves:results", args=[wave.pk])
    page = browser.get(address + "?level=staff&unit=sales").content.decode()
    assert PROTECTS.reason.en in page
    rows = list(csv.DictReader(io.StringIO(browser.get(address + "?format=csv").content.decode("utf-8-sig"))))
    south = next(row for row in rows if row["unit"] == "south" and row["dimension"] == "k1")
    assert (south["n"], south["value"], south["hidden"]) == ("", "", TOO_FEW.reason.en)
    answer = browser.get(f"/api/v1/waves/{wave.pk}/results").json()
    of_south = next(each for each in answer["scores"] if each["unit"] == "south")
    assert of_south["score"]["missing"] == "too-few"
    assert of_south["score"]["value"] is None
    assert "9" not in {row["n"] for row in rows if row["unit"] == "north"}
