"""Fields of what leaders did in office, of the hours they declared, of their votes as counts, and of decisions."""

from __future__ import annotations

from leitstern.app.leadership.models import (
    Act,
    Batch,
    Capacity,
    Commitment,
    Decision,
    Meeting,
    Proof,
    Review,
    Vote,
)
from leitstern.app.reports.works_council.described import Described, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.core.texts import Text

AREA = user(
    "the board area whose duty it was; where one person alone leads it, that is about this person in office",
    "der Vorstandsbereich, dessen Aufgabe es war; leitet ihn eine Person allein, ist es eine Angabe über sie im Amt",
)
DAY = nobody("on which day", "an welchem Tag")
WITHDRAWN = nobody("since when it no longer counts", "seit wann es nicht mehr zählt")
FILE = nobody("from which file, if from one", "aus welcher Datei, falls aus einer")
WORDS = nobody(
    "in somebody's words; nobody is to be named", "in jemandes Worten; niemand soll genannt werden"
)
DECIDED = nobody("the decision, in somebody's words", "die Entscheidung, in jemandes Worten")

RECORDS = {
    Act: Described(
        Text(en="Accompanying act of a board area", de="Begleitung durch einen Vorstandsbereich"),
        FOR_GOOD,
        {
            "day": DAY,
            "kind": nobody(
                "dialogue, field visit, coaching, decision or a hurdle removed",
                "Dialog, Besuch vor Ort, Coaching, Entscheidung oder beseitigte Hürde",
            ),
            "area": AREA,
            "place": nobody(
                "which department or team was accompanied",
                "welcher Bereich oder welches Team begleitet wurde",
            ),
            "said": WORDS,
            "seen": nobody(
                "what was to be seen there; nobody is to be named",
                "was dort zu sehen war; niemand soll genannt werden",
            ),
            "follow_up": nobody("what follows from it", "was daraus folgt"),
            "done": nobody("when that was done", "wann das erledigt war"),
            "duty": nobody("which duty of leaders it served", "welcher Führungsaufgabe es diente"),
            "batch": FILE,
            "withdrawn": WITHDRAWN,
        },
    ),
    Meeting: Described(
        Text(
            en="Agenda of the board or the steering committee",
            de="Tagesordnung von Vorstand oder Lenkungskreis",
        ),
        FOR_GOOD,
        {
            "circle": nobody("whose meeting", "wessen Sitzung"),
            "day": DAY,
            "minutes": nobody("how long it took", "wie lange sie dauerte"),
            "customers": nobody(
                "how long of that was about customers", "wie lange davon über die Kundschaft"
            ),
            "decided": DECIDED,
            "evidence": nobody("what lay on the table", "was auf dem Tisch lag"),
            "batch": FILE,
            "withdrawn": WITHDRAWN,
        },
    ),
    Capacity: Described(
        Text(en="Hours a board area declared", de="Angegebene Stunden eines Vorstandsbereichs"),
        FOR_GOOD,
        {
            "area": AREA,
            "hours": user(
                "hours a month, as the area itself says", "Stunden im Monat, wie der Bereich selbst sagt"
            ),
            "visits": user("visits a quarter it means to make", "Besuche im Quartal, die er vorhat"),
        },
    ),
    Commitment: Described(
        Text(en="What takes hours of a board area", de="Was einen Vorstandsbereich Stunden kostet"),
        FOR_GOOD,
        {
            "area": AREA,
            "title": nobody("what it is", "was es ist"),
            "hours": user("hours a month, planned", "Stunden im Monat, geplant"),
            "work": nobody("planned change or a running duty", "geplanter Wandel oder laufende Aufgabe"),
            "droppable": nobody("whether it could be dropped", "ob es entfallen könnte"),
            "since": nobody("from when", "ab wann"),
            "until": nobody("until when", "bis wann"),
            "withdrawn": WITHDRAWN,
        },
    ),
    Vote: Described(
        Text(en="Secret vote of leaders, as counts", de="Geheime Abstimmung der Führung, als Zählung"),
        FOR_GOOD,
        {
            "question": nobody("what was asked", "was gefragt wurde"),
            "form": nobody("an order, or points", "eine Reihenfolge oder Punkte"),
            "day": DAY,
            "things": nobody(
                "how many gave each thing each place or point, never who; of fewer than results of waves need, nothing is kept",
                "wie viele jedem Ding jeden Platz oder Punkt gaben, nie wer; von weniger, als Ergebnisse von Wellen brauchen, "
                "wird nichts gespeichert",
            ),
            "withdrawn": WITHDRAWN,
        },
    ),
    Batch: Described(
        Text(en="File of acts or agendas", de="Datei mit Begleitungen oder Tagesordnungen"),
        FOR_GOOD,
        {
            "name": nobody("name of the file", "Name der Datei"),
            "kind": nobody(
                "acts or agendas; of a calendar only marked entries are kept, everything else is forgotten at once",
                "Begleitungen oder Tagesordnungen; aus einem Kalender bleiben nur gekennzeichnete Termine, alles andere wird "
                "sofort vergessen",
            ),
            "withdrawn": WITHDRAWN,
        },
    ),
    Decision: Described(
        Text(en="Decision in the log", de="Entscheidung im Protokoll"),
        FOR_GOOD,
        {
            "question": nobody("what was to be decided", "was zu entscheiden war"),
            "circle": nobody(
                "board, steering committee or department", "Vorstand, Lenkungskreis oder Bereich"
            ),
            "unit": nobody("which department", "welcher Bereich"),
            "office": user(
                "who decides, in office, as somebody wrote it",
                "wer im Amt entscheidet, wie jemand es aufschreibt",
            ),
            "asked": nobody("since when it is asked", "seit wann gefragt ist"),
            "deadline": nobody("by when it is to be decided", "bis wann zu entscheiden ist"),
            "insight": nobody("since when one knew", "seit wann man es wusste"),
            "options": nobody("which ways there were", "welche Wege es gab"),
            "origin": nobody("what opened it, such as an alarm", "was sie eröffnet hat, etwa ein Alarm"),
            "address": nobody("the page it came from", "die Seite, von der sie kam"),
            "day": DAY,
            "decided": DECIDED,
            "nothing": nobody("whether doing nothing was decided", "ob entschieden wurde, nichts zu tun"),
            "reason": nobody(
                "why no evidence of customers lay on the table",
                "warum kein Beleg der Kundschaft auf dem Tisch lag",
            ),
            "changed": nobody("whether customers changed it", "ob die Kundschaft sie verändert hat"),
            "otherwise": nobody(
                "what would have been decided otherwise", "was sonst entschieden worden wäre"
            ),
            "favour": nobody(
                "for whom, where interests differed", "für wen, wo sich Interessen widersprachen"
            ),
            "review": nobody("when somebody looks again", "wann jemand wieder nachsieht"),
            "reversed_on": nobody("when it was reversed", "wann sie aufgehoben wurde"),
            "reversed_why": nobody("why it was reversed", "warum sie aufgehoben wurde"),
            "withdrawn": WITHDRAWN,
        },
    ),
    Proof: Described(
        Text(en="What lay on the table", de="Was auf dem Tisch lag"),
        FOR_GOOD,
        {
            "decision": nobody("the decision", "die Entscheidung"),
            "kind": nobody("what kind of evidence", "welche Art Beleg"),
            "touchpoint": nobody("at which touchpoint", "an welchem Kontaktpunkt"),
            "facet": nobody(
                "the statement about it, or the dimension of a wave",
                "die Aussage darüber, oder die Dimension einer Welle",
            ),
            "reference": nobody("which measure, wave or key figure", "welche Maßnahme, Welle oder Kennzahl"),
            "said_de": nobody("in words, without personal data", "in Worten, ohne personenbezogene Daten"),
            "said_en": nobody("the same in English", "dasselbe auf Englisch"),
            "value": nobody("the number as it was", "die Zahl, wie sie war"),
            "low": nobody("lower end of its interval", "untere Grenze ihres Intervalls"),
            "high": nobody("upper end of its interval", "obere Grenze ihres Intervalls"),
            "n": nobody("from how many", "aus wie vielen"),
            "as_of": nobody("of which day", "von welchem Tag"),
            "withdrawn": WITHDRAWN,
        },
    ),
    Review: Described(
        Text(en="Look at a decision", de="Blick auf eine Entscheidung"),
        FOR_GOOD,
        {
            "decision": nobody("the decision", "die Entscheidung"),
            "day": DAY,
            "found": nobody("what came of it", "was daraus geworden ist"),
            "next": nobody("when somebody looks next", "wann als Nächstes jemand nachsieht"),
        },
    ),
}
