"""Who hears what, too late or never."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from leitstern.core.bridge.change.brief import RoleKey
from leitstern.core.bridge.change.talk import Channel, Item, Planned, gaps, month, sentence

ADVICE, IT = RoleKey("service", "Beratung"), RoleKey("it", "Betrieb")
LIVE = date(2026, 3, 10)
CHANGE = Planned(1, "Eine Akte", (ADVICE, IT), LIVE)


def item(day: date, **change: Any) -> Item:
    said: dict[str, Any] = {
        "key": 1,
        "title": "Runde",
        "channel": Channel.TEAM,
        "who": "Leitung",
        "units": ("service", "it"),
    }
    return Item(day=day, **(said | change))


def codes(*items: Item, today: date = date(2026, 1, 1), change: Planned = CHANGE) -> list[str]:
    return [gap.code for gap in gaps((change,), items, today)]


def test_everybody_in_time_and_in_conversation_is_no_gap() -> None:
    assert codes(item(LIVE)) == []
    assert sentence([item(LIVE)], ()).en == "Everybody affected hears it in time, and can ask."


def test_a_role_that_hears_after_it_applies_hears_too_late() -> None:
    late = item(date(2026, 3, 12), units=(), roles=(ADVICE,))
    (gap,) = gaps((CHANGE,), (item(LIVE, units=("it",)), late), date(2026, 1, 1))
    assert gap.text.en == "“Beratung” first hears of “Eine Akte” on 12 March 2026, 2 days after it applies."
    assert gap.text.de == "„Beratung“ erfährt von „Eine Akte“ erst am 12.03.2026, 2 Tage nachdem es gilt."


def test_what_was_done_later_than_planned_counts_when_it_was_done() -> None:
    assert codes(item(LIVE, done=date(2026, 3, 11))) == ["late", "late"]
    one = item(LIVE, done=date(2026, 3, 11), units=("it",))
    first = gaps((CHANGE,), (one, item(LIVE, units=("service",))), LIVE)[0]
    assert "a day after" in first.text.en


def test_whoever_stands_in_no_entry_never_hears() -> None:
    assert codes(item(LIVE, units=("it",))) == ["never"]
    assert codes(item(LIVE, units=("it",), initiative=2)) == [
        "never",
        "never",
    ]  # that is about something else


def test_a_role_without_a_department_is_reached_by_its_name_alone() -> None:
    anywhere = Planned(1, "Eine Akte", (RoleKey("", "beratung"),), LIVE)
    assert codes(item(LIVE, units=(), roles=(ADVICE,)), change=anywhere) == []
    assert codes(item(LIVE), change=anywhere) == ["never"]


@pytest.mark.parametrize("channel", [Channel.MAIL, Channel.ASSEMBLY, Channel.INTRANET])
def test_what_cannot_be_asked_back_is_one_way(channel: Channel) -> None:
    assert codes(item(LIVE, channel=channel)) == ["one-way", "one-way"]


def test_what_nobody_ticked_off_is_overdue_the_day_after() -> None:
    assert codes(item(LIVE), today=LIVE) == []
    assert codes(item(LIVE), today=date(2026, 3, 11)) == ["overdue"]
    assert codes(item(LIVE, done=LIVE), today=date(2026, 3, 11)) == []


def test_sentences_count() -> None:
    assert sentence([], ()).en.startswith("The calendar is empty")
    found = gaps((CHANGE,), (item(LIVE, units=("it",)),), LIVE)
    assert sentence([item(LIVE)], found).en == "One thing in the calendar is missing or late."
    assert sentence([item(LIVE)], found * 2).en.startswith("2 things")


def test_a_month_has_whole_weeks_from_monday() -> None:
    weeks = month([item(LIVE)], date(2026, 3, 1))
    assert (weeks[0][0][0], weeks[-1][-1][0]) == (date(2026, 2, 23), date(2026, 4, 5))
    assert [day for week in weeks for day, said in week if said] == [LIVE]
