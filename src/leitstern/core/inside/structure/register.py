"""The organisation as it was entered: units on the company's tree, and the roles in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from leitstern.core.company.tree import COMPANY, ancestors
from leitstern.core.inside.cells import FEWEST
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date


class Cut(StrEnum):
    """By what a unit is cut out of the whole."""

    JOURNEY = "journey"
    FUNCTION = "function"
    PRODUCT = "product"
    REGION = "region"
    STAFF = "staff"


CUTS = {
    Cut.JOURNEY: Text(
        en="along the customer's journey or a group of customers",
        de="entlang der Kundenreise oder einer Kundengruppe",
    ),
    Cut.FUNCTION: Text(en="by function", de="nach Funktion"),
    Cut.PRODUCT: Text(en="by product", de="nach Produkt"),
    Cut.REGION: Text(en="by region", de="nach Region"),
    Cut.STAFF: Text(en="beside the line, as a staff unit", de="neben der Linie, als Stabsstelle"),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. `size` counts its own people, without the units below it; `lead` is the key of the role that leads it.

    `experience` marks a unit whose whole task is the experience of customers. One that was `merged` on a day is part of
    the unit above it since then; what was said of it stays with it.
    """

    slug: str
    name: Text
    parent: str = COMPANY
    back_office: bool = False
    cut: Cut | None = None
    size: int | None = None
    experience: bool = False
    lead: int | None = None
    merged: date | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """What several people of a unit do. `ambassador`: whether speaking up for customers is part of it; None is unsaid."""

    key: int
    name: str
    unit: str
    people: int
    ambassador: bool | None = None
    retired: bool = False

    @property
    def held(self) -> bool:
        """Whether somebody does it today."""
        return not self.retired and self.people > 0


@dataclass(frozen=True)
class Register:
    """All units and roles. Nothing about people of a unit or role that fewer than `fewest` belong to is ever counted."""

    units: tuple[Unit, ...]
    roles: tuple[Role, ...]  # retired ones as well
    fewest: int = FEWEST

    @cached_property
    def by_slug(self) -> dict[str, Unit]:
        """Every unit by its short name."""
        return {unit.slug: unit for unit in self.units}

    @cached_property
    def today(self) -> tuple[Unit, ...]:
        """Units that stand by themselves."""
        return tuple(unit for unit in self.units if unit.merged is None)

    @cached_property
    def tree(self) -> dict[str, str]:
        """Above each unit that stands by itself: another such, or the company."""
        return {unit.slug: self.home(unit.parent) for unit in self.today}

    @cached_property
    def by_key(self) -> dict[int, Role]:
        """Every role by its key."""
        return {role.key: role for role in self.roles}

    @cached_property
    def parents(self) -> dict[str, str]:
        """Above each unit: another one, or the company."""
        return {unit.slug: unit.parent for unit in self.units}

    @cached_property
    def counted(self) -> tuple[Role, ...]:
        """Roles of today that enough people hold."""
        return tuple(role for role in self.roles if not role.retired and role.people >= self.fewest)

    @cached_property
    def experience_units(self) -> frozenset[str]:
        """Units whose whole task is the experience of customers."""
        return frozenset(unit.slug for unit in self.units if unit.experience)

    def home(self, unit: str) -> str:
        """The unit that one went on in; itself if it stands by itself."""
        return self._homes.get(unit, unit)

    @cached_property
    def _homes(self) -> dict[str, str]:
        merged = {unit.slug for unit in self.units if unit.merged}
        above = {unit: ancestors(self.parents, unit) for unit in merged}
        return {
            unit: next((each for each in found if each and each not in merged), unit)
            for unit, found in above.items()
        }

    def enough(self, unit: str) -> bool:
        """Whether a unit has so many people that something may be said about them; unknown is not enough."""
        found = self.by_slug.get(unit)
        return found is not None and found.size is not None and found.size >= self.fewest

    def within(self, unit: str, above: Collection[str]) -> bool:
        """Whether a unit is one of these or lies below one."""
        return unit in above or any(each in above for each in ancestors(self.parents, unit))
