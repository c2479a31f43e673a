"""Bringing in and taking out from a terminal, with exit codes and one sentence for every error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from tests.app.intake.calls import LATE, MAPPING, TAXONOMY, Calls, good, stored
from tests.app.intake.conftest import nothing_ahead

from leitstern.app.common.models import AuditEntry
from leitstern.app.inside.models import Belief
from leitstern.app.intake.models import Import, ImportState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    from leitstern.store.home import Home

    Run = Callable[..., Answer]

__all__ = ["nothing_ahead"]


@pytest.fixture
def calls(db: None, tmp_path: Path) -> Calls:
    folder = tmp_path / "calls"
    folder.mkdir()
    return Calls(folder)


@pytest.fixture
def run(typed: Run, home: Home) -> Run:
    """Types `leitstern --home …` for an empty home."""
    return lambda *words, lang="C.UTF-8": typed("--home", home.path, *words, lang=lang)


def test_files_come_in_and_their_counts_are_shown(home: Home, run: Run, calls: Calls) -> None:
    calls.write(good(1), good(2), LATE)
    told = run("import", calls.mapping, "--data", calls.folder)
    assert (told.code, told.err) == (0, "")
    heading, counts = told.out.splitlines()
    assert heading.split() == [
        "Source",
        "Rows",
        "Received",
        "Contacts",
        "Promises",
        "Answers",
        "Quarantined",
        "Duplicates",
    ]
    assert counts.split() == ["calls", "3", "6", "2", "0", "2", "2", "0"]
    assert stored(home)["contacts"] == 2
    assert AuditEntry.objects.filter(actor="command line", verb="import").exists()


def test_a_dry_run_shows_what_would_come_in(home: Home, run: Run, calls: Calls) -> None:
    calls.write(good(1), LATE)
    told = run("import", calls.mapping, "--data", calls.folder, "--dry-run", "--lang", "de")
    assert told.code == 0
    for part in ("Kontakte", "02.03.2026, 10:00", "Alles gut", "calls, Zeile 3:", "nichts gespeichert"):
        assert part in told.out
    assert stored(home) == {}
    assert not Import.objects.exists()


def test_values_without_a_name_are_told(run: Run, calls: Calls) -> None:
    calls.write(good(1), "K-2,2026-03-02 11:00,Rauchzeichen,4,")
    told = run("import", calls.mapping, "--data", calls.folder)
    assert "Not mapped yet: what: Rauchzeichen" in told.out


def test_a_mapping_with_mistakes_is_told_with_file_and_line(run: Run, calls: Calls) -> None:
    calls.write(good(1)).mapping.write_text(MAPPING.replace("file: calls.csv", "fil: calls.csv"))
    told = run("import", calls.mapping, "--data", calls.folder)
    assert (told.code, told.out) == (1, "")
    assert "mapping.yaml" in told.err
    assert "Traceback" not in told.err


def test_errors_speak_the_language_of_the_terminal(run: Run, calls: Calls) -> None:
    assert "There is no" in run("purge", 7).err
    assert "gibt es nicht" in run("purge", 7, lang="de_DE.UTF-8").err


@pytest.mark.parametrize(
    "words",
    [
        ("import", "nowhere.yaml", "--data", "."),
        ("import", "--data", "."),
        ("gap", "--format", "xml"),
        ("purge", "seven"),
        ("outside", "everything"),
        ("dance",),
        ("beliefs", "nowhere.xlsx"),
    ],
)
def test_what_was_typed_wrong_is_told_with_another_code(run: Run, db: None, words: tuple[str, ...]) -> None:
    told = run(*words)
    assert told.code == 2
    assert "Traceback" not in told.err
    assert told.err


def test_an_import_is_taken_out_once(home: Home, run: Run, calls: Calls) -> None:
    calls.write(good(1))
    run("import", calls.mapping, "--data", calls.folder)
    number = Import.objects.get().pk
    assert run("purge", number).out == f"Import {number} is taken out.\n"
    assert stored(home)["contacts"] == 0
    again = run("purge", number)
    assert again.code == 1
    assert "Only a finished import" in again.err


def test_what_waits_is_replayed_with_a_mended_mapping(
    home: Home, run: Run, calls: Calls, tmp_path: Path
) -> None:
    calls.write(good(1), "K-9,12/31/2025,call,4,Guten Rutsch")
    run("import", calls.mapping, "--data", calls.folder)
    mended = tmp_path / "mended.yaml"
    mended.write_text(
        MAPPING.replace("file: calls.csv", 'file: calls.csv\n    format: {dates: ["%m/%d/%Y"]}')
    )
    told = run("replay", Import.objects.get().pk, "--mapping", mended)
    assert told.out.splitlines()[1].split() == ["calls", "1", "2", "1", "0", "1", "0", "0"]
    assert stored(home)["contacts"] == 2
    assert run("replay", Import.objects.earliest("id").pk).code == 1


def test_the_taxonomy_is_printed_and_adopted(run: Run, calls: Calls, tmp_path: Path) -> None:
    calls.write(good(1))
    assert run("taxonomy").code == 1
    run("import", calls.mapping, "--data", calls.folder)
    edited = tmp_path / "edited.yaml"
    edited.write_text(run("taxonomy").out.replace("Anruf", "Gespräch"))
    assert run("taxonomy", edited).out == "The taxonomy is now version 2.\n"
    assert "Gespräch" in run("taxonomy").out
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text(TAXONOMY.replace("Europe/Berlin", "Asia/Tokyo"))
    told = run("taxonomy", elsewhere)
    assert told.code == 1
    assert "Asia/Tokyo" in told.err


def test_beliefs_come_from_a_filled_sheet(run: Run, calls: Calls, tmp_path: Path) -> None:
    calls.write(good(1))
    run("import", calls.mapping, "--data", calls.folder)
    sheet = tmp_path / "sheet.xlsx"
    run("sheet", sheet, "--lang", "en")
    blank = run("beliefs", sheet)
    assert blank.code == 1
    assert "no guesses yet" in blank.err
    book = openpyxl.load_workbook(sheet)
    page = book.worksheets[-1]
    page["E4"], page["E5"] = "Executives", 70
    book.save(sheet)
    assert run("beliefs", sheet).out == "1 guesses kept.\n"
    assert Belief.objects.get().guess == 70


def test_a_customer_is_forgotten(home: Home, run: Run, calls: Calls) -> None:
    calls.write(good(1), good(2))
    run("import", calls.mapping, "--data", calls.folder)
    told = run("erase", "customer_no", "K-1")
    assert told.out.startswith("Erased: entity:")
    assert stored(home)["contacts"] == 1


def test_a_home_is_made_where_something_begins_and_nowhere_else(
    typed: Run, calls: Calls, tmp_path: Path, settings: object
) -> None:
    nowhere = tmp_path / "nowhere"
    for words in (("gap",), ("outside", "flows"), ("taxonomy",), ("purge", 1), ("sheet",)):
        told = typed("--home", nowhere, *words)
        assert told.code == 1
        assert str(nowhere) in told.err
    assert not nowhere.exists()
    settings.HOME = nowhere  # type: ignore[attr-defined]
    calls.write(good(1))
    assert typed("--home", nowhere, "import", calls.mapping, "--data", calls.folder).code == 0
    assert (nowhere / "home.json").exists()
    assert Import.objects.get().state == ImportState.DONE
