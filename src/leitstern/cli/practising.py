"""`practice`: principles and how far they are kept, the stop list, pilots, stories, and counts from a table."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.recalling import agreements, tell
from leitstern.cli.setup import open_home
from leitstern.core.texts import Text

app = typer.Typer(
    help="What holds, what has ended, what is tried, and what is worth telling.", no_args_is_help=True
)
KEPT = Text(en="{n} monthly counts were kept.", de="{n} Monatszählungen wurden gespeichert.")

app.command("agreements")(agreements)
app.command("tell")(tell)
APPROVED = Text(en="“{title}” is approved.", de="„{title}“ ist freigegeben.")
PUBLISHED = Text(
    en="“{title}” is published: everybody who works with the program may read it.",
    de="„{title}“ ist veröffentlicht: Alle, die mit dem Programm arbeiten, können es lesen.",
)
TAKEN_UP = Text(
    en="“{title}” is used in {unit} since {day}.", de="„{title}“ wird in {unit} genutzt seit {day}."
)
SEEN = Text(en="“{title}” was shown in {unit} on {day}.", de="„{title}“ wurde in {unit} gezeigt am {day}.")
STANDARD = Text(en="“{title}” is standard from {day} on.", de="„{title}“ ist Standard ab {day}.")
StoryNumber = Annotated[int, typer.Argument(help="Number of the story, as `practice stories` lists it.")]


class Shown(StrEnum):
    STORY = "story"
    PILOT = "pilot"


class Counts(StrEnum):
    PRINCIPLES = "principles"
    USES = "uses"


@app.command()
def principles(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """How far each principle is kept."""
    open_home()
    from leitstern.app.practice.documents import principle_document
    from leitstern.app.practice.measuring import kept
    from leitstern.app.practice.queries import principles
    from leitstern.app.practice.table import PRINCIPLES_HEADER, principle_rows
    from leitstern.cli.output import print_csv, print_json
    from leitstern.core.bridge.practice.sentences import how_kept

    found = kept(list(principles()))
    match output:
        case Output.JSON:
            print_json([principle_document(each) for each in found])
        case Output.CSV:
            print_csv(PRINCIPLES_HEADER, principle_rows(found))
        case Output.TABLE:
            for each in found:
                mark = "!" if each.course.falls else " "
                typer.echo(f"{mark} {how_kept(each.course, each.row.sentence).to(lang)}")


@app.command("stop-list")
def stop_list(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What has ended, and whether it is used all the same."""
    open_home()
    from django.utils import timezone

    from leitstern.app.practice.documents import stop_document
    from leitstern.app.practice.measuring import stopped
    from leitstern.app.practice.queries import stop_list
    from leitstern.app.practice.table import STOP_HEADER, stop_rows
    from leitstern.cli.output import print_csv, print_json
    from leitstern.core.bridge.practice.sentences import used_again
    from leitstern.core.bridge.practice.stopping import STANDINGS

    found = stopped(list(stop_list()), timezone.localdate())
    match output:
        case Output.JSON:
            print_json([stop_document(each) for each in found])
        case Output.CSV:
            print_csv(STOP_HEADER, stop_rows(found, lang))
        case Output.TABLE:
            for each in found:
                if each.slipping and each.relapse:
                    typer.echo(f"! {used_again(each.relapse, each.row.name).to(lang)}")
                else:
                    typer.echo(f"  {each.row.name}: {STANDINGS[each.standing].to(lang)}")


@app.command()
def pilots(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What is or was tried, and what was learned."""
    open_home()
    from django.utils import timezone

    from leitstern.app.practice.documents import pilot_document
    from leitstern.app.practice.queries import pilots
    from leitstern.app.practice.reading import pilot_lines
    from leitstern.app.practice.table import PILOTS_HEADER, pilot_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = pilot_lines(pilots(), timezone.localdate())
    rows = list(pilot_rows(found, lang))
    match output:
        case Output.JSON:
            print_json([pilot_document(each) for each in found])
        case Output.CSV:
            print_csv(PILOTS_HEADER, rows)
        case Output.TABLE:
            print_table(PILOTS_HEADER[:4], [row[:4] for row in rows])


@app.command()
def stories(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Every story and how far it has come."""
    open_home()
    from leitstern.app.practice.documents import story_document
    from leitstern.app.practice.models import Story
    from leitstern.app.practice.reading import story_lines
    from leitstern.app.practice.table import STORIES_HEADER, story_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = story_lines(Story.objects.all())
    rows = list(story_rows(found, lang))
    match output:
        case Output.JSON:
            print_json([story_document(each) for each in found])
        case Output.CSV:
            print_csv(STORIES_HEADER, rows)
        case Output.TABLE:
            print_table(STORIES_HEADER[:5], [row[:5] for row in rows])


@app.command("bright-spots")
def bright_spots(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Where customers live clearly more than elsewhere: worth telling."""
    open_home()
    from leitstern.app.practice.documents import bright_document
    from leitstern.app.practice.shining import shining
    from leitstern.cli.output import flat, print_csv, print_json

    found = shining()
    documents = [bright_document(each) for each in found]
    match output:
        case Output.JSON:
            print_json(documents)
        case Output.CSV:
            print_csv(*flat(documents))
        case Output.TABLE:
            for each in found:
                typer.echo(each.sentence.to(lang))


@app.command()
def count(
    kind: Annotated[Counts, typer.Argument(help="What the table counts.")],
    file: Annotated[Path, typer.Argument(help="The table (.csv, .xlsx).", exists=True, dir_okay=False)],
    lang: Language = Lang.EN,
) -> None:
    """Bring monthly counts from a table: all of them, or none with every mistake named."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.practice import counting

    here = file.resolve()
    bring = counting.bring_counts if kind is Counts.PRINCIPLES else counting.bring_uses
    batch = bring(COMMAND_LINE, here.parent, here.name, timezone.localdate())
    typer.echo(KEPT.fill(n=batch.counts.count() + batch.uses.count()).to(lang))


@app.command()
def approve(story: StoryNumber, lang: Language = Lang.EN) -> None:
    """Let a story be told, in the words it has now."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.practice import queries, telling

    row = telling.approve(COMMAND_LINE, queries.story_by_id(story))
    typer.echo(APPROVED.fill(title=row.title).to(lang))


@app.command()
def publish(story: StoryNumber, lang: Language = Lang.EN) -> None:
    """Let everybody read an approved story."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.practice import queries, telling

    row = telling.publish(COMMAND_LINE, queries.story_by_id(story))
    typer.echo(PUBLISHED.fill(title=row.title).to(lang))


@app.command("take-up")
def take_up(
    of: Annotated[Shown, typer.Argument(help="What is taken up.")],
    number: Annotated[int, typer.Argument(help="Its number, as `practice stories` or `pilots` lists it.")],
    unit: Annotated[str, typer.Option(help="Short name of the department.")],
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Since when; today otherwise.")
    ] = None,
    lang: Language = Lang.EN,
) -> None:
    """Say that a department works the way a story or a pilot showed."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.practice import queries, spreading

    row = queries.story_by_id(number) if of is Shown.STORY else queries.pilot_by_id(number)
    taken = spreading.take_up(COMMAND_LINE, row, unit, since.date() if since else timezone.localdate())
    typer.echo(TAKEN_UP.fill(title=row.title, unit=taken.unit, day=taken.since).to(lang))


@app.command("show-pilot")
def show_pilot(
    number: Annotated[int, typer.Argument(help="Its number, as `practice pilots` lists it.")],
    unit: Annotated[str, typer.Option(help="Short name of the department.")],
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="On which day; today otherwise.")
    ] = None,
    lang: Language = Lang.EN,
) -> None:
    """Say that a department was shown a pilot or lighthouse project."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.practice import queries, trying

    row = queries.pilot_by_id(number)
    shown = trying.show(COMMAND_LINE, row, unit, day.date() if day else timezone.localdate())
    typer.echo(SEEN.fill(title=row.title, unit=shown.unit, day=shown.day).to(lang))


@app.command()
def standard(
    of: Annotated[Shown, typer.Argument(help="What becomes standard.")],
    number: Annotated[int, typer.Argument(help="Its number, as `practice stories` or `pilots` lists it.")],
    conditions: Annotated[str, typer.Option(help="Under which it works elsewhere, too.")],
    principle: Annotated[int | None, typer.Option(help="Number of the principle it became.")] = None,
    step: Annotated[str, typer.Option(help="Or the step it became.")] = "",
    touchpoint: Annotated[str, typer.Option(help="Short name of the touchpoint of the step.")] = "",
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="From when on; today otherwise.")
    ] = None,
    lang: Language = Lang.EN,
) -> None:
    """Make a published story, or a pilot that was carried through, how we work: a principle, or a step."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.practice import queries, spreading

    row = queries.story_by_id(number) if of is Shown.STORY else queries.pilot_by_id(number)
    made = spreading.make_standard(
        COMMAND_LINE,
        row,
        since.date() if since else timezone.localdate(),
        conditions,
        principle=queries.principle_by_id(principle) if principle is not None else None,
        step=step,
        touchpoint=touchpoint,
    )
    typer.echo(STANDARD.fill(title=row.title, day=made.day).to(lang))
