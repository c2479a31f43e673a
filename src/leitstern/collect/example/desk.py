"""What the example company's service staff entered by hand on its last day: calls, a visit, letters.

Nothing is planted in them but what there is to see: something overdue, something for several departments, an answer that
was asked for. They are few, and wait to be counted, so that no number of the example hangs on them.
"""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.texts import Text

NOTHING = Text(en="", de="")


@dataclass(frozen=True, slots=True)
class EnteredTold:
    """One contact: whose (a new customer by number), where, how many days ago, and what was said."""

    customer: int
    touchpoint: str
    ago: int
    reason: Text
    step: Text = NOTHING
    department: str = ""
    by: int = 0  # days from the last day of the story; negative is overdue
    promise: str = ""
    due: int = 0
    note: Text = NOTHING
    scale: str = ""
    value: str = ""
    words: Text = NOTHING
    arrived: int | None = None  # days ago: a letter


TOLD = (
    EnteredTold(
        3,
        "call_help",
        0,
        Text(
            en="Does not understand the letter about fees", de="Versteht das Schreiben zu den Gebühren nicht"
        ),
        Text(en="Explain the fees in plain words", de="Gebühren in einfachen Worten erklären"),
        "service",
        1,
        promise="call_back_in_a_day",
        due=1,
    ),
    EnteredTold(
        8,
        "claim_call",
        1,
        Text(
            en="Asks for the third time where the claim stands",
            de="Fragt zum dritten Mal, wie es um den Schaden steht",
        ),
        Text(en="Say what is still missing", de="Sagen, was noch fehlt"),
        "claims_assessment",
        -1,
        note=Text(
            en="Mr Brown could not tell; the customer may be called under 030 1234567.",
            de="Herr Braun konnte es nicht sagen; zu erreichen ist die Kundin unter 030 1234567.",
        ),
    ),
    EnteredTold(
        15,
        "branch_counter",
        0,
        Text(en="Wanted to hand in documents once more", de="Wollte Unterlagen noch einmal abgeben"),
        scale="csat",
        value="2",
        words=Text(
            en="You had them twice already, and nobody knows where they are.",
            de="Sie hatten die schon zweimal, und keiner weiß, wo sie sind.",
        ),
    ),
    EnteredTold(
        21,
        "card_block",
        0,
        Text(en="Card lost on a journey", de="Karte auf der Reise verloren"),
        Text(en="Send the new card to the holiday address", de="Neue Karte an die Urlaubsadresse schicken"),
        "operations",
        3,
        promise="card_in_seven_days",
        due=7,
    ),
    EnteredTold(
        34,
        "complaint",
        6,
        Text(en="Settlement shorter than expected", de="Schaden niedriger reguliert als erwartet"),
        Text(en="Answer in writing", de="Schriftlich antworten"),
        "claims_intake",
        2,
        promise="complaint_in_five_days",
        due=1,
        arrived=3,
    ),
    EnteredTold(
        55,
        "cancellation",
        4,
        Text(
            en="Ends the contract because of the third change of contact",
            de="Kündigt wegen des dritten neuen Ansprechpartners",
        ),
        arrived=2,
    ),
)
