"""The slides a deck is written on: our own, or the company's, with what of them is used and what is missing.

Layouts are found by name (“Leitstern Title”, “Leitstern Content”), else by what they hold: docs/reference/deck-template.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.oxml.ns import qn

from leitstern.app.reports.deck_own import own_presentation
from leitstern.core.errors import InvalidInput
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pptx.presentation import Presentation as Deck
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import SlideLayout

    from leitstern.app.reports.deck_text import Box

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
AREAS = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.CHART, PP_PLACEHOLDER.TABLE)
OPENING, CONTENT = "leitstern title", "leitstern content"
WIDE, HIGH = 0.6, 0.4  # of the slide: smaller areas do not hold a chart
MARGIN = 0.05  # of the slide, where a layout says nothing
TITLE_HIGH = 0.14
LEAST = 4_000_000  # EMU (11 cm): lower slides hold nothing that can be read

NO_LAYOUT = Text(
    en="The template has no slide layout. Please save one with at least a title slide and a slide with a title.",
    de="Die Vorlage hat kein Folienlayout. Bitte speichern Sie eine mit mindestens einer Titelfolie und einer Folie mit "
    "Titel.",
)
UNREADABLE = Text(
    en="The template cannot be read. Please save it again in PowerPoint.",
    de="Die Vorlage lässt sich nicht lesen. Bitte speichern Sie sie in PowerPoint neu.",
)
TOO_SMALL = Text(
    en="The template's slides are lower than 11 cm; nothing on them could be read. Please choose another page size.",
    de="Die Folien der Vorlage sind niedriger als 11 cm; darauf wäre nichts zu lesen. Bitte wählen Sie ein anderes "
    "Seitenformat.",
)
NO_TITLE = Text(en="a title on “{layout}”", de="einen Titel auf „{layout}“")
NO_SUBTITLE = Text(en="a subtitle on “{layout}”", de="einen Untertitel auf „{layout}“")
NO_AREA = Text(en="one large content area on “{layout}”", de="eine große Inhaltsfläche auf „{layout}“")
NO_NUMBER = Text(en="a slide number on “{layout}”", de="eine Foliennummer auf „{layout}“")
LACKS = Text(
    en="The template lacks {what}. Where something is missing, Leitstern sets it itself.",
    de="Der Vorlage fehlt: {what}. Was fehlt, setzt Leitstern selbst.",
)


@dataclass(frozen=True, slots=True)
class Template:
    """An empty deck, the layouts used, and what they lack."""

    deck: Deck
    opening: SlideLayout
    content: SlideLayout
    missing: tuple[Text, ...]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of a slide in EMU."""
        return int(self.deck.slide_width or 0), int(self.deck.slide_height or 0)

    @property
    def lacks(self) -> Text | None:
        """What is missing, as a sentence."""
        if not self.missing:
            return None
        return LACKS.fill(
            what=Text(
                ", ".join(each.en for each in self.missing), ", ".join(each.de for each in self.missing)
            )
        )

    def title_box(self, layout: SlideLayout) -> Box:
        """Where the title of a layout stands, or should stand."""
        width, height = self.size
        default = _inset(width, height, 0.06, TITLE_HIGH)
        return _box(titled(layout), default)

    def area(self) -> Box:
        """Where on a content slide there is room: the layout's area below its title, else all below the title."""
        width, height = self.size
        title = self.title_box(self.content)
        below = min(title[1] + title[3], int(height * 0.4))
        box = _box(_largest(self.content), (0, 0, 0, 0))
        left, right = max(box[0], 0), min(box[0] + box[2], width)
        top, bottom = max(box[1], below), min(box[1] + box[3], height)
        if right - left >= WIDE * width and bottom - top >= HIGH * height:
            return left, top, right - left, bottom - top
        top = below + int(height * 0.02)
        return int(width * MARGIN), top, int(width * (1 - 2 * MARGIN)), int(height * 0.92) - top


def template_of(content: bytes | None) -> Template:
    """The company's template, or our own. Raises InvalidInput for one that cannot be used."""
    if content is None:
        deck = own_presentation()
    else:
        try:
            deck = Presentation(BytesIO(content))
            _empty(deck)
            layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
        except (
            PythonPptxError,
            BadZipFile,
            SyntaxError,
            KeyError,
            ValueError,
            AttributeError,
            TypeError,
            IndexError,
        ):
            raise InvalidInput(UNREADABLE) from None
        if not layouts:
            raise InvalidInput(NO_LAYOUT)
        if min(int(deck.slide_width or 0), int(deck.slide_height or 0)) < LEAST:
            raise InvalidInput(TOO_SMALL)
    return _chosen(deck)


def titled(layout: SlideLayout) -> LayoutPlaceholder | None:
    """The title of a layout."""
    return next((p for p in layout.placeholders if p.placeholder_format.type in TITLES), None)


def kind_on(layout: SlideLayout, kind: PP_PLACEHOLDER) -> LayoutPlaceholder | None:
    """The first placeholder of a kind."""
    return next((p for p in layout.placeholders if p.placeholder_format.type == kind), None)


def _chosen(deck: Deck) -> Template:
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    opening = _first(
        (each for each in layouts if each.name.strip().lower() == OPENING),
        (each for each in layouts if titled(each) and kind_on(each, PP_PLACEHOLDER.SUBTITLE)),
        (each for each in layouts if titled(each)),
        layouts,
    )
    content = _first(
        (each for each in layouts if each.name.strip().lower() == CONTENT),
        (each for each in layouts if titled(each) and len(_areas(each)) == 1 and each is not opening),
        (each for each in layouts if titled(each) and not _areas(each) and each is not opening),
        (each for each in layouts if titled(each) and each is not opening),
        layouts,
    )
    missing = [NO_TITLE.fill(layout=each.name) for each in (opening, content) if not titled(each)]
    if not kind_on(opening, PP_PLACEHOLDER.SUBTITLE):
        missing.append(NO_SUBTITLE.fill(layout=opening.name))
    if not _areas(content):
        missing.append(NO_AREA.fill(layout=content.name))
    if not kind_on(content, PP_PLACEHOLDER.SLIDE_NUMBER):
        missing.append(NO_NUMBER.fill(layout=content.name))
    return Template(deck, opening, content, tuple(missing))


def _first(*wanted: Iterable[SlideLayout]) -> SlideLayout:
    """The first layout of the first kind there is."""
    return next(layout for layouts in wanted for layout in layouts)


def _areas(layout: SlideLayout) -> list[LayoutPlaceholder]:
    return [p for p in layout.placeholders if p.placeholder_format.type in AREAS]


def _largest(layout: SlideLayout) -> LayoutPlaceholder | None:
    return max(_areas(layout), key=lambda p: (p.width or 0) * (p.height or 0), default=None)


def _box(placeholder: LayoutPlaceholder | None, default: Box) -> Box:
    if placeholder is None:
        return default
    left, top, width, height = placeholder.left, placeholder.top, placeholder.width, placeholder.height
    if left is None or top is None or width is None or height is None:
        return default
    return int(left), int(top), int(width), int(height)


def _inset(width: int, height: int, top: float, high: float) -> Box:
    return int(width * MARGIN), int(height * top), int(width * (1 - 2 * MARGIN)), int(height * high)


def _empty(deck: Deck) -> None:
    """Take sample slides out, and what names them: sections and custom shows."""
    listed = deck.slides._sldIdLst
    for slide in list(listed):
        deck.part.drop_rel(slide.rId)
        listed.remove(slide)
    root = deck.part._element
    for tag in ("p:custShowLst", "p:extLst"):
        for found in root.findall(qn(tag)):
            root.remove(found)
