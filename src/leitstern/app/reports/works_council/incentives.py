"""Fields of key figures, of what roles are rewarded for, and of what was decided about conflicts."""

from __future__ import annotations

from leitstern.app.incentives.models import (
    Batch,
    Boundary,
    BoundaryCount,
    Definition,
    Excluded,
    Figure,
    Lever,
    Link,
    Priority,
    Rule,
    Target,
    Value,
    Verdict,
    Weight,
)
from leitstern.app.reports.works_council.described import Described, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.core.texts import Text

FIGURE = nobody("the key figure", "die Kennzahl")
UNIT = nobody("department", "Bereich")
RETIRED = nobody("since when it is no longer used", "seit wann nicht mehr verwendet")

RECORDS = {
    Figure: Described(
        Text(en="Key figure", de="Kennzahl"),
        FOR_GOOD,
        {
            "slug": nobody("short name", "Kurzname"),
            "name": nobody("what it is called", "wie sie heißt"),
            "unit": UNIT,
            "horizon": nobody("how soon it moves", "wie schnell sie sich bewegt"),
            "direction": nobody("whether more or less is better", "ob mehr oder weniger besser ist"),
            "origin": nobody(
                "whether it is about customers, finance or operations",
                "ob es um Kundschaft, Finanzen oder Betrieb geht",
            ),
            "giver": nobody(
                "whether the organisation set it, or whoever sold it a system",
                "ob das Unternehmen sie gesetzt hat oder ein Anbieter",
            ),
            "part": nobody("which part of an experience", "welchen Teil eines Erlebnisses sie misst"),
            "counted_in": nobody("in what it is counted", "worin sie gezählt wird"),
            "score": nobody("how a month is made of cases", "wie aus Fällen ein Monat wird"),
            "receivers": nobody(
                "how many have to rate before something counts",
                "wie viele bewerten müssen, bevor etwas zählt",
            ),
            "retired": RETIRED,
        },
    ),
    Definition: Described(
        Text(en="Definition of a key figure", de="Definition einer Kennzahl"),
        FOR_GOOD,
        {
            "figure": FIGURE,
            "text": nobody("how it is counted", "wie sie gezählt wird"),
            "since": nobody("from which month on", "ab welchem Monat"),
        },
    ),
    Weight: Described(
        Text(en="Weight in a reward", de="Gewicht in einer Belohnung"),
        FOR_GOOD,
        {
            "role": nobody("the role, no person", "die Rolle, keine Person"),
            "figure": FIGURE,
            "percent": nobody(
                "what part of the role's reward hangs on it; no amount of money",
                "welcher Teil der Belohnung der Rolle daran hängt; kein Geldbetrag",
            ),
        },
    ),
    Lever: Described(
        Text(en="Lever of daily work", de="Stellgröße der täglichen Arbeit"),
        FOR_GOOD,
        {
            "slug": nobody("short name", "Kurzname"),
            "name": nobody(
                "what it is, such as the time per contact", "was es ist, etwa die Zeit je Kontakt"
            ),
        },
    ),
    Link: Described(
        Text(en="What a key figure pushes", de="Einfluss auf eine Stellgröße"),
        FOR_GOOD,
        {
            "figure": FIGURE,
            "lever": nobody("the lever", "die Stellgröße"),
            "sign": nobody("up or down", "nach oben oder unten"),
            "strength": nobody("how strongly", "wie stark"),
            "basis": nobody("why somebody says so", "warum jemand das sagt"),
        },
    ),
    Rule: Described(
        Text(en="Rule for cases nobody can help", de="Regel, was herausgenommen wird"),
        FOR_GOOD,
        {
            "name": nobody("what it is called", "wie sie heißt"),
            "why": nobody("why such cases are taken out", "warum solche Fälle herausfallen"),
            "reasons": nobody(
                "by which words in a file they are known", "an welchen Angaben in einer Datei man sie erkennt"
            ),
            "figure": nobody("for which key figure; none: for all", "für welche Kennzahl; keine: für alle"),
        },
    ),
    Batch: Described(
        Text(en="File of values or cases", de="Datei mit Werten oder Fällen"),
        FOR_GOOD,
        {"name": nobody("name of the file", "Name der Datei")},
    ),
    Value: Described(
        Text(en="Value of a key figure in a month", de="Wert einer Kennzahl in einem Monat"),
        FOR_GOOD,
        {
            "batch": nobody("from which file", "aus welcher Datei"),
            "figure": FIGURE,
            "month": nobody("month", "Monat"),
            "value": nobody(
                "what the department reached together; single cases are not kept",
                "was der Bereich zusammen erreicht hat; einzelne Fälle werden nicht aufbewahrt",
            ),
            "cases": nobody("from how many cases", "aus wie vielen Fällen"),
            "unheard": nobody(
                "how many cases too few had rated", "wie viele Fälle zu wenige bewertet hatten"
            ),
        },
    ),
    Excluded: Described(
        Text(en="Cases taken out of a month", de="Aus einem Monat herausgenommene Fälle"),
        FOR_GOOD,
        {
            "value": nobody("the month's value", "der Wert des Monats"),
            "rule": nobody("by which rule", "nach welcher Regel"),
            "cases": nobody("how many", "wie viele"),
        },
    ),
    Target: Described(
        Text(en="Target of rewards", de="Zielanteil der Belohnung"),
        FOR_GOOD,
        {
            "unit": nobody("for which department; none: for all", "für welchen Bereich; keiner: für alle"),
            "percent": nobody(
                "how much of the rewards is to hang on customers; no amount of money",
                "wie viel der Belohnung an der Kundschaft hängen soll; kein Geldbetrag",
            ),
            "by": nobody("by when", "bis wann"),
            "owner": user(
                "who decided it: a name or a role, as somebody wrote it",
                "wer es beschlossen hat: ein Name oder eine Rolle, wie jemand es aufschreibt",
            ),
        },
    ),
    Boundary: Described(
        Text(en="Boundary towards customers", de="Grenze gegenüber der Kundschaft"),
        FOR_GOOD,
        {
            "what": nobody("what nobody has to accept", "was niemand hinnehmen muss"),
            "then": nobody("what happens then", "was dann geschieht"),
            "decider": nobody("the role that decides, no person", "die Rolle, die entscheidet, keine Person"),
            "since": nobody("since when", "seit wann"),
            "rule": nobody(
                "which rule takes such cases out before anything is scored",
                "welche Regel solche Fälle vor dem Bewerten herausnimmt",
            ),
        },
    ),
    BoundaryCount: Described(
        Text(en="Cases beyond a boundary", de="Fälle jenseits einer Grenze"),
        FOR_GOOD,
        {
            "boundary": nobody("the boundary", "die Grenze"),
            "unit": nobody(
                "department; only of enough people, else nothing is kept",
                "Bereich; nur mit genügend Personen, sonst wird nichts gespeichert",
            ),
            "month": nobody("month", "Monat"),
            "cases": nobody(
                "how many; not whom they met, not who they were",
                "wie viele; nicht, wen sie trafen, nicht, von wem sie kamen",
            ),
        },
    ),
    Verdict: Described(
        Text(en="Verdict on a conflict of aims", de="Urteil über einen Zielkonflikt"),
        FOR_GOOD,
        {
            "first": nobody("one key figure", "die eine Kennzahl"),
            "second": nobody("the other", "die andere"),
            "confirmed": nobody("whether it is a conflict", "ob es ein Konflikt ist"),
            "reason": nobody("why", "warum"),
        },
    ),
    Priority: Described(
        Text(en="Which of two goes first", de="Regel, was vorgeht"),
        FOR_GOOD,
        {
            "verdict": nobody("the verdict it follows from", "das Urteil, aus dem es folgt"),
            "figure": nobody("the key figure that goes first", "die Kennzahl, die vorgeht"),
            "condition": nobody("when", "wann"),
            "owner": user(
                "who answers for it: a name or a role, as somebody wrote it",
                "wer dafür einsteht: ein Name oder eine Rolle, wie jemand es aufschreibt",
            ),
            "review": nobody("when it is looked at again", "wann noch einmal hingesehen wird"),
        },
    ),
}
