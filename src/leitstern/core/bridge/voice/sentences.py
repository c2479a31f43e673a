"""Texts cut into sentences."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?…])[\"“”»)\]]?\s+|\n+")
# No sentence ends after these: single letters (z. B., e. g.), days (3. März), and the usual abbreviations.
_GOES_ON = re.compile(
    r"(?:^|[\s(])(?:\w|\d{1,2}|bzw|ca|Dr|Prof|Nr|usw|inkl|ggf|evtl|Mr|Mrs|Ms|approx|no|vs)\.$", re.IGNORECASE
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, in their order; a line is never part of the one before."""
    found: list[str] = []
    begin = 0
    for end in _END.finditer(text):
        piece = text[begin : end.start()]
        if "\n" not in end.group() and _GOES_ON.search(piece):
            continue
        found.append(piece)
        begin = end.end()
    found.append(text[begin:])
    return [piece.strip() for piece in found if piece.strip()]


def words(sentence: str) -> int:
    """How many words it has; numbers count, signs do not."""
    return len(re.findall(r"\w+(?:[-'’.,:/]\w+)*", sentence))
