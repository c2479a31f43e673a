"""A file that cannot be read at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leitstern.core.texts import Text


class Refused(Exception):
    """Why a whole file is refused, and what to do; the import collects these and reports them together."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text
