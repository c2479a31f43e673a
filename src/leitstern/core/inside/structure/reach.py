"""How far the customer reaches into the organisation: ambassadors in every function, and spans of leadership.

Source: Bingemer, Ohlwein, factor 3 (every employee an ambassador for customers, finance, controlling and purchasing too)
and recommendation 3 (cut leadership so that it forces thinking across functions).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from leitstern.core.inside.structure.named import NAMED, stands_for
from leitstern.core.stats.counted import counted
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.inside.structure.register import Register, Role, Unit
    from leitstern.core.stats.estimate import Measured


class Voice(StrEnum):
    """Whether anybody in a unit speaks up for customers."""

    HEARD = "heard"
    SILENT = "silent"
    UNSAID = "unsaid"
    FEW = "few"  # no role that enough people hold


VOICES = {
    Voice.HEARD: Text(en="has ambassadors", de="hat Kundenbotschafter"),
    Voice.SILENT: Text(en="has none", de="hat keine"),
    Voice.UNSAID: Text(en="not said yet", de="noch nicht gesagt"),
    Voice.FEW: Text(en="too few people", de="zu wenige Personen"),
}


@dataclass(frozen=True, slots=True)
class Function:
    """One unit and whether a role in it speaks up for customers."""

    unit: Unit
    voice: Voice
    roles: tuple[Role, ...]  # the counted ones that do


@dataclass(frozen=True, slots=True)
class NamedFunction:
    """One of the functions the sources name, and the units that stand for it."""

    name: Text
    functions: tuple[Function, ...]

    @property
    def voice(self) -> Voice | None:
        """The best of its units; None if there is no such unit."""
        voices = {each.voice for each in self.functions}
        return next((voice for voice in Voice if voice in voices), None)


@dataclass(frozen=True, slots=True)
class Ambassadors:
    """All units; the share is of those of which it was said."""

    functions: tuple[Function, ...]
    named: tuple[NamedFunction, ...]
    share: Measured

    def of(self, voice: Voice) -> tuple[Function, ...]:
        """Units of one kind."""
        return tuple(each for each in self.functions if each.voice is voice)


@dataclass(frozen=True, slots=True)
class Span:
    """A role that leads, and the functions it leads; units below another it leads belong to that one."""

    role: Role
    functions: tuple[Unit, ...]

    @property
    def across(self) -> bool:
        """Whether it leads more than one function."""
        return len(self.functions) > 1


def ambassadors(register: Register, today: date) -> Ambassadors:
    """Unit by unit. Roles that too few people hold say nothing, so that nobody is singled out."""
    by_unit: dict[str, list[Role]] = {}
    for role in register.counted:
        by_unit.setdefault(register.home(role.unit), []).append(role)
    functions = tuple(_function(unit, by_unit.get(unit.slug, [])) for unit in register.today)
    named = tuple(
        NamedFunction(
            name,
            tuple(
                each
                for each in functions
                if stands_for(key, (each.unit.slug, each.unit.name.de, each.unit.name.en))
            ),
        )
        for key, (name, _words) in NAMED.items()
    )
    heard = sum(each.voice is Voice.HEARD for each in functions)
    said = heard + sum(each.voice is Voice.SILENT for each in functions)
    return Ambassadors(functions, named, counted(heard, said, said, today))


def spans(register: Register) -> tuple[Span, ...]:
    """Every role that leads units, the widest span first."""
    led: dict[int, list[Unit]] = {}
    for unit in register.today:
        if unit.lead is not None:
            led.setdefault(unit.lead, []).append(unit)
    found = []
    for key, units in led.items():
        own = {unit.slug for unit in units}
        top = tuple(u for u in units if not (u.parent and register.within(u.parent, own)))
        found.append(Span(register.by_key[key], top))
    return tuple(sorted(found, key=lambda span: (-len(span.functions), span.role.name)))


def _function(unit: Unit, roles: list[Role]) -> Function:
    speaking = tuple(role for role in roles if role.ambassador)
    if speaking:
        voice = Voice.HEARD
    elif not roles:
        voice = Voice.FEW
    else:
        voice = Voice.SILENT if all(role.ambassador is False for role in roles) else Voice.UNSAID
    return Function(unit, voice, speaking)
