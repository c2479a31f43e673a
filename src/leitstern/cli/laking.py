"""Looking after what is stored: `lake` and `rebuild`."""

from __future__ import annotations

import typer

from leitstern.cli.options import Lang, Language
from leitstern.cli.setup import open_home
from leitstern.core.texts import Text, grouped

EMPTY = Text(en="Nothing has come in yet.", de="Es ist noch nichts eingelesen.")
RUNS = Text(
    en="{messages} messages are known, in sorted files: {runs}. None of them comes in twice.",
    de="{messages} Nachrichten sind bekannt, in sortierten Dateien: {runs}. Keine kommt zweimal herein.",
)
REBUILT = Text(
    en="Transitions and journeys were derived once more, from {contacts} contacts.",
    de="Übergänge und Reisen wurden neu abgeleitet, aus {contacts} Kontakten.",
)


def lake(lang: Language = Lang.EN) -> None:
    """How what is stored lies on disk: rows, buckets, fresh files, bytes per row, log."""
    open_home()
    from leitstern.app.common.home import current_home
    from leitstern.cli.output import lake_table
    from leitstern.store.state import state

    found = state(current_home())
    if found is None:
        typer.echo(EMPTY.to(lang))
        return
    typer.echo(lake_table(found, lang))
    typer.echo(RUNS.fill(messages=grouped(found.messages), runs=found.runs).to(lang))


def rebuild(lang: Language = Lang.EN) -> None:
    """Derive transitions and journeys from all contacts once more."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.intake.actions import rebuild as derive_again

    typer.echo(REBUILT.fill(contacts=grouped(derive_again(COMMAND_LINE))).to(lang))
