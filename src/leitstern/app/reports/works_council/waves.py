"""Fields of waves: who is invited, the right to answer, answers, comments, letters, and what is published."""

from __future__ import annotations

from leitstern.app.reports.works_council.described import Described, answer, invited, nobody
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.app.waves.keeping import COMPARED_DAYS, KNOWN_DAYS
from leitstern.app.waves.models import (
    KEEP_DAYS,
    Answer,
    Comment,
    Draft,
    Fingerprint,
    Invited,
    Letter,
    Publication,
    Sheet,
    Token,
    Wave,
    WaveRhythm,
)
from leitstern.core.texts import Text

UNTIL_CLOSED = Text(
    en="until the wave is closed, then deleted", de="bis die Welle geschlossen ist, dann gelöscht"
)
UNTIL_FORGOTTEN = Text(
    en="at most {days} days after publication, or fewer if so agreed, then deleted",
    de="höchstens {days} Tage nach der Veröffentlichung, oder kürzer, wenn so vereinbart; dann gelöscht",
).fill(days=KEEP_DAYS)
UNTIL_COMPARED = Text(
    en="{people} days after the wave was closed those of people, {places} days those of places; then deleted",
    de="die von Personen {people} Tage, die von Stellen {places} Tage nach dem Schließen der Welle; dann gelöscht",
).fill(people=KNOWN_DAYS, places=COMPARED_DAYS)
UNTIL_HANDED_IN = Text(
    en="until the answers are handed in or the wave is closed, then deleted",
    de="bis die Antworten abgegeben sind oder die Welle geschlossen ist, dann gelöscht",
)
UNTIL_PUBLISHED = Text(
    en="until the wave is published, then deleted", de="bis die Welle veröffentlicht ist, dann gelöscht"
)
WAVE = nobody("the wave", "die Welle")
UNIT = answer("department in which the answer counts", "Bereich, in dem die Antwort zählt")
LEVEL = answer("executives, managers or staff", "Geschäftsleitung, Führungskräfte oder Mitarbeitende")
RANDOM = nobody("random number that tells no order", "zufällige Nummer, die keine Reihenfolge verrät")

RECORDS = {
    WaveRhythm: Described(
        Text(en="How often a wave is held", de="Wie oft eine Welle durchgeführt wird"),
        FOR_GOOD,
        {"every": nobody("every how many months", "alle wie viele Monate")},
    ),
    Wave: Described(
        Text(en="Wave", de="Welle"),
        FOR_GOOD,
        {
            "name": nobody("name of the wave", "Name der Welle"),
            "taxonomy": nobody("the organisation as it was then", "die Organisation, wie sie damals war"),
            "state": nobody(
                "in preparation, running, closed, being published or published",
                "in Vorbereitung, läuft, geschlossen, in Veröffentlichung oder veröffentlicht",
            ),
            "closes": nobody("last day for answers", "letzter Tag für Antworten"),
            "fewest": nobody(
                "fewest people for a result, fixed at launch",
                "wenigste Personen für ein Ergebnis, ab dem Start fest",
            ),
            "fewest_comments": nobody(
                "fewest people for comments, fixed at launch",
                "wenigste Personen für Kommentare, ab dem Start fest",
            ),
            "address": nobody("where the links in letters lead", "wohin die Links in den Briefen führen"),
            "keep_days": nobody(
                "how many days single answers are kept, fixed at launch",
                "wie viele Tage einzelne Antworten bleiben, ab dem Start fest",
            ),
            "places": nobody(
                "how many were invited per department and level, and since which wave they are the same people",
                "wie viele je Bereich und Ebene eingeladen waren und seit welcher Welle es dieselben Personen sind",
            ),
            "launched": nobody("when it was launched", "wann sie gestartet wurde"),
            "closed": nobody("when it was closed", "wann sie geschlossen wurde"),
            "published": nobody("when it was published", "wann sie veröffentlicht wurde"),
            "forgotten": nobody(
                "when single answers were deleted", "wann einzelne Antworten gelöscht wurden"
            ),
        },
    ),
    Invited: Described(
        Text(en="Invited person", de="Eingeladene Person"),
        UNTIL_CLOSED,
        {
            "wave": WAVE,
            "unit": invited("department", "Bereich"),
            "level": invited(
                "executives, managers or staff", "Geschäftsleitung, Führungskräfte oder Mitarbeitende"
            ),
            "address": invited("e-mail address; none if asked on paper", "E-Mail-Adresse; keine bei Papier"),
            "salt": invited(
                "random bytes from which, with the installation's secret, the link is made",
                "zufällige Bytes, aus denen mit dem Geheimnis der Installation der Link entsteht",
            ),
        },
    ),
    Token: Described(
        Text(en="Right to answer once", de="Recht, einmal zu antworten"),
        UNTIL_CLOSED,
        {
            "id": RANDOM,
            "wave": WAVE,
            "digest": invited(
                "hash of the link; with the files of the installation it leads to who was invited",
                "Hash des Links; mit den Dateien der Installation führt er zu der eingeladenen Person",
            ),
            "unit": UNIT,
            "level": LEVEL,
            "used": invited("whether it was used; not when", "ob es benutzt wurde; nicht wann"),
        },
    ),
    Fingerprint: Described(
        Text(en="Mark of who was asked", de="Zeichen dafür, wer gefragt wurde"),
        UNTIL_COMPARED,
        {
            "id": RANDOM,
            "wave": WAVE,
            "digest": invited(
                "keyed hash by which a later roster is compared; it does not say whether somebody answered",
                "Hash mit geheimem Schlüssel, mit dem eine spätere Liste verglichen wird; ob jemand geantwortet hat, sagt "
                "er nicht",
            ),
            "cohort": nobody(
                "since which wave a group asks the same people",
                "seit welcher Welle eine Gruppe dieselben Personen umfasst",
            ),
        },
    ),
    Draft: Described(
        Text(en="Answers not handed in yet", de="Noch nicht abgegebene Antworten"),
        UNTIL_HANDED_IN,
        {
            "id": RANDOM,
            "wave": WAVE,
            "key": answer("hash of a key in the browser", "Hash eines Schlüssels im Browser"),
            "answers": answer("answers so far", "bisherige Antworten"),
        },
    ),
    Answer: Described(
        Text(en="Answers", de="Antworten"),
        UNTIL_FORGOTTEN,
        {
            "id": RANDOM,
            "wave": WAVE,
            "unit": UNIT,
            "level": LEVEL,
            "answers": answer(
                "a point of the scale per question; no person, link or time",
                "ein Punkt der Skala je Frage; keine Person, kein Link, keine Uhrzeit",
            ),
        },
    ),
    Comment: Described(
        Text(en="Comment", de="Kommentar"),
        UNTIL_FORGOTTEN,
        {
            "id": RANDOM,
            "wave": WAVE,
            "text": answer(
                "own words, names and numbers masked as far as the program recognises them; kept apart from answers, without "
                "department or level",
                "eigene Worte, Namen und Nummern unkenntlich, soweit das Programm sie erkennt; getrennt von den Antworten, "
                "ohne Bereich und Ebene",
            ),
        },
    ),
    Sheet: Described(
        Text(en="Sheet of paper that was entered", de="Eingegebener Papierbogen"),
        UNTIL_PUBLISHED,
        {
            "wave": WAVE,
            "number": answer(
                "the number it was given when it was entered, not before",
                "die Nummer, die er erst bei der Eingabe bekam",
            ),
            "answer": answer("the answers on it", "die Antworten darauf"),
            "comment": answer("the comment on it", "der Kommentar darauf"),
            "twice": nobody("whether it was entered twice, alike", "ob er zweimal gleich eingegeben wurde"),
        },
    ),
    Publication: Described(
        Text(en="Published results", de="Veröffentlichte Ergebnisse"),
        FOR_GOOD,
        {
            "wave": WAVE,
            "results": answer(
                "what is shown; hidden groups are marked. Comments in it are deleted with the single answers",
                "was gezeigt wird; verdeckte Gruppen sind gekennzeichnet. Kommentare darin werden mit den einzelnen Antworten "
                "gelöscht",
            ),
            "decided": answer(
                "how many answered where, also where they are too few to be shown, and which groups are shown; needed to protect "
                "them in later waves, shown on no page",
                "wie viele wo geantwortet haben, auch wo es zu wenige zum Zeigen sind, und welche Gruppen gezeigt werden; "
                "gebraucht, um sie in späteren Wellen zu schützen, auf keiner Seite zu sehen",
            ),
        },
    ),
    Letter: Described(
        Text(en="Letter to an invited person", de="Brief an eine eingeladene Person"),
        UNTIL_CLOSED,
        {
            "invited": invited("to whom", "an wen"),
            "kind": invited(
                "invitation, or reminder to those who had not answered",
                "Einladung, oder Erinnerung an alle, die noch nicht geantwortet hatten",
            ),
            "state": invited(
                "waiting, being sent, sent, refused or perhaps sent",
                "wartet, wird gesendet, gesendet, abgewiesen oder vielleicht gesendet",
            ),
            "due": nobody("when it is due", "wann er fällig ist"),
            "attempts": nobody("number of attempts", "Zahl der Versuche"),
            "reason": invited("what the mail server said", "was der Mailserver gesagt hat"),
        },
    ),
}
