"""One customer's story: for a purpose, with a trace, without a name."""

from __future__ import annotations

import csv
import html
import re
from datetime import UTC, date, datetime
from io import StringIO
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from leitstern.app.accounts.roles import Role
from leitstern.app.common.models import AuditEntry
from leitstern.app.outside.actions import find_customer, read_story
from leitstern.app.outside.queries import milestones, somebody_at, story
from leitstern.app.outside.times import when
from leitstern.app.outside.voices import voices
from leitstern.collect.example.write import write_example
from leitstern.collect.identify import entity_of
from leitstern.core.company.taxonomy import Touchpoint
from leitstern.core.errors import NotAllowed, NotFound
from leitstern.core.outside.timeline import AnswerDetail, ContactDetail

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from leitstern.app.accounts.models import Person
    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home


@pytest.fixture
def paid_off(published: Published) -> int:
    """Somebody who paid off a mortgage and heard nothing."""
    (record,) = [
        record for milestone, record in milestones(published) if milestone.slug == "mortgage_paid_off"
    ]
    return record.examples[0].entity_id


@pytest.fixture
def number(small_company: Home, tmp_path: Path) -> str:
    """The number of somebody with a claim, as it stands in the files the company was founded from."""
    files = write_example(tmp_path / "again", customers=600, contacts=9_000, until=date(2026, 6, 30))
    with (files.folder / "claims.csv").open(encoding="utf-8-sig", errors="replace", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return next(row["Kundennummer"] for row in rows)


def test_a_story_holds_everything_in_order(published: Published, paid_off: int) -> None:
    events = story(published, [paid_off])
    names = {t.code: t.slug for t in published.taxonomy.touchpoints}
    assert [event.at_us for event in events] == sorted(event.at_us for event in events)
    told = [names[event.touchpoint] for event in events if isinstance(event.detail, ContactDetail)]
    assert {"payoff", "mortgage_offer", "call_help"} <= set(told)
    assert "thank_you" not in told[told.index("payoff") :]


def test_a_number_leads_to_its_customer(
    published: Published, small_company: Home, number: str, lead: Person
) -> None:
    entity = find_customer(lead, published, "customer_no", number)
    assert entity == entity_of(small_company, "customer_no", number)
    assert story(published, [entity])
    with pytest.raises(NotFound):
        find_customer(lead, published, "customer_no", "0000")
    with pytest.raises(NotFound):
        find_customer(lead, published, "iban", number)


def test_the_page_finds_by_number_and_says_so_if_there_is_nobody(
    number: str, as_role: Callable[[Role], Client]
) -> None:
    browser, address = as_role(Role.SERVICE), reverse("outside:customers")
    asked = {"kind": "customer_no", "identifier": number, "purpose": "complaint"}
    found = browser.post(address, asked)
    assert found.status_code == 302
    assert found["Location"].endswith("?purpose=complaint")
    assert number not in found["Location"]
    nobody = browser.post(address, asked | {"identifier": "0000"})
    assert "We know no customer with this number" in nobody.content.decode()


def test_every_look_names_its_purpose_and_leaves_a_trace(
    paid_off: int, as_role: Callable[[Role], Client]
) -> None:
    address = reverse("outside:customer", args=[f"{paid_off:x}"])
    assert as_role(Role.SERVICE).get(address, {"purpose": "complaint"}).status_code == 200
    entry = AuditEntry.objects.first()
    assert entry
    assert (entry.verb, entry.subject) == ("read customer", f"entity:{paid_off:x}")
    assert entry.details == {"purpose": "complaint"}


@pytest.mark.parametrize("asked", [{}, {"purpose": "curiosity"}, {"format": "csv"}])
def test_without_a_purpose_it_is_asked_for_and_nothing_is_opened(
    paid_off: int, as_role: Callable[[Role], Client], asked: dict[str, str]
) -> None:
    address = reverse("outside:customer", args=[f"{paid_off:x}"])
    answer = as_role(Role.SERVICE).get(address, {"around": "2026-01-12"} | asked)
    page = answer.content.decode()
    assert "Why do you open this story?" in page
    assert 'name="around" value="2026-01-12"' in page
    assert 'class="mark"' not in page
    assert not AuditEntry.objects.filter(verb="read customer").exists()


def test_a_refused_look_leaves_no_story(published: Published, paid_off: int, executive: Person) -> None:
    with pytest.raises(NotAllowed):
        read_story(executive, published, paid_off, "understand")
    assert not AuditEntry.objects.filter(verb="read customer").exists()


@pytest.mark.parametrize("token", ["ffffffffffffffffff", "nobody", "-1", "0"])
def test_an_invented_address_leads_to_nobody(
    small_company: Home, as_role: Callable[[Role], Client], token: str
) -> None:
    address = reverse("outside:customer", args=[token])
    assert as_role(Role.SERVICE).get(address, {"purpose": "complaint"}).status_code == 404


def test_the_story_to_take_along(
    published: Published, paid_off: int, as_role: Callable[[Role], Client]
) -> None:
    address = reverse("outside:customer", args=[f"{paid_off:x}"])
    answer = as_role(Role.SERVICE).get(address, {"purpose": "rights", "format": "csv"})
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == len(story(published, [paid_off]))
    assert {row["what"] for row in rows} <= {"contact", "feedback", "promise"}
    assert all(row["due"] == row["at"] for row in rows if row["what"] == "promise")
    assert all(row["import"] == "1" and int(row["line"]) > 0 for row in rows if row["what"] != "promise")


def test_page_picture_and_download_tell_the_same_days(
    published: Published, paid_off: int, as_role: Callable[[Role], Client]
) -> None:
    """The day a mortgage was paid off is known without a time; it is the day on the company's calendar."""
    (reached,) = [
        e
        for e in story(published, [paid_off])
        if published.taxonomy.name("touchpoint", e.touchpoint).en == "Mortgage paid off"
        and isinstance(e.detail, ContactDetail)
    ]
    day = when(reached, ZoneInfo("Europe/Berlin"))
    assert type(day) is date
    assert datetime.fromtimestamp(reached.at_us / 1e6, UTC).date() < day
    browser, address = as_role(Role.SERVICE), reverse("outside:customer", args=[f"{paid_off:x}"])
    page = browser.get(address, {"purpose": "rights", "around": day.isoformat()}).content.decode()
    assert f"<td>{day:%d/%m/%Y}</td>" in page.replace(' class="nowrap"', "")
    assert f"{day.day} {day:%b %Y}, Lending: Mortgage paid off" in page
    rows = browser.get(address, {"purpose": "rights", "format": "csv"}).content.decode()
    assert f"{day.isoformat()},contact,Mortgage paid off" in rows
    assert "T" in next(row for row in rows.splitlines() if "Call about a mortgage" in row).split(",")[0]


def test_a_milestone_leads_to_its_days_and_from_there_to_everything(
    published: Published, paid_off: int, as_role: Callable[[Role], Client]
) -> None:
    browser = as_role(Role.SERVICE)
    links = re.findall(
        rf'href="([^"]*{paid_off:x}[^"]*)"', browser.get(reverse("outside:customers")).content.decode()
    )
    page = browser.get(html.unescape(links[0])).content.decode()
    whole = browser.get(html.unescape(links[0]).partition("&around")[0]).content.decode()
    marks = [len(re.findall('class="mark"', text)) for text in (page, whole)]
    assert 0 < marks[0] < marks[1]
    assert "Show everything" in page
    assert "Show everything" not in whole
    assert page.count("<tr>") == whole.count("<tr>")  # the table has everything either way


def test_around_a_day_without_anything_is_everything(
    paid_off: int, as_role: Callable[[Role], Client]
) -> None:
    browser, address = as_role(Role.SERVICE), reverse("outside:customer", args=[f"{paid_off:x}"])
    for day in ("1970-01-01", "someday", "9999-12-31"):
        page = browser.get(address, {"purpose": "rights", "around": day}).content.decode()
        assert "Show everything" not in page


def test_a_story_is_never_kept_as_a_finding(published: Published, paid_off: int) -> None:
    from leitstern.app.common.models import Finding

    Finding.objects.all().delete()
    story(published, [paid_off])
    assert not Finding.objects.exists()


def test_voices_are_masked_and_of_the_right_mood(published: Published) -> None:
    here = published.taxonomy.lookup(Touchpoint).slug("call_help")
    assert here
    for good in (True, False):
        said = voices(published, here.code, good=good)
        assert len(said) == len({voice.comment for voice in said}) == 3
        assert all((voice.value >= 4) is good for voice in said)
        assert not any(re.search(r"@|\d{6,}", voice.comment) for voice in said)


def test_the_story_shown_to_a_room_is_of_somebody_disappointed(published: Published) -> None:
    here = published.taxonomy.lookup(Touchpoint).slug("payoff")
    assert here
    entity = somebody_at(published, here.code, "satisfied")
    assert entity
    answers = [e.detail for e in story(published, [entity]) if e.touchpoint == here.code]
    assert any(isinstance(detail, AnswerDetail) and detail.value < 4 for detail in answers)
    assert somebody_at(published, here.code, "in_time") is None
