"""What the invented company decided about its gaps, and what it found them to come from.

Planted: of six gaps the cause of five is known, and of one of these it is technology; two
have been known for long while deliberately nothing is done. Where there is no gap, nothing
is decided.
"""

from __future__ import annotations

from dataclasses import dataclass

from leitstern.core.bridge.causes import Cause, CauseDraft
from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class MeasureTold:
    """One decision about a gap known for so many days, due so many days later; without `owner` nothing is done.

    `cause` is what was said in the end, `thought` what was said before somebody looked closer.
    """

    touchpoint: str
    facet: str
    title: Text
    cause: Cause | None
    seen: Text | None = None
    further: tuple[Cause, ...] = ()
    thought: tuple[Cause, Text] | None = None
    known: int = 120
    owner: Text | None = None
    due: int = 90
    outcome: Text | None = None
    why: Text | None = None
    daily_work: Text | None = None
    principles: Text | None = None
    stop: Text | None = None
    reason: Text | None = None

    def said(self, language: str) -> CauseDraft:
        """The cause that stands, in one language."""
        return CauseDraft(self.cause, self.further, self.seen.to(language) if self.seen else "")


HEAD_OF_LENDING = Text("Head of Lending", "Leitung Kreditbearbeitung")
HEAD_OF_SERVICE = Text("Head of Customer Service", "Leitung Kundenservice")
HEAD_OF_CLAIMS = Text("Head of Claims Intake", "Leitung Schadenannahme")

MEASURES = (
    MeasureTold(
        "loan_decision",
        "satisfied",
        Text("Look again once decisions come in time", "Wieder hinsehen, wenn Entscheidungen pünktlich sind"),
        None,
        known=205,
        reason=Text(
            "First decisions have to come in time; if customers are then still disappointed, we ask them why.",
            "Zuerst müssen Entscheidungen pünktlich kommen; sind die Menschen dann noch enttäuscht, fragen wir sie, warum.",
        ),
    ),
    MeasureTold(
        "loan_decision",
        "in_time",
        Text("One desk, one signature", "Ein Schreibtisch, eine Unterschrift"),
        Cause.PROCESS,
        Text(
            "Of ten late applications seven lay for days between the first and the second signature.",
            "Von zehn verspäteten Anträgen lagen sieben tagelang zwischen erster und zweiter Unterschrift.",
        ),
        (Cause.TECHNOLOGY,),
        thought=(
            Cause.TECHNOLOGY,
            Text(
                "The application system was slow in the week we looked.",
                "In der Woche, in der wir hinsahen, war das Antragssystem langsam.",
            ),
        ),
        known=205,
        owner=HEAD_OF_LENDING,
        outcome=Text(
            "I know within three working days whether I get the loan.",
            "Nach drei Werktagen weiß ich, ob ich den Kredit bekomme.",
        ),
        why=Text(
            "We promise three days on the website.", "Auf unserer Website versprechen wir drei Werktage."
        ),
        daily_work=Text(
            "Whoever examines an application decides it, up to an agreed amount.",
            "Wer einen Antrag prüft, entscheidet ihn auch, bis zu einem vereinbarten Betrag.",
        ),
        principles=Text(
            "A clear no today is better than a yes next week.",
            "Ein klares Nein heute ist besser als ein Ja nächste Woche.",
        ),
        stop=Text("Second signatures on small loans.", "Zweite Unterschriften unter kleinen Krediten."),
    ),
    MeasureTold(
        "call_help",
        "satisfied",
        Text("Solved on the first call", "Beim ersten Anruf gelöst"),
        Cause.INCENTIVE,
        Text(
            "Whoever ends a call early is praised; whoever solves it misses the target for talking time.",
            "Wer ein Gespräch früh beendet, wird gelobt; wer es löst, verfehlt das Ziel für die Gesprächszeit.",
        ),
        (Cause.LEADERSHIP,),
        known=160,
        owner=HEAD_OF_SERVICE,
        outcome=Text(
            "My problem is solved on the first call.", "Mein Anliegen ist beim ersten Anruf gelöst."
        ),
        why=Text("One call is enough: that is our standard.", "Ein Anruf genügt: So lautet unser Standard."),
        daily_work=Text(
            "Whoever takes the call keeps it until it is solved.",
            "Wer den Anruf annimmt, behält ihn, bis er gelöst ist.",
        ),
        principles=Text("Solving comes before speaking fast.", "Lösen geht vor schnellem Sprechen."),
        stop=Text("Handing callers on to a queue.", "Menschen am Telefon in eine Warteschlange weitergeben."),
    ),
    MeasureTold(
        "claim_settled",
        "satisfied",
        Text("Every refusal explained in person", "Jede Ablehnung persönlich erklärt"),
        Cause.PEOPLE,
        Text(
            "In five calls we listened to nobody could explain why the sum was cut.",
            "In fünf Gesprächen, die wir mithörten, konnte niemand erklären, warum die Summe gekürzt war.",
        ),
        owner=HEAD_OF_CLAIMS,
        outcome=Text(
            "I understand why I get what I get.", "Ich verstehe, warum ich bekomme, was ich bekomme."
        ),
        why=Text(
            "Our charter says: settled fairly, explained clearly.",
            "Unsere Zusage heißt: fair reguliert, klar erklärt.",
        ),
        daily_work=Text(
            "Whoever cuts a sum calls before the letter goes out.",
            "Wer eine Summe kürzt, ruft an, bevor der Brief hinausgeht.",
        ),
        principles=Text("No bad news by letter alone.", "Keine schlechte Nachricht nur per Brief."),
        stop=Text("Sentences out of the terms in letters.", "Sätze aus den Bedingungen in unseren Briefen."),
    ),
    MeasureTold(
        "claim_settled",
        "in_time",
        Text("Wait for the new claims platform", "Auf die neue Schadenplattform warten"),
        Cause.TECHNOLOGY,
        Text(
            "Photos from the app do not arrive in the assessors' system; somebody prints and scans them.",
            "Fotos aus der App kommen im System der Begutachtung nicht an; jemand druckt sie aus und scannt sie ein.",
        ),
        (Cause.DATA,),
        known=290,
        reason=Text(
            "The platform that joins both comes in spring. If it is late, we act without it.",
            "Die Plattform, die beides verbindet, kommt im Frühjahr. Verspätet sie sich, handeln wir ohne sie.",
        ),
    ),
    MeasureTold(
        "payoff",
        "satisfied",
        Text("Nobody sells for sixty days", "Sechzig Tage verkauft niemand"),
        Cause.INCENTIVE,
        Text(
            "Campaigns are paid by offers sent, so whoever has just paid off a house is a good address.",
            "Kampagnen werden nach versandten Angeboten belohnt; wer gerade ein Haus abbezahlt hat, ist eine gute Adresse.",
        ),
        (Cause.DATA, Cause.LEADERSHIP),
        known=70,
        owner=HEAD_OF_LENDING,
        outcome=Text(
            "Somebody is glad with me that the house is mine.",
            "Jemand freut sich mit mir, dass das Haus mir gehört.",
        ),
        why=Text(
            "We say that we celebrate the big moments with our customers.",
            "Wir sagen, dass wir die großen Momente mit unserer Kundschaft feiern.",
        ),
        daily_work=Text(
            "The branch writes by hand within a week.", "Die Filiale schreibt binnen einer Woche von Hand."
        ),
        principles=Text("First the moment, then the business.", "Erst der Moment, dann das Geschäft."),
        stop=Text("Offers within sixty days.", "Angebote innerhalb von sechzig Tagen."),
    ),
)
