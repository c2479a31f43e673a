"""The pages that follow from the program: `make docs` writes them, a test compares them."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

from tests.docs.pages import DOCS, name, tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

COVERAGE = DOCS / "coverage.md"
COMMANDS = """# Commands

`leitstern --home DIR COMMAND` works on the installation in `DIR`. Errors are one sentence, and the exit code is then 1. This page follows from the program.
"""


def coverage() -> str:
    """The page of coverage with its first sentence counted anew."""
    page = COVERAGE.read_text(encoding="utf-8")
    n = Counter(row["state"] for table in tables(COVERAGE) for row in table if "element" in row)
    counted = f"Of {n.total()} elements, {n['there']} are there, {n['partly']} are partly there and {n['planned']} are planned."
    return re.sub(r"^Of \d+ elements, .*? are planned\.", counted, page, count=1, flags=re.MULTILINE)


def commands() -> str:
    """Every command with its arguments and options, as it describes itself."""
    from typer.main import get_command

    from leitstern.cli.main import app

    group: Any = get_command(app)
    text = COMMANDS + _parameters(group)
    for title, command in _flat(group):
        usage = " ".join(["leitstern", title, *(_called(p) for p in command.params if _is_argument(p))])
        text += f"\n## `{usage}`\n\n{_one_line(command.help)}\n{_parameters(command)}"
    return text


def _flat(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command with the words that call it, also those of groups such as `instrument`."""
    for title, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _flat(command, f"{before}{title} ")
        else:
            yield f"{before}{title}", command


def _parameters(command: Any) -> str:
    rows = [_row(parameter) for parameter in command.params if parameter.name != "help"]
    return "\n| option | default | meaning |\n|---|---|---|\n" + "".join(rows) if rows else ""


def _row(parameter: Any) -> str:
    default = "–" if parameter.default in {None, False} else f"`{parameter.default}`"
    variable = f" Also `{parameter.envvar}`." if parameter.envvar else ""
    return f"| `{_called(parameter)}` | {'required' if parameter.required else default} | {_one_line(parameter.help)}{variable} |\n"


def _called(parameter: Any) -> str:
    if not _is_argument(parameter):
        return ", ".join(parameter.opts)
    return parameter.name.upper() if parameter.required else f"[{parameter.name.upper()}]"


def _is_argument(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "argument")


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


def openapi() -> str:
    """The description of the interface for programs: whoever changes it sees that here."""
    from leitstern.app.api.api import api

    return json.dumps(api.get_openapi_schema(), indent=1, ensure_ascii=False, default=str) + "\n"


GENERATED: dict[Path, Callable[[], str]] = {
    COVERAGE: coverage,
    DOCS / "reference" / "commands.md": commands,
    DOCS / "reference" / "openapi.json": openapi,
}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leitstern.app.project.settings")
    import django

    django.setup()
    for path, content in GENERATED.items():
        path.write_text(content(), encoding="utf-8")
        sys.stdout.write(f"{name(path)}\n")
