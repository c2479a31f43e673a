"""What each kind of proof is called: one name in each language, wherever proof is asked for, weighed or shown."""

from __future__ import annotations

from leitstern.core.inside.instrument import EvidenceType
from leitstern.core.texts import Text

KINDS: dict[EvidenceType, Text] = {
    EvidenceType.DOCUMENT: Text(en="document", de="Dokument"),
    EvidenceType.SYSTEM_DATA: Text(en="data from systems", de="Daten aus Systemen"),
    EvidenceType.OBSERVATION: Text(en="observation on site", de="Beobachtung vor Ort"),
    EvidenceType.CUSTOMER_VOICE: Text(en="customers' voice", de="Stimme der Kundschaft"),
    EvidenceType.EMPLOYEE_VOICE: Text(en="staff's voice", de="Stimme der Mitarbeitenden"),
    EvidenceType.FINANCIAL: Text(en="financial figure", de="Finanzzahl"),
    EvidenceType.EXTERNAL_AUDIT: Text(en="external audit", de="externe Prüfung"),
}
