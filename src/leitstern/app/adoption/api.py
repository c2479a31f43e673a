"""Adoption for programs: where teams stand, the usage feed, tables, and campaigns."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from pydantic import ConfigDict

from leitstern.app.accounts.request import person_of
from leitstern.app.adoption import campaign_queries, feeding, register
from leitstern.app.adoption.documents import (
    AdoptionOut,
    AdoptionOverviewOut,
    CampaignBoardOut,
    board_document,
    ladder_document,
    overview_document,
)
from leitstern.app.adoption.feeding import Kept, Kind
from leitstern.app.adoption.keeping_api import router as keeping
from leitstern.app.adoption.queries import overview
from leitstern.app.common.actions import require
from leitstern.app.common.actors import Capability
from leitstern.app.common.files import sent
from leitstern.app.common.schemas import REFUSALS, TextOut, both
from leitstern.app.inside.agreements import floor
from leitstern.collect.table_lines import Table
from leitstern.collect.usage_file import COUNTS, MOST_LINES, USAGE_COLUMNS, usage_of

router = Router(tags=["adoption"])
router.add_router("", keeping)
MOST_MISSING = 1_000


class UsageIn(Schema):
    """Sums of one week. There is no field for a person, and any other field is refused."""

    model_config = ConfigDict(extra="forbid")

    application: str
    team: str
    week: date = Field(description="Any day of a week that is over.")
    eligible: int = Field(ge=0)
    active: int = Field(ge=0)
    seats: int | None = Field(None, ge=0)
    started: int | None = Field(None, ge=0)
    completed: int | None = Field(None, ge=0)
    features: int | None = Field(None, ge=0)
    kept: int | None = Field(None, ge=0)
    judged: int | None = Field(None, ge=0)
    records: int | None = Field(None, ge=0)
    filled: int | None = Field(None, ge=0)
    asked: int | None = Field(None, ge=0)


class FeedIn(Schema):
    name: str = Field("usage feed", max_length=200, description="What the feed is called on the page.")
    rows: list[UsageIn] = Field(max_length=MOST_LINES)


class AdoptionTableIn(Schema):
    name: str = Field("table.csv", max_length=200)
    content: str = Field(max_length=20_000_000, description="CSV; columns as in the samples of the page.")


class FedOut(Schema):
    kind: Kind
    n: int
    sentence: TextOut
    feed: int | None  # its number, to take it back; none where nothing in it was new


class MissingCampaignOut(Schema):
    campaign: str
    team: str
    title: str
    day: date


class ClassifiedMonthOut(Schema):
    month: date
    kept: int
    of: int


@router.get(
    "", response={200: AdoptionOverviewOut, **REFUSALS}, summary="Applications, and where they do not work"
)
def list_applications(request: HttpRequest) -> AdoptionOverviewOut:
    """How many teams have reached which rung, and where it runs but does not work."""
    require(person_of(request), Capability.SEE_INSIDE)
    return overview_document()


@router.get(
    "/applications/{slug}", response={200: AdoptionOut, **REFUSALS}, summary="One application by team"
)
def one_application(request: HttpRequest, slug: str) -> AdoptionOut:
    """Where each team stands; teams that are too small are folded together."""
    require(person_of(request), Capability.SEE_INSIDE)
    return ladder_document(register.watched_by_slug(slug))


@router.post("/usage", response={200: FedOut, **REFUSALS}, summary="Feed weekly sums of use")
def feed_usage(request: HttpRequest, body: FeedIn) -> FedOut:
    """All rows or none. The same rows again change nothing; other sums for a known week take the place of the older."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    names = ("application", "team", "week", "eligible", "active", *COUNTS)
    lines = [
        (str(at), tuple("" if (value := getattr(row, name)) is None else str(value) for name in names))
        for at, row in enumerate(body.rows, start=1)
    ]
    table = Table(tuple(column.title.en for column in USAGE_COLUMNS), tuple(lines))
    rows = usage_of(
        body.name,
        table,
        register.watched_names(),
        register.team_names(),
        timezone.localdate(),
        floor()[0],
    )
    return _fed(feeding.keep_usage(me, body.name, rows))


@router.put("/tables/{kind}", response={200: FedOut, **REFUSALS}, summary="Hand in a table")
def hand_in_table(request: HttpRequest, kind: Kind, body: AdoptionTableIn) -> FedOut:
    """Teams, use, answers, campaigns, or what went out: all of it or nothing."""
    me = person_of(request)
    require(me, Capability.KEEP_REGISTERS)
    with sent(body.content, "table.csv") as file:
        kept = feeding.hand_in(me, kind, file.parent, file.name, timezone.localdate())
    return _fed(kept)


@router.delete("/feeds/{feed_id}", response={200: FedOut, **REFUSALS}, summary="Take a feed back")
def withdraw_feed(request: HttpRequest, feed_id: int) -> FedOut:
    """What was known before stands again."""
    found = feeding.withdraw(person_of(request), register.feed_by_id(feed_id))
    overview()
    return FedOut(
        kind=Kind(found.kind),
        n=found.received,
        sentence=TextOut(
            en="Withdrawn. What was known before stands again.",
            de="Zurückgenommen. Was vorher bekannt war, gilt wieder.",
        ),
        feed=found.pk,
    )


@router.get("/campaigns", response={200: CampaignBoardOut, **REFUSALS}, summary="Campaigns by team")
def list_campaigns(request: HttpRequest) -> CampaignBoardOut:
    """Coverage, completeness, validity, classifying in time, and what fell."""
    require(person_of(request), Capability.SEE_INSIDE)
    return board_document(campaign_queries.board())


@router.get(
    "/campaigns/missing",
    response={200: list[MissingCampaignOut], **REFUSALS},
    summary="What is in no register",
)
def missing_campaigns(request: HttpRequest) -> list[MissingCampaignOut]:
    """Campaigns that went out and are in no register, the newest thousand; of teams that may be shown."""
    require(person_of(request), Capability.SEE_INSIDE)
    rows = campaign_queries.missing().exclude(campaign_queries.to_hide())[:MOST_MISSING]
    return [
        MissingCampaignOut(campaign=each.key, team=each.team.slug, title=each.title, day=each.day)
        for each in rows
    ]


@router.get(
    "/campaigns/classified",
    response={200: list[ClassifiedMonthOut], **REFUSALS},
    summary="Classified before they went out, by month",
)
def classified_campaigns(request: HttpRequest, team: str | None = None) -> list[ClassifiedMonthOut]:
    """Of all campaigns, or of one team's."""
    require(person_of(request), Capability.SEE_INSIDE)
    return [
        ClassifiedMonthOut(month=month, kept=kept, of=of)
        for month, kept, of in campaign_queries.kept_monthly(team)
    ]


def _fed(kept: Kept) -> FedOut:
    overview()  # so that the next reader does not wait for it
    return FedOut(
        kind=kept.kind,
        n=kept.n,
        sentence=both(kept.sentence),
        feed=kept.feed.pk if kept.feed else None,
    )
