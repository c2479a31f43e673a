"""The pages: what stands on them, what forms do, and what comes back when something is missing."""

from __future__ import annotations

from datetime import timedelta
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.app.change.conftest import ADVICE, draft

from leitstern.app.accounts.roles import Role
from leitstern.app.change import queries
from leitstern.app.change.briefing import hand_out, publish, withdraw
from leitstern.app.change.messaging import Plan, keep_message
from leitstern.app.change.models import Consequence, Copy, Language, Message, Pulse, Shaping
from leitstern.app.change.saying import WrongWords
from leitstern.app.change.shaping import Held, keep_shaping, record_consequence
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.inside.instruments import keep_shipped
from leitstern.app.structure.answering import enter_work
from leitstern.core.bridge.change.brief import from_content
from leitstern.core.bridge.change.involvement import YEAR, Subject
from leitstern.core.bridge.change.participation import Attended
from leitstern.core.bridge.change.talk import Channel
from leitstern.core.inside.structure.duties import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pytest_django import DjangoAssertNumQueries

    from leitstern.app.change.models import Brief, Version
    from leitstern.app.portfolio.models import Initiative
    from leitstern.store.home import Home


@pytest.fixture(autouse=True)
def own_home(home: Home) -> None:
    """Tokens of waves are made in a home of the test's own."""


@pytest.fixture
def steerer(as_role: Callable[[Role], Client]) -> Client:
    """Somebody who may steer, in English."""
    browser = as_role(Role.LEAD)
    browser.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return browser


def seen(client: Client, name: str, *args: object, **more: str) -> str:
    answer = client.get(reverse(f"change:{name}", args=args), more)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def send(client: Client, page: str, /, *args: object, code: int = 302, **data: Any) -> str:
    answer = client.post(reverse(f"change:{page}", args=args), data)
    assert answer.status_code == code, answer.content.decode()[:2000]
    return unescape(answer.content.decode())


FORM: dict[str, Any] = {
    "why": "Menschen erzählen alles dreimal.",
    "speaker": "Vorstand",
    "valid_from": "2026-03-01",
    "roles-TOTAL_FORMS": "2",
    "roles-INITIAL_FORMS": "0",
    "roles-0-name": "Beratung am Telefon",
    "roles-0-unit": "service",
    "roles-0-text": "Sie sehen vor dem Gespräch, was schon gesagt wurde.",
    "roles-1-name": "",
    "roles-1-text": "",
}


def test_empty_pages_say_what_to_do_first(steerer: Client) -> None:
    assert "There is no initiative yet." in seen(steerer, "overview")
    assert "Nothing is planned yet." in seen(steerer, "calendar")
    assert "No workshop has been entered yet." in seen(steerer, "shapings")
    assert "Nobody has been asked yet whether the change arrives." in seen(steerer, "pulse")


def test_the_overview_leads_with_who_is_not_told(
    steerer: Client, initiative: Initiative, keep: Callable[..., Brief]
) -> None:
    assert "No initiative has a brief that was published." in seen(steerer, "overview")
    publish(COMMAND_LINE, keep(roles=draft().roles[:1]))
    page = seen(steerer, "overview")
    assert (
        "One affected role has not been told what changes in its daily work: Betrieb (“Eine Akte”)." in page
    )
    rows = seen(steerer, "overview", format="csv").splitlines()
    assert rows[1].startswith(f"{initiative.pk},Eine Akte,service,")
    assert rows[2].split(",")[2:6] == ["", "", "Betrieb", "False"]


def test_a_brief_is_written_published_and_read(steerer: Client, initiative: Initiative) -> None:
    send(steerer, "edit-brief", initiative.pk, **FORM)
    brief = queries.briefs_of(initiative)[0]
    assert brief.language == Language.ENGLISH
    page = seen(steerer, "brief", initiative.pk)
    assert "Nothing is stopped. Then everything new comes on top" in page
    send(steerer, "publish", brief.pk)
    page = seen(steerer, "brief", initiative.pk)
    assert "Version 1 of" in page
    assert "“Betrieb” has no answer." in page


def test_nothing_typed_is_lost_if_a_row_lacks_its_role(steerer: Client, initiative: Initiative) -> None:
    wrong = FORM | {"roles-1-text": "Für wen bin ich?", "valid_from": "morgen"}
    page = send(steerer, "edit-brief", initiative.pk, code=422, **wrong)
    assert "For which role is this answer?" in page
    assert "Für wen bin ich?" in page
    assert "Menschen erzählen alles dreimal." in page


def test_a_role_named_twice_is_told_above_the_form(steerer: Client, initiative: Initiative) -> None:
    twice = FORM | {
        "roles-1-name": "beratung am telefon",
        "roles-1-unit": "service",
        "roles-1-text": "Noch eine.",
    }
    assert "stands here twice" in send(steerer, "edit-brief", initiative.pk, code=422, **twice)


def test_what_cannot_go_out_says_why(
    steerer: Client, initiative: Initiative, keep: Callable[..., Brief]
) -> None:
    page = send(steerer, "publish", keep(why="", speaker="").pk, code=422)
    assert "Say why we do this before it goes out" in page
    assert "Nothing was kept." in page


def test_a_second_version_shows_what_it_says_otherwise(
    steerer: Client, initiative: Initiative, published: Version, keep: Callable[..., Brief]
) -> None:
    publish(COMMAND_LINE, keep(why=draft().why.replace("dreimal", "viermal")))
    page = seen(steerer, "brief", initiative.pk)
    assert "<del>dreimal.</del>" in page
    assert "<ins>viermal.</ins>" in page


def test_a_role_reads_its_page_without_account_and_cookie(published: Version) -> None:
    copy = published.copies.get(unit=ADVICE.unit)
    answer = Client().get(reverse("change:read", args=[copy.token]))
    page = unescape(answer.content.decode())
    assert answer.status_code == 200
    assert not answer.cookies
    assert '<html lang="de">' in page  # as the brief is written, whatever the browser asks for
    assert "Sie sehen vor dem Gespräch" in page
    assert "Ihr Team hält die Verbindung" not in page
    assert Copy.objects.get(pk=copy.pk).opened == 1


def test_everybodys_page_has_all_answers(published: Version) -> None:
    copy = published.copies.get(role="")
    page = Client().get(reverse("change:read", args=[copy.token])).content.decode()
    assert "Sie sehen vor dem Gespräch" in page
    assert "Ihr Team hält die Verbindung" in page


def test_what_only_looks_ahead_is_no_opening(published: Version) -> None:
    copy = published.copies.all()[0]
    address = reverse("change:read", args=[copy.token])
    Client().get(address, headers={"Sec-Purpose": "prefetch;prerender"})
    Client().head(address)
    assert Copy.objects.get(pk=copy.pk).opened == 0


def test_a_link_of_a_withdrawn_version_leads_to_the_newer_one(
    published: Version, keep: Callable[..., Brief]
) -> None:
    copy = published.copies.get(unit=ADVICE.unit)
    newer = publish(COMMAND_LINE, keep(why="Neu gesagt, für die Menschen."))
    withdraw(COMMAND_LINE, published)
    answer = Client().get(reverse("change:read", args=[copy.token]))
    assert answer.status_code == 410
    assert newer.copies.get(unit=ADVICE.unit).token in answer.content.decode()
    withdraw(COMMAND_LINE, newer)
    assert "zurückgezogen" in Client().get(reverse("change:read", args=[copy.token])).content.decode()


def test_an_unknown_link_says_nothing() -> None:
    assert Client().get(reverse("change:read", args=["x" * 22])).status_code == 404


def test_a_version_prints_a_page_per_role(steerer: Client, published: Version) -> None:
    page = seen(steerer, "print", published.pk)
    assert page.count('class="sheet reading"') == 3


def test_copies_are_handed_out_and_taken_back(
    steerer: Client, initiative: Initiative, published: Version
) -> None:
    copy = published.copies.get(unit=ADVICE.unit)
    page = send(steerer, "hand-out", copy.pk, code=422, n="0", channel="mail", day="2026-03-01")
    assert "greater than or equal to 1" in page
    send(steerer, "hand-out", copy.pk, n="40", channel="mail", day="2026-03-01")
    (row,) = copy.handed_out.all()
    send(steerer, "withdraw-handing-out", row.pk)
    assert not copy.handed_out.filter(withdrawn=None)


def test_a_version_is_withdrawn_and_let_hold_again(
    steerer: Client, initiative: Initiative, published: Version
) -> None:
    send(steerer, "withdraw-version", published.pk)
    assert "Let it hold again" in seen(steerer, "brief", initiative.pk)
    send(steerer, "withdraw-version", published.pk, undo="1")
    assert queries.version_by_id(published.pk).withdrawn is None


def message(initiative: Initiative | None, day: date, **change: Any) -> Message:
    said: dict[str, Any] = {"channel": Channel.TEAM, "who": "Leitung", "units": ("service", "it")}
    return keep_message(COMMAND_LINE, Plan("Teamrunde", day, initiative=initiative, **(said | change)))


def test_the_calendar_shows_a_month_and_what_is_missing(
    steerer: Client, initiative: Initiative, published: Version, today: date
) -> None:
    message(initiative, today - timedelta(days=1), units=("service",))
    page = seen(steerer, "calendar", month=f"{today - timedelta(days=1):%Y-%m}")
    assert "“Betrieb” is affected by “Eine Akte” and stands in no entry of the calendar." in page
    assert "not ticked off" in page
    assert "Teamrunde" in page
    assert seen(steerer, "calendar", month="2026-99")  # no such month: this one


def test_something_is_planned_changed_said_and_taken_out(steerer: Client, initiative: Initiative) -> None:
    form: dict[str, Any] = {
        "title": "Versammlung",
        "answer": "why",
        "day": "2026-03-01",
        "channel": "assembly",
        "who": "Vorstand",
        "units": ["service"],
        "roles": ["|Betrieb"],
        "initiative": initiative.pk,
    }
    assert "at least one department or role" in send(
        steerer, "new-message", code=422, **{k: v for k, v in form.items() if k not in {"units", "roles"}}
    )
    send(steerer, "new-message", **form)
    (row,) = queries.messages()
    assert (row.units, row.roles) == (["service"], [["", "Betrieb"]])
    send(steerer, "edit-message", row.pk, **(form | {"title": "Große Versammlung"}))
    send(steerer, "tick", row.pk, day="2026-03-02")
    assert "said on" in seen(steerer, "calendar", month="2026-03")
    send(steerer, "tick", row.pk, undo="1")
    send(steerer, "withdraw-message", row.pk)
    assert not queries.messages()
    assert "Put it back" in seen(steerer, "calendar")
    send(steerer, "withdraw-message", row.pk, undo="1")
    assert queries.messages()[0].title == "Große Versammlung"


def test_what_is_still_to_come_was_not_said(steerer: Client, initiative: Initiative, today: date) -> None:
    row = message(initiative, today)
    send(steerer, "tick", row.pk, day=f"{today + timedelta(days=2)}")
    assert queries.message_by_id(row.pk).done is None


def test_the_calendar_goes_into_any_calendar(steerer: Client, initiative: Initiative, today: date) -> None:
    message(initiative, today, note="Fragen mitnehmen; Ängste, Wünsche\nund mehr " + "ä" * 60)
    answer = steerer.get(reverse("change:calendar-file"))
    text = answer.content.decode()
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"DTSTART;VALUE=DATE:{today:%Y%m%d}\r\n" in text
    assert "Fragen mitnehmen\\; Ängste\\, Wünsche\\nund mehr" in text.replace("\r\n ", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert seen(steerer, "calendar", format="csv").splitlines()[1].split(",")[1] == today.isoformat()


def shaping(initiative: Initiative | None = None, **change: Any) -> Shaping:
    said: dict[str, Any] = {
        "attendance": (
            Attended("service", "", 20, 12),
            Attended("it", "", 6, 3),
            Attended("digital", "", 6, 4),
        )
    }
    held = Held("Die Akte entwerfen", timezone.localdate(), initiative=initiative, **(said | change))
    return keep_shaping(COMMAND_LINE, held, timezone.localdate())


def test_a_workshop_shows_few_people_only_together(steerer: Client, initiative: Initiative) -> None:
    row = shaping(initiative)
    page = seen(steerer, "shaping", row.pk)
    assert "Information technology + Digital banking" in page
    assert ">3<" not in page
    assert ">4<" not in page
    assert ">7<" in page
    csv = seen(steerer, "shapings", format="csv")
    assert ",12,7,False," in csv


def test_customers_took_part_where_a_workshop_names_it_and_they_were_there(
    steerer: Client, today: date
) -> None:
    hotline = enter_work(COMMAND_LINE, Place.TOUCHPOINT, "call_help")
    enter_work(COMMAND_LINE, Place.TOUCHPOINT, "loan_decision")
    enter_work(COMMAND_LINE, Place.PROCESS, "Closing", customer=False)
    call, loan = Subject("touchpoint", "call_help"), Subject("touchpoint", "loan_decision")
    shaping(shaped=(loan,), customers=0)
    assert "For 0 of 2 processes" in seen(steerer, "involved")
    few = shaping(shaped=(call, call), customers=3)
    assert few.shaped == [["touchpoint", "call_help"]]
    page = seen(steerer, "involved")
    assert "For 1 of 2 processes" in page
    assert f'id="work-{hotline.pk}"' in page
    assert "fewer than five" in page
    assert "touchpoint,call_help,Sorting out a problem by phone,True,1" in seen(
        steerer, "involved", format="csv"
    )
    Shaping.objects.filter(pk=few.pk).update(day=today - YEAR)
    assert "customers were there, more than twelve months ago" in seen(steerer, "involved")
    with pytest.raises(WrongWords):
        shaping(shaped=(Subject("process", "nothing"),))


def test_those_who_did_not_come_are_not_worked_out_either(steerer: Client) -> None:
    nearly = (Attended("service", "", 12, 11), Attended("it", "", 8, 7))
    page = seen(steerer, "shaping", shaping(attendance=nearly, customers=3).pk)
    assert "How many were invited is not shown" in page
    assert ">18<" in page
    assert ">20<" not in page
    csv = seen(steerer, "shapings", format="csv")
    assert ",,18,True," in csv  # that customers were there, not how many


def test_a_workshop_of_four_shows_no_number(steerer: Client) -> None:
    page = seen(steerer, "shaping", shaping(attendance=(Attended("it", "", 4, 4),)).pk)
    assert "So few were invited, took part or did not come that no number is shown." in page


def test_a_workshop_is_entered_with_its_departments(
    steerer: Client, initiative: Initiative, today: date
) -> None:
    form: dict[str, Any] = {
        "title": "Akte",
        "day": today.isoformat(),
        "customers": "2",
        "attendance-TOTAL_FORMS": "2",
        "attendance-INITIAL_FORMS": "0",
        "attendance-0-unit": "service",
        "attendance-0-invited": "12",
        "attendance-0-took_part": "13",
    }
    page = send(steerer, "new-shaping", code=422, **form)
    assert "more took part than were invited" in page
    page = send(steerer, "new-shaping", code=422, **(form | {"attendance-1-invited": "3"}))
    assert "Which department is it?" in page
    send(steerer, "new-shaping", **(form | {"attendance-0-took_part": "9"}))
    (row,) = queries.shapings()
    assert (row.customers, queries.took_part(row).took_part) == (2, 9)
    send(steerer, "edit-shaping", row.pk, **(form | {"attendance-0-took_part": "8"}))
    assert queries.took_part(queries.shaping_by_id(row.pk)).took_part == 8


def test_what_came_of_it_is_told_also_if_it_was_not_taken_up(steerer: Client) -> None:
    row = shaping()
    assert "Of one workshop nobody knows what came of it." in seen(steerer, "shapings")
    send(steerer, "consequence", row.pk, code=422, text=" ", taken_up="yes", day="2026-03-01")
    send(steerer, "consequence", row.pk, text="Akte zeigt Gefühle", taken_up="yes", day="2026-03-01")
    record_consequence(COMMAND_LINE, row, "Zu teuer", timezone.localdate(), taken_up=False)
    assert "1 of 2 proposals were taken up; with the others stands why not." in seen(steerer, "shapings")
    send(steerer, "withdraw-consequence", Consequence.objects.get(taken_up=False).pk)
    assert "1 of 1 proposals" in seen(steerer, "shapings")
    send(steerer, "withdraw-shaping", row.pk)
    assert not queries.shapings()
    send(steerer, "withdraw-shaping", row.pk, undo="1")


def test_a_pulse_becomes_a_wave_in_preparation(steerer: Client, initiative: Initiative, today: date) -> None:
    keep_shipped()
    send(steerer, "pulse", code=422, name="", closes=today.isoformat())
    send(
        steerer,
        "pulse",
        name="Kommt es an?",
        closes=(today + timedelta(days=3)).isoformat(),
        initiative=initiative.pk,
    )
    (made,) = Pulse.objects.select_related("wave__instrument")
    assert (made.wave.instrument.slug, made.wave.state, made.initiative_id) == (
        "leitstern-change",
        "draft",
        initiative.pk,
    )


def test_pages_ask_the_same_number_of_questions_for_any_number(
    steerer: Client,
    initiative: Initiative,
    published: Version,
    today: date,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(3):
        message(initiative, today)
        shaping(initiative)
    hand_out(COMMAND_LINE, published.copies.all()[0], today, 9, Channel.MAIL)
    for name in ("overview", "calendar", "shapings", "pulse"):
        with django_assert_max_num_queries(25):
            seen(steerer, name)
    for name in ("brief", "edit-brief", "summary"):
        with django_assert_max_num_queries(40):
            seen(steerer, name, initiative.pk)


def test_another_page_may_take_the_summary_in(
    steerer: Client, initiative: Initiative, published: Version
) -> None:
    page = seen(steerer, "summary", initiative.pk)
    assert "100% of 2 affected roles" in page
    assert "<html" not in page


def test_a_brief_keeps_what_it_named_though_it_is_no_longer_there(
    steerer: Client, initiative: Initiative, published: Version
) -> None:
    page = seen(steerer, "edit-brief", initiative.pk, language="de")
    assert "Kundenlisten als Tabelle" in page  # the stop list does not know it
    assert from_content(published.content).stops[0].words == "Kundenlisten als Tabelle"
