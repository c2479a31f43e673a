"""Maps as they are and as they were, and pains that people of the company noted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from leitstern.app.common.findings import remember
from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.former import touchpoint_names
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.company.queries import current_taxonomy, current_version
from leitstern.app.maps.models import NotedPain
from leitstern.collect.taxonomy_file import read_taxonomy
from leitstern.core.company.map_changes import Change, changes
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import datetime

    from leitstern.core.company.taxonomy import JourneyMap

NO_MAP = Text(en="There is no such journey map.", de="Diesen Reiseplan gibt es nicht.")
NO_VERSION = Text(en="This map has no such version.", de="Diese Fassung des Reiseplans gibt es nicht.")
NO_PAIN = Text(en="Nobody noted this pain.", de="Dieser Schmerzpunkt ist nicht notiert.")


@dataclass(frozen=True, slots=True)
class MapVersion:
    """A map as it was from one version of the taxonomy on; None: taken out. `number` counts its versions from 1."""

    number: int
    version: int
    created: datetime
    actor: str
    reason: str
    map: JourneyMap | None
    changes: tuple[Change, ...]


def maps_now() -> tuple[JourneyMap, ...]:
    """All maps, in the order of the taxonomy."""
    taxonomy = current_taxonomy()
    return taxonomy.maps if taxonomy else ()


def find_map(slug: str) -> JourneyMap | None:
    """The map as it is now."""
    return next((each for each in maps_now() if each.slug == slug), None)


def require_map(slug: str) -> JourneyMap:
    """The map as it is now. Raises NotFound."""
    return or_not_found(find_map(slug), NO_MAP)


def histories() -> dict[str, tuple[MapVersion, ...]]:
    """Every map there ever was, by short name, with its versions, newest first."""
    version = current_version()
    return remember("map histories", (version.pk,), _histories) if version else {}


def history(slug: str) -> tuple[MapVersion, ...]:
    """The versions of a map, newest first. Raises NotFound."""
    return or_not_found(histories().get(slug), NO_MAP)


def version_of(slug: str, number: int) -> MapVersion:
    """One version of a map. Raises NotFound."""
    return or_not_found(next((each for each in history(slug) if each.number == number), None), NO_VERSION)


def map_at(slug: str, version: int) -> JourneyMap | None:
    """The map as it was in a version of the taxonomy. Raises NotFound if there is no such version."""
    row = or_not_found(TaxonomyVersion.objects.filter(pk=version).first(), NO_VERSION)
    return next((each for each in _maps(row.content) if each.slug == slug), None)


def noted_pains(slug: str) -> list[NotedPain]:
    """What people of the company noted, newest first; withdrawn ones, too."""
    return list(NotedPain.objects.filter(map=slug))


def pain_by_id(slug: str, pain_id: int) -> NotedPain:
    """One of them. Raises NotFound."""
    return or_not_found(NotedPain.objects.filter(map=slug, pk=pain_id).first(), NO_PAIN)


def same(one: JourneyMap | None, other: JourneyMap | None) -> bool:
    """Whether both say the same, whatever code the taxonomy gave them."""
    if one is None or other is None:
        return one is other
    return (one.name, one.owner, one.steps) == (other.name, other.owner, other.steps)


def _histories() -> dict[str, tuple[MapVersion, ...]]:
    found: dict[str, list[MapVersion]] = {}
    before: dict[str, JourneyMap] = {}
    names = touchpoint_names()
    for row in TaxonomyVersion.objects.order_by("id").iterator():
        here = {each.slug: each for each in _maps(row.content)}
        for slug in {*before, *here}:
            was, now = before.get(slug), here.get(slug)
            if same(was, now):
                continue
            known = found.setdefault(slug, [])
            known.append(
                MapVersion(
                    number=len(known) + 1,
                    version=row.pk,
                    created=row.created,
                    actor=row.actor,
                    reason=row.reason,
                    map=now,
                    changes=changes(was, now, names),
                )
            )
        before = here
    return {slug: tuple(reversed(versions)) for slug, versions in found.items()}


@lru_cache(maxsize=256)
def _maps(content: str) -> tuple[JourneyMap, ...]:
    """The maps in a version, which never changes."""
    return read_taxonomy(content).maps
