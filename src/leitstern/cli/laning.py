"""`leitstern lanes`: technology, organisation and experience side by side, their conflicts, and how far it is anchored."""

from __future__ import annotations

from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home


def lanes(
    anchoring: Annotated[
        bool,
        typer.Option("--anchoring", help="How far the change is anchored, with every piece of evidence."),
    ] = False,
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="Where the lanes work against each other, with evidence.")
    ] = False,
    departments: Annotated[
        bool, typer.Option("--departments", help="What each department has for itself, and what it shares.")
    ] = False,
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """Three lanes on one page; with `--conflicts`, `--anchoring` or `--departments` only these."""
    open_home()
    if departments:
        _departments(output, lang)
        return
    from leitstern.app.lanes import table
    from leitstern.app.lanes.api import lanes_document
    from leitstern.app.lanes.queries import lanes as found_lanes
    from leitstern.cli.output import print_csv, print_json, print_table

    found = found_lanes()
    header: tuple[str, ...]
    if anchoring:
        sentence, header = found.anchoring.sentence, table.ANCHORING_HEADER
        rows = list(table.anchoring_rows(found.anchoring, lang))
    elif conflicts:
        sentence, header = found.headline, table.CONFLICTS_HEADER
        rows = list(table.conflict_rows(found, lang))
    else:
        sentence, header = found.headline, table.FIGURES_HEADER
        rows = list(table.figure_rows(found, lang))
    match output:
        case Output.JSON:
            document = lanes_document(found)
            print_json(document.anchoring if anchoring else document.conflicts if conflicts else document)
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            typer.echo(sentence.to(lang))
            typer.echo(found.checked.to(lang) if conflicts else "")
            print_table(header, (list(map(_shown, row)) for row in rows))


def _departments(output: Output, lang: Lang) -> None:
    from leitstern.app.company.former import unit_names
    from leitstern.app.lanes import keeping_apart
    from leitstern.app.lanes.api import apart_document
    from leitstern.app.lanes.table import DEPARTMENTS_HEADER, department_rows
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.bridge.lanes.apart import sentence

    found = keeping_apart.departments()
    rows = list(department_rows(found, unit_names(), lang))
    match output:
        case Output.JSON:
            print_json([apart_document(each) for each in found])
        case Output.CSV:
            print_csv(DEPARTMENTS_HEADER, rows)
        case Output.TABLE:
            typer.echo(sentence(found).to(lang))
            print_table(DEPARTMENTS_HEADER, (list(map(_shown, row)) for row in rows))


def _shown(cell: object) -> str:
    return "" if cell is None else str(cell)
