"""What the board reads about the change: expectations against results, the programme, and how far it still is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.app.portfolio.conftest import draft

from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.portfolio.approving import approve
from leitstern.app.portfolio.keeping import keep_initiative
from leitstern.app.programme import beginning
from leitstern.app.reports.change_lines import change_lines
from leitstern.collect.example.truths import taxonomy

if TYPE_CHECKING:
    from leitstern.app.accounts.models import Person


def test_what_is_not_there_is_not_said(lead: Person) -> None:
    assert change_lines() == ()


def test_expectations_against_results_and_the_programme(lead: Person) -> None:
    adopt(COMMAND_LINE, taxonomy())
    approve(COMMAND_LINE, keep_initiative(COMMAND_LINE, draft()))
    row = beginning.begin(COMMAND_LINE, "Nah dran", date(2026, 1, 5), beginning.RouteChoice())
    expected, programme = change_lines()
    assert expected.en == (
        "Expectations frozen at approval: 1; reached 0, not reached 0, cannot tell 0, waiting for a result 1."
    )
    assert programme.de.startswith("Programm „Nah dran“: Der Ausgangspunkt ist noch nicht festgehalten.")
    beginning.end(COMMAND_LINE, row, date(2026, 2, 1), "Sold.")
    assert len(change_lines()) == 1
