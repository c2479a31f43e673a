"""Fields of figures about competitors: what was published about other companies, and who entered it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.competitors.models import Figure
from leitstern.app.reports.works_council.described import Described, nobody
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.db.models import Model

RECORDS: dict[type[Model], Described] = {
    Figure: Described(
        Text(en="Figure about a competitor", de="Zahl zu einem Wettbewerber"),
        FOR_GOOD,
        {
            "competitor": nobody("the other company", "das andere Unternehmen"),
            "touchpoint": nobody("where, in our words", "wo, in unseren Worten"),
            "statement": nobody(
                "what customers agree with there", "welcher Aussage die Kundschaft dort zustimmt"
            ),
            "share": nobody("how many of them", "wie viele von ihnen"),
            "n": nobody("how many were asked", "wie viele gefragt wurden"),
            "year": nobody("in which year", "in welchem Jahr"),
            "source": nobody("where it stands", "wo es steht"),
            "how": nobody("what exactly was asked", "was genau gefragt wurde"),
            "asked": nobody("whether our question was the same", "ob unsere Frage dieselbe war"),
            "origin": nobody("who found it", "wer es herausgefunden hat"),
        },
    ),
}
