"""Three years of lived practice: what holds, what ended, what was tried, and what is worth telling.

Planted truths (months counted from the start of the programme, 36 before `until`):

- customer lists as spreadsheets end in month 12; from month 15 to 26 they are used at most twice a month, from month 27 on
  they come back, up to 25–30 times a month, all of it in *Campaigns*;
- that every campaign is classified before it is sent is counted by the register of campaigns (`collect.example.adoption`):
  about 92 of 100 once it had settled, about 70 from month 28 on;
- cards are there on the day that was promised, counted by the product itself; nothing else falls: the letters get clearer, with another rule from month 20 on, an exemption in month 17 and a month (22)
  nobody counted; the brand studio has three people, so its letters are counted with others;
- a weekly report stays ended; a round of approvals was let in again with a reason, and ended once more;
- two pilots were stopped, one of them with a learning; the lighthouse of bereavement care became standard;
- three stories: one has become standard, one is published, one waits. Bereavement care is the bright spot of the data.

In the twin the lists never come back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.core.bridge.practice.culture import Layer
from leitstern.core.bridge.practice.terms import StopKind, Teller
from leitstern.core.months import later
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import NDArray

MONTHS, PLATFORM, ENDED, SETTLED, RETURNS = 36, 10, 12, 15, 27
LETTERS_SINCE, EXEMPT, REDEFINED, UNCOUNTED = 14, 17, 20, 22
SEED = 33
OF_LETTERS = 40  # letters somebody looks at in each department and month
LETTER_UNITS = ("operations", "lending", "claims_assessment", "marketing", "brand_studio")


@dataclass(frozen=True, slots=True)
class StoryTold:
    """A story in both languages, and how far it came."""

    teller: Teller
    title: Text
    lived: Text
    done: Text
    unit: str
    touchpoint: str
    ago: int  # days before the end
    layer: Layer = Layer.BEHAVIOUR
    approved: bool = True
    published: bool = True


@dataclass(frozen=True, slots=True)
class StopTold:
    """Something that ended at the beginning of a month of the story."""

    kind: StopKind
    name: Text
    why: Text
    replacement: Text
    counted: Text
    units: tuple[str, ...]
    owner: str  # a department, whose head answers
    ends: int


def month_of(until: date, at: int) -> date:
    """The first day of a month of the story."""
    return later(until, at - MONTHS)


def list_uses(*, planted: bool = True) -> list[int]:
    """How often customer lists were sent as spreadsheets, month by month."""
    rng = np.random.default_rng(SEED)
    before = [int(n) for n in rng.integers(36, 47, ENDED)]
    fading = [14, 6, 3]
    quiet = [int(n) for n in rng.integers(0, 3, MONTHS - SETTLED)]
    if planted:
        back = [5, 9, 14, 20, 25, 27, 30, 28, 29]
        quiet[RETURNS - SETTLED :] = back[: MONTHS - RETURNS]
    return [*before, *fading, *quiet]


def clear_letters() -> dict[tuple[str, int], int]:
    """By department and month: of forty letters, those that say what comes next. Ever more, and never fewer of late."""
    rng = np.random.default_rng(SEED + 1)
    found = {}
    for unit in LETTER_UNITS:
        for at in range(LETTERS_SINCE, MONTHS):
            if at == UNCOUNTED:
                continue
            likely = 0.62 + 0.03 * (at - LETTERS_SINCE) if at < REDEFINED else 0.84
            draws: NDArray[np.float64] = rng.random(OF_LETTERS)
            found[unit, at] = int((draws < likely).sum())
    return found


STOPS = (
    StopTold(
        StopKind.LIST,
        Text("Customer lists sent as spreadsheets", "Kundenlisten als Tabelle verschickt"),
        Text(
            "In a spreadsheet nobody sees who has objected, and the same family got three letters in a week.",
            "In einer Tabelle sieht niemand, wer widersprochen hat, und dieselbe Familie bekam in einer Woche drei Briefe.",
        ),
        Text("The target groups of the campaign platform", "Die Zielgruppen der Kampagnenplattform"),
        Text(
            "One use is one file with customers that leaves the mail gateway; counted per department.",
            "Eine Nutzung ist eine Datei mit Kundendaten, die das Postausgangs-System verlässt; gezählt je Bereich.",
        ),
        ("campaigns", "marketing"),
        "campaigns",
        ENDED,
    ),
    StopTold(
        StopKind.REPORT,
        Text("Weekly contact statistics by e-mail", "Wöchentliche Kontaktstatistik per E-Mail"),
        Text(
            "It counted calls, and nobody ever decided anything by it.",
            "Sie zählte Anrufe, und niemand hat je etwas danach entschieden.",
        ),
        Text("The situation page, when somebody has a question", "Das Lagebild, wenn jemand eine Frage hat"),
        Text(
            "One use is one mail with the report attached.",
            "Eine Nutzung ist eine E-Mail mit dem Bericht im Anhang.",
        ),
        ("service",),
        "service",
        8,
    ),
    StopTold(
        StopKind.MEETING,
        Text("Round of approvals for promotional letters", "Freigaberunde für Werbebriefe"),
        Text(
            "Eleven people for an hour, so that a letter may leave the house.",
            "Elf Menschen, eine Stunde, damit ein Brief das Haus verlassen darf.",
        ),
        Text(
            "Approval in the campaign platform, by two people", "Freigabe in der Kampagnenplattform, zu zweit"
        ),
        Text("One use is one round in the calendar.", "Eine Nutzung ist ein Termin der Runde im Kalender."),
        ("marketing", "brand_studio"),
        "marketing",
        14,
    ),
)
LET_IN, ENDED_AGAIN = 17, 20
LET_IN_WHY = Text(
    "For three months the platform cannot approve letters in two languages. Until then the round meets again.",
    "Drei Monate lang kann die Plattform zweisprachige Briefe nicht freigeben. So lange tagt die Runde wieder.",
)
ENDED_AGAIN_WHY = Text("Two languages work now.", "Zweisprachig geht es jetzt.")
STORIES = (
    StoryTold(
        Teller.CUSTOMER,
        Text("The folder that stayed", "Der Ordner, der dableiben durfte"),
        Text(
            "After his mother's death a son came into the branch with a thick folder: four contracts, two cards, a savings "
            "book from another century. He had reckoned with a morning of forms. Twenty minutes later he stood in the "
            "street again, and the folder had stayed.\n\n"
            "A week later the phone rang. Everything was settled, two signatures were missing, and they would be collected "
            "at his home. “I did not have to tell anybody a second time that she has died,” he said afterwards.",
            "Nach dem Tod seiner Mutter kam ein Sohn mit einem dicken Ordner in die Filiale: vier Verträge, zwei Karten, ein "
            "Sparbuch aus einem anderen Jahrhundert. Er hatte mit einem Vormittag voller Formulare gerechnet. Zwanzig "
            "Minuten später stand er wieder auf der Straße, und der Ordner war dageblieben.\n\n"
            "Eine Woche darauf klingelte sein Telefon. Alles war geregelt, zwei Unterschriften fehlten noch, und die wollte "
            "jemand bei ihm zu Hause abholen. „Ich musste niemandem ein zweites Mal sagen, dass sie gestorben ist“, sagte "
            "er später.",
        ),
        Text(
            "One person takes the whole case, from the card to the insurance, and calls of their own accord. Papers are "
            "asked for once and handed on inside. Whoever works on the case first reads what has been said already.",
            "Eine Person übernimmt den ganzen Fall, von der Karte bis zur Versicherung, und meldet sich von sich aus. Nach "
            "Unterlagen wird einmal gefragt; weitergereicht werden sie im Haus. Wer am Fall arbeitet, liest zuerst, was "
            "schon gesagt wurde.",
        ),
        "bereavement_care",
        "bereavement",
        410,
    ),
    StoryTold(
        Teller.STAFF,
        Text("The sentence that moved to the top", "Der Satz, der nach oben wanderte"),
        Text(
            "Every February people called because of their yearly statement. They did not ask about money. They asked "
            "whether they had to do something, and some had lain awake over it.",
            "Jeden Februar riefen Menschen wegen ihrer Jahresübersicht an. Sie fragten nicht nach Geld. Sie fragten, ob sie "
            "etwas tun müssen, und manche hatten deshalb schlecht geschlafen.",
        ),
        Text(
            "In contract services we laid the letter beside the phone and marked the line at which the questions begin. It "
            "was the third page. So we wrote one sentence and put it at the very top: You need not do anything. "
            "The following February we had time to call back those who really needed us.",
            "Im Vertragsservice haben wir den Brief neben das Telefon gelegt und die Zeile angestrichen, an der die Fragen "
            "beginnen. Es war die dritte Seite. Also haben wir einen einzigen Satz geschrieben und ihn ganz nach oben "
            "gestellt: Sie müssen nichts tun. Im nächsten Februar hatten wir Zeit, die zurückzurufen, die uns wirklich "
            "brauchten.",
        ),
        "operations",
        "yearly_statement",
        230,
        Layer.VALUES,
    ),
    StoryTold(
        Teller.CUSTOMER,
        Text("Friday evening, water in the cellar", "Freitagabend, Wasser im Keller"),
        Text(
            "Friday, just before seven, and the water stood up to the second step. She was afraid of being alone with it "
            "until Monday. On the phone nobody asked for her contract number. The first question was: Is the power off? "
            "By nine a van with pumps was at the door.",
            "Freitag, kurz vor sieben, und das Wasser stand bis zur zweiten Stufe. Sie hatte Angst, damit bis Montag allein "
            "zu sein. Am Telefon fragte niemand nach der Vertragsnummer. Die erste Frage war: Ist der Strom abgeschaltet? "
            "Um neun stand ein Wagen mit Pumpen vor der Tür.",
        ),
        Text(
            "Help first, record later. Claims intake calls the emergency service itself while the customer is still on the "
            "line. Contract and photographs can wait until Monday.",
            "Erst helfen, dann erfassen. Die Schadenannahme ruft den Notdienst selbst an, solange die Kundin noch in der "
            "Leitung ist. Vertrag und Fotos haben Zeit bis Montag.",
        ),
        "claims_intake",
        "claim_report",
        21,
        approved=False,
        published=False,
    ),
)
