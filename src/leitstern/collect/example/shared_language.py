"""How two departments of the example company map the same touchpoints to whoever answers for them.

Planted: customer service takes for its own whatever customers call about, lending whatever has to do with a loan. In the
twin both say what the taxonomy says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leitstern.core.company.taxonomy import Taxonomy, Touchpoint

DEPARTMENTS = ("service", "lending")
SEED = 30  # of the words that are drawn
DAYS_AGO = 40
CALLED_ABOUT = {"phone", "letter"}  # channels on which service is asked about everything
OF_LOANS = ("loan", "mortgage", "payoff", "final_payment", "rate")


def mapped(taxonomy: Taxonomy, unit: str, *, planted: bool = True) -> dict[str, str]:
    """What a department answers, by short name of the touchpoint."""
    return {each.slug: _said(each, unit) if planted else each.department for each in taxonomy.touchpoints}


def _said(point: Touchpoint, unit: str) -> str:
    if unit == "service" and point.channel in CALLED_ABOUT:
        return "service"
    if unit == "lending" and any(word in point.slug for word in OF_LOANS):
        return "lending"
    if unit == "lending" and point.department in {"digital", "marketing"}:
        return "branches"
    return point.department
