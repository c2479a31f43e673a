"""What a gap comes from is said, corrected, kept and counted."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.bridge.decision import DRAFT, NOTHING, TODAY, WHERE
from typer.testing import CliRunner

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.bridge.actions import decide, say_cause, withdraw
from leitstern.app.bridge.models import CauseSaid, Measure
from leitstern.app.bridge.queries import causes, newest_cause
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.cli.main import app
from leitstern.core.bridge.causes import Cause, CauseDraft
from leitstern.core.errors import InvalidInput, NotAllowed
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home

SEEN = CauseDraft(Cause.INCENTIVE, (Cause.DATA,), "Whoever solves it misses the target for talking time.")
NOT_YET = CauseDraft(None)


def test_a_decision_may_say_the_cause_and_a_correction_keeps_it(published: Published) -> None:
    row = decide(COMMAND_LINE, *WHERE, "", replace(DRAFT, cause=NOT_YET), today=TODAY)
    assert (causes().known, causes().not_known) == (0, 1)
    say_cause(COMMAND_LINE, row, SEEN)
    say_cause(COMMAND_LINE, row, SEEN)  # once more changes nothing
    assert [each.draft for each in row.causes.all()] == [SEEN, NOT_YET]
    assert causes().known == 1
    assert AuditEntry.objects.filter(verb="say cause").exists()


def test_what_was_decided_before_says_nothing_and_is_counted_so(decided: Measure) -> None:
    assert newest_cause(decided) is None
    assert (causes().gaps, causes().unsaid) == (1, 1)


def test_one_gap_counts_once_by_its_newest_measure_that_stands(
    published: Published, decided: Measure
) -> None:
    say_cause(COMMAND_LINE, decided, SEEN)
    newer = decide(COMMAND_LINE, *WHERE, "", replace(NOTHING, cause=NOT_YET), today=TODAY)
    assert (causes().gaps, causes().known, causes().not_known) == (1, 0, 1)
    withdraw(COMMAND_LINE, newer)
    assert (causes().gaps, causes().known) == (1, 1)


def test_another_cause_is_another_decision(published: Published) -> None:
    first = decide(COMMAND_LINE, *WHERE, "", replace(DRAFT, cause=NOT_YET), today=TODAY)
    other = decide(COMMAND_LINE, *WHERE, "", replace(DRAFT, cause=SEEN), today=TODAY)
    assert first != other
    assert decide(COMMAND_LINE, *WHERE, "", replace(DRAFT, cause=SEEN), today=TODAY) == other
    assert CauseSaid.objects.count() == 2


def test_a_cause_is_no_guess_and_not_for_everybody(decided: Measure, auditor: Person) -> None:
    with pytest.raises(InvalidInput, match="one sentence"):
        say_cause(COMMAND_LINE, decided, replace(SEEN, observation=" "))
    with pytest.raises(NotAllowed):
        say_cause(auditor, decided, SEEN)
    assert not CauseSaid.objects.exists()


def test_on_the_page_of_a_measure(decided: Measure, as_role: Callable[[Role], Client]) -> None:
    browser, address = as_role(Role.LEAD), reverse("bridge:say-cause", args=[decided.pk])
    refused = browser.post(address, {"cause": "people"})
    assert refused.context["cause_form"].errors.keys() == {"observation"}
    assert '<details class="twin" open>' in refused.content.decode()
    browser.post(address, {"cause": "people", "observation": "Nobody could <b>explain</b> it."})
    page = browser.post(address, {"cause": "unknown"}, follow=True).content.decode()
    assert "Not known yet" in page
    assert "Nobody could &lt;b&gt;explain&lt;/b&gt; it." in page
    assert "What was said before" in page


def test_the_example_company_knows_five_of_six(company_inside: Home) -> None:
    found = causes()
    assert (found.gaps, found.known, found.not_known) == (6, 5, 1)
    assert found.lines[0].cause is Cause.INCENTIVE
    assert isinstance(found.not_technology, Estimate)
    assert found.not_technology.value == 0.8
    corrected = Measure.objects.get(touchpoint="loan_decision", facet="in_time")
    assert [each.main for each in corrected.causes.all()] == ["process", "technology"]


def test_in_the_twin_nothing_had_to_be_decided(twin_inside: Home) -> None:
    assert causes().gaps == 0
    assert isinstance(causes().not_technology, Missing)


def test_page_and_csv_of_the_example(company_inside: Home, client: Client) -> None:
    browser, address = client, reverse("bridge:measures")
    browser.force_login(Person.objects.get(role=Role.LEAD))
    page = browser.get(address)
    assert "<svg" in page.context["chart"]
    assert "of 5 gaps whose cause is known" in page.content.decode()
    rows = list(csv.DictReader(StringIO(browser.get(address + "?format=causes").content.decode("utf-8-sig"))))
    assert (rows[0]["cause"], rows[0]["gaps"], rows[0]["known"]) == ("incentive", "2", "5")
    taken = list(csv.DictReader(StringIO(browser.get(address + "?format=csv").content.decode("utf-8-sig"))))
    assert {row["cause"] for row in taken} == {"incentive", "process", "people", "technology", "unknown"}


def test_few_causes_are_listed_without_a_share(decided: Measure, as_role: Callable[[Role], Client]) -> None:
    say_cause(COMMAND_LINE, decided, SEEN)
    page = as_role(Role.LEAD).get(reverse("bridge:measures"))
    assert page.context["chart"] == ""
    assert "at least five gaps whose cause is known" in page.content.decode()


def test_by_programs(decided: Measure, as_role: Callable[[Role], Client]) -> None:
    browser, space = as_role(Role.OWNER), "/api/v1/bridge"
    address = f"{space}/measures/{decided.pk}/cause"
    refused = browser.post(address, {"main": "data"}, content_type="application/json")
    assert refused.status_code == 422
    body = {"main": "data", "further": ["people"], "observation": "Two systems know two addresses."}
    kept = browser.post(address, body, content_type="application/json").json()
    assert kept["cause"]["main"] == "data"
    assert [each["further"] for each in kept["causes"]] == [["people"]]
    found = browser.get(f"{space}/causes").json()
    assert (found["gaps"], found["known"]) == (1, 1)
    assert found["not_technology"]["missing"] == "too-few-causes"


def test_from_the_terminal(small_company: Home, decided: Measure) -> None:
    def typed(*words: object) -> str:
        found = CliRunner().invoke(app, ["--home", str(small_company.path), "measures", *map(str, words)])
        assert found.exit_code == 0, found.output
        return found.stdout

    typed("cause", decided.pk, "data", "--because", "Two systems.", "--also", "people")
    assert "data" in typed("list")
    assert json.loads(typed("list", "--format", "json"))[0]["cause"]["further"] == ["people"]
    assert json.loads(typed("causes", "--format", "json"))["known"] == 1
    assert "Your own data cannot test it yet" in typed("causes")
