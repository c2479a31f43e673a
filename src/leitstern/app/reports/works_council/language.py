"""Fields of the shared language: values without a term, departments that map the same words, pains noted on maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.maps.models import NotedPain
from leitstern.app.reports.works_council.described import Described, answer, nobody
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.app.taxonomy.models import AgreementCheck, Decision, Seat
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.db.models import Model

RECORDS: dict[type[Model], Described] = {
    Decision: Described(
        Text(en="Decision about a value without a term", de="Entscheidung über einen Wert ohne Begriff"),
        FOR_GOOD,
        {
            "kind": nobody("what kind of term", "welche Art von Begriff"),
            "value": nobody("the value as it stood in files", "der Wert, wie er in Dateien stand"),
            "spelling": nobody("the same without case and blanks", "derselbe ohne Groß- und Kleinschreibung"),
            "outcome": nobody("what was decided", "was entschieden wurde"),
            "term": nobody("which term it stands for", "für welchen Begriff er steht"),
            "reason": nobody("why", "warum"),
            "version": nobody("the version it led to", "die Fassung, zu der es führte"),
        },
    ),
    AgreementCheck: Described(
        Text(
            en="Check whether departments mean the same",
            de="Prüfung, ob Bereiche mit Wörtern dasselbe meinen",
        ),
        FOR_GOOD,
        {
            "asked": nobody("what is asked about each word", "was zu jedem Wort gefragt wird"),
            "words": nobody("the words", "die Wörter"),
            "choices": nobody("what can be answered", "was geantwortet werden kann"),
            "known": nobody("what the taxonomy says", "was die Taxonomie sagt"),
            "seed": nobody("by which chance the words were drawn", "durch welchen Zufall sie gezogen wurden"),
            "closed": nobody("when the result was shown", "wann das Ergebnis gezeigt wurde"),
        },
    ),
    Seat: Described(
        Text(en="A department's part in such a check", de="Anteil eines Bereichs an einer solchen Prüfung"),
        FOR_GOOD,
        {
            "check_run": nobody("which check", "welche Prüfung"),
            "unit": nobody("which department", "welcher Bereich"),
            "token": nobody("its link", "sein Link"),
            "answers": answer(
                "what the department said of each word; who typed it is not stored",
                "was der Bereich zu jedem Wort sagte; wer es eingab, wird nicht gespeichert",
            ),
            "answered": nobody("on which day", "an welchem Tag"),
        },
    ),
    NotedPain: Described(
        Text(
            en="What hurts customers, as somebody noted it",
            de="Was der Kundschaft wehtut, von jemandem notiert",
        ),
        FOR_GOOD,
        {
            "map": nobody("on which map", "auf welchem Reiseplan"),
            "touchpoint": nobody("at which touchpoint", "an welchem Kontaktpunkt"),
            "words": nobody(
                "in a sentence; names and numbers are masked before it is stored",
                "in einem Satz; Namen und Nummern werden vorher unkenntlich gemacht",
            ),
        },
    ),
}
