"""Acts and meetings in tables, and acts out of a calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from leitstern.collect.calendar_file import read_calendar
from leitstern.collect.example.truths import taxonomy
from leitstern.collect.leadership_file import Places, read_acts, read_meetings
from leitstern.collect.problems import InvalidFile
from leitstern.core.bridge.leadership.terms import ActKind, Circle, Duty

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 7, 1)
BERLIN = ZoneInfo("Europe/Berlin")
PLACES = Places(taxonomy(), {"travel_at": "Reiseschutz Österreich"})


def test_acts_are_read_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "acts.csv").write_text(
        "Tag;Begleitung;Bereich;Wo;Worum es ging;Was daraus folgt;Führungsaufgabe\n"
        "03.06.2026;Besuch vor Ort;Vorstandsbereich Kundschaft;Schadenannahme;Zwei Stunden mitgehört;Formular kürzen;"
        "Silos aufbrechen\n"
        "2026-06-09;dialogue;IT;Reiseschutz Österreich;Warum wir das tun;;\n",
        encoding="utf-8",
    )
    visit, dialogue = read_acts(tmp_path, "acts.csv", PLACES, TODAY)
    assert (visit.day, visit.kind, visit.area, visit.place) == (
        date(2026, 6, 3),
        ActKind.VISIT,
        "customers",
        "claims_intake",
    )
    assert (visit.duty, visit.follow_up) == (Duty.SILOS, "Formular kürzen")
    assert (dialogue.area, dialogue.place, dialogue.follow_up) == ("it", "travel_at", "")


def test_every_mistake_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "acts.csv").write_text(
        "Day,Act,Department,What it was about\n"
        "2026-08-01,dialogue,IT,too early\n"
        "yesterday,dancing,Nowhere,\n"
        "2026-06-01,coaching,IT,\n"
    )
    with pytest.raises(InvalidFile) as refused:
        read_acts(tmp_path, "acts.csv", PLACES, TODAY)
    assert [(each.place, str(getattr(each.path, "en", each.path))) for each in refused.value.problems] == [
        ("2", "Day"),
        ("3", "Day"),
        ("3", "Act"),
        ("3", "Department"),
        ("4", "What it was about"),
    ]


def test_meetings_are_those_of_the_board_unless_said_otherwise(tmp_path: Path) -> None:
    (tmp_path / "meetings.csv").write_text(
        "Datum;Minuten;Kundenminuten;Gremium;Beschluss\n"
        "12.05.2026;180;45;;Rückruf binnen eines Tages\n"
        "19.05.2026;90;0;Lenkungskreis;\n",
        encoding="utf-8",
    )
    board, steering = read_meetings(tmp_path, "meetings.csv", TODAY)
    assert (board.circle, board.minutes, board.customers) == (Circle.BOARD, 180, 45)
    assert (steering.circle, steering.customers) == (Circle.STEERING, 0)


def test_more_customer_minutes_than_minutes_are_refused(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(
        "Day,Minutes,Minutes on customers\n2026-05-12,60,90\n2026-05-13,x,5\n2026-12-24,60,5\n2026-05-14,0,0\n"
    )
    with pytest.raises(InvalidFile) as refused:
        read_meetings(tmp_path, "m.csv", TODAY)
    assert [each.place for each in refused.value.problems] == ["2", "3", "4", "5"]
    assert "more than the meeting had" in refused.value.text.en
    (tmp_path / "nothing.csv").write_text("Day,Minutes,Minutes on customers\n")
    with pytest.raises(InvalidFile):
        read_meetings(tmp_path, "nothing.csv", TODAY)


CALENDAR = """BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
DTSTART;TZID=Europe/Berlin:20260603T090000\r
SUMMARY:In der Schadenannahme mitgehört\\, \r
 zwei Stunden\r
LOCATION:Schadenannahme\r
CATEGORIES:Vorstand,Besuch vor Ort\r
BEGIN:VALARM\r
SUMMARY:not this one\r
END:VALARM\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART:20260630T230000Z\r
SUMMARY:Dialogue with the evening shift\r
CATEGORIES:DIALOGUE\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART;VALUE=DATE:20260604\r
SUMMARY:Dentist\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART:20260801T090000Z\r
SUMMARY:To come\r
CATEGORIES:Coaching\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_of_a_calendar_only_what_was_marked_is_kept(tmp_path: Path) -> None:
    (tmp_path / "c.ics").write_text(CALENDAR, encoding="utf-8")
    found = read_calendar(tmp_path / "c.ics", "customers", PLACES, BERLIN, TODAY)
    visit, dialogue = found.acts
    assert (visit.day, visit.kind, visit.place) == (date(2026, 6, 3), ActKind.VISIT, "claims_intake")
    assert visit.said == "In der Schadenannahme mitgehört, zwei Stunden"
    assert (dialogue.day, dialogue.kind) == (date(2026, 7, 1), ActKind.DIALOGUE)
    assert found.left == 1


@pytest.mark.parametrize("text", ["hello", CALENDAR.replace("CATEGORIES", "X-OTHER"), ""])
def test_what_is_no_calendar_or_has_no_act_says_so(tmp_path: Path, text: str) -> None:
    (tmp_path / "c.ics").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFile):
        read_calendar(tmp_path / "c.ics", "customers", PLACES, BERLIN, TODAY)
