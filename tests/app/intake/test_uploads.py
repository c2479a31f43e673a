"""What is handed in by way of a browser: understood or refused in a sentence, and gone when nobody needs it."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.intake.calls import LATE, MAPPING, TAXONOMY, good
from tests.app.intake.files import MEGABYTE, entities, handed_in, outside_entity, zip_bomb

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.intake import uploads
from leitstern.app.intake.actions import queue_folder
from leitstern.app.intake.models import Import, ImportState
from leitstern.core.errors import InvalidInput, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import Client

    from leitstern.store.home import Home

HEADER = "customer,at,what,score,said"
CALLS = "\n".join([HEADER, good(1), good(2), LATE]) + "\n"
JOINED = MAPPING.replace(
    "file: calls.csv",
    "file: calls.csv\n    join: [{file: people.csv, on: customer, take: {town: town}}]",
)


def four(mapping: str = MAPPING) -> list[SimpleUploadedFile]:
    return [
        handed_in("mapping.yaml", mapping),
        handed_in("taxonomy.yaml", TAXONOMY),
        handed_in("calls.csv", CALLS),
        handed_in("people.csv", "customer,town\nK-1,Ulm\n"),
    ]


def left(home: Home) -> list[Path]:
    return list(home.uploads.iterdir())


@pytest.fixture
def analyst(as_role: Callable[[Role], Client], home: Home) -> Client:
    return as_role(Role.ANALYST)


def hand_in(client: Client, *files: SimpleUploadedFile) -> tuple[int, str]:
    """Where it goes on, or the sentence that says why not."""
    answer = client.post(reverse("intake:imports"), {"files": list(files)})
    if answer.status_code == 302:
        return 302, answer["Location"]
    return answer.status_code, " ".join(answer.context["form"].errors.get("files", []))


def test_a_folder_with_its_mapping_comes_in_and_goes(
    home: Home, analyst: Client, worker: Callable[[], None]
) -> None:
    status, address = hand_in(analyst, *four())
    run = Import.objects.get()
    assert (status, address) == (302, reverse("intake:import", args=[run.pk]))
    assert run.state == ImportState.WAITING
    assert len(left(home)) == 1
    worker()
    run.refresh_from_db()
    assert run.state == ImportState.DONE
    assert left(home) == []
    assert run.quarantine.count() == 1


def test_files_that_others_are_joined_with_stay_while_a_replay_may_need_them(
    home: Home, analyst: Client, worker: Callable[[], None]
) -> None:
    from leitstern.app.intake.actions import replay

    hand_in(analyst, *four(JOINED))
    worker()
    run = Import.objects.get()
    (folder,) = left(home)
    uploads.sweep(home, time.time() + 2 * uploads.PATIENCE)
    assert folder.exists()
    mended = JOINED.replace(
        "file: calls.csv", 'file: calls.csv\n    format: {dates: ["31.31.%Y"]}'
    )  # reads the one row that waits
    replay(COMMAND_LINE, run, mended)
    uploads.sweep(home, time.time() + 2 * uploads.PATIENCE)
    assert left(home) == []


def test_an_import_that_failed_keeps_its_files_for_a_day(
    home: Home, analyst: Client, worker: Callable[[], None]
) -> None:
    hand_in(analyst, *four(MAPPING.replace("column: what", "column: which")))
    worker()
    assert Import.objects.get().state == ImportState.FAILED
    assert len(left(home)) == 1
    uploads.sweep(home)
    assert len(left(home)) == 1
    uploads.sweep(home, time.time() + 2 * uploads.PATIENCE)
    assert left(home) == []


def test_what_killed_processes_had_in_work_goes_after_a_day(home: Home, db: None) -> None:
    old, new = home.staging / "tmpold", home.staging / "tmpnew"
    for folder in (old, new):
        folder.mkdir()
        (folder / "half").write_text("read")
    os.utime(old, (0, 0))
    uploads.sweep(home)
    assert not old.exists()
    assert new.exists()


def test_handing_in_twice_is_one_import(home: Home, db: None) -> None:
    upload = uploads.keep(four())
    assert upload.mapping
    first = queue_folder(COMMAND_LINE, upload, upload.mapping)
    assert queue_folder(COMMAND_LINE, upload, upload.mapping) == first
    assert Import.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "kept_as"),
    [
        ("../../../secret.csv", "secret.csv"),
        ("..\\..\\app.db", "app.db"),
        ("/etc/passwd", "passwd"),
        (".htaccess", "htaccess"),
        ("Anrufe März (2026).csv", "Anrufe März (2026).csv"),
        ("ö" * 300 + ".csv", "ö" * 98 + ".csv"),
        ("\u202egpj.exe", "_gpj.exe"),
        ("a\nb.csv", "a_b.csv"),
    ],
)
def test_names_lead_nowhere(home: Home, db: None, name: str, kept_as: str) -> None:
    file = handed_in("x.csv", "a,b\n1,2\n")
    vars(file)["_name"] = name  # the form would have cleaned it already; this must hold without
    kept = uploads.keep([file])
    assert [f.name for f in kept.files] == [kept_as]
    assert kept.files[0].parent == kept.folder
    assert kept.folder.parent == home.uploads


def test_two_files_of_one_name_are_refused(home: Home, db: None) -> None:
    with pytest.raises(InvalidInput, match=r"calls\.csv"):
        uploads.keep([handed_in("calls.csv", "a\n1\n"), handed_in("calls.csv", "b\n2\n")])
    assert left(home) == []


@pytest.mark.parametrize("token", ["..", ".", "", "../lake", "x" * 15, "x" * 17, "A" * 15 + "/", "secret"])
def test_tokens_lead_to_uploads_only(home: Home, db: None, token: str) -> None:
    with pytest.raises(NotFound):
        uploads.kept(token)


def test_nobody_reaches_the_home_through_an_address(home: Home, analyst: Client) -> None:
    assert analyst.get("/imports/guided/..").status_code == 404
    assert analyst.get("/imports/guided/%2e%2e").status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.xlsx", zip_bomb()),
        ("laugh.xes", entities()),
        ("passwd.xes", outside_entity()),
        ("nothing.csv", b""),
        ("megabyte.csv", b"customer,at,said\nK-1,2026-03-02,%b\n" % (b"x" * MEGABYTE)),
        ("broken.xlsx", b"PK\x03\x04" + b"\0" * 100),
    ],
)
def test_hostile_files_are_refused_in_a_sentence(
    home: Home, analyst: Client, name: str, content: bytes
) -> None:
    status, sentence = hand_in(analyst, handed_in(name, content))
    assert status == 200
    assert len(sentence) > 20
    assert "root:" not in sentence
    assert left(home) == []


def test_what_is_no_table_is_refused_when_it_is_handed_in(home: Home, analyst: Client) -> None:
    picture = handed_in("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    status, sentence = hand_in(analyst, picture)
    assert status == 200
    assert len(sentence) > 20
    assert left(home) == []
    assert not Import.objects.exists()


def test_several_files_without_a_mapping_are_refused(home: Home, analyst: Client) -> None:
    status, sentence = hand_in(analyst, handed_in("a.csv", "a\n1\n"), handed_in("b.csv", "b\n1\n"))
    assert status == 200
    assert "mapping.yaml" in sentence
    assert left(home) == []


def test_no_file_at_all_is_told(home: Home, analyst: Client) -> None:
    assert hand_in(analyst)[0] == 200
    assert left(home) == []


def test_too_much_for_a_browser_is_told(home: Home, analyst: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leitstern.app.intake.forms.MOST_BYTES", 10)
    status, sentence = hand_in(analyst, handed_in("a.csv", CALLS))
    assert (status, "leitstern import" in sentence) == (200, True)
    assert left(home) == []


def test_a_mapping_with_mistakes_keeps_nothing(home: Home, analyst: Client) -> None:
    status, sentence = hand_in(analyst, *four(MAPPING.replace("version: 1", "version: 7")))
    assert status == 200
    assert "mapping.yaml" in sentence
    assert left(home) == []
    assert not Import.objects.exists()
