"""Maps beside what the example company's customers lived: on pages, in files, for programs and in a terminal."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from typer.testing import CliRunner

from leitstern.app.accounts.roles import Role
from leitstern.cli.main import app

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home

API = "/api/v1/maps"


@pytest.fixture
def analyst(published: Published, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ANALYST)


def test_what_fits_least_comes_first_with_owner_weakest_touchpoint_and_last_change(analyst: Client) -> None:
    listed = analyst.get(API).json()
    fits = [each["fit"]["value"] for each in listed if each["fit"] and each["fit"]["value"] is not None]
    assert fits == sorted(fits)
    assert all(each["owner"]["de"] and each["changed"] for each in listed)
    claim = next(each for each in listed if each["slug"] == "claim")
    assert (claim["weakest"], claim["version"]) == ("claim_settled", 1)
    page = analyst.get("/maps").content.decode()
    assert "Settling a claim" in page
    assert "Head of Claims Intake" in page
    with CaptureQueriesContext(connection) as asked:
        analyst.get("/maps")
    assert len(asked) <= 25
    rows = list(csv.DictReader(StringIO(analyst.get("/maps?format=csv").content.decode("utf-8-sig"))))
    assert {row["map"] for row in rows} == {each["slug"] for each in listed}


def test_claims_go_as_designed_but_for_asking_in_between(analyst: Client) -> None:
    found = analyst.get(f"{API}/claim/lived").json()
    report, assessment, settled = found["lived"]
    assert 0.8 < found["exact"]["value"] < 0.95
    assert (report["met"]["value"], report["met"]["n"]) == (1, found["journeys"] and report["met"]["n"])
    assert [each["touchpoint"] for each in assessment["detours"]] == ["claim_call"]
    assert assessment["between"]["value"] == pytest.approx(assessment["detours"][0]["share"]["value"])
    assert settled["in_time"]["value"] < 0.9 == settled["promises"][0]["promised"]["value"]
    assert settled["wait"]["missing"] == "no-step"
    assert report["wait"]["value"] > 24
    assert settled["pains"]["customers"] >= 5
    page = analyst.get("/maps/claim").content.decode()
    assert found["sentence"]["en"].split(";")[0] in page
    assert "Asking about a claim" in page
    assert "not on the map" in page
    text = analyst.get("/maps/claim?format=csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert [row["touchpoint"] for row in rows] == ["claim_report", "claim_assessment", "claim_settled"]
    assert (float(rows[0]["met"]), rows[2]["wait_hours"]) == (1, "")
    for warm in ("/maps/claim", "/maps/claim/versions"):
        with CaptureQueriesContext(connection) as asked:
            analyst.get(warm)
        assert len(asked) <= 25, warm


def test_one_selection_at_a_time_and_nothing_of_fewer_than_five(analyst: Client) -> None:
    some = analyst.get(f"{API}/problem/lived", {"touchpoint": "fee_letter"}).json()
    assert some["journeys"] > 0
    assert some["lived"][0]["met"]["n"] < 100
    nobody = analyst.get(f"{API}/problem/lived", {"since": "2099-01"}).json()
    assert (nobody["fit"], nobody["lived"]) == (None, [])
    assert "Fewer than five" in analyst.get("/maps/problem?since=2099-01").content.decode()
    wrong = analyst.get("/maps/problem?since=soon")
    assert wrong.status_code == 200
    assert "2026-03" in wrong.content.decode()


def test_an_unknown_map_is_not_there(analyst: Client) -> None:
    assert analyst.get("/maps/nowhere").status_code == 404
    assert analyst.get(f"{API}/nowhere").status_code == 404
    assert analyst.get("/maps/claim/versions?from=9").status_code == 404
    assert "A new map" in analyst.get("/maps/claim/versions?from=x").content.decode()


def test_before_any_data_there_is_a_next_step(home: Home, lead_client: Client) -> None:
    assert "There is no map yet." in lead_client.get("/maps").content.decode()
    assert lead_client.get("/maps/new/draft").status_code == 200
    assert lead_client.get("/maps/claim").status_code == 404


def test_in_a_terminal(small_company: Home) -> None:
    def told(*words: str) -> str:
        answer = CliRunner().invoke(app, ["--home", str(small_company.path), "maps", *words])
        assert answer.exit_code == 0, answer.output
        return answer.stdout

    assert "mortgage_end" in told()
    assert "Schaden" in told("claim", "--lang", "de")
    assert told("claim", "--format", "csv").lstrip("\ufeff").startswith("step,touchpoint")
    assert '"claim_call"' in told("claim", "--format", "json")
    assert "a new map" in told("claim", "--versions")
    assert '"slug": "claim"' in told("--format", "json")
    assert '"number": 1' in told("claim", "--versions", "--format", "json")
