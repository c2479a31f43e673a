"""Changing one term of the taxonomy. Each change gives a new taxonomy; none is kept, and codes stay with their term."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Literal

from leitstern.core.company.facets import Facet
from leitstern.core.company.lookup import Term, spelt_alike
from leitstern.core.company.taxonomy import CLASSES, Kind
from leitstern.core.errors import Conflict, NotFound
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from leitstern.core.company.taxonomy import Taxonomy

type Entry = Term | Facet  # a statement has no code, everything else that is edited has
Sort = Kind | Literal["facet"]

EDITED: tuple[Sort, ...] = (
    "touchpoint",
    "department",
    "channel",
    "stage",
    "promise",
    "facet",
    "persona",
    "milestone",
)
KINDS_OF: dict[str, Any] = {"facet": Facet} | {str(kind): found for kind, found in CLASSES.items()}
MERGED: tuple[Sort, ...] = ("touchpoint", "department", "channel", "stage")
WITH_SYNONYMS: tuple[Sort, ...] = ("touchpoint", "department", "channel")
POINTING: dict[
    Sort, tuple[tuple[str, str], ...]
] = {  # where the short name of a term is written: section and field
    "department": (("departments", "parent"), ("touchpoints", "department")),
    "channel": (("touchpoints", "channel"),),
    "stage": (("touchpoints", "stage"),),
    "touchpoint": (
        ("promises", "touchpoint"),
        ("milestones", "at"),
        ("milestones", "since"),
        ("milestones", "expects"),
        ("milestones", "spoils"),
        ("drivers", "wait"),
        ("reaches", "touchpoint"),
        ("maps", "steps"),
        ("reaches", "touchpoint"),
    ),
}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
LONGEST_SLUG = 63

NO_TERM = Text(
    en="The taxonomy has no “{slug}” of this kind.", de="Die Taxonomie hat kein „{slug}“ dieser Art."
)
NOT_MERGED = Text(
    en="Only departments, channels, stages and touchpoints can be merged. Nothing was changed; retire the one that is no "
    "longer needed.",
    de="Zusammenlegen lassen sich nur Bereiche, Kanäle, Phasen und Kontaktpunkte. Es wurde nichts geändert; nehmen Sie "
    "außer Gebrauch, was nicht mehr gebraucht wird.",
)
WITH_ITSELF = Text(
    en="A term cannot be merged with itself. Nothing was changed.",
    de="Ein Begriff lässt sich nicht mit sich selbst zusammenlegen. Es wurde nichts geändert.",
)


def section_of(sort: Sort) -> str:
    """The field of the taxonomy that holds the terms of this sort."""
    return f"{sort}s"


def entries(taxonomy: Taxonomy, sort: Sort) -> Sequence[Entry]:
    """All terms of this sort, in the order of the taxonomy."""
    found: Sequence[Entry] = getattr(taxonomy, section_of(sort))
    return found


def entry(taxonomy: Taxonomy, sort: Sort, slug: str) -> Entry:
    """One term. Raises NotFound."""
    found = next((each for each in entries(taxonomy, sort) if each.slug == slug), None)
    if found is None:
        raise NotFound(NO_TERM.fill(slug=slug))
    return found


def made(sort: Sort, slug: str, values: Mapping[str, Any]) -> Entry:
    """A term of these values; what is left out has its default. Its code comes when the taxonomy is kept."""
    code = {} if sort == "facet" else {"code": 0}
    built: Entry = KINDS_OF[sort](slug=slug, **code, **values)
    return built


def values_of(term: Entry) -> dict[str, Any]:
    """What can be changed of a term: everything but code and short name."""
    return {
        field.name: getattr(term, field.name)
        for field in fields(term)  # type: ignore[arg-type]  # every term is a dataclass
        if field.name not in {"code", "slug"}
    }


def put(taxonomy: Taxonomy, sort: Sort, term: Entry) -> Taxonomy:
    """The taxonomy with this term in place of the one of its short name, or with it at the end."""
    known = {each.slug: each for each in entries(taxonomy, sort)}
    before = known.get(term.slug)
    if isinstance(before, Facet) or before is None:
        kept = term if sort == "facet" else _coded(term, _free(taxonomy, sort))
    else:
        kept = _coded(term, before.code)
    return _with(taxonomy, sort, tuple((known | {term.slug: kept}).values()))


def retire(taxonomy: Taxonomy, sort: Sort, slug: str) -> Taxonomy:
    """The taxonomy without this term. Raises NotFound."""
    gone = entry(taxonomy, sort, slug)
    return _with(taxonomy, sort, tuple(each for each in entries(taxonomy, sort) if each is not gone))


def move(taxonomy: Taxonomy, sort: Sort, slug: str, after: str) -> Taxonomy:
    """The taxonomy with this term behind another, or in front of all where `after` is empty. Raises NotFound."""
    moved = entry(taxonomy, sort, slug)
    others = [each for each in entries(taxonomy, sort) if each is not moved]
    at = others.index(entry(taxonomy, sort, after)) + 1 if after and after != slug else 0
    if after == slug:
        return taxonomy
    return _with(taxonomy, sort, (*others[:at], moved, *others[at:]))


def merge(taxonomy: Taxonomy, sort: Sort, slug: str, into: str) -> Taxonomy:
    """The taxonomy without `slug`; whatever pointed to it points to `into`, which also answers to its names.

    What is stored keeps the code it came in with. Raises NotFound and Conflict.
    """
    if sort not in MERGED:
        raise Conflict(NOT_MERGED)
    gone, stays = entry(taxonomy, sort, slug), entry(taxonomy, sort, into)
    if gone is stays:
        raise Conflict(WITH_ITSELF)
    changed = retire(taxonomy, sort, slug)
    if sort in WITH_SYNONYMS:
        changed = put(changed, sort, _answering_to(stays, gone))
    for section, field in POINTING[sort]:
        pointed: dict[str, Any] = {
            section: tuple(_pointed(each, field, slug, into) for each in getattr(changed, section))
        }
        changed = replace(changed, **pointed)
    if sort == "department":
        changed = _not_below_itself(changed, into, getattr(gone, "parent", ""))
    return changed


def new_slug(taxonomy: Taxonomy, sort: Sort, name: str) -> str:
    """A short name for a new term that no term of the sort has or had."""
    taken = {each.slug for each in entries(taxonomy, sort)}
    taken |= {each.slug for each in taxonomy.retired if each.kind == sort}
    plain = (
        unicodedata.normalize("NFKD", name.casefold().translate(UMLAUTS)).encode("ascii", "ignore").decode()
    )
    base = (
        "_".join("".join(sign if sign.isalnum() else " " for sign in plain).split())[: LONGEST_SLUG - 4]
        or sort
    )
    wanted, number = base, 2
    while wanted in taken:
        wanted, number = f"{base}_{number}", number + 1
    return wanted


def add_synonyms(taxonomy: Taxonomy, sort: Sort, slug: str, words: Sequence[str]) -> Taxonomy:
    """The taxonomy with further words for a term; those it answers to already are left out. Raises NotFound."""
    term = entry(taxonomy, sort, slug)
    return put(taxonomy, sort, _with_words(term, words))


def drop_synonym(taxonomy: Taxonomy, sort: Sort, slug: str, word: str) -> Taxonomy:
    """The taxonomy without this word for a term. Raises NotFound."""
    term = entry(taxonomy, sort, slug)
    synonyms = tuple(each for each in getattr(term, "synonyms", ()) if spelt_alike(each) != spelt_alike(word))
    return put(taxonomy, sort, _changed(term, synonyms=synonyms))


def _answering_to(stays: Entry, gone: Entry) -> Entry:
    return _with_words(stays, (gone.slug, gone.name.de, gone.name.en, *getattr(gone, "synonyms", ())))


def _with_words(term: Entry, words: Sequence[str]) -> Entry:
    own: tuple[str, ...] = getattr(term, "synonyms", ())
    known = {spelt_alike(each) for each in (term.slug, term.name.de, term.name.en, *own)}
    new: dict[str, str] = {}
    for word in words:
        if spelt_alike(word) not in known:
            new.setdefault(spelt_alike(word), word)
    return _changed(term, synonyms=(*own, *new.values()))


def _pointed(holder: Any, field: str, slug: str, into: str) -> Any:
    given = getattr(holder, field)
    if field == "steps":
        steps = tuple(replace(each, touchpoint=into) if each.touchpoint == slug else each for each in given)
        return replace(holder, steps=steps)
    if isinstance(given, tuple):
        return replace(holder, **{field: tuple(into if each == slug else each for each in given)})
    return replace(holder, **{field: into}) if given == slug else holder


def _not_below_itself(taxonomy: Taxonomy, slug: str, parent: str) -> Taxonomy:
    """A department that stood below the one it took in takes that one's place."""
    departments = tuple(
        replace(each, parent=parent) if each.slug == slug == each.parent else each
        for each in taxonomy.departments
    )
    return replace(taxonomy, departments=departments)


def _free(taxonomy: Taxonomy, sort: Sort) -> int:
    codes = [each.code for each in taxonomy.retired if each.kind == sort]
    codes += [each.code for each in entries(taxonomy, sort) if not isinstance(each, Facet)]
    return max(codes, default=0) + 1


def _coded(term: Entry, code: int) -> Entry:
    return _changed(term, code=code)


def _changed(term: Entry, **values: Any) -> Entry:
    changed: Entry = replace(term, **values)  # type: ignore[type-var]  # every term is a dataclass
    return changed


def _with(taxonomy: Taxonomy, sort: Sort, terms: tuple[Entry, ...]) -> Taxonomy:
    slugs = {each.slug for each in terms}
    retired = tuple(each for each in taxonomy.retired if each.kind != sort or each.slug not in slugs)
    changed: dict[str, Any] = {section_of(sort): terms, "retired": retired}
    return replace(taxonomy, **changed)
