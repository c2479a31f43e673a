"""The briefs of the invented company; what is planted in them stands in `change_told`."""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.texts import Text

PHONE = Text("Advice by phone", "Telefonische Beratung")
BRANCH = Text("Advice in the branch", "Filialberatung")
SYSTEMS = Text("System operation", "Systembetrieb")
CONTRACTS = Text("Contract services", "Vertragsservice")
CARE = Text("Bereavement care", "Nachlassbetreuung")
CAMPAIGNS = Text("Campaign planning", "Kampagnenplanung")
BOARD = Text("Board Member Customers", "Vorstand Kundschaft")
CHIEF = Text("Chief Information Officer", "Leitung Informationstechnik")

type Answer = tuple[Text, str, Text]  # role, department, what it means for it


@dataclass(frozen=True, slots=True)
class BriefTold:
    """A brief as it went out so many days before the end, and which roles have it in hand (handed out, opened)."""

    initiative: str
    ago: int
    applies: int  # so many days before the end
    why: Text
    speaker: Text
    roles: tuple[Answer, ...]
    principles: tuple[Text, ...] = ()
    stops: tuple[Text, ...] = ()
    reach: tuple[tuple[Text, int, int], ...] = ()


WHY_RECORD = Text(
    "Customers tell us their story three times, and our colleagues apologise for it every day. Whoever takes a call shall "
    "know what was said before.",
    "Kundinnen und Kunden erzählen uns ihre Geschichte dreimal, und unsere Kolleginnen und Kollegen entschuldigen sich jeden "
    "Tag dafür. Wer einen Anruf annimmt, soll wissen, was schon gesagt wurde.",
)
WHY_RECORD_FIRST = Text(
    "Customers tell us their story three times. Whoever takes a call shall know what was said before.",
    "Kundinnen und Kunden erzählen uns ihre Geschichte dreimal. Wer einen Anruf annimmt, soll wissen, was schon gesagt wurde.",
)
ONCE = Text(
    "We ask nobody for what they have told us already.",
    "Wir fragen niemanden nach dem, was er uns schon gesagt hat.",
)
NOTES = Text("Own lists of notes beside the record", "Eigene Notizlisten neben der Akte")
RECORD_ROLES: tuple[Answer, ...] = (
    (
        PHONE,
        "service",
        Text(
            "Before you greet somebody you see in two lines what they called about last. After the call you write one sentence "
            "for whoever comes next.",
            "Bevor Sie jemanden begrüßen, sehen Sie in zwei Zeilen, worum es zuletzt ging. Nach dem Gespräch schreiben Sie einen "
            "Satz für die nächste Person, die abnimmt.",
        ),
    ),
    (
        BRANCH,
        "branches",
        Text(
            "You open the record together with the person in front of you, and they see what you write about them.",
            "Sie öffnen die Akte gemeinsam mit dem Menschen, der vor Ihnen sitzt, und er sieht, was Sie über ihn schreiben.",
        ),
    ),
    (
        SYSTEMS,
        "it",
        Text(
            "You report the same day if an entry from phone or app does not reach the record; two of you stand by for it each "
            "week.",
            "Sie melden noch am selben Tag, wenn ein Eintrag aus Telefon oder App nicht in der Akte ankommt; je Woche stehen "
            "zwei von Ihnen dafür bereit.",
        ),
    ),
)
BRIEFS = (
    BriefTold("one_record", 195, 180, WHY_RECORD_FIRST, BOARD, RECORD_ROLES, (ONCE,)),
    BriefTold(
        "one_record",
        60,
        180,
        WHY_RECORD,
        BOARD,
        RECORD_ROLES,
        (ONCE,),
        (NOTES,),
        ((PHONE, 140, 112), (BRANCH, 190, 74), (SYSTEMS, 88, 61)),
    ),
    BriefTold(
        "bereavement_care",
        320,
        310,
        Text(
            "In bereavement people had to explain their loss to five of us. They shall have one person who stays.",
            "Im Trauerfall mussten Menschen ihren Verlust fünf von uns erklären. Sie sollen eine Person haben, die bleibt.",
        ),
        BOARD,
        (
            (
                CARE,
                "bereavement_care",
                Text(
                    "You take over a family with the first call and keep it to the last letter; you decide yourself whom you ask "
                    "for help.",
                    "Sie übernehmen eine Familie mit dem ersten Anruf und behalten sie bis zum letzten Brief; wen Sie um Hilfe "
                    "bitten, entscheiden Sie selbst.",
                ),
            ),
            (
                CONTRACTS,
                "operations",
                Text(
                    "You no longer write to relatives on your own; whatever is missing, you tell the person in charge by phone.",
                    "Sie schreiben Angehörigen nicht mehr selbst; was fehlt, sagen Sie der zuständigen Person am Telefon.",
                ),
            ),
        ),
        (Text("One person stays with a family.", "Eine Person bleibt bei einer Familie."),),
        (Text("Standard letters to relatives", "Serienbriefe an Angehörige"),),
        ((CARE, 14, 13), (CONTRACTS, 78, 51)),
    ),
)
CHATBOT = BriefTold(
    "chatbot",
    40,
    30,
    Text(
        "The new AI platform makes our digital channels more efficient.",
        "Die neue KI-Plattform macht unsere digitalen Kanäle effizienter.",
    ),
    CHIEF,
    (
        (
            SYSTEMS,
            "it",
            Text(
                "You run the chatbot, watch over its answers each morning, and switch it off if it promises what nobody can keep.",
                "Sie betreiben den Chatbot, sehen jeden Morgen nach seinen Antworten und schalten ihn ab, wenn er verspricht, was "
                "niemand halten kann.",
            ),
        ),
        (PHONE, "service", Text("", "")),
    ),
)
TWIN_WHY = Text(
    "Customers wait too long, and colleagues have no time for hard cases. Both shall change.",
    "Kundinnen und Kunden warten zu lange, und den Kolleginnen und Kollegen fehlt die Zeit für schwierige Fälle. Beides soll "
    "sich ändern.",
)
TWIN_ANSWER = Text(
    "Easy questions go away; you have ten minutes more for a hard one, and a colleague to ask.",
    "Einfache Fragen fallen weg; für eine schwierige haben Sie zehn Minuten mehr und jemanden, den Sie fragen können.",
)
