"""What the invented company has under way, and towards which goals.

Planted, and found by tests: marketing, IT and service each run an initiative with artificial intelligence of their own,
tied to no goal, no journey, no shared data and no second department; in the chat service's lower cost meets IT's better
experience. Two thirds of the money hang loose. Only two of nine project milestones are about people. One goal has
two members of the board, which is nobody; one owner has left; one approval is an exception; one vendor kept a promise,
one did not.

The twin has the same initiatives under one goal, with everything said that the gate asks for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from leitstern.core.bridge.portfolio.drafts import ForPeople, GoalDraft, InitiativeDraft, Pull
from leitstern.core.bridge.portfolio.money import Money
from leitstern.core.bridge.portfolio.picture import Expectation, Path, ProjectMilestone
from leitstern.core.bridge.portfolio.terms import (
    Aim,
    AiMode,
    Cadence,
    Horizon,
    Kind,
    MilestoneKind,
    Origin,
)
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.collect.example.inside_truths import Inside

FIRST, TRUST = "first_contact", "trust"
CUSTOMERS = Text("Board Member Customers", "Vorstand Kunden")
TECHNOLOGY = Text("Board Member Technology", "Vorstand Technologie")
OPERATIONS = Text("Board Member Operations", "Vorstand Betrieb")
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


def portfolio(inside: Inside, until: date, language: str) -> PortfolioTold:
    """Everything under way; names of goals become their short names when they are kept."""
    told = _Telling(until, language)
    goals, initiatives = told.goals(inside.planted), told.initiatives()
    if inside.planted:
        return PortfolioTold(goals, initiatives, (told.say(CARDS),))
    return PortfolioTold(goals, tuple(told.together(each) for each in initiatives), ())


class _Telling:
    """The story in one language, seen from its last day."""

    def __init__(self, until: date, language: str) -> None:
        self.until = until
        self.say: Callable[[Text], str] = lambda text: text.to(language)

    def goals(self, planted: bool) -> tuple[tuple[GoalDraft, ResultTold | None], ...]:
        first = GoalDraft(
            title=self.say(Text("Solved at the first contact", "Beim ersten Kontakt gelöst")),
            metric=self.say(
                Text(
                    "Requests solved at the first contact, of 100",
                    "Anliegen, die beim ersten Kontakt gelöst sind, von 100",
                )
            ),
            unit=self.say(Text("of 100", "von 100")),
            baseline=54,
            target=70,
            target_day=self.until + timedelta(days=540),
            cadence=Cadence.QUARTERLY,
            horizon=Horizon.H1,
            accountable=(self.say(CUSTOMERS),),
        )
        trust = GoalDraft(
            title=self.say(
                Text("Customers trust us for life", "Kundinnen und Kunden vertrauen uns ein Leben lang")
            ),
            metric=self.say(
                Text(
                    "Customers who would turn to us first in a big moment, of 100",
                    "Menschen, die sich in einem wichtigen Moment zuerst an uns wenden würden, von 100",
                )
            ),
            unit=self.say(Text("of 100", "von 100")),
            baseline=38,
            target=60,
            target_day=self.until + timedelta(days=3600),
            cadence=Cadence.YEARLY,
            horizon=Horizon.H3,
            accountable=(self.say(CUSTOMERS), self.say(TECHNOLOGY)) if planted else (self.say(CUSTOMERS),),
        )
        source = self.say(Text("Sample of requests", "Stichprobe der Anliegen"))
        return (first, ResultTold(57, 54, 60, 820, source)), (trust, None)

    def initiatives(self) -> tuple[InitiativeTold, ...]:
        return (
            self._offers(),
            self._chatbot(),
            self._calls(),
            self._record(),
            self._bereavement(),
            self._banking(),
        )

    def together(self, told: InitiativeTold) -> InitiativeTold:
        """The same initiative as the twin runs it: for the shared goal, on a journey, with people, and complete."""
        draft = told.draft
        pulls = draft.pulls or (Pull(FIRST, 1, 2),)
        half = len(draft.milestones)
        people = tuple(
            self._stone("Team trained", "Team geschult", MilestoneKind.CULTURE, 60 + 30 * n)
            for n in range(half)
        )
        return replace(
            told,
            draft=replace(
                draft,
                pulls=pulls,
                units=tuple(dict.fromkeys((*draft.units, "service", "branches"))),
                journeys=("problem",),
                origin=Origin.CUSTOMERS,
                sponsor=self.say(CUSTOMERS),
                owner=self.say(CUSTOMERS),
                roles=draft.roles or (self.say(Text("advisers", "Beratung")),),
                work_change=draft.work_change
                or self.say(
                    Text(
                        "Easy questions go away, hard ones get time.",
                        "Einfache Fragen fallen weg, schwierige bekommen Zeit.",
                    )
                ),
                expects=draft.expects or self._expects(60, 75, CUSTOMERS),
                paths=draft.paths or (self._path(draft.title),),
                people_measures=draft.people_measures
                or (self._people("Two days of training", "Zwei Tage Schulung"),),
                milestones=(*draft.milestones, *people),
            ),
            exception=("", ""),
            approved=told.approved if not draft.personalises else None,
        )

    def _offers(self) -> InitiativeTold:
        draft = InitiativeDraft(
            title=self.say(Text("Personal offers in real time", "Persönliche Angebote in Echtzeit")),
            kind=Kind.TECHNOLOGY,
            aim=Aim.REVENUE,
            units=("marketing",),
            origin=Origin.VENDOR,
            ai_mode=AiMode.PROACTIVE,
            personalises=True,
            touchpoints=("chat", "mortgage_offer"),
            budget=Money(180_000_000, "EUR"),
            owner=self.say(Text("Chief Marketing Officer", "Leitung Marketing")),
            milestones=(
                self._stone(
                    "Platform bought", "Plattform gekauft", MilestoneKind.TECHNOLOGY, -90, reached=True
                ),
                self._stone("First campaign live", "Erste Kampagne läuft", MilestoneKind.TECHNOLOGY, 60),
            ),
        )
        return InitiativeTold("personal_offers", draft)

    def _chatbot(self) -> InitiativeTold:
        draft = InitiativeDraft(
            title=self.say(Text("Chatbot for questions", "Chatbot für Fragen")),
            kind=Kind.TECHNOLOGY,
            aim=Aim.EXPERIENCE,
            units=("it",),
            origin=Origin.LEADERSHIP,
            ai_mode=AiMode.AUTOMATION,
            touchpoints=("chat",),
            budget=Money(120_000_000, "EUR"),
            owner=self.say(Text("Chief Information Officer", "Leitung Informationstechnik")),
            milestones=(
                self._stone(
                    "Connected to the app",
                    "In der App angebunden",
                    MilestoneKind.TECHNOLOGY,
                    -30,
                    reached=True,
                ),
                self._stone(
                    "All questions of the help page",
                    "Alle Fragen der Hilfeseite",
                    MilestoneKind.TECHNOLOGY,
                    120,
                ),
            ),
        )
        promises = (
            PromiseTold(
                "Botwerk",
                self.say(Text("Answers without people", "Antwortet ohne Menschen")),
                self.say(Text("Requests solved in the chat", "Im Chat gelöste Anliegen")),
                "80 %",
                40,
                kept=False,
                found=self.say(Text("41 % of 900 requests", "41 % von 900 Anliegen")),
            ),
            PromiseTold(
                "Botwerk",
                self.say(Text("Answers in both languages", "Antwortet in beiden Sprachen")),
                self.say(Text("Languages", "Sprachen")),
                "2",
                70,
                kept=True,
                found=self.say(Text("German and English tried", "Deutsch und Englisch ausprobiert")),
            ),
            PromiseTold(
                "Botwerk",
                self.say(Text("Hands over with the history", "Übergibt mit Vorgeschichte")),
                self.say(Text("Handovers with history", "Übergaben mit Vorgeschichte")),
                "95 %",
                10,
            ),
        )
        return InitiativeTold("chatbot", draft, promises=promises)

    def _calls(self) -> InitiativeTold:
        draft = InitiativeDraft(
            title=self.say(Text("Shorter conversations", "Kürzere Gespräche")),
            kind=Kind.PROCESS,
            aim=Aim.COST,
            units=("service",),
            origin=Origin.LEADERSHIP,
            ai_mode=AiMode.ASSISTANCE,
            touchpoints=("chat", "phone_advice"),
            budget=Money(60_000_000, "EUR"),
            owner=self.say(Text("Head of Customer Service", "Leitung Kundenservice")),
            milestones=(
                self._stone(
                    "Reply suggestions live", "Antwortvorschläge laufen", MilestoneKind.TECHNOLOGY, 45
                ),
            ),
        )
        return InitiativeTold("shorter_calls", draft)

    def _record(self) -> InitiativeTold:
        draft = InitiativeDraft(
            title=self.say(Text("One record over all channels", "Eine Akte über alle Kanäle")),
            kind=Kind.DATA,
            aim=Aim.EXPERIENCE,
            units=("it", "service", "data_office"),
            origin=Origin.CUSTOMERS,
            touchpoints=("call_help", "call_back"),
            data_objects=(self.say(Text("contact history", "Kontakthistorie")),),
            persona="family_at_home",
            horizon=Horizon.H1,
            budget=Money(90_000_000, "EUR"),
            owner=self.say(Text("Chief Data Officer", "Leitung Datenbüro")),
            sponsor=self.say(TECHNOLOGY),
            expects=self._expects(54, 62, CUSTOMERS),
            paths=(self._path(self.say(Text("one record", "eine Akte"))),),
            pulls=(Pull(FIRST, 1, 3),),
            people_measures=(
                self._people("Every team names its own terms", "Jedes Team benennt seine Begriffe"),
            ),
            milestones=(
                self._stone(
                    "Teams agree on terms",
                    "Teams einigen sich auf Begriffe",
                    MilestoneKind.CULTURE,
                    -20,
                    reached=True,
                ),
                self._stone(
                    "Phone and app joined", "Telefon und App verbunden", MilestoneKind.TECHNOLOGY, 90
                ),
            ),
        )
        source = self.say(Text("Sample of requests", "Stichprobe der Anliegen"))
        return InitiativeTold("one_record", draft, approved=200, result=ResultTold(60, 56, 64, 410, source))

    def _bereavement(self) -> InitiativeTold:
        draft = InitiativeDraft(
            title=self.say(Text("One person in bereavement", "Ein Mensch im Trauerfall")),
            kind=Kind.PEOPLE,
            aim=Aim.EXPERIENCE,
            units=("bereavement_care", "operations"),
            origin=Origin.STAFF,
            touchpoints=("bereavement",),
            data_objects=(self.say(Text("contact history", "Kontakthistorie")),),
            horizon=Horizon.H1,
            budget=Money(20_000_000, "EUR"),
            owner=self.say(Text("Head of Bereavement Care", "Leitung Nachlassbetreuung")),
            sponsor=self.say(OPERATIONS),
            expects=self._expects(61, 75, OPERATIONS),
            paths=(self._path(self.say(Text("being there", "da sein"))),),
            pulls=(Pull(TRUST, 1, 3),),
            people_measures=(
                self._people("Time to talk about hard cases", "Zeit, über schwere Fälle zu sprechen"),
            ),
            milestones=(
                self._stone(
                    "Every family has a name",
                    "Jede Familie hat einen Namen",
                    MilestoneKind.CULTURE,
                    -60,
                    reached=True,
                ),
            ),
        )
        source = self.say(Text("Survey of relatives", "Befragung der Angehörigen"))
        return InitiativeTold(
            "bereavement_care", draft, approved=330, result=ResultTold(82, 77, 86, 168, source)
        )

    def _banking(self) -> InitiativeTold:
        draft = InitiativeDraft(
            title=self.say(Text("New surface of online banking", "Neue Oberfläche im Online-Banking")),
            kind=Kind.TECHNOLOGY,
            aim=Aim.DUTY,
            units=("digital", "operations"),
            origin=Origin.REGULATION,
            touchpoints=("login", "final_payment_online"),
            horizon=Horizon.H1,
            budget=Money(70_000_000, "EUR"),
            owner=self.say(CARDS),
            sponsor=self.say(TECHNOLOGY),
            expects=self._expects(64, 72, TECHNOLOGY),
            paths=(self._path(self.say(Text("signing in", "Anmelden"))),),
            pulls=(Pull(FIRST, 1, 1),),
            milestones=(self._stone("Sign-in renewed", "Anmeldung erneuert", MilestoneKind.TECHNOLOGY, 30),),
        )
        reason = Text(
            "The law demands accessible sign-in by the end of the month; training follows in autumn.",
            "Das Gesetz verlangt bis Monatsende eine barrierefreie Anmeldung; die Schulung folgt im Herbst.",
        )
        return InitiativeTold(
            "online_banking", draft, approved=45, exception=(self.say(TECHNOLOGY), self.say(reason))
        )

    def _stone(
        self, en: str, de: str, kind: MilestoneKind, days: int, *, reached: bool = False
    ) -> ProjectMilestone:
        day = self.until + timedelta(days=days)
        return ProjectMilestone(self.say(Text(en, de)), kind, day, day if reached else None)

    def _people(self, en: str, de: str) -> ForPeople:
        return ForPeople(self.say(Text(en, de)), due=self.until + timedelta(days=60))

    def _expects(self, baseline: float, value: float, who: Text) -> Expectation:
        metric = Text("Customers who are satisfied, of 100", "Zufriedene Kundinnen und Kunden, von 100")
        unit = Text("of 100", "von 100")
        return Expectation(
            self.say(metric), baseline, value, self.say(unit), self.until + timedelta(days=180), self.say(who)
        )

    def _path(self, capability: str) -> Path:
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
