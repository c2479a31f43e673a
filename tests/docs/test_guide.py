"""The guide says the same in both languages, in the words that stand on the pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.docs.commands import typed
from tests.docs.pages import DOCS, links, prose
from tests.docs.test_language import catalogue

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH, GERMAN = DOCS / "guide" / "en", DOCS / "guide" / "de"
PAGES = sorted(page.name for page in ENGLISH.glob("*.md"))
LABELS = 35  # words of the pages that the guide names, at least


def shape(page: Path) -> list[str]:
    """What a page is built of: levels of headings, lists, tables, pictures, blocks of code."""
    marks = re.findall(r"^(#+ |\d+\. |- |\||!\[|```)", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [str(mark).strip() for mark in marks]


def stressed(page: Path) -> list[str]:
    """What stands in bold letters, most of it words of the pages."""
    return re.findall(r"\*\*([^*]+)\*\*", prose(page))


def labels() -> list[tuple[str, str, str]]:
    """Page, what is bold in English, and what is bold at the same place in German."""
    return [
        (page, *pair)
        for page in PAGES
        for pair in zip(stressed(ENGLISH / page), stressed(GERMAN / page), strict=True)
    ]


def test_there_is_a_page_for_every_occasion_in_both_languages() -> None:
    assert sorted(page.name for page in GERMAN.glob("*.md")) == PAGES
    assert len(PAGES) >= 8


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_first_page_leads_to_all_others(language: str) -> None:
    first = links(DOCS / "guide" / language / "README.md")
    assert [page for page in PAGES if page != "README.md" and page not in first] == []


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_are_built_alike(name: str) -> None:
    assert shape(ENGLISH / name) == shape(GERMAN / name)


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_show_the_same_commands(name: str) -> None:
    def commands(folder: Path) -> list[str]:
        return re.findall(r"(?:leitstern --home \w+|make) ([\w-]+)", "\n".join(typed(folder / name)))

    assert commands(ENGLISH) == commands(GERMAN)


def test_labels_are_those_of_the_pages_in_each_language() -> None:
    german = {entry.msgid: entry.msgstr for entry in catalogue()}
    known = [(page, en, de) for page, en, de in labels() if en in german]
    assert [(page, en, de, german[en]) for page, en, de in known if de != german[en]] == []
    assert len(known) >= LABELS


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_long(name: str) -> None:
    assert len(prose(ENGLISH / name).split()) < 700
