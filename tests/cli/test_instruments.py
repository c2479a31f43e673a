"""Instruments in a terminal: listed, shown, brought in, taken along."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from leitstern.collect.instrument_file import read_instrument
from leitstern.collect.instruments import shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


def test_the_programs_instruments_are_listed_in_every_format(leitstern: Run) -> None:
    assert "Leitstern: Kultur und Technologie" in leitstern("instrument", "list", "--lang", "de").out
    found = json.loads(leitstern("instrument", "list", "--format", "json").out)
    assert {each["slug"] for each in found} == {each.slug for each in shipped()}
    assert "dora-westrum" in leitstern("instrument", "list", "--format", "csv").out


@pytest.mark.parametrize("output", ["table", "csv", "json"])
def test_one_is_shown(leitstern: Run, output: str) -> None:
    told = leitstern("instrument", "show", "dora-westrum", "--version", "1", "--format", output)
    assert (told.code, told.err) == (0, "")
    assert "On my team, new ideas are welcomed." in told.out


def test_what_is_exported_can_be_brought_in_as_another_version(leitstern: Run, tmp_path: Path) -> None:
    printed = leitstern("instrument", "export", "leitstern").out
    assert read_instrument(printed) == shipped()[0]
    file = tmp_path / "ours.yaml"
    file.write_text(printed.replace("slug: leitstern", "slug: ours", 1), encoding="utf-8")
    assert "is here as version 1" in leitstern("instrument", "add", file).out
    again = leitstern("instrument", "add", file)
    assert (again.code, again.err.strip()) == (1, "This version is here already.")


def test_a_file_without_licence_is_refused(leitstern: Run, tmp_path: Path) -> None:
    file = tmp_path / "theirs.yaml"
    file.write_text("format: 1\nslug: theirs\n", encoding="utf-8")
    told = leitstern("instrument", "add", file, lang="de_DE.UTF-8")
    assert told.code == 1
    assert "unter welcher Lizenz" in told.err


def test_nothing_by_that_name(leitstern: Run) -> None:
    assert leitstern("instrument", "export", "nothing").code == 1
