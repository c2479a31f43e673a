"""`leitstern`: everything the pages can do, from a terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from leitstern import VERSION
from leitstern.core.errors import LeitsternError
from leitstern.core.texts import Text

app = typer.Typer(
    name="leitstern",
    help="Measures the gap between what a company believes and what its customers live through.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(VERSION)
        raise typer.Exit


@app.callback()
def start(
    home: Annotated[
        Path, typer.Option(envvar="LEITSTERN_HOME", help="The folder of this installation.", show_default=True)
    ] = Path(".home"),
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """Open the home folder; commands that need one create it."""
    os.environ["LEITSTERN_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leitstern.app.project.settings")


def run() -> None:
    """Entry point: our own errors become one sentence on stderr and exit code 1."""
    from leitstern.cli import commands

    commands.register(app)
    try:
        app()
    except LeitsternError as problem:
        sys.stderr.write(_sentence(problem.text) + "\n")
        sys.exit(1)


def _sentence(text: Text) -> str:
    return text.to(os.environ.get("LANG", "en"))
