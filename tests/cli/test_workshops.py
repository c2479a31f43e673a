"""Workshops in a terminal: listed, exported, and the paper kit."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from tests.app.workshop.conftest import Room

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.inside.models import Group
from leitstern.app.workshop.noting import write_note

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    Run = Callable[..., Answer]


@pytest.fixture
def held(leitstern: Run) -> int:
    """The number of a workshop that was held."""
    room = Room("Retreat")
    room.play(room.sit(Group.EXECUTIVES, Group.STAFF), 4, 1)
    return room.close().pk


def test_workshops_are_listed(leitstern: Run, held: int) -> None:
    for output in ("table", "csv", "json"):
        assert "Retreat" in leitstern("workshop", "list", "--format", output).out


def test_a_workshop_is_exported(leitstern: Run, held: int) -> None:
    found = json.loads(leitstern("workshop", "export", held).out)
    assert (found["consents"], len(found["groups"])) == (2, 2)
    rows = list(csv.reader(io.StringIO(leitstern("workshop", "export", held, "--format", "csv").out)))
    assert len(rows) == 1 + 2 * 2 * 12  # two groups, first vote and what counts
    table = leitstern("workshop", "export", held, "--format", "table", "--lang", "de").out
    assert "Kurze Wege" in table


def test_a_workshop_counts_only_if_large_enough(leitstern: Run, held: int) -> None:
    told = leitstern("workshop", "count", held)
    assert told.code == 1
    assert "2 of at least 5 people have rated" in told.err
    room = Room("Whole day")
    room.play(room.sit(*[Group.STAFF] * 5), *[2] * 5)
    number = room.close().pk
    assert leitstern("workshop", "count", number).out.strip() == "“Whole day” counts for where you stand."
    assert room.fresh.counts
    assert "does not count" in leitstern("workshop", "leave-out", number).out
    assert not room.fresh.counts


def test_notes_are_read(leitstern: Run) -> None:
    room = Room("Retreat")
    write_note(COMMAND_LINE, room.workshop, "k1", "Herr Meier owns it.", 2)
    for output in ("table", "csv", "json"):
        assert (
            "Herr [name] owns it." in leitstern("workshop", "notes", room.workshop.pk, "--format", output).out
        )


def test_there_is_no_such_workshop(leitstern: Run) -> None:
    told = leitstern("workshop", "export", 99)
    assert (told.code, told.err.strip()) == (1, "There is no such workshop.")


def test_the_paper_kit_is_written(leitstern: Run, tmp_path: Path) -> None:
    file = tmp_path / "kit.pdf"
    assert leitstern("workshop", "kit", file, "--lang", "de").code == 0
    assert file.read_bytes().startswith(b"%PDF")
