"""What may be attached as proof is told by its content; what would run or crush is refused under any name."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest
import typst
from pptx import Presentation
from tests.collect.hostile import BOOK, encrypted_zip, lying_zip, many_entries, zipped

from leitstern.collect.proof_file import EXCEL, JPEG, PDF, PNG, SLIDES, TEXT, WORD, FileType, recognise
from leitstern.collect.readers.refused import Refused

if TYPE_CHECKING:
    from pathlib import Path

TYPES = "[Content_Types].xml"


def picture() -> bytes:
    """One grey dot."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\x80"))
        + chunk(b"IEND", b"")
    )


def slides() -> bytes:
    Presentation().save(file := io.BytesIO())
    return file.getvalue()


def document(extra: dict[str, bytes] | None = None, main: str = WORD.media + ".main+xml") -> bytes:
    listed = f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    return zipped(**{TYPES: listed.encode(), "word/document.xml": b"<w:document/>", **(extra or {})})


REPORT: bytes = typst.compile(b"= Proof")
SOUND: dict[str, tuple[bytes, FileType]] = {
    "pdf": (REPORT, PDF),
    "pdf with something behind it": (REPORT + b"\n\n", PDF),
    "png": (picture(), PNG),
    "jpeg": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 60 + b"\xff\xd9", JPEG),
    "text": ("Fünf von sechs Anrufen gelöst.\n".encode(), TEXT),
    "text with a mark": ("Größe; Zahl\n1; 2\n".encode("utf-8-sig"), TEXT),
    "workbook": (BOOK, EXCEL),
    "slides": (slides(), SLIDES),
    "document": (document(), WORD),
    "workbook with printer settings": (
        document({"xl/printerSettings/printerSettings1.bin": b"\0"}, f"{EXCEL.media}.main+xml"),
        EXCEL,
    ),
}
HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "web page": (b"<!DOCTYPE html><script>alert(1)</script>", "a browser would run"),
    "web page behind blanks": (b"\n\n   \xef\xbb\xbf<HTML><body onload=alert(1)>", "a browser would run"),
    "web page with a mark": (b"\xef\xbb\xbf<html>", "a browser would run"),
    "web page behind words": (
        b"Minutes of the meeting\n<script src=//evil.example></script>",
        "a browser would run",
    ),
    "drawing": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "a browser would run"),
    "drawing as xml": (b'<?xml version="1.0"?><svg/>', "a browser would run"),
    "web page that says it is a pdf later": (b"<html>%PDF-1.7\n%%EOF</html>", "a browser would run"),
    "web page as UTF-16": (
        "<html><script>alert(1)</script>".encode("utf-16"),
        "none of what can be attached",
    ),
    "web page as UTF-7": (b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-\0", "none of what can be attached"),
    "half a pdf": (REPORT[: len(REPORT) // 2], "cut off"),
    "half a picture": (picture()[:40], "cut off"),
    "animation": (b"GIF89a" + b"\x01\0\x01\0\x80\0\0" + b"\0" * 20, "none of what can be attached"),
    "program": (b"MZ\x90\0\x03\0\0\0", "none of what can be attached"),
    "elf": (b"\x7fELF\x02\x01\x01" + b"\0" * 9, "none of what can be attached"),
    "shell": (b"#!/bin/sh\nrm -rf ~\n", "none of what can be attached"),
    "batch": (b"@echo off\r\ndel *.*\r\n", "none of what can be attached"),
    "php": (b"<?php system($_GET[0]);", "none of what can be attached"),
    "gzip": (b"\x1f\x8b\x08\0" + b"\0" * 20, "none of what can be attached"),
    "any zip": (zipped(note=b"hello"), "none of what can be attached"),
    "java archive": (zipped(**{"META-INF/MANIFEST.MF": b"Main-Class: Evil"}), "none of what can be attached"),
    "office document of nothing we know": (
        document(main="application/x-evil"),
        "none of what can be attached",
    ),
    "macros": (document({"word/vbaProject.bin": b"\0"}), "macros"),
    "macros by their kind": (
        document(main="application/vnd.ms-word.document.macroEnabled.main+xml"),
        "macros",
    ),
    "embedded program": (document({"word/embeddings/setup.EXE": b"MZ"}), "macros"),
    "old office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old office format"),
    "zip bomb": (document({"word/media/image1.png": b"\0" * (64 << 20)}), "unpack to far more"),
    "zip that lies": (lying_zip(), "unpack to far more"),
    "zip of too many": (many_entries(5001), "unpack to far more"),
    "encrypted zip": (encrypted_zip(), "password"),
    "broken zip": (BOOK[: len(BOOK) // 2], "damaged"),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_people_hand_round_is_recognised(name: str, tmp_path: Path) -> None:
    content, kind = SOUND[name]
    (file := tmp_path / "proof.html").write_bytes(content)
    assert recognise(file) == kind


@pytest.mark.parametrize("name", HOSTILE)
def test_everything_else_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    content, sentence = HOSTILE[name]
    (file := tmp_path / "proof.pdf").write_bytes(content)
    with pytest.raises(Refused, match=sentence) as told:
        recognise(file)
    assert told.value.text.de != told.value.text.en


def test_a_directory_of_an_archive_that_is_itself_a_bomb(tmp_path: Path) -> None:
    with zipfile.ZipFile(file := tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(TYPES, b" " * (15 << 20))  # under what is harmless, beyond what is read
    with pytest.raises(Refused, match="none of what"):
        recognise(file)
