"""Files of proofs: only what is harmless comes in, nothing is shown inline, and removed means gone."""

from __future__ import annotations

import os
import re
import stat
import time
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.collect.test_proof_file import HOSTILE, REPORT, SOUND

from leitstern.app.evidence import attachments
from leitstern.app.evidence.actions import prove, remove_proof
from leitstern.app.evidence.models import Attachment, Proof
from leitstern.collect import proof_file
from leitstern.core.errors import InvalidInput

if TYPE_CHECKING:
    from pathlib import Path

    from django.http import HttpResponse
    from pytest_django import DjangoCaptureOnCommitCallbacks

    from leitstern.app.accounts.models import Person
    from leitstern.store.home import Home


def bring(person: Person, content: bytes = REPORT, name: str = "report.pdf") -> Proof:
    file = SimpleUploadedFile(name, content, content_type="text/html")
    return prove(person, "k1", "document", "Report", timezone.localdate(), file=file)


def stored(home: Home) -> list[Path]:
    folder = home.path / "evidence"
    return sorted(folder.iterdir()) if folder.exists() else []


def fetched(client: Client, proof: Proof) -> HttpResponse:
    return client.get(reverse("evidence:file", args=[proof.pk]))  # type: ignore[return-value]


def test_a_file_is_kept_under_a_name_that_says_nothing(analyst: Person, home: Home) -> None:
    kept = bring(analyst)
    (file,) = stored(home)
    assert file.name == kept.attachment.token
    assert len(file.name) == 40
    assert file.read_bytes() == REPORT
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_it_comes_back_as_a_download_that_no_browser_runs(analyst: Person, client: Client) -> None:
    client.force_login(analyst)
    answer = fetched(client, bring(analyst))
    assert answer.content == REPORT
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="report.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "script-src" not in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_and_leave_nothing(name: str, analyst: Person, home: Home) -> None:
    with pytest.raises(InvalidInput, match="Nothing was kept"):
        bring(analyst, HOSTILE[name][0])
    assert stored(home) == []


def test_a_refused_file_takes_its_proof_along_on_the_page(analyst: Person, client: Client) -> None:
    client.force_login(analyst)
    form = {"kind": "document", "title": "Report", "day": "2026-01-05", "note": "kept as typed"}
    form["file"] = SimpleUploadedFile("report.pdf", HOSTILE["web page"][0])  # type: ignore[assignment]
    page = client.post(reverse("evidence:prove", args=["k1"]), form)
    assert page.status_code == 200
    assert "a browser would run" in page.content.decode()
    assert "kept as typed" in page.content.decode()
    assert "Nothing was kept. What has to be mended is marked below." in page.content.decode()
    (field,) = re.findall(r"<input[^>]*autofocus[^>]*>", page.content.decode())
    assert 'type="file"' in field
    assert not Proof.objects.exists()


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Windows\\report.exe", "report.pdf"),
        ("report.pdf.html", "report.pdf.pdf"),
        ('a"b\r\nSet-Cookie: x=1.pdf', "a_b__Set-Cookie_ x=1.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("x" * 300 + ".pdf", "x" * 150 + ".pdf"),
        ("Prüfbericht\u202efdp.exe", "Prüfbericht_fdp.pdf"),
        ("=cmd|calc.pdf", "=cmd_calc.pdf"),
    ],
)
def test_hostile_names_become_harmless(name: str, offered: str, analyst: Person, client: Client) -> None:
    upload = SimpleUploadedFile("x", REPORT)
    upload.__dict__["_name"] = name  # Django would tidy it; other senders need not
    kept = prove(analyst, "k1", "document", "Report", timezone.localdate(), file=upload)
    assert kept.attachment.name == offered
    client.force_login(analyst)
    header = fetched(client, kept)["Content-Disposition"]
    assert header.startswith("attachment; ")
    assert "\n" not in header


def test_a_text_is_a_text_whatever_it_calls_itself(analyst: Person, client: Client) -> None:
    kept = bring(analyst, SOUND["text"][0], "minutes.html")
    client.force_login(analyst)
    answer = fetched(client, kept)
    assert (kept.attachment.name, answer["Content-Type"]) == ("minutes.txt", "text/plain; charset=utf-8")


def test_too_large_is_refused_while_it_comes_in(
    analyst: Person, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES", len(REPORT) - 1)
    with pytest.raises(InvalidInput, match="more than 20 MB"):
        bring(analyst)
    assert stored(home) == []
    assert proof_file.MOST_BYTES == 20_000_000


def test_removing_a_proof_removes_the_bytes(
    analyst: Person, home: Home, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    canary = b"canary of the works council"
    kept = bring(analyst, canary, "minutes.txt")
    with django_capture_on_commit_callbacks(execute=True):
        remove_proof(analyst, kept)
    assert stored(home) == []
    assert not Attachment.objects.exists()
    assert not any(canary in path.read_bytes() for path in home.path.rglob("*") if path.is_file())


def test_bytes_of_a_proof_that_a_crash_kept_out_are_swept_away_after_a_day(
    analyst: Person, home: Home
) -> None:
    kept = bring(analyst)
    orphan, fresh = home.path / "evidence" / ("0" * 40), home.path / "evidence" / ("1" * 40)
    orphan.write_bytes(b"x")
    fresh.write_bytes(b"x")
    long_ago = time.time() - attachments.PATIENCE - 1
    for file in (orphan, home.path / "evidence" / kept.attachment.token):
        os.utime(file, (long_ago, long_ago))
    other = bring(analyst)
    assert {file.name for file in stored(home)} == {kept.attachment.token, other.attachment.token, fresh.name}


def test_lost_bytes_are_told_in_a_sentence(analyst: Person, home: Home, client: Client) -> None:
    kept = bring(analyst)
    stored(home)[0].unlink()
    client.force_login(analyst)
    answer = fetched(client, kept)
    assert answer.status_code == 503
    assert "no longer there" in answer.content.decode()


def test_without_a_file_there_is_none(analyst: Person, client: Client) -> None:
    kept = prove(analyst, "k1", "document", "Report", timezone.localdate())
    client.force_login(analyst)
    assert fetched(client, kept).status_code == 404
    assert Client().get(reverse("evidence:file", args=[kept.pk])).status_code == 302
