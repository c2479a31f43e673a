"""Fields of decisions, of the shared language, and of what was brought in: who did it, and who answers for it."""

from __future__ import annotations

from leitstern.app.bridge.models import CauseSaid, HandedOver, Measure
from leitstern.app.common.models import Job
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.intake.models import Import
from leitstern.app.reports.works_council.described import Described, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.core.texts import Text

OF_A_CHANGE = nobody("what will be different, in somebody's words", "was anders wird, in jemandes Worten")
OF_BEFORE = nobody("what customers lived before", "was die Kundschaft vorher erlebt hat")

RECORDS = {
    Measure: Described(
        Text(en="Decision about a gap", de="Entscheidung zu einer Lücke"),
        FOR_GOOD,
        {
            "touchpoint": nobody("the touchpoint", "der Kontaktpunkt"),
            "facet": nobody("the statement about it", "die Aussage darüber"),
            "kind": nobody("to act, or deliberately not to", "handeln oder bewusst nicht"),
            "title": nobody("what is done", "was getan wird"),
            "reason": nobody("why", "warum"),
            "owner": user(
                "who answers for it: a name or a role, as somebody wrote it",
                "wer dafür einsteht: ein Name oder eine Rolle, wie jemand es aufschreibt",
            ),
            "due": user("by when", "bis wann"),
            "outcome": nobody("what customers will notice", "was die Kundschaft merken wird"),
            "why": OF_A_CHANGE,
            "daily_work": OF_A_CHANGE,
            "principles": OF_A_CHANGE,
            "stop": OF_A_CHANGE,
            "baseline": OF_BEFORE,
            "baseline_elsewhere": nobody(
                "the same at all other touchpoints", "dasselbe an allen anderen Kontaktpunkten"
            ),
            "baseline_from": OF_BEFORE,
            "baseline_until": OF_BEFORE,
            "target": nobody(
                "how many of 100 customers it is meant to reach", "wie viele von 100 es erreichen soll"
            ),
            "measure_again": nobody(
                "when customers are asked again", "wann die Kundschaft wieder gefragt wird"
            ),
            "guess": nobody("the room's question it came from", "die Frage an einen Raum, aus der sie kam"),
        },
    ),
    CauseSaid: Described(
        Text(en="Cause of a gap", de="Ursache einer Lücke"),
        FOR_GOOD,
        {
            "measure": nobody("the decision about the gap", "die Entscheidung zur Lücke"),
            "main": nobody("what it comes from, above all", "woran sie vor allem liegt"),
            "further": nobody("what else it comes from", "woran sie sonst noch liegt"),
            "observation": nobody(
                "one sentence: what was seen that speaks for it",
                "ein Satz: welche Beobachtung dafür spricht",
            ),
        },
    ),
    HandedOver: Described(
        Text(en="Handing over of a measure or bet", de="Übergabe einer Maßnahme oder Wette"),
        FOR_GOOD,
        {
            "thing": nobody("a measure or a bet", "eine Maßnahme oder eine Wette"),
            "key": nobody("which one", "welche"),
            "before": user(
                "who answered for it: a name or a role, as somebody wrote it",
                "wer dafür einstand: ein Name oder eine Rolle, wie jemand es aufschreibt",
            ),
            "after": user("who answers for it since", "wer seither dafür einsteht"),
        },
    ),
    TaxonomyVersion: Described(
        Text(en="Version of the shared language", de="Fassung der gemeinsamen Sprache"),
        FOR_GOOD,
        {
            "reason": nobody("why it was made", "warum sie gemacht wurde"),
            "content": user(
                "departments, touchpoints and promises, with who answers for them, as the company names them",
                "Bereiche, Kontaktpunkte und Versprechen und wer dafür einsteht, wie das Unternehmen es nennt",
            ),
        },
    ),
    Import: Described(
        Text(en="One time data came in", de="Ein Eingang von Daten"),
        FOR_GOOD,
        {
            "name": nobody("what it is called", "wie er heißt"),
            "mapping": nobody(
                "which columns were taken along, and as what", "welche Spalten mitgenommen wurden und als was"
            ),
            "folder": nobody("where the files lay", "wo die Dateien lagen"),
            "quarantine_of": nobody(
                "the one whose quarantine was tried again",
                "der, dessen Quarantäne noch einmal versucht wurde",
            ),
            "state": nobody("how far it is", "wie weit er ist"),
            "sources": nobody("counts per source", "Anzahlen je Quelle"),
            "error": nobody("what went wrong", "was schiefging"),
            "digests": nobody("check sums of the files", "Prüfsummen der Dateien"),
            "finished": nobody("when it was done", "wann er fertig war"),
        },
    ),
    Job: Described(
        Text(en="Long work of the program", de="Längere Arbeit des Programms"),
        FOR_GOOD,
        {
            "kind": nobody("what kind", "welche Art"),
            "payload": nobody("numbers of what it is about", "Nummern dessen, worum es geht"),
            "state": nobody("how far it is", "wie weit sie ist"),
            "progress": nobody("share that is done", "Anteil, der fertig ist"),
            "step": nobody("what it is doing", "was sie gerade tut"),
            "error": nobody("what went wrong", "was schiefging"),
            "attempts": nobody("number of attempts", "Zahl der Versuche"),
            "lease_until": nobody("until when it is reserved", "bis wann sie vergeben ist"),
            "finished": nobody("when it was done", "wann sie fertig war"),
        },
    ),
}
