"""The customer window: `window list`, `window show`, `window reach`, `window send`."""

from __future__ import annotations

from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home
from leitstern.core.texts import Text

app = typer.Typer(help="What customers say about each department's part.", no_args_is_help=True)
SENT = Text(
    en="{written} letters of this week were written, {sent} of this week have gone out.",
    de="{written} Briefe dieser Woche wurden geschrieben, {sent} dieser Woche sind verschickt.",
)


@app.command("list")
def list_windows(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Every department with what its customers say first."""
    open_home()
    from leitstern.app.outside.reading import require_published
    from leitstern.app.window.documents import short_document
    from leitstern.app.window.looking import windows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = windows(require_published())
    header = ["department", "name", "touchpoints", "finding"]
    rows = [
        [
            each.unit.slug,
            each.unit.name.to(lang),
            each.part.basis,
            each.finding.to(lang) if each.finding else "",
        ]
        for each in found
    ]
    match output:
        case Output.JSON:
            print_json([short_document(each) for each in found])
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            print_table(header, rows)


@app.command()
def show(
    unit: Annotated[str, typer.Argument(help="Short name of a department.")],
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """One department's window: one good thing first, then all there is about its part."""
    open_home()
    from leitstern.app.window.documents import window_document
    from leitstern.app.window.looking import window
    from leitstern.app.window.table import HEADER, window_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = window(unit)
    rows = list(window_rows(found, lang))
    match output:
        case Output.JSON:
            print_json(window_document(found))
        case Output.CSV:
            print_csv(HEADER, rows)
        case Output.TABLE:
            for sentence in (found.good, found.finding):
                if sentence:
                    typer.echo(sentence.to(lang))
            typer.echo("")
            print_table(HEADER, rows)
            for voice in found.voices:
                typer.echo(f"“{voice.comment}”")


@app.command()
def reach(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Who gets the letter, how old the newest word is, and how often each window was opened; nothing below five."""
    open_home()
    from leitstern.app.outside.reading import require_published
    from leitstern.app.window.documents import reach_document
    from leitstern.app.window.reaching import reaches
    from leitstern.app.window.table import REACH_HEADER, reach_rows
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.gap.window_reach import sentence

    found = reaches(require_published())
    match output:
        case Output.JSON:
            print_json([reach_document(each) for each in found])
        case Output.CSV:
            print_csv(REACH_HEADER, reach_rows(found, lang))
        case Output.TABLE:
            typer.echo(sentence(found).to(lang))
            print_table(
                ["department", "letter", "days", "opened last month"],
                ([each.unit, each.letter, each.age, each.last_month] for each in found),
            )


@app.command()
def send(lang: Language = Lang.EN) -> None:
    """Write this week's letters that are due and send what waits; for a timer of the system where no worker runs."""
    open_home()
    from django.utils import timezone

    from leitstern.app.window.letters import post_all, sent_this_week, write_due

    now = timezone.now()
    written = write_due(now)
    post_all()
    typer.echo(SENT.fill(written=written, sent=sent_this_week(now)).to(lang))
