"""Our own slides, for whoever brings no template: white, a night band with a star, and a font every office has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches

from leitstern.charts.tokens import TOKENS

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import SlideLayout, SlideMaster

FONT = "Calibri"  # on every machine with Office; narrower than what lines are measured with
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, ROOM = Inches(0.6), Inches(12.133)
BAND = Inches(0.42)
# Left, top, width, height of what stands on each layout.
FOOTER = (LEFT, Inches(6.98), Inches(10.8), Inches(0.34))
NUMBER = (Inches(11.733), Inches(6.98), Inches(1.0), Inches(0.34))
PLACES = {
    PP_PLACEHOLDER.TITLE: (LEFT, Inches(0.62), ROOM, Inches(1.05)),
    PP_PLACEHOLDER.CENTER_TITLE: (LEFT, Inches(1.0), ROOM, Inches(1.75)),
    PP_PLACEHOLDER.SUBTITLE: (LEFT, Inches(2.9), ROOM, Inches(1.35)),
    PP_PLACEHOLDER.OBJECT: (LEFT, Inches(1.85), ROOM, Inches(5.0)),
    PP_PLACEHOLDER.BODY: (LEFT, Inches(1.85), ROOM, Inches(5.0)),
    PP_PLACEHOLDER.FOOTER: FOOTER,
    PP_PLACEHOLDER.SLIDE_NUMBER: NUMBER,
}
COLOURS = {
    "dk1": "ink",
    "lt1": "surface",
    "dk2": "night",
    "lt2": "bg",
    "accent1": "bridge",
    "accent2": "outside",
    "accent3": "inside",
    "accent4": "gap",
    "accent5": "star",
    "accent6": "good",
    "hlink": "bridge",
    "folHlink": "inside",
}
LAYOUTS = {"Title Slide": "Leitstern Title", "Title and Content": "Leitstern Content"}


def own_presentation() -> Deck:
    """An empty deck, 16:9, with two layouts."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.part._element.sldSz.attrib.pop("type", None)  # it says 4:3
    master = deck.slide_master
    for layout in list(master.slide_layouts):
        if layout.name in LAYOUTS:
            layout.name = LAYOUTS[layout.name]
        else:
            master.slide_layouts.remove(layout)
    _theme(master)
    _styles(master)
    for sheet in (master, *master.slide_layouts):
        _arrange(sheet)
    _band(master)
    return deck


def _theme(master: SlideMaster) -> None:
    """Colours of the tokens, and the font."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = parse_xml(part.blob)
    scheme = root.find(f".//{qn('a:clrScheme')}")
    for slot, token in COLOURS.items():
        found = scheme.find(qn(f"a:{slot}"))
        for child in list(found):
            found.remove(child)
        found.append(parse_xml(f'<a:srgbClr {nsdecls("a")} val="{TOKENS[token].paper[1:]}"/>'))
    for each in ("majorFont", "minorFont"):
        root.find(f".//{qn(f'a:{each}')}/{qn('a:latin')}").set("typeface", FONT)
    for named in (root, scheme, root.find(f".//{qn('a:fontScheme')}")):
        named.set("name", "Leitstern")
    part._blob = serialize_part_xml(root)


def _styles(master: SlideMaster) -> None:
    """Titles to the left, bold."""
    level = master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    level.set("algn", "l")
    run = level.find(qn("a:defRPr"))
    run.set("sz", "2600")
    run.set("b", "1")


def _arrange(sheet: SlideMaster | SlideLayout) -> None:
    """Everything in its place; dates go, since a deck says in words of when it is."""
    for placeholder in list(sheet.placeholders):
        kind = placeholder.placeholder_format.type
        if kind == PP_PLACEHOLDER.DATE:
            placeholder._element.getparent().remove(placeholder._element)
            continue
        left, top, width, height = PLACES[kind]
        placeholder.left, placeholder.top = Emu(left), Emu(top)
        placeholder.width, placeholder.height = Emu(width), Emu(height)
        frame = placeholder.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        body = placeholder._element.txBody.find(qn("a:bodyPr"))
        body.set("anchor", "b" if kind == PP_PLACEHOLDER.CENTER_TITLE else "t")
        for paragraph in placeholder._element.iter(qn("a:lvl1pPr")):
            paragraph.set("algn", "r" if kind == PP_PLACEHOLDER.SLIDE_NUMBER else "l")
        for run in placeholder._element.iter(qn("a:defRPr")):
            for fill in run.findall(qn("a:solidFill")):  # grey as the library has it, too pale to read
                run.remove(fill)


def _band(master: SlideMaster) -> None:
    """The night along the top, with the star."""
    tree = master.shapes._spTree
    night, gold = (
        TOKENS["night"].paper,
        TOKENS["star"].dark,
    )  # the star shines brighter on the night than on paper
    tree.insert_element_before(_shape(901, "rect", (0, 0, WIDTH, BAND), night), "p:extLst")
    star = (LEFT, Inches(0.11), Inches(0.2), Inches(0.2))
    tree.insert_element_before(_shape(902, "star4", star, gold), "p:extLst")


def _shape(number: int, preset: str, box: tuple[int, int, int, int], fill: str) -> Any:
    """A filled shape; the library itself adds none to a master."""
    left, top, width, height = (int(edge) for edge in box)
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="{preset}"/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{fill[1:]}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
