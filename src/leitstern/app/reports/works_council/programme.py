"""Fields of the programme: its steps, hurdles, tasks, capacities, plans and scenarios."""

from __future__ import annotations

from leitstern.app.programme.models import (
    Bet,
    Capacity,
    Comparison,
    Expectation,
    Hurdle,
    HurdleEdition,
    Plan,
    Programme,
    Scenario,
    StepMove,
    StepProof,
    Task,
    Tripwire,
    WireReading,
)
from leitstern.app.reports.works_council.described import Described, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.core.texts import Text

PROGRAMME = nobody("the programme", "das Programm")
STEP = nobody("which of the seven steps", "welcher der sieben Schritte")
TITLE = nobody("what it is called", "wie es heißt")
DAY = nobody("on which day", "an welchem Tag")
WHY = nobody("why", "warum")
UNIT = nobody("department; nothing: the whole company", "Bereich; nichts: das ganze Unternehmen")
OWNER = user(
    "who answers for it, a name or a role as somebody wrote it; it is not evaluated by them",
    "wer dafür einsteht, ein Name oder eine Rolle, wie jemand es aufschreibt; danach ausgewertet wird es nicht",
)
MONTHS = nobody(
    "how many months the work takes: at least, most likely, at most",
    "wie viele Monate die Arbeit dauert: mindestens, am wahrscheinlichsten, höchstens",
)
A_MONTH = nobody(
    "how much of it the work takes a month, of a department as a whole",
    "wie viel davon die Arbeit im Monat braucht, vom ganzen Bereich",
)
BEGAN, ENDED = nobody("when it began", "wann es begann"), nobody("when it ended", "wann es endete")
WORKED_OUT = nobody(
    "what was worked out, in months and by task, never by who answers for it",
    "was berechnet wurde, in Monaten und nach Aufgabe, nie nach der Person, die dafür einsteht",
)

RECORDS = {
    Programme: Described(
        Text(en="Programme of change", de="Veränderungsprogramm"),
        FOR_GOOD,
        {
            "title": TITLE,
            "began": BEGAN,
            "route": nobody("which route it takes", "welche Route es nimmt"),
            "exception_by": user(
                "who chose the direct way, a name or a role as somebody wrote it",
                "wer den Direktweg gewählt hat, ein Name oder eine Rolle, wie jemand es aufschreibt",
            ),
            "exception_reason": WHY,
            "tripwires": nobody("what would end that exception", "was diese Ausnahme beenden würde"),
            "baseline_day": nobody(
                "of which day its starting point is", "von welchem Tag sein Ausgangspunkt ist"
            ),
            "baseline_n": nobody(
                "how many were asked then, at least five", "wie viele damals gefragt wurden, mindestens fünf"
            ),
            "baseline_source": nobody("by what survey", "durch welche Befragung"),
            "ended": ENDED,
            "end_reason": WHY,
        },
    ),
    Bet: Described(
        Text(en="Bet on waiting", de="Wette auf das Warten"),
        FOR_GOOD,
        {
            "programme": PROGRAMME,
            "kind": nobody("what is bet on", "worauf gewettet wird"),
            "who": user(
                "who decides it, a name or a role as somebody wrote it",
                "wer sie eingeht, ein Name oder eine Rolle, wie jemand es aufschreibt",
            ),
            "reason": WHY,
            "day": DAY,
            "review": nobody("when it is looked at again", "wann sie überprüft wird"),
            "ended": ENDED,
            "outcome": nobody("what came of it", "was daraus geworden ist"),
        },
    ),
    Tripwire: Described(
        Text(en="Tripwire", de="Haltepunkt"),
        FOR_GOOD,
        {
            "bet": nobody("the bet", "die Wette"),
            "kind": nobody("what it watches", "was er beobachtet"),
            "what": nobody("in words", "in Worten"),
            "bound": nobody("where it is crossed", "ab wo er überschritten ist"),
            "side": nobody("on which side", "auf welcher Seite"),
            "unit": nobody("in which unit", "in welcher Einheit"),
            "source": nobody("where the number comes from", "woher die Zahl kommt"),
            "reader": user(
                "who reads it, a name or a role as somebody wrote it",
                "wer ihn abliest, ein Name oder eine Rolle, wie jemand es aufschreibt",
            ),
            "every": nobody("how often", "wie oft"),
            "decision": nobody("the decision it opened", "die Entscheidung, die er eröffnet hat"),
        },
    ),
    WireReading: Described(
        Text(en="What a tripwire showed", de="Was ein Haltepunkt zeigte"),
        FOR_GOOD,
        {
            "wire": nobody("the tripwire", "der Haltepunkt"),
            "day": DAY,
            "value": nobody(
                "the value, of a market or of customers", "der Wert, eines Marktes oder der Kundschaft"
            ),
            "low": nobody("its interval from", "sein Intervall von"),
            "high": nobody("its interval to", "sein Intervall bis"),
            "n": nobody("how many it rests on, at least five", "worauf er ruht, mindestens fünf"),
            "crossed": nobody("whether it is crossed", "ob er überschritten ist"),
            "source": nobody("where it was read", "wo er abgelesen wurde"),
        },
    ),
    Expectation: Described(
        Text(en="What is expected of a programme", de="Was von einem Programm erwartet wird"),
        FOR_GOOD,
        {
            "programme": PROGRAMME,
            "who": user(
                "who expects it, a name or a role as somebody wrote it",
                "wer es erwartet, ein Name oder eine Rolle, wie jemand es aufschreibt",
            ),
            "what": nobody("what is expected", "was erwartet wird"),
            "day": DAY,
        },
    ),
    StepMove: Described(
        Text(en="Something that happened to a step", de="Etwas, das mit einem Schritt geschah"),
        FOR_GOOD,
        {
            "programme": PROGRAMME,
            "step": STEP,
            "kind": nobody(
                "opened, claimed, reviewed, left out, an alarm or its answer",
                "geöffnet, eingestuft, geprüft, ausgelassen, ein Alarm oder seine Antwort",
            ),
            "day": DAY,
            "level": nobody("how far the step is said to be", "wie weit der Schritt sein soll"),
            "words": nobody("in somebody’s words", "in jemandes Worten"),
            "who": user(
                "who owes it, decided or reviewed it, a name or a role as somebody wrote it",
                "wer ihn verantwortet, entschieden oder geprüft hat, ein Name oder eine Rolle, wie jemand es aufschreibt",
            ),
            "address": nobody("the page an alarm came from", "die Seite, von der ein Alarm kam"),
            "holds": nobody("whether what was expected still holds", "ob noch gilt, was erwartet wurde"),
            "read": nobody("what was said of that", "was dazu gesagt wurde"),
        },
    ),
    StepProof: Described(
        Text(en="What shows how far a step is", de="Was zeigt, wie weit ein Schritt ist"),
        FOR_GOOD,
        {
            "programme": PROGRAMME,
            "step": STEP,
            "kind": nobody("what kind of evidence", "welche Art Beleg"),
            "title": TITLE,
            "day": nobody("of which day the fact is", "von welchem Tag die Tatsache ist"),
            "brought": nobody("when it was brought", "wann er eingereicht wurde"),
            "link": nobody("where it lies", "wo er liegt"),
        },
    ),
    Hurdle: Described(
        Text(en="Hurdle", de="Hürde"),
        FOR_GOOD,
        {
            "programme": PROGRAMME,
            "title": nobody(
                "what stands in the way; nobody is to be named",
                "was im Weg steht; niemand soll genannt werden",
            ),
            "kind": nobody("what kind it is", "welcher Art sie ist"),
            "unit": UNIT,
            "since": nobody("since when", "seit wann"),
            "owner": OWNER,
            "measure": nobody("what is done about it", "was dagegen getan wird"),
            "due": nobody("by when", "bis wann"),
            "effect": nobody("what came of it", "was daraus wurde"),
            "cleared": nobody("when it was gone", "wann sie genommen war"),
        },
    ),
    HurdleEdition: Described(
        Text(en="A hurdle as it stood", de="Eine Hürde, wie sie war"),
        FOR_GOOD,
        {
            "hurdle": nobody("the hurdle", "die Hürde"),
            "day": nobody("from which day on", "ab welchem Tag"),
            "content": user(
                "all of it as it was kept once, with who answered for it",
                "alles, wie es einmal gespeichert war, mit der Person, die dafür einstand",
            ),
        },
    ),
    Task: Described(
        Text(en="Task of the roadmap", de="Aufgabe der Roadmap"),
        FOR_GOOD,
        {
            "programme": PROGRAMME,
            "title": TITLE,
            "side": nobody("people and culture, or technology", "Menschen und Kultur, oder Technologie"),
            "low": MONTHS,
            "mode": MONTHS,
            "high": MONTHS,
            "source": user(
                "who or what these durations come from, as somebody wrote it",
                "von wem oder woher diese Dauern stammen, wie jemand es aufschreibt",
            ),
            "origin": nobody(
                "which step or dimension it comes from",
                "aus welchem Schritt oder welcher Dimension sie stammt",
            ),
            "initiative": nobody("the initiative it belongs to", "zu welcher Initiative sie gehört"),
            "unit": UNIT,
            "owner": OWNER,
            "carries_gate": nobody("whether technology waits for it", "ob Technologie auf sie wartet"),
            "earliest": nobody("when it may begin", "wann sie beginnen darf"),
            "leaders": A_MONTH,
            "people": A_MONTH,
            "it": A_MONTH,
            "money": A_MONTH,
            "currency": nobody("in which currency", "in welcher Währung"),
            "entered": nobody("when it was entered", "wann sie eingetragen wurde"),
            "began": BEGAN,
            "ended": ENDED,
            "why_withdrawn": nobody("why it is left out", "warum sie entfällt"),
        },
    ),
    Capacity: Described(
        Text(en="How much there is for change", de="Wie viel für den Wandel da ist"),
        FOR_GOOD,
        {
            "programme": PROGRAMME,
            "supply": nobody(
                "hours of leaders, days of people or IT, or money, a month",
                "Stunden der Führung, Tage der Mitarbeitenden oder der IT, oder Geld, im Monat",
            ),
            "of": nobody(
                "of which department, or in which currency", "von welchem Bereich, oder in welcher Währung"
            ),
            "amount": nobody(
                "how much, of the department as a whole; where one person alone leads it, leaders’ hours are about that person in office",
                "wie viel, vom ganzen Bereich; leitet ihn eine Person allein, sind Stunden der Führung eine Angabe über sie im Amt",
            ),
            "day": nobody("from which day on", "ab welchem Tag"),
            "source": user(
                "who or what the number comes from, as somebody wrote it",
                "von wem oder woher die Zahl stammt, wie jemand es aufschreibt",
            ),
        },
    ),
    Plan: Described(
        Text(en="Roadmap as it was worked out", de="Roadmap, wie sie berechnet wurde"),
        FOR_GOOD,
        {
            "programme": PROGRAMME,
            "day": DAY,
            "roadmap": nobody(
                "its tasks, what they wait for and what there was to work with; no names",
                "ihre Aufgaben, worauf sie warten und womit gearbeitet werden konnte; keine Namen",
            ),
            "forecast": WORKED_OUT,
            "seed": nobody("number from which chance was drawn", "Zahl, aus der der Zufall gezogen wurde"),
        },
    ),
    Scenario: Described(
        Text(en="What if: a scenario", de="Was wäre, wenn: ein Szenario"),
        FOR_GOOD,
        {
            "programme": PROGRAMME,
            "title": TITLE,
            "change": nobody("what is different in it", "was darin anders ist"),
            "day": DAY,
        },
    ),
    Comparison: Described(
        Text(en="A scenario beside a roadmap", de="Ein Szenario neben einer Roadmap"),
        FOR_GOOD,
        {
            "scenario": nobody("the scenario", "das Szenario"),
            "plan": nobody("the roadmap", "die Roadmap"),
            "forecast": WORKED_OUT,
            "difference": nobody("how many months later or earlier", "wie viele Monate später oder früher"),
            "problem": nobody("why it could not be planned", "warum es sich nicht planen ließ"),
        },
    ),
}
