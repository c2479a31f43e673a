"""What the first page promises can be done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.docs.commands import made, mistake, ours, targets
from tests.docs.pages import DOCS, ROOT, links, name, pages, prose

from leitstern.app.accounts.actions import CAST
from leitstern.collect.example.truths import taxonomy, truth_table

if TYPE_CHECKING:
    from pathlib import Path

README = ROOT / "README.md"
LARGEST = 300_000  # bytes of a picture


def test_it_begins_with_the_two_commands() -> None:
    assert made(README)[:2] == ["demo", "test"]


@pytest.mark.parametrize("document", pages(), ids=name)
def test_what_a_page_tells_to_make_can_be_made(document: Path) -> None:
    assert [target for target in made(document) if target not in targets()] == []


@pytest.mark.parametrize(
    "line", sorted({line for page in pages() for line in ours(page)}), ids=lambda line: str(line)[:60]
)
def test_every_command_is_understood(line: str) -> None:
    assert mistake(line) == ""


def test_a_wrong_command_would_be_found() -> None:
    assert mistake("leitstern --home ours fly") == "no command fly"
    assert mistake("leitstern --home ours gap --colour red") == "no option --colour"
    assert mistake("leitstern purge") == "purge takes 1 arguments"
    assert mistake("leitstern import mapping.yaml") == "--data"
    assert mistake("PORT=1 .venv/bin/leitstern --home ours import m.yaml --data d --dry-run # try") == ""


def test_the_picture_is_there_small_and_described() -> None:
    pictures = list((DOCS / "pictures").glob("*.png"))
    assert 1 <= len(pictures) <= 3
    assert all(picture.stat().st_size <= LARGEST for picture in pictures)
    described = re.findall(r"!\[([^\]]{40,})\]\((docs/pictures/[^)]+)\)", README.read_text(encoding="utf-8"))
    assert [target for _, target in described] == ["docs/pictures/situation.png"]


def test_its_mapping_files_are_there() -> None:
    named = re.findall(r"\bexamples/\S+\.yaml", README.read_text(encoding="utf-8"))
    assert named
    assert [path for path in named if not (ROOT / path).is_file()] == []


def test_the_tour_tells_what_was_planted() -> None:
    """Names of people and touchpoints as the example company has them, numbers as they were planted."""
    told = prose(README)
    points = {touchpoint.slug: touchpoint.name for touchpoint in taxonomy().touchpoints}
    for slug in ("payoff", "claim_settled", "bereavement"):
        assert points[slug].en in told
    claim = truth_table()["claim_settled", "in_time"]
    assert f"promised to {claim.promise:.0%} of 100, lived by {claim.lived:.0%}".replace("%", "") in told
    assert any(who in told for who in CAST.values())


def test_it_leads_on() -> None:
    leads_to = {"docs/guide/en/README.md", "docs/guide/de/README.md", "docs/coverage.md", "CONTRIBUTING.md"}
    assert leads_to <= set(links(README))
