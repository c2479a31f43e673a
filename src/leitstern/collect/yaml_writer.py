"""Frozen dataclasses as YAML that people like to read: defaults left out, short things on one line."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import singledispatch
from typing import Any

import yaml

from leitstern.core.texts import Text

WIDTH = 100


@singledispatch
def plain(value: Any) -> Any:
    """Dicts, lists and scalars for a value. A dataclass gives its fields without those at their default."""
    return changed_fields(value, *(field.name for field in fields(value))) if is_dataclass(value) else value


def changed_fields(value: Any, *names: str) -> dict[str, Any]:
    """Those of the named fields of a dataclass that are not at their default, plain."""
    usual = {field.name: field.default for field in fields(value)}  # MISSING equals nothing
    return {name: plain(getattr(value, name)) for name in names if getattr(value, name) != usual[name]}


@plain.register(tuple)
def _(value: tuple) -> list[Any]:  # type: ignore[type-arg]
    return [plain(entry) for entry in value]


@plain.register(float)
def _(value: float) -> float:
    return int(value) if value.is_integer() else value


@plain.register(Text)
def _(value: Text) -> str | dict[str, str]:
    return value.en if value.en == value.de else {"de": value.de, "en": value.en}


def dump(document: dict[str, Any]) -> str:
    """YAML with a blank line before everything that takes more than one line."""
    parts = []
    for key, value in document.items():
        part = yaml.dump({key: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10 * WIDTH)
        parts.append("\n" + part if part.count("\n") > 1 else part)
    return "".join(parts)


class _Dumper(yaml.SafeDumper):
    """YAML 1.2's idea of words (`on` needs no quotes), indented lists, no aliases, short mappings on one line."""

    def serialize(self, node: yaml.Node) -> None:
        if isinstance(node, yaml.CollectionNode):
            node.flow_style = False  # the document itself
        super().serialize(node)

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:
        return _one_line_if_short(super().represent_mapping(tag, mapping, flow_style))

    def represent_sequence(
        self, tag: str, sequence: Any, flow_style: bool | None = None
    ) -> yaml.SequenceNode:
        return _one_line_if_short(super().represent_sequence(tag, sequence, flow_style))

    def represent_str(self, data: str) -> yaml.ScalarNode:
        style = '"' if not data.isprintable() else None  # line breaks and controls are escaped, never folded
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=style)

    def increase_indent(self, flow: bool = False, *_: bool, **__: bool) -> None:
        return super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(str, _Dumper.represent_str)
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if first in "tTfF" or not tag.endswith(":bool")]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def _one_line_if_short[T: yaml.CollectionNode](node: T) -> T:
    children = [child for entry in node.value for child in (entry if isinstance(entry, tuple) else (entry,))]
    nested = [child for child in children if isinstance(child, yaml.CollectionNode)]
    rows = isinstance(node, yaml.SequenceNode) and any(
        isinstance(child, yaml.MappingNode) for child in nested
    )
    node.flow_style = not rows and all(child.flow_style for child in nested) and _length(node) <= WIDTH
    return node


def _length(node: yaml.Node) -> int:
    if isinstance(node, yaml.ScalarNode):
        return len(node.value) + 4  # separator, perhaps quotes
    entries = (child for entry in node.value for child in (entry if isinstance(entry, tuple) else (entry,)))
    return sum(_length(child) for child in entries)
