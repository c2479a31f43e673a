"""Tables that could be handed in, with the company's own applications, teams and fields."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from leitstern.app.adoption.campaigning import all_fields
from leitstern.app.adoption.feeding import Kind
from leitstern.app.adoption.reading import month_before
from leitstern.app.adoption.register import team_names, watched_names
from leitstern.app.company.queries import current_taxonomy, departments
from leitstern.collect.campaign_file import CAMPAIGN_COLUMNS, SENT_COLUMNS
from leitstern.collect.outcome_file import OUTCOME_COLUMNS
from leitstern.collect.team_file import TEAM_COLUMNS
from leitstern.collect.usage_file import USAGE_COLUMNS
from leitstern.core.company.facets import SATISFIED

if TYPE_CHECKING:
    from datetime import date

_TEAM = {"de": "Team Nord", "en": "Team North"}
_APPLICATION = {"de": "Kampagnenplattform", "en": "Campaign platform"}


def sample(kind: Kind, language: str, today: date) -> tuple[list[str], list[list[str]]]:
    """Titles and lines in the reader's language."""
    tongue = "de" if language.startswith("de") else "en"
    team = next(iter(team_names().values()), _TEAM[tongue])
    application = next(iter(watched_names().values()), _APPLICATION[tongue])
    taxonomy = current_taxonomy()
    point = taxonomy.touchpoints[0].name.to(language) if taxonomy and taxonomy.touchpoints else ""
    monday = today - timedelta(days=today.weekday() + 7)
    month = f"{month_before(today.replace(day=1), 1):%Y-%m}"
    unit = next((each.name.to(language) for each in departments()), "")
    fields = [each.name.to(language) for each in all_fields()]
    titles = {
        Kind.USAGE: USAGE_COLUMNS,
        Kind.OUTCOMES: OUTCOME_COLUMNS,
        Kind.TEAMS: TEAM_COLUMNS,
        Kind.CAMPAIGNS: CAMPAIGN_COLUMNS,
        Kind.SENT: SENT_COLUMNS,
    }
    numbers = ("12", "10", "12", "8", "6", "4", "5", "6", "6", "27", "30")
    lines: dict[Kind, list[str]] = {
        Kind.USAGE: [application, team, str(monday), *numbers],
        Kind.OUTCOMES: [team, point, SATISFIED.name.to(language), month, "40", "28"],
        Kind.TEAMS: [team, "", unit, "AT", "12", month],
        Kind.CAMPAIGNS: ["K-0001", team, "", f"{month}-01", f"{month}-03", *("" for _ in fields)],
        Kind.SENT: ["K-0001", team, f"{month}-03", ""],
    }
    head = [column.title.to(language) for column in titles[kind]]
    return [*head, *(fields if kind is Kind.CAMPAIGNS else [])], [lines[kind]]
