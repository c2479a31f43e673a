"""A map while somebody works on it: everything is in the form that goes back and forth, nothing is stored before it is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from leitstern.app.common.drawing import words
from leitstern.core.company.taxonomy import JourneyMap, MapStep
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import QueryDict

LONGEST_NAME = 120
MARKS = ("", "a", "b", "c", "d")  # of steps that may come in any order among themselves


@dataclass(frozen=True, slots=True)
class Draft:
    """A map as it stands in the form, the version of the taxonomy it was made from, and why it changes."""

    slug: str
    name: Text
    owner: Text | None
    steps: tuple[MapStep, ...]
    since: int | None = None
    reason: str = ""

    @property
    def map(self) -> JourneyMap:
        """As it would be kept."""
        return JourneyMap(0, self.slug, self.name, self.steps, self.owner)


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a button made of a draft, what is said of it, and which button has the focus then."""

    draft: Draft
    said: str = ""
    focus: str = ""


def begun(journey_map: JourneyMap, since: int) -> Draft:
    """A draft of a map as it is."""
    return Draft(journey_map.slug, journey_map.name, journey_map.owner, journey_map.steps, since)


def read_draft(given: QueryDict, slug: str) -> Draft:
    """What the form holds. Whatever cannot be a map is told when it is to be kept."""
    optional, repeatable = given.getlist("optional"), given.getlist("repeatable")
    parallel = given.getlist("parallel")
    steps = tuple(
        MapStep(
            touchpoint,
            optional=str(at) in optional,
            repeatable=str(at) in repeatable,
            parallel=parallel[at][:40] if at < len(parallel) else "",
        )
        for at, touchpoint in enumerate(given.getlist("touchpoint"))
    )
    since = given.get("since", "")
    return Draft(
        slug=slug,
        name=_both(given, "name") or Text("", ""),
        owner=_both(given, "owner"),
        steps=steps,
        since=int(since) if since.isdecimal() and len(since) < 10 else None,
        reason=given.get("reason", "").strip()[:500],
    )


def press(draft: Draft, button: str, given: QueryDict, names: Mapping[str, Text]) -> Pressed:
    """What a button of the step list does: `up:2`, `down:0`, `remove:1`, or `add` for what is chosen to be added."""
    verb, _, number = button.partition(":")
    if verb == "add":
        return _add(draft, given, names)
    at = int(number) if number.isdecimal() and len(number) < 4 else -1
    if not 0 <= at < len(draft.steps):
        return Pressed(draft)
    name = _name(draft.steps[at], names)
    if verb == "remove":
        left = draft.steps[:at] + draft.steps[at + 1 :]
        focus = f"remove:{min(at, len(left) - 1)}" if left else "add"
        return Pressed(
            replace(draft, steps=left), gettext("“%(name)s” is no longer on the map.") % {"name": name}, focus
        )
    to = at - 1 if verb == "up" else at + 1
    if verb not in {"up", "down"} or not 0 <= to < len(draft.steps):
        return Pressed(draft)
    steps = list(draft.steps)
    steps[at], steps[to] = steps[to], steps[at]
    # Where it can go no further in this direction, the other button takes over.
    onwards = verb if 0 < to < len(steps) - 1 else "down" if to == 0 else "up"
    told = {"name": name, "place": to + 1, "of": len(steps)}
    return Pressed(
        replace(draft, steps=tuple(steps)),
        gettext("“%(name)s” is now step %(place)s of %(of)s.") % told,
        f"{onwards}:{to}",
    )


def _add(draft: Draft, given: QueryDict, names: Mapping[str, Text]) -> Pressed:
    slug = given.get("added", "")
    if slug not in names:
        return Pressed(draft, gettext("Choose a touchpoint to add."), "added")
    place = given.get("after", "")
    at = min(int(place), len(draft.steps)) if place.isdecimal() and len(place) < 4 else len(draft.steps)
    steps = (*draft.steps[:at], MapStep(slug), *draft.steps[at:])
    told = {"name": words(names[slug]), "place": at + 1, "of": len(steps)}
    return Pressed(
        replace(draft, steps=steps), gettext("“%(name)s” is now step %(place)s of %(of)s.") % told, "added"
    )


def _name(step: MapStep, names: Mapping[str, Text]) -> str:
    return words(names[step.touchpoint]) if step.touchpoint in names else step.touchpoint


def _both(given: QueryDict, field: str) -> Text | None:
    """A name in both languages; one that is left out is as in the other."""
    english, german = (
        given.get(f"{field}_{language}", "").strip()[:LONGEST_NAME] for language in ("en", "de")
    )
    return Text(en=english or german, de=german or english) if english or german else None
