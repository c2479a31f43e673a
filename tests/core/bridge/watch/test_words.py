"""What is said about a relapse, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from leitstern.core.bridge.watch.alarm import CLASSES, Nostalgia, slipping
from leitstern.core.bridge.watch.reading import Reading, read
from leitstern.core.bridge.watch.settled import Period
from leitstern.core.bridge.watch.stream import Point, Rhythm, Shown, Stream, StreamKind
from leitstern.core.bridge.watch.words import (
    ASK,
    BACK_TO,
    KINDS,
    NOSTALGIAS,
    between,
    headline,
    kinds,
    state,
    written,
)
from leitstern.core.stats.estimate import Estimate
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

START = date(2024, 1, 31)
SETTLED = Period(START, START + timedelta(days=200))
BEFORE = (0.92, 0.91, 0.93, 0.92, 0.91, 0.93)


def reading(
    after: Sequence[float], name: str = "Eingeordnet", kind: StreamKind = StreamKind.COMPLIANCE
) -> Reading:
    points = tuple(
        Point(START + timedelta(days=31 * at), value, 0.02, 50) for at, value in enumerate((*BEFORE, *after))
    )
    said = Text(en=name, de=name)
    stream = Stream(name, kind, said, said, "", Rhythm.MONTHLY, True, points, said, "/", Shown.SHARE)
    return read(stream, Period(START, START + timedelta(days=31 * 5)))


def test_every_kind_has_words_and_a_class() -> None:
    assert set(KINDS) == set(CLASSES) == set(StreamKind)
    assert set(NOSTALGIAS) == set(BACK_TO) == set(ASK) == set(Nostalgia)


@pytest.mark.parametrize(
    ("after", "english"),
    [
        ((), "92 of 100 was reached; nothing was measured since."),
        (
            (0.91,),
            "Not slipping so far, but too little was measured since to say that it holds: 92 of 100 was reached, "
            "91 of 100 at the last count (n = 50).",
        ),
        ((0.92, 0.93, 0.91), "Holds: 92 of 100 was reached, 91 of 100 at the last count (n = 50)."),
        (
            (0.86,),
            "Half of the way to an alarm: 92 of 100 was reached, 86 of 100 at the last count (n = 50). "
            "It may still be chance.",
        ),
        (
            (0.84, 0.83),
            "Slipping since August 2024, alarm since September 2024: 92 of 100 was reached, "
            "83 of 100 at the last count (n = 50).",
        ),
    ],
)
def test_one_thing(after: tuple[float, ...], english: str) -> None:
    assert state(reading(after)).en == english


def test_one_thing_in_german() -> None:
    assert state(reading((0.84, 0.83))).de == (
        "Rutscht seit August 2024 ab, Alarm seit September 2024: Erreicht waren 92 von 100, zuletzt gemessen "
        "83 von 100 (n = 50)."
    )


def test_not_watched_yet() -> None:
    stream = reading(()).stream
    assert state(read(stream, None)).de.startswith("Noch nicht beobachtet: noch hat niemand gesagt")


def test_numbers_are_written_as_people_say_them() -> None:
    counted = reading(()).stream
    plain = Stream(
        counted.slug,
        counted.kind,
        counted.name,
        counted.measure,
        "",
        counted.rhythm,
        False,
        counted.points,
        counted.source,
        "/",
    )
    assert [written(plain, value).de for value in (3.44, 12.6, 2.0)] == ["3,4", "13", "2"]
    index = replace(plain, shown=Shown.INDEX)
    assert [written(index, value).de for value in (-0.123, 0.2)] == ["\u22120,12", "0,20"]


@pytest.mark.parametrize(
    ("shown", "step", "german"),
    [
        (Shown.SHARE, None, " [91–93]"),
        (Shown.NUMBER, None, " [0,9–0,9]"),
        (Shown.INDEX, None, " [0,91–0,93]"),
        (Shown.SHARE, 0.05, ""),
    ],
)
def test_a_level_has_its_interval_beside_it(shown: Shown, step: float | None, german: str) -> None:
    stream = replace(reading(()).stream, shown=shown, step=step)
    assert between(stream, Estimate(0.92, 0.91, 0.93, 6)).de == german


def test_a_full_count_below_says_how_long() -> None:
    counted = reading((0.8, 0.8)).stream
    points = tuple(replace(point, error=0.0) for point in counted.points)
    full = read(replace(counted, points=points, step=0.05), Period(START, START + timedelta(days=31 * 5)))
    assert state(full).en.startswith(
        "Below what was reached for 2 measurements in a row; with 3 it is an alarm:"
    )


class TestHeadline:
    def said(self, *readings: Reading) -> str:
        return headline(readings, slipping(readings)).en

    def test_nothing(self) -> None:
        assert self.said().startswith("Nothing is watched yet")

    def test_no_level(self) -> None:
        one = read(reading(()).stream, None)
        assert self.said(one).startswith("One series could be watched")
        assert self.said(one, one).startswith("2 series could be watched")

    def test_all_hold(self) -> None:
        assert self.said(reading((0.92,) * 3), reading((0.91,) * 3, "b")) == (
            "What was reached holds: of 2 things watched none is slipping."
        )
        assert (
            self.said(reading((0.92,) * 3))
            == "What was reached holds: the one thing watched is not slipping."
        )

    def test_nobody_says_it_holds_who_has_not_looked(self) -> None:
        assert self.said(reading(()), reading((), "b")).endswith(
            "nobody can say: nothing was measured since."
        )
        assert self.said(reading(()), reading((0.92,), "b")).startswith(
            "Nothing is slipping so far; too little"
        )
        assert self.said(reading(()), reading((0.92,) * 3, "b")) == (
            "Nothing is slipping: 1 of 2 things watched hold; of the others too little was measured since."
        )

    def test_half_of_the_way(self) -> None:
        assert "one of 2 things watched is half of the way" in self.said(
            reading((0.86,)), reading((0.92,), "b")
        )

    def test_one_slips(self) -> None:
        assert self.said(reading((0.86, 0.86)), reading((0.92, 0.92), "b")).startswith(
            "“Eingeordnet” is slipping. One thing alone is not a relapse yet"
        )

    def test_relapse(self) -> None:
        leaders = reading((0.86, 0.86, 0.86), "Begleitung", StreamKind.ATTENTION)
        said = headline(both := [reading((0.86, 0.86)), leaders], slipping(both))
        assert said.de == (
            "Der Wandel fällt zurück: 2 von 2 beobachteten Reihen rutschen ab, die erste seit August 2024. "
            "Der Rückfall ist kulturell und prozessual."
        )

    def test_relapse_of_one(self) -> None:
        said = self.said(reading((0.7, 0.6)))
        assert said.startswith(
            "The change is falling back: “Eingeordnet” has been slipping since August 2024"
        )

    def test_kinds(self) -> None:
        assert kinds([Nostalgia.PROCESSUAL, Nostalgia.STRUCTURAL]).de == "prozessual und strukturell"
