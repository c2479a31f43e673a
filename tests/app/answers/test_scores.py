"""Scores over time: the page, its table, programs and the command line."""

from __future__ import annotations

import csv
import io
import json
from html import unescape
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from leitstern.app.accounts.roles import Role
from leitstern.app.answers.asking import require_answers
from leitstern.app.answers.figures import Figure
from leitstern.app.answers.over_time import Group, changes, groups_of, lines_of
from leitstern.cli.main import app
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.answers.asking import Asked
    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home

PAGE, API = "/answers/scores", "/api/v1/answers/scores"
ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def analyst(published: Published, as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.ANALYST)


def table(client: Client, **asked: str) -> list[dict[str, str]]:
    said = client.get(PAGE, {**asked, "format": "csv"}).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(said)))


def test_page_table_and_programs_say_the_same(analyst: Client) -> None:
    page = unescape(analyst.get(PAGE, headers=ENGLISH).content.decode())
    found = analyst.get(API).json()
    assert found["sentence"]["en"] in page
    assert found["statement"] == "satisfied"
    assert (found["lines"][0]["low"], found["lines"][0]["high"]) == (1.0, 5.0)
    rows = table(analyst)
    periods = [each for line in found["lines"] for each in line["periods"]]
    assert len(rows) == len(periods)
    for row, each in zip(rows, periods, strict=True):
        assert row["period"] == each["start"]
        assert (row["value"] == "") == (each["score"]["value"] is None)


def test_no_period_rests_on_fewer_than_five(analyst: Client) -> None:
    found = analyst.get(API, {"by": "touchpoint"}).json()
    assert found["groups"]
    lines = [line for group in found["groups"] for line in group["lines"]]
    counted = [each["score"]["n"] for line in lines for each in line["periods"]]
    assert all(n is None or n >= 5 for n in counted)
    assert len({line["length"] for line in lines}) > 1  # each as fine as its own answers allow


def test_each_figure_is_read_from_the_same_answers(analyst: Client) -> None:
    asked = {"statement": "recommend"}
    agree, mean, nps = (
        analyst.get(API, {**asked, "figure": figure}).json() for figure in ("agree", "mean", "nps")
    )
    assert 0 <= agree["lines"][0]["whole"]["value"] <= 1
    assert 0 <= mean["lines"][0]["whole"]["value"] <= 10
    assert -100 <= nps["lines"][0]["whole"]["value"] <= 100
    assert "Net Promoter Score is" in nps["sentence"]["en"]
    refused = analyst.get(API, {"statement": "satisfied", "figure": "nps"}).json()
    assert "Only answers from 0 to 10" in refused["sentence"]["en"]


def test_two_selections_stand_beside_each_other(analyst: Client) -> None:
    asked = {"touchpoint": "claim_settled", "b-touchpoint": "branch_advice", "figure": "mean"}
    page = analyst.get(PAGE, asked, headers=ENGLISH)
    assert "Beside it (B)" in page.content.decode()
    found = analyst.get(API, {name.replace("-", "_"): value for name, value in asked.items()}).json()
    assert found["other"]
    told = [each for line in found["lines"] for each in line["periods"] if each["difference"]["value"]]
    for each in told:
        assert each["difference"]["value"] == pytest.approx(each["score"]["value"] - each["other"]["value"])


def test_what_cannot_be_read_is_said(analyst: Client) -> None:
    page = analyst.get(PAGE, {"since": "2026-13", "figure": "median"}, headers=ENGLISH)
    assert "A month is written like 2026-03." in page.content.decode()
    assert "sentence" not in page.context
    assert analyst.get(API, {"map": "nowhere"}).status_code == 422
    few = analyst.get(PAGE, {"since": "2030-01"}, headers=ENGLISH)
    assert "Fewer than five customers are in this selection." in few.content.decode()


def test_nobody_asked_is_said(analyst: Client) -> None:
    page = analyst.get(PAGE, {"touchpoint": "claim_settled", "statement": "recommend"}, headers=ENGLISH)
    assert "was asked about this" in page.content.decode()


def test_nothing_planted_changes_no_level(twin_inside: Home) -> None:
    from leitstern.app.outside.reading import require_published

    choice = require_answers(require_published(), {}, "en")

    def told(one: Asked) -> tuple[Group, ...]:
        return groups_of(one, "satisfied", "touchpoint")

    groups = choice.found("touchpoints", choice.selections[0], told)
    assert groups
    assert not any(any(each) for each in changes([group.lines for group in groups], Figure.AGREE))


def test_periods_are_told_without_a_hole_and_only_where_five_answered(published: Published) -> None:
    choice = require_answers(published, {"touchpoint": "payoff"}, "en")
    (line,) = choice.found("l", choice.selections[0], lambda one: lines_of(one, "satisfied")) or ()
    assert line.length != "month"
    for value in line.values(Figure.AGREE):
        assert isinstance(value, Missing) or (isinstance(value, Estimate) and value.n >= 5)


def test_the_command_says_it_in_german(published: Published, small_company: Home) -> None:
    home = ["--home", str(small_company.path), "answers", "scores"]
    said = CliRunner().invoke(app, [*home, "--statement", "easy", "--lang", "de"])
    assert said.exit_code == 0, said.output
    assert "Kundinnen und Kunden zu" in said.output
    found = CliRunner().invoke(app, [*home, "--by", "persona", "--format", "json"])
    assert json.loads(found.output)["groups"]
