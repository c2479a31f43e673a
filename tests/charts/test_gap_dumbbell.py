from __future__ import annotations

from dataclasses import replace

import pytest
from tests.charts.bank import share
from tests.charts.reading import Chart, read

from leitstern.charts.findings import finding
from leitstern.charts.gap_dumbbell import GapRow, gap_dumbbell
from leitstern.charts.locales import DE, EN
from leitstern.charts.sheet import Sheet
from leitstern.core.stats.estimate import Estimate

CALL_BACK = GapRow(
    "Rückruf",
    promise=Estimate(0.9, 0.9, 0.9, 1, "stated"),
    belief=share(0.78, 0.08, 12),
    lived=share(0.52, 0.02, 4213),
    delivery_gap=share(0.38, 0.02, 4213),
    perception_gap=share(0.26, 0.08, 4213),
)


def drawn(*rows: GapRow, width: int = 860, locale: str = "de") -> Chart:
    sheet = Sheet("gap", "Title", "Description", width, DE if locale == "de" else EN)
    return read(gap_dumbbell(rows, sheet))


def test_the_sentence_says_every_side_with_interval_and_n() -> None:
    assert drawn(CALL_BACK).sentences == [
        "Rückruf. Versprochen: 90. Geglaubt: 78 (70–86, n 12). Erlebt: 52 (50–54, n 4.213). "
        "Lücke zum Versprechen: 38 (36–40, n 4.213) Punkte. Lücke zum Geglaubten: 26 (18–34, n 4.213) Punkte."
    ]


def test_values_gaps_and_n_are_printed() -> None:
    words = drawn(CALL_BACK).words
    assert {"90", "78", "52", "38", "36–40", "26", "18–34", "4.213"} <= set(words)


def test_a_missing_side_is_said_in_words_and_draws_no_gap() -> None:
    row = replace(CALL_BACK, belief="nicht gefragt", perception_gap="nicht gefragt")
    chart = drawn(row)
    assert "nicht gefragt" in chart.words
    assert "Geglaubt: nicht gefragt" in chart.sentences[0]
    assert "Lücke zum Geglaubten" not in chart.sentences[0]
    assert "Geglaubt" not in chart.words  # what nobody sees needs no key


def test_one_reason_for_both_gaps_is_said_once() -> None:
    nothing = "nicht gefragt"
    row = replace(CALL_BACK, lived=nothing, delivery_gap=nothing, perception_gap=nothing)
    assert drawn(row).words.count(nothing) == 1
    assert drawn(row).words.count("–") == 1  # no n


@pytest.mark.parametrize(
    ("low", "high", "kind"),
    [(0.01, 0.3, "gap"), (-0.3, -0.01, "strength"), (0, 0.3, "open"), (-0.1, 0.1, "open")],
)
def test_only_an_interval_clear_of_zero_is_a_finding(low: float, high: float, kind: str) -> None:
    assert finding(Estimate((low + high) / 2, low, high, 9)) == kind


def test_the_key_explains_what_occurs_and_nothing_else() -> None:
    better = Estimate(-0.1, -0.2, -0.05, 9)
    strength = replace(CALL_BACK, delivery_gap=better, perception_gap=better)
    assert "Lücke" in drawn(CALL_BACK).words[:6]
    assert "Besser als gesagt" not in drawn(CALL_BACK).words
    assert "Besser als gesagt" in drawn(strength).words


def test_promise_belief_and_lived_differ_in_shape() -> None:
    """Without colour: a path, a ring with a hole, a filled dot."""
    circles = [e.attrib["class"] for e in drawn(CALL_BACK).root.iter() if e.tag.endswith("circle")]
    assert any("stroke-inside fill-surface" in c for c in circles)
    assert any("fill-outside" in c for c in circles)
    paths = [e.attrib["class"] for e in drawn(CALL_BACK).root.iter() if e.tag.endswith("path")]
    assert any("stroke-star fill-surface" in c for c in paths)


def test_rows_with_an_address_are_links_and_the_order_is_the_callers() -> None:
    rows = [replace(CALL_BACK, name=name, href=f"/touchpoints/{name}") for name in ("z", "a", "m")]
    assert [mark.get("href") for mark in drawn(*rows).marks] == [
        "/touchpoints/z",
        "/touchpoints/a",
        "/touchpoints/m",
    ]


def test_narrow_rows_stand_below_their_name_with_the_plot_as_wide_as_the_screen() -> None:
    chart = drawn(CALL_BACK, width=350)
    name, n = (next(t for t in chart.texts if t.content == said) for said in ("Rückruf", "n 4.213"))
    assert n.box[0] + n.box[2] == pytest.approx(350, abs=0.5)
    value = next(t for t in chart.texts if t.content == "52")
    assert value.box[1] > name.box[1] + 15


def test_english_says_the_same() -> None:
    assert (
        drawn(CALL_BACK, locale="en")
        .sentences[0]
        .startswith("Rückruf. Promised: 90. Believed: 78 (70–86, n 12). Lived: 52")
    )
