"""A sheet is downloaded, filled by hand, handed in, and changes the gap."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import openpyxl
import pytest
from django.urls import reverse
from tests.app.intake.calls import good
from tests.app.intake.files import handed_in, zip_bomb

from leitstern.app.accounts.roles import Role
from leitstern.app.common import findings
from leitstern.app.common.models import AuditEntry
from leitstern.app.gap.queries import gap_report
from leitstern.app.inside.models import Belief, BeliefCollection
from leitstern.app.outside.reading import require_published
from leitstern.collect.belief_sheet.layout import GUESS, MARK
from leitstern.core.gap.findings import Finding
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
    from tests.app.intake.calls import Calls

    from leitstern.store.home import Home

BELIEFS = "/beliefs"
CHANGING = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"')


@pytest.fixture
def lead(as_role: Callable[[Role], Client]) -> Client:
    return as_role(Role.LEAD)


def download(client: Client, people: int = 1) -> bytes:
    answer = client.get(reverse("inside:sheet"), {"people": people})
    assert answer["Content-Type"].endswith("sheet")
    return answer.content


def fill(sheet: bytes, *guesses: object) -> bytes:
    """Everybody guesses the same everywhere: the n-th person the n-th of `guesses`."""
    book = openpyxl.load_workbook(io.BytesIO(sheet))
    page = next(each for each in book.worksheets if each["A1"].value == MARK or _marked(each))
    columns = {
        str(cell.value).removeprefix(GUESS): cell.column
        for row in page.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(GUESS)
    }
    for row in range(1, page.max_row + 1):
        if "/" in str(page.cell(row, 1).value or ""):
            for number, guess in enumerate(guesses, start=1):
                page.cell(row, columns[str(number)]).value = guess
        if page.cell(row, 1).value == "leitstern:group":
            for column in columns.values():
                page.cell(row, column).value = "Executives"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _marked(page: openpyxl.worksheet.worksheet.Worksheet) -> bool:
    return any(cell.value == MARK for row in page.iter_rows(max_row=3) for cell in row)


def hand_in(client: Client, content: bytes, name: str = "sheet.xlsx") -> Answer:
    return client.post(BELIEFS, {"file": handed_in(name, content)})


def test_a_filled_sheet_changes_the_gap(calls: Calls, lead: Client) -> None:
    calls.bring(*(good(n) for n in range(1, 41)))
    (before,) = gap_report(require_published()).touchpoints
    assert isinstance(before.belief, Missing)
    answer = hand_in(lead, fill(download(lead, people=6), 40, 45, 50, 55, 50, 60))
    assert answer["Location"] == BELIEFS
    (after,) = gap_report(require_published()).touchpoints
    assert isinstance(after.belief, Estimate)
    assert after.belief.n == 6
    assert isinstance(after.gap("perception"), Finding)
    assert after.measured_gap("perception").value < 0  # type: ignore[union-attr]


def test_four_sheets_change_nothing_that_anybody_sees(calls: Calls, lead: Client) -> None:
    calls.bring(*(good(n) for n in range(1, 9)))
    blank = download(lead)
    for guess in (11, 22, 33, 44):
        hand_in(lead, fill(blank, guess))
    assert "fewer than five people" in lead.get(BELIEFS).content.decode()
    (one,) = lead.get("/api/v1/inside/beliefs").json()
    assert (one["belief"]["missing"], one["belief"]["n"]) == ("fewer-than-five", None)
    before = everything(lead)
    Belief.objects.update(guess=99)
    findings.forget()
    assert everything(lead) == before  # whatever the four guessed, nothing shows it


def everything(client: Client) -> list[str]:
    """What pages and programs show, without what is different on every visit."""
    places = (BELIEFS, "/", "/?format=csv", "/touchpoints/call", "/api/v1/inside/beliefs", "/api/v1/gap")
    return [CHANGING.sub("", client.get(place).content.decode()) for place in places]


def test_the_sheet_speaks_the_readers_language(calls: Calls, lead: Client) -> None:
    calls.bring(good(1))
    german = lead.get(reverse("inside:sheet"), headers={"accept-language": "de"})
    book = openpyxl.load_workbook(io.BytesIO(german.content))
    assert book.sheetnames[0] == "Anleitung"
    assert openpyxl.load_workbook(io.BytesIO(download(lead))).sheetnames[0] == "Instructions"


@pytest.mark.parametrize("people", ["0", "-3", "1e9", "many", "", "999"])
def test_any_number_of_people_gives_a_sheet(calls: Calls, lead: Client, people: str) -> None:
    calls.bring(good(1))
    assert lead.get(reverse("inside:sheet"), {"people": people}).status_code == 200


def test_a_blank_sheet_is_told_and_keeps_nothing(calls: Calls, lead: Client) -> None:
    calls.bring(good(1))
    page = hand_in(lead, download(lead))
    assert page.context["form"].errors["file"]
    assert not BeliefCollection.objects.exists()


@pytest.mark.parametrize("guess", [101, -1, "viel", "=1+1"])
def test_one_wrong_guess_keeps_none(calls: Calls, lead: Client, guess: object) -> None:
    calls.bring(good(1))
    page = hand_in(lead, fill(download(lead, people=2), 50, guess))
    assert page.context["form"].errors["file"]
    assert not Belief.objects.exists()


@pytest.mark.parametrize("content", [b"", b"no workbook", zip_bomb(), b"PK\x03\x04 broken"])
def test_hostile_workbooks_are_refused_in_a_sentence(calls: Calls, lead: Client, content: bytes) -> None:
    calls.bring(good(1))
    page = hand_in(lead, content)
    assert page.status_code == 200
    assert page.context["form"].errors["file"]
    assert not BeliefCollection.objects.exists()


def test_what_is_too_large_is_no_sheet(calls: Calls, lead: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    calls.bring(good(1))
    monkeypatch.setattr("leitstern.app.inside.forms.MOST_BYTES", 100)
    assert "too large" in str(hand_in(lead, download(lead)).context["form"].errors["file"])


def test_no_file_is_left_behind(home: Home, calls: Calls, lead: Client) -> None:
    calls.bring(good(1))
    hand_in(lead, fill(download(lead), 50))
    hand_in(lead, b"broken")
    assert not list(home.staging.glob("tmp*"))
    assert not list(home.uploads.iterdir())


def test_taking_it_out_is_written_down_with_its_number(calls: Calls, lead: Client) -> None:
    calls.bring(good(1))
    hand_in(lead, fill(download(lead, people=5), 1, 2, 3, 4, 5))
    collection = BeliefCollection.objects.get()
    assert lead.post(reverse("inside:remove", args=[collection.pk]))["Location"] == BELIEFS
    entry = AuditEntry.objects.order_by("-id").first()
    assert entry
    assert (entry.verb, entry.subject) == ("remove beliefs", f"inside.beliefcollection:{collection.pk}")
    assert not Belief.objects.exists()
    assert lead.post(reverse("inside:remove", args=[collection.pk])).status_code == 404


def test_nothing_stored_points_to_a_person(calls: Calls, lead: Client) -> None:
    calls.bring(good(1))
    hand_in(lead, fill(download(lead), 50))
    fields = {field.name for field in Belief._meta.get_fields()}
    assert fields == {
        "id",
        "collection",
        "touchpoint",
        "facet",
        "group",
        "guess",
        "seen_data",
        "release",
        "shown_before",
    }


def test_without_a_taxonomy_there_is_nothing_to_ask(home: Home, lead: Client) -> None:
    assert lead.get(reverse("inside:sheet")).status_code == 404
    assert lead.get(BELIEFS).status_code == 200
