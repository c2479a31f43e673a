"""`leitstern touches`: what touches this touchpoint, role, application, initiative or key figure?"""

from __future__ import annotations

from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home


def touches(
    kind: Annotated[
        str, typer.Argument(help="touchpoint, unit, role, application, initiative, figure, decision, …")
    ] = "",
    key: Annotated[str, typer.Argument(help="Its short name or number.")] = "",
    find: Annotated[
        str, typer.Option(help="Words of a name: lists what is called so, with kind and key.")
    ] = "",
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """Everything that has to do with one thing, from those who answer for it to what it counts for; or find it first."""
    open_home()
    if find or not (kind and key):
        _find(find, output, lang)
        return
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


def _find(words: str, output: Output, lang: Lang) -> None:
    """What is called so; without words all touchpoints."""
    from leitstern.app.ties.api import found_document
    from leitstern.app.ties.queries import found
    from leitstern.app.ties.table import FOUND_HEADER, found_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    there = found(words)
    match output:
        case Output.JSON:
            print_json([found_document(each) for each in there])
        case Output.CSV:
            print_csv(FOUND_HEADER, found_rows(there, lang))
        case Output.TABLE:
            print_table(FOUND_HEADER, (list(map(str, row)) for row in found_rows(there, lang)))
