"""Employees' part in the best and in the worst answers, as found in the published state, beside what was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ninja import Schema

from leitstern.app.common.schemas import Number, number
from leitstern.core.bridge.claims.register import CLAIMS
from leitstern.core.outside.people_part import ALL, BEST, WORST, PeoplePart, people_part, read_people_part

if TYPE_CHECKING:
    from leitstern.app.outside.reading import Published, Question
    from leitstern.core.bridge.claims.claim import Figure
    from leitstern.core.stats.estimate import Measured

PUBLISHED: dict[str, Figure] = dict(zip((BEST, WORST), CLAIMS["employees-part"].figures, strict=True))


class PeoplePartOut(Schema):
    """Of the `best`, the `worst`, or `all` answers, the share given where customers meet an employee.

    `worse` is the difference worst − best; `published` is what a study found of delighting and of frustrating experiences.
    """

    of: str
    share: Number
    published: float | None


def where_people_meet(state: Published) -> PeoplePart:
    """How many of the best, of the worst and of all answers were given where customers meet an employee."""

    def compute(ask: Question) -> PeoplePart:
        rows = ask.run(people_part(ask.table("feedback"), state.taxonomy))
        return read_people_part(rows, state.as_of)

    return state.find("people's part", (), compute)


def people(state: Published) -> list[PeoplePartOut]:
    """The same as documents."""
    return [
        PeoplePartOut(of=of, share=number(share), published=PUBLISHED[of].value if of in PUBLISHED else None)
        for of, share in _shares(where_people_meet(state))
    ]


def beside_published(state: Published) -> list[tuple[str, Measured, Figure | None]]:
    """Each share with the published figure beside it, where there is one."""
    return [(of, share, PUBLISHED.get(of)) for of, share in _shares(where_people_meet(state))]


def _shares(found: PeoplePart) -> list[tuple[str, Measured]]:
    return [(BEST, found.best), (WORST, found.worst), (ALL, found.all), ("worse", found.worse)]
