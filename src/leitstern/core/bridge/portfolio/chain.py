"""From the customer's outcome to what has to be there for it: whether the chain was thought in the right order.

Source: Bingemer, "Technologie ist nicht die Antwort": begin with what the customer wants to reach, derive what the
business does for it, then the capabilities that takes in people, processes and, last, technology.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.bridge.portfolio.picture import Path

STEPS = ("outcome", "activity", "capability")
PARTS = ("people", "process", "technology")
NAMES: dict[str, Text] = {
    "outcome": Text(
        en="what the customer wants to reach", de="was die Kundin oder der Kunde erreichen möchte"
    ),
    "activity": Text(en="what we do for it", de="was wir dafür tun"),
    "capability": Text(en="what we have to be able to do", de="was wir dafür können müssen"),
    "people": Text(en="the people's part", de="der Anteil der Menschen"),
    "process": Text(en="the processes' part", de="der Anteil der Abläufe"),
    "technology": Text(en="the technology's part", de="der Anteil der Technologie"),
}
NO_CHAIN = Text(
    en="Nobody has said yet which outcome for the customer this serves.",
    de="Noch hat niemand gesagt, welchem Ergebnis für die Kundschaft das dient.",
)
BACKWARDS = Text(
    en="“{given}” is written down, but not {lacks}: the order begins with the customer.",
    de="„{given}“ steht da, aber nicht, {lacks}: Die Reihenfolge beginnt bei der Kundschaft.",
)
UNFINISHED = Text(
    en="The chain of “{given}” ends before it says {lacks}.",
    de="Die Kette zu „{given}“ endet, bevor dasteht, {lacks}.",
)
NO_PART = Text(
    en="For the capability “{given}” it is not said what {lacks} is.",
    de="Zur Fähigkeit „{given}“ steht nicht da, was {lacks} ist.",
)


def chain_problems(paths: Sequence[Path], *, whole: bool) -> tuple[Text, ...]:
    """What is wrong with a chain, path by path; `whole` also asks for the people's and the processes' part."""
    if not paths:
        return (NO_CHAIN,)
    return tuple(problem for path in paths if (problem := _problem(path, whole)))


def _problem(path: Path, whole: bool) -> Text | None:
    said = {name: getattr(path, name).strip() for name in (*STEPS, *PARTS)}
    first_gap = next((name for name in STEPS if not said[name]), "")
    after = next((said[name] for name in _after(first_gap) if said[name]), "") if first_gap else ""
    if after:
        return BACKWARDS.fill(given=after, lacks=NAMES[first_gap])
    if first_gap:
        return UNFINISHED.fill(given=said["outcome"], lacks=NAMES[first_gap]) if said["outcome"] else NO_CHAIN
    lacks = next((name for name in PARTS[:2] if not said[name]), "") if whole else ""
    return NO_PART.fill(given=said["capability"], lacks=NAMES[lacks]) if lacks else None


def _after(step: str) -> tuple[str, ...]:
    order = (*STEPS, *PARTS)
    return order[order.index(step) + 1 :]
