"""One word per thing, in both languages, on every page."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import polib
import pytest
from tests.docs.pages import DOCS, ROOT, Row, name, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = DOCS / "glossary.md"
SOURCE = ROOT / "src" / "leitstern"
TERMS: list[Row] = [row for table in tables(PAGE) for row in table if "English" in row]
AVOIDED = {row["not"]: row["instead"] for table in tables(PAGE) for row in table if "not" in row}
ANY_AVOIDED = re.compile(rf"\b({'|'.join(AVOIDED)})(?:s|n|en|e)?\b")


def test_there_are_words_for_everything() -> None:
    assert len(TERMS) >= 90
    assert len(AVOIDED) >= 10


@pytest.mark.parametrize("language", ["English", "Deutsch"])
def test_no_word_stands_for_two_things(language: str) -> None:
    twice = [word for word, n in Counter(row[language] for row in TERMS).items() if n > 1]
    assert not twice


@pytest.mark.parametrize("row", TERMS, ids=lambda row: str(row["English"]))
def test_a_term_is_explained_in_one_sentence_of_each_language(row: Row) -> None:
    for sentence in (row["Meaning"], row["Bedeutung"]):
        assert re.fullmatch(r"[A-Z0-9„“].*[^.]\.", sentence), sentence
        assert not re.search(r"[.!?] [A-ZÄÖÜ]", sentence), "more than one sentence"


def test_no_avoided_word_is_a_term() -> None:
    assert not AVOIDED.keys() & {row["Deutsch"] for row in TERMS}


@cache
def german_sentences() -> tuple[tuple[str, str], ...]:
    """Where every German sentence of the product stands, and what it says."""
    return tuple(_german_sentences())


def _german_sentences() -> Iterator[tuple[str, str]]:
    for module in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
                written = [
                    *node.args[1:2],
                    *(argument.value for argument in node.keywords if argument.arg == "de"),
                ]
                for sentence in written:
                    if isinstance(sentence, ast.Constant):
                        yield f"{name(module)}:{sentence.lineno}", str(sentence.value)
    for catalogue in SOURCE.rglob("*.po"):
        for entry in polib.pofile(str(catalogue)):
            for sentence in (entry.msgstr, *entry.msgstr_plural.values()):
                yield f"{name(catalogue)}:{entry.linenum}", sentence
    for page in sorted(DOCS.rglob("*.de.md")):
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{name(page)}:{number}", line


def avoided_in(sentence: str) -> list[str]:
    """Words of the sentence that the glossary replaces; what stands in code marks is nobody's language."""
    spoken = re.sub(r"`[^`]*`|\{[^}]*\}|%\([^)]*\)s", "", sentence)
    return ANY_AVOIDED.findall(spoken)


def test_german_sentences_use_the_words_of_the_glossary() -> None:
    wrong = [
        f"{place}: {word} → {AVOIDED[word]}" for place, s in german_sentences() for word in avoided_in(s)
    ]
    assert not wrong, "\n" + "\n".join(wrong)


def test_a_wrong_word_would_be_found() -> None:
    assert avoided_in("Die Touchpoints Ihrer Abteilung") == ["Touchpoint", "Abteilung"]
    assert avoided_in("Der Schlüssel `Mapping` und {Feedback}") == []


def test_there_are_sentences_to_read() -> None:
    assert sum(1 for _ in german_sentences()) > 100
