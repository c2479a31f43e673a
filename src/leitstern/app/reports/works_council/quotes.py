"""Fields of customers' words that were picked for reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.answers.models import Pick
from leitstern.app.reports.works_council.described import Described, nobody
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.db.models import Model

RECORDS: dict[type[Model], Described] = {
    Pick: Described(
        Text(en="Customer's words picked for reports", de="Für Berichte ausgewählte Worte der Kundschaft"),
        Text(
            en="for good, until the customer is erased or the import taken out",
            de="auf Dauer, bis die Kundin oder der Kunde gelöscht oder der Import zurückgenommen wird",
        ),
        {
            "import_id": nobody("the import the comment came with", "der Import, mit dem der Kommentar kam"),
            "seq": nobody(
                "where the comment is stored; its words, with names masked, are stored nowhere else",
                "wo der Kommentar gespeichert ist; seine Worte, Namen unkenntlich, stehen nirgends sonst",
            ),
            "entity": nobody("fingerprint of the customer's number", "Fingerabdruck der Kundennummer"),
            "reason": nobody("why it belongs in the report", "warum es in den Bericht gehört"),
            "place": nobody("its place in the report", "an welcher Stelle es im Bericht steht"),
        },
    ),
}
