"""Comments, quotes for reports, reasons: `answers comments`, `answers quotes`, `answers pick`, `answers drivers`, …"""

from __future__ import annotations

from typing import Annotated

import typer

from leitstern.cli.answering import Channel, Map, Since, Touchpoint, Until, Who, app
from leitstern.cli.journeying import beside
from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

__all__ = ["app"]  # with the commands below added to it
Number = Annotated[int, typer.Argument(help="The quote's number, as `answers quotes` lists it.")]


@app.command()
def comments(
    words: Annotated[
        str, typer.Argument(help='Words and "phrases" that all have to occur; * for any letters.')
    ] = "",
    answer: Annotated[str, typer.Option("--answer", help="good or bad.")] = "",
    language: Annotated[str, typer.Option("--language", help="de or en.")] = "",
    page: Annotated[int, typer.Option("--page", min=1, help="Twenty comments each.")] = 1,
    since: Since = "",
    until: Until = "",
    channel: Channel = "",
    touchpoint: Touchpoint = "",
    map_: Map = "",
    who: Who = "",
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """What customers wrote, masked, the newest first; nothing of fewer than five customers."""
    open_home()
    from leitstern.app.answers.asking import require_answers
    from leitstern.app.answers.comments_form import CommentsForm
    from leitstern.app.answers.comments_page import HEADER, comments_document, comments_table
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.outside.reading import require_published
    from leitstern.cli.output import print_csv, print_json

    named = {"since": since, "until": until, "channel": channel}
    named |= {"touchpoint": touchpoint, "map": map_, "who": who}
    given = beside(named, None) | {"words": words, "answer": answer, "language": language}
    choice = require_answers(require_published(), given, lang, CommentsForm, beside=False)
    if output is Output.CSV:
        print_csv(HEADER, comments_table(COMMAND_LINE, choice).rows)
        return
    found = comments_document(choice, page)
    if output is Output.JSON:
        print_json(found)
        return
    typer.echo(found.sentence.de if lang is Lang.DE else found.sentence.en)
    for each in found.newest:
        typer.echo(f"\n{each.ref} · {each.touchpoint or '–'} · {each.answer}\n{each.comment}")


@app.command()
def quotes(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Quotes picked for reports, beside how all comments are."""
    open_home()
    from leitstern.app.answers.quotes_page import HEADER, quote_rows, quotes_document
    from leitstern.app.outside.reading import require_published
    from leitstern.cli.output import print_csv, print_json, print_table

    state = require_published()
    match output:
        case Output.JSON:
            print_json(quotes_document(state))
        case Output.CSV:
            print_csv(HEADER, quote_rows(state))
        case Output.TABLE:
            weighed = quotes_document(state).balance
            if weighed:
                typer.echo(f"{weighed.de if lang is Lang.DE else weighed.en}\n")
            print_table(HEADER, quote_rows(state))


@app.command()
def pick(
    ref: Annotated[str, typer.Argument(help="The comment, as `answers comments` names it.")],
    reason: Annotated[str, typer.Option("--reason", help="Why it belongs in the report.")],
    checked: Annotated[
        bool, typer.Option("--checked", help="I have read it again: nobody can be recognised in it.")
    ] = False,
) -> None:
    """Let a comment appear in reports."""
    open_home()
    from leitstern.app.answers import quoting
    from leitstern.app.common.actors import COMMAND_LINE

    typer.echo(quoting.pick(COMMAND_LINE, ref, reason, checked=checked).pk)


@app.command()
def withdraw(number: Number) -> None:
    """Let a quote appear in no report any more."""
    open_home()
    from leitstern.app.answers import quoting
    from leitstern.app.common.actors import COMMAND_LINE

    quoting.withdraw(COMMAND_LINE, quoting.pick_by_id(number))


@app.command("put-back")
def put_back(number: Number) -> None:
    """Let a withdrawn quote appear again, as the last one."""
    open_home()
    from leitstern.app.answers import quoting
    from leitstern.app.common.actors import COMMAND_LINE

    quoting.put_back(COMMAND_LINE, quoting.pick_by_id(number))


@app.command()
def move(
    number: Number, down: Annotated[bool, typer.Option("--down/--up", help="Which way.")] = False
) -> None:
    """Let a quote change places with its neighbour."""
    open_home()
    from leitstern.app.answers import quoting
    from leitstern.app.common.actors import COMMAND_LINE

    quoting.move(COMMAND_LINE, quoting.pick_by_id(number), "down" if down else "up")


@app.command()
def drivers(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """How much visible reasons go along with answers, beside how many customers live them well."""
    open_home()
    from leitstern.app.answers.drivers import HEADER, drivers_document, found_fields, rows, sentence
    from leitstern.app.outside.reading import require_published
    from leitstern.cli.output import print_csv, print_json, print_table

    state = require_published()
    match output:
        case Output.JSON:
            print_json(drivers_document(state))
        case Output.CSV:
            print_csv(HEADER, rows(state))
        case Output.TABLE:
            typer.echo(f"{sentence(state, found_fields(state)).to(lang)}\n")
            print_table(HEADER, rows(state))
