"""What the pages of imports show, and to whom."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.intake.calls import LATE, MAPPING, WRONG, good
from tests.app.intake.files import handed_in

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import Job
from leitstern.app.intake.actions import queue_purge
from leitstern.app.intake.models import Import, ImportState

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from tests.app.intake.calls import Calls

    from leitstern.store.home import Home

FORMULA = "=HYPERLINK(1);=2,kaputt,call,1,x"


@pytest.fixture
def lead(as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.LEAD)


def test_an_import_shows_its_counts_and_what_waits(calls: Calls, lead: Client) -> None:
    run = calls.bring(good(1), LATE, WRONG)
    page = lead.get(reverse("intake:import", args=[run.pk]))
    assert len(page.context["reasons"]) == 2
    assert "31.31.2026" in page.content.decode()
    assert "Try these records again" in page.content.decode()


def test_who_may_not_bring_in_is_offered_nothing_to_change(
    calls: Calls, as_role: Callable[[Role], Client]
) -> None:
    run = calls.bring(good(1), LATE)
    auditor = as_role(Role.AUDITOR)
    page = auditor.get(reverse("intake:import", args=[run.pk])).content.decode()
    assert "Try these records again" not in page
    assert reverse("intake:purge", args=[run.pk]) not in page
    assert "multipart" not in auditor.get(reverse("intake:imports")).content.decode()


def test_progress_is_shown_until_it_ends_and_then_the_page_is_loaded_anew(
    calls: Calls, lead: Client, worker: Callable[[], None]
) -> None:
    run = calls.bring(good(1))
    queue_purge(COMMAND_LINE, run)
    address = reverse("intake:progress", args=[run.pk])
    under_way = lead.get(address)
    assert "HX-Refresh" not in under_way
    assert "hx-get" in lead.get(reverse("intake:import", args=[run.pk])).content.decode()
    worker()
    assert lead.get(address)["HX-Refresh"] == "true"
    assert "hx-get" not in lead.get(reverse("intake:import", args=[run.pk])).content.decode()


def test_a_failure_is_told_in_the_readers_language(calls: Calls, lead: Client) -> None:
    run = Import.objects.create(
        name="x", mapping="", folder="", state=ImportState.FAILED, error={"en": "It broke.", "de": "Kaputt."}
    )
    address = reverse("intake:import", args=[run.pk])
    assert "It broke." in lead.get(address).content.decode()
    assert "Kaputt." in lead.get(address, headers={"accept-language": "de"}).content.decode()


def test_quarantine_as_a_table_holds_no_formula(calls: Calls, lead: Client) -> None:
    run = calls.bring(good(1), FORMULA)
    answer = lead.get(reverse("intake:quarantine", args=[run.pk]))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["source", "line", "code", "reason", "record"]
    assert rows[1][4].startswith("'=HYPERLINK(1);'=2,kaputt")


def test_a_purge_asked_for_on_the_page_is_queued(calls: Calls, lead: Client) -> None:
    run = calls.bring(good(1))
    answer = lead.post(reverse("intake:purge", args=[run.pk]))
    assert answer["Location"] == reverse("intake:import", args=[run.pk])
    assert Job.objects.get().payload["import"] == run.pk
    assert lead.post(reverse("intake:purge", args=[run.pk])).status_code == 409


def test_a_replay_asked_for_on_the_page_is_queued(
    calls: Calls, lead: Client, worker: Callable[[], None]
) -> None:
    run = calls.bring(good(1), LATE)
    answer = lead.post(reverse("intake:replay", args=[run.pk]))
    again = Import.objects.latest("id")
    assert answer["Location"] == reverse("intake:import", args=[again.pk])
    worker()
    page = lead.get(answer["Location"]).content.decode()
    assert reverse("intake:import", args=[run.pk]) in page


def test_a_replay_that_changes_nothing_says_so_and_why(
    calls: Calls, lead: Client, worker: Callable[[], None]
) -> None:
    run = calls.bring(good(1), LATE)
    said = []
    for mapping in (
        None,
        handed_in(
            "mapping.yaml", MAPPING.replace("calls.csv\n", 'calls.csv\n    format: {delimiter: ","}\n')
        ),
    ):
        answer = lead.post(reverse("intake:replay", args=[run.pk]), {"mapping": mapping} if mapping else {})
        worker()
        said.append(lead.get(answer["Location"]).content.decode())
    assert all("Nothing changed" in page for page in said)
    assert ["Mapping and taxonomy were the same" in page for page in said] == [True, False]
    assert "Nothing changed" not in lead.get(reverse("intake:import", args=[run.pk])).content.decode()


def test_what_did_not_work_leads_back_to_the_page_before(calls: Calls, lead: Client) -> None:
    run = calls.bring(good(1))
    page, purge = reverse("intake:import", args=[run.pk]), reverse("intake:purge", args=[run.pk])
    queue_purge(COMMAND_LINE, run)
    for before, offered in (
        (f"http://testserver{page}", True),
        ("https://evil.example/", False),
        ("", False),
    ):
        answer = lead.post(purge, headers={"referer": before})
        assert answer.status_code == 409
        assert (f'href="http://testserver{page}"' in answer.content.decode()) is offered
        assert "evil" not in answer.content.decode()


@pytest.mark.parametrize("mapping", ["version: 9\n", "\0", "x" * 3_000_000])
def test_a_replay_with_a_bad_mapping_is_refused_in_a_sentence(
    calls: Calls, lead: Client, mapping: str
) -> None:
    run = calls.bring(good(1), LATE)
    answer = lead.post(
        reverse("intake:replay", args=[run.pk]),
        {"mapping": handed_in("mapping.yaml", mapping)},
        follow=True,
    )
    (message,) = answer.context["messages"]
    assert message.level_tag == "error"
    assert Import.objects.count() == 1


@pytest.mark.parametrize("name", ["import", "progress", "mapping", "quarantine"])
def test_an_import_that_does_not_exist_is_not_found(home: Home, lead: Client, name: str) -> None:
    assert lead.get(reverse(f"intake:{name}", args=[77])).status_code == 404


def test_programs_see_the_same_ledger(calls: Calls, lead: Client) -> None:
    run = calls.bring(good(1), LATE)
    (listed,) = lead.get("/api/v1/intake/imports").json()
    assert listed["waiting"] == 1
    assert listed["sources"]["calls"]["received"] == 4
    assert lead.get(f"/api/v1/intake/imports/{run.pk}").json() == listed
    (entry,) = lead.get(f"/api/v1/intake/imports/{run.pk}/quarantine").json()
    assert (entry["line"], entry["code"]) == (3, "time-unreadable")
    assert "record" not in entry
    assert lead.get("/api/v1/intake/imports/77").status_code == 404


def test_lists_cost_no_query_per_row(
    calls: Calls, lead: Client, django_assert_max_num_queries: Callable[..., object]
) -> None:
    calls.bring(good(1), LATE)
    for _ in range(20):
        Import.objects.create(name="x", mapping="", folder="")
    with django_assert_max_num_queries(8):  # type: ignore[attr-defined]
        lead.get(reverse("intake:imports"))
