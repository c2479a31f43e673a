"""The deck on the company's own slides: what of them is used, what is filled in, what is refused."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pptx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Cm, Inches
from tests.app.reports.slides import problems

from leitstern.app.common.actors import COMMAND_LINE, Capability, InternalActor
from leitstern.app.reports.deck import board_deck
from leitstern.app.reports.deck_template import template_of
from leitstern.app.reports.deck_text import SMALLEST, lines
from leitstern.app.reports.standing import standing_for
from leitstern.app.reports.template_actions import (
    keep_template,
    kept_template,
    remove_template,
    stored_template,
)
from leitstern.core.errors import InvalidInput, NotAllowed

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home

PRINTED = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)
DEFAULT = (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()


def template(change: Callable[[Any], object] = lambda deck: None) -> bytes:
    """The library's own 4:3 template, changed."""
    deck = Presentation(BytesIO(DEFAULT))
    change(deck)
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def without(*kinds: PP_PLACEHOLDER) -> bytes:
    """A template that has no such placeholders anywhere."""

    def change(deck: Any) -> None:
        for sheet in (deck.slide_master, *deck.slide_layouts):
            for placeholder in list(sheet.placeholders):
                if placeholder.placeholder_format.type in kinds:
                    placeholder._element.getparent().remove(placeholder._element)

    return template(change)


def drawn(published: Published, content: bytes) -> Any:
    return Presentation(BytesIO(board_deck(published, None, "en", PRINTED, content)))


def test_layouts_are_found_by_what_they_hold(published: Published) -> None:
    found = template_of(DEFAULT)
    assert (found.opening.name, found.content.name) == ("Title Slide", "Title and Content")
    assert found.lacks is None
    deck = drawn(published, DEFAULT)
    assert deck.slide_width == 9_144_000
    assert deck.slides[0].slide_layout.name == "Title Slide"
    assert {slide.slide_layout.name for slide in list(deck.slides)[1:]} == {"Title and Content"}


def test_layouts_named_for_us_come_first() -> None:
    def change(deck: Any) -> None:
        deck.slide_layouts[2].name = "Leitstern Title"
        deck.slide_layouts[5].name = "leitstern content "

    found = template_of(template(change))
    assert found.opening.name == "Leitstern Title"
    assert found.content.name == "leitstern content "
    assert found.lacks
    assert "content area" in found.lacks.en
    assert "Inhaltsfläche" in found.lacks.de


def test_the_area_of_the_layout_is_where_everything_stands(published: Published) -> None:
    def change(deck: Any) -> None:
        area = deck.slide_layouts[1].placeholders[1]
        area.left, area.top, area.width, area.height = Cm(2), Cm(6), Cm(20), Cm(9)

    deck = drawn(published, template(change))
    for slide in list(deck.slides)[1:]:
        for shape in slide.shapes:
            if not shape.is_placeholder:
                assert shape.left >= Cm(2) - 1
                assert shape.left + shape.width <= Cm(22) + 1
                assert shape.top >= Cm(6) - 1
                assert shape.top + shape.height <= Cm(15) + 1


@pytest.mark.parametrize(
    ("kinds", "lacks"),
    [
        ((PP_PLACEHOLDER.SUBTITLE,), "subtitle"),
        ((PP_PLACEHOLDER.SLIDE_NUMBER,), "slide number"),
        ((PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY), "content area"),
        ((PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE), "title"),
    ],
)
def test_what_a_template_lacks_is_said_and_set_by_us(
    published: Published, kinds: tuple[PP_PLACEHOLDER, ...], lacks: str
) -> None:
    content = without(*kinds)
    found = template_of(content)
    assert found.lacks
    assert lacks in found.lacks.en
    deck = drawn(published, content)
    assert len(deck.slides) == 10
    for number, slide in enumerate(deck.slides, start=1):
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert any(len(text) > 20 for text in said)
        if number > 1:
            fields = [f for f in slide._element.iter() if f.tag.endswith("}fld")]
            assert len(fields) == 1, "a slide number is there all the same"


def test_sample_slides_and_their_sections_go(published: Published) -> None:
    def change(deck: Any) -> None:
        for _ in range(3):
            slide = deck.slides.add_slide(deck.slide_layouts[0])
            slide.shapes.title.text_frame.text = "Click here"

    deck = drawn(published, template(change))
    assert len(deck.slides) == 10
    assert all("Click here" not in slide.shapes.title.text_frame.text for slide in deck.slides)


def test_nothing_is_left_to_be_clicked(published: Published) -> None:
    deck = drawn(published, DEFAULT)
    for slide in deck.slides:
        for placeholder in slide.placeholders:
            assert placeholder.text_frame.text.strip(), placeholder.name


@pytest.mark.parametrize("language", ["de", "en"])
def test_on_slides_of_another_shape_nothing_is_cut_off_or_covered_either(
    published: Published, language: str
) -> None:
    content = board_deck(published, standing_for(COMMAND_LINE), language, PRINTED, DEFAULT)
    assert [*problems(Presentation(BytesIO(content)))] == []


def test_slides_too_small_to_read_are_refused() -> None:
    def change(deck: Any) -> None:
        deck.slide_height = Inches(2)

    with pytest.raises(InvalidInput, match="lower than 11 cm"):
        template_of(template(change))


def test_what_the_library_cannot_read_is_refused() -> None:
    with pytest.raises(InvalidInput):
        template_of(b"PK\x03\x04 not really")


def test_it_is_kept_used_replaced_and_taken_out(published: Published, small_company: Home) -> None:
    assert stored_template() is None
    kept = keep(COMMAND_LINE, DEFAULT)
    assert kept.lacks is None
    stored = stored_template()
    assert stored
    assert drawn(published, stored).slide_width == 9_144_000
    assert oct((small_company.path / "deck-template.pptx").stat().st_mode)[-3:] == "600"
    found = kept_template()
    assert found
    assert found.opening == "Title Slide"
    with pytest.raises(InvalidInput):
        keep(COMMAND_LINE, b"no slides at all")
    assert stored_template() == stored, "what was refused changes nothing"
    with django_capture():
        remove_template(COMMAND_LINE)
    assert stored_template() is None


def test_only_who_shapes_the_shared_language_may(published: Published) -> None:
    owner = InternalActor("x", frozenset(Capability) - {Capability.EDIT_TAXONOMY})
    with pytest.raises(NotAllowed):
        keep(owner, DEFAULT)
    with pytest.raises(NotAllowed):
        remove_template(owner)


def test_the_page_offers_all_and_takes_a_template(published: Published, lead_client: Client) -> None:
    page = lead_client.get(reverse("reports:reports")).content.decode()
    for address in ("board", "deck", "book"):
        for language in ("de", "en"):
            assert f"{reverse(f'reports:{address}')}?lang={language}" in page
    with django_capture():
        answer = lead_client.post(
            reverse("reports:template"), {"file": SimpleUploadedFile("ours.potx", DEFAULT)}, follow=True
        )
    assert "From now on decks stand on your own slides." in answer.content.decode()
    deck = lead_client.get(reverse("reports:deck"), {"lang": "de"})
    assert Presentation(BytesIO(deck.content)).slide_width == 9_144_000
    assert deck["Content-Disposition"].endswith('-de.pptx"')
    with django_capture():
        lead_client.post(reverse("reports:remove-template"))
    assert stored_template() is None


def test_the_page_says_why_a_file_is_refused(published: Published, lead_client: Client) -> None:
    answer = lead_client.post(reverse("reports:template"), {"file": SimpleUploadedFile("x.pptx", b"MZ...")})
    assert answer.status_code == 422
    assert "no PowerPoint presentation" in answer.content.decode()


def test_programs_can_do_the_same(published: Published, lead_client: Client) -> None:
    address = "/api/v1/reports/template"
    assert lead_client.get(address).json()["own"] is False
    body = {"content": b64encode(DEFAULT).decode()}
    with django_capture():
        answer = lead_client.put(address, body, content_type="application/json")
    assert answer.status_code == 200, answer.content
    found = lead_client.get(address).json()
    assert (found["own"], found["content_layout"]) == (True, "Title and Content")
    bad = lead_client.put(address, {"content": "not base64!"}, content_type="application/json")
    assert bad.status_code == 422
    with django_capture():
        assert lead_client.delete(address).status_code == 200
    for name in ("board.pdf", "deck.pptx", "book.xlsx"):
        answer = lead_client.get(f"/api/v1/reports/{name}?lang=de")
        assert answer.status_code == 200
        assert "-de." in answer["Content-Disposition"]


def keep(actor: Any, content: bytes) -> Any:
    with django_capture():
        return keep_template(actor, [content])


def django_capture() -> Any:
    """Do what waits for the transaction to be certain: tests never end theirs."""
    from django.test import TestCase

    return TestCase.captureOnCommitCallbacks(execute=True)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Lindenberg Bank & Insurance · Leitstern"), ("de", "Lindenberg Bank & Versicherung")],
)
def test_the_footer_takes_one_line_in_the_fonts_of_the_template(
    published: Published, language: str, said: str
) -> None:
    deck = Presentation(BytesIO(board_deck(published, None, language, PRINTED, DEFAULT)))
    (shape,) = (
        each for each in deck.slides[1].placeholders if each.placeholder_format.type == PP_PLACEHOLDER.FOOTER
    )
    run = shape.text_frame.paragraphs[0].runs[0]
    room = shape.width - shape.text_frame.margin_left - shape.text_frame.margin_right
    assert run.text == said
    assert lines(run.text, SMALLEST, room) == 1
    assert run.font.name == "+mn-lt"
