"""The functions the sources name as those that customers never reach, by the words that companies use for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.company.lookup import spelt_alike
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMED: dict[str, tuple[Text, tuple[str, ...]]] = {
    "finance": (
        Text(en="Finance", de="Finanzen"),
        ("finance", "accounting", "treasury", "finanzen", "finanz", "rechnungswesen", "buchhaltung"),
    ),
    "controlling": (Text(en="Controlling", de="Controlling"), ("controlling", "controller")),
    "purchasing": (
        Text(en="Purchasing", de="Einkauf"),
        ("purchasing", "procurement", "einkauf", "beschaffung"),
    ),
}


def stands_for(function: str, called: Iterable[str]) -> bool:
    """Whether one of the words for a named function stands in anything a unit is called."""
    said = {word for name in called for word in spelt_alike(name).replace("_", " ").split()}
    return any(spelt_alike(word) in said for word in NAMED[function][1])
