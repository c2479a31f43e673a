"""No wave can be taken from another: who is asked twice is compared, at the same time refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.waves.asking import answered_directly, on_paper, people

from leitstern.app.waves import actions, queries
from leitstern.app.waves.models import Fingerprint, Wave, WaveState
from leitstern.app.waves.results import results_of
from leitstern.app.waves.rosters import compare, would_stay_hidden
from leitstern.collect.roster import Person as OnRoster
from leitstern.collect.roster import Roster
from leitstern.core.errors import Conflict
from leitstern.core.inside.groups import Group
from leitstern.core.inside.publishing import PROTECTS
from leitstern.core.inside.ratings import View
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.accounts.models import Person

STAFF, MANAGERS = View.STAFF, View.MANAGERS
type Prepare = Callable[[Roster], Wave]


@pytest.fixture
def prepare(lead: Person, prepared: Wave, post: object) -> Prepare:
    """A wave with this roster, not launched yet."""

    def ready(roster: Roster) -> Wave:
        wave = actions.prepare(lead, f"Wave of {len(roster.people)}", prepared.closes)
        return actions.hand_in_roster(lead, wave, roster)

    return ready


@pytest.fixture
def ask(lead: Person, prepare: Prepare) -> Prepare:
    """A wave that runs."""
    return lambda roster: actions.launch(lead, prepare(roster), "http://testserver")


@pytest.fixture
def hold(lead: Person, ask: Prepare) -> Prepare:
    """A wave in which everybody answered, published."""

    def held(roster: Roster) -> Wave:
        wave = ask(roster)
        for (level, unit), n in queries.invited(wave).items():
            answered_directly(wave, unit, level, n)
        return actions.publish(lead, actions.close(lead, wave))

    return held


def staff(unit: str, first: int, last: int) -> list[OnRoster]:
    return [OnRoster(f"{unit}{at}@bank.example", unit, STAFF) for at in range(first, last)]


def test_the_same_people_are_not_asked_twice_at_once(lead: Person, prepare: Prepare, ask: Prepare) -> None:
    running = ask(Roster(staff("service", 0, 9)))
    second = prepare(Roster([*staff("service", 8, 20), OnRoster("SERVICE3@bank.example", "north", STAFF)]))
    with pytest.raises(Conflict, match="2 people on this roster are being asked in “Wave of 9”"):
        actions.launch(lead, second, "http://testserver")
    assert queries.wave_by_id(second.pk).state == WaveState.DRAFT
    actions.launch(lead, prepare(Roster(staff("north", 0, 6))), "http://testserver")  # others may be
    actions.close(lead, running)
    actions.launch(lead, second, "http://testserver")


def test_on_paper_no_department_is_asked_twice_at_once(lead: Person, prepare: Prepare, ask: Prepare) -> None:
    ask(on_paper(service=9))
    for roster in (on_paper(service=8), people(service=8)):
        with pytest.raises(Conflict, match=r"is asking in Service \(Staff\) right now"):
            actions.launch(lead, prepare(roster), "http://testserver")
    actions.launch(lead, prepare(on_paper(north=8)), "http://testserver")


def test_a_unit_of_which_few_are_new_stays_hidden_and_larger_ones_are_shown(
    hold: Prepare, prepare: Prepare, lead_client: Client
) -> None:
    """In north two come and two go, in south six come; service is the same."""
    first = Roster([*staff("north", 0, 20), *staff("south", 0, 20), *staff("service", 0, 20)])
    then = Roster([*staff("north", 2, 22), *staff("south", 0, 26), *staff("service", 0, 20)])
    hold(first)
    draft = prepare(then)
    assert would_stay_hidden(draft, compare(draft)) == [(STAFF, "north")]
    page = lead_client.get(reverse("waves:wave", args=[draft.pk])).content.decode()
    assert "1 unit stays hidden" in page
    assert "<li>North · Staff</li>" in page
    second = hold(then)
    found = results_of(second)
    assert found.shown(Group(second.pk, STAFF, "north"), "k1").level == PROTECTS
    for unit in ("service", "sales", ""):
        assert isinstance(found.shown(Group(second.pk, STAFF, unit), "k1").level, Estimate)
    # With sales and south shown north could be subtracted.
    assert found.shown(Group(second.pk, STAFF, "south"), "k1").level == PROTECTS


def test_a_wave_of_which_nothing_could_be_shown_is_refused(
    lead: Person, hold: Prepare, prepare: Prepare
) -> None:
    """One joins and one leaves: the difference of both waves would be what these two say."""
    hold(Roster(staff("service", 0, 20)))
    again = prepare(Roster(staff("service", 1, 21)))
    with pytest.raises(Conflict, match=r"of Mühlhaus \(Staff\), Service \(Staff\) other people are asked"):
        actions.launch(lead, again, "http://testserver")
    assert queries.wave_by_id(again.pk).state == WaveState.DRAFT
    assert not Fingerprint.objects.filter(wave=again).exists()


def test_one_level_that_stays_hidden_keeps_no_wave_from_the_others(hold: Prepare) -> None:
    """A new executive, and enough new staff."""
    bosses = [OnRoster(f"boss{at}@bank.example", "", View.EXECUTIVES) for at in range(7)]
    hold(Roster([*bosses[:6], *staff("service", 0, 20)]))
    second = hold(Roster([*bosses[1:], *staff("service", 0, 26)]))
    found = results_of(second)
    assert found.shown(Group(second.pk, View.EXECUTIVES, ""), "k1").level == PROTECTS
    assert isinstance(found.shown(Group(second.pk, STAFF, ""), "k1").level, Estimate)
    assert {each.view: each.source.en for each in queries.wave_ratings()} == {
        View.EXECUTIVES: "Wave “Wave of 26”",
        STAFF: "Wave “Wave of 32”",
    }


def test_exactly_the_same_people_may_be_asked_again_single_ones_too(hold: Prepare) -> None:
    roster = Roster(
        [*staff("service", 0, 9), *people(service_managers=1, north_managers=1, south_managers=4).people]
    )
    first, second = hold(roster), hold(roster)
    assert queries.cohorts(first) == queries.cohorts(second)
    assert sorted(cohort.fresh for cohort in queries.cohorts(second).values()) == [1, 1, 4, 9]
    found = results_of(second)
    assert isinstance(found.shown(Group(second.pk, MANAGERS, ""), "k1").level, Estimate)


def test_what_is_kept_of_a_roster_names_nobody_and_no_place(lead: Person, ask: Prepare) -> None:
    wave = ask(Roster([*staff("service", 0, 9), *staff("north", 0, 7)]))
    assert wave.places == [["staff", "north", 7, [1, 0, 7]], ["staff", "service", 9, [1, 1, 9]]]
    kept = list(Fingerprint.objects.values_list("digest", "cohort"))
    assert sum(cohort is None for _, cohort in kept) == 16
    assert all(len(digest) == 64 for digest, _ in kept)
    actions.close(lead, wave)
    assert Fingerprint.objects.count() == 18


def test_a_wave_on_paper_knows_nobody(ask: Prepare) -> None:
    wave = ask(on_paper(service=9))
    assert wave.places == [["staff", "service", 9, None]]
    assert not queries.by_link(wave)
    assert not Fingerprint.objects.exists()
