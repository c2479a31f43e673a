from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.charts.bank import found, share
from tests.charts.reading import Chart, read

if TYPE_CHECKING:
    from leitstern.core.gap.findings import State

from leitstern.charts.findings import BARS, says, says_interval
from leitstern.charts.gap_dumbbell import GapRow, gap_dumbbell
from leitstern.charts.locales import DE, EN
from leitstern.charts.sheet import Sheet
from leitstern.core.gap.findings import Observed
from leitstern.core.stats.estimate import Estimate

CALL_BACK = GapRow(
    "Rückruf",
    promise=Estimate(0.9, 0.9, 0.9, 1, "stated"),
    belief=share(0.78, 0.08, 12),
    lived=share(0.52, 0.02, 4213),
    delivery_gap=found(Estimate(0.9, 0.9, 0.9, 1, "stated"), share(0.52, 0.02, 4213)),
    perception_gap=found(share(0.78, 0.08, 12), share(0.52, 0.02, 4213)),
)


def drawn(*rows: GapRow, width: int = 860, locale: str = "de") -> Chart:
    sheet = Sheet("gap", "Title", "Description", width, DE if locale == "de" else EN)
    return read(gap_dumbbell(rows, sheet))


def test_the_sentence_says_every_side_with_interval_and_n() -> None:
    assert drawn(CALL_BACK).sentences == [
        "Rückruf. Versprochen: 90. Geglaubt: 78 (70–86, n 12). Erlebt: 52 (50–54, n 4.213). "
        "Versprechenslücke: 38 Punkte (36–40, n 4.213), festgestellt. "
        "Wahrnehmungslücke: 26 Punkte (18–34, n 4.213), festgestellt."
    ]


def test_what_was_answered_stands_beside_the_cautious_share() -> None:
    few = replace(CALL_BACK, observed=Observed(0.137, 7, 51))
    chart = drawn(few)
    assert "Erlebt: 52 (50–54, n 4.213). Geantwortet, vor der Vorsicht: 7 von 51." in chart.sentences[0]
    assert {"Geantwortet, vor der Vorsicht", "14"} <= set(chart.words)
    assert "Geantwortet, vor der Vorsicht" not in drawn(CALL_BACK).words


def test_values_gaps_and_n_are_printed() -> None:
    words = drawn(CALL_BACK).words
    assert {"90", "78", "52", "38", "36–40", "26", "18–34", "4.213"} <= set(words)


def test_a_missing_side_is_said_in_words_and_draws_no_gap() -> None:
    row = replace(CALL_BACK, belief="nicht gefragt", perception_gap="nicht gefragt")
    chart = drawn(row)
    assert "nicht gefragt" in chart.words
    assert "Geglaubt: nicht gefragt" in chart.sentences[0]
    assert "Wahrnehmungslücke" not in chart.sentences[0]
    assert "Geglaubt" not in chart.words  # what nobody sees needs no key


def test_one_reason_for_both_gaps_is_said_once() -> None:
    nothing = "nicht gefragt"
    row = replace(CALL_BACK, lived=nothing, delivery_gap=nothing, perception_gap=nothing)
    assert drawn(row).words.count(nothing) == 1
    assert drawn(row).words.count("–") == 1  # no n


@pytest.mark.parametrize(
    ("state", "strength", "said"),
    [
        ("declared", False, "festgestellt"),
        ("cannot tell", False, "nicht festgestellt"),
        ("no gap", False, "nicht festgestellt"),
        ("no gap", True, "eine Stärke"),
    ],
)
def test_core_decides_what_is_a_gap_however_clear_the_interval_looks(
    state: State, strength: bool, said: str
) -> None:
    judged = replace(found(share(0.9, 0.01, 9), share(0.5, 0.01, 9)), state=state, strength=strength)
    row = replace(CALL_BACK, delivery_gap=judged, perception_gap="nicht gefragt")
    assert drawn(row).sentences[0].endswith(f", {said}.")
    bars = [e.attrib["class"] for e in drawn(row).root.iter() if e.get("height") == "8"]
    assert set(bars) == {BARS[says(judged)]}


def test_a_difference_nobody_judged_is_as_clear_as_its_interval() -> None:
    cases = {(0.01, 0.3): "gap", (-0.3, -0.01): "strength", (0, 0.3): "open", (-0.1, 0.1): "open"}
    for (low, high), kind in cases.items():
        assert says_interval(Estimate((low + high) / 2, low, high, 9)) == kind


def test_the_key_explains_what_occurs_and_nothing_else() -> None:
    assert "Lücke" in drawn(CALL_BACK).words[:6]
    assert "Stärke" not in drawn(CALL_BACK).words
    better = found(share(0.5, 0.01, 9), share(0.8, 0.01, 9))
    strength = drawn(replace(CALL_BACK, delivery_gap=better, perception_gap=better))
    assert {"Stärke", "−30"} <= set(strength.words)


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
