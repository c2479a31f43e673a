"""Three years of lived practice: what was planted is found, and in the twin nothing is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.accounts.actions import cast
from leitstern.app.accounts.roles import Role
from leitstern.app.practice.measuring import Kept, Stopped, kept, stopped
from leitstern.app.practice.models import Story
from leitstern.app.practice.queries import pilots, principles, stop_list
from leitstern.app.practice.reading import pilot_lines, story_lines
from leitstern.app.practice.shining import shining
from leitstern.app.practice.streams import streams
from leitstern.app.structure.models import Role as StaffRole
from leitstern.app.structure.models import Unit
from leitstern.collect.example.practice import ENDED, RETURNS, SETTLED, month_of
from leitstern.core.bridge.practice import telling
from leitstern.core.bridge.practice.compliance import NOT_COUNTED
from leitstern.core.bridge.practice.learning import Stage, stopped_with_learning
from leitstern.core.bridge.practice.stopping import Standing
from leitstern.core.bridge.watch.stream import StreamKind
from leitstern.core.stats.cusum import MONTHLY, watch
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.core.bridge.watch.stream import Stream
    from leitstern.store.home import Home


def entries() -> dict[str, Stopped]:
    return {each.row.kind: each for each in stopped(list(stop_list()), timezone.localdate())}


def by_source() -> dict[str, Kept]:
    return {each.rule.source: each for each in kept(list(principles())) if each.rule}


def alarm(stream: Stream, since: date, until: date) -> int | None:
    """The first month in which the stream slips below what it had settled at."""
    import numpy as np

    sign = 1 if stream.good_high else -1
    settled = [each for each in stream.points if since <= each.day < until]
    level = sign * float(np.mean([each.value for each in settled]))
    later = [each for each in stream.points if each.day >= until]
    found = watch(
        np.array([sign * each.value for each in later]),
        np.array([each.error for each in later]),
        level,
        MONTHLY,
    )
    return found.alarm


def test_lists_come_back_and_the_rest_of_the_stop_list_stays_ended(company_inside: Home) -> None:
    found = entries()
    lists = found["list"]
    assert lists.slipping
    assert lists.relapse is not None
    assert 75 <= lists.relapse.recent <= 90
    assert set(lists.by_unit) == {"campaigns"}
    for kind in ("report", "meeting"):
        relapse = found[kind].relapse
        assert found[kind].standing is Standing.ENDED
        assert relapse is not None
        assert relapse.clean
    assert [each.change for each in found["meeting"].row.events.all()] == ["ended", "reinstated", "ended"]


def test_the_letters_have_a_break_a_gap_an_exemption_and_a_team_that_is_too_small(
    company_inside: Home,
) -> None:
    found = by_source()["entered"]
    assert len(found.rules) == 2
    assert found.course.gaps == 1
    assert sum(each.share is NOT_COUNTED for each in found.course.months) == 1
    assert found.exempted == 1
    assert found.folded == 1
    assert "brand_studio" not in found.by_unit
    assert "marketing" in found.by_unit
    assert not found.course.falls


def test_what_the_product_knows_itself_is_counted_and_does_not_fall(company_inside: Home) -> None:
    found = by_source()["promises"]
    assert len(found.course.months) >= 12
    assert isinstance(found.course.recent, Estimate)
    assert found.course.recent.n > 20
    assert not found.course.falls


def test_pilots_teach_and_the_lighthouse_is_standard(company_inside: Home) -> None:
    lines = pilot_lines(pilots(), timezone.localdate())
    assert sorted(each.stage for each in lines) == [
        Stage.RUNNING,
        Stage.STANDARD,
        Stage.STOPPED,
        Stage.STOPPED,
    ]
    learned = stopped_with_learning([each.tried for each in lines], timezone.localdate())
    assert isinstance(learned, Estimate)
    assert (learned.value, learned.n) == (0.5, 2)
    lighthouse = next(each for each in lines if each.stage is Stage.STANDARD)
    assert lighthouse.row.initiative is not None
    assert lighthouse.row.initiative.slug == "bereavement_care"


def test_three_stories_on_their_way(company_inside: Home) -> None:
    lines = {each.row.unit: each for each in story_lines(Story.objects.all())}
    assert {unit: each.stage for unit, each in lines.items()} == {
        "bereavement_care": telling.Stage.STANDARD,
        "operations": telling.Stage.PUBLISHED,
        "claims_intake": telling.Stage.TOLD,
    }
    assert lines["bereavement_care"].units == 2
    assert lines["bereavement_care"].opened == 40


def test_nothing_sounds_in_the_twin(twin_inside: Home) -> None:
    today = timezone.localdate()
    settled, later = month_of(today, SETTLED), month_of(today, RETURNS)
    assert not any(each.slipping for each in entries().values() if each.row.kind != "list")
    assert not any(each.course.falls for each in kept(list(principles())))
    found = [each for each in streams(today) if len(each.points) > 12]
    assert {each.kind for each in found} == {StreamKind.STOP_LIST, StreamKind.COMPLIANCE}
    assert all(alarm(each, settled, later) is None for each in found)


def test_the_planted_lists_sound_the_alarm_within_three_months(company_inside: Home) -> None:
    today = timezone.localdate()
    lists = next(
        each for each in streams(today) if each.kind is StreamKind.STOP_LIST and each.unit == "campaigns"
    )
    first = lists.points[0].day
    assert first >= today - timedelta(days=31 * (36 - ENDED))
    settled = month_of(today, SETTLED)
    sounded = alarm(lists, settled, month_of(today, RETURNS))
    assert sounded is not None
    assert sounded <= 2


@pytest.mark.parametrize("role", [Role.LEAD, Role.EXECUTIVE])
def test_the_page_leads_with_what_was_planted(company_inside: Home, role: Role) -> None:
    from django.test import Client
    from django.urls import reverse

    client = Client()
    client.force_login(cast()[role])
    page = client.get(reverse("practice:overview")).content.decode()
    assert (
        "ist beendet und wurde in den letzten 3 gezählten Monaten" in page
        or "has ended, and was used" in page
    )


def test_where_it_shines_is_found_in_what_customers_say(company_inside: Home) -> None:
    found = {(each.touchpoint.slug, each.facet): each for each in shining()}
    cards = found["card_delivery", "in_time"]
    assert cards.spot is not None
    assert cards.spot.above.low > 0.05
    assert not cards.told


def test_what_customers_lived_is_shown_where_few_people_work_but_not_as_theirs(company_inside: Home) -> None:
    before = by_source()["promises"].course
    Unit.objects.update(size=3)
    StaffRole.objects.update(people=3)
    found = by_source()["promises"]
    assert (found.course, found.unit, found.hidden) == (before, "", 0)
