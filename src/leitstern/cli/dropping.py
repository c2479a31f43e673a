"""`leitstern inbox`: folders whose files are brought in by themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home
from leitstern.core.texts import Text

app = typer.Typer(help="Folders whose files are brought in by themselves.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(help="Name of the folder.")]
OPENED = Text(
    en="What is put into {path} is brought in while `leitstern serve` runs, or by `leitstern inbox look`.",
    de="Was in {path} abgelegt wird, wird eingelesen, solange `leitstern serve` läuft, oder von `leitstern inbox look`.",
)
CLOSED = Text(
    en="Closed. Folder and files stay where they are.",
    de="Geschlossen. Ordner und Dateien bleiben, wo sie sind.",
)
HEADER = ["inbox", "folder", "open", "looked", "said", "waiting", "under_way", "done", "refused"]


@app.command("show")
def show(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """All inboxes, what lies in them, and the last sign of life."""
    open_home()
    from leitstern.app.intake.inbox_queries import watched
    from leitstern.cli.output import print_csv, print_json, print_table

    rows = [
        [
            one.inbox.name,
            one.path,
            one.inbox.is_open,
            one.inbox.looked.isoformat(timespec="seconds") if one.inbox.looked else "",
            one.life.to(lang),
            one.waiting,
            one.under_way,
            one.done,
            one.refused,
        ]
        for one in watched()
    ]
    match output:
        case Output.JSON:
            print_json([dict(zip(HEADER, row, strict=True)) for row in rows])
        case Output.CSV:
            print_csv(HEADER, rows)
        case Output.TABLE:
            print_table(HEADER, rows)


@app.command("open")
def open_one(
    name: Name,
    mapping: Annotated[
        Path, typer.Option("--mapping", help="The mapping file.", exists=True, dir_okay=False)
    ],
    days: Annotated[
        int, typer.Option("--days", help="Days that files which came in stay in done.", min=0, max=365)
    ] = 30,
    lang: Language = Lang.EN,
) -> None:
    """Bring in from now on what is put into this folder; one that is there gets the new mapping."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.inbox_folders import folder_of, open_inbox

    inbox = open_inbox(COMMAND_LINE, name, mapping.read_text(encoding="utf-8-sig"), days)
    typer.echo(OPENED.fill(path=folder_of(inbox)).to(lang))


@app.command("close")
def close(name: Name, lang: Language = Lang.EN) -> None:
    """Take nothing more from this folder."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.inbox_folders import close_inbox, inbox_called

    close_inbox(COMMAND_LINE, inbox_called(name))
    typer.echo(CLOSED.to(lang))


@app.command("look")
def look_now(lang: Language = Lang.EN) -> None:
    """Bring in now whatever lies in the inboxes and has not changed for ten seconds; for whoever runs no server."""
    open_home()
    from leitstern.app.common.jobs import run_next
    from leitstern.app.intake.inbox import look
    from leitstern.app.intake.inbox_queries import came_last

    before = {file.pk for file, _ in came_last()}
    while look():
        while run_next():
            pass
    for file, told in reversed(came_last()):
        if file.pk not in before:
            typer.echo(f"{file.inbox.name}/{file.name}: {told.to(lang)}")
