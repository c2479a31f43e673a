from __future__ import annotations

from tests.charts.reading import Chart, read

from leitstern.charts import emotion
from leitstern.charts.journey_map import MapStage, MapTouchpoint, journey_map
from leitstern.charts.locales import DE, EN
from leitstern.charts.sheet import Sheet
from leitstern.charts.svg import Pen
from leitstern.core.stats.estimate import Estimate

SHEET = Sheet("map", "Title", "Description", 960, DE)


def felt(value: float) -> Estimate:
    return Estimate(value, value - 0.2, value + 0.2, 120)


def drawn(*stages: MapStage, sheet: Sheet = SHEET) -> Chart:
    return read(journey_map(stages, sheet))


WAIT = MapStage("Warten", felt(-1.2), (MapTouchpoint("Anruf", 3905, felt(-1.7), href="/touchpoints/call"),))
USE = MapStage("Nutzen", felt(0.8), (MapTouchpoint("App", 88_400, felt(0.9), step=1),))


def test_emotion_is_said_with_sign_and_word_never_by_colour_alone() -> None:
    words = drawn(WAIT, USE).words
    assert {"−1,2", "schlecht", "+0,8", "gut"} <= set(words)


def test_who_answered_and_who_came_are_two_numbers_with_two_names() -> None:
    silent = MapStage("Bleiben", "keine Antworten", (MapTouchpoint("Brief", 8140, "keine Antworten"),))
    words = " ".join(drawn(WAIT, silent).words)
    assert "von\u00a0120" in words
    assert "hier:\u00a03.905" in words
    assert "hier:\u00a08.140" in words


def test_every_badge_carries_a_sign() -> None:
    pen = Pen(SHEET)
    signs = [emotion.badge(pen, 0, 0, value).partition("/>")[2] for value in (-1.8, 0.2, 1.1)]
    assert signs[0] != signs[1] != signs[2]
    assert all(signs)


def test_sentences_of_stages_and_touchpoints() -> None:
    assert drawn(WAIT, USE).sentences == [
        "Warten. Stimmung −1,2 (−1,4 bis −1,0, n 120), schlecht.",
        "Anruf. 3.905 Kundinnen und Kunden waren hier. Stimmung −1,7 (−1,9 bis −1,5, n 120), sehr schlecht.",
        "Nutzen. Stimmung +0,8 (+0,6 bis +1,0, n 120), gut.",
        "App. 88.400 Kundinnen und Kunden waren hier. Stimmung +0,9 (+0,7 bis +1,1, n 120), gut. Schritt 1 im Reiseplan.",
    ]


def test_what_nobody_designed_is_dashed_once_there_is_a_design() -> None:
    assert "Nicht im Reiseplan" in drawn(WAIT, USE).words
    assert "Nicht im Reiseplan" not in drawn(WAIT).words


def test_the_curve_breaks_where_a_stage_was_not_asked() -> None:
    silent = MapStage("Warten", "nicht gefragt", ())
    whole, broken = drawn(USE, WAIT, USE), drawn(USE, silent, USE)
    curves = [sum(e.get("class") == "stroke-outside thick" for e in c.root.iter()) for c in (whole, broken)]
    # The key's sample and one whisker per stage are the same; two pieces instead of one, one whisker less.
    assert curves == [1 + 1 + 3, 1 + 2 + 2]
    assert "nicht gefragt" in broken.words


def test_too_many_stages_for_the_width_run_down_the_page() -> None:
    chart = drawn(*[WAIT] * 9, sheet=Sheet("map", "Title", "Description", 640, EN))
    assert chart.frame[3] > 640
    assert {"− bad", "good +"} <= set(chart.words)


def test_what_was_lived_lies_over_the_design_and_says_who_answers() -> None:
    share = Estimate(0.86, 0.84, 0.88, 533)
    step = MapTouchpoint("Meldung", 533, felt(0.2), step=1, lived=share, owner="Leitung Schaden")
    stray = MapTouchpoint("Anruf", 60, felt(-1), lived=Estimate(0.1, 0.08, 0.12, 533))
    hidden = MapTouchpoint("Dank", 10, "keine Antworten", step=2, lived="zu wenige")
    chart = drawn(MapStage("Schaden", felt(0), (step, stray, hidden)), WAIT)
    assert "Erlebt, von 100 Reisen" in chart.words
    assert {"wie geplant:\u00a086", "dazwischen:\u00a010"} <= set(chart.words)
    assert (
        "Von 100 Reisen kommen 86 (84–88, n 533) wie geplant hierher. Verantwortlich: Leitung Schaden."
        in chart.sentences[1]
    )
    assert "10 (8–12, n 533) hierher, obwohl es niemand so geplant hat" in chart.sentences[2]
    bars = [e.get("width") for e in chart.root.iter() if e.get("class") == "fill-outside"]
    assert len(bars) == 3  # the key's sample and two shares; what is hidden has its track alone


def test_without_a_design_nothing_of_it_is_said() -> None:
    assert "Erlebt, von 100 Reisen" not in drawn(WAIT, USE).words
