"""Employees' part in experiences: page, programs, and beside what was published."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from leitstern.app.claims.queries import shown
from leitstern.app.outside.people import where_people_meet
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.app.outside.reading import Published


def test_letters_meet_nobody_and_the_chat_does(published: Published) -> None:
    found = where_people_meet(published)
    assert isinstance(found.all, Estimate)
    assert 0.2 < found.all.value < 0.7


def test_page_and_programs_show_it_beside_the_published_figures(
    published: Published, lead_client: Client
) -> None:
    page = unescape(lead_client.get("/journeys", headers={"Accept-Language": "en"}).content.decode())
    assert "60% of delighting experiences" in page
    assert "70% of frustrating experiences" in page
    found = where_people_meet(published)
    rows = {row["of"]: row for row in lead_client.get("/api/v1/outside/people").json()}
    assert list(rows) == ["best", "worst", "all", "worse"]
    assert [rows[of]["published"] for of in rows] == [0.6, 0.7, None, None]
    assert isinstance(found.best, Estimate)
    assert rows["best"]["share"]["value"] == found.best.value


def test_the_register_of_published_figures_shows_an_own_one_for_each(
    published: Published, lead_client: Client
) -> None:
    found, own = shown("employees-part"), where_people_meet(published)
    assert (found.own, found.each) == (own.all, (own.best, own.worst))
    page = unescape(lead_client.get("/claims", headers={"Accept-Language": "en"}).content.decode())
    assert "of the worst answers possible" in page
    table = lead_client.get("/claims?format=csv").content.decode("utf-8-sig").splitlines()
    rows = [line for line in table if line.startswith("employees-part")]
    assert len(rows) == 2
    assert isinstance(own.best, Estimate)
    assert str(round(own.best.value, 4)).replace(".", ",") in rows[0].replace(".", ",")
