"""Pages, programs and terminal say the same of silos, and a table that cannot be is told line by line."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.app.silo.conftest import closed
from tests.people import make

from leitstern.app.accounts.actions import create_key
from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.silo.actions import keep_ties
from leitstern.app.silo.counts import index_of
from leitstern.app.silo.models import TieCount
from leitstern.core.inside.silo.ties import EI, Ties

if TYPE_CHECKING:
    from collections.abc import Callable

SPRING = date(2026, 3, 1)
TABLE = b"Bereich;Menschen;IT;Marketing\nIT;88;400;3\nMarketing;34;;150\n"


@pytest.fixture
def browser(analyst: Person) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(analyst)
    return client


def upload(browser: Client, table: bytes) -> tuple[int, str]:
    answer = browser.post(
        reverse("silo:ties"),
        {"day": "2026-03-01", "source": "calendars", "file": SimpleUploadedFile("ties.csv", table)},
        follow=True,
    )
    return answer.status_code, answer.content.decode()


def test_with_nothing_measured_the_page_says_what_to_do(browser: Client) -> None:
    page = browser.get(reverse("silo:overview")).content.decode()
    assert "Whether there are silos has not been measured yet." in page
    assert "Hand in a count" in page
    assert "To the staff waves" in page


def test_a_count_is_handed_in_read_and_taken_back(browser: Client) -> None:
    status, page = upload(browser, TABLE)
    assert status == 200
    assert "Ties stay inside, a silo of action: E–I lies" in page
    assert "How much chance varies is not known" in page
    assert "Marketing" in page
    assert "There is a silo of action." in browser.get(reverse("silo:overview")).content.decode()
    kept = TieCount.objects.get()
    listed = browser.get(reverse("silo:count", args=[kept.pk]), {"format": "csv"}).content.decode()
    assert "Information technology,Marketing,3," in listed
    browser.post(reverse("silo:withdraw", args=[kept.pk]))
    assert "has not been measured yet" in browser.get(reverse("silo:overview")).content.decode()
    browser.post(reverse("silo:withdraw", args=[kept.pk]), {"undo": "1"})
    assert "There is a silo of action." in browser.get(reverse("silo:overview")).content.decode()


@pytest.mark.parametrize(
    ("people", "counts", "spread", "headlines"),
    [
        (8, [[6, 4], [4, 5]], 1.1, ("cannot be told yet", "cannot be told from this count")),
        (900, [[5120, 9760], [9760, 5120]], 5.0, ("no silo of action", "Ties cross borders")),
        (40, [[200, 20], [20, 180]], 4.0, ("People keep to their department", "Ties stay inside")),
    ],
)
def test_headlines_say_what_the_verdict_says_whatever_p_is(
    browser: Client,
    analyst: Person,
    people: int,
    counts: list[list[int]],
    spread: float,
    headlines: tuple[str, str],
) -> None:
    """Of few people with p < .05 it is open, of many with p < .05 there is none."""
    ties = Ties(("it", "marketing"), (people, people), np.array(counts), spread)
    kept = keep_ties(analyst, "x.csv", ties, SPRING, "calendars")
    found = index_of(kept)
    assert isinstance(found, EI)
    assert found.p is not None
    assert found.p < 0.05
    for headline, name, args in zip(headlines, ("ties", "count"), ([], [kept.pk]), strict=True):
        page = browser.get(reverse(f"silo:{name}", args=args)).content.decode()
        assert headline in page.partition("<h1>")[2].partition("</h1>")[0]


def test_every_mistake_stands_on_the_page_and_nothing_typed_is_lost(browser: Client) -> None:
    status, page = upload(browser, b"Bereich;Menschen;IT;Mond\nIT;88;-4;3\nMarketing;34;1;150\n")
    assert status == 422
    for words in (
        "“Mond” is not known here",
        "is less than nothing",
        "has a line but no column",
        "calendars",
    ):
        assert words in page
    assert not TieCount.objects.exists()


def test_the_sample_can_be_handed_in_as_it_is(browser: Client) -> None:
    table = browser.get(reverse("silo:sample")).content
    assert upload(browser, table)[0] == 200
    assert TieCount.objects.count() == 1


def test_functions_are_entered_by_whoever_keeps_registers(browser: Client) -> None:
    there = reverse("silo:functions")
    assert "Guessed by what departments are called" in browser.get(there).content.decode()
    twice = browser.post(there, {"sales": ["branches"], "it": ["branches"]}).content.decode()
    assert "cannot stand for two functions" in twice
    browser.post(there, {"sales": ["branches", "insurance"], "it": ["it"]})
    assert "As entered on" in browser.get(there).content.decode()
    reader = Client(headers={"Accept-Language": "en"})
    reader.force_login(make(Role.EXECUTIVE))
    assert "Insurance advice" in reader.get(there).content.decode()
    assert reader.post(there, {}).status_code == 403


def test_pages_ask_the_database_equally_often_for_one_count_or_ten(
    browser: Client, analyst: Person, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    for month in range(1, 11):
        keep_ties(analyst, f"{month}.csv", closed(), date(2025, month, 1), "calendars")
    for name in ("overview", "ties"):
        with django_assert_max_num_queries(25):  # type: ignore[attr-defined]
            browser.get(reverse(f"silo:{name}"))


def test_programs_read_and_hand_in(analyst: Person) -> None:
    token = create_key(analyst, "probe")[1]
    client = Client(headers={"Authorization": f"Bearer {token}"})
    body = {"day": "2026-03-01", "source": "calendars", "content": TABLE.decode()}
    made = client.post("/api/v1/silo/ties", json.dumps(body), content_type="application/json")
    assert made.status_code == 201
    assert made.json()["ei"]["value"] < made.json()["null"]
    assert (made.json()["p"], made.json()["verdict"]) == (None, "silo")
    spread = client.post(
        "/api/v1/silo/ties", json.dumps(body | {"spread": 9.5}), content_type="application/json"
    ).json()
    assert (spread["spread"], spread["p"] < 0.001) == (9.5, True)
    wrong = client.post(
        "/api/v1/silo/ties", json.dumps(body | {"day": "2090-01-01"}), content_type="application/json"
    )
    assert wrong.status_code == 422
    found = client.get("/api/v1/silo").json()
    assert (found["verdict"], found["sentence"]["en"]) == ("silo", "There is a silo of action.")
    assert [each["index"].get("missing") for each in found["facets"]] == [
        "not-asked",
        "no-rewards",
        None,
        "no-data-objects",
    ]
    key = create_key(make(Role.SERVICE), "probe")[1]
    assert Client(headers={"Authorization": f"Bearer {key}"}).get("/api/v1/silo").status_code == 403
    assert Person.objects.count() == 2
