"""What the invented company tried: a lighthouse that became standard, two pilots that were stopped, one under way."""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.bridge.practice.terms import PilotEnd, PilotKind
from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class PilotTold:
    """One of them; days count back from the end of the story."""

    title: Text
    kind: PilotKind
    hypothesis: Text
    boundary: Text
    stop_rule: Text
    safe_room: Text
    units: tuple[str, ...]
    touchpoints: tuple[str, ...]
    begins: int
    ends: int
    initiative: str = ""
    how: PilotEnd | None = None
    ended: int = 0
    learning: Text | None = None
    taken_up: tuple[str, ...] = ()
    step: Text | None = None
    conditions: Text | None = None


SAFE = Text(
    "Cases of the pilot count in nobody's targets. Whatever goes wrong is told on Thursdays, without names.",
    "Fälle des Piloten zählen in niemandes Zielen. Was schiefgeht, wird donnerstags erzählt, ohne Namen.",
)
PILOTS = (
    PilotTold(
        Text("One person for the whole bereavement", "Ein Mensch für den ganzen Trauerfall"),
        PilotKind.LIGHTHOUSE,
        Text(
            "If one person stays with a family from the first day to the last signature, nobody has to tell it twice, and "
            "we need fewer hours, not more.",
            "Wenn ein Mensch eine Familie vom ersten Tag bis zur letzten Unterschrift begleitet, muss niemand etwas zweimal "
            "erzählen, und wir brauchen weniger Stunden, nicht mehr.",
        ),
        Text(
            "Three branches, every new case for half a year; no cases in court.",
            "Drei Filialen, jeder neue Fall, ein halbes Jahr lang; keine Fälle vor Gericht.",
        ),
        Text(
            "When somebody has more than nine families at a time, or one says it is too much.",
            "Wenn jemand mehr als neun Familien gleichzeitig begleitet oder sagt, dass es zu viel wird.",
        ),
        SAFE,
        ("bereavement_care", "operations"),
        ("bereavement",),
        640,
        460,
        "bereavement_care",
        PilotEnd.FINISHED,
        455,
        Text(
            "Six families at a time are good, nine are too many. What helps most is the hour a week in which hard cases are "
            "talked about.",
            "Sechs Familien gleichzeitig sind gut, neun sind zu viele. Am meisten hilft die eine Stunde in der Woche, in der "
            "über schwere Fälle gesprochen wird.",
        ),
        ("insurance",),
        Text(
            "One person stays with the case until it is closed.",
            "Ein Mensch bleibt beim Fall, bis er abgeschlossen ist.",
        ),
        Text(
            "At most six cases at a time, and an hour a week to talk about the hard ones.",
            "Höchstens sechs Fälle gleichzeitig und eine Stunde in der Woche für die schweren.",
        ),
    ),
    PilotTold(
        Text("Calling back within the hour", "Rückruf binnen einer Stunde"),
        PilotKind.PILOT,
        Text(
            "If we call back within an hour, nobody calls a second time.",
            "Wenn wir binnen einer Stunde zurückrufen, ruft niemand ein zweites Mal an.",
        ),
        Text(
            "Two teams of service, twelve weeks, no claims.",
            "Zwei Teams im Service, zwölf Wochen, keine Schäden.",
        ),
        Text(
            "When those who wait on the line wait more than two minutes longer than before.",
            "Wenn alle, die in der Leitung warten, über zwei Minuten länger warten als zuvor.",
        ),
        SAFE,
        ("service",),
        ("call_back",),
        300,
        216,
        how=PilotEnd.STOPPED,
        ended=251,
        learning=Text(
            "An hour is no better than an afternoon, as long as the time we name holds. Those who did not reach anybody "
            "waited longer. We now name a time and keep it.",
            "Eine Stunde ist nicht besser als ein Nachmittag, solange die genannte Zeit stimmt. Wer uns nicht erreichte, "
            "wartete dafür länger. Wir nennen jetzt eine Uhrzeit und halten sie.",
        ),
    ),
    PilotTold(
        Text("Loan decision by video", "Kreditentscheidung im Videogespräch"),
        PilotKind.PILOT,
        Text(
            "If somebody explains the decision face to face, fewer people ask again.",
            "Wenn jemand die Entscheidung von Angesicht zu Angesicht erklärt, fragen weniger Menschen nach.",
        ),
        Text("Forty applications of self-employed people.", "Vierzig Anträge von Selbstständigen."),
        Text(
            "When fewer than one in four wants the talk.",
            "Wenn weniger als eine von vier Personen das Gespräch möchte.",
        ),
        SAFE,
        ("lending",),
        ("loan_decision",),
        520,
        430,
        how=PilotEnd.STOPPED,
        ended=470,
    ),
    PilotTold(
        Text("Letters read aloud before they go out", "Briefe, die vor dem Versand vorgelesen werden"),
        PilotKind.PILOT,
        Text(
            "If somebody from another department reads a new letter aloud, we notice the sentence that brings the calls.",
            "Wenn jemand aus einem anderen Bereich einen neuen Brief laut vorliest, fällt uns der Satz auf, der die Anrufe "
            "bringt.",
        ),
        Text(
            "Every new text of contract services until summer.",
            "Jeder neue Text des Vertragsservice bis zum Sommer.",
        ),
        Text(
            "When a letter leaves more than two days later because of it.",
            "Wenn ein Brief deshalb über zwei Tage später hinausgeht.",
        ),
        SAFE,
        ("operations", "service"),
        ("fee_letter",),
        45,
        -60,
    ),
)
