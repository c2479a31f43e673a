"""The board deck: ten slides in German or English with PowerPoint's own charts, on the company's template or ours.

While nothing is known of customers there are six, about the inside. Everything can be edited. Titles are findings, notes
say what a slide rests on, charts and tables have words for those who do not see them.
"""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils import translation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt

from leitstern.app.common.drawing import words
from leitstern.app.reports.deck_bodies import draw
from leitstern.app.reports.deck_content import deck_slides
from leitstern.app.reports.deck_template import kind_on, template_of
from leitstern.app.reports.deck_text import SMALLEST, fitting, lines, place_text, write

if TYPE_CHECKING:
    from datetime import datetime

    from pptx.slide import Slide as Drawn
    from pptx.slide import SlideLayout
    from pptx.text.text import TextFrame

    from leitstern.app.outside.reading import Published
    from leitstern.app.reports.deck_slides import Slide
    from leitstern.app.reports.deck_template import Template
    from leitstern.app.reports.deck_text import Box
    from leitstern.app.reports.standing import Standing

LANGUAGES = {"de": "de-DE", "en": "en-GB"}
LARGEST_TITLE, LARGEST_OPENING, LARGEST_LEDE = 26, 34, 20
SOURCE = Pt(32)  # two lines of the smallest size
BESIDE = Pt(8)
NUMBER = (0.9, 0.935, 0.06, 0.045)  # of the slide, where the template has no place for it


def board_deck(
    state: Published | None,
    standing: Standing | None,
    language: str,
    printed: datetime,
    template: bytes | None = None,
) -> bytes:
    """The PPTX. Without a template it is ours; without a state it is about the inside alone.

    Raises InvalidInput for a template that cannot be used, NotFound where nothing is known at all.
    """
    on = template_of(template)
    with translation.override(language):
        slides = deck_slides(state, standing, printed)
        company = words(state.taxonomy.company) if state else ""
        footer = " · ".join(filter(None, [company, "Leitstern"]))
        for number, slide in enumerate(slides, start=1):
            _add(on, slide, number, footer, LANGUAGES[language])
    about = on.deck.core_properties
    about.title, about.subject = slides[0].title, slides[0].source
    about.author = company or "Leitstern"
    about.language, about.created, about.last_modified_by = LANGUAGES[language], printed, "Leitstern"
    about.keywords = about.comments = ""
    out = BytesIO()
    on.deck.save(out)
    return out.getvalue()


def _add(on: Template, slide: Slide, number: int, footer: str, language: str) -> None:
    """One slide: title, body with its source below, slide number, notes, language."""
    layout = on.opening if number == 1 else on.content
    drawn = on.deck.slides.add_slide(layout)
    largest = LARGEST_OPENING if number == 1 else LARGEST_TITLE
    _title(on, drawn, layout, slide.title, largest)
    area = _opening_area(on, drawn, slide) if number == 1 else on.area()
    for placeholder in list(drawn.placeholders):  # what stays empty would ask to be clicked
        if not placeholder.text_frame.text:
            placeholder._element.getparent().remove(placeholder._element)
    left, top, width, height = area
    draw(drawn, (left, top, width, height - SOURCE - BESIDE), slide)
    place_text(drawn, (left, top + height - SOURCE, width, SOURCE), [slide.source], SMALLEST, name="Source")
    _foot(on, drawn, layout, number, footer)
    notes = drawn.notes_slide
    if notes.notes_text_frame is not None:
        notes.notes_text_frame.text = "\n".join([slide.title, *slide.notes])
    for element in (drawn._element, notes._element, *(_charts(drawn))):
        _speak(element, language)


def _title(on: Template, drawn: Drawn, layout: SlideLayout, title: str, largest: int) -> None:
    box = on.title_box(layout)
    shape = drawn.shapes.title
    if shape is None:
        place_text(drawn, box, [title], largest, name="Title", bold=True)
        return
    frame = shape.text_frame
    margins = (frame.margin_left + frame.margin_right, frame.margin_top + frame.margin_bottom)
    room = (box[0], box[1], box[2] - margins[0], box[3] - margins[1])
    size, kept = fitting([title], room, largest, bold=True)
    write(frame, kept, size)


def _opening_area(on: Template, drawn: Drawn, slide: Slide) -> Box:
    """Write the sentence of evidence; what is left below it is for the key figures."""
    from leitstern.app.reports.deck_slides import Opening

    width, height = on.size
    title = on.title_box(on.opening)
    left, bottom = title[0], title[1] + title[3]
    lede = slide.body.lede if isinstance(slide.body, Opening) else ""
    subtitle = kind_on(on.opening, PP_PLACEHOLDER.SUBTITLE)
    shape = next(
        (p for p in drawn.placeholders if p.placeholder_format.type == PP_PLACEHOLDER.SUBTITLE), None
    )
    if subtitle is None or shape is None or None in (subtitle.top, subtitle.height):
        box = (left, bottom + int(height * 0.02), title[2], int(height * 0.18))
        place_text(drawn, box, [lede], LARGEST_LEDE, name="Evidence")
    else:
        box = (int(subtitle.left), int(subtitle.top), int(subtitle.width), int(subtitle.height))
        frame = shape.text_frame
        room = (
            *box[:2],
            box[2] - frame.margin_left - frame.margin_right,
            box[3] - frame.margin_top - frame.margin_bottom,
        )
        size, kept = fitting([lede], room, LARGEST_LEDE)
        write(frame, kept, size)
    top = max(bottom, box[1] + box[3]) + int(height * 0.02)
    return left, top, min(max(title[2], width // 2), width - left), int(height * 0.92) - top


def _foot(on: Template, drawn: Drawn, layout: SlideLayout, number: int, footer: str) -> None:
    """Slide number and footer as the template has them; the library copies neither."""
    for kind in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
        found = kind_on(layout, kind)
        if found is None:
            continue
        copy = deepcopy(found._element)
        drawn.shapes._spTree.append(copy)
        copy.nvSpPr.cNvPr.set("id", str(1000 + int(kind)))
        for child in list(copy.spPr):  # where it stands is the layout's to say
            copy.spPr.remove(child)
        if kind == PP_PLACEHOLDER.FOOTER and not found.text_frame.text.strip():
            _sign(drawn.shapes[-1].text_frame, footer, found.width)
        for text in copy.iter(qn("a:fld")):
            text.find(qn("a:t")).text = str(number)
    if kind_on(layout, PP_PLACEHOLDER.SLIDE_NUMBER) is None:
        width, height = on.size
        left, top, wide, high = (int(part * of) for part, of in zip(NUMBER, (width, height) * 2, strict=True))
        box = drawn.shapes.add_textbox(Emu(left), Emu(top), Emu(wide), Emu(high))
        box.name = "Slide number"
        paragraph = box.text_frame.paragraphs[0]._p
        paragraph.append(
            parse_xml(
                f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
                f'<a:rPr sz="{SMALLEST * 100}"/><a:t>{number}</a:t></a:fld>'
            )
        )


def _sign(frame: TextFrame, footer: str, width: int) -> None:
    """The footer in one line: without the program's name where there is no room, in the theme's font everywhere."""
    room = width - frame.margin_left - frame.margin_right
    run = frame.paragraphs[0].add_run()
    run.text = footer if lines(footer, SMALLEST, room) == 1 else footer.partition(" · ")[0]
    run.font.name = "+mn-lt"


def _charts(drawn: Drawn) -> list[Any]:
    return [shape.chart._chartSpace for shape in drawn.shapes if shape.has_chart]


def _speak(element: Any, language: str) -> None:
    """Say the language of every run that does not say its own, and of the chart."""
    for tag in ("a:r", "a:fld"):
        for run in element.iter(qn(tag)):
            properties = run.find(qn("a:rPr"))
            if properties is None:
                properties = run.makeelement(qn("a:rPr"), {})
                run.insert(0, properties)
            if tag == "a:fld" or properties.get("lang") is None:
                properties.set("lang", language)
    for tag in ("a:defRPr", "a:endParaRPr"):
        for properties in element.iter(qn(tag)):
            properties.set("lang", language)
    if element.tag == qn("c:chartSpace"):
        after = 1 if element[0].tag == qn("c:date1904") else 0
        element.insert(after, parse_xml(f'<c:lang {nsdecls("c")} val="{language}"/>'))
