"""`evidence`: what is claimed, what counts, and what is missing."""

from __future__ import annotations

from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

SHORT = ("dimension", "name", "claimed", "credited", "next_step")  # what fits a terminal


def evidence(
    unit: Annotated[
        str, typer.Option("--unit", help="A department of the taxonomy; without it, the whole organisation.")
    ] = "",
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """Claimed and credited levels per dimension, and what the next level lacks."""
    open_home()
    from leitstern.app.evidence.queries import lines
    from leitstern.app.evidence.table import HEADER, table_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    rows = [dict(zip(HEADER, row, strict=True)) for row in table_rows(lines(unit), lang)]
    match output:
        case Output.JSON:
            print_json(rows)
        case Output.CSV:
            print_csv(HEADER, ([*row.values()] for row in rows))
        case Output.TABLE:
            print_table(SHORT, ([row[key] for key in SHORT] for row in rows))
