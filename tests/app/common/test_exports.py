"""Tables that people take along do nothing in their spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leitstern.app.common.exports import csv_response, csv_text

SIGNS = "=+-@|%＝＋－＠｜％﹢﹣﹦﹫﹪"


def cell(value: object) -> str:
    """What a spreadsheet that expects commas reads."""
    ((found,),) = csv.reader(
        io.StringIO(csv_text(["x"], [[value]]).removeprefix("\ufeff").split("\r\n", 1)[1])
    )
    return found


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", " ", "\t", "\u00a0", "\ufeff", "\u200b", "\u2060 \u200e"])
def test_no_cell_begins_as_a_formula(sign: str, before: str) -> None:
    assert cell(f"{before}{sign}1+1") == f"{before}'{sign}1+1"


@pytest.mark.parametrize(
    "hidden", ["K-1;=HYPERLINK(1)", "gut\n=1+1", "gut\r\n=1+1", "gut\t=1+1", "x; ＝1", "x;\u200b@x"]
)
def test_no_cell_hides_a_formula_for_spreadsheets_that_expect_semicolons(hidden: str) -> None:
    for line in cell(hidden).splitlines():
        for part in line.replace("\t", ";").split(";"):
            assert part.strip("\u200b ")[:1] not in set(SIGNS)


@pytest.mark.parametrize("text", ["Alles gut", "5-6 Tage", "a=b", "Wie? So!", "ja, aber - nein", "", "Ärger"])
def test_what_people_wrote_stays(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize(("value", "written"), [(-3.5, "-3.5"), (0, "0"), (None, ""), (True, "True")])
def test_numbers_stay_numbers(value: object, written: str) -> None:
    assert cell(value) == written


@given(st.text(max_size=30))
def test_no_text_whatever_is_a_formula(text: str) -> None:
    (header, *rows) = csv.reader(io.StringIO(csv_text(["x"], [[text]]).removeprefix("\ufeff"), newline=""))
    assert header == ["x"]
    assert len(rows) <= 1
    for row in rows:
        assert "".join(row).lstrip()[:1] not in set(SIGNS)


def test_spreadsheets_recognise_umlauts_and_the_name() -> None:
    answer = csv_response("gap", ["Länge"], [["größer"]])
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer["Content-Disposition"] == 'attachment; filename="gap.csv"'
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
