"""`knowledge`: which of our digital touchpoints rooms know."""

from __future__ import annotations

from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(
    help="Which of our digital touchpoints rooms know, tested against the register.", no_args_is_help=True
)
Number = Annotated[int, typer.Argument(help="Number of the test, as `knowledge list` shows it.")]


@app.command("list")
def list_tests(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Every test with its index: real names recognised minus invented ones ticked."""
    open_home()
    from leitstern.app.surveys.knowing_documents import short_knowledge
    from leitstern.app.surveys.known import asked
    from leitstern.cli.output import tell

    found = [short_knowledge(each) for each in asked().prefetch_related("answers")]
    tell(output, found, found, lang)


@app.command()
def show(test: Number, output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Name by name: the least known touchpoints first, then the invented ones most often ticked."""
    open_home()
    from leitstern.app.surveys.knowing_documents import knowledge_document
    from leitstern.app.surveys.known import asked_by_id, known_in
    from leitstern.cli.output import say, tell

    found = asked_by_id(test)
    document = knowledge_document(found)
    if output is Output.TABLE:
        say(known_in(found).sentence)
    tell(output, document, [*document.touchpoints, *document.tempting], lang)


@app.command("open")
def open_test(lang: Language = Lang.EN) -> None:
    """Ask a room; phones tick at the path that is printed."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.surveys.knowing import open_test

    opened = open_test(COMMAND_LINE)
    typer.echo(f"{opened.pk}\t/k/{opened.token}")


@app.command()
def reveal(test: Number, lang: Language = Lang.EN) -> None:
    """Close a test and say what the room knows."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.surveys.knowing import reveal_test
    from leitstern.app.surveys.known import asked_by_id, known_in

    typer.echo(known_in(reveal_test(COMMAND_LINE, asked_by_id(test))).sentence.to(lang))
