"""What the invented company works with, as its own people entered it.

Planted, and found by tests: two newsletter tools do the same (one of them pays in Swiss francs); the claims photo app
stands alone, joined to nothing and owned by nobody; those who answer for the customer record rate its support 4.5, the 96
who work with it 2.1; of the e-mail address no system leads; lists of campaigns go to branches as spreadsheets by hand;
whoever answered for signing in has left; an outcome chain needs a capability nobody entered.

The twin has one newsletter tool, photos and lists that get across live, one leading source for everything, and users who
see the customer record as its owners do.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from leitstern.collect.example.adoption import LIVE, MONTHS, PLATFORM, PLATFORM_NAME
from leitstern.collect.example.portfolio_told import CARDS
from leitstern.collect.example.technology_told import (
    BETTER,
    BY_HAND,
    CLAIMS,
    DATA,
    DISLIKED,
    IT,
    LIKED,
    MARKETING,
    RECORD,
    SALES,
    SERVICE,
    TRAVEL,
    Decided,
    TechnologyTold,
)
from leitstern.core.company.money import Money
from leitstern.core.inside.stack.advice import Option
from leitstern.core.inside.stack.inventory import Application, Capability, DataObject, Gap, Integration, Thing
from leitstern.core.inside.stack.ratings import Question, Rated, View
from leitstern.core.inside.stack.terms import Category, Kind, Level, Remedy, Way
from leitstern.core.texts import Text


def technology(
    until: date, language: str, chains: tuple[tuple[str, str], ...], *, planted: bool
) -> TechnologyTold:
    """Everything at the end of the story; `chains` are capability and outcome as initiatives say them."""
    told = _Told(until, language, planted)
    things: tuple[Thing, ...] = (
        *told.applications(),
        *told.capabilities(chains),
        *told.data(),
        *told.integrations(),
    )
    return TechnologyTold(things, told.ratings(), told.decisions())


class _Told:
    """The story in one language."""

    def __init__(self, until: date, language: str, planted: bool) -> None:
        self.until, self.language, self.planted = until, language, planted

    def say(self, text: Text) -> str:
        return text.to(self.language)

    def applications(self) -> tuple[Application, ...]:
        """What people work with."""
        live = self.until - timedelta(days=round((MONTHS - LIVE) * 30.44))
        it, sales, marketing, service = (self.say(each) for each in (IT, SALES, MARKETING, SERVICE))
        found = [
            self._one(
                "core_banking",
                Text("Core banking", "Kernbank"),
                Category.OTHER,
                ("operations", "lending"),
                it,
                2_400,
            ),
            self._one(
                RECORD,
                Text("Customer record", "Kundenakte"),
                Category.CRM,
                ("branches", "service"),
                sales,
                420,
            ),
            replace(
                self._one(
                    PLATFORM, PLATFORM_NAME, Category.AUTOMATION, ("marketing", "campaigns"), marketing, 310
                ),
                live_since=live,
                acquired=live - timedelta(days=240),
            ),
            self._one(
                "circular", Text("Circular", "Rundbrief"), Category.CONTENT, ("marketing",), marketing, 64
            ),
            self._one(
                "online_bank", Text("Online bank", "Onlinebank"), Category.EXPERIENCE, ("digital",), it, 890
            ),
            self._one(
                "phone_desk",
                Text("Phone desk", "Telefonplatz"),
                Category.CONTACT_CENTRE,
                ("service",),
                service,
                270,
            ),
            self._one(
                "branch_desk", Text("Branch desk", "Filialplatz"), Category.OTHER, ("branches",), sales, 180
            ),
            self._one(
                "data_house", Text("Data house", "Datenhaus"), Category.DATA, ("it",), self.say(DATA), 350
            ),
            self._one(
                "claims_file",
                Text("Claims file", "Schadenakte"),
                Category.OTHER,
                ("claims_assessment",),
                self.say(CLAIMS),
                520,
            ),
            self._photos(it),
        ]
        if self.planted:
            postman = self._one(
                "postman", Text("Postman", "Postbote"), Category.CONTENT, ("insurance",), self.say(TRAVEL), 0
            )
            found.append(replace(postman, cost=Money(5_800_000, "CHF")))
        return tuple(found)

    def _one(
        self, slug: str, name: Text, category: Category, units: tuple[str, ...], owner: str, thousands: int
    ) -> Application:
        cost = Money(100_000 * thousands, "EUR") if thousands else None
        return Application(
            slug, self.say(name), category, units=units, owner=owner, it_owner=self.say(IT), cost=cost
        )

    def _photos(self, it: str) -> Application:
        owner, it_owner = ("", "") if self.planted else (self.say(CLAIMS), it)
        return Application(
            "claims_photos",
            self.say(Text("Claims photos", "Schadenfoto")),
            Category.OTHER,
            units=("claims_intake",),
            owner=owner,
            it_owner=it_owner,
            cost=Money(3_500_000, "EUR"),
        )

    def capabilities(self, chains: tuple[tuple[str, str], ...]) -> tuple[Capability, ...]:
        """What the company has to be able to do, and what it lacks."""
        there, works, missing = Level.THERE, Level.WORKS, Level.MISSING
        newsletters = ("circular", "postman") if self.planted else ("circular",)
        gaps = (
            Gap(
                self.say(
                    Text(
                        "Open cases are not seen before a mailing",
                        "Offene Fälle sind vor einem Versand nicht zu sehen",
                    )
                ),
                PLATFORM,
                critical=True,
                remedy=Remedy.UPGRADE,
            ),
            Gap(
                self.say(
                    Text(
                        "Branches see no campaign before customers do",
                        "Filialen sehen keine Kampagne vor der Kundschaft",
                    )
                ),
                PLATFORM,
                remedy=Remedy.UPGRADE,
            ),
            Gap(
                self.say(
                    Text("Nobody is asked which occasion fits", "Niemand wird gefragt, welcher Anlass passt")
                ),
                PLATFORM,
                remedy=Remedy.UPGRADE,
            ),
            Gap(
                self.say(Text("Letters on paper run separately", "Briefe auf Papier laufen getrennt")),
                PLATFORM,
                remedy=Remedy.POINT,
            ),
        )
        slow = Gap(
            self.say(Text("Notes take longer than the talk", "Notizen dauern länger als das Gespräch")),
            RECORD,
            critical=True,
        )
        own = (
            self._can("campaigns", Text("Write for a reason", "Aus einem Anlass schreiben"), Text("I only hear what concerns me.", "Ich höre nur, was mich betrifft."), MARKETING, ("offer_letter",), (PLATFORM,), (there, there, there), gaps),
            self._can("newsletters", Text("Keep people informed", "Auf dem Laufenden halten"), Text("I know what is new, and can stop it.", "Ich weiß, was neu ist, und kann es abbestellen."), MARKETING, ("offer_letter",), newsletters, (works, works, works), ()),
            self._can("calls", Text("Solve requests on the phone", "Anliegen am Telefon lösen"), Text("I call once, and it is solved.", "Ich rufe einmal an, und es ist gelöst."), SERVICE, ("call_help", "call_back"), ("phone_desk", RECORD), (works, there, there), (slow,)),
            self._can("advice", Text("Advise in the branch", "In der Filiale beraten"), Text("Whoever advises me knows me.", "Wer mich berät, kennt mich."), SALES, ("branch_advice",), ("branch_desk", RECORD), (works, works, there), ()),
            self._can("claims", Text("Settle claims", "Schäden regulieren"), Text("I know what happens with my claim.", "Ich weiß, was mit meinem Schaden geschieht."), CLAIMS, ("claim_report", "claim_settled"), ("claims_file", "claims_photos"), (there, missing, works), ()),
            self._can("payments", Text("Pay at any time", "Jederzeit bezahlen"), Text("My money is where I need it.", "Mein Geld ist, wo ich es brauche."), IT, ("payment", "login"), ("online_bank", "core_banking", "data_house"), (works, works, works), ()),
        )  # fmt: skip
        left = [chains[at] for at in range(len(chains)) if not self.planted or at != 1]
        return (*own, *(self._chained(name, outcome, at) for at, (name, outcome) in enumerate(left)))

    def _chained(self, name: str, outcome: str, at: int) -> Capability:
        """What an initiative's outcome chain needs."""
        owner = CARDS if self.planted and at == 1 else SERVICE
        works = Level.WORKS
        return Capability(
            f"chain_{at}",
            name,
            outcome,
            self.say(owner),
            applications=(RECORD,) if at == 0 else ("online_bank",),
            people=works,
            process=Level.THERE,
            technology=Level.THERE,
        )

    def _can(
        self,
        slug: str,
        name: Text,
        outcome: Text,
        owner: Text,
        touchpoints: tuple[str, ...],
        applications: tuple[str, ...],
        levels: tuple[Level, Level, Level],
        gaps: tuple[Gap, ...],
    ) -> Capability:
        people, process, system = levels
        return Capability(
            slug, self.say(name), self.say(outcome), self.say(owner), touchpoints, applications, people, process, system, gaps
        )  # fmt: skip

    def data(self) -> tuple[DataObject, ...]:
        """What is kept about customers."""
        day = self.until - timedelta(days=12)
        kept = ("online_bank", PLATFORM, "circular", *(("postman",) if self.planted else ()))
        leading = "" if self.planted else RECORD
        rows = (
            ("email", Text("E-mail address", "E-Mail-Adresse"), leading, (RECORD, *kept), Text("Writing to customers", "Der Kundschaft schreiben")),
            ("address", Text("Postal address", "Anschrift"), "core_banking", (RECORD, "claims_file"), Text("Letters and contracts", "Briefe und Verträge")),
            ("contacts", Text("Contact history", "Kontakthistorie"), RECORD, ("phone_desk", "branch_desk"), Text("Nobody has to tell it twice", "Niemand muss es zweimal erzählen")),
            ("consent", Text("Consent to advertising", "Einwilligung in Werbung"), RECORD, (PLATFORM,), Text("Only writing to those who want it", "Nur schreiben, wem es recht ist")),
            ("contract", Text("Contracts", "Verträge"), "core_banking", ("online_bank", "data_house"), Text("Keeping agreements", "Vereinbarungen einhalten")),
        )  # fmt: skip
        return tuple(
            DataObject(slug, self.say(name), leading, held, self.say(purpose), day)
            for slug, name, leading, held, purpose in rows
        )

    def integrations(self) -> tuple[Integration, ...]:
        """How data gets from one to another."""
        lists = Way.BY_HAND if self.planted else Way.LIVE
        found = [
            Integration("core_banking", RECORD, Way.LIVE, ("address",)),
            Integration("core_banking", "claims_file", Way.LIVE, ("address",)),
            Integration("core_banking", "online_bank", Way.LIVE, ("contract",)),
            Integration("core_banking", "data_house", Way.LIVE, ("contract",)),
            Integration(RECORD, "phone_desk", Way.LIVE, ("contacts",)),
            Integration(RECORD, "branch_desk", Way.LIVE, ("contacts",)),
            Integration(RECORD, PLATFORM, Way.LIVE, ("email", "consent")),
            Integration(RECORD, "online_bank", Way.LIVE, ("email",)),
            Integration(PLATFORM, "circular", Way.LIVE, ("email",)),
            Integration(
                PLATFORM, "branch_desk", lists, ("consent",), self.say(BY_HAND) if self.planted else ""
            ),
        ]
        if self.planted:
            found.append(Integration("online_bank", "postman", Way.LIVE, ("email",)))
        else:
            found.append(Integration("claims_photos", "claims_file", Way.LIVE))
        return tuple(found)

    def ratings(self) -> tuple[Rated, ...]:
        """What people say of the customer record."""
        asked = self.until - timedelta(days=60)
        users = DISLIKED if self.planted else LIKED
        found = [
            Rated(RECORD, Question.SUPPORT, View.USERS, counts, unit, asked) for unit, counts in users.items()
        ]
        owner = (0, 0, 0, 1, 1) if self.planted else (0, 0, 0, 2, 0)
        found.append(Rated(RECORD, Question.SUPPORT, View.OWNER, owner, "", asked))
        found += [
            Rated(RECORD, question, View.USERS, LIKED["service"], "service", asked) for question in BETTER
        ]
        return tuple(found)

    def decisions(self) -> tuple[Decided, ...]:
        """What was decided."""
        reason = Text(
            "Three of four gaps are a matter of settings; nobody needs another platform.",
            "Drei von vier Lücken sind Sache der Einstellungen; noch eine Plattform braucht niemand.",
        )
        return (Decided(Kind.CAPABILITY, "campaigns", Option.UPGRADE, self.say(reason), 75),)
