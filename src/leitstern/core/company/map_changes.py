"""What changed from one version of a journey map to another, said in words and step by step."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.core.company.taxonomy import JourneyMap, MapStep

ChangeKind = Literal["new", "removed", "renamed", "owner", "added", "left out", "moved", "marked"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different; `text` says it."""

    kind: ChangeKind
    text: Text


@dataclass(frozen=True, slots=True)
class Line:
    """A step in either version: its place (from 1) before and after, None where it is not there."""

    touchpoint: str
    before: int | None
    after: int | None
    moved: bool
    was: tuple[Text, ...]
    now: tuple[Text, ...]


def changes(
    before: JourneyMap | None, after: JourneyMap | None, names: Mapping[str, Text]
) -> tuple[Change, ...]:
    """Everything that is different; nothing where both say the same. `names` of touchpoints by short name."""
    if before is None or after is None:
        return _there(before, after)
    found = []
    if before.name != after.name:
        found.append(Change("renamed", RENAMED.fill(before=before.name, after=after.name)))
    if before.owner != after.owner:
        found.append(Change("owner", OWNER.fill(before=before.owner or NOBODY, after=after.owner or NOBODY)))
    for line in lines(before.steps, after.steps):
        name = names.get(line.touchpoint, Text(line.touchpoint, line.touchpoint))
        if line.before is None:
            found.append(Change("added", ADDED.fill(name=name, after=line.after)))
        elif line.after is None:
            found.append(Change("left out", LEFT_OUT.fill(name=name, before=line.before)))
        else:
            if line.moved:
                found.append(Change("moved", MOVED.fill(name=name, before=line.before, after=line.after)))
            if line.was != line.now:
                marks = {"was": listed(line.was), "now": listed(line.now)}
                found.append(Change("marked", MARKED.fill(name=name, **marks)))
    return tuple(found)


def summary(found: Sequence[Change]) -> Text:
    """How much is different: 1 step added, 3 steps moved."""
    many = Counter(change.kind for change in found)
    said = [
        (one if many[kind] == 1 else several).fill(n=many[kind])
        for kind, (one, several) in SUMMARY.items()
        if many[kind]
    ]
    if not said:
        return UNCHANGED
    return Text(en=", ".join(each.en for each in said), de=", ".join(each.de for each in said))


def lines(before: Sequence[MapStep], after: Sequence[MapStep]) -> tuple[Line, ...]:
    """Every step of either version, in the order of the later one; steps left out stand where they were.

    Moved are as few steps as possible: those that did not keep their order among the steps both versions have.
    """
    old, new = _keyed(before), _keyed(after)
    kept = [key for key in new if key in old]
    still = _longest([old[key][0] for key in kept])
    moved = {key for at, key in enumerate(kept) if at not in still}
    found = [
        Line(
            key[0],
            old[key][0] + 1 if key in old else None,
            place + 1,
            key in moved,
            marks(old[key][1]) if key in old else (),
            marks(step),
        )
        for key, (place, step) in new.items()
    ]
    for key, (place, step) in old.items():
        if key not in new:
            found.insert(min(place, len(found)), Line(key[0], place + 1, None, False, marks(step), ()))
    return tuple(found)


def marks(step: MapStep) -> tuple[Text, ...]:
    """What a step is besides its touchpoint."""
    return tuple(
        text
        for holds, text in (
            (step.optional, OPTIONAL),
            (step.repeatable, REPEATABLE),
            (bool(step.parallel), PARALLEL.fill(mark=step.parallel)),
        )
        if holds
    )


def listed(texts: Sequence[Text]) -> Text:
    """The marks one after the other, or that there is none."""
    if not texts:
        return NO_MARK
    return Text(en=", ".join(each.en for each in texts), de=", ".join(each.de for each in texts))


def _there(before: JourneyMap | None, after: JourneyMap | None) -> tuple[Change, ...]:
    if after is not None:
        return (Change("new", NEW.fill(name=after.name, n=len(after.steps))),)
    return (Change("removed", REMOVED.fill(name=before.name)),) if before is not None else ()


def _keyed(steps: Sequence[MapStep]) -> dict[tuple[str, int], tuple[int, MapStep]]:
    """Steps by touchpoint and how many times it came before, with their place."""
    seen: Counter[str] = Counter()
    found = {}
    for place, step in enumerate(steps):
        found[step.touchpoint, seen[step.touchpoint]] = place, step
        seen[step.touchpoint] += 1
    return found


def _longest(places: Sequence[int]) -> set[int]:
    """Positions of a longest run of `places` that goes upwards."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, place in enumerate(places):
        length = bisect_left(tails, place)
        tails[length:] = [place, *tails[length + 1 :]]
        ends[length:] = [at, *ends[length + 1 :]]
        before.append(ends[length - 1] if length else -1)
    found, at = set(), ends[-1] if ends else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found


NOBODY = Text(en="nobody", de="niemand")
OPTIONAL = Text(en="optional", de="kann entfallen")
REPEATABLE = Text(en="repeatable", de="wiederholbar")
PARALLEL = Text(en="in any order with {mark}", de="in beliebiger Folge mit {mark}")
NO_MARK = Text(en="no mark", de="ohne Kennzeichen")
NEW = Text(en="“{name}” is new, with {n} steps.", de="„{name}“ ist neu, mit {n} Schritten.")
REMOVED = Text(en="“{name}” was taken out.", de="„{name}“ wurde herausgenommen.")
RENAMED = Text(en="“{before}” is now called “{after}”.", de="„{before}“ heißt jetzt „{after}“.")
OWNER = Text(en="Owner: {after} instead of {before}.", de="Verantwortlich: {after} statt {before}.")
ADDED = Text(en="“{name}” was added as step {after}.", de="„{name}“ kam als Schritt {after} dazu.")
LEFT_OUT = Text(
    en="“{name}”, once step {before}, is gone.", de="„{name}“, bisher Schritt {before}, entfällt."
)
MOVED = Text(
    en="“{name}” moved from step {before} to step {after}.",
    de="„{name}“ rückt von Schritt {before} auf Schritt {after}.",
)
MARKED = Text(en="“{name}”: {now} instead of {was}.", de="„{name}“: {now} statt {was}.")
UNCHANGED = Text(en="nothing is different", de="nichts ist anders")
SUMMARY: dict[ChangeKind, tuple[Text, Text]] = {
    "new": (Text("a new map", "ein neuer Reiseplan"),) * 2,
    "removed": (Text("map taken out", "Reiseplan herausgenommen"),) * 2,
    "renamed": (Text("another name", "anderer Name"),) * 2,
    "owner": (Text("another owner", "andere Verantwortung"),) * 2,
    "added": (
        Text("{n} step added", "{n} Schritt hinzugefügt"),
        Text("{n} steps added", "{n} Schritte hinzugefügt"),
    ),
    "left out": (
        Text("{n} step removed", "{n} Schritt entfernt"),
        Text("{n} steps removed", "{n} Schritte entfernt"),
    ),
    "moved": (
        Text("{n} step moved", "{n} Schritt verschoben"),
        Text("{n} steps moved", "{n} Schritte verschoben"),
    ),
    "marked": (
        Text("{n} step marked otherwise", "{n} Schritt anders gekennzeichnet"),
        Text("{n} steps marked otherwise", "{n} Schritte anders gekennzeichnet"),
    ),
}
