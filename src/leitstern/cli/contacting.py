"""`policy`: what must, may and must not follow an occasion, and how personal contacts are made."""

from __future__ import annotations

from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home
from leitstern.core.texts import Text

app = typer.Typer(
    help="Which contact must, may or must not follow an occasion, and how personal it is.",
    no_args_is_help=True,
)
AGREED = Text(en="Agreed: {rule}", de="Vereinbart: {rule}")
WITHDRAWN = Text(en="Withdrawn: {rule}", de="Zurückgezogen: {rule}")
REINSTATED = Text(en="It holds again: {rule}", de="Gilt wieder: {rule}")
RuleNumber = Annotated[int, typer.Argument(help="Number of the rule, as `policy rules` lists it.")]


@app.command()
def rules(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """How far each contact rule is kept, the worst first."""
    open_home()
    from leitstern.app.policy.counting import counted_rules
    from leitstern.app.policy.documents import rule_document
    from leitstern.app.policy.queries import rules
    from leitstern.app.policy.table import RULES_HEADER, rule_rows
    from leitstern.cli.output import print_csv, print_json

    lines = counted_rules(rules())
    match output:
        case Output.JSON:
            print_json([rule_document(line) for line in lines])
        case Output.CSV:
            print_csv(RULES_HEADER, rule_rows(lines, lang))
        case Output.TABLE:
            for line in lines:
                mark = "!" if line.broken else " "
                typer.echo(f"{mark} {line.row.pk:>3}  {line.said.to(lang)}\n       {line.kept_said.to(lang)}")


@app.command()
def personal(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """How personal contacts are made at each touchpoint that was asked about, and why."""
    open_home()
    from leitstern.app.policy.documents import personal_document
    from leitstern.app.policy.personal import personal_lines
    from leitstern.app.policy.table import PERSONAL_HEADER, personal_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    lines = personal_lines()
    rows = list(personal_rows(lines, lang))
    match output:
        case Output.JSON:
            print_json([personal_document(line) for line in lines])
        case Output.CSV:
            print_csv(PERSONAL_HEADER, rows)
        case Output.TABLE:
            print_table(PERSONAL_HEADER[:5], [row[:5] for row in rows])


@app.command()
def agree(rule: RuleNumber, lang: Language = Lang.EN) -> None:
    """Agree to a rule: from now on it holds."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.policy import keeping, naming, queries

    row = keeping.agree(COMMAND_LINE, queries.rule_by_id(rule))
    typer.echo(AGREED.fill(rule=naming.rule_name(row)).to(lang))


@app.command()
def withdraw(rule: RuleNumber, lang: Language = Lang.EN) -> None:
    """Take a rule back; it stays readable."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.policy import keeping, naming, queries

    row = keeping.withdraw_rule(COMMAND_LINE, queries.rule_by_id(rule))
    typer.echo(WITHDRAWN.fill(rule=naming.rule_name(row)).to(lang))


@app.command()
def reinstate(rule: RuleNumber, lang: Language = Lang.EN) -> None:
    """Let a rule hold again, unless another says the opposite by now."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.policy import keeping, naming, queries

    row = keeping.reinstate_rule(COMMAND_LINE, queries.rule_by_id(rule))
    typer.echo(REINSTATED.fill(rule=naming.rule_name(row)).to(lang))
