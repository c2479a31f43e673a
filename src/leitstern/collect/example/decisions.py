"""Ten decisions of the invented company, three of them changed by customers; and two questions that wait."""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.bridge.leadership.terms import Circle, Favour, Proof
from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class DecisionTold:
    """One question. Days are counted back from the end of the story: `ago` decided (None = it waits), `known` since when.

    `proof` and its words lay on the table, at `touchpoint`; `looked` is what came of it, `reversed_why` why it ended.
    """

    question: Text
    circle: Circle
    office: Text
    decided: Text
    ago: int | None
    known: int
    proof: Proof | None = None
    said: Text | None = None
    touchpoint: str = ""
    otherwise: Text | None = None
    reason: Text | None = None
    favour: Favour | None = None
    nothing: bool = False
    review: int | None = 120  # days after the decision
    looked: Text | None = None
    reversed_why: Text | None = None
    unit: str = ""
    options: tuple[Text, ...] = ()
    deadline: int | None = None  # days after the end of the story
    facet: str = ""  # then what customers live there lay on the table, too


BOARD = Text(en="Board Member Customers", de="Vorstand Kundschaft")
OPERATIONS = Text(en="Board Member Operations", de="Vorstand Betrieb")
TECHNOLOGY = Text(en="Board Member Technology", de="Vorstand Technologie")
PEOPLE = Text(en="Board Member Finance and People", de="Vorstand Finanzen und Personal")
CAMPAIGNS = Text(en="Head of Campaigns", de="Leitung Kampagnen")
OPEN = Text(en="", de="")

DECISIONS: tuple[DecisionTold, ...] = (
    DecisionTold(
        Text(
            en="Do we congratulate when a mortgage is paid off?",
            de="Gratulieren wir, wenn eine Baufinanzierung abbezahlt ist?",
        ),
        Circle.BOARD,
        BOARD,
        Text(
            en="Yes: a letter by hand within a week, and no offer for sixty days.",
            de="Ja: ein Brief von Hand binnen einer Woche, und sechzig Tage kein Angebot.",
        ),
        0,
        70,
        Proof.STORY,
        Text(
            en="After 25 years the house was paid off. The next letter was an offer for a new mortgage.",
            de="Nach 25 Jahren war das Haus abbezahlt. Der nächste Brief war ein Angebot für eine neue Finanzierung.",
        ),
        "payoff",
        facet="satisfied",
        otherwise=Text(
            en="An automatic e-mail with an offer.", de="Eine automatische E-Mail mit einem Angebot."
        ),
        favour=Favour.CUSTOMER,
        options=(
            Text(en="A letter by hand", de="Ein Brief von Hand"),
            Text(en="An automatic e-mail", de="Eine automatische E-Mail"),
        ),
    ),
    DecisionTold(
        Text(en="Who calls back?", de="Wer ruft zurück?"),
        Circle.STEERING,
        BOARD,
        Text(
            en="Whoever took the first call, within a day.",
            de="Wer den ersten Anruf angenommen hat, binnen eines Tages.",
        ),
        20,
        64,
        Proof.VOICE,
        Text(
            en="“Every time somebody else, and every time I begin anew.”",
            de="„Jedes Mal jemand anderes, und jedes Mal fange ich von vorn an.“",
        ),
        "call_back",
        otherwise=Text(en="A central pool for call-backs.", de="Ein zentraler Pool für Rückrufe."),
        favour=Favour.CUSTOMER,
    ),
    DecisionTold(
        Text(
            en="Do we renew the licence for evaluations?",
            de="Verlängern wir die Lizenz für Auswertungen?",
        ),
        Circle.BOARD,
        TECHNOLOGY,
        Text(en="Yes, for one year.", de="Ja, für ein Jahr."),
        31,
        45,
        reason=Text(
            en="A matter of licences; customers do not notice it.",
            de="Eine Lizenzfrage; Kundinnen und Kunden merken davon nichts.",
        ),
        favour=Favour.SAME,
        review=None,
    ),
    DecisionTold(
        Text(
            en="Do we write to customers about the new terms in spring?",
            de="Schreiben wir im Frühjahr zu den neuen Konditionen?",
        ),
        Circle.DEPARTMENT,
        CAMPAIGNS,
        Text(
            en="We do nothing: the yearly statement says it in time.",
            de="Wir tun nichts: Die Jahresübersicht sagt es rechtzeitig.",
        ),
        44,
        80,
        Proof.VOICE,
        Text(en="“Three letters about the same thing.”", de="„Drei Briefe über dasselbe.“"),
        "fee_letter",
        nothing=True,
        favour=Favour.SAME,
        unit="campaigns",
    ),
    DecisionTold(
        Text(en="How soon do we answer a claim?", de="Wie schnell antworten wir auf einen Schaden?"),
        Circle.BOARD,
        OPERATIONS,
        Text(
            en="News every week, even if there is none.",
            de="Jede Woche eine Nachricht, auch wenn es keine gibt.",
        ),
        75,
        160,
        Proof.VOICE,
        Text(
            en="“Not knowing was worse than waiting.”", de="„Nichts zu wissen war schlimmer als zu warten.“"
        ),
        "claim_settled",
        otherwise=Text(
            en="A tracking page, and no calls.", de="Eine Seite zum Nachverfolgen, und keine Anrufe."
        ),
        favour=Favour.BALANCED,
        looked=Text(
            en="Calls about open claims fell by a third.",
            de="Anrufe zu offenen Schäden gingen um ein Drittel zurück.",
        ),
    ),
    DecisionTold(
        Text(
            en="Does the branch in the old town stay open on Saturdays?",
            de="Bleibt die Filiale in der Altstadt samstags offen?",
        ),
        Circle.DEPARTMENT,
        Text(en="Head of Branches", de="Leitung Filialen"),
        Text(en="No longer; the app takes over.", de="Nicht mehr; die App übernimmt."),
        130,
        150,
        reason=Text(en="Nobody had asked customers.", de="Niemand hatte Kundinnen und Kunden gefragt."),
        favour=Favour.COMPANY,
        unit="branches",
        reversed_why=Text(
            en="Those who came on Saturdays came no more at all.", de="Wer samstags kam, kam gar nicht mehr."
        ),
    ),
    DecisionTold(
        Text(
            en="Do we reward closings or satisfied customers?",
            de="Belohnen wir Abschlüsse oder zufriedene Kundinnen und Kunden?",
        ),
        Circle.BOARD,
        PEOPLE,
        Text(
            en="Both; in doubt no closing on the same day.",
            de="Beides; im Zweifel kein Abschluss am selben Tag.",
        ),
        150,
        260,
        Proof.OTHER,
        Text(en="Contracts that were revoked, month by month", de="Widerrufene Verträge, Monat für Monat"),
        reason=Text(
            en="Customers were not asked; revoked contracts speak for them.",
            de="Gefragt wurde niemand; die Widerrufe sprechen für sich.",
        ),
        favour=Favour.BALANCED,
    ),
    DecisionTold(
        Text(
            en="Are lists of customers still sent as spreadsheets?",
            de="Werden Kundenlisten noch als Tabellen verschickt?",
        ),
        Circle.STEERING,
        CAMPAIGNS,
        Text(
            en="No. What goes out goes through the platform.",
            de="Nein. Was hinausgeht, geht über die Plattform.",
        ),
        300,
        420,
        Proof.STORY,
        Text(en="The same offer twice, with two prices.", de="Dasselbe Angebot zweimal, mit zwei Preisen."),
        "offer_letter",
        favour=Favour.SAME,
        looked=Text(
            en="It holds; hardly any list in half a year.",
            de="Es hält; kaum eine Liste in einem halben Jahr.",
        ),
    ),
    DecisionTold(
        Text(en="Do we open accounts without a paper form?", de="Eröffnen wir Konten ohne Papierformular?"),
        Circle.BOARD,
        OPERATIONS,
        Text(en="Yes, from summer on.", de="Ja, ab Sommer."),
        340,
        380,
        Proof.VOICE,
        Text(en="“Why do I print what I just typed?”", de="„Warum drucke ich, was ich gerade getippt habe?“"),
        "account_opening",
        favour=Favour.SAME,
    ),
    DecisionTold(
        Text(en="Do we buy a second tool for surveys?", de="Kaufen wir ein zweites Werkzeug für Umfragen?"),
        Circle.STEERING,
        TECHNOLOGY,
        Text(
            en="No: first we read what customers already said.",
            de="Nein: Erst lesen wir, was Kundinnen und Kunden schon gesagt haben.",
        ),
        350,
        365,
        reason=Text(en="It was about our own work.", de="Es ging um unsere eigene Arbeit."),
        favour=Favour.SAME,
        nothing=True,
    ),
    DecisionTold(
        Text(en="Which letters do we stop?", de="Welche Briefe stellen wir ein?"),
        Circle.STEERING,
        BOARD,
        OPEN,
        None,
        25,
        Proof.VOICE,
        Text(en="“I keep only the yearly statement.”", de="„Ich hebe nur die Jahresübersicht auf.“"),
        "yearly_statement",
        deadline=30,
        options=(
            Text(en="All but the yearly statement", de="Alle außer der Jahresübersicht"),
            Text(en="Those nobody opens", de="Die, die niemand öffnet"),
        ),
    ),
    DecisionTold(
        Text(
            en="Who accompanies the nine country teams that do not live the platform?",
            de="Wer begleitet die neun Länderteams, die die Plattform nicht leben?",
        ),
        Circle.BOARD,
        BOARD,
        OPEN,
        None,
        60,
        deadline=-6,
    ),
)
