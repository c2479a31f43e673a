"""What every reader gives: something to select from, whatever kind of file it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from leitstern.collect.readers.dialect import Decimal


@dataclass(frozen=True, slots=True)
class Relation:
    """`sql` stands after FROM and has text columns `c0`, `c1`, … in the order of the reader's `columns`.

    Rows carry their line in `_line` if `numbered`; otherwise they come in the order of the file and the first one is
    line `first`.
    """

    sql: str
    numbered: bool
    first: int = 2


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that is no row of its table: where, why (a code of `reasons`), what about it, and its own bytes."""

    line: int
    code: str
    value: str
    original: bytes


class Reader(Protocol):
    """One opened file. Lines are records counted from 1 (a header is one, empty lines are not), or rows of a sheet."""

    @property
    def name(self) -> str:
        """What the mapping calls the file."""

    @property
    def size(self) -> int:
        """Bytes of the file."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, in order."""

    @property
    def decimal(self) -> Decimal:
        """What stands before decimals."""

    @property
    def head(self) -> bytes:
        """What the file was found to be like, as packed by `Layout`."""

    @property
    def encoding(self) -> str:
        """The codec of originals."""

    def read(
        self, staging: Path, make: Callable[[Relation], None], put_aside: Callable[[Broken], None]
    ) -> None:
        """Let `make` have the sound rows and `put_aside` the broken ones.

        If reading fails half-way, `make` is called again and has to start from scratch.
        """

    def originals(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """The bytes of the records with these lines, in the order of the file."""
