"""Silos: `silo index`, `silo ties`, `silo hand-in`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(help="Whether people stay among themselves, against chance.", no_args_is_help=True)


@app.command()
def index(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """The silo index 0–100 and its facets: thinking, responsibility, action, data and technology."""
    open_home()
    from django.utils import timezone

    from leitstern.app.silo.documents import silo_document
    from leitstern.app.silo.queries import standing_now
    from leitstern.app.silo.table import HEADER, silo_rows
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.inside.silo.words import reach, sentence

    found = standing_now(timezone.localdate())
    rows = list(silo_rows(found.silo, lang))
    match output:
        case Output.JSON:
            print_json(silo_document(found))
        case Output.CSV:
            print_csv(HEADER, rows)
        case Output.TABLE:
            said = " ".join(each.to(lang) for each in (sentence(found.silo), *reach(found.silo)))
            typer.echo(f"{said}\n")
            print_table(HEADER, rows)


@app.command()
def ties(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Every count of who works with whom between departments, with its E–I index beside chance."""
    open_home()
    from leitstern.app.silo.counts import counts, index_of
    from leitstern.app.silo.documents import count_document
    from leitstern.app.silo.table import COUNTS_HEADER, count_rows
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.inside.silo.ties import EI

    found = [(each, ei if isinstance(ei := index_of(each), EI) else None) for each in counts()]
    match output:
        case Output.JSON:
            print_json([count_document(each) for each, _ in found])
        case Output.CSV:
            print_csv(COUNTS_HEADER, count_rows(found))
        case Output.TABLE:
            print_table(COUNTS_HEADER, count_rows(found))


@app.command("hand-in")
def hand_in(
    file: Annotated[
        Path, typer.Argument(help="The square table (.csv, .xlsx).", exists=True, dir_okay=False)
    ],
    day: Annotated[datetime, typer.Option("--day", help="When it was counted.", formats=["%Y-%m-%d"])],
    source: Annotated[str, typer.Option("--source", help="How it was counted, in a line.")],
    spread: Annotated[
        float | None,
        typer.Option(
            "--spread", help="Standard deviation of ties per person; without it there is no p.", min=0
        ),
    ] = None,
) -> None:
    """Keep how many pairs of people work together within and between departments; no person is in it."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.silo.actions import hand_in as keep

    here = file.resolve()
    made = keep(COMMAND_LINE, here.parent, here.name, day.date(), source, spread)
    typer.echo(made.pk)
