"""Adoption: `adoption applications`, `application`, `hand-in`, `withdraw`; and `campaigns teams`, `missing`, `classified`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

adoption = typer.Typer(help="What is used, lived, and felt by customers.", no_args_is_help=True)
campaigns = typer.Typer(help="The register of campaigns, team by team.", no_args_is_help=True)


class Table(StrEnum):
    TEAMS = "teams"
    USAGE = "usage"
    OUTCOMES = "outcomes"
    CAMPAIGNS = "campaigns"
    SENT = "sent"


@adoption.command()
def applications(output: Format = Output.TABLE) -> None:
    """How many teams have reached which rung, by application."""
    open_home()
    from leitstern.app.adoption.documents import overview_document
    from leitstern.app.adoption.models import Watched
    from leitstern.app.adoption.queries import overview
    from leitstern.app.adoption.register import watched_names
    from leitstern.app.adoption.table import APPLICATIONS_HEADER, application_rows
    from leitstern.cli.output import print_csv, print_json, print_table
    from leitstern.core.inside.adoption.rungs import Rung

    if output is Output.JSON:
        print_json(overview_document())
        return
    slugs = dict(Watched.objects.values_list("pk", "slug"))
    rows = list(application_rows(overview(), slugs, watched_names()))
    if output is Output.CSV:
        print_csv(APPLICATIONS_HEADER, rows)
        return
    wanted = ("application", "teams", *(rung.value for rung in Rung), "folded")
    at = [APPLICATIONS_HEADER.index(name) for name in wanted]
    print_table(wanted, [[row[place] for place in at] for row in rows])


@adoption.command()
def application(
    slug: Annotated[str, typer.Argument(help="Short name of the application.")],
    output: Format = Output.TABLE,
) -> None:
    """Where each team stands with an application."""
    open_home()
    from leitstern.app.adoption.documents import ladder_document
    from leitstern.app.adoption.models import Team
    from leitstern.app.adoption.queries import ladder
    from leitstern.app.adoption.register import watched_by_slug
    from leitstern.app.adoption.table import LADDER_HEADER, ladder_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = watched_by_slug(slug)
    if output is Output.JSON:
        print_json(ladder_document(found))
        return
    rows = list(ladder_rows(ladder(found), {each.pk: each for each in Team.objects.all()}))
    if output is Output.CSV:
        print_csv(LADDER_HEADER, rows)
        return
    wanted = ("team", "people", "reached", "next", "installed", "used", "lived", "effective", "score")
    at = [LADDER_HEADER.index(name) for name in wanted]
    print_table(wanted, [[row[place] for place in at] for row in rows])


@adoption.command("hand-in")
def hand_in(
    kind: Annotated[Table, typer.Argument(help="What the table holds.")],
    file: Annotated[Path, typer.Argument(help="The table (.csv, .xlsx).", exists=True, dir_okay=False)],
    lang: Language = Lang.EN,
) -> None:
    """Enter teams, sums of use, answers of customers, campaigns, or what really went out."""
    open_home()
    from django.utils import timezone

    from leitstern.app.adoption.feeding import Kind
    from leitstern.app.adoption.feeding import hand_in as bring
    from leitstern.app.adoption.queries import overview
    from leitstern.app.common.actors import COMMAND_LINE

    here = file.resolve()
    kept = bring(COMMAND_LINE, Kind(kind.value), here.parent, here.name, timezone.localdate())
    overview()
    typer.echo(kept.sentence.to(lang))
    if kept.feed:
        typer.echo(kept.feed.pk)


@adoption.command()
def withdraw(
    feed: Annotated[int, typer.Argument(help="The number that handing it in printed.")],
) -> None:
    """Take a file back; what was known before stands again."""
    open_home()
    from leitstern.app.adoption import feeding
    from leitstern.app.adoption.register import feed_by_id
    from leitstern.app.common.actors import COMMAND_LINE

    feeding.withdraw(COMMAND_LINE, feed_by_id(feed))


@campaigns.command()
def teams(output: Format = Output.TABLE) -> None:
    """Coverage, completeness, validity and classifying in time, team by team."""
    open_home()
    from leitstern.app.adoption.campaign_queries import board
    from leitstern.app.adoption.documents import board_document
    from leitstern.app.adoption.models import Team
    from leitstern.app.adoption.table import CAMPAIGN_TEAMS_HEADER, campaign_team_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    found = board()
    if output is Output.JSON:
        print_json(board_document(found))
        return
    rows = list(campaign_team_rows(found, {each.pk: each for each in Team.objects.all()}))
    if output is Output.CSV:
        print_csv(CAMPAIGN_TEAMS_HEADER, rows)
        return
    at = [
        place
        for place, name in enumerate(CAMPAIGN_TEAMS_HEADER)
        if not name.endswith((" low", " high", " n"))
    ]
    print_table(
        [CAMPAIGN_TEAMS_HEADER[place] for place in at], [[row[place] for place in at] for row in rows]
    )


@campaigns.command()
def missing(output: Format = Output.TABLE) -> None:
    """Campaigns that went out and are in no register."""
    open_home()
    from leitstern.app.adoption import campaign_queries
    from leitstern.app.adoption.table import MISSING_HEADER, missing_rows
    from leitstern.cli.output import print_csv, print_json, print_table

    rows = list(missing_rows(campaign_queries.missing().exclude(campaign_queries.to_hide())))
    match output:
        case Output.JSON:
            print_json([dict(zip(MISSING_HEADER, map(str, row), strict=True)) for row in rows])
        case Output.CSV:
            print_csv(MISSING_HEADER, rows)
        case Output.TABLE:
            print_table(MISSING_HEADER, rows)


@campaigns.command()
def classified(
    team: Annotated[str, typer.Option("--team", help="Short name of a team; all of them without.")] = "",
    output: Format = Output.TABLE,
) -> None:
    """How many campaigns were classified before they went out, month by month."""
    open_home()
    from leitstern.app.adoption.campaign_queries import kept_monthly
    from leitstern.cli.output import print_csv, print_json, print_table

    header = ["month", "kept", "of"]
    rows: list[list[object]] = [
        [f"{month:%Y-%m}", kept, of] for month, kept, of in kept_monthly(team or None)
    ]
    match output:
        case Output.JSON:
            print_json([dict(zip(header, row, strict=True)) for row in rows])
        case Output.CSV:
            print_csv(header, rows)
        case Output.TABLE:
            print_table(header, rows)
