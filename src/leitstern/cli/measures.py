"""`measures`: what was decided about gaps, what came of it, and what gaps come from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(
    help="What was decided about gaps, what came of it, and what gaps come from.", no_args_is_help=True
)
Number = Annotated[int, typer.Argument(help="Number of the measure, as `measures list` has it.")]


class Main(StrEnum):
    PEOPLE = "people"
    PROCESS = "process"
    LEADERSHIP = "leadership"
    INCENTIVE = "incentive"
    DATA = "data"
    TECHNOLOGY = "technology"
    UNKNOWN = "unknown"


@app.command("list")
def list_(output: Format = Output.TABLE) -> None:
    """Everything decided, newest first."""
    open_home()
    from leitstern.app.bridge.documents import measure_document
    from leitstern.app.bridge.judging import judgements
    from leitstern.app.bridge.queries import with_causes
    from leitstern.app.bridge.table import HEADER, measure_rows
    from leitstern.app.outside.reading import require_published
    from leitstern.cli.output import print_csv, print_json, print_table

    decided = list(with_causes())
    results = judgements(require_published(), decided)
    match output:
        case Output.JSON:
            print_json([measure_document(*pair) for pair in zip(decided, results, strict=True)])
        case Output.CSV:
            print_csv(HEADER, measure_rows(decided, results))
        case Output.TABLE:
            wanted = ("id", "title", "touchpoint", "facet", "owner", "due", "verdict", "cause")
            at = [HEADER.index(name) for name in wanted]
            print_table(wanted, [[row[i] for i in at] for row in measure_rows(decided, results)])


@app.command()
def causes(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What gaps come from, the most frequent cause first, and how many do not come from technology."""
    open_home()
    from leitstern.app.bridge import queries
    from leitstern.app.bridge.documents import causes_document
    from leitstern.app.bridge.table import CAUSES_HEADER, cause_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = queries.causes()
    match output:
        case Output.JSON:
            print_json(causes_document())
        case Output.CSV:
            print_csv(CAUSES_HEADER, cause_rows(found, lang))
        case Output.TABLE:
            shown = CAUSES_HEADER[1:8]
            print_table(shown, [row[1:8] for row in cause_rows(found, lang)])
            typer.echo(f"\n{found.tested.to(lang)}")


@app.command()
def cause(
    number: Number,
    main: Annotated[Main, typer.Argument(help="The main cause; `unknown` is an honest answer.")],
    observation: Annotated[str, typer.Option("--because", help="One sentence: what speaks for it.")] = "",
    further: Annotated[
        list[Main] | None, typer.Option("--also", help="A further cause; several times.")
    ] = None,
) -> None:
    """Say what the gap of a measure comes from, or correct it; what was said before stays."""
    open_home()
    from leitstern.app.bridge.actions import say_cause
    from leitstern.app.bridge.queries import measure_by_id
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.core.bridge.causes import Cause, CauseDraft

    known = [Cause(each.value) for each in further or () if each is not Main.UNKNOWN]
    draft = CauseDraft(None if main is Main.UNKNOWN else Cause(main.value), tuple(known), observation)
    say_cause(COMMAND_LINE, measure_by_id(number), draft)


@app.command()
def acting(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Known gaps, how long each has been known, and what was decided about it."""
    open_home()
    from django.utils import timezone

    from leitstern.app.bridge.documents import acting_document
    from leitstern.app.bridge.known import acting_now
    from leitstern.app.bridge.table import ACTING_HEADER, acting_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    rows = acting_rows(acting_now(), timezone.localdate(), lang)
    match output:
        case Output.JSON:
            print_json(acting_document())
        case Output.CSV:
            print_csv(ACTING_HEADER, rows)
        case Output.TABLE:
            print_table(ACTING_HEADER, rows)


@app.command("hand-over")
def hand_over(number: Number, to: Annotated[str, typer.Argument(help="A name or role.")]) -> None:
    """Say who answers for a measure from now on; who did before stays readable."""
    open_home()
    from leitstern.app.bridge.handing import hand_over_measure
    from leitstern.app.bridge.queries import measure_by_id
    from leitstern.app.common.actors import COMMAND_LINE

    hand_over_measure(COMMAND_LINE, measure_by_id(number), to)
