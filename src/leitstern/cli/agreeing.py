"""`leitstern terms agreement`: do departments mean the same by the same words?"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(help="Do departments mean the same by the same words?", no_args_is_help=True)
Check = Annotated[int, typer.Argument(help="The number of the check.")]


@app.command("list")
def list_checks(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """All checks with what came out."""
    open_home()
    from leitstern.app.taxonomy.agreement import checks, result
    from leitstern.app.taxonomy.documents import check_document
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.stats.estimate import Estimate

    header = ["check", "asked", "departments", "alpha", "low", "high", "n", "verdict"]
    rows: list[list[object]] = []
    for each in checks():
        found = result(each)
        alpha = found.alpha if found else None
        known = (
            [alpha.value, alpha.low, alpha.high, alpha.n] if isinstance(alpha, Estimate) else ["", "", "", ""]
        )
        units = ", ".join(seat.unit for seat in each.seats.all())
        told = [round(value, 3) if isinstance(value, float) else value for value in known]
        rows.append([each.pk, each.asked, units, *told, found.verdict.to(lang) if found else ""])
    match output:
        case Output.JSON:
            print_json([check_document(each) for each in checks()])
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            print_table(header, rows)


@app.command("open")
def open_check(
    departments: Annotated[list[str], typer.Argument(help="Short names, two or more.")],
    asked: Annotated[str, typer.Option("--asked", help="touchpoint, department or stage.")] = "department",
    seed: Annotated[int | None, typer.Option("--seed", help="Draws the same words again.")] = None,
    lang: Language = Lang.EN,
) -> None:
    """Draw the words and print each department's token."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.taxonomy.agreement import asked_named
    from leitstern.app.taxonomy.agreement import open_check as begin

    check = begin(COMMAND_LINE, asked_named(asked), departments, lang, seed=seed)
    typer.echo(check.pk)
    for seat in check.seats.all():
        typer.echo(f"{seat.unit} {seat.token}")


@app.command("words")
def words(check: Check) -> None:
    """A table to be filled in: the words, and the choices below."""
    open_home()
    from leitstern.app.taxonomy.agreement import check_by_id, names_in
    from leitstern.cli.output import print_csv

    here = check_by_id(check)
    print_csv(["word", "choice"], [[word, ""] for word in here.words])
    typer.echo(
        json.dumps({slug: name.en for slug, name in names_in(here).items()}, ensure_ascii=False), err=True
    )


@app.command("answer")
def answer(
    token: Annotated[str, typer.Argument(help="Of the department's link.")],
    file: Annotated[Path, typer.Argument(help="The filled table (.csv): word, choice.", exists=True)],
) -> None:
    """Hand in what a department says, once and for good."""
    open_home()
    from leitstern.app.taxonomy.agreement import answer as keep
    from leitstern.app.taxonomy.agreement import seat_by_token

    with file.open(encoding="utf-8-sig", newline="") as lines:
        given = {row.get("word") or "": row.get("choice") or "" for row in csv.DictReader(lines)}
    keep(seat_by_token(token), given)


@app.command("show")
def show(check: Check, output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What came out, word by word."""
    open_home()
    from leitstern.app.company.former import unit_names
    from leitstern.app.taxonomy.agreement import check_by_id, names_in, result
    from leitstern.app.taxonomy.documents import check_document
    from leitstern.app.taxonomy.table import WORD_HEADER, word_rows
    from leitstern.cli.output import print_csv, print_json, print_table, say

    here = check_by_id(check)
    found = result(here)
    rows = list(word_rows(found, names_in(here), unit_names(), lang)) if found else []
    match output:
        case Output.JSON:
            print_json(check_document(here))
        case Output.CSV:
            print_csv(WORD_HEADER, rows)
        case Output.TABLE:
            if found:
                say(found.verdict)
            print_table(WORD_HEADER, rows)


@app.command("close")
def close(check: Check) -> None:
    """Show what came out; no more answers are taken."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.taxonomy.agreement import check_by_id
    from leitstern.app.taxonomy.agreement import close as end

    end(COMMAND_LINE, check_by_id(check))


@app.command("withdraw")
def withdraw(
    check: Check, undo: Annotated[bool, typer.Option("--undo", help="Let it count again.")] = False
) -> None:
    """Take a check back; it stays readable and no longer counts."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.taxonomy import agreement as checks

    (checks.reinstate if undo else checks.withdraw)(COMMAND_LINE, checks.check_by_id(check))
