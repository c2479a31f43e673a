"""A catalogue of developers (Backstage `catalog-info.yaml`, one or many documents) as inventory.

Components become applications, systems capabilities, resources data objects; an API that one component provides and
another consumes, and whatever a component depends on, become integrations. Any YAML may come: it is read as plain
values, within bounds of size and depth, and nothing in it is followed or run.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from leitstern.collect.kpi_file import short_name
from leitstern.collect.problems import InvalidFile, Problem
from leitstern.collect.stack import columns as at
from leitstern.collect.stack.brought import Brought, Gathering
from leitstern.collect.yaml_document import parse_all
from leitstern.collect.yaml_values import Fields, Unreadable, Value, word
from leitstern.core.inside.stack.terms import KINDS, Kind, Lifecycle, Way
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.collect.yaml_document import Document
    from leitstern.core.inside.stack.inventory import Inventory

KIND_OF = {"component": Kind.APPLICATION, "system": Kind.CAPABILITY, "resource": Kind.DATA}
LIFECYCLES = {
    "experimental": Lifecycle.PLANNED,
    "production": Lifecycle.LIVE,
    "deprecated": Lifecycle.ENDING,
}
MOST = 10_000  # documents
JOINED = Text(en="integration", de="Datenweg")
NOT_ENTITY = Text(
    en="This document says no kind and no name.", de="Dieses Dokument nennt weder Art (kind) noch Namen."
)
TWICE = Text(
    en="This name was given in line {line} already.", de="Diesen Namen gibt es schon in Zeile {line}."
)
TOO_MANY = Text(
    en="The file has more than {most} documents. Please hand it in in parts.",
    de="Die Datei hat mehr als {most} Dokumente. Bitte geben Sie sie in Teilen ab.",
).fill(most=MOST)


@dataclass(frozen=True, slots=True)
class _Entity:
    """One document, as far as it matters here."""

    line: str
    kind: str
    name: str
    title: str
    description: str
    owner: str
    lifecycle: str
    system: str
    depends: tuple[str, ...]
    provides: tuple[str, ...]
    consumes: tuple[str, ...]


@dataclass(slots=True)
class _Catalogue:
    """The documents read, and what is wrong with them."""

    file: str
    entities: list[_Entity] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, document: Document) -> None:
        """One document."""
        try:
            root = _fields(Value(document, document.root, ()))
        except Unreadable as wrong:
            self.problems.append(Problem(self.file, _line(document), "", wrong.text))
            return
        empty = Fields(root.value, {}, readable=False)
        metadata, spec = root.get("metadata", _fields, empty), root.get("spec", _fields, empty)
        name = metadata.get("name", word, "")
        found = _Entity(
            line=_line(document),
            kind=root.get("kind", word, "").casefold(),
            name=name,
            title=metadata.get("title", word, "") or name,
            description=metadata.get("description", word, ""),
            owner=_reference(spec.get("owner", word, ""))[1],
            lifecycle=spec.get("lifecycle", word, "").casefold(),
            system=_reference(spec.get("system", word, ""))[1],
            depends=spec.each("dependsOn", word, ""),
            provides=spec.each("providesApis", word, ""),
            consumes=spec.each("consumesApis", word, ""),
        )
        try:
            document.check(())
        except InvalidFile as wrong:
            self.problems += wrong.problems
            return
        if not found.kind or not short_name(found.title) or len(found.title) > at.LONGEST_NAME:
            self.problems.append(Problem(self.file, found.line, "", NOT_ENTITY))
        else:
            self.entities.append(found)


def read_backstage(folder: Path, name: str, inventory: Inventory) -> Brought:
    """Everything in the catalogue `name`. Raises InvalidFile with every mistake at once."""
    documents = parse_all((folder / name).read_bytes(), name)
    if not documents:
        raise InvalidFile([Problem(name, "", "", at.NOTHING)])
    if len(documents) > MOST:
        raise InvalidFile([Problem(name, "", "", TOO_MANY)])
    read = _Catalogue(name)
    for document in documents:
        read.read(document)
    seen: dict[tuple[str, str], str] = {}
    for each in read.entities:
        if (first := seen.setdefault((each.kind, each.name), each.line)) != each.line:
            read.problems.append(Problem(name, each.line, each.name, TWICE.fill(line=first)))
    if read.problems:
        raise InvalidFile(read.problems)
    gathered = Gathering(inventory)
    for each in read.entities:
        _thing(gathered, each)
    left_out = _joins(gathered, read.entities)
    kinds = sorted({each.kind for each in read.entities})
    shown = [
        (kind, KINDS[KIND_OF[kind]] if kind in KIND_OF else Text("", "")) for kind in kinds if kind != "api"
    ]
    shown += [("providesApis → consumesApis", JOINED), ("dependsOn", JOINED)]
    shown += [(each, Text("", "")) for each in left_out]
    own = tuple(KIND_OF[kind] for kind in kinds if kind in KIND_OF)
    return Brought(gathered.things(), tuple(shown), (*own, Kind.INTEGRATION))


def _thing(gathered: Gathering, each: _Entity) -> None:
    kind = KIND_OF.get(each.kind)
    if kind is None:
        return
    said: dict[str, Any] = {}
    if kind is not Kind.DATA:
        said |= {name: text for name, text in (("owner", each.owner), ("note", each.description)) if text}
    elif each.description:
        said["purpose"] = each.description
    if kind is Kind.APPLICATION and each.lifecycle in LIFECYCLES:
        said["lifecycle"] = LIFECYCLES[each.lifecycle]
    gathered.add(kind, each.title, **said)


def _joins(gathered: Gathering, entities: list[_Entity]) -> list[str]:
    """Systems, dependencies and APIs; gives the APIs that nobody provides."""
    titles = {(each.kind, each.name): each.title for each in entities}

    def slug(kind: str, name: str) -> str:
        return gathered.name(KIND_OF[kind], titles.get((kind, name), name))

    providers = defaultdict[str, list[str]](list)
    components = [each for each in entities if each.kind == "component"]
    for each in components:
        for api in each.provides:
            providers[_reference(api)[1]].append(each.title)
    lonely = dict[str, None]()
    for each in components:
        own = slug("component", each.name)
        if each.system:
            system = titles.get(("system", each.system), each.system)
            gathered.add(Kind.CAPABILITY, system, applications=(own,))
        for wanted in each.depends:
            kind, name = _reference(wanted)
            if kind == "resource":
                gathered.add(Kind.DATA, titles.get((kind, name), name), kept_in=(own,))
            elif kind in {"", "component"} and name:
                gathered.join(slug("component", name), own, Way.LIVE)
        for api in each.consumes:
            name = _reference(api)[1]
            for provider in providers.get(name, ()):
                gathered.join(gathered.name(Kind.APPLICATION, provider), own, Way.LIVE)
            if name not in providers:
                lonely[f"API {name}"] = None
    return list(lonely)


def _fields(value: Value) -> Fields:
    return Fields(value, value.pairs(), readable=True)


def _reference(given: str) -> tuple[str, str]:
    """Kind and name of `[kind:][namespace/]name`; no kind where none is said."""
    kind, _colon, rest = given.strip().rpartition(":")
    return kind.casefold(), rest.rsplit("/", 1)[-1]


def _line(document: Document) -> str:
    return str(document.root.start_mark.line + 1)
