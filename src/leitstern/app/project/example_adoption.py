"""The example company's one campaign platform in many teams, brought in by its own people; truths in `collect.example.adoption`.

Besides, the customer record: used by everybody in service and branches, but nobody delivers whether notes are complete, so
that how far it is lived stays unknown.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from leitstern.app.accounts.roles import Role
from leitstern.app.adoption import campaigning, feeding, teams, watching
from leitstern.app.adoption.models import Feed, Team
from leitstern.app.adoption.queries import overview
from leitstern.app.adoption.watching import Said, StepKind
from leitstern.app.project.example_dates import date_back, moment
from leitstern.collect.example import adoption as story
from leitstern.collect.usage_file import UsageRow, UsageRows
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leitstern.app.accounts.models import Person
    from leitstern.collect.example.adoption import Told

SEED = 7
RECORD = "customer_record"
RECORD_NAME = Text("Customer record", "Kundenakte")
RECORD_TEAMS = (
    (Text("Service by phone", "Service am Telefon"), "service", 96, 0.93),
    (Text("Service in writing", "Service schriftlich"), "service", 44, 0.88),
    (Text("Branches north", "Filialen Nord"), "branches", 71, 0.66),
    (Text("Branches south", "Filialen Süd"), "branches", 83, 0.71),
)
RECORD_WEEKS = 16
ACTIVE = Text(
    "Opened, changed or approved a brief in the week.",
    "Hat in der Woche ein Briefing geöffnet, geändert oder freigegeben.",
)
WORKFLOW = Text("From the brief to the result review", "Vom Briefing bis zur Ergebnisschau")
PRINCIPLE = Text(
    "Every campaign is classified before it goes out", "Jede Kampagne ist vor dem Versand eingeordnet"
)
METADATA = Text("Required fields of a campaign", "Pflichtfelder einer Kampagne")
RECORD_ACTIVE = Text(
    "Opened a customer's record in the week.",
    "Hat in der Woche die Akte einer Kundin oder eines Kunden geöffnet.",
)
RECORD_METADATA = Text("A note after every contact", "Eine Notiz nach jedem Kontakt")
STEPS = (
    (StepKind.ACCESS, Text("Seats in all countries", "Zugänge in allen Ländern"), 9),
    (StepKind.WORKFLOW, Text("Brief and approval set up", "Briefing und Freigabe eingerichtet"), 10),
    (StepKind.USE_CASE, Text("First campaign sent", "Erste Kampagne versandt"), 10),
    (StepKind.DASHBOARD, Text("Dashboard of campaigns", "Auswertung der Kampagnen"), 11),
    (StepKind.TRAINING, Text("One hour of training each", "Je eine Stunde Schulung"), 12),
)
FILES = {
    "usage": Text("Use of the campaign platform.csv", "Nutzung der Kampagnenplattform.csv"),
    "record": Text("Use of the customer record.csv", "Nutzung der Kundenakte.csv"),
    "outcomes": Text("Travellers asked.xlsx", "Befragte Reisende.xlsx"),
    "campaigns": Text("Campaign register.csv", "Kampagnenregister.csv"),
    "sent": Text("Dispatch log of the mail house.csv", "Versandprotokoll der Druckerei.csv"),
}


def found_adoption(cast: Mapping[Role, Person], until: date, language: str, *, planted: bool = True) -> None:
    """Teams, three years of use, answers and campaigns up to `until`. A company that has teams keeps its own."""
    if Team.objects.exists():
        return
    analyst, told = cast[Role.ANALYST], story.tell(SEED, until, planted=planted)
    _enter_teams(analyst, told, language)
    _platform(analyst, told, language)
    _campaigns(analyst, told, language)
    names = {kind: name.to(language) for kind, name in FILES.items()}
    feeding.bring_usage(analyst, names["usage"], UsageRows(told.usage, 0))
    feeding.bring_outcomes(analyst, names["outcomes"], told.outcomes)
    campaigning.bring_campaigns(analyst, names["campaigns"], told.campaigns)
    campaigning.bring_sent(analyst, names["sent"], told.sent)
    _record(analyst, until, language)
    for ago, feed in enumerate(Feed.objects.order_by("-pk"), start=2):
        date_back(feed, created=moment(until, ago))
    overview()  # so that nobody waits for it on a page


def _enter_teams(actor: Person, told: Told, language: str) -> None:
    for team in story.teams():
        made = teams.enter_team(
            actor,
            team.name.to(language),
            team.unit,
            team.people,
            told.first,
            team.country,
            slug=team.slug,
        )
        if told.shrunk and team.slug == story.SHRUNK:
            teams.resize(actor, made, story.SMALL, told.month(story.SHRINKS))


def _platform(actor: Person, told: Told, language: str) -> None:
    said = Said(
        active=ACTIVE.to(language),
        workflow=WORKFLOW.to(language),
        features=tuple(each.to(language) for each in story.FEATURES),
        principle=PRINCIPLE.to(language),
        metadata=METADATA.to(language),
        touchpoint=story.TOUCHPOINT,
        facet=story.FACET,
    )
    platform = watching.watch(actor, story.PLATFORM_NAME.to(language), said, slug=story.PLATFORM)
    watching.go_live(actor, platform, Team.objects.all(), told.month(story.LIVE))
    for kind, title, at in STEPS:
        watching.enter_step(actor, platform, kind, title.to(language), told.month(at))


def _campaigns(actor: Person, told: Told, language: str) -> None:
    """A spreadsheet with two columns first, then the rules that came with the platform."""
    campaigning.enter_rules(actor, story.FIRST_FIELDS, told.month(0), told.month(0))
    campaigning.enter_rules(actor, story.FIELDS, told.month(story.LIVE), told.month(story.SETTLED))


def _record(actor: Person, until: date, language: str) -> None:
    """Sums of the last weeks, the same ones every week but for a person or two."""
    said = Said(
        active=RECORD_ACTIVE.to(language),
        metadata=RECORD_METADATA.to(language),
        touchpoint="call_help",
        facet="satisfied",
    )
    record = watching.watch(actor, RECORD_NAME.to(language), said, slug=RECORD)
    made = [
        (teams.enter_team(actor, name.to(language), unit, people, until), people, share)
        for name, unit, people, share in RECORD_TEAMS
    ]
    watching.go_live(actor, record, [team for team, _, _ in made], until - timedelta(days=5 * 365))
    monday = until - timedelta(days=until.weekday() + 7)
    rows = [
        UsageRow(
            RECORD,
            team.slug,
            monday - timedelta(weeks=back),
            people,
            round(people * share) - (back + at) % 3,
            {"seats": people},
        )
        for at, (team, people, share) in enumerate(made)
        for back in range(RECORD_WEEKS)
    ]
    feeding.bring_usage(actor, FILES["record"].to(language), UsageRows(tuple(rows), 0))
