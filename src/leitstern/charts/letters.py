"""How wide a text comes out: advance widths of our typefaces, so that labels can be laid out without a browser.

In thousandths of the type size; digits are the tabular ones. An accented letter is as wide as its base letter.
Kerning is left out: it only makes text narrower.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from leitstern.charts.style import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

# fmt: off
_CHARACTERS = (
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    "ßæøÆØŒœŁłĐđ§°±²³·×÷«»¿¡€£–—‘’‚“”„†•…‹›™←↑→↓−≤≥"
)
_REGULAR = (
    247, 298, 320, 629, 563, 786, 644, 200, 352, 352, 481, 623, 226, 417, 208, 389, 623, 623, 623, 623, 623,
    623, 623, 623, 623, 623, 253, 259, 623, 623, 623, 504, 989, 677, 611, 721, 688, 592, 543, 760, 751, 271,
    515, 610, 520, 846, 774, 776, 579, 780, 626, 614, 552, 707, 693, 960, 614, 604, 641, 324, 389, 324, 551,
    438, 221, 510, 586, 541, 586, 546, 369, 587, 558, 232, 269, 485, 220, 851, 558, 580, 591, 578, 338, 466,
    378, 558, 520, 784, 475, 526, 491, 385, 257, 385, 567, 564, 878, 579, 1001, 784, 1133, 986, 520, 282, 751,
    586, 570, 369, 623, 361, 354, 254, 623, 623, 551, 551, 463, 294, 662, 576, 550, 1100, 181, 181, 212, 330,
    330, 313, 481, 489, 613, 359, 359, 857, 743, 700, 743, 700, 623, 623, 623,
)
_BOLD = (
    238, 312, 412, 631, 554, 813, 647, 245, 382, 382, 488, 632, 257, 408, 248, 432, 632, 632, 632, 632, 632,
    632, 632, 632, 632, 632, 301, 305, 632, 632, 632, 513, 992, 714, 612, 725, 700, 589, 554, 743, 750, 289,
    552, 666, 537, 857, 773, 787, 603, 789, 645, 607, 584, 704, 722, 985, 679, 647, 632, 344, 432, 344, 581,
    434, 263, 533, 596, 546, 595, 554, 393, 601, 570, 262, 291, 538, 246, 872, 568, 581, 601, 592, 379, 466,
    402, 568, 556, 835, 536, 576, 477, 394, 256, 394, 667, 587, 875, 578, 1018, 790, 1114, 998, 537, 286, 746,
    595, 524, 378, 632, 367, 355, 260, 632, 632, 632, 632, 470, 300, 695, 595, 550, 1100, 219, 219, 250, 415,
    415, 407, 488, 468, 709, 400, 400, 879, 751, 733, 751, 733, 632, 632, 632,
)
_CUSTOMER = (
    233, 268, 345, 566, 566, 807, 687, 191, 276, 276, 432, 516, 232, 344, 224, 406, 566, 566, 566, 566, 566,
    566, 566, 650, 566, 566, 256, 266, 516, 516, 516, 446, 909, 677, 625, 682, 744, 624, 574, 733, 772, 333,
    424, 696, 570, 942, 742, 753, 590, 752, 632, 541, 634, 737, 662, 919, 680, 652, 610, 318, 376, 320, 516,
    390, 500, 494, 468, 378, 498, 397, 308, 420, 498, 285, 256, 476, 260, 767, 538, 451, 509, 464, 396, 348,
    318, 516, 470, 666, 486, 477, 420, 316, 250, 315, 516, 570, 683, 466, 962, 766, 1010, 692, 588, 324, 744,
    498, 504, 388, 516, 345, 317, 242, 516, 516, 492, 508, 442, 246, 566, 566, 499, 656, 234, 236, 230, 408,
    409, 403, 354, 419, 633, 296, 314, 760, 1000, 1000, 1000, 1000, 516, 516, 516,
)
# fmt: on

# One consonant before a vowel begins a syllable, in German as (nearly) in English; after the s that joins words, two.
_SYLLABLE = re.compile(
    "(?:(?<=s)[bdfgkpt][lr]|sch|ch|ck|ph|sh|th|qu|[b-df-hj-np-tv-xzß])(?=[aeiouyäöü])", re.IGNORECASE
)
_UNKNOWN = 1000  # a pictogram or another script: as wide as high
_FONTS = {
    name: dict(zip(_CHARACTERS, table, strict=True))
    for name, table in {"regular": _REGULAR, "bold": _BOLD, "customer": _CUSTOMER}.items()
}


def _advance(table: dict[str, int], character: str) -> int:
    if character in table:
        return table[character]
    base = unicodedata.normalize("NFKD", character)[0]
    if unicodedata.combining(character) or character == "\u00ad":
        return 0
    return table.get(base, _UNKNOWN)


def width(text: str, kind: str) -> float:
    """Width in pixels of one line in a type of `style.TYPES`; weights between 400 and 700 are interpolated."""
    style = TYPES[kind]
    if style.customer:
        return sum(_advance(_FONTS["customer"], c) for c in text) * style.size / 1000
    regular, bold = (sum(_advance(_FONTS[f], c) for c in text) for f in ("regular", "bold"))
    return (regular + (bold - regular) * (style.weight - 400) / 300) * style.size / 1000


def wrap(text: str, room: float, kind: str, most: int = 3) -> list[str]:
    """Break a text into at most `most` lines no wider than `room` pixels.

    Breaks at spaces, after hyphens and slashes and at soft hyphens; a word that is still too long is cut with a
    hyphen. What does not fit ends in an ellipsis: the whole text belongs in the mark's sentence.
    """
    lines = [""]
    for piece in _pieces(text, room, kind):
        if lines[-1] and width(_shown(lines[-1] + piece), kind) > room:
            lines.append("")
        lines[-1] += piece
    if len(lines) <= most:
        return [_shown(line) for line in lines]
    last = _shown("".join(lines[most - 1 :]))
    while last and width(last + "…", kind) > room:
        last = last[:-1].rstrip()
    return [*(_shown(line) for line in lines[: most - 1]), last + "…"]


def _pieces(text: str, room: float, kind: str) -> Iterator[str]:
    """The text cut after every place where a line may end."""
    for piece in re.findall("[^ \\-/\u00ad]*[ \\-/\u00ad]|[^ \\-/\u00ad]+$", text):
        rest = piece
        while len(rest) > 3 and width(_shown(rest), kind) > room:
            cut = _cut(rest, room, kind)
            yield rest[:cut] + "\u00ad"
            rest = rest[cut:]
        yield rest


def _cut(word: str, room: float, kind: str) -> int:
    """Where a word too long for a line is cut: at its last syllable that fits, else at its last letter that does."""
    fits = [i for i in range(1, len(word) - 1) if width(word[:i] + "-", kind) <= room] or [1]
    syllables = [found.start() for found in _SYLLABLE.finditer(word)]
    return max((i for i in syllables if i in fits and 3 <= i <= len(word) - 3), default=fits[-1])


def _shown(line: str) -> str:
    """A line as it is printed: of soft hyphens only one at its end shows."""
    line = line.rstrip()
    return line.replace("\u00ad", "") + ("-" if line.endswith("\u00ad") else "")
