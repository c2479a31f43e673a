"""What was agreed is entered on a page by those who may, read by those who see the inside, and printed in the pack."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from leitstern.app.accounts.roles import Role
from leitstern.app.inside.agreements import agreed, floor
from leitstern.app.inside.models import Agreement
from leitstern.app.reports.works_council.evaluations import evaluations
from leitstern.app.reports.works_council.pack import works_council_content

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

ENTERED = {
    "title": "Betriebsvereinbarung Befragungen",
    "agreed_on": "2026-03-02",
    "parties": "Lindenberg und ihr Betriebsrat",
    "fewest": "7",
    "fewest_comments": "12",
    "keep_days": "365",
    "legal_basis": "Art. 6 Abs. 1 Buchst. f DSGVO",
    "impact_assessed": "2026-02-20",
    "works_council": "Barbara Rat",
    "data_protection": "<b>Dieter</b> Schutz",
}
PRINTED = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def a_home(home: object, db: None) -> None:
    """An empty installation is enough."""


def test_an_administrator_enters_it_and_the_pack_prints_it(as_role: Callable[[Role], Client]) -> None:
    browser = as_role(Role.ADMIN)
    before = browser.get(reverse("reports:agreement")).content.decode()
    assert "No agreement with the works council is entered yet." in before
    answer = browser.post(reverse("reports:agreement"), ENTERED, follow=True)
    page = answer.content.decode()
    assert "Betriebsvereinbarung Befragungen" in page
    assert "&lt;b&gt;Dieter&lt;/b&gt; Schutz" in page
    assert floor() == (7, 12)
    fewest = [each.fewest for each in evaluations() if each.fewest]
    assert fewest[:5] == [5, 5, 7, 12, 7]
    assert set(fewest[5:]) <= {5, 7}  # what is agreed holds wherever people's answers or work are counted
    for language, said in (
        (
            "de",
            (
                "02.03.2026",
                "7 Personen",
                "365 Tage nach Veröffentlichung",
                "spätestens 365 Tage",
                "mindestens 7 Personen",
            ),
        ),
        ("en", ("02/03/2026", "7 people", "365 days after", "latest 365 days", "at least 7 people")),
    ):
        content = str(works_council_content(language, PRINTED))
        for each in (*said, ENTERED["parties"], ENTERED["works_council"], ENTERED["data_protection"]):
            assert each in content, each


def test_without_one_the_pack_says_what_is_open(db: None) -> None:
    said = str(works_council_content("de", PRINTED))
    assert "Noch ist nichts eingetragen." in said
    assert "5 Personen: die des Programms" in said
    assert "spätestens 730 Tage nach ihrer Veröffentlichung. Eine Welle" in said


def test_mistakes_keep_the_form_and_enter_nothing(as_role: Callable[[Role], Client]) -> None:
    browser = as_role(Role.ADMIN)
    for wrong in ({"fewest": "4"}, {"title": ""}, {"fewest": "20"}, {"agreed_on": "2090-01-01"}):
        answer = browser.post(reverse("reports:agreement"), {**ENTERED, **wrong})
        assert answer.status_code == 422
        assert "Lindenberg und ihr Betriebsrat" in answer.content.decode()
    assert agreed() is None


def test_others_read_it_and_change_nothing(as_role: Callable[[Role], Client]) -> None:
    as_role(Role.ADMIN).post(reverse("reports:agreement"), ENTERED)
    for role in (Role.LEAD, Role.AUDITOR, Role.EXECUTIVE):
        browser = as_role(role)
        page = browser.get(reverse("reports:agreement")).content.decode()
        assert "Barbara Rat" in page
        assert "<form method" not in page.split("<main", 1)[1]
        assert browser.post(reverse("reports:agreement"), ENTERED).status_code == 403
    assert as_role(Role.SERVICE).get(reverse("reports:agreement")).status_code == 403
    assert Agreement.objects.count() == 1


def test_programs_enter_and_read_it(as_role: Callable[[Role], Client]) -> None:
    browser = as_role(Role.ADMIN)
    address = "/api/v1/works-council/agreement"
    assert browser.get(address).json() is None
    body = {"title": "Surveys", "agreed_on": "2026-03-02", "parties": "Bank and council", "fewest": 8}
    answer = browser.put(address, body, content_type="application/json")
    assert (answer.status_code, answer.json()["fewest"], answer.json()["keep_days"]) == (200, 8, None)
    assert browser.get(address).json()["title"] == "Surveys"
    low = browser.put(address, {**body, "fewest": 3}, content_type="application/json")
    assert low.status_code == 422
    pack = browser.get("/api/v1/works-council/pack.pdf?lang=de")
    assert pack.content.startswith(b"%PDF")
