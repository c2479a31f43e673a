"""Targets and boundaries from a terminal: `incentives targets`, `set-target`, …, `boundaries`, `set-boundary`, …"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.rewarding import app
from leitstern.cli.setup import open_home

__all__ = ["app"]
Boundary = Annotated[int, typer.Argument(help="Number, as `incentives boundaries` lists it.")]


@app.command()
def targets(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """How much of the rewards is to hang on customers, and how far one has come."""
    open_home()
    from leitstern.app.incentives.target_documents import targets_document
    from leitstern.cli.output import tell

    found = targets_document()
    tell(output, found, found.targets, lang)


@app.command("below-target")
def below_target(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Roles of enough people, less of whose reward hangs on customers than was decided."""
    open_home()
    from leitstern.app.incentives.target_documents import targets_document
    from leitstern.cli.output import tell

    found = targets_document().below
    tell(output, found, found, lang)


@app.command("set-target")
def set_target(
    percent: Annotated[
        int, typer.Argument(help="Percent of rewards that are to hang on customers.", min=1, max=100)
    ],
    by: Annotated[datetime, typer.Option("--by", help="By when.", formats=["%Y-%m-%d"])],
    owner: Annotated[str, typer.Option("--owner", help="Who decided it.")],
    unit: Annotated[str, typer.Option("--unit", help="Of this department alone (short name).")] = "",
) -> None:
    """Decide how much is to hang on customers; it takes the place of the target before."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.incentives import targets as deciding

    made = deciding.set_target(COMMAND_LINE, percent, by.date(), owner, unit, today=timezone.localdate())
    typer.echo(made.pk)


@app.command("withdraw-target")
def withdraw_target(
    target: Annotated[int, typer.Argument(help="Number, as `incentives targets` lists it.")],
) -> None:
    """Take a target back; the one before stands again."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.incentives import targets as deciding

    deciding.withdraw_target(COMMAND_LINE, deciding.target_by_id(target))


@app.command()
def boundaries(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What nobody has to accept from customers, what happens then, and how often it came to that."""
    open_home()
    from leitstern.app.company.former import unit_names
    from leitstern.app.incentives.boundaries import boundaries as protocol
    from leitstern.app.incentives.table import BOUNDARIES_HEADER, boundary_rows
    from leitstern.app.incentives.target_documents import boundary_documents
    from leitstern.cli.output import print_csv, print_json, print_table

    match output:
        case Output.JSON:
            print_json(boundary_documents())
        case Output.CSV:
            print_csv(BOUNDARIES_HEADER, boundary_rows(protocol(), unit_names(), lang))
        case Output.TABLE:
            rows = [
                [
                    each.id,
                    each.what,
                    each.decider,
                    each.since,
                    sum(c.cases for c in each.counts),
                    each.taken_out,
                ]
                for each in boundary_documents()
            ]
            print_table(["id", "boundary", "who decides", "since", "cases", "taken out of scoring"], rows)


@app.command("set-boundary")
def set_boundary(
    what: Annotated[str, typer.Argument(help="What nobody has to accept.")],
    then: Annotated[str, typer.Option("--then", help="What happens then.")],
    decider: Annotated[str, typer.Option("--decides", help="Which role decides.")],
    since: Annotated[datetime, typer.Option("--since", help="Since when.", formats=["%Y-%m-%d"])],
    rule: Annotated[
        int | None, typer.Option("--rule", help="The exclusion that takes such cases out of scoring.")
    ] = None,
) -> None:
    """Say what employees need not accept from customers."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.incentives.boundaries import enter_boundary
    from leitstern.app.incentives.register import rule_by_id

    found = rule_by_id(rule) if rule is not None else None
    typer.echo(enter_boundary(COMMAND_LINE, what, then, decider, since.date(), found).pk)


@app.command("count-boundary")
def count_boundary(
    boundary: Boundary,
    unit: Annotated[str, typer.Argument(help="Department (short name).")],
    month: Annotated[datetime, typer.Argument(help="The month.", formats=["%Y-%m"])],
    cases: Annotated[int, typer.Argument(help="How many cases.", min=0)],
) -> None:
    """Say how many cases a department of enough people had in a month; of nobody who."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.incentives.boundaries import boundary_by_id, count_cases

    count_cases(COMMAND_LINE, boundary_by_id(boundary), unit, month.date(), cases, today=timezone.localdate())


@app.command("withdraw-boundary")
def withdraw_boundary(boundary: Boundary) -> None:
    """Let a boundary no longer hold; what was counted stays."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.incentives.boundaries import boundary_by_id, withdraw_boundary

    withdraw_boundary(COMMAND_LINE, boundary_by_id(boundary))
