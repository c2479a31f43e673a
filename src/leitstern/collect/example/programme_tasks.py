"""The roadmap of the invented company's programme: six tasks done, fourteen ahead on route C, what there is, what if."""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.bridge.programme.task import Side, Supply
from leitstern.core.texts import Text

SAID = Text(en="Estimate of those who do it", de="Schätzung derer, die es tun")
CALENDARS = Text(en="Calendars of the board areas", de="Kalender der Vorstandsbereiche")
CAPACITIES = (
    (Supply.LEADERS, "customers", 44.0),
    (Supply.LEADERS, "technology", 26.0),
    (Supply.LEADERS, "processing", 24.0),
    (Supply.PEOPLE, "customers", 70.0),
    (Supply.IT, "", 48.0),
    (Supply.BUDGET, "EUR", 14_000_000.0),
)
# What the programme counts with although Technology declared hours of which running duties leave three.
HOPED = (Supply.LEADERS, "technology", 16.0, 30)
DROPPED = Text(
    en="Steering committee: working group and vendor days are to end",
    de="Lenkungskreis: Arbeitskreis und Anbietertage sollen enden",
)
PEOPLE, TECHNOLOGY = Side.PEOPLE, Side.TECHNOLOGY


@dataclass(frozen=True, slots=True)
class TaskTold:
    """A task: months at least, likely, at most; board area; leaders' hours, people's days, IT days, thousands of euro a month."""

    slug: str
    title: Text
    months: tuple[float, float, float]
    unit: str
    amounts: tuple[float, float, float, float] = (0, 0, 0, 0)
    side: Side = PEOPLE
    needs: tuple[str, ...] = ()
    gate: bool = False
    initiative: str = ""
    ran: tuple[float, float | None] | None = None  # began and ended in which month


DONE = (
    TaskTold(
        "listen",
        Text(en="The board hears one customer a week", de="Der Vorstand hört jede Woche ein Kundengespräch"),
        (3, 5, 9),
        "customers",
        (16, 0, 0, 0),
        ran=(2, 7),
    ),
    TaskTold(
        "platform",
        Text(en="Introduce the campaign platform", de="Kampagnenplattform einführen"),
        (6, 8, 13),
        "technology",
        (8, 0, 24, 90),
        TECHNOLOGY,
        ran=(2, 10),
    ),
    TaskTold(
        "workshops",
        Text(en="Twelve workshops with customers", de="Zwölf Werkstätten mit Kundinnen und Kunden"),
        (4, 6, 10),
        "customers",
        (12, 20, 0, 10),
        needs=("listen",),
        ran=(7, 13),
    ),
    TaskTold(
        "describe",
        Text(
            en="Describe processes as customers see them", de="Abläufe aus Sicht der Kundschaft beschreiben"
        ),
        (5, 8, 14),
        "processing",
        (8, 0, 0, 0),
        ran=(4, 13),
    ),
    TaskTold(
        "stop",
        Text(en="Agree on the stop list in every department", de="Stoppliste mit jedem Bereich vereinbaren"),
        (2, 4, 7),
        "customers",
        (10, 10, 0, 0),
        needs=("listen",),
        ran=(8, 12),
    ),
    TaskTold(
        "handoffs",
        Text(
            en="Agree on handoffs of service and branches",
            de="Übergaben von Service und Filialen vereinbaren",
        ),
        (4, 6, 11),
        "processing",
        (12, 0, 0, 0),
        needs=("describe",),
        ran=(13, 22),
    ),
)
AHEAD = (
    TaskTold(
        "presence",
        Text(
            en="Leaders spend one hour a week with customers",
            de="Führung verbringt jede Woche eine Stunde bei der Kundschaft",
        ),
        (4, 7, 12),
        "customers",
        (20, 10, 0, 0),
        gate=True,
    ),
    TaskTold(
        "goal",
        Text(en="Board areas share one key figure", de="Vorstandsbereiche teilen eine Kennzahl"),
        (3, 6, 12),
        "technology",
        (12, 0, 0, 0),
        gate=True,
    ),
    TaskTold(
        "principles",
        Text(en="Anchor the principles in campaigns anew", de="Prinzipien in den Kampagnen neu verankern"),
        (3, 5, 10),
        "customers",
        (12, 15, 0, 0),
        gate=True,
    ),
    TaskTold(
        "lists",
        Text(en="Switch the spreadsheets off once more", de="Tabellenlisten wieder abschalten"),
        (2, 3, 6),
        "customers",
        (8, 10, 0, 0),
        needs=("principles",),
    ),
    TaskTold(
        "goodwill",
        Text(en="Advisers decide on goodwill themselves", de="Beratung entscheidet selbst über Kulanz"),
        (5, 9, 16),
        "customers",
        (16, 30, 0, 20),
        gate=True,
    ),
    TaskTold(
        "claims",
        Text(en="Handoffs of claims and branches", de="Übergaben von Schaden und Filialen"),
        (4, 7, 13),
        "processing",
        (14, 0, 0, 0),
    ),
    TaskTold(
        "why",
        Text(en="Everybody can explain the why", de="Jede und jeder kann das Warum erklären"),
        (6, 10, 18),
        "customers",
        (12, 25, 0, 15),
        needs=("presence",),
    ),
    TaskTold(
        "reviews",
        Text(en="A review of the culture every quarter", de="Jedes Quartal ein Rückblick auf die Kultur"),
        (6, 12, 18),
        "processing",
        (8, 0, 0, 0),
        needs=("why",),
    ),
    TaskTold(
        "reading",
        Text(en="Twenty people learn to read data", de="Zwanzig Menschen lernen Daten lesen"),
        (6, 9, 15),
        "customers",
        (6, 20, 4, 10),
    ),
    TaskTold(
        "bereavement",
        Text(en="One person in bereavement, everywhere", de="Ein Mensch im Trauerfall, überall"),
        (3, 5, 9),
        "processing",
        (10, 0, 0, 10),
        initiative="bereavement_care",
        ran=(34, None),
    ),
    TaskTold(
        "record",
        Text(en="One record over all channels", de="Eine Akte über alle Kanäle"),
        (8, 12, 24),
        "technology",
        (8, 0, 26, 70),
        TECHNOLOGY,
        initiative="one_record",
    ),
    TaskTold(
        "banking",
        Text(en="Renew the surface of online banking", de="Oberfläche im Online-Banking erneuern"),
        (3, 5, 10),
        "technology",
        (4, 0, 18, 50),
        TECHNOLOGY,
        initiative="online_banking",
    ),
    TaskTold(
        "chatbot",
        Text(en="The chatbot hands over with the history", de="Chatbot übergibt mit Vorgeschichte"),
        (3, 6, 12),
        "technology",
        (6, 0, 20, 40),
        TECHNOLOGY,
        needs=("record",),
        initiative="chatbot",
    ),
    TaskTold(
        "offers",
        Text(en="Offers only where they help", de="Angebote nur, wo sie helfen"),
        (4, 7, 14),
        "technology",
        (6, 0, 16, 60),
        TECHNOLOGY,
        needs=("record", "goodwill"),
        initiative="personal_offers",
    ),
)
MORE_TIME = Text(en="Half as much leaders’ time again", de="Führung nimmt sich die Hälfte mehr Zeit")
DIRECT = Text(en="Technology at once (direct way B)", de="Technologie sofort (Direktweg B)")
NOTHING = Text(en="Doing nothing", de="Nichts tun")
