"""Working together on the duties page, on a unit's page, in a table and for programs."""

from __future__ import annotations

import csv
from io import StringIO

from tests.app.structure.test_api import program
from tests.app.structure.test_pages import browser, said

from leitstern.app.accounts.roles import Role


def test_shared_work_stands_on_its_page_and_on_that_of_the_unit(example: None) -> None:
    client = browser(Role.EXECUTIVE)
    page = said(client, "/organisation/duties")
    assert "Working together" in page
    assert "Who works most alone stands first." in page
    assert "Working together" in said(client, "/organisation/units/service")
    assert "Working together" not in said(client, "/organisation/units/data_office")  # four people
    table = client.get("/organisation/together").content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(table)))
    assert rows[0]["unit"] == ""
    assert 0 < float(rows[0]["shared today"]) < 1


def test_shared_work_for_programs(example: None) -> None:
    found = program(Role.EXECUTIVE)("/together")[1]
    assert found["all"]["before"]["n"] >= found["units"][0]["before"]["n"] > 0
    assert found["units"][0]["before"]["value"] <= found["units"][-1]["before"]["value"]
    assert found["all"]["before"]["low"] == found["all"]["before"]["value"]  # counted
    assert "data_office" not in {each["unit"] for each in found["units"]}
