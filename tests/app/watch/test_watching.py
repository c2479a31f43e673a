"""What was reached is watched; what slips sounds once, opens a decision, and begins anew when it was dealt with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from tests.app.watch.conftest import BACK, FALLING, KEPT, USES, count_principle, month, settled

from leitstern.app.accounts.models import Person
from leitstern.app.common.actors import COMMAND_LINE, WORKER
from leitstern.app.common.models import AuditEntry
from leitstern.app.settled import keeping as settling
from leitstern.app.settled.models import Level
from leitstern.app.settled.queries import levels_of, levels_on
from leitstern.app.watch import keeping, queries
from leitstern.app.watch.documents import alarm_document
from leitstern.app.watch.models import Alarm, Look, Outcome
from leitstern.app.watch.sounding import look, look_daily
from leitstern.app.watch.streams import stream_by_slug
from leitstern.core.bridge.watch.alarm import Nostalgia
from leitstern.core.bridge.watch.reading import Standing
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed, NotFound
from leitstern.core.stats.estimate import Missing


def today_seen() -> queries.Watching:
    return queries.watching(timezone.localdate())


class TestWatching:
    def test_nothing_is_measured(self, bank: None) -> None:
        seen = today_seen()
        assert (seen.readings, seen.found, seen.by_chance) == ((), None, None)
        assert seen.sentence.en.startswith("Nothing is watched yet")

    def test_what_was_never_called_settled_is_not_judged(self, bank: None) -> None:
        count_principle((*KEPT, *FALLING))
        (reading,) = today_seen().readings
        assert isinstance(reading.settled, Missing)
        assert today_seen().found is None

    def test_what_holds(self, holding: tuple[str, str]) -> None:
        seen = today_seen()
        assert seen.found is None
        assert seen.sentence.en == "What was reached holds: of 2 things watched none is slipping."
        assert {each.stream.slug for each in seen.readings} == set(holding)

    def test_what_falls_back(self, relapsed: tuple[str, str]) -> None:
        seen = today_seen()
        assert seen.found
        assert seen.found.kinds == (Nostalgia.PROCESSUAL,)
        assert {each.stream.slug for each in seen.found.readings} == set(relapsed)
        assert "2 of 2 things watched are slipping" in seen.sentence.en

    def test_looking_back_leaves_out_what_came_later(self, relapsed: tuple[str, str]) -> None:
        Level.objects.update(created=timezone.now() - timedelta(days=150))
        before = queries.watching(month(2) - timedelta(days=1))
        assert before.found is None
        assert len(before.one(relapsed[0]).points) == 2

    def test_levels_set_later_are_left_out_too(self, relapsed: tuple[str, str]) -> None:
        before = queries.watching(timezone.localdate() - timedelta(days=1))
        assert all(isinstance(each.settled, Missing) for each in before.readings)

    def test_a_series_nobody_knows(self, bank: None) -> None:
        with pytest.raises(NotFound):
            today_seen().one("nothing")


class TestSettling:
    def test_too_short_is_told(self, bank: None) -> None:
        series = count_principle(KEPT)
        with pytest.raises(InvalidInput, match="3 of 6 measurements"):
            settled(series, 3, 1)
        assert not Level.objects.exists()

    @pytest.mark.parametrize(("start", "end"), [(2, 8), (2, -2)])
    def test_backwards_and_in_the_future(self, bank: None, start: int, end: int) -> None:
        series = count_principle(KEPT)
        with pytest.raises(InvalidInput, match="before tomorrow"):
            settled(series, start, end)

    def test_a_reason_is_needed(self, bank: None) -> None:
        series = count_principle(KEPT)
        today = timezone.localdate()
        stream = stream_by_slug(series, today)
        with pytest.raises(InvalidInput, match="says why"):
            settling.settle_level(COMMAND_LINE, stream, month(8), month(0), " ", today=today)

    def test_unknown_series(self, bank: None) -> None:
        with pytest.raises(NotFound, match="Nothing was kept"):
            settled("nothing", 8, 1)

    def test_the_newest_counts_and_can_be_withdrawn(self, relapsed: tuple[str, str]) -> None:
        settled(relapsed[0], 12, 6)
        newest = levels_of(relapsed[0])[0]
        assert len(today_seen().one(relapsed[0]).points) == 5
        settling.withdraw_level(COMMAND_LINE, newest)
        assert len(today_seen().one(relapsed[0]).points) == 4
        settling.reinstate_level(COMMAND_LINE, newest)
        assert len(today_seen().one(relapsed[0]).points) == 5

    def test_a_level_withdrawn_today_stood_yesterday(self, holding: tuple[str, str]) -> None:
        yesterday = timezone.localdate() - timedelta(days=1)
        Level.objects.update(created=timezone.now() - timedelta(days=30))
        settling.withdraw_level(COMMAND_LINE, levels_of(holding[0])[0])
        assert holding[0] in levels_on(yesterday)
        assert holding[0] not in levels_on(timezone.localdate())
        assert queries.watching(yesterday).one(holding[0]).standing is Standing.HOLDS

    def test_who_may(self, holding: tuple[str, str], auditor: Person) -> None:
        with pytest.raises(NotAllowed):
            settling.withdraw_level(auditor, levels_of(holding[0])[0])


class TestSounding:
    def test_nothing_to_sound(self, holding: tuple[str, str]) -> None:
        assert look(WORKER, timezone.localdate()) is None

    def test_an_alarm_keeps_what_it_rests_on_and_opens_a_decision(self, relapsed: tuple[str, str]) -> None:
        alarm = look(WORKER, timezone.localdate())
        assert alarm
        assert alarm.kinds == ["processual"]
        assert {line["stream"] for line in alarm.rests_on} == set(relapsed)
        by_name = {line["name"]["en"]: line for line in alarm.rests_on}
        lists = by_name["Customer lists as spreadsheets"]
        assert (lists["reached"]["en"], lists["value"]["en"]) == ("0.9", str(BACK[2]))
        assert lists["interval"]["en"] == " [0.2–1.5]"
        assert alarm.decision
        assert alarm.decision.deadline == timezone.localdate() + timedelta(days=30)
        assert f"/watch/alarms/{alarm.pk}" in alarm.decision.address
        assert AuditEntry.objects.filter(verb="sound relapse alarm").count() == 1

    def test_only_one_is_open(self, relapsed: tuple[str, str]) -> None:
        assert look(WORKER, timezone.localdate())
        assert look(WORKER, timezone.localdate()) is None
        assert Alarm.objects.count() == 1

    def test_dealt_with_it_begins_anew(self, relapsed: tuple[str, str], executive: Person) -> None:
        alarm = look(WORKER, timezone.localdate())
        assert alarm
        keeping.close_alarm(executive, alarm, Outcome.COUNTERED, "The template was missing.")
        assert today_seen().found is None
        assert look(WORKER, timezone.localdate()) is None
        keeping.reopen_alarm(executive, alarm)
        assert today_seen().open == alarm
        assert today_seen().found

    def test_half_past_midnight_belongs_to_the_day_that_has_begun(self, relapsed: tuple[str, str]) -> None:
        alarm = Alarm.objects.create(day=date(2026, 1, 31), kinds=["processual"], rests_on=[])
        alarm.closed = datetime(2026, 2, 28, 23, 30, tzinfo=UTC)
        alarm.save(update_fields=["closed"])
        with timezone.override(ZoneInfo("Europe/Vienna")):
            assert queries.watching(date(2026, 2, 28)).open == alarm
            assert queries.watching(date(2026, 3, 1)).open is None
            assert alarm_document(alarm).closed == date(2026, 3, 1)

    def test_closing_needs_a_reason_and_happens_once(self, relapsed: tuple[str, str]) -> None:
        alarm = look(WORKER, timezone.localdate())
        assert alarm
        with pytest.raises(InvalidInput, match="says why"):
            keeping.close_alarm(COMMAND_LINE, alarm, Outcome.FALSE, "")
        keeping.close_alarm(COMMAND_LINE, alarm, Outcome.FALSE, "Counted twice.")
        with pytest.raises(Conflict, match="closed already"):
            keeping.close_alarm(COMMAND_LINE, alarm, Outcome.FALSE, "Counted twice.")

    def test_it_cannot_be_reopened_beside_another(self, relapsed: tuple[str, str]) -> None:
        alarm = look(WORKER, timezone.localdate())
        assert alarm
        keeping.close_alarm(COMMAND_LINE, alarm, Outcome.FALSE, "Counted twice.")
        Alarm.objects.create(day=timezone.localdate(), kinds=["cultural"], rests_on=[])
        with pytest.raises(Conflict, match="Another alarm"):
            keeping.reopen_alarm(COMMAND_LINE, alarm)

    def test_the_worker_asks_in_the_language_most_people_read(
        self, relapsed: tuple[str, str], lead: Person
    ) -> None:
        Person.objects.update(language="de")
        look_daily()
        decision = Alarm.objects.get().decision
        assert decision
        assert decision.question.startswith("Der Wandel fällt zurück")

    def test_the_worker_looks_once_a_day(self, relapsed: tuple[str, str]) -> None:
        Look.objects.create(day=timezone.localdate() - timedelta(days=1))
        assert look_daily()
        assert not look_daily()
        assert (Look.objects.count(), Alarm.objects.count()) == (1, 1)


def test_uses_and_shares_are_both_watched() -> None:
    """The planted numbers slip the way they are meant to."""
    assert min(KEPT) > max(FALLING[1:])
    assert max(USES) < min(BACK[1:])
