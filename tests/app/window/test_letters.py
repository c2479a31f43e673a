"""The weekly letter goes out by a real mail server: once per week, person and department, until somebody leaves it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from tests.app.waves.asking import use
from tests.people import make
from tests.post import Post

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.jobs import REGULAR
from leitstern.app.common.posting import LetterState
from leitstern.app.window import letters
from leitstern.app.window.models import Declined, Subscription, WeekLetter
from leitstern.app.window.subscribing import end, has_letter, leave, person_of_token, subscribe, token_of
from leitstern.core.errors import InvalidInput, NotAllowed, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import Settings

    At = Callable[[datetime], None]

BERLIN = ZoneInfo("Europe/Berlin")
SUNDAY = datetime(2031, 3, 2, 12, tzinfo=BERLIN)
MONDAY = datetime(2031, 3, 3, 7, 30, tzinfo=BERLIN)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> At:
    """Let it be another moment for the worker, and look again."""

    def moved(now: datetime) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)
        monkeypatch.setattr(letters._Look, "at", None)

    moved(SUNDAY)
    return moved


def work() -> None:
    """What the worker does between jobs, until there is nothing left."""
    while letters.post_next():
        pass


def states() -> dict[str, int]:
    return {state: n for state in LetterState.values if (n := WeekLetter.objects.filter(state=state).count())}


def test_the_worker_tends_to_it() -> None:
    assert "leitstern.app.window.letters.post_next" in REGULAR


def test_once_per_week_and_person_whatever_happens(owner: Person, post: Post, at: At) -> None:
    held = subscribe(owner, "service", owner, address="http://testserver/")
    Subscription.objects.filter(pk=held.pk).update(created=SUNDAY)
    work()
    assert states() == {}  # subscribed on Sunday; the next letter is due on Monday
    at(MONDAY)
    work()
    for hours in (1, 30, 100):
        at(MONDAY + timedelta(hours=hours))  # also after a restart, which knows nothing of having looked
        work()
    assert states() == {"sent": 1}
    at(MONDAY + timedelta(days=7))
    work()
    assert states() == {"sent": 2}
    at(MONDAY + timedelta(days=49))
    work()
    assert states() == {"sent": 1}  # those of long ago are forgotten
    post.taken.pop()
    assert len(post.taken) == len({each["Message-ID"] for each in post.taken}) == 2


def test_it_looks_once_an_hour(owner: Person, post: Post, at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[datetime] = []
    monkeypatch.setattr(letters, "write_due", looked.append)
    for minutes in (0, 20, 59, 60, 61, 125):
        now = MONDAY + timedelta(minutes=minutes)
        monkeypatch.setattr("django.utils.timezone.now", lambda now=now: now)
        letters.post_next()
    assert [(each - MONDAY).total_seconds() / 60 for each in looked] == [0, 60, 125]


def test_what_it_says_in_the_readers_language(owner: Person, post: Post, at: At) -> None:
    reader = make(Role.EXECUTIVE)
    for person, language in ((owner, "de"), (reader, "en")):
        person.language = language
        person.save()
        subscribe(person, "claims_intake", person, address="http://testserver/")
    at(MONDAY)
    work()
    german, english = sorted(post.taken, key=lambda each: each["To"] != owner.email)
    assert german["Subject"] == "Was Ihre Kundschaft sagt: Schadenannahme"
    assert english["Subject"] == "What your customers say: Claims intake"
    for message, good, page in (
        (german, "ZUERST ETWAS GUTES", 'lang="de"'),
        (english, "ONE GOOD THING FIRST", 'lang="en"'),
    ):
        plain, html = message.get_body(("plain",)), message.get_body(("html",))
        assert plain
        assert html
        text = plain.get_content().replace("\r", "")
        assert good in text
        assert "http://testserver/window/claims_intake\n" in text
        assert page in html.get_content()
        assert "<script" not in html.get_content()
        assert "http://testserver/window/claims_intake/leave/" in message["List-Unsubscribe"]
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert "\n\n\n" not in text
    waits = re.findall(r"typical wait .*", text)
    assert waits
    for said in waits:
        assert re.fullmatch(r"typical wait [\d.]+ \w+ \[[\d.]+ \w+ – [\d.]+ \w+\], n [\d,]+", said), said


def test_one_click_leaves_and_opening_the_link_does_not(owner: Person, post: Post, at: At) -> None:
    subscribe(owner, "service", owner, address="http://testserver/")
    at(MONDAY)
    work()
    path = str(post.taken[0]["List-Unsubscribe"]).strip(" <>").removeprefix("http://testserver")
    stranger = Client(enforce_csrf_checks=True, headers={"Accept-Language": "en"})
    assert "No letter of Customer service any more?" in stranger.get(path).content.decode()
    assert has_letter(owner) == {"service"}
    left = stranger.post(path, {"List-Unsubscribe": "One-Click"})  # as mail programs do it
    assert "You will not get the letter" in left.content.decode()
    assert has_letter(owner) == frozenset()
    assert stranger.get(f"{path[:-2]}xx").status_code == 404
    at(MONDAY + timedelta(days=7))
    work()
    assert states() == {"sent": 1}


def test_a_role_gets_it_and_one_of_them_leaves(owner: Person, lead: Person, post: Post, at: At) -> None:
    other = Person.objects.create(email="other@bank.example", name="Otto Owner", role=Role.OWNER)
    subscribe(lead, "service", role=Role.OWNER, address="http://testserver/")
    subscribe(owner, "service", owner)  # twice the same letter is one
    assert has_letter(owner) == {"service"}
    leave(owner, owner, "service")
    assert has_letter(owner) == frozenset()
    assert Declined.objects.get().person == owner
    at(MONDAY)
    work()
    assert [each["To"] for each in post.taken] == [other.email]
    subscribe(owner, "service", owner)
    assert has_letter(owner) == {"service"}


def test_only_who_steers_lets_others_have_it(owner: Person, lead: Person) -> None:
    with pytest.raises(NotAllowed):
        subscribe(owner, "service", lead)
    with pytest.raises(NotAllowed):
        subscribe(owner, "service", role=Role.OWNER)
    held = subscribe(lead, "service", owner)
    assert subscribe(lead, "service", owner) == held
    with pytest.raises(NotAllowed):
        end(owner, held)
    end(lead, held)
    assert has_letter(owner) == frozenset()
    for wrong in ({}, {"person": lead, "role": Role.OWNER}, {"role": "wizard"}):
        with pytest.raises(InvalidInput):
            subscribe(lead, "service", **wrong)
    with pytest.raises(InvalidInput):
        subscribe(lead, "moon", lead)


def test_who_may_not_sign_in_any_more_gets_nothing(owner: Person, post: Post, at: At) -> None:
    subscribe(owner, "service", owner)
    owner.is_active = False
    owner.save()
    at(MONDAY)
    work()
    assert states() == {}


def test_a_server_that_is_down_makes_no_letter_of_an_old_week(
    owner: Person, post: Post, at: At, settings: Settings
) -> None:
    subscribe(owner, "service", owner, address="http://testserver/")
    post.stop()
    at(MONDAY)
    letters.post_next()
    assert states() == {"waiting": 1}
    WeekLetter.objects.update(due=MONDAY)
    with Post() as back:
        use(back, settings)
        at(MONDAY + timedelta(days=8))
        work()
        assert states() == {"sent": 1}  # of the new week; the old one told of then
        assert WeekLetter.objects.get().week == (MONDAY + timedelta(days=7)).date()


def test_without_a_mail_server_nothing_piles_up(owner: Person, at: At) -> None:
    subscribe(owner, "service", owner)
    at(MONDAY)
    work()
    assert not WeekLetter.objects.exists()


def test_a_link_holds_for_one_person_and_one_department(owner: Person, lead: Person) -> None:
    token = token_of(owner, "service")
    assert person_of_token(token, "service") == owner
    for wrong, unit in (
        (token, "it"),
        (token.replace(str(owner.pk), str(lead.pk), 1), "service"),
        ("x", "it"),
    ):
        with pytest.raises(NotFound):
            person_of_token(wrong, unit)


def test_pages_subscribe_preview_and_end(owner: Person, lead_client: Client, reader: Client) -> None:
    here = reverse("window:unit", args=["service"])
    assert "Send me this every Monday" in reader.get(here).content.decode()
    reader.post(reverse("window:subscribe", args=["service"]))
    assert "No weekly letter any more" in reader.get(here).content.decode()
    assert "ONE GOOD THING FIRST" in reader.get(reverse("window:letter", args=["service"])).content.decode()
    reader.post(reverse("window:unsubscribe", args=["service"]))
    assert has_letter(owner) == frozenset()
    there = reverse("window:subscribe", args=["service"])
    assert reader.post(there, {"others": "1", "role": "owner"}).status_code == 403
    both = lead_client.post(there, {"others": "1"})
    assert (
        "Wählen Sie eine Person oder eine Rolle" in both.content.decode()
        or "Choose one person" in both.content.decode()
    )
    lead_client.post(there, {"others": "1", "role": "owner"})
    held = Subscription.objects.get(ended=None)
    lead_client.post(reverse("window:end", args=[held.pk]))
    assert not Subscription.objects.filter(ended=None).exists()
