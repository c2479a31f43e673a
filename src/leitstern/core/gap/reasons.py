"""Why a side is missing. Nothing is ever put in its place."""

from __future__ import annotations

from leitstern.core.inside.beliefs import FEWER_THAN_FIVE, NOT_ASKED
from leitstern.core.outside.few import TOO_FEW_CUSTOMERS
from leitstern.core.stats.estimate import Missing
from leitstern.core.texts import Text

__all__ = [
    "FEWER_THAN_FIVE",
    "NOTHING_TO_COMPARE",
    "NOT_ASKED",
    "NO_DUE_PROMISE",
    "NO_FEEDBACK",
    "NO_PROMISE",
    "TOO_FEW_CUSTOMERS",
]

NO_PROMISE = Missing("no-promise", Text(en="no promise recorded", de="kein Versprechen hinterlegt"))
NO_FEEDBACK = Missing(
    "no-feedback",
    Text(en="no feedback at this touchpoint", de="keine Rückmeldungen an diesem Kontaktpunkt"),
)
NO_DUE_PROMISE = Missing(
    "no-due-promise",
    Text(
        en="no promise has fallen due at this touchpoint", de="an diesem Kontaktpunkt war noch nichts fällig"
    ),
)
NOTHING_TO_COMPARE = Missing("nothing-to-compare", Text(en="no data yet", de="noch keine Daten"))
