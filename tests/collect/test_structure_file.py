"""Tables of the organisation register: either convention, either language, every mistake at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from xlsxwriter import Workbook

from leitstern.collect.problems import InvalidFile
from leitstern.collect.structure_file import (
    read_duties,
    read_interfaces,
    read_roles,
    read_skills,
    read_units,
    read_uses,
)
from leitstern.collect.structure_lines import Known
from leitstern.core.inside.structure.duties import Letter, Phase, Place
from leitstern.core.inside.structure.interfaces import Aspect, Side
from leitstern.core.inside.structure.leftovers import Thing
from leitstern.core.inside.structure.register import Cut
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 6, 15)
KNOWN = Known(
    units={"service": Text("Customer service", "Kundenservice"), "lending": Text("Lending", "Kredit")},
    touchpoints={"call": Text("Call", "Anruf")},
    journeys={"loan": Text("A loan", "Ein Kredit")},
    roles={("service", "agent"): 1, ("lending", "clerk"): 2, ("service", "clerk"): 3},
)


def write(folder: Path, text: str) -> str:
    (folder / "table.csv").write_text(text, encoding="utf-8")
    return "table.csv"


def test_units_known_and_new(tmp_path: Path) -> None:
    name = write(
        tmp_path,
        "Bereich;Neu;Teil von;Backoffice;Zuschnitt;Personen;Für Kundenerlebnis;Geleitet von\n"
        "Kundenservice;;;;nach Funktion;1040;nein;Agent\n"
        "Recht;ja;Kredit;ja;;;;Kredit: Clerk\n",
    )
    known, new = read_units(tmp_path, name, KNOWN)
    assert (known.slug, known.cut, known.size, known.lead) == ("service", Cut.FUNCTION, 1040, 1)
    assert (new.slug, new.name, new.parent, new.back_office, new.size, new.lead) == (
        *("", "Recht", "lending"),
        *(True, None, 2),
    )


def test_roles_from_a_workbook(tmp_path: Path) -> None:
    book = Workbook(tmp_path / "roles.xlsx")
    sheet = book.add_worksheet()
    for at, row in enumerate((("Role", "Unit", "People", "Ambassador"), ("Guide", "Lending", 12, "yes"))):
        sheet.write_row(at, 0, row)
    book.close()
    (role,) = read_roles(tmp_path, "roles.xlsx", KNOWN)
    assert (role.name, role.unit, role.people, role.ambassador) == ("Guide", "lending", 12, True)


def test_interfaces_one_line_per_side(tmp_path: Path) -> None:
    name = write(
        tmp_path,
        "From,To,What,Touchpoint,Who says so,Defined,Accepted,Lived,Shown by,Day\n"
        "Lending,service,Decision,Call,hands over,yes,yes,no,,2026-05-04\n"
        "Lending,service,Decision,Call,takes over,no,,,Nobody told us,04.05.2026\n",
    )
    giver, receiver = read_interfaces(tmp_path, name, KNOWN)
    assert (giver.side, giver.said[Aspect.ACCEPTED], giver.day) == (Side.GIVER, True, date(2026, 5, 4))
    assert (receiver.said[Aspect.DEFINED], receiver.said[Aspect.LIVED]) == (False, None)
    assert (receiver.evidence, receiver.touchpoint) == ("Nobody told us", "call")


def test_duties_by_letter_or_word(tmp_path: Path) -> None:
    name = write(
        tmp_path,
        "Kind,Work,For customers,Touchpoints,When,Role,Unit,Part\n"
        "touchpoint,Call,,,,Agent,service,A\n"
        "journey,A loan,,,after the change,Clerk,Lending,does it\n"
        "process,Closing,no,call,today,clerk,service,I\n",
    )
    first, second, third = read_duties(tmp_path, name, KNOWN)
    assert (first.place, first.work, first.role, first.letter) == (
        *(Place.TOUCHPOINT, "call"),
        *(1, Letter.ACCOUNTABLE),
    )
    assert (second.work, second.phase, second.letter) == ("loan", Phase.AFTER, Letter.RESPONSIBLE)
    assert (third.work, third.customer, third.touchpoints, third.role) == ("Closing", False, ("call",), 3)


def test_skills_keep_a_range_as_what_is_known(tmp_path: Path) -> None:
    name = write(
        tmp_path,
        "Unit,Skill,Needed,There,Plan,Until\nservice,reading data,30,10,Train,2026-12-31\nlending,UX,4,1–4,,\n",
    )
    first, second = read_skills(tmp_path, name, KNOWN)
    assert (first.needed, first.there, first.until) == (30, 10, date(2026, 12, 31))
    assert (second.needed, second.there) == (4, None)


def test_what_was_ended_with_and_without_uses(tmp_path: Path) -> None:
    name = write(
        tmp_path,
        "Art;Name;Beendet;Stattdessen;Bereich;Monat;Anzahl\n"
        "Liste;Alte Liste;31.01.2026;Plattform;Kredit;05/2026;7\n"
        "Werkzeug;Altes Werkzeug;2026-01-31;;;;\n",
    )
    used, quiet = read_uses(tmp_path, name, KNOWN, TODAY)
    assert (used.thing, used.unit, used.month, used.times) == (Thing.LIST, "lending", date(2026, 5, 1), 7)
    assert (quiet.thing, quiet.unit, quiet.month) == (Thing.TOOL, "", None)


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    name = write(
        tmp_path,
        "Kind,Work,Role,Unit,Part\nthing,Call,Agent,service,A\ntouchpoint,Cal,Boss,service,X\njourney,,Agent,nowhere,\n",
    )
    with pytest.raises(InvalidFile) as told:
        read_duties(tmp_path, name, KNOWN)
    said = str(told.value)
    for mistake in (
        "thing",
        "Did you mean “Call”",
        "no role “Boss”",
        "“X”",
        "“nowhere”",
        "A name of at most 160",
    ):
        assert mistake in said, mistake
    assert len(told.value.problems) >= 7


@pytest.mark.parametrize(
    ("table", "mistake"),
    [
        ("Role,Unit\nA,service\n", "no column “People”"),
        ("Role,Unit,People\n", "nothing in this file"),
        ("Role,Unit,People\nA,service,2.5\n", "whole number"),
        ("Role,Unit,People\nA,service,\n", "The cell is empty"),
        ("Role,Unit,People\nA,service,4\na,service,5\n", "in line 2 already"),
    ],
)
def test_roles_refused(tmp_path: Path, table: str, mistake: str) -> None:
    with pytest.raises(InvalidFile, match=mistake):
        read_roles(tmp_path, write(tmp_path, table), KNOWN)


@pytest.mark.parametrize(
    ("table", "mistake"),
    [
        ("Unit,Led by\nservice,clerk\n", "Several units"),
        ("Unit,Led by\nservice,Boss\n", "no such role"),
        ("Unit,Part of\nservice,nowhere\n", "nowhere"),
        ("Unit,Cut\nservice,sideways\n", "sideways"),
    ],
)
def test_units_refused(tmp_path: Path, table: str, mistake: str) -> None:
    with pytest.raises(InvalidFile, match=mistake):
        read_units(tmp_path, write(tmp_path, table), KNOWN)


def test_a_claim_needs_its_day_and_a_month_that_is_over(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="cell is empty"):
        read_interfaces(
            tmp_path, write(tmp_path, "From,To,What,Who says so\nlending,service,x,hands over\n"), KNOWN
        )
    table = "Kind,Name,Ended,Unit,Month,Times\nlist,Old,2026-01-01,service,2026-06,1\n"
    with pytest.raises(InvalidFile, match="not over yet"):
        read_uses(tmp_path, write(tmp_path, table), KNOWN, TODAY)
    with pytest.raises(InvalidFile, match="cell is empty"):
        read_uses(tmp_path, write(tmp_path, "Kind,Name,Ended\nlist,Old,\n"), KNOWN, TODAY)
