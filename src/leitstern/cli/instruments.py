"""Instruments: `instrument list`, `show`, `add`, `export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import make_home, open_home
from leitstern.core.texts import Text

BROUGHT_IN = Text(en="“{slug}” is here as version {version}.", de="„{slug}“ ist da, als Fassung {version}.")
app = typer.Typer(help="Instruments: what the organisation is asked with.", no_args_is_help=True)
Slug = Annotated[str, typer.Argument(help="Short name of the instrument.")]
Version = Annotated[int | None, typer.Option("--version", help="Which version; the newest if left out.")]


@app.command("list")
def list_(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """All instruments, those of the program first."""
    open_home()
    from leitstern.app.inside.instrument_documents import listed
    from leitstern.app.inside.instruments import instrument_versions
    from leitstern.cli.output import tell

    found = [listed(version) for version in instrument_versions()]
    tell(output, found, found, lang)


@app.command()
def show(
    slug: Slug, version: Version = None, output: Format = Output.TABLE, lang: Language = Lang.EN
) -> None:
    """One instrument: its dimensions and statements."""
    open_home()
    from leitstern.app.inside.instrument_documents import instrument_document
    from leitstern.app.inside.instruments import named_version
    from leitstern.cli.output import tell

    found = instrument_document(named_version(slug, version))
    items = [item for dimension in found.dimensions for item in dimension.items]
    tell(output, found, items, lang)


@app.command()
def add(
    file: Annotated[Path, typer.Argument(help="An instrument as a YAML file.", exists=True, dir_okay=False)],
) -> None:
    """Bring in an instrument or a pack of questions; one that names no licence is refused."""
    make_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.inside.instruments import bring_in
    from leitstern.cli.output import say

    brought = bring_in(COMMAND_LINE, file.read_bytes(), file.name)
    say(BROUGHT_IN.fill(slug=brought.slug, version=brought.version))


@app.command()
def export(slug: Slug, version: Version = None) -> None:
    """Print an instrument as the file it can be brought in with."""
    open_home()
    from leitstern.app.inside.instruments import content_of, named_version

    found = named_version(slug, version)
    content_of(found)
    typer.echo(found.content, nl=False)
