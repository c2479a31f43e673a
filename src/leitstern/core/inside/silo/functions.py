"""The functions between which experience breaks: marketing, sales, service and IT, and who stands for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.lookup import spellings, spelt_alike
from leitstern.core.company.tree import ancestors
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.core.company.taxonomy import Department
    from leitstern.core.company.tree import Parents

FUNCTIONS: dict[str, Text] = {
    "marketing": Text(en="Marketing", de="Marketing"),
    "sales": Text(en="Sales", de="Vertrieb"),
    "service": Text(en="Service", de="Service"),
    "it": Text(en="IT", de="IT"),
}
# By the words companies use for them.
_WORDS: dict[str, tuple[str, ...]] = {
    "marketing": ("marketing",),
    "sales": ("sales", "vertrieb", "branches", "filialen", "stores"),
    "service": ("service", "kundenservice", "kundendienst", "customer care", "servicecenter"),
    "it": ("it", "informationstechnik", "information technology"),
}

type Assigned = Mapping[str, Sequence[str]]  # function → the departments that stand for it


def guess(departments: Sequence[Department], parents: Parents) -> dict[str, list[str]]:
    """Departments that are called like a function; of those, none that lies below another one."""
    found: dict[str, list[str]] = {}
    for function, words in _WORDS.items():
        called = [each.slug for each in departments if _is(each, words)]
        found[function] = [each for each in called if not set(called) & set(ancestors(parents, each))]
    return found


def functions_of(assigned: Assigned, parents: Parents) -> dict[str, str]:
    """For which function each department stands: its own, else that of the nearest one above it."""
    own = {unit: function for function, units in assigned.items() for unit in units}
    above = {unit: [unit, *ancestors(parents, unit)] for unit in parents}
    return {
        unit: function
        for unit, line in above.items()
        if (function := next((own[each] for each in line if each in own), None))
    }


def _is(department: Department, words: Sequence[str]) -> bool:
    said = set(spellings(department))
    return any(spelt_alike(word) in said for word in words)
