"""`leitstern touches`: what touches this touchpoint, role, application, initiative or key figure?"""

from __future__ import annotations

from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home


def touches(
    kind: Annotated[str, typer.Argument(help="touchpoint, unit, role, application, initiative, figure, …")],
    key: Annotated[str, typer.Argument(help="Its short name or number.")],
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """Everything that has to do with one thing, from those who answer for it to what it counts for."""
    open_home()
    from leitstern.app.ties.api import around_document
    from leitstern.app.ties.queries import around
    from leitstern.app.ties.table import TIES_HEADER, tie_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = around(kind, key)
    match output:
        case Output.JSON:
            print_json(around_document(found))
        case Output.CSV:
            print_csv(TIES_HEADER, tie_rows(found, lang))
        case Output.TABLE:
            typer.echo(found.sentence.to(lang))
            typer.echo("")
            print_table(TIES_HEADER, (list(map(str, row)) for row in tie_rows(found, lang)))
