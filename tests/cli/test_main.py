"""The program as a whole: quick to start, short in its errors."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from leitstern.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Answer

    from leitstern.store.home import Home

HEAVY = ("duckdb", "ibis", "numpy", "django", "pyarrow", "deltalake", "scipy", "ninja", "rich", "uvicorn")
PROGRAM = [sys.executable, "-c", "from leitstern.cli.main import run; run()"]


def start(*words: object, home: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *(["--home", str(home)] if home else []), *map(str, words)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_help_needs_nothing_heavy() -> None:
    source = f"import sys, leitstern.cli.main; print([m for m in {HEAVY!r} if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_help_names_every_command() -> None:
    told = start("--help")
    assert told.returncode == 0
    for command in ("import", "gap", "report", "beliefs", "sheet", "taxonomy", "purge", "replay", "outside"):
        assert command in told.stdout
    for command in ("customer", "erase", "serve", "demo", "first-link"):
        assert command in told.stdout


def test_without_a_command_it_helps() -> None:
    assert "Usage" in start().stdout + start().stderr


def test_it_knows_its_version() -> None:
    told = start("--version")
    assert (told.returncode, told.stdout.strip()) == (0, VERSION)


def test_an_error_is_one_sentence_without_a_trace(tmp_path: Path) -> None:
    told = start("gap", home=tmp_path / "nowhere", LANG="de_DE.UTF-8")
    assert told.returncode == 1
    assert told.stdout == ""
    assert told.stderr.startswith("In ")
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize("asked", [("--lang", "de"), ("--lang=de",)])
def test_a_refusal_speaks_the_language_that_was_asked_for(tmp_path: Path, asked: tuple[str, ...]) -> None:
    told = start("gap", *asked, home=tmp_path / "nowhere", LANG="C.UTF-8")
    assert told.stderr.startswith("In ")
    assert start("gap", home=tmp_path / "nowhere", LANG="C.UTF-8").stderr.startswith("There is")


@pytest.mark.parametrize(
    ("variable", "value"), [("LEITSTERN_THREADS", "many"), ("LEITSTERN_MEMORY_LIMIT", "plenty")]
)
def test_a_wrong_setting_is_one_sentence_too(tmp_path: Path, variable: str, value: str) -> None:
    told = start("first-link", home=tmp_path / "home", **{variable: value})
    assert told.returncode == 1
    assert variable in told.stderr
    assert told.stderr.count("\n") == 1


def test_a_home_of_another_format_is_refused(typed: Callable[..., Answer], home: Home) -> None:
    (home.path / "home.json").write_text('{"format": 99}')
    told = typed("--home", home.path, "gap")
    assert told.code == 1
    assert "99" in told.err
