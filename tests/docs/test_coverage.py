"""The page of coverage is complete, counts right, and claims nothing that no test proves."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache

import pytest
from tests.docs.pages import DOCS, ROOT, Row, is_a_test, name, named_tests, tables

PAGE = DOCS / "coverage.md"
STATES = ("there", "partly", "planned")
ROWS: list[Row] = [row for table in tables(PAGE) for row in table if "element" in row]


@cache
def elements() -> dict[str, dict[str, str]]:
    """The elements by id, from our own list."""
    with (DOCS / "elements.tsv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def test_there_are_221_elements_in_our_own_words() -> None:
    assert list(elements()) == [f"M{number:03}" for number in range(1, 222)]
    for element in elements().values():
        assert element["element"]
        assert element["phrase_de"]
        assert element["group"] in {"outside", "inside", "gap", "bridge", "foundation"}


def test_every_element_stands_on_the_page_once() -> None:
    assert Counter(row["id"] for row in ROWS) == Counter(list(elements()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["id"]))
def test_a_row_is_well_formed(row: Row) -> None:
    assert row["element"] == elements()[row["id"]]["element"]
    assert row["state"] in STATES
    assert row["where"]
    assert [node for node in named_tests(row) if not is_a_test(node)] == []


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["state"] != "planned"], ids=lambda row: str(row["id"])
)
def test_what_is_claimed_exists(row: Row) -> None:
    assert row["state"] == "partly" or named_tests(row), "there, but no test proves it"
    paths = re.findall(r"`([a-z_]+/[a-z_/.]+)`", row["where"])
    assert paths, "nobody could look it up"
    assert [path for path in paths if not (ROOT / "src" / "leitstern" / path).exists()] == []


def test_the_first_sentence_counts_right() -> None:
    n = Counter(row["state"] for row in ROWS)
    sentence = f"Of {len(ROWS)} elements, {n['there']} are there, {n['partly']} are partly there and {n['planned']} are planned."
    assert sentence in PAGE.read_text(encoding="utf-8")


def test_a_claim_without_a_test_would_be_found() -> None:
    assert not is_a_test("tests/docs/test_coverage.py::test_nobody_wrote_this")
    assert not is_a_test("tests/docs/no_such_file.py::test_a_row_is_well_formed")
    assert is_a_test(f"{name(ROOT / 'tests/docs/test_coverage.py')}::test_a_row_is_well_formed")
