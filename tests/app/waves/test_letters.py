"""Letters go out by a real mail server: once each, in the end, and without naming anybody to the answers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.app.waves.asking import answer, deliver, people, states, use
from tests.post import Post

from leitstern.app.common.posting import LetterState
from leitstern.app.waves import actions, letters
from leitstern.app.waves.models import Invited, Letter, Wave
from leitstern.core.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from pytest_django import Settings

    from leitstern.app.accounts.models import Person
    from leitstern.collect.roster import Roster

type Launch = Callable[[Roster], Wave]


def a_day_later() -> None:
    """Everything that waits is due."""
    Letter.objects.filter(state=LetterState.WAITING).update(due=timezone.now() - timedelta(seconds=1))


def test_everybody_gets_one_letter_in_both_languages_with_a_link_of_their_own(
    launch: Launch, post: Post
) -> None:
    launch(people(service=6, sales_managers=5))
    deliver()
    assert states() == {"sent": 11}
    assert len(post.links()) == len(set(post.links().values())) == 11
    letter = post.taken[0]
    body = letter.get_body()
    assert body is not None
    assert "Ihre Sicht ist gefragt" in letter["Subject"]
    assert "Your view is asked" in letter["Subject"]
    assert "freiwillig" in body.get_content()
    assert "voluntary" in body.get_content()
    for told in (
        "Mühlhaus",
        "10 Minuten",
        "mindestens 5 Personen",
        "730 Tage",
        "Virenscanner",
        "a scanner",
    ):
        assert told in body.get_content()
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["To"] in post.links()


def test_a_server_that_is_down_for_a_day_loses_nothing_and_sends_nothing_twice(
    launch: Launch, post: Post, settings: Settings
) -> None:
    launch(people(service=6))
    post.stop()
    for _ in range(12):
        assert letters.post_next()
        assert not letters.post_next()  # it waits before it tries again
        a_day_later()
    assert states() == {"waiting": 6}
    with Post() as back:
        use(back, settings)
        deliver()
        deliver()
        assert states() == {"sent": 6}
        assert len(back.taken) == len(back.links()) == 6


def test_pauses_grow_and_end_at_six_hours(launch: Launch, post: Post) -> None:
    launch(people(service=5))
    post.stop()
    pauses = []
    for _ in range(12):
        letters.post_next()
        first = Letter.objects.order_by("-attempts").first()
        assert first is not None
        pauses.append(round((first.due - timezone.now()).total_seconds() / 60))
        a_day_later()
        Letter.objects.exclude(pk=first.pk).update(due=timezone.now())
        Letter.objects.filter(pk=first.pk).update(due=timezone.now() - timedelta(hours=1))
    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]


def test_refused_for_now_waits_and_refused_for_good_is_told(launch: Launch, post: Post) -> None:
    launch(people(service=6))
    post.refuse = {"service0@bank.example": "550 no such user", "service1@bank.example": "451 try later"}
    deliver()
    assert states() == {"refused": 1, "sent": 4, "waiting": 1}
    assert Letter.objects.get(state="refused").reason == "550 no such user"
    post.refuse = {}
    a_day_later()
    deliver()
    assert states() == {"refused": 1, "sent": 5}


def test_a_server_that_takes_no_content_is_tried_again(launch: Launch, post: Post) -> None:
    launch(people(service=5))
    post.refuse_data = "452 no space"
    deliver()
    assert states() == {"waiting": 5}
    post.refuse_data = ""
    a_day_later()
    deliver()
    assert states() == {"sent": 5}


def test_where_nobody_knows_whether_it_was_taken_it_is_not_sent_again(launch: Launch, post: Post) -> None:
    launch(people(service=5))
    post.hang_up = True
    letters.post_next()
    assert states() == {"unclear": 1, "waiting": 4}
    post.hang_up = False
    a_day_later()
    deliver()
    assert states() == {"unclear": 1, "sent": 4}
    assert len(post.taken) == 4


def test_a_worker_that_died_while_sending_leaves_a_letter_alone(launch: Launch, post: Post) -> None:
    launch(people(service=5))
    lost = Letter.objects.first()
    assert lost is not None
    past = timezone.now() - timedelta(seconds=1)
    Letter.objects.filter(pk=lost.pk).update(state=LetterState.SENDING, due=past)
    deliver()
    assert states() == {"unclear": 1, "sent": 4}


def test_a_letter_that_cannot_be_made_waits_and_is_not_lost(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    launch(people(service=5))
    with monkeypatch.context() as broken:
        broken.setattr(letters, "_message", lambda _letter: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            letters.post_next()
    assert states() == {"waiting": 5}
    deliver()
    assert states() == {"sent": 5}


def test_reminders_go_to_unused_links_only_and_carry_the_same_link(
    launch: Launch, post: Post, lead: Person
) -> None:
    wave = launch(people(service=6))
    deliver()
    links = post.links()
    answer(links["service0@bank.example"])
    post.taken.clear()
    actions.remind(lead, wave)
    actions.remind(lead, wave)  # pressed twice
    answer(links["service1@bank.example"])  # before the reminder goes out
    deliver()
    assert post.links() == {
        address: link
        for address, link in links.items()
        if address not in ("service0@bank.example", "service1@bank.example")
    }


def test_addresses_of_refused_reminders_are_not_shown(
    launch: Launch, post: Post, lead: Person, lead_client: Client
) -> None:
    """Only who has not answered is reminded, so a refused reminder would name somebody who has not."""
    wave = launch(people(service=6))
    deliver()
    post.refuse = {"service1@bank.example": "550 mailbox gone"}
    actions.remind(lead, wave)
    deliver()
    assert states()["refused"] == 1
    assert "service1@bank.example" not in lead_client.get(f"/waves/{wave.pk}").content.decode()


def test_the_number_of_reminders_is_not_shown(
    launch: Launch, post: Post, lead: Person, lead_client: Client
) -> None:
    """It is the number of those who have not answered: pressing twice would show who answered in between."""
    wave = launch(people(service=6))
    deliver()

    def shown() -> object:
        return lead_client.get(f"/waves/{wave.pk}").context["letters"]

    before = shown()
    answer(post.links()["service0@bank.example"])
    actions.remind(lead, wave)
    assert shown() == before == {"sent": 6}
    deliver()
    assert shown() == before


def test_closing_forgets_everybody(launch: Launch, post: Post, lead: Person) -> None:
    wave = launch(people(service=6))
    actions.close(lead, wave)
    deliver()
    assert not post.taken
    assert not Invited.objects.exists()
    assert not Letter.objects.exists()


def test_without_a_mail_server_nothing_pretends_to_be_sent(
    lead: Person, prepared: Wave, settings: Settings
) -> None:
    actions.hand_in_roster(lead, prepared, people(service=6))
    with pytest.raises(Conflict, match="No mail server"):
        actions.launch(lead, prepared, "http://testserver")
    assert not letters.post_next()


def test_a_roster_on_paper_needs_no_mail_server(lead: Person, prepared: Wave) -> None:
    roster = people(service=6)
    roster.people[:] = [type(each)("", each.unit, each.level) for each in roster.people]
    actions.hand_in_roster(lead, prepared, roster)
    actions.launch(lead, prepared, "http://testserver")
    assert not Letter.objects.exists()
