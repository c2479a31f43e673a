"""The command line as somebody types it, on a copy of the small company."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.store.home import Home


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Types `leitstern …`."""
    from leitstern.cli import main

    monkeypatch.setenv("LEITSTERN_HOME", "")  # put back afterwards: the program sets it
    monkeypatch.setenv("LANG", "C.UTF-8")

    def type_(*words: object, lang: str = "C.UTF-8") -> Answer:
        monkeypatch.setattr(sys, "argv", ["leitstern", *map(str, words)])
        os.environ["LANG"] = lang
        capsys.readouterr()
        try:
            main.run()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(bool(end.code))
        else:
            code = 0
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return type_


@pytest.fixture
def leitstern(typed: Callable[..., Answer], small_company: Home) -> Callable[..., Answer]:
    """Types `leitstern --home …` for the small company."""

    def run(*words: object, lang: str = "C.UTF-8") -> Answer:
        return typed("--home", small_company.path, *words, lang=lang)

    return run
