"""What the invented company tells its people about what is changing, and whether it arrives.

Planted, and found by tests: the chatbot's brief speaks of technology only, stops nothing and has no answer for those who
advise by phone; two initiatives have no brief at all; those who advise in the branches hear of the shared record two weeks
after it applies. In *Campaigns* two of eleven can explain why all this is done, and three of eleven can manage it.

In the twin every initiative has a brief with an answer for every role, everybody hears in time, and all departments
understand alike. In both, people have taken part in co-design workshops in every quarter, as many in the third year as in
the first, and customers helped to shape two pieces of the work that serves them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.example.change_briefs import BOARD
from leitstern.core.bridge.change.pulse import Asked
from leitstern.core.bridge.change.talk import Channel
from leitstern.core.inside.structure.duties import Place
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class MessageTold:
    """Something that is said so many days before the end; `done`: ticked off."""

    title: Text
    ago: int
    channel: Channel
    who: Text
    units: tuple[str, ...]
    initiative: str = ""
    done: bool = True


@dataclass(frozen=True, slots=True)
class ShapingTold:
    """A workshop: who took part of how many invited, by department, and what came of it."""

    titles: tuple[Text, Text, Text]  # this year, last year, the year before
    initiative: str
    customers: int
    attendance: tuple[tuple[str, int, int], ...]
    taken_up: Text | None
    refused: Text | None = None
    shaped: tuple[tuple[Place, str], ...] = ()


MESSAGES = (
    MessageTold(
        Text("The board explains the shared record", "Der Vorstand erklärt die gemeinsame Akte"),
        196,
        Channel.ASSEMBLY,
        BOARD,
        ("service", "it"),
        "one_record",
    ),
    MessageTold(
        Text("Rounds in the teams: what changes on Monday", "Teamrunden: was am Montag anders ist"),
        188,
        Channel.TEAM,
        Text("Team leads", "Teamleitungen"),
        ("service", "it"),
        "one_record",
    ),
    MessageTold(
        Text("Mail about bereavement care", "E-Mail zur Nachlassbetreuung"),
        318,
        Channel.MAIL,
        BOARD,
        ("bereavement_care", "operations"),
        "bereavement_care",
    ),
    MessageTold(
        Text("Talks with every team of bereavement care", "Gespräche mit jedem Team der Nachlassbetreuung"),
        314,
        Channel.CONVERSATION,
        Text("Head of Bereavement Care", "Leitung Nachlassbetreuung"),
        ("bereavement_care", "operations"),
        "bereavement_care",
    ),
    MessageTold(
        Text("Round of dialogue in Marketing", "Dialogrunde in Marketing"),
        -6,
        Channel.CONVERSATION,
        BOARD,
        ("marketing", "campaigns"),
        done=False,
    ),
    MessageTold(
        Text("What came of the last workshop", "Was aus der letzten Werkstatt wurde"),
        4,
        Channel.INTRANET,
        Text("CX lead", "Leitung Kundenerlebnis"),
        ("marketing", "campaigns", "branches"),
        done=False,
    ),
)
BRANCH_ROUNDS = Text("Rounds in the branches", "Runden in den Filialen")
LATE, IN_TIME = 166, 185  # days before the end on which branches hear of the record
CHATBOT_ROUND = Text("What the chatbot does", "Was der Chatbot macht")
QUARTERS = 12
SHAPINGS = (
    ShapingTold(
        (
            Text("A day in the life of a call", "Ein Tag im Leben eines Anrufs"),
            Text("What a hotline hears first", "Was eine Hotline zuerst hört"),
            Text("Three calls, one story", "Drei Anrufe, eine Geschichte"),
        ),
        "one_record",
        4,
        (("service", 18, 14), ("it", 8, 6), ("data_office", 4, 3)),
        Text(
            "The record opens with what was said last, not with the contract.",
            "Die Akte öffnet sich mit dem, was zuletzt gesagt wurde, nicht mit dem Vertrag.",
        ),
        shaped=((Place.TOUCHPOINT, "call_help"),),
    ),
    ShapingTold(
        (
            Text("Letters nobody should have to write", "Briefe, die niemand schreiben müssen sollte"),
            Text("Who calls whom after a death", "Wer nach einem Todesfall wen anruft"),
            Text("The first week of a bereaved family", "Die erste Woche einer trauernden Familie"),
        ),
        "bereavement_care",
        0,
        (("bereavement_care", 14, 12), ("operations", 12, 9)),
        Text("Three standard letters were ended.", "Drei Serienbriefe wurden abgeschafft."),
        Text(
            "Call-back on Sundays was not taken up: nobody should have to work then.",
            "Rückruf am Sonntag wurde nicht aufgenommen: Da soll niemand arbeiten müssen.",
        ),
        shaped=((Place.TOUCHPOINT, "thank_you"), (Place.TOUCHPOINT, "bereavement")),
    ),
    ShapingTold(
        (
            Text(
                "What a campaign needs before it goes out", "Was eine Kampagne braucht, bevor sie hinausgeht"
            ),
            Text("Lists we could do without", "Listen, auf die wir verzichten können"),
            Text("One word for every campaign", "Ein Wort für jede Kampagne"),
        ),
        "",
        6,
        (("campaigns", 11, 8), ("marketing", 15, 9), ("branches", 10, 7)),
        Text("The classification got four fields less.", "Die Einordnung bekam vier Felder weniger."),
        shaped=((Place.TOUCHPOINT, "offer_letter"), (Place.JOURNEY, "loan")),
    ),
    ShapingTold(
        (
            Text("At the counter with the record", "Am Schalter mit der Akte"),
            Text(
                "What customers may see on the screen", "Was Kundinnen und Kunden am Bildschirm sehen dürfen"
            ),
            Text("Branch and hotline swap places", "Filiale und Hotline tauschen die Plätze"),
        ),
        "one_record",
        0,
        (("branches", 24, 17), ("service", 8, 5)),
        Text("Customers see the screen, too.", "Auch Kundinnen und Kunden sehen den Bildschirm."),
    ),
)
ASKED = {
    "marketing": 34,
    "campaigns": 11,
    "service": 140,
    "branches": 190,
    "it": 88,
}  # staff; everybody answers
USUAL: Mapping[Asked, float] = {
    Asked.WHY: 0.74,
    Asked.WORK: 0.7,
    Asked.PRINCIPLES: 0.66,
    Asked.STOP: 0.58,
    Asked.RIGHT: 0.78,
    Asked.LOAD: 0.76,
    Asked.MANAGER: 0.72,
    Asked.HEARD: 0.61,
    Asked.TOP: 0.71,
    Asked.OURS: 0.64,
}
IN_CAMPAIGNS: Mapping[Asked, int] = {
    Asked.WHY: 2,
    Asked.WORK: 4,
    Asked.PRINCIPLES: 6,
    Asked.STOP: 3,
    Asked.RIGHT: 7,
    Asked.LOAD: 3,
    Asked.MANAGER: 6,
    Asked.HEARD: 4,
    Asked.TOP: 5,
    Asked.OURS: 6,
}
IN_IT: Mapping[Asked, float] = {Asked.TOP: 0.34, Asked.OURS: 0.2}
ASKED_AGO = 12  # days before the end on which the pulse ended


def yes_in(unit: str, planted: bool) -> dict[Asked, int]:
    """How many of a department say what speaks for the change: yes, or no where the question is put the other way round.

    In planted *IT* eight of ten leave customers to the team for experience, and a third find that the top stands behind it.
    """
    if planted and unit == "campaigns":
        return dict(IN_CAMPAIGNS)
    shares = {**USUAL, **(IN_IT if planted and unit == "it" else {})}
    return {asked: round(share * ASKED[unit]) for asked, share in shares.items()}
