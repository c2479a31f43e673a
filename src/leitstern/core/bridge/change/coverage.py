"""How many of the roles a change affects have been told what it means for their daily work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.change.brief import RoleKey
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from leitstern.core.stats.estimate import Measured

NOBODY_AFFECTED = Missing(
    "no-roles",
    Text(
        en="nobody has said yet whose work changes", de="noch hat niemand gesagt, wessen Arbeit sich ändert"
    ),
)
NO_INITIATIVE = Text(
    en="Which change do you want to explain first?", de="Welche Veränderung möchten Sie zuerst erklären?"
)
ALL_ANSWERED = Text(
    en="Every affected role has been told what changes in its daily work.",
    de="Jede betroffene Rolle weiß, was sich in ihrem Arbeitsalltag ändern soll.",
)
OPEN_ROLES = Text(
    en="{open} of {n} affected roles have not been told what changes in their daily work.",
    de="{open} von {n} betroffenen Rollen ist nicht gesagt, was sich in ihrem Arbeitsalltag ändert.",
)
ONE_OPEN = Text(
    en="One affected role has not been told what changes in its daily work: {role} (“{title}”).",
    de="Einer betroffenen Rolle ist nicht gesagt, was sich in ihrem Arbeitsalltag ändert: {role} („{title}“).",
)
NO_BRIEFS = Text(
    en="No initiative has a brief that was published.",
    de="Zu keiner Initiative ist ein Leitbrief veröffentlicht.",
)


@dataclass(frozen=True, slots=True)
class Told:
    """One initiative: whom it affects, who has an answer in a published brief, and of when brief and change are.

    `changed` is the day of the newest wording of the initiative, `valid_from` the first from which on a brief applies.
    """

    key: int
    title: str
    units: tuple[str, ...]
    affected: tuple[RoleKey, ...]
    answered: frozenset[RoleKey]
    published: date | None = None
    changed: date | None = None
    valid_from: date | None = None

    @property
    def open(self) -> tuple[RoleKey, ...]:
        """Affected roles without an answer."""
        return tuple(role for role in self.affected if role not in self.answered)

    @property
    def outdated(self) -> bool:
        """Whether the change was said otherwise after the brief went out."""
        return bool(self.published and self.changed and self.changed > self.published)

    @property
    def share(self) -> Measured:
        """Roles with an answer of all affected ones: counted, not estimated."""
        return _share(len(self.affected) - len(self.open), len(self.affected))


@dataclass(frozen=True, slots=True)
class UnitTold:
    """The affected roles of one department over all initiatives."""

    unit: str
    answered: int
    affected: int

    @property
    def share(self) -> Measured:
        """Of all affected roles, those with an answer."""
        return _share(self.answered, self.affected)


@dataclass(frozen=True, slots=True)
class Coverage:
    """All initiatives that stand; what is open first."""

    told: tuple[Told, ...]

    @property
    def share(self) -> Measured:
        """Of all affected roles of all initiatives, those with an answer."""
        return _share(self.affected - len(self.open), self.affected)

    @property
    def affected(self) -> int:
        """Affected roles; a role that several initiatives affect counts with each."""
        return sum(len(each.affected) for each in self.told)

    @property
    def open(self) -> tuple[tuple[Told, RoleKey], ...]:
        """Every affected role without an answer, where something was published or said to affect it."""
        return tuple((each, role) for each in self.told for role in each.open)

    @property
    def without(self) -> tuple[Told, ...]:
        """Initiatives without a published brief."""
        return tuple(each for each in self.told if each.published is None)

    @property
    def outdated(self) -> tuple[Told, ...]:
        """Initiatives that changed after their brief."""
        return tuple(each for each in self.told if each.outdated)

    @property
    def units(self) -> tuple[UnitTold, ...]:
        """By department, least told first; roles of which nobody said the department count nowhere here."""
        counted: dict[str, list[bool]] = {}
        for each in self.told:
            for role in each.affected:
                if role.unit:
                    counted.setdefault(role.unit, []).append(role in each.answered)
        found = [UnitTold(unit, sum(those), len(those)) for unit, those in counted.items()]
        return tuple(sorted(found, key=lambda one: (one.answered / one.affected, -one.affected, one.unit)))

    @property
    def sentence(self) -> Text:
        """The finding."""
        if not self.told:
            return NO_INITIATIVE
        if len(self.without) == len(self.told):
            return NO_BRIEFS
        if len(self.open) == 1:
            told, role = self.open[0]
            return ONE_OPEN.fill(role=role.name, title=told.title)
        if self.open:
            return OPEN_ROLES.fill(open=len(self.open), n=self.affected)
        return ALL_ANSWERED


def coverage(told: Iterable[Told]) -> Coverage:
    """Initiatives with most open roles first, then those without a brief, then by title."""
    order = sorted(
        told, key=lambda each: (-len(each.open), each.published is not None, each.title.casefold())
    )
    return Coverage(tuple(order))


def affected_roles(named: Iterable[str], in_brief: Sequence[RoleKey]) -> tuple[RoleKey, ...]:
    """Whom a change affects: all roles of its brief, and those the initiative names that stand in none."""
    missing = (RoleKey("", name.strip()) for name in named if name.strip())
    return (*in_brief, *(role for role in missing if not any(role.matches(each) for each in in_brief)))


def _share(n: int, of: int) -> Measured:
    if not of:
        return NOBODY_AFFECTED
    return Estimate(n / of, n / of, n / of, of, grade="stated")
