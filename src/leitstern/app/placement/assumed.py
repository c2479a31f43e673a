"""The assumptions in force, and how they came to be."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from leitstern.app.placement.models import AssumptionChange
from leitstern.core.errors import NotFound
from leitstern.core.inside.assumptions import ASSUMPTIONS, Assumption, Assumptions, Group
from leitstern.core.texts import Text

UNKNOWN = Text(en="There is no such assumption.", de="Diese Annahme gibt es nicht.")


@dataclass(frozen=True, slots=True)
class Assumed:
    """One assumption with the value in force and its changes, newest first."""

    assumption: Assumption
    value: float
    changes: tuple[AssumptionChange, ...]

    @property
    def changed(self) -> bool:
        """Differs from its default."""
        return self.value != self.assumption.value


def assumptions() -> Assumptions:
    """What is assumed now. A stored value that no longer fits its range gives way to the default."""
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


def register() -> dict[Group, list[Assumed]]:
    """Every assumption by group, in the order of the register."""
    in_force, changes = assumptions(), defaultdict(list)
    for change in AssumptionChange.objects.all():
        changes[change.slug].append(change)
    found: dict[Group, list[Assumed]] = {group: [] for group in Group}
    for each in in_force:
        found[each.group].append(Assumed(each, in_force[each.slug], tuple(changes[each.slug])))
    return found


def assumed(slug: str) -> Assumed:
    """One assumption. Raises NotFound."""
    found = ASSUMPTIONS.get(slug)
    if found is None:
        raise NotFound(UNKNOWN)
    return Assumed(found, assumptions()[slug], tuple(AssumptionChange.objects.filter(slug=slug)))
