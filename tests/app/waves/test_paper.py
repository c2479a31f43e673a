"""Answers on paper: one by one, from a table, a second time, and taken back; nothing half, nothing twice."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.app.waves.asking import on_paper, people

from leitstern.app.waves import actions, queries
from leitstern.app.waves.models import Answer, Invited, Sheet, Wave
from leitstern.app.waves.paper import discard_last_sheet, enter_sheet, hold_on_paper, progress
from leitstern.app.waves.paper_batch import differences, enter_again, enter_sheets, settle_sheet
from leitstern.collect.paper_sheets import PaperSheet
from leitstern.collect.problems import InvalidFile
from leitstern.core.errors import Conflict
from leitstern.core.inside.ratings import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from pytest_django import Settings

    from leitstern.app.accounts.models import Person
    from leitstern.collect.roster import Roster

type Launch = Callable[[Roster], Wave]
STAFF = View.STAFF


@pytest.fixture
def wave(launch: Launch) -> Wave:
    """Nine of service and six of north answer on paper."""
    return launch(on_paper(service=9, north=6))


def sheets(wave: Wave, n: int, point: int = 4, unit: str = "service", first: int = 1) -> list[PaperSheet]:
    """So many sheets with everything answered alike."""
    items = [item.slug for item in queries.instrument_of(wave).items]
    return [
        PaperSheet(str(at + 1), number, (STAFF, unit), dict.fromkeys(items, point), f"Sheet {number}.")
        for at, number in enumerate(range(first, first + n), start=1)
    ]


def otherwise(sheet: PaperSheet, **points: int) -> PaperSheet:
    """The same sheet, read differently in some statements."""
    return replace(sheet, answers={**sheet.answers, **points})


def mistakes(refused: pytest.ExceptionInfo[InvalidFile]) -> list[str]:
    return [problem.sentence.en for problem in refused.value.problems]


def test_the_same_table_again_adds_nothing_and_a_longer_one_what_is_new(lead: Person, wave: Wave) -> None:
    enter_sheets(lead, wave, sheets(wave, 3), "a.csv")
    enter_sheets(lead, wave, sheets(wave, 3), "a.csv")
    assert Answer.objects.count() == wave.comments.count() == 3
    enter_sheets(lead, wave, sheets(wave, 5), "a.csv")
    assert Answer.objects.count() == 5
    assert progress(wave).next == 6


def test_nothing_is_half_entered_and_every_mistake_is_told(lead: Person, wave: Wave) -> None:
    enter_sheets(lead, wave, sheets(wave, 2), "a.csv")
    bad = [
        otherwise(sheets(wave, 1)[0], k1a=1),
        *sheets(wave, 8, first=3),
        *sheets(wave, 1, unit="south", first=20),
    ]
    bad[0].answers[next(iter(bad[0].answers))] = 1
    with pytest.raises(InvalidFile) as refused:
        enter_sheets(lead, wave, bad, "b.csv")
    assert mistakes(refused) == [
        "b.csv, line 2, Sheet: Sheet 1 has been entered before, with something else. Give it a number of its own, or "
        "compare both entries.",
        "b.csv, line 9, Department: With these sheets 10 people of “Service · Staff” would have answered, but only 9 "
        "are on the roster.",
        "b.csv, line 2, Department: Nobody of “South · Staff” is on the roster.",
    ]
    assert Answer.objects.count() == 2


def test_a_number_is_taken_once(lead: Person, wave: Wave) -> None:
    """Going back in the browser and sending a sheet again keeps it once."""
    answers = sheets(wave, 1)[0].answers
    enter_sheet(lead, wave, (STAFF, "service"), answers, number=1)
    with pytest.raises(Conflict, match="next number is 2"):
        enter_sheet(lead, wave, (STAFF, "service"), answers, number=1)
    enter_sheet(lead, wave, (STAFF, "service"), answers)
    assert list(Sheet.objects.values_list("number", flat=True)) == [1, 2]


def test_the_last_sheet_is_taken_back_with_its_comment(lead: Person, wave: Wave) -> None:
    enter_sheets(lead, wave, sheets(wave, 2), "a.csv")
    discard_last_sheet(lead, wave)
    assert [each.text for each in wave.comments.all()] == ["Sheet 1."]
    assert (Answer.objects.count(), progress(wave).next) == (1, 2)
    discard_last_sheet(lead, wave)
    with pytest.raises(Conflict, match="No sheet"):
        discard_last_sheet(lead, wave)


def test_entered_twice_what_differs_is_shown_and_settled(lead: Person, wave: Wave) -> None:
    first, second = sheets(wave, 2)
    enter_sheets(lead, wave, [first, second], "a.csv")
    items = list(first.answers)
    again = otherwise(first, **{items[0]: 5, items[7]: 6})
    again.answers.pop(items[9])
    found = differences(wave, [again, second], "b.csv")
    assert [(each.number, each.at, each.first, each.second) for each in found] == [
        (1, 1, 4, 5),
        (1, 8, 4, 6),
        (1, 10, 4, None),
    ]
    enter_again(lead, wave, [again, second], "b.csv")
    assert progress(wave).twice == 1
    settle_sheet(lead, wave, again, {items[0]: 5, items[7]: 4, items[1]: 1})  # the last did not differ
    kept = wave.sheets.get(number=1).answer.answers
    assert (kept[items[0]], kept[items[7]], kept[items[1]], items[9] in kept) == (5, 4, 4, False)
    assert progress(wave).twice == 2


def test_nobody_reads_answers_without_having_them_on_paper(lead: Person, wave: Wave) -> None:
    """Whoever types anything is told that it is another sheet, and nothing of what stands on it."""
    enter_sheets(lead, wave, sheets(wave, 1), "a.csv")
    guess = otherwise(sheets(wave, 1, point=6)[0])
    with pytest.raises(InvalidFile, match="probably another sheet"):
        differences(wave, [guess], "b.csv")
    few = replace(guess, answers=dict(list(guess.answers.items())[:3]))
    with pytest.raises(InvalidFile, match="another sheet"):
        differences(wave, [few], "b.csv")
    with pytest.raises(InvalidFile, match="was entered for “Service"):
        differences(wave, sheets(wave, 1, unit="north"), "b.csv")
    with pytest.raises(InvalidFile, match="not been entered a first time"):
        differences(wave, sheets(wave, 1, first=9), "b.csv")


def test_nobody_guesses_answers_one_by_one(lead: Person, wave: Wave) -> None:
    """A guess that is right is told nothing else than one that is wrong, and neither is one about a sheet of few answers."""
    whole = sheets(wave, 1)[0]
    items = list(whole.answers)
    short = replace(whole, number=2, answers={items[0]: 4})
    enter_sheets(lead, wave, [whole, short], "a.csv")
    told = []
    for number, point in ((1, 4), (1, 5), (2, 5)):
        guess = replace(whole, number=number, answers={items[0]: point})
        with pytest.raises(InvalidFile) as refused:
            differences(wave, [guess], "b.csv")
        told.append(mistakes(refused)[0].replace(f"Sheet {number}", "Sheet"))
    assert len(set(told)) == 1


def test_numbers_of_sheets_are_gone_once_a_wave_is_published(lead: Person, wave: Wave) -> None:
    enter_sheets(lead, wave, sheets(wave, 6), "a.csv")
    actions.close(lead, wave)
    enter_sheets(lead, wave, sheets(wave, 1, first=7), "late.csv")
    actions.publish(lead, wave)
    assert (Sheet.objects.count(), Answer.objects.count()) == (0, 7)
    with pytest.raises(Conflict, match="published"):
        discard_last_sheet(lead, wave)


def test_a_wave_by_link_takes_no_table(lead: Person, launch: Launch) -> None:
    wave = launch(people(service=6))
    for verb in (enter_sheets, enter_again):
        with pytest.raises(Conflict, match="by link"):
            verb(lead, wave, sheets(wave, 1), "a.csv")


def test_without_a_mail_server_the_page_says_what_to_do_and_paper_is_a_way_on(
    lead: Person, lead_client: Client, prepared: Wave, settings: Settings
) -> None:
    actions.hand_in_roster(lead, prepared, people(service=6))
    address = reverse("waves:wave", args=[prepared.pk])
    page = lead_client.get(address).content.decode()
    assert "Yes, launch" not in page
    assert "no mail server is set" in page
    refused = lead_client.post(reverse("waves:launch", args=[prepared.pk]))
    assert (refused.status_code, "Yes, on paper" in refused.content.decode()) == (409, True)
    lead_client.post(reverse("waves:on-paper", args=[prepared.pk]))
    assert set(Invited.objects.values_list("address", flat=True)) == {""}
    assert "Yes, launch" in lead_client.get(address).content.decode()
    lead_client.post(reverse("waves:launch", args=[prepared.pk]))
    assert "Remind" not in lead_client.get(address).content.decode()
    with pytest.raises(Conflict, match="on paper"):
        actions.remind(lead, prepared)


def test_a_wave_without_anybody_cannot_be_held_on_paper(lead: Person, prepared: Wave) -> None:
    with pytest.raises(Conflict, match="nobody"):
        hold_on_paper(lead, prepared)


@pytest.fixture
def upload(lead_client: Client, wave: Wave) -> Callable[..., Any]:
    """Hand a table in on the page."""

    def handed_in(content: bytes, name: str = "sheets.csv", button: str = "enter") -> Any:
        file = SimpleUploadedFile(name, content)
        return lead_client.post(
            reverse("waves:paper-sheets", args=[wave.pk]), {"file": file, button: "1"}, follow=True
        )

    return handed_in


def filled(client: Client, wave: Wave, lines: int, point: int = 5) -> bytes:
    """The table as it is downloaded, with the first lines filled in."""
    table = client.get(reverse("waves:paper-table", args=[wave.pk]) + "?format=csv").content.decode()
    head, *rows = csv.reader(StringIO(table.lstrip("\ufeff")))
    out = StringIO()
    csv.writer(out).writerows(
        [head, *([*row[:3], *[point] * 66, ""] for row in rows[:lines]), *(row for row in rows[lines:])]
    )
    return out.getvalue().encode()


def test_the_downloaded_table_comes_back_filled(
    lead_client: Client, wave: Wave, upload: Callable[..., Any]
) -> None:
    content = filled(lead_client, wave, 4)
    assert "4 sheets were kept." in upload(content).content.decode()
    assert "Nothing new." in upload(content).content.decode()
    assert Answer.objects.count() == 4
    compared = upload(content.replace(b"5,5,5,5,5,5,5,", b"5,5,3,5,5,5,5,", 1), button="compare")
    assert "1 sheet was entered differently, 3 alike." in compared.content.decode()
    wrong = upload(content.replace(b"5,5,5,", b"9,5,5,", 2))
    assert wrong.status_code == 422
    assert wrong.content.decode().count("is no answer") == 2


def test_the_workbook_offers_groups_and_only_points_of_the_scale(lead_client: Client, wave: Wave) -> None:
    book = openpyxl.load_workbook(
        BytesIO(lead_client.get(reverse("waves:paper-table", args=[wave.pk])).content)
    )
    page = book.worksheets[0]
    assert [page.cell(2, at).value for at in (1, 2, 3)] == [1, "North", "Staff"]
    assert page.max_row == 16  # a line for everybody on the roster
    rules = {rule.type for rule in page.data_validations.dataValidation}
    assert rules == {"list", "whole"}


def test_a_sheet_a_second_time_on_the_page(lead_client: Client, lead: Person, wave: Wave) -> None:
    first = sheets(wave, 1)[0]
    enter_sheets(lead, wave, [first], "a.csv")
    items = list(first.answers)
    typed = {"place": "staff:service", "number": 1, **first.answers, items[2]: 7}
    address = reverse("waves:paper-again", args=[wave.pk])
    asked = lead_client.post(address, typed)
    assert (asked.status_code, "What is ticked on paper?" in asked.content.decode()) == (409, True)
    lead_client.post(address, {**typed, "settle": "1", f"settled-{items[2]}": "7"})
    assert wave.sheets.get().answer.answers[items[2]] == 7
    assert progress(wave).twice == 1


def test_programs_enter_compare_and_discard_as_well(lead_client: Client, wave: Wave) -> None:
    def send(path: str, content: bytes) -> Any:
        body = {"content": content.decode()}
        return lead_client.post(f"/api/v1/waves/{wave.pk}/{path}", body, content_type="application/json")

    content = filled(lead_client, wave, 3)
    assert send("sheets", content).json() == {
        "on_paper": True, "entered": 3, "twice": 0, "people": 15, "next": 4,
    }  # fmt: skip
    assert send("sheets", content).json()["entered"] == 3
    compared = send("sheets/compare", content.replace(b"5,5,5,5,", b"5,2,5,5,", 1)).json()
    assert compared == {
        "alike": 2,
        "differences": [{"sheet": 1, "item": "k1-2", "first": 5, "second": 2}],
    }
    assert send("sheets", b"sheet,unit\n1,x\n").status_code == 422
    assert lead_client.delete(f"/api/v1/waves/{wave.pk}/sheets/last").json()["entered"] == 2
    assert lead_client.get(f"/api/v1/waves/{wave.pk}/sheets").json()["twice"] == 1
    assert lead_client.post(f"/api/v1/waves/{wave.pk}/on-paper").status_code == 409


def test_the_sample_of_a_roster_has_the_companys_departments(lead_client: Client) -> None:
    address = reverse("waves:roster-sample")
    table = lead_client.get(address + "?format=csv").content.decode()
    assert "person2@example.org,Sales,Managers" in table
    book = openpyxl.load_workbook(BytesIO(lead_client.get(address).content))
    assert [cell.value for cell in book.worksheets[0][1]] == ["Address", "Department", "Level"]
    assert [cell.value for cell in book.worksheets[1]["A"]] == [
        "Department",
        "Sales",
        "North",
        "South",
        "Service",
    ]
