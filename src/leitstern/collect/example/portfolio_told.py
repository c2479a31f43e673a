"""What is told of the invented company's portfolio, and the pieces every initiative is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leitstern.collect.example.truths import taxonomy
from leitstern.core.bridge.portfolio.drafts import ForPeople, GoalDraft, InitiativeDraft
from leitstern.core.bridge.portfolio.picture import Expectation, Path, ProjectMilestone
from leitstern.core.company.taxonomy import Department
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.bridge.portfolio.terms import MilestoneKind

FIRST, TRUST = "first_contact", "trust"
CUSTOMERS, TECHNOLOGY, OPERATIONS = "customers", "technology", "processing"  # board areas
CARDS = Text("Head of Cards", "Leitung Karten")  # has left


@dataclass(frozen=True, slots=True)
class ResultTold:
    """What came of an initiative: value, interval, n and where it comes from."""

    value: float
    low: float
    high: float
    n: int
    source: str


@dataclass(frozen=True, slots=True)
class PromiseTold:
    """What a vendor promised, due so many days before the end, and what was found."""

    vendor: str
    capability: str
    metric: str
    level: str
    ago: int
    kept: bool | None = None
    found: str = ""


@dataclass(frozen=True, slots=True)
class InitiativeTold:
    """An initiative, and what happened to it."""

    slug: str
    draft: InitiativeDraft
    approved: int | None = None  # so many days before the end
    exception: tuple[str, str] = ("", "")
    result: ResultTold | None = None
    promises: tuple[PromiseTold, ...] = ()


@dataclass(frozen=True, slots=True)
class PortfolioTold:
    """Goals by short name with their reading, initiatives, and who has left."""

    goals: tuple[tuple[GoalDraft, ResultTold | None], ...]
    initiatives: tuple[InitiativeTold, ...]
    left: tuple[str, ...]


class Teller:
    """One language, seen from the last day of the story."""

    def __init__(self, until: date, language: str) -> None:
        self.until = until
        self.language = language
        self._departments = taxonomy().lookup(Department)

    def say(self, text: Text) -> str:
        """In the language that is told in."""
        return text.to(self.language)

    def head(self, unit: str) -> str:
        """Who leads a department or board area."""
        found = self._departments.slug(unit)
        return self.say(found.owner) if found and found.owner else unit

    def stone(
        self, en: str, de: str, kind: MilestoneKind, days: int, *, reached: bool = False
    ) -> ProjectMilestone:
        """A project milestone, so many days after the last day."""
        day = self.until + timedelta(days=days)
        return ProjectMilestone(self.say(Text(en, de)), kind, day, day if reached else None)

    def people(self, en: str, de: str) -> ForPeople:
        """A measure for people, within two months."""
        return ForPeople(self.say(Text(en, de)), due=self.until + timedelta(days=60))

    def expects(self, baseline: float, value: float, who: str) -> Expectation:
        """What somebody expects of satisfaction within half a year; `who` heads that board area."""
        metric = Text("Customers who are satisfied, of 100", "Zufriedene Kundinnen und Kunden, von 100")
        unit = Text("of 100", "von 100")
        return Expectation(
            self.say(metric),
            baseline,
            value,
            self.say(unit),
            self.until + timedelta(days=180),
            self.head(who),
        )

    def path(self, capability: str) -> Path:
        """The chain all of them share, with a capability of its own."""
        return Path(
            outcome=self.say(Text("I tell my story only once.", "Ich erzähle meine Geschichte nur einmal.")),
            activity=self.say(
                Text(
                    "Going on where the last contact ended", "Dort weitermachen, wo der letzte Kontakt endete"
                )
            ),
            capability=capability,
            people=self.say(Text("Whoever takes it up stays with it", "Wer es annimmt, bleibt dabei")),
            process=self.say(Text("Handover with history", "Übergabe mit Vorgeschichte")),
            technology=self.say(Text("One place where it stands", "Ein Ort, an dem es steht")),
        )
