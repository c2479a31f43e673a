"""The report as programs and spreadsheets get it."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from leitstern.app.accounts.roles import Role
from leitstern.app.common.exports import csv_text
from leitstern.app.gap.queries import gap_document, gap_report
from leitstern.app.gap.table import HEADER, table_rows
from leitstern.core.gap.findings import KINDS
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from tests.app.gap.conftest import Company

    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home

pytestmark = pytest.mark.django_db

SIDES = ("promise", "belief", "lived", "delivery_gap", "perception_gap")


def is_number(found: dict[str, Any]) -> bool:
    """`{value, low, high, n}` or `{missing: reason}`, nothing else."""
    if set(found) == {"missing"}:
        return bool(found["missing"])
    return set(found) == {"value", "low", "high", "n"} and found["low"] <= found["value"] <= found["high"]


def test_the_document_has_exactly_the_agreed_shape(planted: Company) -> None:
    document = json.loads(json.dumps(planted.document, allow_nan=False))
    assert list(document) == ["indices", "touchpoints", "drivers"]
    assert list(document["indices"]) == list(KINDS)
    assert all(is_number(index) for index in document["indices"].values())
    assert len(document["touchpoints"]) == len(planted.report.touchpoints)
    for line in document["touchpoints"]:
        assert list(line) == ["touchpoint", "name", "facet", *SIDES[:3], "observed", *SIDES[3:]]
        assert all(is_number(line[side]) for side in SIDES)
    assert all(list(driver) == ["name", "share"] for driver in document["drivers"])


def test_visible_reasons_add_up_to_all_that_is_explained(planted: Company) -> None:
    shares = [driver["share"] for driver in planted.document["drivers"]]
    assert len(shares) >= 2
    assert sum(shares) == pytest.approx(1, abs=0.001)
    assert shares == sorted(shares, reverse=True)


def test_programs_get_the_same_document_as_the_command_line(
    published: Published, as_role: Callable[[Role], Client]
) -> None:
    client = as_role(Role.EXECUTIVE)
    for language in ("en", "de"):
        answer = client.get("/api/v1/gap", headers={"accept-language": language})
        assert answer.status_code == 200
        assert answer.json() == gap_document(published, language)


def test_names_and_reasons_follow_the_language(published: Published) -> None:
    english, german = (gap_document(published, language) for language in ("en", "de"))
    names = {line["name"] for line in english["touchpoints"]}
    namen = {line["name"] for line in german["touchpoints"]}
    assert "Mortgage paid off" in names - namen
    assert "Baufinanzierung abbezahlt" in namen - names


def test_the_same_state_gives_the_same_report_to_the_digit(published: Published) -> None:
    from leitstern.app.common.models import Finding

    first = gap_document(published, "en")
    Finding.objects.all().delete()
    assert gap_document(published, "en") == first


def test_the_table_has_a_row_for_every_line_and_no_invented_number(planted: Company) -> None:
    rows = list(csv.DictReader(StringIO(csv_text(HEADER, table_rows(planted.report)).removeprefix("\ufeff"))))
    assert len(rows) == len(planted.report.touchpoints)
    for row, line in zip(rows, planted.report.touchpoints, strict=True):
        assert (row["touchpoint"], row["facet"]) == (line.touchpoint, line.facet)
        for side in ("promise", "belief", "lived"):
            measured = getattr(line, side)
            if isinstance(measured, Missing):
                assert row[side] == measured.code
                assert row[f"{side}_low"] == row[f"{side}_high"] == row[f"{side}_n"] == ""
            else:
                assert float(row[side]) == measured.value
                assert int(row[f"{side}_n"]) == measured.n
    assert {row["delivery_state"] for row in rows} >= {"declared", "no gap"}


def test_the_page_offers_the_table(small_company: Home, as_role: Callable[[Role], Client]) -> None:
    answer = as_role(Role.LEAD).get(reverse("web:situation"), {"format": "csv"})
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="gap.csv"' in answer["Content-Disposition"]
    text = answer.content.decode("utf-8-sig")
    assert text.splitlines()[0].split(",") == HEADER
    assert "payoff" in text


def test_new_beliefs_change_the_report_at_once(published: Published) -> None:
    from leitstern.app.inside.models import Belief

    before = gap_report(published)
    Belief.objects.filter(touchpoint="payoff").delete()
    after = gap_report(published)
    (line,) = [line for line in after.touchpoints if line.touchpoint == "payoff"]
    assert isinstance(line.belief, Missing)
    assert before != after
