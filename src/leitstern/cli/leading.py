"""`leadership`: what leaders do, how much of it they can do, whether it is felt, and what comes in as files."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(
    help="Acts, minutes and hours of leaders, and how their backing is felt.", no_args_is_help=True
)
Area = Annotated[str, typer.Option("--area", help="Short name of a department; its board area counts.")]
Day = Annotated[datetime, typer.Option("--day", help="When it was.", formats=["%Y-%m-%d"])]


class Act(StrEnum):
    DIALOGUE = "dialogue"
    VISIT = "visit"
    COACHING = "coaching"
    DECISION = "decision"
    HURDLE = "hurdle"


class Circle(StrEnum):
    BOARD = "board"
    STEERING = "steering"


class Table(StrEnum):
    ACTS = "acts"
    MEETINGS = "meetings"


@app.command()
def attention(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Whether the leaders' attention holds: acts a month against what had settled."""
    open_home()
    from leitstern.app.leadership.documents import attention_document
    from leitstern.app.leadership.queries import attention_now
    from leitstern.cli.output import tell

    found, said = attention_document(), attention_now().sentence
    if output is Output.TABLE and said:
        typer.echo(f"{said.to(lang)}\n")
    tell(output, found, found.months, lang)


@app.command()
def acts(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Acts of leaders, newest first."""
    open_home()
    from leitstern.app.leadership.areas import place_names
    from leitstern.app.leadership.documents import act_document
    from leitstern.app.leadership.queries import standing_acts
    from leitstern.app.leadership.table import ACTS_HEADER, act_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = standing_acts()
    match output:
        case Output.JSON:
            print_json([act_document(row) for row in found])
        case Output.CSV:
            print_csv(ACTS_HEADER, act_rows(found, place_names(), lang))
        case Output.TABLE:
            rows = [row[1:6] for row in act_rows(found, place_names(), lang)]
            print_table(ACTS_HEADER[1:6], rows)


@app.command()
def presence(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Acts of each board area by quarter, and its visits against those it agreed on."""
    open_home()
    from django.utils import timezone

    from leitstern.app.leadership.areas import area_names
    from leitstern.app.leadership.place_documents import SHOWN, presence_documents
    from leitstern.app.leadership.queries import presence as found
    from leitstern.app.leadership.table import PRESENCE_HEADER, presence_rows
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.months import quarters

    rows = presence_rows(found(), quarters(timezone.localdate(), SHOWN), area_names(), lang)
    match output:
        case Output.JSON:
            print_json(presence_documents())
        case Output.CSV:
            print_csv(PRESENCE_HEADER, rows)
        case Output.TABLE:
            print_table(PRESENCE_HEADER, rows)


@app.command()
def where(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Who lives an application, who does not, and how often leaders were there: an association, never an effect."""
    open_home()
    from django.utils import timezone

    from leitstern.app.leadership.accompanying import applications
    from leitstern.app.leadership.areas import place_names
    from leitstern.app.leadership.place_documents import accompanied_documents
    from leitstern.app.leadership.table import WHERE_HEADER, where_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    if output is Output.JSON:
        print_json(accompanied_documents())
        return
    found = applications(timezone.localdate())
    rows = where_rows(found, place_names(), lang)
    if output is Output.CSV:
        print_csv(WHERE_HEADER, rows)
    else:
        for each in found:
            typer.echo(f"{each.name}: {each.found.sentence.to(lang)}")
        print_table(WHERE_HEADER, rows)


@app.command()
def act(
    kind: Annotated[Act, typer.Argument(help="What it was.")],
    said: Annotated[str, typer.Argument(help="In one line; nobody's name.")],
    area: Area,
    day: Day,
    place: Annotated[str, typer.Option("--at", help="Where: a department, or words.")] = "",
    follows: Annotated[str, typer.Option("--follows", help="What follows from it.")] = "",
) -> None:
    """Enter one accompanying act."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.leadership.acting import enter_act
    from leitstern.core.bridge.leadership.drafts import ActDraft
    from leitstern.core.bridge.leadership.terms import ActKind

    draft = ActDraft(day.date(), ActKind(kind.value), area, said, place, follow_up=follows)
    typer.echo(enter_act(COMMAND_LINE, draft).pk)


@app.command()
def meetings(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Agendas: minutes, and those on customers."""
    open_home()
    from leitstern.app.leadership.documents import meeting_document
    from leitstern.app.leadership.queries import standing_meetings
    from leitstern.app.leadership.table import MEETINGS_HEADER, meeting_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = standing_meetings()
    match output:
        case Output.JSON:
            print_json([meeting_document(row) for row in found])
        case Output.CSV:
            print_csv(MEETINGS_HEADER, meeting_rows(found, lang))
        case Output.TABLE:
            print_table(MEETINGS_HEADER[1:], [row[1:] for row in meeting_rows(found, lang)])


@app.command()
def meeting(
    minutes: Annotated[int, typer.Argument(help="Minutes in all.")],
    customers: Annotated[int, typer.Argument(help="Minutes on customers.")],
    day: Day,
    circle: Annotated[Circle, typer.Option("--of", help="Whose meeting.")] = Circle.BOARD,
    decided: Annotated[str, typer.Option("--decided", help="What was decided.")] = "",
    evidence: Annotated[str, typer.Option("--evidence", help="Which evidence of customers there was.")] = "",
) -> None:
    """Enter the agenda of one meeting."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.leadership.acting import enter_meeting
    from leitstern.core.bridge.leadership import terms
    from leitstern.core.bridge.leadership.drafts import MeetingDraft

    draft = MeetingDraft(day.date(), minutes, customers, terms.Circle(circle.value), decided, evidence)
    typer.echo(enter_meeting(COMMAND_LINE, draft).pk)


@app.command()
def hours(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Hours declared and taken per board area, and what could be dropped."""
    open_home()
    from leitstern.app.leadership.areas import area_names
    from leitstern.app.leadership.documents import load_documents
    from leitstern.app.leadership.queries import loads
    from leitstern.app.leadership.table import HOURS_HEADER, hour_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    match output:
        case Output.JSON:
            print_json(load_documents())
        case Output.CSV:
            print_csv(HOURS_HEADER, hour_rows(loads(), area_names(), lang))
        case Output.TABLE:
            print_table(HOURS_HEADER, hour_rows(loads(), area_names(), lang))


@app.command()
def backing(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Backing as staff feel it per wave, beside what leaders say and did."""
    open_home()
    from leitstern.app.leadership.documents import backing_documents
    from leitstern.cli.output import tell

    found = backing_documents()
    tell(output, found, found, lang)


@app.command()
def agreement(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """How far leaders agree, by secret votes."""
    open_home()
    from leitstern.app.leadership.documents import vote_document
    from leitstern.app.leadership.queries import votes
    from leitstern.cli.output import tell

    found = [vote_document(row) for row in votes()]
    tell(output, found, [each.model_copy(update={"things": []}) for each in found], lang)


@app.command()
def duties(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Three duties of leaders and four recommendations, with what shows them."""
    open_home()
    from django.utils import timezone

    from leitstern.app.leadership import checklist
    from leitstern.app.leadership.documents import duties_document
    from leitstern.cli.output import print_csv, print_json, print_table

    today = timezone.localdate()
    header = ["point", "status", "fact", "holds"]
    rows = [
        [point.name.to(lang), point.status.value, fact.said.to(lang), fact.holds]
        for point in (*checklist.duties(today), *checklist.recommendations(today))
        for fact in point.facts
    ]
    match output:
        case Output.JSON:
            print_json(duties_document())
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            print_table(header, rows)


@app.command("hand-in")
def hand_in(
    kind: Annotated[Table, typer.Argument(help="What the table holds.")],
    file: Annotated[Path, typer.Argument(help="The table (.csv, .xlsx).", exists=True, dir_okay=False)],
    lang: Language = Lang.EN,
) -> None:
    """Acts of leaders or agendas of meetings from a table."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.leadership import bringing

    here = file.resolve()
    kept = bringing.hand_in(
        COMMAND_LINE, bringing.Kind(kind.value), here.parent, here.name, timezone.localdate()
    )
    typer.echo(kept.sentence.to(lang))


@app.command()
def calendar(
    file: Annotated[Path, typer.Argument(help="The calendar (.ics).", exists=True, dir_okay=False)],
    area: Area,
    lang: Language = Lang.EN,
) -> None:
    """Acts out of the calendar of a board area: only entries with a category that is an act are kept."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.leadership.bringing import hand_in_calendar

    kept = hand_in_calendar(COMMAND_LINE, file.resolve(), area, timezone.localdate())
    typer.echo(kept.sentence.to(lang))
