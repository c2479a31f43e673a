"""Whom we hear: page, card at a touchpoint, table, programs, command line."""

from __future__ import annotations

import csv
import json
from html import unescape
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from leitstern.app.outside.heard import whom_we_hear
from leitstern.cli.main import app
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from django.test import Client

    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home


def test_new_customers_of_the_example_are_those_who_open_an_account(published: Published) -> None:
    found = whom_we_hear(published)
    assert found.since
    assert (found.since - published.first_date).days > 350
    assert isinstance(found.contacts, Estimate)
    assert 0.02 < found.contacts.value < 0.15
    assert not found.alarm
    opening = published.taxonomy.resolve("touchpoint", "account_opening")
    for each in found.at:
        if each.touchpoint == opening and isinstance(each.contacts, Estimate):
            assert each.contacts.value > 0.9


def test_nothing_sets_new_customers_apart_where_nothing_is_planted(twin_inside: Home) -> None:
    from leitstern.app.outside.reading import require_published

    found = whom_we_hear(require_published())
    assert not found.alarm
    assert not any(each.apart for each in found.at)
    assert [each for each in found.at if each.verdict == "less"] == []


def test_page_table_and_programs_say_the_same(published: Published, lead_client: Client) -> None:
    found = whom_we_hear(published)
    page = unescape(lead_client.get("/heard", headers={"Accept-Language": "en"}).content.decode())
    assert found.sentence.en in page
    assert "prospects count only where" in page
    document = lead_client.get("/api/v1/outside/heard").json()
    assert document["sentence"]["de"] == found.sentence.de
    assert len(document["statements"]) == len(found.at)
    table = lead_client.get("/heard?format=csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(table), delimiter=";" if ";" in table.splitlines()[0] else ","))
    assert len(rows) == len(found.at) + 1
    assert rows[0]["verdict"] == document["verdict"]
    assert {row["touchpoint"] for row in rows[1:]} == {each["touchpoint"] for each in document["statements"]}


@pytest.mark.parametrize(
    ("slug", "said"),
    [("call_help", "Do we hear new customers here?"), ("offer_letter", "nobody has answered anything here")],
)
def test_a_touchpoint_shows_its_own(lead_client: Client, small_company: Home, slug: str, said: str) -> None:
    page = lead_client.get(f"/touchpoints/{slug}", headers={"Accept-Language": "en"}).content.decode()
    assert said in page


def test_the_command_says_the_sentence_first(published: Published, small_company: Home) -> None:
    runner, found = CliRunner(), whom_we_hear(published)
    home = ["--home", str(small_company.path)]
    told = runner.invoke(app, [*home, "outside", "heard"])
    assert told.output.startswith(found.sentence.en)
    whole = runner.invoke(app, [*home, "outside", "heard", "--format", "json"])
    assert json.loads(whole.output)["verdict"] == found.verdict
