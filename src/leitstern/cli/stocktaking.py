"""Technology: `technology findings`, `applications`, `capabilities`, `advice`, `decide`, `roadmap`, `read`, `keep`, `take-back`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home
from leitstern.core.texts import Text

app = typer.Typer(help="Which systems there are, what works, what is missing.", no_args_is_help=True)
File = Annotated[int, typer.Argument(help="Number of the file, as reading it said.")]
SAYS = Text(en="The rule says: {option}", de="Die Regel sagt: {option}")
READ = Text(
    en="File {n}: {added} new, {changed} changed, {gone} gone. Nothing is kept yet: leitstern technology keep {n}",
    de="Datei {n}: {added} neu, {changed} geändert, {gone} weg. Noch ist nichts übernommen: leitstern technology keep {n}",
)
KEPT = Text(en="Kept.", de="Übernommen.")
BACK = Text(en="Taken back.", de="Zurückgenommen.")
DECIDED = Text(en="Decided.", de="Entschieden.")


class Thing(StrEnum):
    APPLICATION = "application"
    CAPABILITY = "capability"


class Choice(StrEnum):
    NOTHING = "nothing"
    UPGRADE = "upgrade"
    POINT = "point"
    REPLACE = "replace"


class Holds(StrEnum):
    APPLICATIONS = "applications"
    CAPABILITIES = "capabilities"
    DATA = "data"
    INTEGRATIONS = "integrations"
    RATINGS = "ratings"
    LEANIX = "leanix"
    BACKSTAGE = "backstage"


Which = Annotated[Thing, typer.Argument(help="What it is.")]
Slug = Annotated[str, typer.Argument(help="Its short name.")]


@app.command()
def findings(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Islands, duplicates, sources and more, alarms first."""
    open_home()
    from leitstern.app.stack import queries, table
    from leitstern.app.stack.documents import finding_document
    from leitstern.cli.output import print_csv, print_json, print_table

    told = queries.findings_now()
    match output:
        case Output.JSON:
            print_json([finding_document(each) for each in told])
        case Output.CSV:
            print_csv(table.FINDINGS_HEADER, table.finding_rows(told, lang))
        case Output.TABLE:
            rows = [[each.topic.value, each.alarm, each.sentence.to(lang)] for each in told]
            print_table(["topic", "alarm", "finding"], rows)


@app.command()
def applications(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """The inventory of applications."""
    open_home()
    from leitstern.app.stack import queries, table
    from leitstern.app.stack.documents import system_documents
    from leitstern.app.stack.lists import application_lines
    from leitstern.cli.output import print_csv, print_json, print_table

    lines = application_lines(queries.ground())
    match output:
        case Output.JSON:
            print_json(system_documents())
        case Output.CSV:
            print_csv(table.APPLICATIONS_HEADER, table.application_rows(lines, lang))
        case Output.TABLE:
            rows = [
                [each.one.slug, each.one.name, each.one.category.value, bool(each.island), each.duplicate]
                for each in lines
            ]
            print_table(["application", "name", "category", "island", "same kind twice"], rows)


@app.command()
def capabilities(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Capabilities: people, processes, technology, and what the rule says about their gaps."""
    open_home()
    from leitstern.app.stack import queries, table
    from leitstern.app.stack.documents import capability_documents
    from leitstern.app.stack.lists import capability_lines
    from leitstern.cli.output import print_csv, print_json, print_table

    ground = queries.ground()
    lines = capability_lines(ground, ground.inventory.capabilities)
    rows = list(table.capability_rows(lines, ground.inventory.names, lang))
    match output:
        case Output.JSON:
            print_json(capability_documents())
        case Output.CSV:
            print_csv(table.CAPABILITIES_HEADER, rows)
        case Output.TABLE:
            wanted = (
                *("capability", "people", "processes", "technology", "level", "advised", "decided"),
                *("cost per year", "worst function", "worst for customers", "teams at lived"),
            )
            at = [table.CAPABILITIES_HEADER.index(name) for name in wanted]
            print_table(wanted, [[row[place] for place in at] for row in rows])


@app.command()
def advice(thing: Which, slug: Slug, output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What the rule says about an application or a capability, why, and what would change it."""
    open_home()
    from leitstern.app.stack import queries
    from leitstern.app.stack.documents import advice_document
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.inside.stack.advice import OPTIONS
    from leitstern.core.inside.stack.terms import Kind

    found = queries.advice_for(Kind(thing.value), slug)
    rows: list[list[object]] = [["", reason.text.to(lang)] for reason in found.reasons]
    rows += [[OPTIONS[each.option].to(lang), each.condition.to(lang)] for each in found.changes]
    header = ["would say", "why"]
    match output:
        case Output.JSON:
            print_json(advice_document(found))
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            typer.echo(f"{SAYS.fill(option=OPTIONS[found.option]).to(lang)}\n")
            print_table(header, rows)


@app.command()
def decide(
    thing: Which,
    slug: Slug,
    option: Annotated[Choice, typer.Argument(help="What is to be done.")],
    reason: Annotated[str, typer.Option(help="Why.")],
    by: Annotated[str, typer.Option(help="Who answers for replacing it, by name.")] = "",
    lang: Language = Lang.EN,
) -> None:
    """Decide about an application or a capability; replacing needs a named person."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.stack import deciding
    from leitstern.core.inside.stack.advice import Option
    from leitstern.core.inside.stack.terms import Kind

    deciding.decide(COMMAND_LINE, Kind(thing.value), slug, Option(option.value), reason, by)
    typer.echo(DECIDED.to(lang))


@app.command()
def roadmap(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Stages, their gates, and what stands against them."""
    open_home()
    from leitstern.app.stack import queries, table
    from leitstern.app.stack.documents import stage_document
    from leitstern.cli.output import print_csv, print_json, print_table

    steps = queries.roadmap_now()
    match output:
        case Output.JSON:
            print_json([stage_document(each) for each in steps])
        case Output.CSV:
            print_csv(table.ROADMAP_HEADER, table.roadmap_rows(steps, lang))
        case Output.TABLE:
            rows = [row[:4] for row in table.roadmap_rows(steps, lang)]
            print_table(table.ROADMAP_HEADER[:4], rows)


@app.command()
def read(
    holds: Annotated[Holds, typer.Argument(help="What the file holds.")],
    file: Annotated[Path, typer.Argument(help="The file (.csv, .xlsx, .yaml).", exists=True, dir_okay=False)],
    whole: Annotated[bool, typer.Option("--whole", help="What it leaves out is gone.")] = False,
    lang: Language = Lang.EN,
) -> None:
    """Read a file and say what it would change; nothing is kept."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.stack import importing
    from leitstern.app.stack.documents import file_document
    from leitstern.collect.stack.brought import Origin

    row = importing.bring(COMMAND_LINE, file.parent, file.name, Origin(holds.value), whole=whole)
    found = file_document(row)
    counts = {"added": len(found.added), "changed": len(found.changed), "gone": len(found.gone)}
    typer.echo(READ.fill(n=row.pk, **counts).to(lang))


@app.command()
def keep(file: File, lang: Language = Lang.EN) -> None:
    """Let what a file says stand."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.stack import importing

    importing.keep(COMMAND_LINE, importing.import_by_id(file))
    typer.echo(KEPT.to(lang))


@app.command("take-back")
def take_back(file: File, lang: Language = Lang.EN) -> None:
    """Take a file back; what was there before stands again."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.stack import importing

    importing.withdraw(COMMAND_LINE, importing.import_by_id(file))
    typer.echo(BACK.to(lang))
