"""Keeping adoption from a terminal: `adoption look-at`, `define`, `meaning`, `live`, `rollout`, …; `campaigns rules`, `spellings`, …"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leitstern.cli.adopting import adoption, campaigns
from leitstern.cli.options import Format, Lang, Language, Output
from leitstern.cli.setup import open_home

__all__ = ["adoption", "campaigns"]
DAYS = ["%Y-%m-%d"]
MONTHS = ["%Y-%m"]


class Kind(StrEnum):
    WORKFLOW = "workflow"
    USE_CASE = "use_case"
    DASHBOARD = "dashboard"
    ACCESS = "access"
    TRAINING = "training"


Application = Annotated[str, typer.Argument(help="Short name of the application.")]
Active = Annotated[str, typer.Option("--active", help="Who counts as active in a week.")]
Workflow = Annotated[str, typer.Option("--workflow", help="The core workflow.")]
Features = Annotated[list[str] | None, typer.Option("--feature", help="A required feature; once for each.")]
Principle = Annotated[str, typer.Option("--principle", help="The principle to be kept.")]
Metadata = Annotated[str, typer.Option("--metadata", help="What has to be filled in.")]
Touchpoint = Annotated[str, typer.Option("--touchpoint", help="Where customers should notice.")]
Statement = Annotated[str, typer.Option("--statement", help="By which statement they should.")]
Since = Annotated[
    datetime | None,
    typer.Option("--since", help="From which month on; else from the beginning.", formats=MONTHS),
]
Number = Annotated[int, typer.Argument(help="Its number.")]


@adoption.command("look-at")
def look_at(
    name: Annotated[str, typer.Argument(help="What the application is called.")],
    active: Active,
    slug: Annotated[str, typer.Option("--slug", help="Its short name in the register of technology.")] = "",
    workflow: Workflow = "",
    feature: Features = None,
    principle: Principle = "",
    metadata: Metadata = "",
    touchpoint: Touchpoint = "",
    statement: Statement = "",
    since: Since = None,
) -> None:
    """Look at the use of an application from now on, with what using and living it means."""
    open_home()
    from leitstern.app.adoption.watching import Said, watch
    from leitstern.app.common.actors import COMMAND_LINE

    day = since.date() if since else None
    said = Said(active, workflow, tuple(feature or ()), principle, metadata, touchpoint, statement, day)
    typer.echo(watch(COMMAND_LINE, name, said, slug=slug).slug)


@adoption.command()
def define(
    application: Application,
    active: Active,
    workflow: Workflow = "",
    feature: Features = None,
    principle: Principle = "",
    metadata: Metadata = "",
    touchpoint: Touchpoint = "",
    statement: Statement = "",
    since: Since = None,
) -> None:
    """Say anew what using and living it means; what is left out does not count. The same again changes nothing."""
    open_home()
    from leitstern.app.adoption.register import watched_by_slug
    from leitstern.app.adoption.watching import Said, mean_so
    from leitstern.app.common.actors import COMMAND_LINE

    day = since.date() if since else None
    said = Said(active, workflow, tuple(feature or ()), principle, metadata, touchpoint, statement, day)
    mean_so(COMMAND_LINE, watched_by_slug(application), said)


@adoption.command()
def meaning(application: Application, output: Format = Output.TABLE) -> None:
    """What using and living it means now."""
    open_home()
    from leitstern.app.adoption.kept_documents import meaning_document
    from leitstern.app.adoption.register import watched_by_slug
    from leitstern.cli.output import tell

    listed = [meaning_document(watched_by_slug(application))]
    tell(output, listed, listed, Lang.EN)


@adoption.command()
def live(
    application: Application,
    teams: Annotated[
        list[str] | None, typer.Argument(help="Short names; without any, all are listed.")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option("--since", help="Since which day it is live there.", formats=DAYS)
    ] = None,
    output: Format = Output.TABLE,
) -> None:
    """List since when it is live in which teams; with teams and a day, say so."""
    open_home()
    from leitstern.app.adoption import watching
    from leitstern.app.adoption.kept_documents import live_documents
    from leitstern.app.adoption.register import team_by_slug, watched_by_slug
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.cli.output import tell

    found, chosen = watched_by_slug(application), [team_by_slug(team) for team in teams or ()]
    if bool(since) != bool(chosen):
        raise typer.BadParameter("Teams need a day (--since), and a day needs teams.")
    if since:
        watching.go_live(COMMAND_LINE, found, chosen, since.date())
    listed = live_documents(found)
    tell(output, listed, listed, Lang.EN)


@adoption.command("not-live")
def not_live(
    application: Application, team: Annotated[str, typer.Argument(help="Short name of the team.")]
) -> None:
    """It is not live in a team after all."""
    open_home()
    from leitstern.app.adoption import watching
    from leitstern.app.adoption.register import team_by_slug, watched_by_slug
    from leitstern.app.common.actors import COMMAND_LINE

    watching.not_live(COMMAND_LINE, watched_by_slug(application), team_by_slug(team))


@adoption.command()
def rollout(application: Application, output: Format = Output.TABLE) -> None:
    """The points of its rollout with their numbers."""
    open_home()
    from leitstern.app.adoption.kept_documents import step_documents
    from leitstern.app.adoption.register import watched_by_slug
    from leitstern.cli.output import tell

    listed = step_documents(watched_by_slug(application))
    tell(output, listed, listed, Lang.EN)


@adoption.command("enter-point")
def enter_point(
    application: Application,
    kind: Annotated[Kind, typer.Argument(help="What it is about.")],
    title: Annotated[str, typer.Argument(help="What has to be there.")],
    done: Annotated[datetime | None, typer.Option("--done", help="Since when.", formats=DAYS)] = None,
) -> None:
    """One more point of its rollout; prints its number."""
    open_home()
    from leitstern.app.adoption import watching
    from leitstern.app.adoption.register import watched_by_slug
    from leitstern.app.common.actors import COMMAND_LINE

    step = watching.enter_step(
        COMMAND_LINE,
        watched_by_slug(application),
        watching.StepKind(kind.value),
        title,
        done.date() if done else None,
    )
    typer.echo(step.pk)


@adoption.command("tick-point")
def tick_point(
    number: Number,
    done: Annotated[
        datetime | None, typer.Option("--done", help="Since when; else it is not done yet.", formats=DAYS)
    ] = None,
) -> None:
    """A point of a rollout is done since a day, or not yet."""
    open_home()
    from leitstern.app.adoption import watching
    from leitstern.app.adoption.register import step_by_id
    from leitstern.app.common.actors import COMMAND_LINE

    watching.tick(COMMAND_LINE, step_by_id(number), done.date() if done else None)


@adoption.command("take-out-point")
def take_out_point(number: Number) -> None:
    """A point does not belong to the rollout."""
    open_home()
    from leitstern.app.adoption import watching
    from leitstern.app.adoption.register import step_by_id
    from leitstern.app.common.actors import COMMAND_LINE

    watching.withdraw_step(COMMAND_LINE, step_by_id(number))


@adoption.command("own-use")
def own_use(output: Format = Output.TABLE, lang: Language = Lang.EN) -> None:
    """How many of all people with access did something here in a week; never who."""
    open_home()
    from leitstern.app.adoption.documents import own_use_document
    from leitstern.cli.output import tell

    found = own_use_document()
    tell(output, found, found.weeks, lang)


@campaigns.command()
def rules(
    file: Annotated[
        Path | None,
        typer.Argument(help="New rules (JSON, as --format json prints them).", exists=True, dir_okay=False),
    ] = None,
    output: Format = Output.TABLE,
) -> None:
    """What campaigns have to say about themselves, in all versions; with a file, enter a new one."""
    open_home()
    from leitstern.app.adoption.campaigning import enter_rules_once
    from leitstern.app.adoption.kept_documents import rules_document, rules_in
    from leitstern.app.adoption.models import Rules
    from leitstern.app.common.actors import COMMAND_LINE
    from leitstern.cli.output import print_csv, print_json, print_table

    if file:
        given = rules_in(file.read_bytes())
        fields = [each.meant() for each in given.fields]
        enter_rules_once(COMMAND_LINE, fields, given.since, given.settled_from)
    found = [rules_document(each) for each in Rules.objects.all()]
    if output is Output.JSON:
        print_json(found)
        return
    header = ["id", "since", "settled from", "withdrawn", "fields"]
    rows = [
        [
            each.id,
            each.since,
            each.settled_from,
            each.withdrawn,
            ", ".join(field.field for field in each.fields),
        ]
        for each in found
    ]
    (print_csv if output is Output.CSV else print_table)(header, rows)


@campaigns.command("withdraw-rules")
def withdraw_rules(number: Number) -> None:
    """A version holds no longer; what held before it holds again."""
    open_home()
    from leitstern.app.adoption import campaigning
    from leitstern.app.adoption.metadata_rules import rules_by_id
    from leitstern.app.common.actors import COMMAND_LINE

    campaigning.withdraw_rules(COMMAND_LINE, rules_by_id(number))


@campaigns.command()
def spellings(output: Format = Output.TABLE) -> None:
    """Words that were accepted as another spelling of an allowed value."""
    open_home()
    from leitstern.app.adoption.kept_documents import spelling_document
    from leitstern.app.adoption.metadata_rules import accepted_spellings
    from leitstern.cli.output import tell

    listed = [spelling_document(each) for each in accepted_spellings()]
    tell(output, listed, listed, Lang.EN)


@campaigns.command()
def accept(
    field: Annotated[str, typer.Argument(help="Short name of the field.")],
    given: Annotated[str, typer.Argument(help="The word as campaigns write it.")],
    term: Annotated[str, typer.Argument(help="The allowed value it means.")],
) -> None:
    """Accept another spelling, for campaigns of the past as well; prints its number."""
    open_home()
    from leitstern.app.adoption import campaigning
    from leitstern.app.common.actors import COMMAND_LINE

    typer.echo(campaigning.accept(COMMAND_LINE, field, given, term).pk)


@campaigns.command("withdraw-spelling")
def withdraw_spelling(number: Number) -> None:
    """It is none after all."""
    open_home()
    from leitstern.app.adoption import campaigning
    from leitstern.app.adoption.metadata_rules import spelling_by_id
    from leitstern.app.common.actors import COMMAND_LINE

    campaigning.withdraw_spelling(COMMAND_LINE, spelling_by_id(number))
