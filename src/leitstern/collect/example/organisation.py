"""Who works where at the invented company: people who answer a staff wave, and how many were asked."""

from __future__ import annotations

from collections import Counter
from math import ceil

from leitstern.core.company.tree import COMPANY
from leitstern.core.inside.ratings import View

Place = tuple[View, str]

EXECUTIVES = 9
_STAFF = {
    "marketing": 34,
    "campaigns": 11,
    "brand_studio": 3,
    "branches": 190,
    "bereavement_care": 14,
    "service": 140,
    "insurance": 62,
    "digital": 74,
    "it": 88,
    "it_support": 17,
    "data_office": 4,
    "lending": 70,
    "operations": 78,
    "claims_intake": 41,
    "claims_assessment": 34,
    "corporate": 40,
}
_MANAGERS = {
    "marketing": 3,
    "campaigns": 1,
    "branches": 12,
    "bereavement_care": 1,
    "service": 8,
    "insurance": 5,
    "digital": 5,
    "it": 7,
    "lending": 5,
    "operations": 5,
    "claims_intake": 2,
    "claims_assessment": 2,
    "corporate": 4,
}
SMALL = frozenset(unit for unit, n in _STAFF.items() if n < 5)  # so that something has to stay hidden
LARGE = 30  # people from which on a unit has more answers this year than last, and people who stop halfway
_LAST_YEAR = 0.96  # of this year's answers, in large units
_TURNOUT = 0.78  # in large units; in small ones everybody answers


def answered(last_year: bool = False) -> Counter[Place]:
    """How many people answer, by level and the unit they belong to directly."""
    staff = {unit: round(_LAST_YEAR * n) if last_year and n >= LARGE else n for unit, n in _STAFF.items()}
    found = Counter({(View.STAFF, unit): n for unit, n in staff.items()})
    found |= Counter({(View.MANAGERS, unit): n for unit, n in _MANAGERS.items()})
    found[View.EXECUTIVES, COMPANY] = EXECUTIVES
    return found


def invited(last_year: bool = False) -> Counter[Place]:
    """How many people are asked."""
    return Counter(
        {place: ceil(n / _TURNOUT) if n >= LARGE else n for place, n in answered(last_year).items()}
    )
