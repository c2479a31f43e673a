"""Somebody answers on a phone: with a link, without an account, and without leaving a trace of who it was."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection, models
from django.test import Client
from django.utils import timezone
from tests.app.waves.asking import answer, deliver, people

from leitstern.app.common.models import AuditEntry
from leitstern.app.waves import actions
from leitstern.app.waves.models import Answer, Comment, Draft, Invited, Sheet, Token, Wave
from leitstern.app.waves.queries import instrument_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.post import Post

    from leitstern.app.accounts.models import Person
    from leitstern.collect.roster import Roster


@pytest.fixture
def links(launch: Callable[[Roster], Wave], post: Post) -> list[str]:
    """Links of six people of service."""
    launch(people(service=6))
    deliver()
    return list(post.links().values())


def test_answers_are_kept_with_their_group_and_nothing_else(links: list[str]) -> None:
    browser = answer(links[0], point=6, comment="Frau Müller hilft immer.")
    (kept,) = Answer.objects.all()
    assert (kept.unit, kept.level, set(kept.answers.values())) == ("service", "staff", {6})
    assert len(kept.answers) == 66
    assert [each.text for each in Comment.objects.all()] == ["Frau [name] hilft immer."]
    assert not Draft.objects.exists()
    assert Token.objects.filter(used=True).count() == 1
    assert "handed in" in browser.get(links[0]).content.decode()


def test_no_row_says_when_or_who(links: list[str]) -> None:
    for model in (Answer, Comment, Draft, Token):
        for field in model._meta.get_fields():
            assert not isinstance(field, (models.DateField, models.DateTimeField))
            if field.is_relation:
                assert field.related_model in {Wave, Sheet}
    assert not any(
        isinstance(field, (models.DateField, models.DateTimeField)) for field in Sheet._meta.get_fields()
    )
    with connection.cursor() as cursor:
        for path in links:
            answer(path)
        cursor.execute("SELECT rowid, id FROM waves_answer")
        rows = cursor.fetchall()
    assert all(
        rowid == key for rowid, key in rows
    )  # rows lie in the order of random ids, not of their coming
    assert [key for _, key in rows] == sorted(key for _, key in rows)
    assert max(key for _, key in rows) > 1 << 40
    assert not AuditEntry.objects.filter(verb__contains="answer").exists()
    assert not Sheet.objects.exists()  # only paper has numbers


def test_tokens_are_kept_as_hashes_and_lead_nowhere_without_the_secret(links: list[str]) -> None:
    stored = " ".join(Token.objects.values_list("digest", flat=True))
    assert not any(path.rpartition("/")[2] in stored for path in links)
    keys = {field.name for field in Token._meta.get_fields()} & {
        field.name for field in Invited._meta.get_fields()
    }
    assert keys == {"id", "wave", "unit", "level"}
    assert not set(Token.objects.values_list("pk", flat=True)) & set(
        Invited.objects.values_list("pk", flat=True)
    )


@pytest.mark.parametrize("times", [1, 5])
def test_programs_that_open_links_use_nothing_up(links: list[str], times: int) -> None:
    for _ in range(times):
        scanner = Client(headers={"user-agent": "SafeLinks"})
        assert scanner.get(links[0]).status_code == 200
        assert scanner.head(links[0]).status_code == 200
        assert scanner.get(links[0] + "/1").status_code == 302
        assert scanner.get(links[0] + "/review").status_code == 302
    assert not Token.objects.filter(used=True).exists()
    assert not Draft.objects.exists()
    answer(links[0])
    assert Answer.objects.count() == 1


def test_leaving_and_going_on(links: list[str]) -> None:
    browser = Client()
    browser.post(links[0])
    page = browser.get(links[0] + "/1")
    first = page.context["items"][0][0].slug
    browser.post(links[0] + "/1", {first: "3"})
    again = browser.get(links[0])
    assert "Go on" in again.content.decode()
    assert browser.get(links[0] + "/1").context["items"][0] == (page.context["items"][0][0], 3)
    browser.post(links[0] + "/1", {first: ""})  # taken back
    assert Draft.objects.get().answers == {}


def test_a_draft_knows_neither_token_nor_group_and_another_browser_does_not_see_it(links: list[str]) -> None:
    browser = Client()
    browser.post(links[0])
    slug = browser.get(links[0] + "/1").context["items"][0][0].slug
    browser.post(links[0] + "/1", {slug: "4"})
    assert {field.name for field in Draft._meta.get_fields()} == {"id", "wave", "key", "answers"}
    assert browser.cookies["leitstern_wave"]["path"] == links[0]
    assert browser.cookies["leitstern_wave"].value not in Draft.objects.get().key
    assert Client().get(links[0] + "/1").status_code == 302


def test_a_draft_is_made_by_the_first_answer_and_nobody_can_make_endlessly_many(links: list[str]) -> None:
    slug = ""
    for _ in range(31):  # five for each of six people, and one more
        browser = Client(headers={"accept-language": "en"})
        browser.post(links[0])
        slug = browser.get(links[0] + "/1").context["items"][0][0].slug
        before = Draft.objects.count()
        browser.post(links[0] + "/1", {slug: ""})
        assert Draft.objects.count() == before
        told = browser.post(links[0] + "/1", {slug: "4"})
    assert Draft.objects.count() == 30
    assert told.status_code == 409
    assert "begun in this survey" in told.content.decode()


def test_partial_answers_count_and_empty_ones_do_not(links: list[str]) -> None:
    browser = Client()
    browser.post(links[0])
    empty = browser.post(links[0] + "/review", {"comment": "x"})
    assert empty.status_code == 422
    assert "not answered anything" in empty.content.decode()
    slug = browser.get(links[0] + "/2").context["items"][0][0].slug
    browser.post(links[0] + "/2", {slug: "7"})
    browser.post(links[0] + "/review", {"comment": ""})
    assert Answer.objects.get().answers == {slug: 7}


@pytest.mark.parametrize("typed", ["0", "8", "x", "７", "-1", "1" * 5000, "0007", "7" + "0" * 5000])
def test_what_is_not_on_the_scale_is_not_kept(links: list[str], typed: str) -> None:
    browser = Client()
    browser.post(links[0])
    slug = browser.get(links[0] + "/1").context["items"][0][0].slug
    assert browser.post(links[0] + "/1", {slug: typed}).status_code == 302
    kept = [draft.answers for draft in Draft.objects.all()]
    assert kept == ([{slug: 7}] if typed == "７" else [])  # full-width digits are digits


def test_a_comment_of_a_megabyte_loses_nothing(links: list[str]) -> None:
    browser = Client()
    browser.post(links[0])
    slug = browser.get(links[0] + "/1").context["items"][0][0].slug
    browser.post(links[0] + "/1", {slug: "4"})
    refused = browser.post(links[0] + "/review", {"comment": "a" * 1_000_000})
    assert refused.status_code == 422
    assert "at most 4000 characters" in refused.content.decode().replace(",", "")
    assert Draft.objects.get().answers == {slug: 4}
    assert not Token.objects.filter(used=True).exists()
    browser.post(links[0] + "/review", {"comment": "a" * 4000})
    assert Comment.objects.get().text == "a" * 4000


def test_answers_lie_in_the_order_of_the_questions(links: list[str]) -> None:
    """Whoever goes back and forth would otherwise leave a trace of it."""
    browser = Client()
    browser.post(links[0])
    for page in ("/3", "/1", "/2"):
        slug = browser.get(links[0] + page).context["items"][0][0].slug
        browser.post(links[0] + page, {slug: "4"})
    browser.post(links[0] + "/review", {"comment": ""})
    asked = [item.slug for item in instrument_of(Wave.objects.get()).items]
    given = list(Answer.objects.get().answers)
    assert len(given) == 3
    assert given == sorted(given, key=asked.index)


def test_a_used_link_is_met_kindly_and_takes_no_second_answer(links: list[str]) -> None:
    other = Client()
    other.post(links[0])
    slug = other.get(links[0] + "/1").context["items"][0][0].slug
    other.post(links[0] + "/1", {slug: "4"})
    answer(links[0])
    assert other.post(links[0] + "/review", {}).status_code == 200  # the page that says thank you
    assert Client().post(links[0]).status_code == 200
    assert Answer.objects.count() == 1


def test_two_browsers_at_once_hand_in_once(links: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The second one passed every check before the first was done."""
    browser = Client()
    browser.post(links[0])
    slug = browser.get(links[0] + "/1").context["items"][0][0].slug
    browser.post(links[0] + "/1", {slug: "4"})
    monkeypatch.setattr(
        "leitstern.app.waves.queries.token_by_text", lambda wave, token: Token.objects.first()
    )
    right = Token.objects.first()
    assert right is not None
    Token.objects.filter(pk=right.pk).update(used=True)
    right.used = False
    monkeypatch.setattr("leitstern.app.waves.queries.token_by_text", lambda wave, token: right)
    assert browser.post(links[0] + "/review", {}).status_code == 302
    assert not Answer.objects.exists()


def test_expired_and_unknown_links_get_a_kind_page(links: list[str], lead: Person) -> None:
    wave = Wave.objects.get()
    assert Client().get(f"/answer/{wave.pk}/nonsense").status_code == 404
    assert Client().get("/answer/999/nonsense").status_code == 404
    Wave.objects.update(closes=timezone.localdate() - timedelta(days=2))
    over = Client().get(links[0])
    assert over.status_code == 410
    assert "has ended" in over.content.decode()
    wave.refresh_from_db()
    actions.close(lead, wave)
    assert Client().get(links[0]).status_code == 410
    assert Client().post(links[0]).status_code == 410


def test_the_pages_speak_the_language_of_the_browser(links: list[str]) -> None:
    german = Client(headers={"accept-language": "de"}).get(links[0]).content.decode()
    assert 'lang="de"' in german
    assert "730 Tage nach der Veröffentlichung" in german
    assert 'lang="en"' in Client(headers={"accept-language": "en"}).get(links[0]).content.decode()


def test_answering_starts_no_session(links: list[str]) -> None:
    assert set(answer(links[0]).cookies) <= {"leitstern_wave", "csrftoken"}
