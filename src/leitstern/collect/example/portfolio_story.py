"""Six initiatives of the invented company: three that know nothing of each other, three that work for a goal."""

from __future__ import annotations

from datetime import timedelta

from leitstern.collect.example.portfolio_told import (
    CARDS,
    CUSTOMERS,
    FIRST,
    OPERATIONS,
    TECHNOLOGY,
    TRUST,
    InitiativeTold,
    PromiseTold,
    ResultTold,
    Teller,
)
from leitstern.core.bridge.portfolio.drafts import InitiativeDraft, Pull
from leitstern.core.bridge.portfolio.terms import Aim, AiMode, AiPurpose, Horizon, Kind, MilestoneKind, Origin
from leitstern.core.company.money import Money
from leitstern.core.outside.outcomes import Fate
from leitstern.core.texts import Text


class Initiatives(Teller):
    """The six of them."""

    def all(self) -> tuple[InitiativeTold, ...]:
        """In the order in which they were entered."""
        return (
            self._offers(),
            self._chatbot(),
            self._calls(),
            self._record(),
            self._bereavement(),
            self._banking(),
        )

    def _offers(self) -> InitiativeTold:
        draft = InitiativeDraft(
            title=self.say(Text("Personal offers in real time", "Persönliche Angebote in Echtzeit")),
            kind=Kind.TECHNOLOGY,
            aim=Aim.REVENUE,
            units=("marketing",),
            origin=Origin.VENDOR,
            ai_mode=AiMode.PROACTIVE,
            ai_purpose=AiPurpose.RELEVANCE,
            personalises=True,
            touchpoints=("chat", "mortgage_offer"),
            budget=Money(180_000_000, "EUR"),
            owner=self.head("marketing"),
            milestones=(
                self.stone(
                    "Platform bought", "Plattform gekauft", MilestoneKind.TECHNOLOGY, -90, reached=True
                ),
                self.stone("First campaign live", "Erste Kampagne läuft", MilestoneKind.TECHNOLOGY, 60),
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
            ai_purpose=AiPurpose.EFFICIENCY,
            touchpoints=("chat",),
            budget=Money(120_000_000, "EUR"),
            owner=self.head("it"),
            milestones=(
                self.stone(
                    "Connected to the app",
                    "In der App angebunden",
                    MilestoneKind.TECHNOLOGY,
                    -30,
                    reached=True,
                ),
                self.stone(
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
            ai_purpose=AiPurpose.EFFICIENCY,
            customer_outcome=Fate.LEAVING,
            begins=self.until - timedelta(days=200),
            touchpoints=("chat", "phone_advice"),
            budget=Money(60_000_000, "EUR"),
            owner=self.head("service"),
            milestones=(
                self.stone(
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
            customer_outcome=Fate.AGAIN,
            horizon=Horizon.H1,
            budget=Money(90_000_000, "EUR"),
            owner=self.head("data_office"),
            sponsor=self.head(TECHNOLOGY),
            expects=self.expects(54, 62, CUSTOMERS),
            paths=(self.path(self.say(Text("one record", "eine Akte"))),),
            pulls=(Pull(FIRST, 1, 3),),
            people_measures=(
                self.people("Every team names its own terms", "Jedes Team benennt seine Begriffe"),
            ),
            milestones=(
                self.stone(
                    "Teams agree on terms",
                    "Teams einigen sich auf Begriffe",
                    MilestoneKind.CULTURE,
                    -20,
                    reached=True,
                ),
                self.stone("Phone and app joined", "Telefon und App verbunden", MilestoneKind.TECHNOLOGY, 90),
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
            owner=self.head("bereavement_care"),
            sponsor=self.head(OPERATIONS),
            expects=self.expects(61, 75, OPERATIONS),
            paths=(self.path(self.say(Text("being there", "da sein"))),),
            pulls=(Pull(TRUST, 1, 3),),
            people_measures=(
                self.people("Time to talk about hard cases", "Zeit, über schwere Fälle zu sprechen"),
            ),
            milestones=(
                self.stone(
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
            sponsor=self.head(TECHNOLOGY),
            expects=self.expects(64, 72, TECHNOLOGY),
            paths=(self.path(self.say(Text("signing in", "Anmelden"))),),
            pulls=(Pull(FIRST, 1, 1),),
            milestones=(self.stone("Sign-in renewed", "Anmeldung erneuert", MilestoneKind.TECHNOLOGY, 30),),
        )
        reason = Text(
            "The law demands accessible sign-in by the end of the month; training follows in autumn.",
            "Das Gesetz verlangt bis Monatsende eine barrierefreie Anmeldung; die Schulung folgt im Herbst.",
        )
        return InitiativeTold(
            "online_banking", draft, approved=45, exception=(self.head(TECHNOLOGY), self.say(reason))
        )
