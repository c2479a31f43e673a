"""The cells of a small workbook as they were typed, formulas told apart from values.

Cells are read one by one from the sheets' XML, so a single cell in the last corner of a sheet costs nothing; a
library that gives whole rectangles would have to build one, and does not say what is a formula.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.unpack import DAMAGED, check_zip
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

MOST_BYTES = 50_000_000  # all entries unpacked
MOST_ELEMENTS = 200_000  # of XML in one part


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell. `text` is empty for a formula, whatever value it last had."""

    row: int  # from 0
    column: int
    text: str
    formula: bool

    @property
    def address(self) -> str:
        """As a spreadsheet shows it: "E7"."""
        letters, rest = "", self.column + 1
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row + 1}"


def read_cells(file: Path) -> dict[str, list[Cell]]:
    """The filled cells of each sheet, by the sheet's name. Raises Refused for what is no sound, small workbook."""
    check_zip(file)
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
                raise Refused(TOO_LARGE)
            words = _shared_words(archive)
            return {name: list(_cells(archive, part, words)) for name, part in _sheets(archive)}
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        IndexError,
        ParseError,
        zlib.error,
        DefusedXmlException,
    ):
        raise Refused(DAMAGED) from None


def _elements(part: IO[bytes], name: str) -> Iterator[Element]:
    """Every element of that name, forgotten once it was looked at. Namespaces differ between programs, names do not."""
    for count, (_, element) in enumerate(iterparse(part, forbid_dtd=True)):
        if count > MOST_ELEMENTS:
            raise Refused(TOO_LARGE)
        if _name(element) == name:
            yield element
            element.clear()


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet."""
    with archive.open("xl/_rels/workbook.xml.rels") as part:
        parts = {found.attrib["Id"]: found.attrib["Target"] for found in _elements(part, "Relationship")}
    with archive.open("xl/workbook.xml") as part:
        for sheet in _elements(part, "sheet"):
            key = next(value for attribute, value in sheet.attrib.items() if attribute.endswith("}id"))
            target = parts[key]
            yield sheet.attrib["name"], target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _shared_words(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    with archive.open("xl/sharedStrings.xml") as part:
        return [_words(entry) for entry in _elements(part, "si")]


def _words(element: Element) -> str:
    return "".join(found.text or "" for found in element.iter() if _name(found) == "t")


def _cells(archive: zipfile.ZipFile, part: str, words: list[str]) -> Iterator[Cell]:
    with archive.open(part) as sheet:
        for element in _elements(sheet, "c"):
            row, column = _place(element.attrib["r"])
            formula = any(_name(child) == "f" for child in element)
            text = "" if formula else _text(element, words).strip()
            if formula or text:
                yield Cell(row, column, text, formula)


def _text(cell: Element, words: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _words(cell)
    value = next((child.text or "" for child in cell if _name(child) == "v"), "")
    return words[int(value)] if kind == "s" and value else value


def _place(address: str) -> tuple[int, int]:
    found = re.fullmatch(r"([A-Z]{1,3})([1-9]\d{0,6})", address)
    if not found:
        raise ValueError(address)
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


TOO_LARGE = Text(
    en="The workbook is far larger than a belief sheet; it was not read.",
    de="Die Arbeitsmappe ist viel größer als ein Einschätzungsbogen; sie wurde nicht gelesen.",
)
