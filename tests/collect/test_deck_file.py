"""Slide masters: what may come in, and what is refused in a sentence."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pptx
import pytest
from pptx import Presentation

from leitstern.collect import deck_file
from leitstern.collect.deck_file import (
    BOMB,
    DAMAGED,
    MACROS,
    NOT_SLIDES,
    TOO_LARGE,
    UNSOUND,
    read_deck_file,
)
from leitstern.collect.proof_file import OLD_OFFICE
from leitstern.collect.readers import unpack
from leitstern.collect.readers.refused import Refused

if TYPE_CHECKING:
    from leitstern.core.texts import Text

SOUND = (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()
CONTENTS = "[Content_Types].xml"
LINK = (
    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}" TargetMode="External"/></Relationships>'
)
RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"


def changed(parts: dict[str, bytes] | None = None, replace: tuple[str, bytes, bytes] | None = None) -> bytes:
    """The sound file with more parts, or with something else in one of them."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(SOUND)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if replace and entry.filename == replace[0]:
                assert replace[1] in content
                content = content.replace(replace[1], replace[2])
            new.writestr(entry.filename, content)
        for name, content in (parts or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def linked(kind: str, target: str) -> bytes:
    return changed(replace=(RELS, b"</Relationships>", LINK.format(kind=kind, target=target).encode()))


def read(tmp_path: Path, content: bytes) -> bytes:
    path = tmp_path / "template.pptx"
    path.write_bytes(content)
    return read_deck_file(path)


def refused(tmp_path: Path, content: bytes) -> Text:
    with pytest.raises(Refused) as problem:
        read(tmp_path, content)
    return problem.value.text


def test_a_sound_presentation_comes_in(tmp_path: Path) -> None:
    assert len(Presentation(BytesIO(read(tmp_path, SOUND))).slide_layouts) == 11


def test_a_template_becomes_a_presentation(tmp_path: Path) -> None:
    potx = changed(
        replace=(CONTENTS, b"presentationml.presentation.main+xml", b"presentationml.template.main+xml")
    )
    with pytest.raises(ValueError, match="not a PowerPoint file"):
        Presentation(BytesIO(potx))
    assert len(Presentation(BytesIO(read(tmp_path, potx))).slide_layouts) == 11


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"GIF89a", b"<svg/>"], ids=["empty", "pdf", "gif", "svg"]
)
def test_other_files_are_no_slides(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content) is NOT_SLIDES


def test_another_office_document_is_no_slides(tmp_path: Path) -> None:
    word = changed(replace=(CONTENTS, b"presentationml.presentation.main", b"wordprocessingml.document.main"))
    assert refused(tmp_path, word) is NOT_SLIDES


def test_the_old_format_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) is OLD_OFFICE


@pytest.mark.parametrize(
    "content",
    [
        changed({"ppt/vbaProject.bin": b"x"}),
        changed({"ppt/embeddings/oleObject1.bin": b"x"}),
        changed({"ppt/media/run.exe": b"MZ"}),
        changed(
            replace=(
                CONTENTS,
                b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
            )
        ),
    ],
    ids=["vba", "ole", "exe", "pptm"],
)
def test_macros_and_programs_are_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content) is MACROS


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "https://example.org/logo.png"),
        ("oleObject", "file:///C:/numbers.xlsx"),
        ("hyperlink", "file://server/share"),
        ("hyperlink", "\\\\server\\share"),
        ("hyperlink", "javascript:alert(1)"),
    ],
)
def test_what_would_be_fetched_is_refused_and_named(tmp_path: Path, kind: str, target: str) -> None:
    said = refused(tmp_path, linked(kind, target))
    assert target in said.en
    assert target in said.de


def test_a_link_that_only_leads_somewhere_may_stay(tmp_path: Path) -> None:
    assert read(tmp_path, linked("hyperlink", "https://example.org/imprint"))


def test_entities_are_refused(tmp_path: Path) -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'
    assert refused(tmp_path, changed({"ppt/more.xml": laughs})) is UNSOUND


@pytest.mark.parametrize("content", [SOUND[:-400], SOUND[:9000], changed({"ppt/more.xml": b"<a>"})])
def test_what_is_damaged_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content) in {DAMAGED, unpack.DAMAGED}


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, changed({"ppt/media/zeros.png": bytes(40_000_000)})) is BOMB


def test_a_huge_part_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck_file, "_LARGEST_PART", 5_000)
    assert refused(tmp_path, SOUND) is BOMB


def test_a_huge_file_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck_file, "MOST_BYTES", 100)
    assert refused(tmp_path, SOUND) is TOO_LARGE


def test_the_same_part_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = changed({CONTENTS: b"<x/>"})
    assert refused(tmp_path, twice) is NOT_SLIDES
