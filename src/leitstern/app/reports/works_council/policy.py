"""Fields of contact rules, and of how personal contacts with customers are made."""

from __future__ import annotations

from leitstern.app.policy.models import ContactRule, PersonalDecision, Wording
from leitstern.app.reports.works_council.described import Described, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.core.texts import Text

TOUCHPOINT = nobody("at which touchpoint", "an welchem Kontaktpunkt")
OWNER = user("who answers for it", "wer dafür einsteht")
REVIEW = nobody("when somebody looks at it again", "wann wieder jemand darauf schaut")

RECORDS = {
    ContactRule: Described(
        Text(en="Contact rule", de="Kontaktregel"),
        FOR_GOOD,
        {
            "occasion_kind": nobody("touchpoint or milestone", "Kontaktpunkt oder Meilenstein"),
            "occasion": nobody("what comes first", "was vorausgeht"),
            "touchpoint": TOUCHPOINT,
            "duty": nobody(
                "whether a contact must, may or must not follow",
                "ob ein Kontakt folgen muss, darf oder nicht darf",
            ),
            "first_day": nobody("from which day on", "ab welchem Tag"),
            "last_day": nobody("up to which day", "bis zu welchem Tag"),
            "since": nobody("from when on", "ab wann"),
            "until": nobody("until when", "bis wann"),
            "reason": nobody("why", "warum"),
            "outcome": nobody("what customers notice", "was Kundinnen und Kunden merken"),
            "owner": OWNER,
            "review": REVIEW,
            "agreed": nobody("when it was agreed", "wann sie vereinbart wurde"),
            "agreed_by": user("who agreed", "wer sie vereinbart hat"),
        },
    ),
    Wording: Described(
        Text(en="Earlier wording of a contact rule", de="Früherer Wortlaut einer Kontaktregel"),
        FOR_GOOD,
        {
            "rule": nobody("the contact rule", "die Kontaktregel"),
            "content": user(
                "what was said around it once, with who answered for it",
                "was einmal dazu gesagt war, mit der Person, die dafür einstand",
            ),
        },
    ),
    PersonalDecision: Described(
        Text(en="How personal a contact is", de="Wie persönlich ein Kontakt ist"),
        FOR_GOOD,
        {
            "touchpoint": TOUCHPOINT,
            "purpose": nobody("for what the contact is there", "wofür der Kontakt da ist"),
            "gain": nobody("whether customers gain", "ob Kundinnen und Kunden etwas davon haben"),
            "evidence": nobody("where that is shown", "wo das belegt ist"),
            "consent": nobody("whether customers consented", "ob Kundinnen und Kunden eingewilligt haben"),
            "asked": nobody("how many customers were asked", "wie viele Kundinnen und Kunden gefragt wurden"),
            "watched": nobody(
                "how many of them would feel watched", "wie viele sich beobachtet fühlen würden"
            ),
            "owner": OWNER,
            "review": REVIEW,
        },
    ),
}
