"""Usage, outcomes, teams and campaigns come from tables: sums of teams, never a line about one person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from leitstern.collect.adoption_columns import personal
from leitstern.collect.campaign_file import CampaignRow, SentRow, read_campaigns, read_sent
from leitstern.collect.example.truths import taxonomy
from leitstern.collect.outcome_file import OutcomeRow, read_outcomes
from leitstern.collect.problems import InvalidFile
from leitstern.collect.team_file import TeamLine, read_teams
from leitstern.collect.usage_file import UsageRow, UsageRows, read_usage
from leitstern.core.inside.adoption.metadata import Field, Words
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TODAY = date(2026, 7, 15)
APPS = {"crm": "Kundenakte"}
TEAMS = {"at": "Reiseschutz Österreich", "nl": "Reiseschutz Niederlande"}
HEAD = "Anwendung;Team;Woche;Berechtigte;Aktive"
FIELDS = [
    Field("touchpoint", Text("Touchpoint", "Kontaktpunkt"), Words.TOUCHPOINTS),
    Field("purpose", Text("Purpose", "Zweck"), Words.LIST, allowed=("win", "keep")),
]


def write(folder: Path, content: str) -> str:
    (folder / "t.csv").write_text(content, encoding="utf-8")
    return "t.csv"


def usage(folder: Path, content: str) -> UsageRows:
    return read_usage(folder, write(folder, content), APPS, TEAMS, TODAY, 5)


def problems(read: Callable[[], object]) -> list[str]:
    with pytest.raises(InvalidFile) as refused:
        read()
    return [problem.sentence.en.removeprefix("t.csv, ") for problem in refused.value.problems]


def test_sums_of_a_week_in_german_or_english_words(tmp_path: Path) -> None:
    german = usage(
        tmp_path, f"{HEAD};Begonnen;Beendet\nKundenakte;Reiseschutz Österreich;2026-W14;12;10;8;6\n"
    )
    english = usage(
        tmp_path, "application,team,week,eligible,active,started,completed\ncrm,at,2026-04-02,12,10,8,6\n"
    )
    row = UsageRow("crm", "at", date(2026, 3, 30), 12, 10, {"started": 8, "completed": 6})
    assert german == english == UsageRows((row,), 0)
    assert row.month == date(2026, 4, 1)  # its Thursday lies in April


@pytest.mark.parametrize(
    "title",
    [
        "E-Mail",
        "user",
        "User ID",
        "user_id",
        "Mitarbeiter",
        "Personal-Nr.",
        "Name",
        "Nachname",
        "login",
        "Kürzel",
    ],
)
def test_a_column_that_looks_like_a_person_is_refused(tmp_path: Path, title: str) -> None:
    found = problems(lambda: usage(tmp_path, f"{HEAD};{title}\nKundenakte;at;2026-W14;12;10;x\n"))
    assert len(found) == 1
    assert "single persons" in found[0]
    assert "per application, team and week" in found[0]


@pytest.mark.parametrize("title", ["Aktive Nutzer", "Kommentar", "Team-Code", "Anzahl", "Region"])
def test_other_columns_are_no_persons(title: str) -> None:
    assert title == "Aktive Nutzer" or not personal(title)


def test_an_address_anywhere_is_refused_and_not_repeated(tmp_path: Path) -> None:
    found = problems(
        lambda: usage(tmp_path, f"{HEAD};Notiz\nKundenakte;at;2026-W14;12;10;frag olga@example.org\n")
    )
    assert len(found) == 1
    assert "olga" not in found[0]


def test_two_lines_of_a_week_look_like_lines_per_person(tmp_path: Path) -> None:
    (found,) = problems(
        lambda: usage(tmp_path, f"{HEAD}\nKundenakte;at;2026-W14;12;10\nKundenakte;at;2026-03-31;12;9\n")
    )
    assert "line 2 already" in found
    assert "per person" in found


def test_lines_about_fewer_than_five_are_left_out_and_counted(tmp_path: Path) -> None:
    found = usage(tmp_path, f"{HEAD}\nKundenakte;at;2026-W14;4;4\nKundenakte;nl;2026-W14;5;4\n")
    assert [row.team for row in found.rows] == ["nl"]
    assert found.small == 1


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    found = problems(
        lambda: usage(
            tmp_path,
            f"{HEAD};Begonnen;Beendet;Lizenzen\n"
            "Kundenakt;at;2026-W14;12;10;;;\n"
            "Kundenakte;fr;2026-W54;12;10;;;\n"
            "Kundenakte;at;2026-W29;12;10;;;\n"  # the week of today
            "Kundenakte;at;2026-W12;12;13;;;\n"
            "Kundenakte;at;2026-W11;12;viele;;;1.200\n"
            "Kundenakte;at;2026-W10;12;10;5;6;\n"
            "Kundenakte;at;2026-W09;12;10;5;;\n",
        )
    )
    said = "\n".join(found)
    assert len(found) == 9
    assert "Did you mean “Kundenakte”?" in said
    assert "“2026-W54” is no week" in said
    assert "not over yet" in said
    assert "“Active” is more than “Eligible”" in said
    assert "“viele” is no whole number" in said
    assert "“1.200” is no whole number" in said
    assert "“Completed” is more than “Started”" in said
    assert "“Started” stands here without “Completed”" in said


def test_an_empty_table_says_so(tmp_path: Path) -> None:
    assert problems(lambda: usage(tmp_path, f"{HEAD}\n")) == ["t.csv: There is nothing in this file."]


def test_answers_of_customers_as_counts(tmp_path: Path) -> None:
    bank = taxonomy()

    def read(content: str) -> tuple[OutcomeRow, ...]:
        return read_outcomes(tmp_path, write(tmp_path, content), TEAMS, bank, TODAY)

    head = "Team;Kontaktpunkt;Aussage;Monat;Gefragte;Zustimmung"
    assert read(f"{head}\nat;Werbebrief;Zufrieden;05/2026;40;28\n") == (
        OutcomeRow("at", "offer_letter", "satisfied", date(2026, 5, 1), 40, 28),
    )
    found = problems(lambda: read(f"{head}\nat;Werbebrief;Zufrieden;07/2026;40;41\n"))
    assert len(found) == 2


def test_teams_with_their_sizes_over_time(tmp_path: Path) -> None:
    def read(content: str) -> tuple[TeamLine, ...]:
        return read_teams(tmp_path, write(tmp_path, content), taxonomy(), TODAY)

    found = read(
        "Team,Department,Country,People,Since\nÖsterreich,marketing,at,12,2025-01\nÖsterreich,marketing,at,9,2026-02\n"
    )
    assert found == (
        TeamLine("oesterreich", "Österreich", "marketing", "AT", 12, date(2025, 1, 1)),
        TeamLine("oesterreich", "Österreich", "marketing", "AT", 9, date(2026, 2, 1)),
    )
    wrong = problems(lambda: read("Team,Department,Country,People\nÖsterreich,Mond,Austria,viele\n"))
    assert len(wrong) == 3


def test_campaigns_are_kept_as_written_and_strange_columns_are_named(tmp_path: Path) -> None:
    name = write(
        tmp_path,
        "Kampagne;Team;Titel;Eingeordnet am;Versand am;Kontaktpunkt;zweck;Budget\n"
        "K-1;at;Winter;01.02.2026;2026-02-03;Werbebrif;win;12\nK-2;nl;;;2026-02-04;;;\n",
    )
    found = read_campaigns(tmp_path, name, TEAMS, FIELDS)
    assert found.rows[0] == CampaignRow(
        "K-1",
        "at",
        "Winter",
        date(2026, 2, 1),
        date(2026, 2, 3),
        {"touchpoint": "Werbebrif", "purpose": "win"},
    )
    assert found.rows[1].classified is None
    assert found.ignored == ("Budget",)


def test_campaigns_with_mistakes_and_with_authors(tmp_path: Path) -> None:
    head = "Kampagne;Team;Versand am"
    found = problems(
        lambda: read_campaigns(
            tmp_path,
            write(
                tmp_path,
                f"{head}\nK-1;at;gestern\n;at;2026-02-03\nK-2;xx;2026-02-03\nK-3;at;2026-02-03\nK-3;nl;2026-02-03\n",
            ),
            TEAMS,
            FIELDS,
        )
    )
    assert len(found) == 4
    assert "line 5 already" in found[-1]
    (person,) = problems(
        lambda: read_campaigns(
            tmp_path, write(tmp_path, f"{head};Autorin\nK-1;at;2026-02-03;Olga\n"), TEAMS, FIELDS
        )
    )
    assert "single persons" in person


def test_what_went_out(tmp_path: Path) -> None:
    found = read_sent(tmp_path, write(tmp_path, "id,team,sent on\nK-1,at,2026-02-03\n"), TEAMS)
    assert found == (SentRow("K-1", "at", "", date(2026, 2, 3)),)
