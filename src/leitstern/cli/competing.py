"""`leitstern competitors`: do customers notice a difference from competitors?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(help="What customers live with competitors.", no_args_is_help=True)
Figure = Annotated[int, typer.Argument(help="Its number, as `show --format csv` lists it.")]


@app.command()
def show(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Statement by statement: the own share, theirs, and whether customers notice a difference."""
    open_home()
    from leitstern.app.competitors.documents import competitors_document
    from leitstern.app.competitors.queries import comparison, figures_ever
    from leitstern.app.competitors.table import HEADER, comparison_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    if output is Output.JSON:
        print_json(competitors_document())
        return
    found = comparison(figures_ever())
    rows = list(comparison_rows(found, lang))
    if output is Output.CSV:
        print_csv(HEADER, rows)
        return
    typer.echo(found.headline.to(lang))
    wanted = (
        "figure",
        "touchpoint",
        "statement",
        "competitor",
        "year",
        "own",
        "theirs",
        "difference",
        "verdict",
        "why_not",
    )
    at = [HEADER.index(name) for name in wanted]
    print_table(wanted, [[row[place] for place in at] for row in rows])


@app.command("hand-in")
def hand_in(
    file: Annotated[Path, typer.Argument(help="The table (.csv, .xlsx).", exists=True, dir_okay=False)],
) -> None:
    """Hand in a table of figures, all of them or none; prints how many are new."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.competitors import keeping

    here = file.resolve()
    typer.echo(len(keeping.hand_in(COMMAND_LINE, here.parent, here.name)))


@app.command()
def withdraw(figure: Figure) -> None:
    """Take a figure back; it no longer counts and stays readable."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.competitors import keeping
    from leitstern.app.competitors.queries import figure_by_id

    keeping.withdraw(COMMAND_LINE, figure_by_id(figure))


@app.command()
def reinstate(figure: Figure) -> None:
    """Let a figure count again."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.competitors import keeping
    from leitstern.app.competitors.queries import figure_by_id

    keeping.reinstate(COMMAND_LINE, figure_by_id(figure))
