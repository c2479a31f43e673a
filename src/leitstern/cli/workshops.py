"""Workshops: `workshop list`, `export`, `notes`, `count`, `leave-out`, `kit`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import make_home, open_home
from leitstern.core.texts import Text

Number = Annotated[int, typer.Argument(help="Number of the workshop.")]
COUNTS = Text(
    en="“{name}” counts for where you stand.",
    de="„{name}“ zählt jetzt für den Standort.",
)
LEFT_OUT = Text(
    en="“{name}” does not count for where you stand.",
    de="„{name}“ zählt nicht für den Standort.",
)

app = typer.Typer(
    help="Workshops: what a room said about where the organisation stands.", no_args_is_help=True
)


@app.command("list")
def list_(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """All workshops, newest first."""
    open_home()
    from leitstern.app.workshop.documents import listed
    from leitstern.app.workshop.queries import workshops
    from leitstern.cli.output import tell

    found = [listed(workshop) for workshop in workshops()]
    tell(output, found, found, lang)


@app.command()
def export(
    number: Number,
    output: Format = Output.JSON,
    lang: Language = Lang.EN,
) -> None:
    """Everything that is kept of a workshop: votes as counts, notes, result."""
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
def notes(number: Number, output: Format = Output.TABLE) -> None:
    """What the room said it had seen."""
    open_home()
    from leitstern.app.workshop.documents import NOTES_HEADER, note_out, note_rows
    from leitstern.app.workshop.queries import workshop_by_id
    from leitstern.cli.output import print_csv, print_json, print_table

    workshop = workshop_by_id(number)
    match output:
        case Output.JSON:
            print_json([note_out(note) for note in workshop.notes.all()])
        case Output.CSV:
            print_csv(NOTES_HEADER, note_rows(workshop))
        case Output.TABLE:
            print_table(NOTES_HEADER, note_rows(workshop))


@app.command()
def count(number: Number) -> None:
    """Let a closed workshop count for where you stand; refused if too few people or questions were rated."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.workshop.closing import let_count
    from leitstern.app.workshop.queries import workshop_by_id
    from leitstern.cli.output import say

    say(COUNTS.fill(name=let_count(COMMAND_LINE, workshop_by_id(number)).name))


@app.command()
def leave_out(number: Number) -> None:
    """Let a workshop no longer count for where you stand."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.workshop.closing import leave_out as leave
    from leitstern.app.workshop.queries import workshop_by_id
    from leitstern.cli.output import say

    say(LEFT_OUT.fill(name=leave(COMMAND_LINE, workshop_by_id(number)).name))


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
