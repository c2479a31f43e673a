"""A YAML document with the place of everything in it, and what is wrong with it.

Only plain YAML is read: no tags, no merge keys; depth, size and aliases are bounded.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from leitstern.collect.problems import InvalidFile, Problem, closest
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.core.company.checks import Mistake, Path

MAX_BYTES = 2_000_000
MAX_DEPTH = 20
MAX_VALUES = 200_000  # read, aliases counted each time they are followed

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Document:
    """One file being read and what was found wrong with it so far."""

    file: str
    root: yaml.Node
    _problems: list[Problem] = field(default_factory=list)
    _unreadable: set[Path] = field(default_factory=set)
    _values: int = 0

    def unreadable(
        self, path: Path, text: Text, given: str = "", allowed: tuple[str, ...] = (), line: int = 0
    ) -> None:
        """Remember that the value at `path` could not be read."""
        self._unreadable.add(path)
        self._add(path, text, given, allowed, line)

    def visit(self) -> None:
        """Count a value; a file that expands beyond all measure is refused at once."""
        self._values += 1
        if self._values > MAX_VALUES:
            raise InvalidFile([Problem(self.file, "", "", TOO_LARGE)])

    def check(self, mistakes: Iterable[Mistake]) -> None:
        """Raise InvalidFile for what could not be read and for what makes no sense.

        A mistake that only follows from an unreadable value is left out.
        """
        for mistake in mistakes:
            ways = (mistake.path[:length] for length in range(len(mistake.path) + 1))
            if self._unreadable.isdisjoint(ways):
                self._add(mistake.path, mistake.text, mistake.given, mistake.allowed)
        if self._problems:
            raise InvalidFile(sorted(self._problems, key=lambda problem: int(problem.place)))

    def _add(self, path: Path, text: Text, given: str, allowed: tuple[str, ...], line: int = 0) -> None:
        found, label = _locate(self.root, path)
        problem = Problem(self.file, str(line or found), label, text, allowed, closest(given, allowed))
        self._problems.append(problem)


def parse(raw: bytes | str, file: str) -> Document:
    """The document in `raw`, its nodes composed but nothing interpreted. Raises InvalidFile if it is no YAML."""
    typed = _checked(raw, file)
    with _told(typed, file):
        root = yaml.compose(typed, Loader=_Loader)
    if root is None:
        raise InvalidFile([Problem(file, "1", "", EMPTY)])
    return Document(file, root)


def parse_all(raw: bytes | str, file: str) -> list[Document]:
    """Every document in `raw`, one after the other between lines of `---`. Raises InvalidFile if it is no YAML."""
    typed = _checked(raw, file)
    with _told(typed, file):
        return [Document(file, root) for root in yaml.compose_all(typed, Loader=_Loader) if root is not None]


def _checked(raw: bytes | str, file: str) -> str:
    """The text, once it is sure that composing it is safe: neither too large nor too deep."""
    if len(raw) > MAX_BYTES:
        raise InvalidFile([Problem(file, "", "", TOO_LARGE)])
    typed = raw if isinstance(raw, str) else _decode(raw, file)
    depth = 0
    with _told(typed, file):
        for event in yaml.parse(typed, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:  # before `compose`, which would recurse
                raise InvalidFile([Problem(file, _line(event.start_mark), "", TOO_DEEP)])
    return typed


@contextmanager
def _told(typed: str, file: str) -> Iterator[None]:
    """What the parser finds wrong, as a problem with its line."""
    try:
        yield
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        line = str(mark.line + 1) if mark else ""
        raise InvalidFile(
            [Problem(file, line, "", NO_YAML.fill(problem=wrong.problem or wrong.context))]
        ) from None
    except yaml.reader.ReaderError as wrong:
        line = str(typed.count("\n", 0, wrong.position) + 1)
        raise InvalidFile([Problem(file, line, "", STRANGE_CHARACTER)]) from None


def _decode(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = str(raw.count(b"\n", 0, wrong.start) + 1)
        raise InvalidFile([Problem(file, line, "", NOT_UTF8)]) from None


def _line(mark: Any) -> str:
    return str(mark.line + 1) if mark else ""


def _locate(root: yaml.Node, path: Path) -> tuple[int, str]:
    """Line and readable name of a place; where the path leads beyond what was written, of what is nearest."""
    node: yaml.Node | None = root
    line, labels = root.start_mark.line + 1, []
    for step in path:
        labels.append(str(step + 1) if isinstance(step, int) else step)
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == step), None)
            if found:
                line, node = found[0].start_mark.line + 1, found[1]
            else:
                node = None
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
            labels[-1] = _label(node) or labels[-1]
    return line, " › ".join(labels)


def _label(node: yaml.Node | None) -> str:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in ("slug", "name") and isinstance(value, yaml.ScalarNode):
                return str(value.value)
    return ""


NO_YAML = Text(en="This is no valid YAML: {problem}.", de="Das ist kein gültiges YAML: {problem}.")
EMPTY = Text(en="The file is empty.", de="Die Datei ist leer.")
NOT_UTF8 = Text(
    en="The file is not stored as UTF-8; save it as UTF-8 and try again.",
    de="Die Datei ist nicht als UTF-8 gespeichert; speichern Sie sie bitte als UTF-8 und versuchen Sie es erneut.",
)
STRANGE_CHARACTER = Text(
    en="There is a control character here that YAML does not allow.",
    de="Hier steht ein Steuerzeichen, das YAML nicht erlaubt.",
)
TOO_LARGE = Text(
    en="The file is larger than anybody would write by hand; it was not read.",
    de="Die Datei ist größer, als jemand sie von Hand schreiben würde; sie wurde nicht gelesen.",
)
TOO_DEEP = Text(
    en=f"More than {MAX_DEPTH} levels lie within each other here; it was not read further.",
    de=f"Hier sind mehr als {MAX_DEPTH} Ebenen ineinander verschachtelt; weiter wurde nicht gelesen.",
)
