"""`leitstern value`: what customers get beside what the company gets."""

from __future__ import annotations

from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home


def value(
    currency: Annotated[
        str, typer.Option(help="One of those that the taxonomy declares; the first otherwise.")
    ] = "",
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """Goals reached and effort, beside the expected margin of the coming year, persona by persona."""
    open_home()
    from leitstern.app.outside.reading import require_published
    from leitstern.app.value.documents import value_document
    from leitstern.app.value.queries import beside
    from leitstern.app.value.table import HEADER, value_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    state = require_published()
    if output is Output.JSON:
        print_json(value_document(state, currency))
        return
    found = beside(state, currency)
    names = {each.code: each.name for each in state.taxonomy.personas}
    rows = list(value_rows(found, names, lang))
    if output is Output.CSV:
        print_csv(HEADER, rows)
        return
    typer.echo(found.sentence.to(lang))
    print_table(HEADER, rows)
