"""The assumptions in force, and how they came to be."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.common import findings
from leitstern.app.common.lookups import or_not_found
from leitstern.app.inside.queries import current_instrument
from leitstern.app.placement.models import AssumptionChange
from leitstern.core.inside.assumptions import ASSUMPTIONS, Assumption, Assumptions, Group
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WEIGHT = Text(en="Weight of the dimension “{name}”", de="Gewicht der Dimension „{name}“")
KEPT = "assumptions"
_tried: ContextVar[Assumptions | None] = ContextVar("tried", default=None)
UNKNOWN = Text(en="There is no such assumption.", de="Diese Annahme gibt es nicht.")


@dataclass(frozen=True, slots=True)
class Assumed:
    """One assumption with the value in force and its changes, newest first."""

    assumption: Assumption
    name: Text
    value: float
    changes: tuple[AssumptionChange, ...]

    @property
    def changed(self) -> bool:
        """Differs from its default."""
        return self.value != self.assumption.value

    @property
    def said(self) -> Text:
        """The value in force, with its unit."""
        return self.assumption.said(self.value)

    @property
    def default(self) -> Text:
        """The default, with its unit."""
        return self.assumption.said(self.assumption.value)


def assumptions() -> Assumptions:
    """What is assumed now. A stored value that no longer fits its range gives way to the default."""
    return _tried.get() or findings.once(KEPT, _kept)


@contextmanager
def assuming(values: Mapping[str, float]) -> Iterator[None]:
    """While it lasts, everything calculates as if these were assumed; nothing is kept. Raises InvalidInput."""
    token = _tried.set(assumptions().with_values(values))
    try:
        yield
    finally:
        _tried.reset(token)


def _kept() -> Assumptions:
    newest: dict[str, float | None] = {}
    for change in AssumptionChange.objects.order_by("id"):
        newest[change.slug] = change.value
    fitting = {
        slug: value
        for slug, value in newest.items()
        if value is not None
        and slug in ASSUMPTIONS
        and ASSUMPTIONS[slug].low <= value <= ASSUMPTIONS[slug].high
    }
    return Assumptions().with_values(fitting)


def register(wanted: str = "") -> dict[Group, list[Assumed]]:
    """Every assumption by group, in the order of the register; `wanted` is looked for in names and reasons."""
    in_force, called, changes = assumptions(), names(), defaultdict(list)
    for change in AssumptionChange.objects.all():
        changes[change.slug].append(change)
    found: dict[Group, list[Assumed]] = {group: [] for group in Group}
    for each in in_force:
        name = called[each.slug]
        if wanted.casefold() in f"{name.en} {name.de} {each.why.en} {each.why.de}".casefold():
            found[each.group].append(Assumed(each, name, in_force[each.slug], tuple(changes[each.slug])))
    return found


def assumed(slug: str) -> Assumed:
    """One assumption. Raises NotFound."""
    found = or_not_found(ASSUMPTIONS.get(slug), UNKNOWN)
    changes = tuple(AssumptionChange.objects.filter(slug=slug))
    return Assumed(found, names()[slug], assumptions()[slug], changes)


def names() -> dict[str, Text]:
    """What each assumption is called; weights by the names of their dimensions."""
    weights = {f"weight_{each.slug}": WEIGHT.fill(name=each.name) for each in current_instrument().dimensions}
    return {slug: weights.get(slug, each.name) for slug, each in ASSUMPTIONS.items()}
