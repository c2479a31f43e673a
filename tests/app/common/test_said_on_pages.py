"""How pages say shares, words of a file and boxes to tick."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from leitstern.app.common.templatetags.ui import coded, percent
from leitstern.app.workshop.forms import SeatForm


@pytest.mark.parametrize(("language", "said"), [("en", "82%"), ("de", "82\u00a0%")])
def test_a_share_is_written_as_its_language_writes_it(language: str, said: str) -> None:
    with override(language):
        assert percent(0.816) == said
        assert percent(None) == "–"


def test_words_of_a_file_are_set_apart_and_escaped() -> None:
    assert coded("Raise `version` in <b>.") == "Raise <code>version</code> in &lt;b&gt;."
    assert coded("`<i>` or `in`") == "<code>&lt;i&gt;</code> or <code>in</code>"
    assert coded("a ` alone") == "a ` alone"


def test_a_box_to_tick_stands_before_its_words() -> None:
    form = SeatForm()
    shown = render_to_string("web/field.html", {"field": form["agreed"]})
    label = shown[shown.index('<label class="check"') : shown.index("</label>")]
    assert label.index('type="checkbox"') < label.index("<span>")
