"""With nothing connected a workshop of an hour leads to slides that can be edited."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from pptx import Presentation
from tests.app.workshop.conftest import Room

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.inside.models import Group
from leitstern.app.outside.reading import published
from leitstern.app.placement.queries import require_placement
from leitstern.app.reports.deck import board_deck
from leitstern.app.reports.standing import standing_for
from leitstern.app.workshop.closing import let_count
from leitstern.core.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]
PRINTED = datetime(2026, 6, 30, 9, 0, tzinfo=UTC)


@pytest.fixture
def lena(as_role: Callable[[Role], Client]) -> Client:
    """Her browser."""
    return as_role(Role.LEAD)


def held() -> None:
    """A workshop that counts."""
    room = Room()
    room.play(
        room.sit(*[Group.EXECUTIVES] * 2, *[Group.MANAGERS] * 3, *[Group.STAFF] * 3), 4, 4, 3, 3, 2, 1, 1, 2
    )
    let_count(COMMAND_LINE, room.close())


def opened(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


@pytest.mark.parametrize("language", ["de", "en"])
def test_six_slides_with_charts_that_can_be_edited(language: str) -> None:
    held()
    assert published() is None
    deck = opened(board_deck(None, standing_for(COMMAND_LINE), language, PRINTED))
    found = require_placement()
    assert len(deck.slides) == 6
    assert titles(deck)[0] == titles(deck)[1] == found.sentence.to(language)
    native = [sum(shape.has_chart for shape in slide.shapes) for slide in deck.slides]
    assert native[1:4] == [1, 1, 1]
    text = " ".join(
        shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
    )
    assert "Spring retreat" in text
    for proof in found.illusion.proofs:
        assert proof.to(language) in text
    assert found.evidence_sentence.to(language) in text


def test_where_nothing_is_known_there_is_no_deck() -> None:
    with pytest.raises(NotFound):
        board_deck(None, standing_for(COMMAND_LINE), "en", PRINTED)
    held()
    with pytest.raises(NotFound):
        board_deck(None, None, "en", PRINTED)


def test_the_page_offers_the_deck_and_says_what_is_missing(lena: Client) -> None:
    assert "There is nothing to report yet." in lena.get(reverse("reports:reports")).content.decode()
    assert lena.get(reverse("reports:deck")).status_code == 404
    held()
    page = lena.get(reverse("reports:reports")).content.decode()
    assert "Six slides, PowerPoint." in page
    assert reverse("reports:deck") in page
    assert reverse("reports:board") not in page
    assert reverse("reports:book") not in page
    for address in (reverse("reports:deck"), "/api/v1/reports/deck.pptx"):
        answer = lena.get(address)
        assert len(opened(answer.content).slides) == 6
        assert ".pptx" in answer["Content-Disposition"]
