"""The cells of a block's lines, by column, in whatever order they are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leitstern.collect.readers.loaded import Piece

if TYPE_CHECKING:
    from leitstern.collect.readers.json_block import Block
    from leitstern.collect.readers.json_shape import Found
    from leitstern.collect.readers.loaded import Cells
    from leitstern.collect.readers.spans import Places


class BlockCells:
    """See above. Rows are numbered from behind `before`; lines that are blank get no number."""

    def __init__(self, block: Block, before: int) -> None:
        self.block = block
        self._before = before
        self._columns: dict[str, tuple[Places, Places]] = {}
        self._sound = np.zeros(len(block), np.bool_)
        self._blank = block.end == block.begin  # and those that turn out to be

    @property
    def waiting(self) -> Places:
        """The lines that hold anything."""
        return np.flatnonzero(~self._blank)

    def number(self, line: int) -> int:
        """The number of a line's row, if no line before it will turn out to be blank."""
        return self._before + line + 1 - int(np.count_nonzero(self._blank[:line]))

    @property
    def last(self) -> int:
        """The number of the last row."""
        return self.number(len(self._blank) - 1)

    def leave_blank(self, line: int) -> None:
        """Let a line be without a row."""
        self._blank[line] = True

    def put(self, line: int, cells: Cells) -> None:
        """The cells of one line, each a text or none."""
        self._sound[line] = True
        for name, cell in cells.items():
            begin, length = self._column(name)
            if cell is not None:
                text = cell.encode()
                begin[line], length[line] = self.block.content.add(text), len(text)

    def take(self, found: Found) -> None:
        """The cells of lines that look alike."""
        self._sound[found.lines] = True
        for name, (places, sizes) in found.values.items():
            begin, length = self._column(name)
            begin[found.lines], length[found.lines] = places, sizes

    def others(self, lines: Places) -> Places:
        """Those of the lines whose cells are not there yet."""
        return lines[~self._sound[lines]]

    def piece(self) -> Piece:
        """All of them, row by row."""
        numbers = self._before + np.cumsum(~self._blank)
        texts = self.block.content.texts
        if self._sound.all():
            cells = {name: texts(*places) for name, places in self._columns.items()}
            return Piece(pa.array(numbers), cells)
        sound = self._sound
        cells = {name: texts(begin[sound], length[sound]) for name, (begin, length) in self._columns.items()}
        return Piece(pa.array(numbers[sound]), cells)

    def _column(self, name: str) -> tuple[Places, Places]:
        if name not in self._columns:
            size = len(self.block)
            self._columns[name] = np.zeros(size, np.int64), np.full(size, -1, np.int64)
        return self._columns[name]
