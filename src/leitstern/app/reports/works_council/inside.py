"""Fields of beliefs, of rooms that guess, of instruments and of assumptions."""

from __future__ import annotations

from leitstern.app.inside.models import Agreement, Belief, BeliefCollection, InstrumentVersion
from leitstern.app.placement.models import AssumptionChange
from leitstern.app.reports.works_council.described import Described, answer, nobody, user
from leitstern.app.surveys.models import GuessAnswer, GuessRound, KnowledgeAnswer, KnowledgeRound
from leitstern.core.texts import Text

UNTIL_REMOVED = Text(
    en="until somebody takes the collection out again", de="bis jemand die Sammlung wieder herausnimmt"
)
FOR_GOOD = Text(
    en="as long as the installation: results have to be traceable",
    de="so lange wie die Installation: Ergebnisse müssen nachvollziehbar bleiben",
)

RECORDS = {
    BeliefCollection: Described(
        Text(en="One way beliefs came in", de="Ein Eingang von Einschätzungen"),
        UNTIL_REMOVED,
        {"name": nobody("name of the sheet or room", "Name des Bogens oder Raums")},
    ),
    Belief: Described(
        Text(en="Belief about customers", de="Einschätzung über Kundinnen und Kunden"),
        UNTIL_REMOVED,
        {
            "collection": nobody("how it came in", "wie sie hereinkam"),
            "touchpoint": nobody("the touchpoint asked about", "der Kontaktpunkt, nach dem gefragt wurde"),
            "facet": nobody("the statement asked about", "die Aussage, nach der gefragt wurde"),
            "group": answer(
                "executives, managers or staff; no department",
                "Geschäftsleitung, Führungskräfte oder Mitarbeitende; kein Bereich",
            ),
            "guess": answer(
                "a guess from 0 to 100 about customers", "eine Schätzung von 0 bis 100 über die Kundschaft"
            ),
            "seen_data": answer(
                "whether customer data were seen in the last year",
                "ob im letzten Jahr Kundendaten gesehen wurden",
            ),
            "release": nobody(
                "with which others it came out; until then it is not used",
                "mit welchen anderen sie herauskam; bis dahin wird sie nicht verwendet",
            ),
            "shown_before": nobody(
                "whether a mean with it was shown", "ob ein Mittelwert mit ihr gezeigt wurde"
            ),
        },
    ),
    GuessRound: Described(
        Text(en="Question to a room", de="Frage an einen Raum"),
        FOR_GOOD,
        {
            "touchpoint": nobody("the touchpoint asked about", "der Kontaktpunkt, nach dem gefragt wurde"),
            "facet": nobody("the statement asked about", "die Aussage, nach der gefragt wurde"),
            "token": nobody(
                "random address for the room's phones", "zufällige Adresse für die Telefone im Raum"
            ),
            "state": nobody("guessing or revealed", "ob noch geschätzt wird"),
            "kept_as": nobody("as whose belief it was kept", "als wessen Einschätzung es übernommen wurde"),
        },
    ),
    GuessAnswer: Described(
        Text(en="Guess of a phone", de="Schätzung eines Telefons"),
        FOR_GOOD,
        {
            "round": nobody("the question", "die Frage"),
            "value": answer(
                "a guess from 0 to 100; no person, device or time",
                "eine Schätzung von 0 bis 100; keine Person, kein Gerät, keine Uhrzeit",
            ),
        },
    ),
    KnowledgeRound: Described(
        Text(en="Test of knowing the touchpoints", de="Test, wer die Kontaktpunkte kennt"),
        FOR_GOOD,
        {
            "real": nobody("names in the register", "Namen im Register"),
            "invented": nobody("invented names", "erfundene Namen"),
            "token": nobody(
                "random address for the room's phones", "zufällige Adresse für die Telefone im Raum"
            ),
            "state": nobody("open or revealed", "offen oder aufgelöst"),
        },
    ),
    KnowledgeAnswer: Described(
        Text(en="Answer of a phone in that test", de="Antwort eines Telefons in diesem Test"),
        FOR_GOOD,
        {
            "round": nobody("the test", "der Test"),
            "shown": nobody(
                "the names the phone showed, drawn by chance", "die Namen auf dem Telefon, zufällig gezogen"
            ),
            "ticked": answer(
                "the names ticked; no person, device or time",
                "die angekreuzten Namen; keine Person, kein Gerät, keine Uhrzeit",
            ),
        },
    ),
    InstrumentVersion: Described(
        Text(en="Version of the questions", de="Fassung der Fragen"),
        FOR_GOOD,
        {
            "slug": nobody("short name", "Kurzname"),
            "version": nobody("number of the version", "Nummer der Version"),
            "content": nobody("all questions, scales and the licence", "alle Fragen, Skalen und die Lizenz"),
            "digest": nobody("check sum: no version changes", "Prüfsumme: keine Version ändert sich"),
            "shipped": nobody("whether it came with the program", "ob sie mit dem Programm kam"),
            "chosen": nobody("since when it is asked", "seit wann sie gefragt wird"),
        },
    ),
    AssumptionChange: Described(
        Text(en="Change of an assumption", de="Änderung einer Annahme"),
        FOR_GOOD,
        {
            "slug": nobody("which assumption", "welche Annahme"),
            "value": nobody("its new value", "ihr neuer Wert"),
            "why": nobody("the reason", "der Grund"),
        },
    ),
    Agreement: Described(
        Text(en="What was agreed with the works council", de="Was mit dem Betriebsrat vereinbart ist"),
        FOR_GOOD,
        {
            "title": nobody("title of the agreement", "Titel der Vereinbarung"),
            "agreed_on": nobody("its date", "ihr Datum"),
            "parties": user("who agreed", "wer sie geschlossen hat"),
            "fewest": nobody("fewest people for a result", "wenigste Personen für ein Ergebnis"),
            "fewest_comments": nobody("fewest people for comments", "wenigste Personen für Kommentare"),
            "keep_days": nobody(
                "days until single answers are deleted", "Tage, bis einzelne Antworten gelöscht werden"
            ),
            "legal_basis": nobody("legal basis", "Rechtsgrundlage"),
            "impact_assessed": nobody(
                "date of the data protection impact assessment", "Datum der Datenschutz-Folgenabschätzung"
            ),
            "works_council": user("whom to ask in the works council", "wen man im Betriebsrat fragt"),
            "data_protection": user("the data protection officer", "die datenschutzbeauftragte Person"),
        },
    ),
}
