"""How far teams have come with applications, as the area above that looks at use tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.core.inside.adoption.rungs import Rung

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    type Climbed = Mapping[str, Mapping[Rung, int]]

_told: list[Callable[[Iterable[str]], Climbed]] = []


def told_by(known: Callable[[Iterable[str]], Climbed]) -> None:
    """Let an area say, of some applications, how many teams have come as far as each rung and no further."""
    _told.append(known)


def climbed(applications: Iterable[str]) -> Climbed:
    """By application whose use is looked at, how many teams have come as far as each rung and no further."""
    wanted = tuple(applications)
    return {slug: rungs for known in _told for slug, rungs in known(wanted).items()}


def together(applications: Iterable[str], found: Climbed) -> dict[Rung, int] | None:
    """Over several applications, a team once for each of them; None where nobody looks at the use of any."""
    counts = [found[slug] for slug in dict.fromkeys(applications) if slug in found]
    return {rung: sum(each.get(rung, 0) for each in counts) for rung in Rung} if counts else None
