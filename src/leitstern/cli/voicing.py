"""`leitstern voice`: does what systems say in the company's name fit the brand, and what customers expect?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(help="What systems say in the company's name.", no_args_is_help=True)
Sample = Annotated[int, typer.Argument(help="The number that handing it in printed.")]


@app.command()
def show(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """How much of what each system says fits, by touchpoint and month."""
    open_home()
    from leitstern.app.voice.documents import system_documents
    from leitstern.app.voice.queries import heard, systems
    from leitstern.app.voice.table import STANDING_HEADER, standing_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    if output is Output.JSON:
        print_json(system_documents())
        return
    rows = list(standing_rows(heard().systems, systems(), lang))
    if output is Output.CSV:
        print_csv(STANDING_HEADER, rows)
        return
    wanted = (
        *("system", "touchpoint", "month", "judged", "conforms", "conforms_low", "conforms_high"),
        "cannot_tell",
    )
    at = [STANDING_HEADER.index(name) for name in wanted]
    print_table(wanted, [[row[place] for place in at] for row in rows])


@app.command()
def texts(output: Format = Output.TABLE) -> None:
    """The texts that chance drew."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.voice.documents import VoiceTextOut, text_documents
    from leitstern.cli.output import print_csv, print_json, print_table

    found = text_documents(COMMAND_LINE)
    header = list(VoiceTextOut.model_fields)
    rows: list[list[object]] = [
        [
            *(each.text, each.system, each.touchpoint, f"{each.month:%Y-%m}", each.language.value, each.said),
            *("; ".join(each.breaks), each.judged, each.conforms),
        ]
        for each in found
    ]
    match output:
        case Output.JSON:
            print_json(found)
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            print_table(header, rows)


@app.command()
def rules() -> None:
    """The version that holds, as JSON that `enter-rules` takes."""
    open_home()
    from leitstern.app.voice.documents import rules_document
    from leitstern.app.voice.queries import newest
    from leitstern.cli.output import print_json

    print_json(rules_document(newest()))


@app.command("enter-rules")
def enter_rules(
    file: Annotated[Path, typer.Argument(help="JSON, as `rules` prints it.", exists=True, dir_okay=False)],
    why: Annotated[str, typer.Option("--why", help="So that others understand it in a year.")],
) -> None:
    """Enter a new version; those before stay as they were."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.voice import keeping
    from leitstern.app.voice.reading import rules_in

    typer.echo(keeping.enter_rules(COMMAND_LINE, rules_in(file.read_text(encoding="utf-8")), why).pk)


@app.command("hand-in")
def hand_in(
    file: Annotated[Path, typer.Argument(help="The table (.csv, .xlsx).", exists=True, dir_okay=False)],
) -> None:
    """Hand in what systems said; personal data is masked before anything is kept."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.voice import keeping

    here = file.resolve()
    typer.echo(keeping.hand_in(COMMAND_LINE, here.parent, here.name, timezone.localdate()).pk)


@app.command()
def withdraw(sample: Sample) -> None:
    """Take a file back; its texts no longer count."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.voice import keeping
    from leitstern.app.voice.queries import sample_by_id

    keeping.withdraw(COMMAND_LINE, sample_by_id(sample))


@app.command()
def reinstate(sample: Sample) -> None:
    """Let a file count again."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.voice import keeping
    from leitstern.app.voice.queries import sample_by_id

    keeping.reinstate(COMMAND_LINE, sample_by_id(sample))
