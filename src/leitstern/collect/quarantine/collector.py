"""Putting rows aside while a source is read, as long as it makes sense to go on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from leitstern.collect import hashes
from leitstern.collect.problems import InvalidFile, Problem
from leitstern.collect.quarantine.entries import Entry
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from leitstern.collect.quarantine.entries import Quarantine
    from leitstern.collect.readers.relation import Broken, Reader

MOST = 200_000  # rows of one import; nobody mends more by hand, so it is the file or the mapping that has to change
FEW = 1000  # rows that may be put aside whatever their share
_EXAMPLES = 5


class Collector:
    """The rows of one source that are put aside."""

    def __init__(self, quarantine: Quarantine, secret: bytes, source: str, file: Reader) -> None:
        self._quarantine, self._secret, self._source, self._file = quarantine, secret, source, file
        self._same: Counter[str] = Counter()
        self._examples: list[Entry] = []
        self.rows = 0
        self.items = 0

    def broken(self, row: Broken) -> None:
        """Put a record aside that is no row. It counts as one item, since nobody knows what it would have been."""
        self.add(row.line, row.original, row.code, value=row.value)

    def add(
        self,
        line: int,
        original: bytes,
        code: str,
        *,
        column: str = "",
        value: str = "",
        allowed: str = "",
        items: int = 1,
    ) -> None:
        """Put a row aside. Raises InvalidFile when they become too many for anybody to look at."""
        entry = Entry(
            source=self._source,
            file=self._file.name,
            line=line,
            code=code,
            column=column,
            value=value,
            allowed=allowed,
            items=items,
            original=original,
            head=self._file.head,
            encoding=self._file.encoding,
            digest=self._digest(original),
        )
        self._quarantine.add(entry)
        self.rows += 1
        self.items += items
        if len(self._examples) < _EXAMPLES:
            self._examples.append(entry)
        if len(self._quarantine) > MOST:
            raise self._refusal(TOO_MANY.fill(most=MOST))

    def check(self, rows: int, bearable: float) -> None:
        """Raise InvalidFile if more than a `bearable` share of `rows` was put aside: the mapping does not fit the file."""
        if self.rows > FEW and self.rows > rows * bearable:
            raise self._refusal(MISFIT.fill(bad=self.rows, rows=rows))

    def _digest(self, original: bytes) -> str:
        """Equal rows of a source are told apart by their order, as in the lake."""
        content = f"{self._source}\0".encode() + original
        once = hashes.digest(self._secret, content)
        self._same[once] += 1
        again = self._same[once]
        return once if again == 1 else hashes.digest(self._secret, content + f"\0{again}".encode())

    def _refusal(self, why: Text) -> InvalidFile:
        name = self._file.name
        examples = [Problem(name, str(entry.line), entry.column, entry.text) for entry in self._examples]
        return InvalidFile([Problem(name, "", self._source, why), *examples])


TOO_MANY = Text(
    en="More than {most} rows cannot be read. Please mend the file or the mapping; the first ones are:",
    de="Mehr als {most} Zeilen lassen sich nicht lesen. Bitte berichtigen Sie die Datei oder die Zuordnung; die ersten:",
)
MISFIT = Text(
    en="{bad} of {rows} rows cannot be read, so the mapping does not seem to fit this file; the first ones are:",
    de="{bad} von {rows} Zeilen lassen sich nicht lesen, die Zuordnung passt also wohl nicht zu dieser Datei; die ersten:",
)
