"""The commands that our pages tell people to type."""

from __future__ import annotations

import re
import shlex
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.docs.pages import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def typed(page: Path) -> list[str]:
    """Every line of the page's blocks of code."""
    blocks = re.findall(r"^```\w*\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def ours(page: Path) -> list[str]:
    """Lines that call `leitstern`."""
    return [line for line in typed(page) if re.match(r"(?:\w+=\S+ )*(?:\.venv/bin/)?leitstern ", line)]


def made(page: Path) -> list[str]:
    """Targets of `make` that the page names."""
    return re.findall(r"^make ([a-z0-9-]+)", "\n".join(typed(page)), re.MULTILINE)


def targets() -> set[str]:
    """What `make` can do."""
    return set(
        re.findall(r"^([a-z0-9-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )


def mistake(line: str) -> str:
    """What the program would not understand of a line, or nothing."""
    words = shlex.split(line, comments=True)
    start = next(number for number, word in enumerate(words) if word.endswith("leitstern"))
    group = _program()
    rest, wrong = _without_options(group, words[start + 1 :])
    if wrong or not rest:
        return wrong or "no command"
    command = group.commands.get(rest[0])
    if command is None:
        return f"no command {rest[0]}"
    if hasattr(command, "commands"):
        if len(rest) == 1 or rest[1] not in command.commands:
            return f"no command {' '.join(rest[:2])}"
        command, rest = command.commands[rest[1]], rest[1:]
    given, wrong = _without_options(command, rest[1:])
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    if not wrong and not sum(p.required for p in arguments) <= len(given) <= len(arguments):
        wrong = f"{rest[0]} takes {len(arguments)} arguments"
    needed = {p.opts[0] for p in command.params if p.param_type_name == "option" and p.required}
    return wrong or ", ".join(sorted(needed - set(words)))


@cache
def _program() -> Any:
    """The program as typer understands it, which takes it a while."""
    from typer.main import get_command

    from leitstern.cli.main import app

    return get_command(app)


def _without_options(command: Any, words: list[str]) -> tuple[list[str], str]:
    """What is left of the words of a command without its options; and the first option it does not know."""
    options = {name: p for p in command.params if p.param_type_name == "option" for name in p.opts}
    rest = list(words)
    left: list[str] = []
    while rest:
        word = rest.pop(0)
        if not word.startswith("--"):
            left.append(word)
            if hasattr(command, "commands"):
                return left + rest, ""
        elif word not in options:
            return left, f"no option {word}"
        elif not options[word].is_flag:
            rest = rest[1:]
    return left, ""
