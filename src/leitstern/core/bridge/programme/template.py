"""The template of a roadmap: every step that is not credited, and work on the dimensions of culture credited lowest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.core.bridge.programme.duration import ThreePoint
from leitstern.core.bridge.programme.gates import State
from leitstern.core.bridge.programme.seven import GUIDES
from leitstern.core.bridge.programme.task import Side
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leitstern.core.bridge.programme.standing import Standing

LOWEST = 3  # dimensions taken up at a time; more at once overloads people
DIMENSION = ThreePoint(6, 12, 24)
WORK_ON = Text(en="Raise “{name}”", de="„{name}“ anheben")
STEP = Text(en="Step {n}: {title}", de="Schritt {n}: {title}")
SOURCE = Text(
    en="Template: an assumption of ours. Replace it by what those say who do the work.",
    de="Vorlage: unsere Annahme. Ersetzen Sie sie durch das, was die sagen, die es tun.",
)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A task the template suggests; `origin` names the step or dimension, `needs` the origins it waits for."""

    origin: str
    title: Text
    duration: ThreePoint
    needs: tuple[str, ...]
    carries_gate: bool
    side: Side = Side.PEOPLE


def suggested(
    found: Standing, levels: Mapping[str, float], names: Mapping[str, Text]
) -> tuple[Suggested, ...]:
    """Tasks for what is not credited. `levels` are credited levels of the dimensions of culture, `names` theirs."""
    return (*_steps(found), *_dimensions(levels, names))


def _steps(found: Standing) -> Iterator[Suggested]:
    before: tuple[str, ...] = ()
    for gate in found.gates:
        if gate.state in (State.CREDITED, State.SKIPPED):
            continue
        guide, origin = GUIDES[gate.step], f"step:{int(gate.step)}"
        yield Suggested(
            origin, STEP.fill(n=int(gate.step), title=guide.title), guide.months, before, carries_gate=False
        )
        before = (origin,)


def _dimensions(levels: Mapping[str, float], names: Mapping[str, Text]) -> Iterator[Suggested]:
    for slug in sorted(levels, key=lambda each: (levels[each], each))[:LOWEST]:
        yield Suggested(f"dimension:{slug}", WORK_ON.fill(name=names[slug]), DIMENSION, (), carries_gate=True)
