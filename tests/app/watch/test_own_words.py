"""Own words become a series: by quarter, of departments that at least two people have judged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from leitstern.app.common.actors import COMMAND_LINE, InternalActor
from leitstern.app.company.actions import adopt
from leitstern.app.settled.keeping import settle_level
from leitstern.app.structure.roles import enter_role
from leitstern.app.watch import own_words
from leitstern.app.watch.models import Meaning
from leitstern.app.watch.queries import watching
from leitstern.collect.example.truths import taxonomy
from leitstern.core.errors import Conflict, InvalidInput, NotFound
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from leitstern.app.watch.models import Wording

ANNE, BEN, CEM = (InternalActor(name) for name in ("anne", "ben", "cem"))
UNITS = ("service", "branches", "lending", "marketing")
FEBRUARY, MAY = date(2025, 2, 10), date(2025, 5, 12)


@pytest.fixture(autouse=True)
def bank(db: None) -> None:
    adopt(COMMAND_LINE, taxonomy())
    for unit in UNITS:
        enter_role(COMMAND_LINE, "Staff", unit, 20)
    own_words.say_meaning(COMMAND_LINE, "Nobody has to ask twice.")


def keep(unit: str, day: date, *same: bool) -> Wording:
    wording = own_words.keep_wording(COMMAND_LINE, unit, day, f"{unit} says", today=timezone.localdate())
    for reader, verdict in zip((ANNE, BEN, CEM), same, strict=False):
        own_words.judge_wording(reader, wording, same=verdict)
    return wording


def test_the_share_of_departments_by_quarter() -> None:
    for unit, verdict in (("service", True), ("branches", True), ("lending", False)):
        keep(unit, FEBRUARY, verdict, True)
        keep(unit, MAY, True, True)
    (stream,) = own_words.reading_streams(date(2025, 12, 31))
    assert [(point.day, point.n) for point in stream.points] == [
        (date(2025, 3, 31), 3),
        (date(2025, 6, 30), 3),
    ]
    assert [point.value for point in stream.points] == [pytest.approx(2 / 3), 1.0]
    assert stream.points[1].error == pytest.approx((4 * 1 / 25 / 6) ** 0.5)


def test_a_tie_is_not_the_same_and_one_reader_does_not_count() -> None:
    keep("service", FEBRUARY, True, False)
    keep("branches", FEBRUARY, True, True)
    keep("lending", FEBRUARY, True)
    assert own_words.reading_streams(date(2025, 12, 31)) == ()  # two departments are too few
    keep("marketing", FEBRUARY, True, False, True)
    (stream,) = own_words.reading_streams(date(2025, 12, 31))
    assert stream.points[0].value == pytest.approx(2 / 3)


def test_the_newest_words_of_a_quarter_count_and_withdrawn_ones_do_not() -> None:
    for unit in ("service", "branches", "lending"):
        keep(unit, FEBRUARY, False, False)
    newer = keep("service", date(2025, 3, 3), True, True)
    (stream,) = own_words.reading_streams(date(2025, 12, 31))
    assert stream.points[0].value == pytest.approx(1 / 3)
    own_words.withdraw_wording(COMMAND_LINE, newer)
    (stream,) = own_words.reading_streams(date(2025, 12, 31))
    assert stream.points[0].value == 0


def test_a_quarter_that_is_not_over_says_nothing() -> None:
    for unit in ("service", "branches", "lending"):
        keep(unit, FEBRUARY, True, True)
    assert own_words.reading_streams(date(2025, 3, 30)) == ()


def test_agreement_of_those_who_judge() -> None:
    for at, unit in enumerate(("service", "branches", "lending", "marketing")):
        keep(unit, FEBRUARY, at < 2, at < 2)
    found = own_words.agreement(own_words.wordings())
    assert isinstance(found, Estimate)
    assert found.value == 1


def test_when_departments_retell_it_the_series_sounds_and_says_since_when() -> None:
    quarters = [date(2024, 2, 1), date(2024, 5, 1), date(2024, 8, 1), date(2024, 11, 1), FEBRUARY, MAY]
    for at, day in enumerate(quarters):
        for unit in UNITS:
            keep(unit, day, at < 4, at < 4)
    (stream,) = own_words.reading_streams(date(2025, 6, 30))
    level = settle_level(
        COMMAND_LINE, stream, date(2024, 1, 1), date(2024, 9, 30), "It held.", today=timezone.localdate()
    )
    assert level.stream == "reading"
    found = watching(timezone.localdate(), [stream]).one("reading")
    assert found.alarm
    assert (found.alarm.since.day, found.alarm.point.day) == (date(2025, 3, 31), date(2025, 3, 31))
    assert [point.value for point in found.points] == [1, 0, 0]


def test_a_department_of_fewer_than_five_is_nobodys_voice() -> None:
    enter_role(COMMAND_LINE, "Staff", "brand_studio", 4)
    with pytest.raises(InvalidInput, match="Fewer than 5 people"):
        keep("brand_studio", FEBRUARY)


class TestRefused:
    def test_whoever_wrote_it_down(self) -> None:
        with pytest.raises(Conflict, match="does not judge"):
            own_words.judge_wording(COMMAND_LINE, keep("service", FEBRUARY), same=True)

    def test_twice(self) -> None:
        with pytest.raises(Conflict, match="already"):
            own_words.judge_wording(ANNE, keep("service", FEBRUARY, True), same=True)

    def test_withdrawn(self) -> None:
        wording = own_words.withdraw_wording(COMMAND_LINE, keep("service", FEBRUARY))
        with pytest.raises(Conflict, match="withdrawn"):
            own_words.judge_wording(ANNE, wording, same=True)

    def test_before_anybody_said_what_the_change_means(self) -> None:
        Meaning.objects.all().delete()
        with pytest.raises(Conflict, match="Nobody has said yet"):
            own_words.judge_wording(ANNE, keep("service", FEBRUARY), same=True)

    @pytest.mark.parametrize(
        ("unit", "text"), [("nobody", "words"), ("service", " "), ("service", "x" * 2001)]
    )
    def test_words(self, unit: str, text: str) -> None:
        with pytest.raises(InvalidInput, match="Nothing was kept"):
            own_words.keep_wording(COMMAND_LINE, unit, FEBRUARY, text, today=timezone.localdate())

    def test_unknown(self) -> None:
        with pytest.raises(NotFound):
            own_words.wording_by_id(77)
