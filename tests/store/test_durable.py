from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from leitstern.store import durable

if TYPE_CHECKING:
    from pathlib import Path


def test_replacing_is_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "note"
    durable.replace(path, b"first")

    def power_cut(descriptor: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", power_cut)
    with pytest.raises(OSError):
        durable.replace(path, b"second")
    assert path.read_bytes() == b"first"


def test_the_first_of_several_writers_wins(tmp_path: Path) -> None:
    for content in (b"first", b"second"):
        durable.write_once(tmp_path / "key", content)
    assert (tmp_path / "key").read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["key"]
