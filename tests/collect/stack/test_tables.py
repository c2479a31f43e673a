"""Own tables: everything at once, with line, what is wrong and what is allowed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from leitstern.collect.example.truths import taxonomy
from leitstern.collect.problems import InvalidFile
from leitstern.collect.stack.brought import Brought, Origin, merged
from leitstern.collect.stack.ratings import read_ratings
from leitstern.collect.stack.tables import read_things
from leitstern.core.company.money import Money
from leitstern.core.inside.stack.inventory import Application, Gap, Inventory
from leitstern.core.inside.stack.ratings import Question, View
from leitstern.core.inside.stack.terms import Category, Kind, Level, Lifecycle, Remedy, Way

if TYPE_CHECKING:
    from pathlib import Path

CRM = Application("crm", "Kundenakte", Category.CRM, owner="Vertrieb")
KNOWN = Inventory((CRM, Application("mail", "Versand")))
TODAY = date(2026, 6, 30)


def read(folder: Path, origin: Origin, text: str, known: Inventory = KNOWN) -> Brought:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    return read_things(folder, "t.csv", origin, taxonomy(), known)


def wrong(folder: Path, origin: Origin, text: str) -> list[tuple[str, str]]:
    with pytest.raises(InvalidFile) as refused:
        read(folder, origin, text)
    return [(each.place, each.text.en) for each in refused.value.problems]


def test_an_application_with_everything(tmp_path: Path) -> None:
    unit = taxonomy().departments[0]
    text = (
        "Anwendung;Art;Lebensphase;Bereiche;Verantwortlich;Verantwortlich in der IT;Anbieter;Kosten im Jahr;Währung;Angeschafft;Im Einsatz seit\n"
        f"Neue Welt;Marketing-Automatisierung;im Einsatz;{unit.name.de};Leitung;IT;Firma;1.200,50;EUR;01.02.2024;2024-06-30\n"
    )
    brought = read(tmp_path, Origin.APPLICATIONS, text)
    made = merged(None, brought.things[0])
    assert made == Application(
        "neue_welt", "Neue Welt", Category.AUTOMATION, Lifecycle.LIVE, (unit.slug,), "Leitung", "IT", "Firma",
        Money(120_050, "EUR"), date(2024, 2, 1), date(2024, 6, 30),
    )  # fmt: skip
    assert dict(brought.columns)["Art"].en == "Category"


def test_columns_that_are_missing_leave_what_was_there(tmp_path: Path) -> None:
    brought = read(tmp_path, Origin.APPLICATIONS, "Application,Vendor,Colour\nkundenakte,Firma,red\n")
    [given] = brought.things
    assert (given.slug, given.fields) == ("crm", {"name": "kundenakte", "vendor": "Firma"})
    assert merged(CRM, given).owner == "Vertrieb"  # type: ignore[union-attr]
    assert dict(brought.columns)["Colour"].en == ""


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    found = wrong(
        tmp_path,
        Origin.APPLICATIONS,
        "Application,Category,Departments,Cost,Currency,Acquired\n"
        "A,Toaster,Mond,12,Euro,gestern\n"
        ",,,,,\n"
        "B,,,-5,EUR,\n"
        "b,,,x,EUR,\n",
    )
    assert [place for place, _ in found] == ["2", "2", "2", "2", "4", "5", "5"]


def test_capabilities_gather_gaps_over_lines(tmp_path: Path) -> None:
    text = (
        "Capability,Applications,People,Processes,Technology,Gap,Gap in application,Critical,Closed by,Connection settled\n"
        "Write,Kundenakte; mail,there,works,missing,Slow,mail,yes,an upgrade or a setting,\n"
        "Write,,,,,No history,,no,a solution for just this,yes\n"
    )
    made = merged(None, read(tmp_path, Origin.CAPABILITIES, text).things[0])
    assert made.applications == ("crm", "mail")  # type: ignore[union-attr]
    assert (made.people, made.technology) == (Level.THERE, Level.MISSING)  # type: ignore[union-attr]
    assert made.gaps == (  # type: ignore[union-attr]
        Gap("Slow", "mail", critical=True, remedy=Remedy.UPGRADE),
        Gap("No history", "", remedy=Remedy.POINT, contract=True),
    )


def test_an_application_nobody_knows_is_told_with_what_was_meant(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Data object,Kept in\nMail,Kundenakten\n", encoding="utf-8")
    with pytest.raises(InvalidFile) as refused:
        read_things(tmp_path, "t.csv", Origin.DATA, taxonomy(), KNOWN)
    [problem] = refused.value.problems
    assert (problem.place, problem.meant) == ("2", "crm")


def test_integrations_both_ways_and_by_hand(tmp_path: Path) -> None:
    text = "From,To,How\nKundenakte,Versand,live\nVersand,Kundenakte,live\nVersand,Kundenakte,spreadsheet by hand\n"
    ways = [merged(None, each).way for each in read(tmp_path, Origin.INTEGRATIONS, text).things]  # type: ignore[union-attr]
    assert ways == [Way.LIVE, Way.LIVE, Way.BY_HAND]
    twice = wrong(tmp_path, Origin.INTEGRATIONS, "From,To,How\nKundenakte,Versand,live\ncrm,mail,planned\n")
    assert twice == [("3", "This stands in line 2 already.")]


def test_ratings_are_counts_of_at_least_five(tmp_path: Path) -> None:
    def ratings(text: str) -> list[tuple[str, str]]:
        (tmp_path / "r.csv").write_text("Application,Question,View,1,2,3,4,5\n" + text, encoding="utf-8")
        with pytest.raises(InvalidFile) as refused:
            read_ratings(tmp_path, "r.csv", taxonomy(), {"crm": "Kundenakte"}, 5, TODAY)
        return [(each.place, each.text.en) for each in refused.value.problems]

    assert ratings("crm,Support,Those who work with it,1,1,1,1,0\n")[0][1].startswith("Of fewer than 5")
    assert ratings("crm,Unterstützung,users,a,1,1,1,4\n")[0][1].startswith("Here stands how many")
    again = ratings("crm,Support,users,5,0,0,0,0\ncrm,Support,users,5,0,0,0,0\n")
    assert again[0][0] == "3"
    (tmp_path / "r.csv").write_text(
        "Application,Question,View,1,2,3,4,5\ncrm,Support,users,4,4,3,1,\n", encoding="utf-8"
    )
    [found] = read_ratings(tmp_path, "r.csv", taxonomy(), {"crm": "Kundenakte"}, 5, TODAY)
    assert (found.question, found.view, found.n, found.day) == (Question.SUPPORT, View.USERS, 12, TODAY)


def test_an_empty_table_says_so(tmp_path: Path) -> None:
    assert wrong(tmp_path, Origin.APPLICATIONS, "Application\n") == [("", "There is nothing in this file.")]


def test_kinds_are_told_so_that_a_whole_list_can_take_things_away(tmp_path: Path) -> None:
    assert read(tmp_path, Origin.APPLICATIONS, "Application\nX\n").kinds == (Kind.APPLICATION,)
