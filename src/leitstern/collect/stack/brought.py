"""What a file says of the inventory: of each thing only the fields it names, so that it never empties the others."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from leitstern.collect.kpi_file import short_name
from leitstern.core.company.lookup import spelt_alike
from leitstern.core.inside.stack.inventory import TYPES, Integration, Inventory, Thing
from leitstern.core.inside.stack.terms import Kind, Way
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Origin(StrEnum):
    """What kind of file it is."""

    APPLICATIONS = "applications"
    CAPABILITIES = "capabilities"
    DATA = "data"
    INTEGRATIONS = "integrations"
    RATINGS = "ratings"
    LEANIX = "leanix"
    BACKSTAGE = "backstage"


ORIGINS = {
    Origin.APPLICATIONS: Text(en="applications", de="Anwendungen"),
    Origin.CAPABILITIES: Text(en="capabilities and what they lack", de="Fähigkeiten und was ihnen fehlt"),
    Origin.DATA: Text(en="data objects", de="Datenobjekte"),
    Origin.INTEGRATIONS: Text(en="integrations", de="Datenwege"),
    Origin.RATINGS: Text(
        en="ratings, as counts of answers", de="Bewertungen, als Zahl der Antworten je Stufe"
    ),
    Origin.LEANIX: Text(
        en="fact sheets of an architecture tool (LeanIX export)",
        de="Faktenblätter eines Architekturwerkzeugs (LeanIX-Export)",
    ),
    Origin.BACKSTAGE: Text(
        en="catalogue of developers (Backstage, YAML)", de="Katalog der Entwicklung (Backstage, YAML)"
    ),
}


@dataclass(frozen=True, slots=True)
class Given:
    """One thing and the fields a file gives; `gone`: the file says it is no longer there."""

    kind: Kind
    slug: str
    fields: Mapping[str, Any]
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Brought:
    """Everything a file says. `columns`: what it calls a thing, and our name for it (empty: it is left out)."""

    things: tuple[Given, ...]
    columns: tuple[tuple[str, Text], ...] = ()
    kinds: tuple[Kind, ...] = ()  # it can list all things of these kinds


def merged(there: Thing | None, given: Given) -> Thing:
    """The thing as it would be: what the file gives, and what it does not, as it was."""
    if there is not None:
        return replace(there, **given.fields)
    own = given.fields if given.kind is Kind.INTEGRATION else {"slug": given.slug, **given.fields}
    return TYPES[given.kind](**own)


@dataclass(slots=True)
class Gathering:
    """Things being read from a file that names them as it likes: each found again by its name."""

    inventory: Inventory
    _slugs: dict[tuple[Kind, str], str] = field(default_factory=dict)
    _found: dict[tuple[Kind, str], dict[str, Any]] = field(default_factory=dict)
    _gone: set[tuple[Kind, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        named: Iterable[tuple[Kind, Any]] = (
            *((Kind.APPLICATION, each) for each in (*self.inventory.gone, *self.inventory.applications)),
            *((Kind.CAPABILITY, each) for each in self.inventory.capabilities),
            *((Kind.DATA, each) for each in self.inventory.data),
        )
        for kind, each in named:
            self._slugs[kind, spelt_alike(each.name)] = each.slug
            self._slugs.setdefault((kind, spelt_alike(each.slug)), each.slug)

    def known(self, kind: Kind, name: str) -> str:
        """The short name of something that is in the inventory or in this file already; nothing else."""
        return self._slugs.get((kind, spelt_alike(name)), "")

    def name(self, kind: Kind, name: str, slug: str = "") -> str:
        """The short name of what is called so; a new one is made where nothing is."""
        if found := self.known(kind, slug or name):
            return found
        made = slug or short_name(name) or "x"
        self._slugs[kind, spelt_alike(name)] = made
        self._slugs.setdefault((kind, spelt_alike(made)), made)
        return made

    def add(self, kind: Kind, name: str, slug: str = "", **fields: Any) -> str:
        """Something with these fields; said again, its lists grow and its other fields are said anew."""
        key = (kind, self.name(kind, name, slug))
        there = self._found.setdefault(key, {"name": name})
        for each, value in fields.items():
            if isinstance(value, tuple):
                there[each] = tuple(dict.fromkeys((*there.get(each, ()), *value)))
            else:
                there[each] = value
        return key[1]

    def gone(self, kind: Kind, slug: str) -> None:
        """The file says that it is no longer there."""
        self._gone.add((kind, slug))

    def join(self, source: str, target: str, way: Way, objects: tuple[str, ...] = (), **fields: Any) -> str:
        """Data that gets from one application to another, by short names."""
        slug = Integration(source, target, way).slug
        there = self._found.setdefault(
            (Kind.INTEGRATION, slug), {"source": source, "target": target, "way": way, "objects": ()}
        )
        there["objects"] = tuple(dict.fromkeys((*there["objects"], *objects)))
        there |= fields
        return slug

    def has(self, kind: Kind, slug: str) -> bool:
        """Whether this file said something of it."""
        return (kind, slug) in self._found

    def things(self) -> tuple[Given, ...]:
        """Everything said."""
        return tuple(
            Given(kind, slug, fields, (kind, slug) in self._gone)
            for (kind, slug), fields in self._found.items()
        )
