"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
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
