"""The taxonomy as it stands: its terms with what they carry, and its versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.app.common.lookups import or_not_found
from leitstern.app.company.models import TaxonomyVersion
from leitstern.app.company.queries import require_taxonomy, taxonomy_of
from leitstern.app.taxonomy.carried import carried
from leitstern.core.company.differences import differences
from leitstern.core.company.editing import EDITED, MERGED, Entry, Sort, entries
from leitstern.core.errors import NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.core.company.differences import Change
    from leitstern.core.company.taxonomy import Retired, Taxonomy

NO_VERSION = Text(
    en="There is no such version of the taxonomy.", de="Diese Fassung der Taxonomie gibt es nicht."
)
NO_SORT = Text(
    en="There are no terms of this sort, or they are edited elsewhere: journey maps have a page of their own.",
    de="Begriffe dieser Art gibt es nicht, oder sie werden anderswo bearbeitet: Reisepläne haben eine eigene Seite.",
)
UNCOUNTED: tuple[Sort, ...] = ("persona",)
OWNED: tuple[Sort, ...] = ("touchpoint", "department")


@dataclass(frozen=True, slots=True)
class Listed:
    """A term with what stands under it; `n` is None where that is not counted."""

    sort: Sort
    term: Entry
    n: int | None

    @property
    def owner(self) -> Text | None:
        """Who answers for it."""
        found: Text | None = getattr(self.term, "owner", None)
        return found

    @property
    def synonyms(self) -> tuple[str, ...]:
        """Other words for it."""
        found: tuple[str, ...] = getattr(self.term, "synonyms", ())
        return found

    @property
    def unused(self) -> bool:
        """Whether nothing that is stored stands under it."""
        return self.n == 0

    @property
    def ownerless(self) -> bool:
        """Whether somebody should answer for it and nobody does."""
        return self.sort in OWNED and self.owner is None


@dataclass(frozen=True, slots=True)
class Language:
    """The whole taxonomy as its page tells it."""

    taxonomy: Taxonomy
    terms: tuple[Listed, ...]

    def of(self, sort: Sort) -> list[Listed]:
        """The terms of one sort, in the order of the taxonomy."""
        return [each for each in self.terms if each.sort == sort]

    @property
    def unused(self) -> int:
        """How many terms nothing stands under."""
        return sum(each.unused for each in self.terms)

    @property
    def ownerless(self) -> int:
        """How many places nobody answers for."""
        return sum(each.ownerless for each in self.terms)

    def retired(self, sort: Sort) -> list[Retired]:
        """What is no longer used."""
        return [each for each in self.taxonomy.retired if each.kind == sort]


def language() -> Language:
    """The taxonomy in force with what is stored under each term. Raises NotFound before the first."""
    taxonomy = require_taxonomy()
    counted = carried(taxonomy)
    terms = tuple(
        Listed(sort, term, None if sort in UNCOUNTED else counted.get((sort, term.slug), 0))
        for sort in EDITED
        for term in entries(taxonomy, sort)
    )
    return Language(taxonomy, terms)


def sort_named(name: str) -> Sort:
    """A sort by its name in addresses. Raises NotFound."""
    found = next((each for each in EDITED if each == name), None)
    return or_not_found(found, NO_SORT)


def can_merge(sort: Sort) -> bool:
    """Whether two terms of the sort can become one."""
    return sort in MERGED


def versions() -> list[TaxonomyVersion]:
    """Every version, the newest first."""
    return list(TaxonomyVersion.objects.all())


def version_by_id(number: int) -> TaxonomyVersion:
    """One version. Raises NotFound."""
    return or_not_found(TaxonomyVersion.objects.filter(pk=number).first(), NO_VERSION)


def between(before: TaxonomyVersion, after: TaxonomyVersion) -> tuple[Change, ...]:
    """What differs from one version to another."""
    return differences(taxonomy_of(before), taxonomy_of(after))


def last_known(sort: Sort, slug: str) -> Entry:
    """A term as the newest version that had it. Raises NotFound."""
    for version in TaxonomyVersion.objects.order_by("-id").iterator():
        for each in entries(taxonomy_of(version), sort):
            if each.slug == slug:
                return each
    raise NotFound(NO_SORT)
