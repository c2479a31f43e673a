"""`incentives`: the register, templates to begin with, tables, what is taken out, and conflicts decided."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home
from leitstern.core.texts import Text

app = typer.Typer(help="What is rewarded, and where it pulls both ways.", no_args_is_help=True)
First = Annotated[str, typer.Argument(help="Short name of a key figure.")]
Second = Annotated[str, typer.Argument(help="Short name of the other one.")]
HANDFUL = Text(
    en="{n} conflicts of aims are open: more than a handful.",
    de="{n} Zielkonflikte sind offen: mehr als eine Handvoll.",
)
CARRY = Text(
    en="{roles} of {all_roles} roles are rewarded for customers; {units} of {all_units} back-office departments carry a key figure of theirs.",
    de="{roles} von {all_roles} Rollen werden für die Kundschaft belohnt; {units} von {all_units} Backoffice-Bereichen tragen eine Kennzahl von ihr.",
)


class Table(StrEnum):
    FIGURES = "figures"
    WEIGHTS = "weights"
    VALUES = "values"
    CASES = "cases"


class Cause(StrEnum):
    ABUSE = "abuse"
    EXTERNAL = "external"


@app.command()
def figures(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """The register of key figures."""
    open_home()
    from leitstern.app.incentives.documents import figure_documents
    from leitstern.cli.output import flat, print_csv, print_json, print_table

    found = figure_documents()
    match output:
        case Output.JSON:
            print_json(found)
        case Output.CSV:
            header, rows = flat([each.model_copy(update={"pushes": []}) for each in found])
            print_csv(header, rows)
        case Output.TABLE:
            rows = [[each.figure, each.name, each.unit, each.origin, each.rewarded] for each in found]
            print_table(["figure", "name", "department", "origin", "rewarded"], rows)


@app.command()
def coverage(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """How far customers reach into what is rewarded, by role and by back-office department."""
    open_home()
    from leitstern.app.company.former import unit_names
    from leitstern.app.incentives import queries
    from leitstern.app.incentives.documents import coverage_document
    from leitstern.app.incentives.register import register
    from leitstern.app.incentives.table import ROLES_HEADER, role_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    known = register()
    found, units = queries.coverage(known), unit_names()
    rows = list(role_rows(known, found, units, lang))
    match output:
        case Output.JSON:
            print_json(coverage_document(found))
        case Output.CSV:
            print_csv(ROLES_HEADER, rows)
        case Output.TABLE:
            said = CARRY.fill(
                roles=found.roles_with,
                all_roles=len(found.roles),
                units=found.units_with,
                all_units=len(found.back_office),
            )
            typer.echo(f"{said.to(lang)}\n")
            print_table(ROLES_HEADER, rows)


@app.command()
def conflicts(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Conflicts of aims, the most severe first."""
    open_home()
    from leitstern.app.incentives import queries
    from leitstern.app.incentives.documents import conflict_document
    from leitstern.app.incentives.table import CONFLICTS_HEADER, conflict_rows
    from leitstern.cli.output import print_csv, print_json, print_table, shown

    board = queries.conflicts()
    documents = [conflict_document(line) for line in board.lines]
    match output:
        case Output.JSON:
            print_json(documents)
        case Output.CSV:
            print_csv(CONFLICTS_HEADER, conflict_rows(board.lines, lang))
        case Output.TABLE:
            if board.too_many:
                typer.echo(f"{HANDFUL.fill(n=len(board.open)).to(lang)}\n")
            wanted = ("first", "second", "state", "found", "correlation", "severity")
            header, rows = shown(documents, lang)
            at = [header.index(name) for name in wanted] if rows else []
            print_table(wanted, [[row[place] for place in at] for row in rows])


@app.command("hand-in")
def hand_in(
    kind: Annotated[Table, typer.Argument(help="What the table holds.")],
    file: Annotated[Path, typer.Argument(help="The table (.csv, .xlsx).", exists=True, dir_okay=False)],
    lang: Language = Lang.EN,
) -> None:
    """Enter the register, rewards of roles, monthly values, or cases that are scored and forgotten."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.incentives.bringing import Kind
    from leitstern.app.incentives.bringing import hand_in as bring

    here = file.resolve()
    kept = bring(COMMAND_LINE, Kind(kind.value), here.parent, here.name, timezone.localdate())
    typer.echo(kept.sentence.to(lang))


@app.command()
def exclusions(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What is taken out before key figures are scored, by which rule, and how often."""
    open_home()
    from leitstern.app.incentives.documents import exclusion_documents
    from leitstern.cli.output import tell

    found = exclusion_documents()
    tell(output, found, found, lang)


@app.command()
def exclude(
    name: Annotated[str, typer.Argument(help="What the rule is called.")],
    reasons: Annotated[list[str], typer.Argument(help="Reasons as they stand in tables of cases.")],
    why: Annotated[
        Cause, typer.Option("--why", help="Why such a case says nothing about whoever handled it.")
    ],
    figure: Annotated[str, typer.Option("--figure", help="Of this key figure alone (short name).")] = "",
) -> None:
    """Take cases with these reasons out before scoring, from the next table of cases on."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.incentives import keeping
    from leitstern.app.incentives.register import figure_by_slug
    from leitstern.core.inside.incentives.attribution import Why

    of = figure_by_slug(figure) if figure else None
    typer.echo(keeping.enter_rule(COMMAND_LINE, name, Why(why.value), reasons, of).pk)


@app.command()
def include(
    rule: Annotated[int, typer.Argument(help="Number, as `incentives exclusions` lists it.")],
) -> None:
    """Let a rule no longer hold; what it took out stays counted."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.incentives import keeping
    from leitstern.app.incentives.register import rule_by_id

    keeping.withdraw_rule(COMMAND_LINE, rule_by_id(rule))


@app.command()
def templates(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Key figures and conflicts to begin with."""
    open_home()
    from leitstern.app.incentives.documents import template_documents
    from leitstern.cli.output import print_csv, print_json, print_table

    found = template_documents()
    rows = [
        *(["figure", each.template, getattr(each.name, lang.value)] for each in found.figures),
        *(["conflict", each.template, getattr(each.name, lang.value)] for each in found.conflicts),
    ]
    match output:
        case Output.JSON:
            print_json(found)
        case Output.CSV:
            print_csv(["kind", "template", "name"], rows)
        case Output.TABLE:
            print_table(["kind", "template", "name"], rows)


@app.command()
def begin(
    template: Annotated[str, typer.Argument(help="As `incentives templates` lists it.")],
    unit: Annotated[str, typer.Argument(help="Department of the key figure, or of the first of two.")],
    other: Annotated[str, typer.Argument(help="Department of the second key figure of a conflict.")] = "",
    lang: Language = Lang.EN,
) -> None:
    """Enter a key figure, or with two departments both of a conflict and what they push, from a template."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.incentives import beginning

    made = (
        list(beginning.begin_conflict(COMMAND_LINE, template, (unit, other), lang.value))
        if other
        else [beginning.begin_figure(COMMAND_LINE, template, unit, lang.value)]
    )
    for each in made:
        typer.echo(each.slug)


@app.command()
def confirm(
    first: First,
    second: Second,
    why: Annotated[str, typer.Option("--why", help="What people say about it.")] = "",
) -> None:
    """Say that a conflict is one."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.incentives import deciding

    deciding.confirm(COMMAND_LINE, first, second, why)


@app.command()
def refuse(
    first: First,
    second: Second,
    why: Annotated[str, typer.Option("--why", help="The reason; it is needed.")] = "",
) -> None:
    """Say that a conflict is none, and why."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.incentives import deciding

    deciding.refuse(COMMAND_LINE, first, second, why)


@app.command()
def first(
    one: First,
    other: Second,
    figure: Annotated[str, typer.Option("--figure", help="Which of the two goes first in doubt.")],
    condition: Annotated[str, typer.Option("--when", help="When that holds.")],
    owner: Annotated[str, typer.Option("--owner", help="Who answers for it.")],
    review: Annotated[
        datetime, typer.Option("--review", help="When it is looked at again.", formats=["%Y-%m-%d"])
    ],
) -> None:
    """Decide which key figure of a confirmed conflict goes first."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.incentives import deciding

    deciding.prioritise(
        COMMAND_LINE, one, other, figure, condition, owner, review.date(), today=timezone.localdate()
    )
