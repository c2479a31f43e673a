"""Words on slides: as large as they fit, never smaller than can be read from the back of a room.

What a line holds is measured with a font a little wider than the theme's, so that it fits wherever it is shown.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import ImageFont
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Emu, Pt

from leitstern.charts.tokens import TOKENS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.slide import Slide
    from pptx.text.text import TextFrame

FONTS = Path(__file__).parent / "fonts"
LEADING = 1.2  # of the size, per line
SMALLEST = 12  # points
BETWEEN = 0.5  # of the size, between paragraphs
_MEASURED = 100  # pixels at which letters are measured

Box = tuple[int, int, int, int]  # left, top, width, height in EMU


@cache
def _font(weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"Figtree-{weight}.ttf", _MEASURED)


def lines(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """How many lines `text` takes at `size` points in `width` EMU."""
    font, room = _font(700 if bold else 400), width / Pt(1) / size * _MEASURED
    taken, used, space = 1, 0.0, font.getlength(" ")
    for word in text.split():
        length = font.getlength(word)
        if used and used + space + length > room:
            taken, used = taken + 1, 0.0
        used += length + (space if used else 0)
        while used > room:  # a word longer than the line is broken
            taken, used = taken + 1, used - room
    return taken


def height(paragraphs: Sequence[str], size: float, width: float, *, bold: bool = False) -> int:
    """EMU that the paragraphs take."""
    rows = sum(lines(paragraph, size, width, bold=bold) for paragraph in paragraphs)
    between = BETWEEN * max(len(paragraphs) - 1, 0)
    return int((rows * LEADING + between) * size * Pt(1))


def fitting(
    paragraphs: Sequence[str], box: Box, largest: int, *, bold: bool = False, smallest: int = SMALLEST
) -> tuple[int, list[str]]:
    """The largest size at which all fits. What does not fit even when smallest is cut, the last paragraph first."""
    kept = [paragraph for paragraph in paragraphs if paragraph]
    for size in range(largest, smallest - 1, -1):
        if height(kept, size, box[2], bold=bold) <= box[3]:
            return size, kept
    while height(kept, smallest, box[2], bold=bold) > box[3]:
        words = kept[-1].rstrip("…").split()
        if len(words) > 1:
            kept[-1] = " ".join(words[:-1]) + "…"
        elif len(kept) > 1:
            kept.pop()
        else:
            break
    return smallest, kept


def write(
    frame: TextFrame,
    paragraphs: Sequence[str],
    size: float,
    *,
    tone: str | None = None,
    bold: bool | None = None,
    italic: bool = False,
) -> None:
    """Fill a frame; without a tone the colour is the template's."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    for number, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_before = Pt(size * BETWEEN if number else 0)
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic or None
        if tone:
            run.font.color.rgb = colour(tone)


def place_text(
    slide: Slide,
    box: Box,
    paragraphs: Sequence[str],
    largest: int,
    *,
    name: str,
    tone: str | None = None,
    bold: bool = False,
    italic: bool = False,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
) -> None:
    """A box of text without inner margins, in the largest size up to `largest` that fits."""
    shape = slide.shapes.add_textbox(*(Emu(edge) for edge in box))
    shape.name = name
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = anchor
    size, kept = fitting(paragraphs, box, largest, bold=bold)
    write(frame, kept, size, tone=tone, bold=bold or None, italic=italic)


def colour(tone: str) -> RGBColor:
    """A colour on paper: slides are printed too."""
    return RGBColor.from_string(TOKENS[tone].paper[1:])
