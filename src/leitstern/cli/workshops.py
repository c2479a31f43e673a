"""Workshops: `workshop list`, `export`, `kit`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import make_home, open_home

app = typer.Typer(
    help="Workshops: what a room said about where the organisation stands.", no_args_is_help=True
)


@app.command("list")
def list_(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """All workshops, newest first."""
    open_home()
    from leitstern.app.workshop.documents import listed
    from leitstern.app.workshop.queries import workshops
    from leitstern.cli.output import flat, print_csv, print_json, print_table, shown

    found = [listed(workshop) for workshop in workshops()]
    match output:
        case Output.JSON:
            print_json(found)
        case Output.CSV:
            print_csv(*flat(found))
        case Output.TABLE:
            print_table(*shown(found, lang))


@app.command()
def export(
    number: Annotated[int, typer.Argument(help="Number of the workshop.")],
    output: Format = Output.JSON,
    lang: Language = Lang.EN,
) -> None:
    """Everything that is kept of a workshop: ratings as rows in no order, notes, result."""
    open_home()
    from leitstern.app.workshop.documents import HEADER, csv_rows, lines, workshop_document
    from leitstern.app.workshop.queries import workshop_by_id
    from leitstern.cli.output import print_csv, print_json, print_table, shown

    workshop = workshop_by_id(number)
    match output:
        case Output.JSON:
            print_json(workshop_document(workshop))
        case Output.CSV:
            print_csv(HEADER, csv_rows(workshop))
        case Output.TABLE:
            found = workshop_document(workshop)
            if found.placement:
                typer.echo(getattr(found.placement.sentence, lang.value))
            print_table(*shown(lines(found), lang))


@app.command()
def kit(
    file: Annotated[Path, typer.Argument(help="Where to write the PDF.", dir_okay=False)],
    lang: Language = Lang.EN,
) -> None:
    """The paper kit to print: course, cards, a sheet per question, the result."""
    make_home()
    from django.utils import timezone

    from leitstern.app.inside.queries import current_instrument
    from leitstern.app.reports.kit import workshop_kit

    file.write_bytes(workshop_kit(current_instrument(), lang, timezone.localtime()))
