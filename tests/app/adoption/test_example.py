"""Twelve country teams and one platform: who lives it, who only uses it, what customers noticed; and the twin."""

from __future__ import annotations

import pytest

from leitstern.app.adoption.campaign_queries import board, doubts, field_use
from leitstern.app.adoption.models import Team
from leitstern.app.adoption.queries import kept_monthly, ladder, overview, standings, teams_by_rung
from leitstern.app.adoption.register import watched_by_slug
from leitstern.app.project.example_adoption import RECORD, RECORD_TEAMS
from leitstern.collect.example.adoption import FALLS, PLATFORM, SHRUNK
from leitstern.collect.example.country_teams import COUNTRY_TEAMS, Way
from leitstern.core.bridge.care import Drift
from leitstern.core.inside.adoption.campaigns import quality
from leitstern.core.inside.adoption.rungs import Noticed, Part, Rung
from leitstern.core.stats.estimate import Estimate, Missing

BY_WAY = {way: {team.slug for team in COUNTRY_TEAMS if team.way is way} for way in Way}


def test_three_teams_live_it_and_customers_noticed_only_there(example: None) -> None:
    found = standings(PLATFORM)
    top = {team for team, each in found.items() if each.reached is Rung.EFFECTIVE}
    assert top == BY_WAY[Way.LIVES]


def test_most_teams_use_it_and_do_not_live_it(example: None) -> None:
    found = standings(PLATFORM)
    using = {team for team, each in found.items() if each.next is Rung.LIVED and not each.unknown}
    assert using - {"campaigns_home"} == BY_WAY[Way.USES] & found.keys()
    has = {team for team, each in found.items() if each.next is Rung.USED}
    assert has == BY_WAY[Way.HAS]


def test_it_runs_but_does_not_work_where_it_is_only_used(example: None) -> None:
    slugs = dict(Team.objects.values_list("pk", "slug"))
    found = {slugs[each.row.team] for each in overview().runs_only}
    assert found == BY_WAY[Way.USES] & standings(PLATFORM).keys()


def test_of_everybody_whose_customers_were_asked_it_can_be_told(example: None) -> None:
    said = {team: each.noticed for team, each in standings(PLATFORM).items()}
    assert said.pop("campaigns_home") is None  # nobody asked there
    assert {team for team, what in said.items() if what is Noticed.YES} == BY_WAY[Way.LIVES]
    assert set(said.values()) == {Noticed.YES, Noticed.NO}
    assert overview().cannot_tell == 0


def test_other_areas_read_how_many_teams_stand_where(example: None) -> None:
    """Each team once, at the rung it has come to; those folded nowhere, and nothing of what nobody looks at."""
    found = teams_by_rung([PLATFORM, "nothing"])
    assert found == {PLATFORM: {Rung.INSTALLED: 2, Rung.USED: 6, Rung.LIVED: 0, Rung.EFFECTIVE: 3}}
    assert sum(found[PLATFORM].values()) == len(standings(PLATFORM))


def test_all_dashboards_are_green(example: None) -> None:
    whole = ladder(watched_by_slug(PLATFORM)).whole.standing
    seats, used = whole.shares[Rung.INSTALLED], whole.shares[Rung.USED]
    assert isinstance(seats, Estimate)
    assert seats.value == 1
    assert isinstance(used, Estimate)
    assert used.value > 0.6


def test_use_is_even_and_living_is_not(example: None) -> None:
    found = ladder(watched_by_slug(PLATFORM))
    used, lived = found.spread(Rung.USED), found.spread(Rung.LIVED)
    assert isinstance(used, Estimate)
    assert isinstance(lived, Estimate)
    assert used.value < lived.value
    with_lived = found.goes_with_change(Rung.LIVED)
    assert isinstance(with_lived, Estimate)
    assert with_lived.low > 0.5


def test_the_team_that_shrank_is_folded_with_another(example: None) -> None:
    found = ladder(watched_by_slug(PLATFORM))
    slugs = dict(Team.objects.values_list("pk", "slug"))
    assert SHRUNK in {slugs[team] for team in found.folded}
    assert len(found.folded) >= 2
    assert found.rest
    assert found.rest.people
    assert found.rest.people >= 5
    assert SHRUNK not in standings(PLATFORM)


def test_what_nobody_delivers_stays_unknown(example: None) -> None:
    found = ladder(watched_by_slug(RECORD))
    assert len(found.known) == len(RECORD_TEAMS)
    for row in found.known:
        assert isinstance(row.standing.parts[Part.METADATA], Missing)
        assert isinstance(row.standing.score, Missing)
        assert (row.standing.next, row.standing.unknown) == (Rung.LIVED, True)


def test_campaigns_were_classified_in_time_and_then_less(example: None) -> None:
    months = kept_monthly()
    settled = months[15:27]
    later = months[FALLS:]
    assert sum(k for _, k, _ in settled) / sum(n for _, _, n in settled) == pytest.approx(0.92, abs=0.02)
    assert sum(k for _, k, _ in later) / sum(n for _, _, n in later) == pytest.approx(0.70, abs=0.03)
    assert len(months) == 36


def test_the_fall_is_noticed_and_nothing_else_falls(example: None) -> None:
    found = board()
    assert found.whole
    compliance, completeness = found.whole.compliance, found.whole.completeness
    assert isinstance(compliance, Drift)
    assert compliance.since == kept_monthly()[FALLS][0]
    assert compliance.alarm
    assert compliance.alarm <= kept_monthly()[FALLS + 2][0]
    assert isinstance(completeness, Drift)
    assert completeness.alarm is None


def test_what_is_missing_from_the_register(example: None) -> None:
    slugs = dict(Team.objects.values_list("pk", "slug"))
    found = {slugs[each.team]: quality(each.tally) for each in board().teams}
    assert len(found) == len(COUNTRY_TEAMS) + 1 - 2  # with the team at home, without the two that are folded
    for slug, each in found.items():
        assert isinstance(each.coverage, Estimate)
        assert (each.coverage.value > 0.85) == (slug in BY_WAY[Way.LIVES])


def test_fields_nobody_uses_and_words_nobody_allowed(example: None) -> None:
    assert [each.field for each in field_use() if each.unused] == ["season"]
    found = {each.given: each.nearest for each in doubts()}
    assert found["Werbebrif"] == "offer_letter"
    assert found["Familie mit eigenem Haus"] == "family_at_home"
    assert found["Best Ager"] == ""


def test_the_twin_shows_none_of_it(twin: None) -> None:
    found = ladder(watched_by_slug(PLATFORM))
    assert not found.runs_only
    assert not found.folded
    assert all(row.standing.reached in {Rung.LIVED, Rung.EFFECTIVE} for row in found.known)
    assert sum(row.standing.reached is Rung.EFFECTIVE for row in found.known) == 12
    there = board()
    assert there.whole
    for drift in (there.whole.completeness, there.whole.compliance):
        assert isinstance(drift, Drift)
        assert drift.alarm is None
    assert min(k / n for _, k, n in kept_monthly()[18:]) > 0.85
