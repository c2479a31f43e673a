"""Comments, searched: page, programs, command line; never fewer than five, never whose."""

from __future__ import annotations

import csv
import io
import json
from html import unescape
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from leitstern.app.accounts.roles import Role
from leitstern.cli.main import app

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home

PAGE, API = "/answers/comments", "/api/v1/answers/comments"
ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def analyst(published: Published, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ANALYST)


def test_words_are_found_marked_and_counted(analyst: Client) -> None:
    page = unescape(analyst.get(PAGE, {"words": "warteschleife"}, headers=ENGLISH).content.decode())
    found = analyst.get(API, {"words": "Warteschleife"}).json()
    assert found["sentence"]["en"] in page
    assert "<mark>Warteschleife</mark>" in page
    assert found["customers"] >= 5
    assert all("warteschleife" in each["comment"].lower() for each in found["newest"])
    assert all(each["customers"] >= 5 for each in found["places"])
    assert found["comments"] < found["of_comments"]


def test_the_table_has_them_all_and_nothing_of_whose_they_are(analyst: Client) -> None:
    said = analyst.get(PAGE, {"words": "warteschleife", "format": "csv"}).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(said)))
    assert len(rows) == analyst.get(API, {"words": "warteschleife"}).json()["comments"]
    assert set(rows[0]) == {
        *("ref", "touchpoint", "half_year", "language", "answer", "value", "high", "comment"),
    }
    assert {row["half_year"][-2:] for row in rows} <= {"-1", "-2"}


def test_good_and_bad_ones_and_languages_add_up(analyst: Client) -> None:
    def count(**asked: str) -> int:
        found: int = analyst.get(API, asked).json()["comments"]
        return found

    whole = count()
    assert count(answer="good") + count(answer="bad") == whole
    for kind in ("good", "bad"):
        said = analyst.get(API, {"answer": kind}).json()["sentence"]["en"]
        assert said.endswith(f" customers, all with a {kind} answer.")
    assert count(language="de") + count(language="en") == whole
    assert count(language="en") > 0
    assert count(touchpoint="claim_settled") < whole


def test_pages_follow_one_another(analyst: Client) -> None:
    first, second = (analyst.get(API, {"page": page}).json() for page in (1, 2))
    assert first["pages"] > 2
    assert not {each["ref"] for each in first["newest"]} & {each["ref"] for each in second["newest"]}
    page = unescape(analyst.get(PAGE, {"page": "2", "answer": "bad"}, headers=ENGLISH).content.decode())
    assert 'rel="prev" href="?answer=bad&page=1#found"' in page
    assert 'rel="next" href="?answer=bad&page=3#found"' in page
    assert analyst.get(PAGE, {"page": "²"}).status_code == 200
    assert analyst.get(PAGE, {"page": "9" * 30}).status_code == 200


def test_what_nobody_or_hardly_anybody_wrote_is_told_and_not_shown(analyst: Client) -> None:
    nobody = unescape(analyst.get(PAGE, {"words": "Raumschiff"}, headers=ENGLISH).content.decode())
    assert "Nobody wrote this. Try fewer words" in nobody
    few = analyst.get(API, {"words": "warteschleife", "since": "2030-01"}).json()
    assert few["newest"] == []
    assert few["comments"] is None
    rare = {"words": "bereav* funeral coffin"}
    assert analyst.get(API, rare).json()["newest"] == []


@pytest.mark.parametrize("asked", ["!!", " ".join(f"word{n}" for n in range(9))])
def test_what_cannot_be_looked_for_is_said(analyst: Client, asked: str) -> None:
    assert analyst.get(API, {"words": asked}).status_code == 422
    assert "sentence" not in analyst.get(PAGE, {"words": asked}).context


def test_the_command_finds_the_same(published: Published, small_company: Home) -> None:
    home = ["--home", str(small_company.path), "answers", "comments", "warteschleife"]
    assert "Kommentare von" in CliRunner().invoke(app, [*home, "--lang", "de"]).output
    assert json.loads(CliRunner().invoke(app, [*home, "--format", "json"]).output)["newest"]
