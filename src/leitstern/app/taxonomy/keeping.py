"""Changing the taxonomy: what a change would do, and keeping it as a new version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leitstern.app.common.actions import require
from leitstern.app.common.actors import Actor, Capability
from leitstern.app.common.refusals import ManyReasons
from leitstern.app.common.typed import need_typed
from leitstern.app.company.queries import require_version, taxonomy_of
from leitstern.app.intake.actions import change_taxonomy
from leitstern.app.taxonomy.carried import carried
from leitstern.app.taxonomy.waiting import by_word
from leitstern.core.bridge.draft import Problem
from leitstern.core.company.checks import check_taxonomy
from leitstern.core.company.consequences import Stored, consequences
from leitstern.core.company.differences import Change, differences
from leitstern.core.company.editing import Entry, Sort, entries, entry, merge, move, put, retire, section_of
from leitstern.core.company.facets import BUILT_IN
from leitstern.core.company.taxonomy import Taxonomy
from leitstern.core.errors import Conflict
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.app.company.models import TaxonomyVersion
    from leitstern.core.company.checks import Mistake

LONGEST_WHY = 1_000
NO_WHY = Text(
    en="Say why it changes, so that others understand it in a year. Nothing was kept.",
    de="Sagen Sie, warum es sich ändert, damit andere es in einem Jahr verstehen. Es wurde nichts gespeichert.",
)
UNCHANGED = Text(
    en="The taxonomy says so already. Nothing was kept.",
    de="So steht es schon in der Taxonomie. Es wurde nichts gespeichert.",
)
TAKEN = Text(
    en="The short name “{slug}” is given already. Choose another one.",
    de="Den Kurznamen „{slug}“ gibt es schon. Wählen Sie einen anderen.",
)
BUILT = Text(
    en="“{name}” belongs to every taxonomy; you may put it in your own words. Nothing was changed.",
    de="„{name}“ gehört zu jeder Taxonomie; Sie dürfen die Aussage in eigene Worte fassen. Es wurde nichts geändert.",
)
NO_NAME = Text(
    en="A term needs a name in both languages.", de="Ein Begriff braucht einen Namen in beiden Sprachen."
)
ELSEWHERE = Text(en="“{name}”: {what}", de="„{name}“: {what}")


class WrongTerm(ManyReasons[Problem]):
    """The change cannot be kept; `problems` says one by one why."""

    code = "wrong-term"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change would do; nothing of it is kept. `since` is the version it was made from."""

    since: int
    after: Taxonomy
    changes: tuple[Change, ...]
    consequences: tuple[Text, ...]


def preview(after: Taxonomy, sort: Sort = "touchpoint", slug: str = "") -> Preview:
    """What would change with this taxonomy. Raises WrongTerm with everything that is wrong, Conflict if nothing differs.

    Mistakes in the term `slug` name its field.
    """
    version = require_version()
    before = taxonomy_of(version)
    after = after.evolve(before)
    if wrong := [_problem(each, after, sort, slug) for each in check_taxonomy(after)]:
        raise WrongTerm(wrong)
    changes = differences(before, after)
    if not changes:
        raise Conflict(UNCHANGED)
    stored = Stored(_contacts(after), by_word(before))
    return Preview(version.pk, after, changes, consequences(changes, before, after, stored))


def with_term(
    taxonomy: Taxonomy, sort: Sort, term: Entry, *, new: bool, after: str | None = None
) -> Taxonomy:
    """The taxonomy with a term changed or added, behind another where it says so. Raises WrongTerm."""
    if new and any(each.slug == term.slug for each in entries(taxonomy, sort)):
        raise WrongTerm([Problem("slug", TAKEN.fill(slug=term.slug))])
    if not new:
        entry(taxonomy, sort, term.slug)
    if not (term.name.de.strip() and term.name.en.strip()):
        raise WrongTerm([Problem("name", NO_NAME)])
    changed = put(taxonomy, sort, term)
    return changed if after is None else move(changed, sort, term.slug, after)


def without(taxonomy: Taxonomy, sort: Sort, slug: str) -> Taxonomy:
    """The taxonomy without a term. Raises NotFound, and Conflict for what every taxonomy has."""
    built_in = next((each for each in BUILT_IN if sort == "facet" and each.slug == slug), None)
    if built_in:
        raise Conflict(BUILT.fill(name=built_in.name))
    return retire(taxonomy, sort, slug)


def merged(taxonomy: Taxonomy, sort: Sort, slug: str, into: str) -> Taxonomy:
    """The taxonomy with one term gone into another. Raises NotFound and Conflict."""
    return merge(taxonomy, sort, slug, into)


def as_it_was(version: TaxonomyVersion) -> Taxonomy:
    """What an earlier version said, to be kept as a new one: every term under the code it has had since."""
    return replace(taxonomy_of(version), retired=())


def keep(actor: Actor, after: Taxonomy, since: int, why: str) -> TaxonomyVersion:
    """A new version, with who, when and why. Raises WrongTerm, InvalidInput without a reason, Conflict if another came between."""
    require(actor, Capability.EDIT_TAXONOMY)
    reason = need_typed(why, LONGEST_WHY, NO_WHY)
    seen = preview(after)
    return change_taxonomy(actor, seen.after, since=since, reason=reason)


def _contacts(taxonomy: Taxonomy) -> dict[tuple[str, str], int]:
    return {(str(sort), slug): n for (sort, slug), n in carried(taxonomy).items()}


def _problem(mistake: Mistake, taxonomy: Taxonomy, sort: Sort, slug: str) -> Problem:
    """A mistake as it is told: at the field of the term that is edited, else with the name of the term it is in."""
    section, *rest = mistake.path
    where: Sequence[Entry] = getattr(taxonomy, str(section), ()) if rest else ()
    if not rest or not isinstance(rest[0], int) or not isinstance(where, tuple):
        return Problem("", mistake.text)
    term = where[rest[0]]
    if section == section_of(sort) and term.slug == slug:
        return Problem(str(rest[1]) if len(rest) > 1 else "", mistake.text)
    return Problem("", ELSEWHERE.fill(name=term.name, what=mistake.text))
