"""`leitstern watch`: does what was reached hold?"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(help="Does what was reached hold, or does the change fall back?", no_args_is_help=True)
Day = Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"])]


@app.command("show")
def show(
    output: Format = Output.TABLE,
    lang: Language = Lang.EN,
    at: Annotated[str, typer.Option("--at", help="A month like 2025-03: as it was seen then.")] = "",
) -> None:
    """Every series against the level it had reached, and the alarms."""
    open_home()
    from leitstern.app.watch.api import seen_at
    from leitstern.app.watch.documents import watch_document
    from leitstern.app.watch.table import WATCH_HEADER, watch_rows
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.bridge.watch.words import state

    seen = seen_at(at)
    match output:
        case Output.JSON:
            print_json(watch_document(seen))
        case Output.CSV:
            print_csv(WATCH_HEADER, watch_rows(seen, lang))
        case Output.TABLE:
            typer.echo(seen.sentence.to(lang))
            typer.echo("")
            print_table(
                ["series", "name", "state"],
                (
                    [each.stream.slug, each.stream.name.to(lang), state(each).to(lang)]
                    for each in seen.readings
                ),
            )


@app.command("course")
def course(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """The programme quarter by quarter: steps, what slipped, alarms."""
    open_home()
    from leitstern.app.watch.course import course as whole
    from leitstern.app.watch.documents import course_document
    from leitstern.app.watch.table import COURSE_HEADER, course_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = whole()
    match output:
        case Output.JSON:
            print_json(course_document(found))
        case Output.CSV:
            print_csv(COURSE_HEADER, course_rows(found, lang))
        case Output.TABLE:
            typer.echo(found.sentence.to(lang))
            typer.echo("")
            print_table(COURSE_HEADER, (list(map(str, row)) for row in course_rows(found, lang)))


@app.command("settle")
def settle(
    series: Annotated[str, typer.Argument(help="As `leitstern watch show` names it.")],
    start: Day,
    end: Day,
    why: Annotated[str, typer.Option("--why", help="So that others understand it in a year.")],
    lang: Language = Lang.EN,
) -> None:
    """Say from when to when a series was settled; what comes after is held against it."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.settled.keeping import settle_level
    from leitstern.app.watch.queries import watching
    from leitstern.app.watch.streams import stream_by_slug
    from leitstern.core.bridge.watch.words import state

    today = timezone.localdate()
    settle_level(COMMAND_LINE, stream_by_slug(series, today), start.date(), end.date(), why, today=today)
    typer.echo(state(watching(today).one(series)).to(lang))


@app.command("look")
def look_now(lang: Language = Lang.EN) -> None:
    """Look at everything now and sound the alarm if the change fell back; the worker does so every day."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.watch.queries import watching
    from leitstern.app.watch.sounding import look

    today = timezone.localdate()
    sounded = look(COMMAND_LINE, today)
    typer.echo(watching(today).sentence.to(lang))
    if sounded and sounded.decision:
        typer.echo(sounded.decision.question)


@app.command("close")
def close(
    alarm: int,
    outcome: Annotated[str, typer.Option("--outcome", help="countered, intended or false.")],
    why: Annotated[str, typer.Option("--why", help="What happened, and what was done.")],
    lang: Language = Lang.EN,
) -> None:
    """Say how an alarm ended; what it rested on is watched anew from today."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.watch.keeping import close_alarm, outcome_of
    from leitstern.app.watch.queries import alarm_by_id

    close_alarm(COMMAND_LINE, alarm_by_id(alarm), outcome_of(outcome), why)
    _say_now(lang)


@app.command("reopen")
def reopen(alarm: int, lang: Language = Lang.EN) -> None:
    """An alarm is not over after all."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.watch.keeping import reopen_alarm
    from leitstern.app.watch.queries import alarm_by_id

    reopen_alarm(COMMAND_LINE, alarm_by_id(alarm))
    _say_now(lang)


@app.command("own-words")
def own_words(output: Format = Output.TABLE) -> None:
    """What departments say the change means, and how it was judged."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.watch.wording_documents import WordingOut, own_words_document
    from leitstern.cli.output import print_csv, print_json, print_table

    found = own_words_document(COMMAND_LINE.actor_id)
    header = list(WordingOut.model_fields)
    rows = [list(each.model_dump().values()) for each in found.wordings]
    match output:
        case Output.JSON:
            print_json(found)
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            typer.echo(found.meaning.text if found.meaning else "")
            typer.echo("")
            print_table(header, rows)


@app.command("mean")
def mean(text: str) -> None:
    """Say what the change means: own words are held against it."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.watch.own_words import say_meaning

    typer.echo(say_meaning(COMMAND_LINE, text).text)


@app.command("keep-words")
def keep_words(unit: str, day: Day, text: str) -> None:
    """Keep what a department says the change means; two others judge it."""
    open_home()
    from django.utils import timezone

    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.watch.own_words import keep_wording

    typer.echo(keep_wording(COMMAND_LINE, unit, day.date(), text, today=timezone.localdate()).pk)


@app.command("judge")
def judge(
    wording: Annotated[int, typer.Argument(help="As `leitstern watch own-words` numbers it.")],
    *,
    same: Annotated[bool, typer.Option("--same/--changed", help="Is it still the same change?")],
) -> None:
    """Judge a department's words; once, and never those that were kept from here."""
    open_home()
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.watch.own_words import judge_wording, verdict, wording_by_id

    found = wording_by_id(wording)
    judge_wording(COMMAND_LINE, found, same=same)
    seen = verdict(found)
    typer.echo(f"{seen.same}/{seen.readers}")


def _say_now(lang: str) -> None:
    from django.utils import timezone

    from leitstern.app.watch.queries import watching

    typer.echo(watching(timezone.localdate()).sentence.to(lang))
