"""`portfolio`: what is under way towards which goals, what is to be said about it, and initiatives from a table."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(help="Goals, initiatives, the gate, and what vendors promised.", no_args_is_help=True)
Number = Annotated[int, typer.Argument(help="Number of the initiative, as `portfolio initiatives` lists it.")]


@app.command()
def findings(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What the portfolio tells: bracket, isolation, conflicts, order, milestones, responsibility."""
    open_home()
    from leitstern.app.portfolio.documents import finding_document
    from leitstern.app.portfolio.queries import findings_now
    from leitstern.app.portfolio.table import FINDINGS_HEADER, finding_rows
    from leitstern.cli.output import print_csv, print_json

    found = findings_now()
    match output:
        case Output.JSON:
            print_json([finding_document(each) for each in found])
        case Output.CSV:
            print_csv(FINDINGS_HEADER, finding_rows(found, lang))
        case Output.TABLE:
            for each in found:
                typer.echo(f"{'!' if each.alarm else ' '} {each.sentence.to(lang)}")
                for row in each.rows if each.alarm else ():
                    typer.echo(f"    {row.said.to(lang)}")


@app.command()
def goals(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """The target picture with its five-field check and the newest reading of each goal."""
    open_home()
    from django.utils import timezone

    from leitstern.app.portfolio.queries import newest_readings, portfolio
    from leitstern.app.portfolio.table import GOALS_HEADER, goal_rows

    rows = goal_rows(portfolio().goals, newest_readings(), timezone.localdate(), lang)
    short = (
        "id",
        "goal",
        "baseline",
        "target",
        "accountable",
        "missing",
        "reading",
        "low",
        "high",
        "n",
        "day",
    )
    _print(GOALS_HEADER, list(rows), output, short)


@app.command()
def initiatives(output: Format = Output.TABLE) -> None:
    """Every initiative with its state at the gate and how far it stands by itself."""
    open_home()
    from leitstern.app.portfolio.lists import listed
    from leitstern.app.portfolio.table import INITIATIVES_HEADER, initiative_rows

    short = ("id", "initiative", "departments", "goals", "isolation", "state")
    _print(INITIATIVES_HEADER, list(initiative_rows(listed())), output, short)


@app.command()
def purposes(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What artificial intelligence is for: efficiency, relevance or empathy, by initiatives and by money."""
    open_home()
    from django.utils import timezone

    from leitstern.app.portfolio.documents import balance_document
    from leitstern.app.portfolio.queries import portfolio
    from leitstern.app.portfolio.table import PURPOSES_HEADER, purpose_rows
    from leitstern.cli.output import print_json
    from leitstern.core.bridge.portfolio.purposes import balance

    found = balance(portfolio(), timezone.localdate())
    if output is Output.JSON:
        print_json(balance_document(found))
        return
    if output is Output.TABLE:
        typer.echo(found.sentence.to(lang))
    _print(PURPOSES_HEADER, list(purpose_rows(found)), output, tuple(PURPOSES_HEADER))


@app.command()
def results(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What was expected of each approved initiative, the newest result, and whether it came as expected."""
    open_home()
    from leitstern.app.portfolio.queries import outcomes
    from leitstern.app.portfolio.table import RESULTS_HEADER, result_rows

    short = ("id", "initiative", "baseline", "expected", "by", "result", "low", "high", "n", "day", "verdict")
    _print(RESULTS_HEADER, list(result_rows(outcomes(), lang)), output, short)


@app.command("customers")
def customer_outcomes(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Whether customers have contact again, leave or trust, before an initiative began and since."""
    open_home()
    from django.utils import timezone

    from leitstern.app.portfolio.fates import all_became
    from leitstern.app.portfolio.table import BECAME_HEADER, became_rows

    short = ("id", "initiative", "outcome", "whose", "begun", "before", "after", "low", "high", "verdict")
    _print(BECAME_HEADER, list(became_rows(all_became(timezone.localdate()), lang)), output, short)


@app.command()
def responsible(output: Format = Output.TABLE) -> None:
    """Who answers for what, and who has left."""
    open_home()
    from leitstern.app.portfolio.queries import duties
    from leitstern.app.portfolio.table import RESPONSIBLE_HEADER, responsible_rows

    _print(RESPONSIBLE_HEADER, list(responsible_rows(duties())), output, tuple(RESPONSIBLE_HEADER))


@app.command("to-hand-over")
def to_hand_over(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What is answered for by people who have left or whose access was closed, and where it is handed over."""
    open_home()
    from leitstern.app.ties.api import left_document
    from leitstern.app.ties.left import left as found_left
    from leitstern.app.ties.table import LEFT_HEADER, left_rows
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.bridge.ties.left import sentence

    found = found_left()
    match output:
        case Output.JSON:
            print_json(left_document(found))
        case Output.CSV:
            print_csv(LEFT_HEADER, left_rows(found, lang))
        case Output.TABLE:
            typer.echo(sentence(found).to(lang))
            if found:
                print_table(LEFT_HEADER, (list(map(str, row)) for row in left_rows(found, lang)))


@app.command()
def left(
    name: Annotated[str, typer.Argument(help="As `portfolio responsible` lists it.")],
    day: Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"], help="The first day they are not there.")],
) -> None:
    """Say since when somebody no longer answers for anything; what they answered for becomes a gap."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.portfolio.following import keep_holder
    from leitstern.app.portfolio.queries import holder_by_name
    from leitstern.cli.output import say
    from leitstern.core.texts import Text

    found = holder_by_name(name)
    keep_holder(COMMAND_LINE, found, board=found.board, left=day.date())
    told = Text(en="{name}: not there since {day}.", de="{name}: nicht mehr da seit {day}.")
    say(told.fill(name=found.name, day=day.date()))


@app.command()
def back(name: Annotated[str, typer.Argument(help="As `portfolio responsible` lists it.")]) -> None:
    """Somebody is there after all: takes the leaving day back."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.portfolio.following import keep_holder
    from leitstern.app.portfolio.queries import holder_by_name
    from leitstern.cli.output import say
    from leitstern.core.texts import Text

    found = holder_by_name(name)
    keep_holder(COMMAND_LINE, found, board=found.board, left=None)
    say(Text(en="{name}: there.", de="{name}: da.").fill(name=found.name))


@app.command()
def promises(output: Format = Output.TABLE) -> None:
    """What vendors promised, and what they kept."""
    open_home()
    from leitstern.app.portfolio.queries import vendor_promises
    from leitstern.app.portfolio.table import PROMISES_HEADER, promise_rows

    short = ("id", "vendor", "initiative", "capability", "promised", "due", "kept")
    _print(PROMISES_HEADER, list(promise_rows(vendor_promises())), output, short)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A table (.csv or .xlsx).", exists=True, dir_okay=False)],
) -> None:
    """Bring in initiatives from a table: all of them, or none with every mistake named."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.portfolio.bringing import bring_in
    from leitstern.cli.output import say
    from leitstern.core.texts import Text

    brought = bring_in(COMMAND_LINE, file.parent, file.name)
    told = Text(
        en="{new} new initiatives, {changed} changed.", de="{new} neue Initiativen, {changed} geändert."
    )
    say(told.fill(new=brought.new, changed=brought.changed))


@app.command()
def sample(lang: Language = Lang.EN) -> None:
    """A table of initiatives to fill in, as CSV."""
    open_home()
    from leitstern.app.company.queries import current_taxonomy
    from leitstern.cli.output import print_csv
    from leitstern.collect.portfolio_file import sample

    print_csv(*sample(current_taxonomy(), lang))


@app.command()
def approve(
    initiative: Number,
    exception_by: Annotated[
        str, typer.Option("--exception-by", help="Who makes an exception, if the gate is closed.")
    ] = "",
    why: Annotated[str, typer.Option("--why", help="Why it is an exception.")] = "",
) -> None:
    """Approve an initiative and freeze what is expected of it; says what stands against it otherwise."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.portfolio.approving import approve
    from leitstern.app.portfolio.queries import initiative_by_id
    from leitstern.cli.output import say
    from leitstern.core.texts import Text

    approve(COMMAND_LINE, initiative_by_id(initiative), exception_by=exception_by, exception_reason=why)
    say(Text(en="Approved. What was expected is frozen.", de="Genehmigt. Die Erwartung ist eingefroren."))


def _print(header: list[str], rows: list[list[object]], output: Output, short: tuple[str, ...]) -> None:
    from leitstern.cli.output import print_csv, print_json, print_table

    match output:
        case Output.JSON:
            print_json([dict(zip(header, row, strict=True)) for row in rows])
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            print_table(short, ([row[header.index(name)] for name in short] for row in rows))
