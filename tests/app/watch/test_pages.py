"""The pages of the relapse watch: what they say, what they refuse without losing what was typed, who may do what."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.app.watch.conftest import count_principle, month

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import WORKER
from leitstern.app.settled.models import Level
from leitstern.app.watch.models import Alarm
from leitstern.app.watch.sounding import look

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    type SignIn = Callable[[Role], Client]

KEPT_EIGHT = (46, 47, 45, 46, 46, 47, 45, 46)


def said(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def test_nothing_measured_says_where_series_come_from(bank: None, as_role: SignIn) -> None:
    page = said(as_role(Role.LEAD), "/watch")
    assert "Nothing is measured yet that could fall back." in page
    assert "Begin with a principle that can be counted." in page


def test_without_a_level_the_page_says_how_to_set_one(bank: None, as_role: SignIn) -> None:
    series = count_principle(KEPT_EIGHT)
    client = as_role(Role.LEAD)
    assert "Open one and say so: then it is watched." in said(client, "/watch")
    assert "A level needs six monthly or three quarterly measurements." in said(
        client, f"/watch/series/{series}"
    )


@pytest.mark.parametrize(("language", "words"), [("en", "is falling back"), ("de", "fällt zurück")])
def test_the_overview_leads_with_the_relapse(
    relapsed: tuple[str, str], as_role: SignIn, language: str, words: str
) -> None:
    client = as_role(Role.EXECUTIVE)
    client.cookies["leitstern_language"] = language
    page = said(client, "/watch")
    assert words in page.split("</h1>")[0]
    assert "<svg" in page
    assert page.count(f"/watch/series/{relapsed[0]}") >= 2


def test_month_by_month(relapsed: tuple[str, str], as_role: SignIn) -> None:
    Level.objects.update(created=timezone.now() - timedelta(days=150))
    client = as_role(Role.LEAD)
    before = month(3)
    page = said(client, f"/watch?at={before:%Y-%m}")
    assert "As it was in" in page
    assert f'rel="prev" href="?at={month(4):%Y-%m}"' in page
    assert f'rel="next" href="?at={month(2):%Y-%m}"' in page
    assert "Look now" not in page
    assert "is falling back" not in page
    assert "is falling back" in said(client, f"/watch?at={month(0):%Y-%m}")


def test_the_overview_asks_no_more_for_more_series(relapsed: tuple[str, str], as_role: SignIn) -> None:
    client = as_role(Role.LEAD)
    said(client, "/watch")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        said(client, "/watch")
    assert len(asked) <= 25, "\n".join(query["sql"].replace("SELECT", "")[:160] for query in asked)


def test_saying_when_it_was_settled_and_taking_it_back(bank: None, as_role: SignIn) -> None:
    series = count_principle(KEPT_EIGHT)
    client = as_role(Role.LEAD)
    address = f"/watch/series/{series}"
    ended = month(0) - timedelta(days=1)
    short = {"start": f"{month(3):%Y-%m-%d}", "end": f"{ended:%Y-%m-%d}", "why": "It held for a while."}
    page = client.post(f"{address}/settle", short).content.decode()
    assert "That is not enough yet" in page
    assert "It held for a while." in page
    client.post(f"{address}/settle", short | {"start": f"{month(8):%Y-%m-%d}"})
    level = Level.objects.get()
    assert "92 of 100 was reached; nothing was measured since." in said(client, address)
    overview = said(client, "/watch")
    assert "nobody can say: nothing was measured since." in overview.split("</h1>")[0]
    assert "badge good" not in overview
    assert '<span class="badge">nothing measured since</span>' in overview
    client.post(f"/watch/levels/{level.pk}/withdraw")
    assert "Not watched yet" in said(client, address)
    client.post(f"/watch/levels/{level.pk}/withdraw", {"undo": "1"})
    assert "Not watched yet" not in said(client, address)


def test_an_alarm_from_the_look_to_its_end(relapsed: tuple[str, str], as_role: SignIn) -> None:
    client = as_role(Role.LEAD)
    page = client.post("/watch/look", follow=True).content.decode()
    alarm = Alarm.objects.get()
    assert "An alarm was sounded" in page
    assert "Customer lists as spreadsheets" in page
    assert f'href="{reverse("leadership:decision", args=[alarm.decision_id])}"' in page
    assert "no new alarm" in client.post("/watch/look", follow=True).content.decode()
    assert "The alarm is open" in said(client, "/watch")
    address = f"/watch/alarms/{alarm.pk}"
    assert "This field is required" in client.post(f"{address}/close", {"outcome": "false"}).content.decode()
    client.post(f"{address}/close", {"outcome": "countered", "reason": "The template was missing."})
    page = said(client, address)
    assert "The template was missing." in page
    assert "We acted on it" in page
    client.post(f"{address}/reopen")
    assert "How does it end?" in said(client, address)


def test_who_only_reads_sees_no_buttons(relapsed: tuple[str, str], as_role: SignIn) -> None:
    look(WORKER, timezone.localdate())
    client = as_role(Role.AUDITOR)
    for address in ("/watch", f"/watch/series/{relapsed[0]}", f"/watch/alarms/{Alarm.objects.get().pk}"):
        page = said(client, address).split("<main")[1]
        assert "<form" not in page.replace('method="get"', "")


@pytest.mark.parametrize("address", ["/watch/series/nothing", "/watch/alarms/77"])
def test_what_is_not_there(bank: None, as_role: SignIn, address: str) -> None:
    assert as_role(Role.LEAD).get(address).status_code == 404


def test_tables_to_take_along(relapsed: tuple[str, str], as_role: SignIn) -> None:
    client = as_role(Role.LEAD)
    lines = client.get("/watch?format=csv").content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith(
        "series,name,kind,relapse,reached,reached_low,reached_high,last_day,value,low,high,n"
    )
    assert len(lines) == 3
    one = client.get(f"/watch/series/{relapsed[0]}?format=csv").content.decode("utf-8-sig").splitlines()
    assert len(one) == 13
    assert one[-1].split(",")[4] == "50"


class TestOwnWords:
    MEANING = "Whoever turns to us is heard once and need not ask twice."

    def test_nothing_said_yet(self, bank: None, as_role: SignIn) -> None:
        page = said(as_role(Role.LEAD), "/watch/own-words")
        assert "No department has said it in its own words yet." in page
        assert "until then nothing can be judged" in page

    def test_two_judge_for_themselves(self, bank: None, as_role: SignIn) -> None:
        lead, analyst, executive = (as_role(each) for each in (Role.LEAD, Role.ANALYST, Role.EXECUTIVE))
        lead.post("/watch/own-words/meaning", {"text": self.MEANING})
        today = timezone.localdate().isoformat()
        analyst.post("/watch/own-words/new", {"unit": "service", "day": today, "text": "Shorter calls."})
        own = said(analyst, "/watch/own-words")
        assert "Still the same change" not in own  # whoever wrote it down does not judge
        before = said(lead, "/watch/own-words")
        assert "Still the same change" in before
        judge = before.split('class="actions"')[0] and "/watch/own-words/1/judge"
        executive.post(judge, {"same": "yes"})
        assert "find the same change" not in said(lead, "/watch/own-words")
        lead.post(judge, {"same": "no"})
        assert "1 of 2 people find the same change in it" in said(lead, "/watch/own-words")
        assert "another change" in said(lead, "/watch/own-words")
        assert "judged these words already" in lead.post(judge, {"same": "no"}, follow=True).content.decode()

    def test_withdrawn_and_back(self, bank: None, as_role: SignIn) -> None:
        client = as_role(Role.ANALYST)
        today = timezone.localdate().isoformat()
        client.post("/watch/own-words/new", {"unit": "service", "day": today, "text": "Shorter calls."})
        client.post("/watch/own-words/1/withdraw")
        assert "withdrawn" in said(client, "/watch/own-words")
        client.post("/watch/own-words/1/withdraw", {"undo": "1"})
        assert "waits for another judgement" in said(client, "/watch/own-words")

    def test_tomorrow_is_refused_and_nothing_lost(self, bank: None, as_role: SignIn) -> None:
        tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
        page = as_role(Role.ANALYST).post(
            "/watch/own-words/new", {"unit": "service", "day": tomorrow, "text": "Shorter calls."}
        )
        assert "That day has not come yet" in page.content.decode()
        assert "Shorter calls." in page.content.decode()

    def test_as_a_table(self, bank: None, as_role: SignIn) -> None:
        client = as_role(Role.ANALYST)
        today = timezone.localdate().isoformat()
        client.post("/watch/own-words/new", {"unit": "service", "day": today, "text": "Shorter calls."})
        lines = client.get("/watch/own-words?format=csv").content.decode("utf-8-sig").splitlines()
        assert lines[1] == f"Customer service,{today},Shorter calls.,0,0,False"
