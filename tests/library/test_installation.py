"""An installation in a notebook: what it says is what the pages say."""

from __future__ import annotations

import doctest
from typing import TYPE_CHECKING

import pytest

import leitstern
from leitstern.core.errors import Conflict, InvalidInput, NotFound
from leitstern.core.tables.lake import LAKE
from leitstern.library import installation

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.library.installation import Installation
    from leitstern.store.home import Home


@pytest.fixture
def opened(small_company: Home, monkeypatch: pytest.MonkeyPatch) -> Installation:
    monkeypatch.setenv("LEITSTERN_HOME", str(small_company.path))
    return leitstern.open_home(small_company.path)


def test_the_examples_in_the_descriptions_run(opened: Installation) -> None:
    with opened as home:
        flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
        found = doctest.testmod(installation, extraglobs={"home": home}, optionflags=flags)
    assert found.failed == 0
    assert found.attempted > 5


def test_every_table_is_there_and_has_its_columns(opened: Installation) -> None:
    with opened as home:
        for name, columns in LAKE.items():
            rows = home.rows(home.table(name).limit(3))
            assert rows.column_names == columns.names
            assert len(rows) == 3


def test_a_view_is_the_one_of_the_page_and_draws_itself(small_company: Home, opened: Installation) -> None:
    from leitstern.app.journeys.asking import require_choice
    from leitstern.app.journeys.channels import channels_document
    from leitstern.app.outside.reading import require_published

    seen = opened.view("channels", since="2026-01", against={"until": "2025-12"})
    asked = {"since": "2026-01", "compare": "1", "b-until": "2025-12"}
    page = channels_document(require_choice(require_published(), asked, "en"))
    assert seen.document == page.model_dump(mode="json")
    assert str(seen) == page.sentence.en
    assert len(seen.rows) == len(page.switches)
    assert "<svg" in seen.picture
    assert seen.picture in seen._repr_html_()


def test_several_steps_are_a_list(opened: Installation) -> None:
    seen = opened.view("funnel", step=["account_opening", "welcome"], days=60)
    assert [each["touchpoint"] for each in seen.document["steps"]] == ["account_opening", "welcome"]


def test_german_speaks_german(small_company: Home, opened: Installation) -> None:
    german = leitstern.open_home(small_company.path, "de")
    assert german.view("channels").sentence.startswith("Von 100 Kontakten")
    assert "Lindenberg" in repr(german)


def test_what_is_not_there_is_said(small_company: Home, opened: Installation, tmp_path: Path) -> None:
    for wrong in (
        lambda: opened.table("people"),
        lambda: opened.view("weather"),
        lambda: opened.view("channels", since="yesterday"),
        lambda: leitstern.open_home(small_company.path, "fr"),
    ):
        with pytest.raises(InvalidInput):
            wrong()
    with pytest.raises(NotFound):
        leitstern.open_home(tmp_path / "nowhere")


def test_one_process_reads_one_home(opened: Installation, tmp_path: Path) -> None:
    from leitstern.store.home import Home

    other = Home.create(tmp_path / "other")
    with pytest.raises(Conflict):
        leitstern.open_home(other.path)
