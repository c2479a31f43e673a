"""One customer's story: for a purpose, with a trace, without a name."""

from __future__ import annotations

import csv
import re
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from leitstern.app.accounts.roles import Role
from leitstern.app.common.models import AuditEntry
from leitstern.app.outside.actions import find_customer, read_story
from leitstern.app.outside.queries import milestones, somebody_at, story, voices
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
    browser = as_role(Role.SERVICE)
    address = reverse("outside:customer", args=[f"{paid_off:x}"])
    for asked, written in (("complaint", "complaint"), ("curiosity", "understand"), ("", "understand")):
        assert browser.get(address, {"purpose": asked}).status_code == 200
        entry = AuditEntry.objects.first()
        assert entry
        assert (entry.verb, entry.subject) == ("read customer", f"entity:{paid_off:x}")
        assert entry.details == {"purpose": written}


def test_a_refused_look_leaves_no_story(published: Published, paid_off: int, executive: Person) -> None:
    with pytest.raises(NotAllowed):
        read_story(executive, published, paid_off, "understand")
    assert not AuditEntry.objects.filter(verb="read customer").exists()


@pytest.mark.parametrize("token", ["ffffffffffffffffff", "nobody", "-1", "0"])
def test_an_invented_address_leads_to_nobody(
    small_company: Home, as_role: Callable[[Role], Client], token: str
) -> None:
    assert as_role(Role.SERVICE).get(reverse("outside:customer", args=[token])).status_code == 404


def test_the_story_to_take_along(
    published: Published, paid_off: int, as_role: Callable[[Role], Client]
) -> None:
    address = reverse("outside:customer", args=[f"{paid_off:x}"])
    answer = as_role(Role.SERVICE).get(address, {"purpose": "rights", "format": "csv"})
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == len(story(published, [paid_off]))
    assert {row["what"] for row in rows} <= {"contact", "feedback", "promise"}
    assert all(row["import"] == "1" and int(row["line"]) > 0 for row in rows if row["what"] != "promise")


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
