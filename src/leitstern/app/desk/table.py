"""What is still to be done as rows, for CSV and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.app.company.queries import require_taxonomy
from leitstern.app.desk.showing import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.app.desk.queries import Agreed

STEPS = ["id", "what", "said", "department", "due", "days_overdue", "touchpoint", "agreed_on"]


def step_rows(found: Iterable[Agreed], language: str) -> Iterator[list[object]]:
    """One row for each; customers are not in it."""
    taxonomy = require_taxonomy()
    for each in found:
        yield [
            each.entry.pk,
            each.what,
            each.said.to(language),
            name_of(taxonomy, "department", each.department).to(language),
            each.due,
            max(each.days_late, 0),
            name_of(taxonomy, "touchpoint", each.entry.touchpoint).to(language),
            each.entry.day,
        ]
