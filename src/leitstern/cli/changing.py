"""`change`: who is told what, whether it arrives, what is said when, and who has a part in shaping it."""

from __future__ import annotations

from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

app = typer.Typer(help="Briefs, comprehension, communication calendar and co-design.", no_args_is_help=True)
Number = Annotated[int, typer.Argument(help="Number of the initiative, as `portfolio initiatives` lists it.")]


@app.command()
def coverage(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Which affected roles have been told what changes in their daily work, and how much of it was opened."""
    open_home()
    from leitstern.app.change.documents import coverage_document
    from leitstern.app.change.queries import coverage_now
    from leitstern.app.change.reaching import reach_by_role
    from leitstern.app.change.table import COVERAGE_HEADER, coverage_rows
    from leitstern.app.company.former import unit_names
    from leitstern.cli.output import print_csv, print_json

    found, reach = coverage_now(), reach_by_role()
    rows = list(coverage_rows(found, reach, unit_names(), lang))
    match output:
        case Output.JSON:
            print_json(coverage_document(found, reach))
        case Output.CSV:
            print_csv(COVERAGE_HEADER, rows)
        case Output.TABLE:
            typer.echo(found.sentence.to(lang))
            _table(
                COVERAGE_HEADER, rows, ("id", "initiative", "role", "told", "copies", "opened", "not shown")
            )


@app.command()
def pulse(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What staff answered in the newest published pulse, by department."""
    open_home()
    from leitstern.app.change.documents import pulse_document
    from leitstern.app.change.pulses import newest_pulse
    from leitstern.app.change.table import PULSE_HEADER, pulse_rows
    from leitstern.cli.output import print_csv, print_json
    from leitstern.core.bridge.change.pulse import sentence

    found = newest_pulse()
    told = found.sentence if found else sentence(None, ())
    rows = list(pulse_rows(found, lang)) if found else []
    match output:
        case Output.JSON:
            print_json(pulse_document(found, told))
        case Output.CSV:
            print_csv(PULSE_HEADER, rows)
        case Output.TABLE:
            typer.echo(told.to(lang))
            _table(PULSE_HEADER, rows, ("department", "asked", "n", "share", "low", "high", "hidden"))


@app.command()
def calendar(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """What is said to whom and when, and who hears too late or never."""
    open_home()
    from django.utils import timezone

    from leitstern.app.change.queries import gaps_now, messages
    from leitstern.app.change.table import CALENDAR_HEADER, calendar_rows
    from leitstern.app.company.former import unit_names
    from leitstern.cli.output import print_csv, print_json

    found = list(messages())
    rows = list(calendar_rows(found, unit_names(), lang))
    match output:
        case Output.JSON:
            print_json([dict(zip(CALENDAR_HEADER, row, strict=True)) for row in rows])
        case Output.CSV:
            print_csv(CALENDAR_HEADER, rows)
        case Output.TABLE:
            for gap in gaps_now(found, timezone.localdate()):
                typer.echo(f"! {gap.text.to(lang)}")
            _table(CALENDAR_HEADER, rows, ("id", "day", "what", "channel", "who", "said on"))


@app.command()
def workshops(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """Co-design workshops, who took part, and what came of them."""
    open_home()
    from leitstern.app.change.queries import shapings
    from leitstern.app.change.shaping_documents import shaping_document
    from leitstern.app.change.table import SHAPINGS_HEADER, shaping_rows
    from leitstern.app.company.former import unit_names
    from leitstern.cli.output import print_csv, print_json

    found = list(shapings())
    rows = list(shaping_rows(found, unit_names(), lang))
    match output:
        case Output.JSON:
            print_json([shaping_document(row) for row in found])
        case Output.CSV:
            print_csv(SHAPINGS_HEADER, rows)
        case Output.TABLE:
            _table(SHAPINGS_HEADER, rows, ("id", "day", "workshop", "departments", "invited", "took part"))


@app.command()
def customers(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """For which processes, touchpoints and journeys customers took part in shaping them."""
    open_home()
    from leitstern.app.change.involving import involvement_now
    from leitstern.app.change.shaping_documents import involvement_document
    from leitstern.app.change.table import INVOLVED_HEADER, involved_rows
    from leitstern.cli.output import print_csv, print_json

    found = involvement_now()
    rows = list(involved_rows(found, lang))
    match output:
        case Output.JSON:
            print_json(involvement_document(found))
        case Output.CSV:
            print_csv(INVOLVED_HEADER, rows)
        case Output.TABLE:
            typer.echo(found.sentence.to(lang))
            _table(INVOLVED_HEADER, rows, ("place", "name", "customers took part", "last with customers"))


@app.command()
def publish(
    initiative: Number,
    language: Annotated[str, typer.Option("--language", help="Language of the brief: de or en.")] = "de",
) -> None:
    """Let the draft of a brief go out as the next version."""
    open_home()
    from leitstern.app.change.briefing import publish
    from leitstern.app.change.queries import NO_BRIEF, brief_in
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.app.portfolio.queries import initiative_by_id
    from leitstern.cli.output import say
    from leitstern.core.errors import NotFound
    from leitstern.core.texts import Text

    brief = brief_in(initiative_by_id(initiative), language)
    if brief is None:
        raise NotFound(NO_BRIEF)
    out = Text(
        en="Version {n} is out. Its words no longer change.",
        de="Fassung {n} ist hinausgegangen. Ihre Worte ändern sich nicht mehr.",
    )
    say(out.fill(n=publish(COMMAND_LINE, brief).number))


def _table(header: list[str], rows: list[list[object]], short: tuple[str, ...]) -> None:
    from leitstern.cli.output import print_table

    print_table(short, ([row[header.index(name)] for name in short] for row in rows))
