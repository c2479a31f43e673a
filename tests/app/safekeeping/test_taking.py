"""Everything in open formats: it reads back without the program, and what must stay has stayed."""

from __future__ import annotations

import hashlib
import json
import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pyarrow.parquet as pq
import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from tests.app.intake.calls import LATE, good, stored
from tests.collect.test_proof_file import REPORT
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.evidence.actions import prove
from leitstern.app.intake.erasing import erase_customer
from leitstern.app.safekeeping.deciding import LEAVES, STAYS, WITHOUT, leaves
from leitstern.app.safekeeping.models import Taken
from leitstern.app.safekeeping.taking import file_of, queue_export, remove_expired, take_along
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed
from leitstern.core.tables.lake import LAKE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client
    from tests.app.intake.calls import Calls

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home

SECRET = re.compile(r"password|token|secret|salt|hash|address|session")
HARMLESS = {  # columns that are called like secrets and are none
    "bridge.measure": {"address"},
    "common.auditentry": {"hash"},
    "leadership.decision": {"address"},
    "programme.stepmove": {"address"},
}


def test_everything_stored_was_decided_about() -> None:
    stored_kinds = {model._meta.label_lower for model in apps.get_models(include_auto_created=True)}
    leaving = {f"{area}.{kind}" for area, kinds in LEAVES.items() for kind in kinds.split()}
    assert not leaving & STAYS.keys()
    assert leaving | STAYS.keys() == stored_kinds
    assert not leaves("area.unheard")


def test_no_secret_is_among_the_columns_that_leave() -> None:
    suspicious = {
        (model._meta.label_lower, field.attname)
        for model in apps.get_models(include_auto_created=True)
        if leaves(model._meta.label_lower)
        for field in model._meta.concrete_fields
        if SECRET.search(field.attname)
        and field.attname not in WITHOUT.get(model._meta.label_lower, ())
        and field.attname not in HARMLESS.get(model._meta.label_lower, ())
    }
    assert suspicious == set()


def test_it_reads_back_with_nothing_but_pyarrow(
    home: Home, calls: Calls, lead: Person, tmp_path: Path
) -> None:
    calls.bring(good(1), good(2), LATE)
    with pytest.raises(NotAllowed):
        take_along(lead, tmp_path / "all.zip", with_csv=False)
    rows = take_along(COMMAND_LINE, tmp_path / "all.zip", with_csv=True)
    with ZipFile(tmp_path / "all.zip") as archive:
        about = json.loads(archive.read("manifest.json"))
        assert about["rows"] == rows
        for file in about["files"]:
            content = archive.read(file["name"])
            assert (len(content), hashlib.sha256(content).hexdigest()) == (file["size"], file["sha256"])
        assert {file["name"] for file in about["files"]} == set(archive.namelist()) - {
            "README.md",
            "manifest.json",
        }
        read = {name: pq.read_table(BytesIO(archive.read(f"lake/{name}.parquet"))) for name in LAKE}
        assert {name: table.num_rows for name, table in read.items()} == stored(home)
        assert all(table.schema.equals(LAKE[name]) for name, table in read.items())
        assert len(archive.read("lake/contacts.csv").decode().splitlines()) == 3
        people = [json.loads(line) for line in archive.read("tables/accounts.person.jsonl").splitlines()]
        assert [person["email"] for person in people] == [lead.email]
        terms = [json.loads(line) for line in archive.read("lake/terms.jsonl").splitlines()]
        letters = {term["letter"]: term["slug"] for term in terms if "letter" in term}
        assert {letters[letter] for path in read["journeys"]["path"].to_pylist() for letter in path} == {
            "call"
        }
        assert b"calls" in archive.read("mappings/import-1.yaml")
        readme = archive.read("README.md").decode()
        assert "waves.answer" in readme
        assert "accounts.person.password" in readme
        whole = b"".join(archive.read(name) for name in archive.namelist())
    for canary in (
        lead.password.encode(),
        home.secret.hex().encode(),
        home.secret,
        b"K-7,31.31.2026",
        b"K-1",
    ):
        assert canary not in whole
    with pytest.raises(Conflict):
        take_along(COMMAND_LINE, tmp_path / "all.zip", with_csv=False)
    with pytest.raises(InvalidInput):
        take_along(COMMAND_LINE, tmp_path / "none" / "all.zip", with_csv=False)


def test_files_of_proofs_go_along_and_their_random_names_stay(home: Home, db: None, tmp_path: Path) -> None:
    report = SimpleUploadedFile("Prüfbericht.pdf", REPORT)
    kept = prove(make(Role.ANALYST), "k1", "document", "Report", timezone.localdate(), file=report).attachment
    take_along(COMMAND_LINE, tmp_path / "all.zip", with_csv=False)
    with ZipFile(tmp_path / "all.zip") as archive:
        assert archive.read(f"proofs/{kept.pk}.pdf") == REPORT
        (row,) = [json.loads(line) for line in archive.read("tables/evidence.attachment.jsonl").splitlines()]
        assert (row["id"], row["name"]) == (kept.pk, "Prüfbericht.pdf")
        assert kept.token not in str(row) + str(archive.namelist())
    (home.path / "evidence" / kept.token).unlink()
    take_along(COMMAND_LINE, tmp_path / "later.zip", with_csv=False)
    with ZipFile(tmp_path / "later.zip") as archive:
        assert not any(name.startswith("proofs/") for name in archive.namelist())


def test_before_anything_came_in_there_is_still_an_archive(home: Home, db: None, tmp_path: Path) -> None:
    rows = take_along(COMMAND_LINE, tmp_path / "all.zip", with_csv=False)
    assert "lake/contacts.parquet" not in rows
    assert rows["tables/intake.import.jsonl"] == 0


def test_an_export_is_fetched_for_a_week_and_goes_when_somebody_is_erased(
    client: Client, admin: Person, home: Home, calls: Calls, worker: Callable[[], None]
) -> None:
    client.force_login(admin)
    calls.bring(good(1))
    client.post(reverse("safekeeping:export"), {"with_csv": ""})
    waiting = Taken.objects.get()
    address = reverse("safekeeping:fetch", args=[waiting.pk])
    assert client.get(address).status_code == 404
    worker()
    answer = client.get(address)
    with ZipFile(BytesIO(answer.getvalue())) as archive:
        assert "lake/contacts.parquet" in archive.namelist()
    assert AuditEntry.objects.filter(verb="fetch export").exists()
    assert client.get("/api/v1/safekeeping/exports").json()[0]["rows"]["lake/contacts.parquet"] == 1
    file = file_of(waiting)
    assert file.exists()
    assert not remove_expired()
    erase_customer(COMMAND_LINE, "customer_no", "K-1")
    assert not file.exists()
    assert client.get(address).status_code == 404
    old = queue_export(COMMAND_LINE, with_csv=False)
    Taken.objects.filter(pk=old.pk).update(expires=timezone.now())
    assert remove_expired()
    worker()  # what is gone is not written any more
    assert not file_of(old).exists()
