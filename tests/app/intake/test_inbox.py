"""Files that are put into a watched folder come in once, whatever happens meanwhile, and are laid aside with a receipt."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.app.intake.calls import HEADER, LATE, MAPPING, good, stored

from leitstern.core.errors import InvalidInput, NotAllowed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.app.intake.calls import Calls

    from leitstern.app.accounts.models import Person
    from leitstern.app.intake.models import Inbox
    from leitstern.store.home import Home


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for files to settle."""
    monkeypatch.setattr("leitstern.app.intake.inbox.SETTLED", 0.0)
    monkeypatch.setattr("leitstern.app.intake.inbox._seen", {})


@pytest.fixture(autouse=True)
def known_words(calls: Calls) -> None:
    """The help line's taxonomy."""
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.company.actions import adopt
    from leitstern.collect.taxonomy_file import load_taxonomy

    adopt(COMMAND_LINE, load_taxonomy(calls.folder / "taxonomy.yaml"))


@pytest.fixture
def inbox() -> Inbox:
    """The help line's inbox."""
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.inbox_folders import open_inbox

    return open_inbox(COMMAND_LINE, "calls", MAPPING)


@pytest.fixture
def folder(inbox: Inbox) -> Path:
    from leitstern.app.intake.inbox_folders import folder_of

    return folder_of(inbox)


@pytest.fixture
def settle(worker: Callable[[], None]) -> Callable[[], None]:
    """Look and work until nothing is left to do."""
    from leitstern.app.intake.inbox import look

    def settle() -> None:
        while look():
            worker()

    return settle


def put(folder: Path, name: str, *rows: str) -> Path:
    path = folder / name
    path.write_text("\n".join([HEADER, *rows]) + "\n")
    return path


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def receipt(folder: Path, name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / f"{name}.receipt.json").read_text())
    return found


def test_a_file_comes_in_and_is_laid_aside_with_its_receipt(
    home: Home, folder: Path, settle: Callable[[], None]
) -> None:
    put(folder, "anything.csv", good(1), good(2), LATE)
    settle()
    assert names(folder) == ["done/anything.csv", "done/anything.csv.receipt.json"]
    told = receipt(folder, "done/anything.csv")
    assert (told["received"], told["stored"], told["quarantined"], told["duplicates"]) == (6, 4, 2, 0)
    assert "6 empfangen = 4 gespeichert + 2 in Quarantäne" in str(told["said"])
    assert stored(home)["contacts"] == 2


def test_the_same_content_again_is_recognised_unless_it_was_taken_out(
    home: Home, folder: Path, settle: Callable[[], None]
) -> None:
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.actions import purge
    from leitstern.app.intake.models import Import

    put(folder, "a.csv", good(1))
    settle()
    put(folder, "a.csv", good(1))
    settle()
    assert Import.objects.count() == 1
    assert receipt(folder, "done/a (2).csv")["outcome"] == "known"
    purge(COMMAND_LINE, Import.objects.latest("pk"))
    put(folder, "a.csv", good(1))
    settle()
    assert Import.objects.count() == 2
    assert stored(home)["contacts"] == 1


def test_what_cannot_be_read_is_refused_with_the_reason(folder: Path, settle: Callable[[], None]) -> None:
    (folder / "a.csv").write_bytes(b"%PDF-1.7")
    settle()
    told = receipt(folder, "quarantine/a.csv")
    assert told["outcome"] == "quarantine"
    assert "a.csv: This is a web page" in str(told["said"])
    assert names(folder) == ["quarantine/a.csv", "quarantine/a.csv.receipt.json"]


def test_hidden_unfinished_and_linked_files_stay(
    folder: Path, settle: Callable[[], None], tmp_path: Path
) -> None:
    for name in (".hidden.csv", "a.csv.part", "b.tmp", "c.csv~"):
        put(folder, name, good(1))
    (folder / "linked.csv").symlink_to(put(tmp_path, "secret.csv", good(2)))
    (folder / "folder").mkdir()
    settle()
    assert names(folder) == [".hidden.csv", "a.csv.part", "b.tmp", "c.csv~", "linked.csv"]


def test_a_file_that_still_changes_is_left_alone(
    folder: Path, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leitstern.app.intake.inbox.SETTLED", 3600.0)
    file = put(folder, "a.csv", good(1))
    settle()
    assert names(folder) == ["a.csv"]
    os.utime(file, (1, 1))  # moved here long after it was last changed; yet it was just seen to change
    settle()
    assert names(folder) == ["a.csv"]
    monkeypatch.setattr("leitstern.app.intake.inbox._seen", {})
    settle()
    assert "done/a.csv" in names(folder)


def test_a_file_that_grows_while_it_is_read_is_read_again(
    home: Home, folder: Path, settle: Callable[[], None], worker: Callable[[], None]
) -> None:
    from leitstern.app.intake.inbox import look
    from leitstern.app.intake.models import Dropped

    with put(folder, "a.csv", good(1)).open("a") as slow:
        look()
        worker()
        slow.write(good(2) + "\n")
    settle()
    assert [file.outcome for file in Dropped.objects.order_by("pk")] == ["again", "done"]
    assert receipt(folder, "done/a.csv")["duplicates"] == 2
    assert stored(home)["contacts"] == 2


def test_of_several_sources_the_name_says_which(settle: Callable[[], None]) -> None:
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.inbox_folders import folder_of, open_inbox

    second = (
        MAPPING.split("sources:\n")[1]
        .replace("name: calls", "name: others")
        .replace("calls.csv", "others.csv")
    )
    folder = folder_of(open_inbox(COMMAND_LINE, "both", MAPPING + second))
    put(folder, "others-2026-03.csv", good(1))
    put(folder, "strange.csv", good(2))
    settle()
    assert receipt(folder, "done/others-2026-03.csv")["stored"] == 2
    assert "“calls-" in str(receipt(folder, "quarantine/strange.csv")["said"])


def test_joined_files_stay_and_are_found(settle: Callable[[], None]) -> None:
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.inbox_folders import folder_of, open_inbox
    from leitstern.app.intake.models import Import

    joined = "    join: [{file: who.csv, on: customer, take: [kind]}]\n    where: [{column: kind, is: a}]\n"
    folder = folder_of(open_inbox(COMMAND_LINE, "calls", MAPPING + joined))
    (folder / "who.csv").write_text("customer,kind\nK-1,a\nK-2,b\nK-7,a\n")
    put(folder, "a.csv", good(1), good(2), LATE)
    settle()
    assert names(folder) == ["done/a.csv", "done/a.csv.receipt.json", "who.csv"]
    assert receipt(folder, "done/a.csv")["stored"] == 2
    assert Import.objects.latest("pk").folder == str(folder)  # so that a replay finds them


def test_whatever_was_lost_between_two_steps_is_found_again(
    home: Home, folder: Path, settle: Callable[[], None], worker: Callable[[], None]
) -> None:
    from leitstern.app.intake.inbox import look
    from leitstern.app.intake.models import Dropped, Import

    own = folder / ".taken" / "token"
    own.mkdir(parents=True)
    put(own, "a.csv", good(1))  # taken, and nothing written down
    (folder / ".taken" / "empty").mkdir()
    settle()
    assert Dropped.objects.get().token == "token"
    put(folder, "b.csv", good(2))
    look()
    worker()
    file = Dropped.objects.latest("pk")
    Dropped.objects.filter(pk=file.pk).update(
        outcome="done", target="done/b.csv"
    )  # said where, not yet moved
    settle()
    Dropped.objects.filter(pk=file.pk).update(finished=None)  # moved, and not written down
    settle()
    assert names(folder) == [f"done/{name}.csv{more}" for name in "ab" for more in ("", ".receipt.json")]
    assert (Import.objects.count(), stored(home)["contacts"]) == (2, 2)
    assert not list((folder / ".taken").iterdir())


def test_a_folder_that_is_gone_and_a_mapping_that_no_longer_fits_are_said(
    inbox: Inbox, folder: Path, settle: Callable[[], None]
) -> None:
    from leitstern.app.intake.models import Inbox as Model

    Model.objects.update(mapping=MAPPING.replace("kind: csat", "kind: csat, facet: unknown"))
    put(folder, "a.csv", good(1))
    settle()
    inbox.refresh_from_db()
    assert inbox.problem
    assert "unknown" in inbox.problem["en"]
    assert names(folder) == ["a.csv"]
    shutil.rmtree(folder)
    settle()
    inbox.refresh_from_db()
    assert inbox.problem == {"en": inbox.problem["en"], "de": inbox.problem["de"]}
    assert inbox.problem["en"].startswith("The folder is gone")
    folder.mkdir()
    (folder / "done").symlink_to(folder.parent)
    put(folder, "a.csv", good(1))
    settle()
    inbox.refresh_from_db()
    assert "leads elsewhere" in inbox.problem["en"]
    assert (folder / "a.csv").exists()
    assert inbox.looked


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody may write there; who may write everywhere, root, is stopped by a mount."""
    if os.geteuid():
        folder.chmod(0o500)
        yield
        folder.chmod(0o700)
        return
    if subprocess.run(["mount", "--bind", folder, folder], check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let us mount a folder that may only be read")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def test_nothing_is_taken_from_a_folder_that_may_only_be_read(
    home: Home, inbox: Inbox, folder: Path, settle: Callable[[], None]
) -> None:
    put(folder, "a.csv", good(1))
    with read_only(folder):
        settle()
        inbox.refresh_from_db()
        assert inbox.problem
        assert "let Leitstern write there" in inbox.problem["en"]
        assert (names(folder), inbox.files.count(), stored(home)) == (["a.csv"], 0, {})
    settle()
    inbox.refresh_from_db()
    assert (inbox.problem, stored(home)["contacts"]) == (None, 1)
    assert names(folder) == ["done/a.csv", "done/a.csv.receipt.json"]


def test_what_came_in_is_deleted_in_time_and_when_somebody_is_forgotten(
    inbox: Inbox, folder: Path, settle: Callable[[], None]
) -> None:
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.erasing import erase_customer
    from leitstern.app.intake.models import Dropped

    put(folder, "a.csv", good(1))
    settle()
    Dropped.objects.update(finished=timezone.now() - timedelta(days=31))
    settle()
    assert names(folder) == ["done/a.csv.receipt.json"]
    put(folder, "b.csv", good(2))
    settle()
    erase_customer(COMMAND_LINE, "customer_no", "K-2")
    assert names(folder) == ["done/a.csv.receipt.json", "done/b.csv.receipt.json"]


def test_only_who_may_import_opens_an_inbox_and_its_name_leads_nowhere_else(
    inbox: Inbox, folder: Path, settle: Callable[[], None], auditor: Person
) -> None:
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.inbox_folders import close_inbox, open_inbox

    with pytest.raises(NotAllowed):
        open_inbox(auditor, "mine", MAPPING)
    for name in ("../x", "A", "", "a/b", ".x"):
        with pytest.raises(InvalidInput):
            open_inbox(COMMAND_LINE, name, MAPPING)
    close_inbox(COMMAND_LINE, inbox)
    put(folder, "a.csv", good(1))
    settle()
    assert names(folder) == ["a.csv"]
