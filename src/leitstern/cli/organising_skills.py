"""Trainings and shared work from a terminal: `organisation together`, `trainings`, `enter-training`, `withdraw-training`, `open-positions`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.organising import Unit, app
from leitstern.cli.setup import open_home

__all__ = ["app"]


@app.command()
def trainings(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Who can both, read data and understand customers, before trainings and after; units of enough people."""
    open_home()
    from leitstern.app.structure.table import TRAININGS_HEADER, training_rows
    from leitstern.app.structure.trainings import effects
    from leitstern.app.structure.working_documents import training_documents
    from leitstern.cli.output import print_csv, print_json, print_table

    match output:
        case Output.JSON:
            print_json(training_documents())
        case Output.CSV:
            print_csv(TRAININGS_HEADER, training_rows(effects(), lang))
        case Output.TABLE:
            print_table(TRAININGS_HEADER, training_rows(effects(), lang))


@app.command()
def together(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """In what share of a unit's pieces of work others have a part, today and after a change."""
    open_home()
    from leitstern.app.structure.reading import register, works
    from leitstern.app.structure.table import TOGETHER_HEADER, together_rows
    from leitstern.app.structure.working_documents import together_document
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.inside.structure.together import together as count

    match output:
        case Output.JSON:
            print_json(together_document())
        case Output.CSV:
            print_csv(TOGETHER_HEADER, together_rows(count(works(), register()), lang))
        case Output.TABLE:
            print_table(TOGETHER_HEADER, together_rows(count(works(), register()), lang))


@app.command("enter-training")
def enter_training(
    unit: Unit,
    skill: Annotated[str, typer.Argument(help="The skill, as the catalogue or the register calls it.")],
    day: Annotated[datetime, typer.Argument(help="On which day.", formats=["%Y-%m-%d"])],
    people: Annotated[int, typer.Argument(help="How many took part.", min=1)],
) -> None:
    """Say how many of a unit took part in a training; of nobody who."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.structure.trainings import enter_training as enter

    typer.echo(enter(COMMAND_LINE, unit, skill, day.date(), people).pk)


@app.command("withdraw-training")
def withdraw_training(
    training: Annotated[int, typer.Argument(help="Number, as `enter-training` said it.")],
) -> None:
    """Take a training back; it stays in the record."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.structure.models import Training
    from leitstern.app.structure.queries import by_id
    from leitstern.app.structure.trainings import withdraw_training as withdraw

    withdraw(COMMAND_LINE, by_id(Training, training))


@app.command("open-positions")
def open_positions(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Of all positions that need a data skill, the share that is open."""
    open_home()
    from leitstern.app.structure.working_documents import training_documents
    from leitstern.cli.output import tell

    found = training_documents().open_positions
    tell(output, found, [found], lang)
