"""Customers' voices: `answers scores`, `answers comments`, `answers quotes`, `answers drivers`."""

from __future__ import annotations

from typing import Annotated

import typer

from leitstern.cli.journeying import beside
from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(
    help="Customers' voices: scores over time, comments, picked quotes, importance and performance.",
    no_args_is_help=True,
)

Since = Annotated[str, typer.Option("--since", help="Answers given since this month, like 2026-01.")]
Until = Annotated[str, typer.Option("--until", help="Answers given until this month.")]
Channel = Annotated[str, typer.Option("--channel", help="Answers about this channel.")]
Touchpoint = Annotated[str, typer.Option("--touchpoint", help="Answers about this touchpoint.")]
Map = Annotated[str, typer.Option("--map", help="Answers on this designed journey.")]
Who = Annotated[str, typer.Option("--who", help="Answers of a persona, or of those with property:value.")]


@app.command()
def scores(
    statement: Annotated[str, typer.Option("--statement", help="By default the one most asked about.")] = "",
    figure: Annotated[str, typer.Option("--figure", help="agree, mean or nps.")] = "agree",
    by: Annotated[str, typer.Option("--by", help="touchpoint, map or persona.")] = "",
    since: Since = "",
    until: Until = "",
    channel: Channel = "",
    touchpoint: Touchpoint = "",
    map_: Map = "",
    who: Who = "",
    against: Annotated[
        str | None,
        typer.Option("--against", help='What is put beside, as "who=family"; "" for all answers.'),
    ] = None,
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """How scores moved from period to period, and where their level changed for certain."""
    open_home()
    from leitstern.app.answers.asking import require_answers
    from leitstern.app.answers.scores_form import ScoresForm
    from leitstern.app.answers.scores_page import scores_document, scores_page
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.outside.reading import require_published
    from leitstern.cli.output import print_csv, print_json, print_table

    named = {"since": since, "until": until, "channel": channel}
    named |= {"touchpoint": touchpoint, "map": map_, "who": who}
    given = beside(named, against) | {"statement": statement, "figure": figure, "by": by}
    choice = require_answers(require_published(), given, lang, ScoresForm)
    if output is Output.JSON:
        print_json(scores_document(COMMAND_LINE, choice))
        return
    built = scores_page(COMMAND_LINE, choice)
    if output is Output.CSV:
        print_csv(built.header, built.rows)
        return
    typer.echo(f"{built.sentence.to(lang)}\n")
    print_table(built.header, built.rows)
