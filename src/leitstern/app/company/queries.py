"""The shared language as it stands, and as it stood."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.findings import once
from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.models import TaxonomyVersion
from leitstern.collect.taxonomy_file import read_taxonomy
from leitstern.core.company.taxonomy import Department, Taxonomy
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from datetime import date

CURRENT = "current taxonomy"  # asked once a request; adopting another asks anew
NO_TAXONOMY = Text(
    en="There is no taxonomy yet. Bring in data first, or import a taxonomy file.",
    de="Es gibt noch keine Taxonomie. Lesen Sie zuerst Daten ein, oder importieren Sie eine Taxonomie-Datei.",
)
NO_UNIT = Text(
    en="The taxonomy has no such department. Nothing was kept.",
    de="Diesen Bereich gibt es in der Taxonomie nicht. Es wurde nichts gespeichert.",
)


def current_version() -> TaxonomyVersion | None:
    """The newest version."""
    return once(CURRENT, TaxonomyVersion.objects.order_by("-id").first)


def current_taxonomy() -> Taxonomy | None:
    """The newest taxonomy; None before the first."""
    version = current_version()
    return None if version is None else taxonomy_of(version)


def require_version() -> TaxonomyVersion:
    """The newest version. Raises NotFound before the first."""
    return or_not_found(current_version(), NO_TAXONOMY)


def require_taxonomy() -> Taxonomy:
    """The newest taxonomy. Raises NotFound before the first."""
    return taxonomy_of(require_version())


def taxonomy_days() -> list[date]:
    """The days on which the taxonomy was changed, in order; it was founded on none of them."""
    created = TaxonomyVersion.objects.order_by("id").values_list("created", flat=True)[1:]
    return list(dict.fromkeys(timezone.localdate(each) for each in created))


def departments() -> tuple[Department, ...]:
    """Everything the organisation consists of now."""
    taxonomy = current_taxonomy()
    return taxonomy.departments if taxonomy else ()


def require_unit(slug: str) -> str:
    """The short name, once it is sure that there is such a department now. Raises InvalidInput."""
    if slug not in {each.slug for each in departments()}:
        raise InvalidInput(NO_UNIT)
    return slug


def taxonomy_of(version: TaxonomyVersion) -> Taxonomy:
    """The taxonomy of this version; versions never change, so it is read once."""
    return _read(version.pk, version.content)


@lru_cache(maxsize=16)
def _read(_number: int, content: str) -> Taxonomy:
    return read_taxonomy(content)
