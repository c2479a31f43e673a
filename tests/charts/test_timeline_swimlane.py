from __future__ import annotations

from datetime import datetime

from tests.charts.reading import Chart, read

from leitstern.charts.locales import DE, EN, Locale
from leitstern.charts.sheet import Sheet
from leitstern.charts.timeline_swimlane import Moment, timeline_swimlane


def at(month: int, day: int, year: int = 2024) -> datetime:
    return datetime(year, month, day)  # noqa: DTZ001


def drawn(*moments: Moment, width: int = 960, locale: Locale = DE) -> Chart:
    lanes = list(dict.fromkeys(moment.lane for moment in moments))
    return read(
        timeline_swimlane(moments, lanes, "Übergabe", Sheet("life", "Title", "Description", width, locale))
    )


CALL = Moment(at(2, 12), "Service", "Anruf", "late", "drei Tage zu spät")
AGAIN = Moment(at(2, 15), "Service", "Anruf", repeat=True, quote="Schon wieder ich.", quote_language="de")
PAID = Moment(at(3, 1), "Kredit", "Abbezahlt", "kept", milestone=True)
LEFT = Moment(at(11, 4), "Kredit", "Gekündigt")


def test_sentences_tell_everything_about_a_contact() -> None:
    assert drawn(CALL, AGAIN, PAID).sentences == [
        "12.02.2024, Service: Anruf. Versprechen gebrochen: drei Tage zu spät.",
        "15.02.2024, Service: Anruf. Wiederholkontakt. Die Kundin oder der Kunde sagt: „Schon wieder ich.“.",
        "01.03.2024, Kredit: Abbezahlt. Übergabe von Service. Meilenstein. Versprechen eingehalten.",
    ]


def test_a_long_silence_is_named_and_a_short_one_is_not() -> None:
    for width in (960, 350):
        assert "8 Monate" in " ".join(drawn(PAID, LEFT, width=width).words)
        assert "ohne" not in " ".join(drawn(CALL, AGAIN, width=width).words)


def test_a_handoff_crosses_in_ember_and_staying_does_not() -> None:
    def crossings(chart: Chart) -> int:
        return sum(e.get("class") == "stroke-gap heavy" for e in chart.root.iter())

    for width in (960, 350):
        assert crossings(drawn(CALL, AGAIN, width=width)) == 0
        assert crossings(drawn(AGAIN, PAID, width=width)) == 2  # the crossing and its key


def test_many_contacts_go_on_in_the_next_stave() -> None:
    many = [Moment(at(2, day), "Service", f"Anruf {day}") for day in range(1, 21)]
    assert drawn(*many).words.count("Service") == 4


def test_quotes_keep_the_language_of_the_customer() -> None:
    thanks = Moment(at(2, 12), "Service", "Anruf", quote="Thank you", quote_language="en")
    (quote,) = [e for e in drawn(thanks).root.iter() if e.get("class") == "quote"]
    assert (quote.text, quote.get("lang")) == ("“Thank you”", "en")


def test_promises_repeats_and_milestones_are_words_and_shapes() -> None:
    words = drawn(CALL, AGAIN, PAID).words
    assert {"drei Tage zu", "spät", "Wiederholkontakt", "Versprechen", "Meilenstein"} & set(words)
    assert "Meilenstein" not in drawn(CALL, AGAIN).words


def test_on_a_phone_every_entry_says_its_lane() -> None:
    words = drawn(CALL, PAID, width=350, locale=EN).words
    assert "12 Feb 2024 · Service" in words
    assert "1 Mar 2024 · Kredit" in words


def test_a_fold_counts_and_says_until_when() -> None:
    logins = Moment(at(2, 12), "Online", "Anmeldung", times=13, until=at(6, 1))
    for width in (960, 350):
        chart = drawn(logins, Moment(at(6, 20), "Online", "Zahlung"), width=width)
        assert chart.sentences[0] == "12.02.2024, Online: Anmeldung. 13-mal, bis 01.06.2024."
        assert "Anmeldung ×13" in chart.words
        assert "ohne" not in " ".join(chart.words)  # the silence is counted from the last of them


def test_a_stave_has_only_the_lanes_it_uses() -> None:
    many = [Moment(at(2, day), "Service", f"Anruf {day}") for day in range(1, 21)]
    chart = drawn(*many, Moment(at(2, 22), "Kredit", "Abbezahlt"))
    assert chart.words.count("Service") == 5  # the last stave comes from there
    assert chart.words.count("Kredit") == 1
