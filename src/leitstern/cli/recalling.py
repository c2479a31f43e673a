"""`practice agreements` and `practice tell`: what retrospectives agreed on, and what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home
from leitstern.core.bridge.practice.retrospectives import BECAME, Became
from leitstern.core.texts import Text

TOLD = Text(en="“{what}”: {how}.", de="„{what}“: {how}.")
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="On which day; today otherwise.")]


def agreements(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What retrospectives agreed on, overdue first."""
    open_home()
    from leitstern.app.practice.recalled import agreements, retrospectives_ever
    from leitstern.app.practice.retrospective_api import retrospectives_document
    from leitstern.app.practice.table import AGREEMENTS_HEADER, agreement_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    rows = list(agreement_rows(agreements(retrospectives_ever().filter(withdrawn=None)), lang))
    match output:
        case Output.JSON:
            print_json(retrospectives_document())
        case Output.CSV:
            print_csv(AGREEMENTS_HEADER, rows)
        case Output.TABLE:
            typer.echo(getattr(retrospectives_document().sentence, lang))
            print_table(AGREEMENTS_HEADER[:8], [row[:8] for row in rows])


def tell(
    number: Annotated[int, typer.Argument(help="Its number, as `practice agreements` lists it.")],
    how: Annotated[Became, typer.Argument(help="What became of it.")],
    words: Annotated[str, typer.Argument(help="In a few words: what changed, or why not.")],
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Until when it is put off.")
    ] = None,
    owner: Annotated[str, typer.Option(help="To whom it is handed on.")] = "",
    day: Day = None,
    lang: Language = Lang.EN,
) -> None:
    """Say what became of an agreement: done, dropped, postponed or handed_on."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.practice import recalled, retrospecting
    from leitstern.core.bridge.practice.retrospectives import NewsDraft

    row, on = recalled.agreement_by_id(number), day.date() if day else timezone.localdate()
    draft = NewsDraft(how, on, words, until.date() if until else None, owner)
    retrospecting.tell(COMMAND_LINE, row, draft)
    typer.echo(TOLD.fill(what=row.what, how=BECAME[how]).to(lang))
