"""A room guesses: no person in the answers, nothing before five, nothing before the reveal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.inside.models import Belief, Group
from leitstern.app.surveys import actions
from leitstern.app.surveys.models import GuessAnswer, GuessRound, GuessState
from leitstern.app.surveys.queries import rounds, shown_guesses
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import Settings

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home

WHERE = "call_help", "satisfied"
SIX = (95, 90, 88, 92, 97, 85)


@pytest.fixture
def asked(small_company: Home) -> GuessRound:
    """A round that was just opened."""
    return actions.open_round(COMMAND_LINE, *WHERE)


def phone_address(asked: GuessRound) -> str:
    return reverse("surveys:phone", args=[asked.token])


def guess(asked: GuessRound, *values: int) -> None:
    """Each from a phone of its own."""
    for value in values:
        assert Client().post(phone_address(asked), {"value": value}).status_code == 302


def test_six_phones_without_an_account(asked: GuessRound) -> None:
    guess(asked, *SIX)
    assert sorted(asked.answers.values_list("value", flat=True)) == sorted(SIX)


def test_an_answer_is_a_number_and_nothing_else(asked: GuessRound) -> None:
    """No person, device or time: neither in its row nor in the log."""
    entries = AuditEntry.objects.count()
    guess(asked, *SIX)
    assert {field.name for field in GuessAnswer._meta.get_fields()} == {"id", "round", "value"}
    assert AuditEntry.objects.count() == entries
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM django_session")
        assert cursor.fetchone() == (0,)


def test_a_phone_guesses_once(asked: GuessRound) -> None:
    phone = Client()
    for value in (90, 10):
        phone.post(phone_address(asked), {"value": value})
    assert list(asked.answers.values_list("value", flat=True)) == [90]
    page = phone.get(phone_address(asked)).content.decode()
    assert "Thank you." in page
    assert "90" not in page


def test_what_a_phone_keeps_names_the_round_and_not_the_guess(asked: GuessRound) -> None:
    phone = Client()
    phone.post(phone_address(asked), {"value": 93})
    cookie = phone.cookies["guessed"]
    assert cookie.value == asked.token
    assert cookie["path"] == phone_address(asked)
    assert cookie["httponly"]


@pytest.mark.parametrize("value", ["-1", "101", "7.5", "many", ""])
def test_a_guess_is_a_whole_number_up_to_100(asked: GuessRound, value: str) -> None:
    answer = Client().post(phone_address(asked), {"value": value})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not asked.answers.exists()


@pytest.mark.parametrize("value", [-1, 101])
def test_so_it_is_without_a_form(asked: GuessRound, value: int) -> None:
    with pytest.raises(InvalidInput):
        actions.guess(asked, value)


def test_nothing_is_taken_after_the_reveal(asked: GuessRound) -> None:
    guess(asked, *SIX)
    actions.reveal(COMMAND_LINE, asked)
    late = Client().post(phone_address(asked), {"value": 1})
    assert "has been revealed" in late.content.decode()
    assert asked.answers.count() == len(SIX)
    with pytest.raises(Conflict):
        actions.guess(asked, 1)


def test_guesses_come_out_only_after_the_reveal(asked: GuessRound, as_role: Callable[[Role], Client]) -> None:
    """Whoever compared before and after each phone would learn what each person guessed."""
    browser = as_role(Role.LEAD)
    for n in range(len(SIX)):
        guess(asked, SIX[n])
        (shown,) = browser.get("/api/v1/surveys/guesses").json()
        assert (shown["n"], shown["guesses"]) == (n + 1, [])
        page = browser.get(reverse("surveys:room", args=[asked.pk]))
        assert "guessed" not in page.context
    revealed = browser.post(f"/api/v1/surveys/guesses/{asked.pk}/reveal")
    assert revealed.json()["guesses"] == sorted(SIX)


@pytest.mark.parametrize("n", [0, 1, 4])
def test_fewer_than_five_are_never_shown(
    asked: GuessRound, as_role: Callable[[Role], Client], n: int
) -> None:
    odd = (13, 37, 61, 83)[:n]
    guess(asked, *odd)
    browser = as_role(Role.LEAD)
    browser.post(reverse("surveys:reveal", args=[asked.pk]), {"anyway": "1"})
    asked.refresh_from_db()
    assert asked.state == GuessState.REVEALED
    assert shown_guesses(asked) == ()
    page = browser.get(reverse("surveys:room", args=[asked.pk]))
    assert page.context["guessed"] == ()
    assert page.context["comparison"] is None
    assert page.context["chart"] == ""
    with pytest.raises(Conflict):
        actions.keep_as_belief(COMMAND_LINE, asked, Group.STAFF, "room")
    assert not Belief.objects.filter(collection__name="room").exists()


def test_the_reveal_shows_guess_promise_reality_voices_and_a_story(
    asked: GuessRound, as_role: Callable[[Role], Client]
) -> None:
    guess(asked, *SIX)
    browser = as_role(Role.EXECUTIVE)
    browser.post(reverse("surveys:reveal", args=[asked.pk]))
    page = browser.get(reverse("surveys:room", args=[asked.pk]))
    assert page.context["guessed"] == tuple(sorted(SIX))
    assert "<svg" in page.context["chart"]
    assert "<svg" in page.context["story"]
    assert len(page.context["voices"]) == 3
    assert page.context["comparison"].sentence.en in page.content.decode()
    assert f"guess={asked.pk}" in page.content.decode()


def test_before_five_have_guessed_reality_shows_only_if_that_is_meant(
    asked: GuessRound, as_role: Callable[[Role], Client]
) -> None:
    guess(asked, 40, 50)
    browser = as_role(Role.EXECUTIVE)
    page = browser.post(reverse("surveys:reveal", args=[asked.pk]), follow=True)
    asked.refresh_from_db()
    assert asked.state == GuessState.OPEN
    assert 'name="anyway"' in page.content.decode()
    browser.post(reverse("surveys:reveal", args=[asked.pk]), {"anyway": "1"})
    asked.refresh_from_db()
    assert asked.state == GuessState.REVEALED


def test_the_wall_shows_no_code_that_phones_cannot_open(
    asked: GuessRound, as_role: Callable[[Role], Client], settings: Settings
) -> None:
    """The list says what to do; the wall only that it is so."""
    settings.ALLOWED_HOSTS = ["localhost", "testserver"]
    browser, room = as_role(Role.EXECUTIVE), reverse("surveys:room", args=[asked.pk])
    here = {
        path: browser.get(path, headers={"host": "localhost:8000"}).content.decode()
        for path in (room, reverse("surveys:guesses"))
    }
    assert "QR code" not in here[room]
    assert "Phones do not reach this computer yet." in here[room]
    assert f"http://localhost:8000{reverse('surveys:phone', args=[asked.token])}" in here[room]
    assert "--host" not in here[room]
    assert "leitstern serve --host 0.0.0.0" in here[reverse("surveys:guesses")]
    there = browser.get(room, headers={"host": "testserver"}).content.decode()
    assert "QR code" in there
    assert "Phones do not reach" not in there
    assert "--host" not in browser.get(reverse("surveys:guesses")).content.decode()


def test_a_story_shown_to_a_room_is_in_the_log(asked: GuessRound, as_role: Callable[[Role], Client]) -> None:
    guess(asked, *SIX)
    browser = as_role(Role.LEAD)
    browser.post(reverse("surveys:reveal", args=[asked.pk]))
    browser.get(reverse("surveys:room", args=[asked.pk]))
    entry = AuditEntry.objects.first()
    assert entry
    assert (entry.verb, entry.subject) == ("show story to room", f"surveys.guessround:{asked.pk}")


def test_a_story_on_the_beamer_names_nobody(asked: GuessRound, as_role: Callable[[Role], Client]) -> None:
    guess(asked, *SIX)
    browser = as_role(Role.LEAD)
    browser.post(reverse("surveys:reveal", args=[asked.pk]))
    page = browser.get(reverse("surveys:room", args=[asked.pk])).content.decode()
    assert "/customers/" not in page.split("<main")[1]


def test_guesses_become_a_belief_once(asked: GuessRound) -> None:
    guess(asked, *SIX)
    with pytest.raises(Conflict):
        actions.keep_as_belief(COMMAND_LINE, asked, Group.STAFF, "room")
    actions.reveal(COMMAND_LINE, asked)
    actions.keep_as_belief(COMMAND_LINE, asked, Group.STAFF, "room")
    kept = Belief.objects.filter(collection__name="room")
    assert sorted(kept.values_list("guess", flat=True)) == sorted(SIX)
    assert set(kept.values_list("touchpoint", "facet", "group")) == {(*WHERE, "staff")}
    with pytest.raises(Conflict):
        actions.keep_as_belief(COMMAND_LINE, asked, Group.STAFF, "room again")


def test_keeping_is_offered_on_the_screen(asked: GuessRound, as_role: Callable[[Role], Client]) -> None:
    guess(asked, *SIX)
    browser = as_role(Role.LEAD)
    browser.post(reverse("surveys:reveal", args=[asked.pk]))
    before = Belief.objects.count()
    answer = browser.post(reverse("surveys:keep", args=[asked.pk]), {"group": "executives"}, follow=True)
    assert "were kept as a belief" in answer.content.decode()
    assert Belief.objects.count() == before + len(SIX)


@pytest.mark.parametrize(("touchpoint", "facet"), [("nowhere", "satisfied"), ("call_help", "beautiful")])
def test_a_room_is_asked_about_something_that_exists(
    small_company: Home, touchpoint: str, facet: str
) -> None:
    with pytest.raises(InvalidInput):
        actions.open_round(COMMAND_LINE, touchpoint, facet)


def test_only_some_may_run_a_room(small_company: Home, auditor: Person) -> None:
    with pytest.raises(NotAllowed):
        actions.open_round(auditor, *WHERE)


def test_links_cannot_be_guessed_and_lead_nowhere_else(asked: GuessRound) -> None:
    other = actions.open_round(COMMAND_LINE, *WHERE)
    assert asked.token != other.token
    assert len(asked.token) >= 12
    assert Client().get(reverse("surveys:phone", args=["nowhere"])).status_code == 404


def test_rooms_are_listed_newest_first(asked: GuessRound, as_role: Callable[[Role], Client]) -> None:
    guess(asked, *SIX)
    newer = actions.open_round(COMMAND_LINE, "payoff", "satisfied")
    assert list(rounds()) == [newer, asked]
    page = as_role(Role.LEAD).get(reverse("surveys:guesses"))
    assert [each.pk for each, _name, _facet in page.context["rounds"]] == [newer.pk, asked.pk]


def test_where_it_hurts_is_suggested_first(small_company: Home, as_role: Callable[[Role], Client]) -> None:
    context = as_role(Role.LEAD).get(reverse("surveys:guesses")).context
    first = context["offered"][: context["suggested"]]
    assert ("claim_settled", "in_time") in {(line.touchpoint, line.facet) for line in first}
    assert len(context["offered"]) > context["suggested"] > 0


def test_the_screen_shows_where_to_guess(asked: GuessRound, as_role: Callable[[Role], Client]) -> None:
    page = as_role(Role.LEAD).get(reverse("surveys:room", args=[asked.pk]))
    assert page.context["address"] == f"http://testserver{phone_address(asked)}"
    assert page.context["qr"].startswith("<svg")
