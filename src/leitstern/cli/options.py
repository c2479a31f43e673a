"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer


class Output(StrEnum):
    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class Lang(StrEnum):
    DE = "de"
    EN = "en"


Format = Annotated[Output, typer.Option("--format", help="How to print.")]
Language = Annotated[Lang, typer.Option("--lang", help="Language of names and sentences.")]
Data = Annotated[
    Path,
    typer.Option("--data", help="Folder with the files the mapping names.", exists=True, file_okay=False),
]


def spoken() -> str:
    """The language asked for with `--lang`, also where the command is refused before it is read; else the terminal's."""
    for option, value in pairwise([*sys.argv[1:], ""]):
        if option == "--lang":
            return value
        if option.startswith("--lang="):
            return option.removeprefix("--lang=")
    return os.environ.get("LANG", "en")
