"""The pages hold together: links lead somewhere, and every page of a kind says what its kind must say."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest
from tests.docs.pages import (
    DOCS,
    ROOT,
    anchors,
    headings,
    is_a_test,
    links,
    name,
    named_tests,
    pages,
    prose,
    tables,
)

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = ROOT / "src" / "leitstern"
IN_A_HOME = {"lake/", "uploads/", "inbox/", "exports/", "staging/", "cache/"}
DECISIONS = sorted((DOCS / "decisions").glob("[0-9]*.md"))
METHOD = sorted(page for page in (DOCS / "method").glob("*.md") if page.stem.removesuffix(".de") != "README")
SECTIONS = {
    "en": ["Definition", "Formula", "Source", "Limits"],
    "de": ["Definition", "Formel", "Quelle", "Grenzen"],
}
PATHS_OF_ONE_MACHINE = re.compile(r"(?<![\w.])/(?:home|root|work|tmp|Users|mnt|workspace)/")


@pytest.mark.parametrize("document", pages(), ids=name)
def test_links_lead_somewhere(document: Path) -> None:
    broken = [link for link in links(document) if not _leads_somewhere(document, link)]
    assert not broken


def _leads_somewhere(page: Path, link: str) -> bool:
    if re.match(r"https?:|mailto:", link):
        return True
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists():
        return False
    return not anchor or target.suffix != ".md" or anchor in anchors(target)


@pytest.mark.parametrize("document", pages(), ids=name)
def test_a_page_has_one_title(document: Path) -> None:
    assert len(headings(document, 1)) == 1


@pytest.mark.parametrize("document", pages(), ids=name)
def test_no_page_names_a_folder_of_one_machine(document: Path) -> None:
    assert not PATHS_OF_ONE_MACHINE.findall(document.read_text(encoding="utf-8"))


@pytest.mark.parametrize("document", [ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md"], ids=name)
def test_every_path_it_names_exists(document: Path) -> None:
    named = re.findall(r"`((?:[a-zA-Z_.]+/)+[a-z_]*(?:\.[a-z]+)?)`", prose(document))
    assert named
    assert [
        path
        for path in named
        if path not in IN_A_HOME and not any((base / path).exists() for base in (ROOT, PACKAGE))
    ] == []


def test_the_order_of_areas_is_the_one_that_is_checked() -> None:
    contracts = tomllib.loads((ROOT / "importlinter.toml").read_text())["tool"]["importlinter"]["contracts"]
    (layers,) = [each["layers"] for each in contracts if each["id"] == "app"]
    (told,) = re.findall(r"In `app/` the order is (.+?)\. ", prose(ROOT / "ARCHITECTURE.md"))
    assert [re.findall(r"`(\w+)`", layer) for layer in told.split(" > ")] == [
        layer.split(" | ") for layer in layers
    ]


@pytest.mark.parametrize("document", DECISIONS, ids=name)
def test_a_decision_says_why_what_and_what_else(document: Path) -> None:
    assert headings(document, 2) == ["Context", "Decision", "Consequences", "Alternatives"]


def test_decisions_are_numbered_without_a_hole_and_listed() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    assert [int(headings(page, 1)[0].split(".")[0]) for page in DECISIONS] == list(
        range(1, len(DECISIONS) + 1)
    )
    listed = links(DOCS / "decisions" / "README.md")
    assert [page.name for page in DECISIONS] == listed


@pytest.mark.parametrize("document", METHOD, ids=name)
def test_a_metric_says_what_it_is_how_it_is_computed_whence_it_comes_and_where_it_ends(
    document: Path,
) -> None:
    language = "de" if document.stem.endswith(".de") else "en"
    missing = [section for section in SECTIONS[language] if section not in headings(document, 2)]
    assert not missing


def test_every_metric_is_described_in_both_languages() -> None:
    english = {page.stem for page in METHOD if not page.stem.endswith(".de")}
    german = {page.stem.removesuffix(".de") for page in METHOD if page.stem.endswith(".de")}
    assert english == german


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Title\n\n[here](#title) [there](nowhere.md) [up](page.md#no-such)\n", encoding="utf-8")
    assert [link for link in links(page) if not _leads_somewhere(page, link)] == [
        "nowhere.md",
        "page.md#no-such",
    ]


def test_the_threat_model_names_tests_that_exist() -> None:
    threats = [row for table in tables(ROOT / "THREAT_MODEL.md") for row in table if "threat" in row]
    assert len(threats) > 20
    assert [node for row in threats for node in named_tests(row) if not is_a_test(node)] == []


def test_the_root_pages_are_there() -> None:
    expected = ["ARCHITECTURE", "CHANGELOG", "CONTRIBUTING", "README", "SECURITY", "THREAT_MODEL"]
    assert [title for title in expected if not (ROOT / f"{title}.md").is_file()] == []
