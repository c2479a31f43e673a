"""Fields of claims, proofs, reviews and independent assessments."""

from __future__ import annotations

from leitstern.app.evidence.models import Assessment, Attachment, Claim, IndependentRating, Proof, Review
from leitstern.app.reports.works_council.described import Described, nobody, user
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.core.texts import Text

UNTIL_REMOVED = Text(
    en="until somebody removes the proof; the bytes of its file go with it",
    de="bis jemand den Beleg entfernt; die Bytes seiner Datei gehen mit",
)
UNIT = nobody("department, or the whole organisation", "Bereich oder das ganze Unternehmen")

RECORDS = {
    Claim: Described(
        Text(en="Claimed level", de="Selbsteinstufung"),
        FOR_GOOD,
        {
            "unit": UNIT,
            "level": nobody(
                "claimed level of the department, 0 to 4", "Selbsteinstufung des Bereichs, 0 bis 4"
            ),
            "text": nobody("what can be seen", "was zu sehen ist"),
        },
    ),
    Proof: Described(
        Text(en="Proof", de="Beleg"),
        UNTIL_REMOVED,
        {
            "unit": UNIT,
            "kind": nobody("kind of proof", "Art des Belegs"),
            "title": nobody("title", "Titel"),
            "day": nobody("day of the fact", "Tag der Tatsache"),
            "note": nobody("what it shows", "was er zeigt"),
            "link": nobody("link", "Link"),
        },
    ),
    Attachment: Described(
        Text(en="File of a proof", de="Datei eines Belegs"),
        UNTIL_REMOVED,
        {
            "proof": nobody("the proof", "der Beleg"),
            "token": nobody("random name in the store", "zufälliger Name im Speicher"),
            "name": nobody("name for download", "Name für den Download"),
            "ending": nobody("what the file is", "was die Datei ist"),
            "size": nobody("size in bytes", "Größe in Bytes"),
        },
    ),
    Review: Described(
        Text(en="Review of a claimed level", de="Prüfung einer Selbsteinstufung"),
        FOR_GOOD,
        {
            "claim": nobody("the claimed level", "die Selbsteinstufung"),
            "level": nobody("credited level", "belegte Stufe"),
            "reason": nobody("reason", "Begründung"),
        },
    ),
    Assessment: Described(
        Text(en="Independent assessment", de="Unabhängige Beurteilung"),
        FOR_GOOD,
        {"assessor": user("name or firm of the assessor", "Name oder Firma der beurteilenden Person")},
    ),
    IndependentRating: Described(
        Text(en="Independent level", de="Unabhängige Stufe"),
        FOR_GOOD,
        {
            "assessment": nobody("the assessment", "die Beurteilung"),
            "level": nobody(
                "what was seen of the organisation, 0 to 4", "was vom Unternehmen zu sehen war, 0 bis 4"
            ),
            "note": nobody("note", "Notiz"),
        },
    ),
}
