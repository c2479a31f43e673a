"""Fields of the organisation register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.reports.works_council.described import Described, nobody
from leitstern.app.reports.works_council.inside import FOR_GOOD
from leitstern.app.structure.models import Role
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from django.db.models import Model

RECORDS: dict[type[Model], Described] = {
    Role: Described(
        Text(en="Role in a department", de="Rolle in einem Bereich"),
        FOR_GOOD,
        {
            "name": nobody(
                "what the role is called, never who holds it", "wie die Rolle heißt, nie wer sie innehat"
            ),
            "unit": nobody("department", "Bereich"),
            "people": nobody(
                "how many hold it; of fewer than results of waves need, nothing is shown but the role itself",
                "wie viele sie innehaben; sind es weniger, als Ergebnisse von Wellen brauchen, wird nur gezeigt, dass es "
                "die Rolle gibt",
            ),
            "retired": nobody(
                "since when there is no such role any more", "seit wann es die Rolle nicht mehr gibt"
            ),
        },
    ),
}
