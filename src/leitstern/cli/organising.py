"""The organisation register: `organisation findings`, `units`, `merge`, `roles`, `interfaces`, `duties`, `skills`, `journeys`, …"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ninja import Schema

app = typer.Typer(help="Units, roles, what is handed over, and who answers for what.", no_args_is_help=True)


Unit = Annotated[str, typer.Argument(help="Short name of the unit.")]


class Table(StrEnum):
    UNITS = "units"
    ROLES = "roles"
    INTERFACES = "interfaces"
    DUTIES = "duties"
    SKILLS = "skills"
    USES = "uses"


@app.command()
def findings(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What the register shows; what asks for something to be done comes first."""
    open_home()
    from leitstern.app.structure.documents import finding_documents
    from leitstern.cli.output import print_csv, print_json, shown

    found = finding_documents()
    match output:
        case Output.JSON:
            print_json(found)
        case Output.CSV:
            print_csv(*shown(found, lang))
        case Output.TABLE:
            for each in found:
                mark = "!" if each.alarm else " "
                typer.echo(f"{mark} {getattr(each.sentence, lang.value)}")


@app.command()
def units(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Units; how many people only where they are enough."""
    open_home()
    from leitstern.app.structure.documents import unit_documents

    found = unit_documents()
    columns = _columns(found, ["unit", "parent", "cut", "people", "experience", "merged"])
    _print(found, output, lang, "units", columns)


@app.command()
def roles(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Roles; of those that too few people hold, only that there is one."""
    open_home()
    from leitstern.app.structure.documents import role_documents

    found = role_documents()
    _print(found, output, lang, "roles", _columns(found, ["id", "role", "unit", "people", "ambassador"]))


@app.command()
def interfaces(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What is handed over, and whether the two sides contradict each other."""
    open_home()
    from leitstern.app.structure import reading
    from leitstern.app.structure.documents import interface_document

    found = [interface_document(each) for each in reading.interfaces()]
    columns = _columns(found, ["id", "giver", "receiver", "what", "contradicted", "credited"])
    _print(found, output, lang, "interfaces", columns)


@app.command()
def duties(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Pieces of work and what is wrong with who answers for them."""
    open_home()
    from leitstern.app.structure.documents import work_documents

    found = work_documents()
    rows: list[list[object]] = [
        [each.id, getattr(each.name, lang.value), "; ".join(getattr(m, lang.value) for m in each.mistakes)]
        for each in found
    ]
    _print(found, output, lang, "duties", (["id", "work", "mistakes"], rows))


@app.command()
def skills(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Demand against supply per unit of enough people."""
    open_home()
    from leitstern.app.structure.documents import skill_documents

    found = skill_documents()
    rows: list[list[object]] = [
        [each.unit, getattr(each.name, lang.value), each.needed, _said(each.there.low, each.there.high)]
        for each in found
    ]
    _print(found, output, lang, "skills", (["unit", "skill", "needed", "there"], rows))


@app.command()
def journeys(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Journeys against the structure: how many steps one role carries."""
    open_home()
    from leitstern.app.structure import queries
    from leitstern.app.structure.documents import journey_documents
    from leitstern.app.structure.table import JOURNEY_HEADER, journey_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    match output:
        case Output.JSON:
            print_json(journey_documents())
        case Output.CSV:
            print_csv(JOURNEY_HEADER, journey_rows(queries.alignments_now(), lang))
        case Output.TABLE:
            rows = [
                [each.journey.slug, len(each.steps), each.carried, len(each.unregistered)]
                for each in queries.alignments_now()
            ]
            print_table(["journey", "steps", "carried", "handovers without interface"], rows)


@app.command()
def ended(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What was ended, and how often it was used since."""
    open_home()
    from leitstern.app.structure.documents import ended_documents

    found = ended_documents()
    _print(found, output, lang, "uses", _columns(found, ["id", "thing", "name", "ended", "times", "last"]))


@app.command()
def rename(
    unit: Unit,
    name: Annotated[str, typer.Argument(help="What it is called from now on.")],
    parent: Annotated[
        str, typer.Option(help="Short name of the unit above it; nothing is the company.")
    ] = "",
    back_office: Annotated[
        bool, typer.Option("--back-office", help="It has no customers of its own.")
    ] = False,
    lang: Language = Lang.EN,
) -> None:
    """Rename or move a unit that the taxonomy does not have."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.structure.queries import require_row
    from leitstern.app.structure.units import move_unit

    _say(move_unit(COMMAND_LINE, require_row(unit), name, parent, back_office=back_office).slug, lang)


@app.command()
def merge(
    unit: Unit,
    into: Annotated[str, typer.Argument(help="Short name of the unit it went on in.")],
    since: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Since which day.")],
    lang: Language = Lang.EN,
) -> None:
    """Say into which unit another was merged; what was said of it stays, under the name it had."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.structure.units import merge_unit

    _say(merge_unit(COMMAND_LINE, unit, into, since.date()).slug, lang)


@app.command()
def close(unit: Unit, lang: Language = Lang.EN) -> None:
    """Close a unit that the taxonomy does not have; nothing of it goes on in another."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.structure.queries import require_row
    from leitstern.app.structure.units import close_unit

    _say(close_unit(COMMAND_LINE, require_row(unit)).slug, lang)


@app.command()
def separate(unit: Unit, lang: Language = Lang.EN) -> None:
    """Undo a merger or a closing: the unit stands by itself again."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.structure.queries import require_row
    from leitstern.app.structure.units import separate_unit

    _say(separate_unit(COMMAND_LINE, require_row(unit)).slug, lang)


@app.command("hand-in")
def hand_in(
    kind: Annotated[Table, typer.Argument(help="What the table holds.")],
    file: Annotated[Path, typer.Argument(help="The table (.csv, .xlsx).", exists=True, dir_okay=False)],
    lang: Language = Lang.EN,
) -> None:
    """Enter a table: all of it or nothing."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.structure.bringing import Kind
    from leitstern.app.structure.bringing import hand_in as bring

    here = file.resolve()
    brought = bring(COMMAND_LINE, Kind(kind.value), here.parent, here.name, timezone.localdate())
    typer.echo(brought.sentence.to(lang))


def _print(
    found: Sequence[Schema],
    output: Output,
    lang: Lang,
    kind: str,
    table: tuple[list[str], list[list[object]]],
) -> None:
    """As documents, as the table that can be handed in again, or as a short table."""
    from leitstern.app.structure.bringing import Kind
    from leitstern.app.structure.table import header, rows
    from leitstern.cli.output import print_csv, print_json, print_table

    match output:
        case Output.JSON:
            print_json(found)
        case Output.CSV:
            print_csv(header(Kind(kind), lang), rows(Kind(kind), lang))
        case Output.TABLE:
            print_table(*table)


def _say(unit: str, lang: Lang) -> None:
    """What a unit is called from now on."""
    from leitstern.app.company.former import unit_names

    typer.echo(f"{unit}: {unit_names()[unit].to(lang)}")


def _columns(found: Sequence[Schema], wanted: list[str]) -> tuple[list[str], list[list[object]]]:
    return wanted, [[getattr(each, name) for name in wanted] for each in found]


def _said(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
