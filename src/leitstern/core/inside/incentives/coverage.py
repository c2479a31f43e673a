"""Who carries a key figure of customers: by role, and in units that never see one. And how soon rewards look ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.company.lookup import spellings
from leitstern.core.inside.incentives.figures import Giver, Horizon, Origin, Part
from leitstern.core.inside.structure.named import NAMED, stands_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from leitstern.core.company.taxonomy import Department
    from leitstern.core.inside.incentives.figures import Figure, Register, Role
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class RoleLine:
    """What part of a role's reward hangs on customers, on what moves soon, and on what a vendor set (0–1 each)."""

    role: Role
    customer: float
    short: float
    vendor: float


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A back-office unit and the customer figures it owns or is rewarded for."""

    unit: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedLine:
    """One of the units that the source names: the departments that stand for it, and whether one carries a figure."""

    name: Text
    units: tuple[str, ...]
    carries: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the customer reaches into what is rewarded. A count of the whole register, not a sample."""

    roles: tuple[RoleLine, ...]
    too_small: int  # roles that too few people hold to be counted
    back_office: tuple[UnitLine, ...]
    named: tuple[NamedLine, ...]
    missing_parts: tuple[Part, ...]  # of the three-part bundle, those nobody is rewarded for
    shared: tuple[str, ...]  # customer figures that several units carry
    customer_figures: tuple[str, ...]
    people: int
    customer_share: float | None  # of all reward, over the people of all counted roles
    short_share: float | None
    vendor_share: float | None

    @property
    def roles_with(self) -> int:
        """Counted roles with at least one customer figure."""
        return sum(line.customer > 0 for line in self.roles)

    @property
    def units_with(self) -> int:
        """Back-office units with at least one."""
        return sum(bool(line.figures) for line in self.back_office)


def coverage(register: Register, departments: Sequence[Department]) -> Coverage:
    """Count it. A unit carries a figure if it owns it or one of its counted roles is rewarded for it."""
    lines = tuple(_role(register, role) for role in register.counted)
    customers = [figure for figure in register.figures if figure.origin is Origin.CUSTOMER]
    carried = carriers(register)
    back_office = tuple(
        UnitLine(each.slug, tuple(slug for slug, units in carried.items() if each.slug in units))
        for each in departments
        if each.back_office
    )
    rewarded = {figure.part for figure in customers if figure.slug in register.rewarded}
    return Coverage(
        roles=lines,
        too_small=len(register.roles) - len(lines),
        back_office=back_office,
        named=tuple(_named(key, departments, carried.values()) for key in NAMED),
        missing_parts=tuple(part for part in Part if part not in rewarded),
        shared=tuple(slug for slug, units in carried.items() if len(units) > 1),
        customer_figures=tuple(carried),
        people=register.people,
        customer_share=customer_share(register),
        short_share=_share(register, lambda figure: figure.horizon is Horizon.SHORT),
        vendor_share=_share(register, lambda figure: figure.giver is Giver.VENDOR),
    )


def customer_share(register: Register) -> float | None:
    """The part (0–1) of all reward that hangs on figures of customers, over the people of all counted roles."""
    return _share(register, lambda figure: figure.origin is Origin.CUSTOMER)


def carriers(register: Register) -> dict[str, set[str]]:
    """The units that carry each key figure of customers: own it, or have a counted role that is rewarded for it."""
    customers = (figure for figure in register.figures if figure.origin is Origin.CUSTOMER)
    return {figure.slug: _units(register, figure) for figure in customers}


def _role(register: Register, role: Role) -> RoleLine:
    shares = [(figure, register.share(role, figure.slug)) for figure in register.figures]
    return RoleLine(
        role=role,
        customer=sum(share for figure, share in shares if figure.origin is Origin.CUSTOMER),
        short=sum(share for figure, share in shares if figure.horizon is Horizon.SHORT),
        vendor=sum(share for figure, share in shares if figure.giver is Giver.VENDOR),
    )


def _units(register: Register, figure: Figure) -> set[str]:
    return {figure.unit, *(role.unit for role in register.rewarding([figure.slug]))} - {""}


def _share(register: Register, belongs: Callable[[Figure], bool]) -> float | None:
    """Over people, of whatever part of their reward hangs on figures at all."""
    people = {role.key: role.people for role in register.counted}
    meant = {figure.slug: belongs(figure) for figure in register.figures}
    total = part = 0.0
    for (role, figure), share in register.shares.items():
        if role in people and figure in meant:
            total += people[role] * share
            part += people[role] * share * meant[figure]
    return part / total if total else None


def _named(key: str, departments: Sequence[Department], carried: Iterable[set[str]]) -> NamedLine:
    units = tuple(each.slug for each in departments if stands_for(key, spellings(each)))
    return NamedLine(NAMED[key][0], units, any(set(units) & carrying for carrying in carried))
