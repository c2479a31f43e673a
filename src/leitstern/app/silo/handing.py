"""What customers live of it: handoffs between functions, and how often a case changes hands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from leitstern.app.outside.queries import all_handoffs, handoffs_in_cases
from leitstern.app.outside.reading import published
from leitstern.app.silo.counts import assigned
from leitstern.core.company.taxonomy import Department
from leitstern.core.company.tree import parents_of
from leitstern.core.inside.silo.functions import functions_of
from leitstern.core.outside.cases import within_cases
from leitstern.core.outside.handoffs_monthly import HandoffMonth, handoffs_by_month, read_handoff_months

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published, Question


def between_functions(state: Published) -> dict[tuple[str, str], int]:
    """Handoffs of customers from one function to another within a case; of departments with a function only."""
    home = functions_of(assigned(), parents_of(state.taxonomy))
    departments = state.taxonomy.lookup(Department)
    found: Counter[tuple[str, str]] = Counter()
    for each in all_handoffs(state):
        pair = [
            home.get(department.slug) if (department := departments.code(code)) else None
            for code in (each.department, each.next_department)
        ]
        one, other = pair
        if one and other and one != other:
            found[one, other] += each.handoffs
    return dict(found)


def handoff_months(state: Published) -> tuple[HandoffMonth, ...]:
    """Handoffs per 100 cases under way, month by month; a first month that is known in part only is left out."""

    def compute(ask: Question) -> tuple[HandoffMonth, ...]:
        steps = within_cases(ask.table("transitions"), ask.table("contacts"))
        found = read_handoff_months(ask.run(handoffs_by_month(steps)))
        return tuple(each for each in found if each.month >= state.first_date)

    return state.find("handoffs by month", (), compute)


def work_ahead() -> None:
    """What the page says of the lake, computed when a state is published, so that nobody waits for it."""
    state = published()
    if state is not None:
        all_handoffs(state)
        handoffs_in_cases(state)
        handoff_months(state)
