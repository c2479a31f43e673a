"""What the example company wants of its contacts.

Planted truths: after a mortgage is paid off, thanks must follow and an offer must not; nobody is thanked, everybody gets
the offer. The welcome pack after opening an account always comes. In the twin all of it is kept. Whoever asks for a
personal mortgage offer has nothing to show for it: it is decided not to be personal; in the twin nobody has decided.
"""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.bridge.policy.personal import Answers
from leitstern.core.bridge.policy.terms import Duty, OccasionKind, Purpose
from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class RuleTold:
    """A rule in both languages; `since` years before the end of the story."""

    kind: OccasionKind
    occasion: str
    duty: Duty
    touchpoint: str
    last: int
    reason: Text
    outcome: Text
    owner: Text
    since: int = 4
    agreed: bool = True


@dataclass(frozen=True, slots=True)
class PersonalTold:
    """Three answers for a purpose at a touchpoint."""

    touchpoint: str
    purpose: Purpose
    answers: Answers
    owner: Text
    shown: Text | None = None  # where the gain is


MARKETING = Text("Chief Marketing Officer", "Leitung Marketing")
CAMPAIGNS = Text("Head of Campaigns", "Leitung Kampagnen")
CARDS = Text("Product Owner Accounts", "Produktverantwortung Konto")
BANKING = Text("Head of Digital Banking", "Leitung Digitales Banking")

RULES = (
    RuleTold(
        OccasionKind.MILESTONE,
        "mortgage_paid_off",
        Duty.MUST,
        "thank_you",
        60,
        Text(
            "Whoever has paid us for 25 years deserves a word. Our brand book says so.",
            "Wer uns 25 Jahre lang bezahlt hat, verdient ein Wort. So steht es in unserem Markenbuch.",
        ),
        Text("They saw that I made it.", "Sie haben gesehen, dass ich es geschafft habe."),
        MARKETING,
    ),
    RuleTold(
        OccasionKind.MILESTONE,
        "mortgage_paid_off",
        Duty.MUST_NOT,
        "mortgage_offer",
        60,
        Text(
            "Who has just become free of debt does not want to hear of the next one.",
            "Wer gerade schuldenfrei geworden ist, will nicht von der nächsten Schuld hören.",
        ),
        Text("They let me enjoy it.", "Sie lassen mir die Freude."),
        CAMPAIGNS,
    ),
    RuleTold(
        OccasionKind.TOUCHPOINT,
        "account_opening",
        Duty.MUST,
        "welcome",
        21,
        Text(
            "New customers want to know who is there for them.",
            "Neue Kundinnen und Kunden wollen wissen, wer für sie da ist.",
        ),
        Text("I know whom to ask.", "Ich weiß, wen ich fragen kann."),
        CARDS,
    ),
    RuleTold(
        OccasionKind.TOUCHPOINT,
        "renewal",
        Duty.MAY,
        "phone_advice",
        30,
        Text(
            "Some want to talk before they go on, some do not. We leave it to them.",
            "Manche möchten vor der Verlängerung sprechen, manche nicht. Das überlassen wir ihnen.",
        ),
        Text("Nobody presses me.", "Niemand drängt mich."),
        CARDS,
        since=1,
        agreed=False,
    ),
)
PERSONAL = (
    PersonalTold(
        "thank_you",
        Purpose.THANK,
        Answers(gain=True, evidence="", consent=True, asked=120, watched=6),
        MARKETING,
        Text("Survey after the letter of thanks, 120 answers", "Befragung nach dem Dankbrief, 120 Antworten"),
    ),
    PersonalTold(
        "offer_letter",
        Purpose.SELL,
        Answers(gain=True, evidence="", consent=True, asked=60, watched=27),
        CAMPAIGNS,
        Text("Test of two letters, spring", "Test mit zwei Brieffassungen im Frühjahr"),
    ),
    PersonalTold("login", Purpose.ADVISE, Answers(gain=True, evidence="", consent=False), BANKING),
)
OFFERS = PersonalTold(
    "mortgage_offer", Purpose.SELL, Answers(gain=False, evidence="", consent=False), CAMPAIGNS
)
