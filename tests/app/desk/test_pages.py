"""The desk in a browser and for programs: what is shown, to whom, and what is said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.desk.company import count

from leitstern.app.accounts.roles import Role
from leitstern.app.common.models import AuditEntry
from leitstern.app.desk.models import Entry
from leitstern.app.desk.queries import kinds
from leitstern.app.intake.models import Import
from leitstern.collect.mapping_file import read_mapping

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home

CALL = {"key": "one", "kind": "customer", "number": "K-1", "touchpoint": "call"}
STEP = {"step": "Neue Karte", "department": "claims", "step_due": "+2"}
JSON = {"accept": "application/json"}


@pytest.fixture
def selmas(desk: Home, selma: Person, client: Client) -> Client:
    """A browser in which Selma is signed in."""
    client.force_login(selma)
    return client


def test_touchpoints_where_people_meet_come_first(selmas: Client) -> None:
    page = selmas.get(reverse("desk:enter")).content.decode()
    assert page.index(">Anruf<") < page.index(">Post<") < page.index(">Portal<")
    assert 'data-also="call Telefonat"' in page


def test_a_contact_is_kept_and_can_be_undone(selmas: Client) -> None:
    answer = selmas.post(reverse("desk:enter"), {**CALL, "reason": "Frau Meier fragt"}, headers=JSON)
    told = answer.json()
    assert told["said"].startswith("Kept: Anruf, ")
    assert told["said"].endswith("1 name or number was made unrecognisable.")
    assert told["key"] != CALL["key"]
    selmas.post(told["undo"], headers=JSON)
    assert Entry.objects.get().withdrawn is not None
    assert selmas.post(told["undo"], headers=JSON).status_code == 409


def test_without_a_script_it_works_the_same(selmas: Client) -> None:
    page = selmas.post(reverse("desk:enter"), CALL, follow=True).content.decode()
    assert "Kept: Anruf, " in page
    assert "1 entry waits to be counted." in page
    page = selmas.post(reverse("desk:enter"), {**CALL, "key": "two", "promise": "call_back"}).content.decode()
    assert "By when? A day is needed." in page
    assert Entry.objects.count() == 1


def test_what_is_wrong_is_said_field_by_field(selmas: Client) -> None:
    answer = selmas.post(reverse("desk:enter"), {"key": "one", "kind": "customer"}, headers=JSON)
    assert answer.status_code == 422
    assert answer.json()["errors"].keys() == {"number", "touchpoint"}


def test_a_lost_answer_leads_to_no_dead_end(selmas: Client) -> None:
    selmas.post(reverse("desk:enter"), CALL, headers=JSON)
    other = {**CALL, "reason": "Rechnung"}
    answer = selmas.post(reverse("desk:enter"), other, headers=JSON)
    assert answer.status_code == 409
    [[said]] = answer.json()["errors"].values()
    assert said.startswith("This contact was kept already")
    selmas.post(reverse("desk:enter"), {**other, "key": answer.json()["key"]}, headers=JSON)
    assert Entry.objects.count() == 2


def test_a_box_left_empty_says_no_and_what_nobody_said_stays_unsaid(
    selmas: Client, entered: Callable[..., Entry]
) -> None:
    assert 'name="told_again"' in selmas.get(reverse("desk:enter")).content.decode()
    for key, ticked in (("one", {}), ("two", {"told_again": "on"})):
        selmas.post(reverse("desk:enter"), {**CALL, "key": key, **ticked})
    assert list(Entry.objects.order_by("pk").values_list("told_again", flat=True)) == [False, True]
    unsaid = entered("K-2")
    selmas.post(reverse("desk:correct", args=[unsaid.pk]), {**CALL, "key": "three", "number": ""})
    corrected = Entry.objects.get(corrects=unsaid)
    assert corrected.told_again is None
    last = Entry.objects.get(told_again=True)
    assert "checked" in selmas.get(reverse("desk:correct", args=[last.pk])).content.decode()
    assert "Had to tell it again" in selmas.get(reverse("desk:entry", args=[last.pk])).content.decode()


def test_the_import_of_a_day_is_one_like_others(
    entered: Callable[..., Entry], as_role: Callable[[Role], Client]
) -> None:
    entered("K-1", promise="call_back", due="+1", scale="nps", value="9", words="Gern wieder")
    count()
    run = Import.objects.get()
    admin = as_role(Role.ADMIN)
    page = admin.get(reverse("intake:import", args=[run.pk])).content.decode()
    assert "Contact form · Kontaktformular, " in page
    mapping = admin.get(reverse("intake:mapping", args=[run.pk])).content.decode()
    assert read_mapping(mapping).sources[0].promises[0].promise == "call_back"
    assert kinds() == ["customer"]


def test_last_contacts_need_a_purpose_and_leave_a_trace(
    selmas: Client, entered: Callable[..., Entry]
) -> None:
    entered("K-1", reason="Rechnung")
    count()
    entered("K-1", touchpoint="post")
    asked = {"kind": "customer", "number": "K-1"}
    page = selmas.post(reverse("desk:known"), asked).content.decode()
    assert "Anruf" not in page
    page = selmas.post(reverse("desk:known"), {**asked, "purpose": "complaint"}).content.decode()
    assert "Anruf" in page
    assert "Post" in page  # which waits to be counted
    assert AuditEntry.objects.get(verb="read customer").details == {"purpose": "complaint"}
    new = {**asked, "number": "K-2", "purpose": "complaint"}
    assert (
        "Nothing is known under this number yet." in selmas.post(reverse("desk:known"), new).content.decode()
    )


def test_an_entry_is_corrected_and_says_what_it_said_before(
    selmas: Client, entered: Callable[..., Entry]
) -> None:
    entry = entered("K-1", note="Falsch", scale="csat", value="4", at="2.3.2026")
    page = selmas.get(reverse("desk:correct", args=[entry.pk])).content.decode()
    assert 'value="2026-03-02"' in page
    assert "K-1" not in page
    sent = {**CALL, "number": "", "at": "2026-03-02", "note": "Richtig"}
    page = selmas.post(reverse("desk:correct", args=[entry.pk]), sent, follow=True).content.decode()
    assert "Richtig" in page
    assert reverse("desk:entry", args=[entry.pk]) in page
    assert "Falsch" in selmas.get(reverse("desk:entry", args=[entry.pk])).content.decode()
    assert AuditEntry.objects.filter(verb="read contact").count() == 2


def test_the_list_is_worked_through(selmas: Client, entered: Callable[..., Entry]) -> None:
    first, second = entered("K-1", **STEP), entered("K-2", **STEP)
    page = selmas.get(reverse("desk:steps")).content.decode()
    assert page.count("Neue Karte</a>") == 2
    assert "K-1" not in page
    done = reverse("desk:done", args=[first.pk, "step"])
    page = selmas.post(done, {"department": "claims", "row": "0"}, follow=True).content.decode()
    assert page.count("Neue Karte</a>") == 1
    assert "autofocus" in page
    assert "Nothing of this is open any more." in selmas.post(done, follow=True).content.decode()
    rows = selmas.get(f"{reverse('desk:steps')}?format=csv&department=claims").content.decode().splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == [str(second.pk)]


def test_what_is_overdue_is_said_first(selmas: Client, entered: Callable[..., Entry]) -> None:
    page = selmas.get(reverse("desk:steps")).content.decode()
    assert "Nothing agreed with customers is open" in page
    entered("K-1", **STEP)
    assert "Nothing agreed with customers is overdue" in selmas.get(reverse("desk:steps")).content.decode()
    entered("K-2", at="2.3.2026", promise="call_back", due="2026-03-04")
    page = selmas.get(reverse("desk:steps")).content.decode()
    assert "1 thing agreed with customers is overdue" in page
    assert "Service · 1 (1 overdue)" in page
    assert page.index("We call back") < page.index("Neue Karte")


def test_letters_that_are_wrong_stay_with_their_reason(selmas: Client) -> None:
    grid = {"key": "grid", "kind": "customer", "rows": "2", "number-0": "K-1", "at-0": "2.3.2026"}
    grid |= {"touchpoint-0": "Post", "number-1": "K-2", "at-1": "2.3.2026", "touchpoint-1": "Nirgends"}
    page = selmas.post(reverse("desk:letters"), grid).content.decode()
    assert "1 letter was kept." in page
    assert "There is no touchpoint “Nirgends” in the taxonomy." in page
    assert 'value="K-2"' in page
    assert 'value="K-1"' not in page


def test_counting_now_is_for_who_brings_data_in(
    selmas: Client, entered: Callable[..., Entry], as_role: Callable[[Role], Client]
) -> None:
    entered("K-1")
    assert "Count it now" not in selmas.get(reverse("desk:enter")).content.decode()
    page = as_role(Role.LEAD).post(reverse("desk:count"), follow=True).content.decode()
    assert "1 entry was counted." in page


def test_programs_enter_contacts_once(selmas: Client, desk: Home, selma: Person) -> None:
    from leitstern.app.accounts.actions import create_key

    key = create_key(selma, "telephony")[1]
    headers = {"authorization": f"Bearer {key}", "idempotency-key": "call 17"}
    body: dict[str, object] = {
        "number": "K-1",
        "touchpoint": "Telefonat",
        "at": "2026-03-02T09:40:00Z",
        **STEP,
    }
    body |= {"step_due": "2026-03-04", "scale": "csat", "value": 4}

    def send(body: dict[str, object]) -> tuple[int, dict[str, object]]:
        answer = selmas.post("/api/v1/contacts", json.dumps(body), "application/json", headers=headers)
        return answer.status_code, answer.json()

    status, told = send(body)
    assert (status, told["touchpoint"], told["at"], told["value"]) == (201, "call", "2026-03-02T09:40:00Z", 4)
    assert "K-1" not in json.dumps(told)
    assert send(body) == (201, told)
    assert send({**body, "number": "K-2"})[0] == 409
    assert send({**body, "step": ""})[0] == 409
    del headers["idempotency-key"]
    [step] = selmas.get("/api/v1/contacts/steps?department=claims", headers=headers).json()
    assert step["days_overdue"] > 0
    done = selmas.post(f"/api/v1/contacts/{told['contact']}/step/done", headers=headers).json()
    assert done["step_done"]
    gone = selmas.delete(f"/api/v1/contacts/{told['contact']}", headers=headers).json()
    assert gone["standing"] == "withdrawn"


def test_before_anything_is_known_the_page_says_what_to_do(home: Home, selma: Person, client: Client) -> None:
    client.force_login(selma)
    for name in ("enter", "letters", "steps"):
        assert client.get(reverse(f"desk:{name}")).status_code == 200
    assert "There is no taxonomy yet." in client.get(reverse("desk:enter")).content.decode()


def test_pages_ask_few_questions_however_much_was_entered(
    selmas: Client, entered: Callable[..., Entry], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        entered(f"K-{number}", **STEP)
    for name in ("enter", "steps", "letters"):
        with django_assert_max_num_queries(15):
            selmas.get(reverse(f"desk:{name}"))
    asked = {"kind": "customer", "number": "K-1", "purpose": "complaint"}
    with django_assert_max_num_queries(15):
        selmas.post(reverse("desk:known"), asked)
