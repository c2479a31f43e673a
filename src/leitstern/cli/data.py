"""Data in, findings out: `import`, `gap`, `report`, `beliefs`, `taxonomy`, `sheet`."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.setup import open_home


class Output(StrEnum):
    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class ReportFormat(StrEnum):
    PDF = "pdf"


class Lang(StrEnum):
    DE = "de"
    EN = "en"


Language = Annotated[Lang, typer.Option("--lang", help="Language of names and sentences.")]


def import_(
    mapping: Annotated[Path, typer.Argument(help="The mapping file.", exists=True, dir_okay=False)],
    data: Annotated[
        Path,
        typer.Option("--data", help="Folder with the files the mapping names.", exists=True, file_okay=False),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read everything, store nothing, show what would come in.")
    ] = False,
    lang: Language = Lang.EN,
) -> None:
    """Bring files in by a mapping file."""
    home = open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.actions import import_files, try_files
    from leitstern.cli.output import counts_table, progress_line

    with progress_line(lang) as progress:
        if dry_run:
            sources = try_files(COMMAND_LINE, mapping, data, progress=progress)
        else:
            sources = import_files(COMMAND_LINE, mapping, data, progress=progress).sources
    typer.echo(counts_table(sources, lang))
    if dry_run:
        typer.echo(
            {"en": "Tried out: nothing was stored.", "de": "Ausprobiert: Es wurde nichts gespeichert."}[lang]
        )
    del home


def gap(
    output: Annotated[Output, typer.Option("--format", help="How to print.")] = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """The Experience Gap: indices, touchpoints, drivers."""
    open_home()
    from leitstern.app.common.exports import csv_text
    from leitstern.app.gap.queries import gap_document, gap_report
    from leitstern.app.gap.table import HEADER, table_rows
    from leitstern.app.outside.reading import require_published
    from leitstern.cli.output import gap_table

    state = require_published()
    if output is Output.JSON:
        json.dump(gap_document(state, lang), sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    elif output is Output.CSV:
        sys.stdout.write(csv_text(HEADER, table_rows(gap_report(state))))
    else:
        typer.echo(gap_table(gap_report(state), lang))


def report(
    output: Annotated[ReportFormat, typer.Option("--format", help="How to print.")] = ReportFormat.PDF,
    lang: Language = Lang.DE,
    to: Annotated[Path, typer.Option("--to", help="File to write.")] = Path("leitstern.pdf"),
) -> None:
    """The board report: two pages."""
    open_home()
    from django.utils import timezone

    from leitstern.app.outside.reading import require_published
    from leitstern.app.reports.board import board_report

    to.write_bytes(board_report(require_published(), lang, timezone.localtime()))
    typer.echo(str(to))
    del output


def beliefs(
    file: Annotated[Path, typer.Argument(help="A filled belief sheet (.xlsx).", exists=True)],
) -> None:
    """Keep what people believe, from a filled sheet."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.inside.actions import record_sheet

    kept = record_sheet(COMMAND_LINE, file.name, file)
    typer.echo(f"{kept.beliefs.count()} guesses kept.")


def sheet(
    to: Annotated[Path, typer.Argument(help="File to write (.xlsx).")] = Path("beliefs.xlsx"),
    people: Annotated[int, typer.Option(min=1, max=30, help="For how many people.")] = 1,
    lang: Language = Lang.DE,
) -> None:
    """A blank belief sheet for the current taxonomy."""
    open_home()
    from leitstern.app.company.queries import require_taxonomy
    from leitstern.collect.belief_sheet import write_belief_sheet

    write_belief_sheet(to, require_taxonomy(), lang, people)
    typer.echo(str(to))


def taxonomy(
    file: Annotated[
        Path | None, typer.Argument(help="A taxonomy file to adopt; without it the current one is printed.")
    ] = None,
) -> None:
    """Print the taxonomy, or adopt a new version from a file."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.company.actions import adopt
    from leitstern.app.company.queries import require_taxonomy
    from leitstern.collect.taxonomy_file import load_taxonomy, write_taxonomy

    if file is None:
        typer.echo(write_taxonomy(require_taxonomy()), nl=False)
    else:
        typer.echo(f"Version {adopt(COMMAND_LINE, load_taxonomy(file)).pk}")


def purge(number: Annotated[int, typer.Argument(help="Number of the import.")]) -> None:
    """Take a whole import out again."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.actions import purge as take_out
    from leitstern.app.intake.queries import import_by_id

    typer.echo(str(take_out(COMMAND_LINE, import_by_id(number))))


def erase(
    kind: Annotated[str, typer.Argument(help="Kind of number, as in the mapping.")],
    identifier: Annotated[str, typer.Argument(help="The customer's number.")],
) -> None:
    """Forget a customer for good."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.actions import erase_customer

    typer.echo(f"entity:{erase_customer(COMMAND_LINE, kind, identifier):x}")
