"""What follows from the program is what the program is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.docs.generate import COVERAGE, GENERATED, coverage
from tests.docs.pages import name

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("document", GENERATED, ids=name)
def test_a_generated_page_is_up_to_date(document: Path) -> None:
    assert document.read_text(encoding="utf-8") == GENERATED[document](), "Run `make docs`."


def test_the_page_of_coverage_has_a_sentence_to_count() -> None:
    assert coverage().count(" are partly there and ") == 1, COVERAGE
