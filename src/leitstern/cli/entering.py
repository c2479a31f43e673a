"""`contact`: contacts entered by hand, and what was agreed in them."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home
from leitstern.core.texts import Text

app = typer.Typer(help="Contacts entered by hand, and what was agreed in them.", no_args_is_help=True)
KEPT = Text(
    en="Kept as contact {number}. It waits to be counted.",
    de="Als Kontakt {number} gespeichert. Er wartet darauf, gezählt zu werden.",
)
DONE = Text(en="Done: {said}", de="Erledigt: {said}")
WITHDRAWN = Text(
    en="Contact {number} was withdrawn. It does not count, and stays readable.",
    de="Kontakt {number} wurde zurückgezogen. Er zählt nicht und bleibt lesbar.",
)
COUNTED = Text(en="Counted: {count}", de="Gezählt: {count}")
Number = Annotated[
    int, typer.Argument(help="Number of the contact, as `contact add` and `contact steps` say it.")
]
Day = "A day: 27.11., 2026-11-27, Friday, +3."


@app.command()
def add(
    number: Annotated[str, typer.Argument(help="The customer's number; only its fingerprint is kept.")],
    touchpoint: Annotated[str, typer.Argument(help="Short name, name or synonym.")],
    kind: Annotated[
        str, typer.Option(help="Kind of number, as in the mapping; else the one used last.")
    ] = "",
    at: Annotated[str, typer.Option(help="now, 9:40, -20 (minutes ago), yesterday 14:15, 21.11. 9:00.")] = "",
    reason: Annotated[str, typer.Option(help="Why they got in touch.")] = "",
    told_again: Annotated[
        str, typer.Option(help="Whether they had to say again what you knew: yes, no, or nothing.")
    ] = "",
    note: Annotated[str, typer.Option(help="Names and numbers are made unrecognisable.")] = "",
    promise: Annotated[str, typer.Option(help="Short name of the promise that was made.")] = "",
    due: Annotated[str, typer.Option(help=f"Until when it was promised. {Day}")] = "",
    step: Annotated[str, typer.Option(help="What happens next.")] = "",
    department: Annotated[str, typer.Option(help="Which department does it.")] = "",
    step_due: Annotated[str, typer.Option("--by", help=f"By when. {Day}")] = "",
    scale: Annotated[
        str, typer.Option(help="Which question was asked, word for word: csat, ces or nps.")
    ] = "",
    value: Annotated[str, typer.Option(help="What they answered.")] = "",
    words: Annotated[str, typer.Option(help="What they said with it.")] = "",
    arrived: Annotated[str, typer.Option(help="When a letter arrived.")] = "",
    key: Annotated[str, typer.Option(help="Under the same key it stays one contact.")] = "",
) -> None:
    """Enter a contact."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.desk import keeping
    from leitstern.app.desk.models import Way
    from leitstern.app.desk.typed import Typed
    from leitstern.cli.output import say

    typed = Typed(
        number=number,
        kind=kind,
        touchpoint=touchpoint,
        at=at,
        arrived=arrived,
        reason=reason,
        told_again=told_again,
        note=note,
        scale=scale,
        value=value,
        words=words,
        promise=promise,
        due=due,
        step=step,
        department=department,
        step_due=step_due,
    )
    entry = keeping.enter(COMMAND_LINE, typed, Way.TERMINAL, key or token_urlsafe())
    say(KEPT.fill(number=entry.pk))


@app.command()
def steps(
    department: Annotated[str, typer.Option(help="Short name of a department; else all.")] = "",
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
) -> None:
    """What is still to be done, the first due first."""
    open_home()
    from leitstern.app.desk.documents import step_document
    from leitstern.app.desk.queries import agreed
    from leitstern.app.desk.table import STEPS, step_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = agreed(department)
    match output:
        case Output.JSON:
            print_json([step_document(each) for each in found])
        case Output.CSV:
            print_csv(STEPS, step_rows(found, lang))
        case Output.TABLE:
            print_table(STEPS, step_rows(found, lang))


@app.command()
def done(
    number: Number,
    promise: Annotated[
        bool, typer.Option("--promise", help="The promise is kept, not the step done.")
    ] = False,
) -> None:
    """Say that the next step is done, or the promise kept."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.desk import keeping, queries
    from leitstern.cli.output import say

    entry = keeping.complete(COMMAND_LINE, queries.entry_by_id(number), "promise" if promise else "step")
    say(DONE.fill(said=entry.promise if promise else entry.step))


@app.command()
def withdraw(number: Number) -> None:
    """Take a contact back; it stays readable."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.desk import keeping, queries
    from leitstern.cli.output import say

    say(WITHDRAWN.fill(number=keeping.withdraw(COMMAND_LINE, queries.entry_by_id(number)).pk))


@app.command()
def count() -> None:
    """Count now what waits."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.desk.counting import count_now
    from leitstern.cli.output import say

    say(COUNTED.fill(count=count_now(COMMAND_LINE)))
