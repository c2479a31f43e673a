"""The files of the invented company, read as somebody else would read them."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest

from leitstern.collect.belief_sheet import read_belief_sheet
from leitstern.collect.example.files import LOST_TIMES, TWICE
from leitstern.collect.example.guesses import guesses
from leitstern.collect.example.truths import PLANTED, taxonomy
from leitstern.collect.example.world import world
from leitstern.collect.example.write import ExampleFiles, write_example
from leitstern.collect.mapping_file import load_mapping

if TYPE_CHECKING:
    from pathlib import Path

UNTIL = date(2026, 6, 30)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> ExampleFiles:
    return write_example(
        tmp_path_factory.mktemp("lindenberg"), seed=3, customers=600, contacts=9_000, until=UNTIL
    )


def rows(path: Path, encoding: str, delimiter: str) -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(
    written: ExampleFiles, tmp_path: Path
) -> None:
    write_example(tmp_path / "again", seed=3, customers=600, contacts=9_000, until=UNTIL)
    write_example(tmp_path / "other", seed=4, customers=600, contacts=9_000, until=UNTIL)
    first, again, other = (
        digests(folder) for folder in (written.folder, tmp_path / "again", tmp_path / "other")
    )
    assert first == again
    fixed = {"mapping.yaml", "taxonomy.yaml"}
    assert {name for name in first if first[name] == other[name]} == fixed


def test_the_twin_has_the_same_files_and_as_many_contacts(written: ExampleFiles, tmp_path: Path) -> None:
    twin = write_example(tmp_path, seed=3, customers=600, contacts=9_000, until=UNTIL, planted=False)
    assert digests(twin.folder).keys() == digests(written.folder).keys()
    assert twin.contacts == written.contacts == 9_000
    assert twin.taxonomy.read_bytes() == written.taxonomy.read_bytes()


def test_the_telephone_system_writes_windows_german(written: ExampleFiles) -> None:
    calls = rows(written.folder / "contact_centre.csv", "cp1252", ";")
    assert {"Rückfrage zu Schreiben", "Kündigung"} <= {call["Anlass"] for call in calls}
    assert len({call["Gesprächsnummer"] for call in calls}) == len(calls)
    legible = [call["Beginn"] for call in calls if call["Beginn"] != "00.00.0000 00:00"]
    assert len(calls) - len(legible) == LOST_TIMES
    assert max(datetime.strptime(at, "%d.%m.%Y %H:%M") for at in legible) < datetime(2026, 7, 1)  # noqa: DTZ001, DTZ007


def test_online_events_carry_the_offset_of_summer_and_winter(written: ExampleFiles) -> None:
    events = rows(written.folder / "app_web.csv", "utf-8", ",")
    offsets = {(datetime.fromisoformat(e["occurred_at"]).month, e["occurred_at"][-6:]) for e in events}
    assert {(7, "+02:00"), (1, "+01:00")} <= offsets
    assert not {(7, "+01:00"), (1, "+02:00")} & offsets


def test_letters_have_a_date_alone_and_some_are_there_twice(written: ExampleFiles) -> None:
    letters = rows(written.folder / "letters.csv", "utf-8-sig", ";")
    assert all(datetime.strptime(letter["Datum"], "%d.%m.%Y") for letter in letters)  # noqa: DTZ007
    assert len(letters) - len({tuple(letter.values()) for letter in letters}) == TWICE


def test_branches_keep_a_workbook_with_real_dates(written: ExampleFiles) -> None:
    book = openpyxl.load_workbook(written.folder / "branches.xlsx")
    assert book.properties.created == datetime(2020, 1, 1)  # noqa: DTZ001  # never the time of writing
    header, *visits = book["Besuche"].values
    assert header == ("Beleg", "Kundennummer", "Zeitpunkt", "Filiale", "Anlass", "Vorgang")
    assert all(isinstance(visit[2], datetime) and isinstance(visit[1], str) for visit in visits)


def test_a_loan_without_complete_documents_has_no_promised_date(written: ExampleFiles) -> None:
    loans = rows(written.folder / "loans.txt", "utf-16", "\t")
    assert loans
    assert all(bool(loan["Zugesagt bis"]) == bool(loan["Unterlagen vollständig"]) for loan in loans)


def test_every_customer_number_in_every_file_is_of_the_same_kind(written: ExampleFiles) -> None:
    claims = rows(written.folder / "claims.csv", "utf-8", ";")
    answers = rows(written.folder / "feedback.csv", "utf-8", ",")
    assert all(
        number.isdigit()
        for number in [c["Kundennummer"] for c in claims] + [a["customer_no"] for a in answers]
    )
    assert {a["question"] for a in answers} == {"CSAT", "CES", "NPS"}
    assert {a["language"] for a in answers} == {"de", "en"}


def test_mapping_and_taxonomy_know_every_word_of_the_files(written: ExampleFiles) -> None:
    mapping, taxonomy = load_mapping(written.mapping)
    assert taxonomy is not None
    for source in mapping.sources:
        assert (written.folder / source.file).exists()
    for name, encoding, column in (
        ("contact_centre.csv", "cp1252", "Anlass"),
        ("letters.csv", "utf-8-sig", "Betreff"),
    ):
        (source,) = (s for s in mapping.sources if s.file == name)
        known = {raw for raw, _ in source.contacts[0].touchpoint.values}
        assert {row[column] for row in rows(written.folder / name, encoding, ";")} <= known


def test_the_belief_sheet_gives_back_what_was_guessed(written: ExampleFiles) -> None:
    found = read_belief_sheet(written.beliefs, taxonomy())
    given = [row for sheet in guesses(world(3, 600, 9_000, UNTIL, PLANTED)) for row in sheet]
    assert Counter(found) == Counter(given)
    assert {row.group for row in found} == {"executives", "managers", "staff"}
