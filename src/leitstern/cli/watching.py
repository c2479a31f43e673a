"""`leitstern watch`: does what was reached hold?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(help="Does what was reached hold, or does the change fall back?", no_args_is_help=True)
Day = Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"])]


@app.command("show")
def show(
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
    at: Annotated[str, typer.Option("--at", help="A month like 2025-03: as it was seen then.")] = "",
) -> None:
    """Every series against the level it had reached, and the alarms."""
    open_home()
    from leitstern.app.watch.api import seen_at
    from leitstern.app.watch.documents import watch_document
    from leitstern.app.watch.table import WATCH_HEADER, watch_rows
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.bridge.watch.words import state

    seen = seen_at(at)
    match output:
        case Output.JSON:
            print_json(watch_document(seen))
        case Output.CSV:
            print_csv(WATCH_HEADER, watch_rows(seen, lang))
        case Output.TABLE:
            typer.echo(seen.sentence.to(lang))
            typer.echo("")
            print_table(
                ["series", "name", "state"],
                (
                    [each.stream.slug, each.stream.name.to(lang), state(each).to(lang)]
                    for each in seen.readings
                ),
            )


@app.command("settle")
def settle(
    series: Annotated[str, typer.Argument(help="As `leitstern watch show` names it.")],
    start: Day,
    end: Day,
    why: Annotated[str, typer.Option("--why", help="So that others understand it in a year.")],
    lang: Language = Lang.EN,
) -> None:
    """Say from when to when a series was settled; what comes after is held against it."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.settled.keeping import settle_level
    from leitstern.app.watch.queries import watching
    from leitstern.app.watch.streams import stream_by_slug
    from leitstern.core.bridge.watch.words import state

    today = timezone.localdate()
    settle_level(COMMAND_LINE, stream_by_slug(series, today), start.date(), end.date(), why, today=today)
    typer.echo(state(watching(today).one(series)).to(lang))


@app.command("look")
def look_now(lang: Language = Lang.EN) -> None:
    """Look at everything now and sound the alarm if the change fell back; the worker does so every day."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.watch.queries import watching
    from leitstern.app.watch.sounding import look

    today = timezone.localdate()
    sounded = look(COMMAND_LINE, today)
    typer.echo(watching(today).sentence.to(lang))
    if sounded and sounded.decision:
        typer.echo(sounded.decision.question)
