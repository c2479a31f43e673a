"""Figures about competitors: entered, handed in, compared, taken back, and what is planted."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.people import make

from leitstern.app.accounts.models import Person
from leitstern.app.accounts.roles import Role
from leitstern.app.common.exports import csv_text
from leitstern.app.common.models import AuditEntry
from leitstern.app.common.refusals import WrongDraft
from leitstern.app.company.actions import adopt
from leitstern.app.competitors import keeping, queries
from leitstern.app.competitors.models import Figure
from leitstern.app.competitors.table import HEADER, sample_table
from leitstern.collect.example.truths import taxonomy
from leitstern.collect.problems import InvalidFile
from leitstern.core.bridge.competitors.comparison import Verdict
from leitstern.core.bridge.competitors.figure import Asked, FigureDraft, Origin
from leitstern.core.errors import Conflict, NotAllowed
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from leitstern.store.home import Home

DRAFT = FigureDraft(
    "Nordstern Bank",
    "call_help",
    "satisfied",
    82.0,
    400,
    2026,
    "Study, p. 4",
    "1 to 5",
    Asked.SAME,
    Origin.COMMISSIONED,
)


@pytest.fixture
def company(home: Home, lead: Person) -> Person:
    """Lena has the taxonomy of the example company."""
    adopt(lead, taxonomy())
    return lead


def test_everything_wrong_is_named_at_once(company: Person) -> None:
    with pytest.raises(WrongDraft) as wrong:
        keeping.enter(
            company,
            replace(
                DRAFT,
                competitor=" ",
                touchpoint="shop",
                statement="cheap",
                percent=101,
                n=0,
                year=3000,
                source="",
                how="",
            ),
        )
    assert [each.field for each in wrong.value.problems] == [
        *("competitor", "source", "how", "touchpoint", "statement", "percent", "n", "year")
    ]
    assert not Figure.objects.exists()
    with pytest.raises(WrongDraft, match="as a whole"):
        keeping.enter(company, replace(DRAFT, statement="stayed"))
    with pytest.raises(NotAllowed):
        keeping.enter(make(Role.EXECUTIVE), DRAFT)


def test_the_same_figure_stands_once_and_can_be_taken_back(company: Person) -> None:
    row = keeping.enter(company, DRAFT)
    with pytest.raises(Conflict):
        keeping.enter(company, replace(DRAFT, percent=70))
    keeping.withdraw(company, row)
    with pytest.raises(Conflict):
        keeping.withdraw(company, row)
    assert queries.comparison(queries.figures_ever()).statements == ()
    again = keeping.enter(company, replace(DRAFT, percent=70))
    with pytest.raises(Conflict):
        keeping.reinstate(company, row)
    keeping.withdraw(company, again)
    keeping.reinstate(company, row)
    assert [each.share for each in queries.figures_ever() if not each.withdrawn] == [0.82]
    assert AuditEntry.objects.filter(verb__contains="competitor figure").count() == 5


def test_before_there_is_data_nothing_is_put_in_place_of_our_own_share(company: Person) -> None:
    keeping.enter(company, DRAFT)
    [statement] = queries.comparison(queries.figures_ever()).statements
    assert isinstance(statement.own, Missing)
    assert statement.verdict is Verdict.UNKNOWN


def test_a_table_comes_in_whole_or_not_at_all(company: Person, tmp_path: Path) -> None:
    for language, name in (("en", "a.csv"), ("de", "b.csv")):
        (tmp_path / name).write_text(csv_text(*sample_table(language, 2026)), encoding="utf-8")
        assert len(keeping.hand_in(company, tmp_path, name)) == 1
    with pytest.raises(Conflict):
        keeping.hand_in(company, tmp_path, "a.csv")
    header = "Competitor;Touchpoint;Statement;Of 100;Asked;Year;Source;How it was asked;Compared with our question;Grade"
    (tmp_path / "c.csv").write_text(
        f"{header}\nX;;Satisfied;75,5;;2026;S;Q;the same question on the same scale;independent\n"
        "Y;shop;Cheap;many;some;soon;;;same;gossip\n"
        ";;Satisfied;120;10;2026;S;Q;same;independent\n",
        encoding="utf-8",
    )
    with pytest.raises(InvalidFile) as wrong:
        keeping.hand_in(company, tmp_path, "c.csv")
    assert {(each.place, getattr(each.path, "en", each.path)) for each in wrong.value.problems} == {
        *(("3", name) for name in ("Touchpoint", "Statement", "Of 100", "Asked", "Year", "Grade")),
        *(("4", name) for name in ("Competitor", "Of 100")),
    }
    assert Figure.objects.count() == 2


def test_what_is_planted_is_found(company_inside: Home) -> None:
    found = {each.place: each for each in queries.comparison(queries.figures_ever()).statements}
    assert found["call_help", "satisfied"].verdict is Verdict.WORSE
    assert found["", "recommend"].verdict is Verdict.BETTER
    assert {
        each.difference.code
        for statement in found.values()
        for each in statement.figures
        if isinstance(each.difference, Missing)
    } == {"asked-otherwise", "own-words"}
    assert isinstance(found["", "stayed"].own, Estimate)
    assert [each.old for each in found["claim_settled", "satisfied"].figures] == [True]


def test_in_the_twin_nobody_is_better_or_worse(twin_inside: Home) -> None:
    verdicts = {each.verdict for each in queries.comparison(queries.figures_ever()).statements}
    assert verdicts <= {Verdict.ALIKE, Verdict.UNKNOWN}


def test_the_page_says_it_and_takes_it_along(
    company_inside: Home, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(Person.objects.get(role=Role.ANALYST))
    client.get("/competitors")
    with django_assert_max_num_queries(25):
        page = client.get("/competitors", headers={"Accept-Language": "en"}).content.decode()
    assert "At 1 of 7 statements customers are better off with a competitor, at 1 with us" in page
    assert "Not comparable: another question or scale than ours" in page
    assert "older than two years" in page
    rows = list(csv.DictReader(StringIO(client.get("/competitors?format=csv").content.decode("utf-8-sig"))))
    assert list(rows[0]) == HEADER
    assert len(rows) == Figure.objects.count() == 8


def test_a_figure_comes_in_by_form_and_goes_again(company: Person, client: Client) -> None:
    client.force_login(company)
    given = {
        "competitor": "Nordstern Bank",
        "statement": "satisfied",
        "touchpoint": "",
        "percent": "81.5",
        "year": str(timezone.localdate().year),
        "source": "Study",
        "asked": "unknown",
        "origin": "independent",
    }
    assert client.post("/competitors/enter", given | {"year": "1800"}).status_code == 422
    assert client.post("/competitors/enter", given).status_code == 302
    assert client.post("/competitors/enter", given).status_code == 422  # it stands here already
    row = Figure.objects.get()
    assert (row.share, row.n, row.touchpoint) == (0.815, None, "")
    client.post(f"/competitors/{row.pk}/withdraw")
    assert (
        "Let it count again" in client.get("/competitors", headers={"Accept-Language": "en"}).content.decode()
    )
    client.post(f"/competitors/{row.pk}/withdraw", {"undo": "1"})
    assert Figure.objects.get().withdrawn is None
    assert client.post("/competitors/file", {}).status_code == 422


def test_programs_enter_and_withdraw(company: Person, client: Client) -> None:
    client.force_login(company)
    body = {
        "competitor": "X",
        "statement": "satisfied",
        "percent": 50,
        "year": 2026,
        "source": "S",
        "how": "Q",
        "asked": "same",
        "origin": "independent",
    }
    made = client.post("/api/v1/competitors/figures", json.dumps(body), "application/json")
    assert made.status_code == 201
    number = made.json()["figure"]
    assert client.delete(f"/api/v1/competitors/figures/{number}").json()["withdrawn"]
    assert not client.post(f"/api/v1/competitors/figures/{number}/reinstatement").json()["withdrawn"]
    [statement] = client.get("/api/v1/competitors").json()["statements"]
    assert statement["figures"][0]["theirs"]["missing"] == "not-measured"
    assert client.get("/api/v1/competitors/figures").json()[0]["n"] is None
