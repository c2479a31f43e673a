"""How far customers reach into each function: who speaks up for them there, and whether it carries a key figure of theirs.

Source: Bingemer, Ohlwein, factor 3 and recommendation 3: every employee an ambassador for customers, finance, controlling
and purchasing too; leadership cut so that it forces thinking across functions. Of rewards of leaders, who are few, nothing
is used here: what counts is what their functions carry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.inside.incentives.coverage import carriers
from leitstern.core.inside.structure.named import NAMED, stands_for
from leitstern.core.inside.structure.reach import Voice, ambassadors, spans
from leitstern.core.stats.counted import counted

if TYPE_CHECKING:
    from datetime import date

    from leitstern.core.inside.incentives.figures import Register
    from leitstern.core.inside.structure import register as structure
    from leitstern.core.inside.structure.reach import Span
    from leitstern.core.inside.structure.register import Unit
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text


@dataclass(frozen=True, slots=True)
class Reached:
    """One unit: who speaks up for customers in it, and the key figures of customers it carries."""

    unit: Unit
    voice: Voice
    figures: tuple[str, ...]

    @property
    def reached(self) -> bool:
        """Both: somebody speaks up, and a key figure of customers is carried."""
        return self.voice is Voice.HEARD and bool(self.figures)


@dataclass(frozen=True, slots=True)
class Led:
    """A role that leads, its functions, and the key figures of customers that they share with functions of others."""

    span: Span
    shared: tuple[str, ...]

    @property
    def across(self) -> bool:
        """Leads more than one function, or shares a key figure of customers."""
        return self.span.across or bool(self.shared)


@dataclass(frozen=True, slots=True)
class Reach:
    """All units, those the sources name, and those who lead."""

    units: tuple[Reached, ...]
    named: tuple[tuple[Text, tuple[Reached, ...]], ...]
    led: tuple[Led, ...]
    share: Measured  # of the units of which both is known, those that customers reach


def reach(rewards: Register, organisation: structure.Register, today: date) -> Reach:
    """Put what is rewarded and how the organisation is cut side by side."""
    carried = carriers(rewards)
    lines = tuple(
        Reached(
            each.unit, each.voice, tuple(slug for slug, units in carried.items() if each.unit.slug in units)
        )
        for each in ambassadors(organisation, today).functions
    )
    known = [line for line in lines if line.voice in {Voice.HEARD, Voice.SILENT}]
    named = tuple(
        (name, tuple(line for line in lines if _is(key, line.unit))) for key, (name, _words) in NAMED.items()
    )
    led = tuple(Led(span, _shared(span, carried)) for span in spans(organisation))
    share = counted(sum(line.reached for line in known), len(known), len(known), today)
    return Reach(lines, named, led, share)


def _is(function: str, unit: Unit) -> bool:
    return stands_for(function, (unit.slug, unit.name.de, unit.name.en))


def _shared(span: Span, carried: dict[str, set[str]]) -> tuple[str, ...]:
    own = {unit.slug for unit in span.functions}
    return tuple(slug for slug, units in carried.items() if units & own and units - own)
