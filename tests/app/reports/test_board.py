"""The board report: two pages that say what the situation page says, readable by people and by machines."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils import translation
from pypdf import PdfReader

from leitstern.app.accounts.roles import Role
from leitstern.app.bridge.actions import decide
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.evidence.actions import claim
from leitstern.app.gap.queries import gap_report
from leitstern.app.inside.models import Belief
from leitstern.app.placement.actions import change_assumption
from leitstern.app.placement.queries import placement
from leitstern.app.reports import board
from leitstern.app.reports.board import board_report
from leitstern.app.reports.content import report_content
from leitstern.app.reports.standing import standing_for
from leitstern.core.bridge.draft import MeasureDraft
from leitstern.core.gap.headlines import headline

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from leitstern.app.outside.reading import Published
    from leitstern.store.home import Home

PRINTED = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)
NOTHING = MeasureDraft(choice="do nothing", reason="The letters are rewritten in autumn.")


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def said(pdf: bytes) -> str:
    """Its text, with lines joined and hyphens of line ends taken back."""
    text = " ".join(page.extract_text() for page in read(pdf).pages)
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("language", ["de", "en"])
def test_two_pages_that_say_the_finding(published: Published, language: str) -> None:
    pdf = board_report(published, language, PRINTED)
    assert len(read(pdf).pages) == 2
    text = said(pdf)
    with translation.override(language):
        content = report_content(published, PRINTED)
    assert headline(gap_report(published)).to(language) in text
    for title in ("chart_title", "many_title", "hard_title", "spots_title", "measures_title", "voices_title"):
        assert content[title] in text, title
    for figure in content["kpis"]:
        assert figure["label"] in text
        assert figure["value"].replace("\xa0", " ") in text


@pytest.mark.parametrize("language", ["de", "en"])
def test_it_is_tagged_and_says_its_language_and_title(published: Published, language: str) -> None:
    document = read(board_report(published, language, PRINTED))
    root: Any = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"])[:2] == language
    assert root["/StructTreeRoot"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    with translation.override(language):
        assert document.metadata
        assert document.metadata.title == report_content(published, PRINTED)["title"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_screen_readers_find_headings_a_table_and_words_for_the_picture(published: Published) -> None:
    decide(COMMAND_LINE, "payoff", "satisfied", "", NOTHING, today=date(2026, 7, 1))
    document = read(board_report(published, "en", PRINTED))
    tags = list(structure(document.trailer["/Root"]["/StructTreeRoot"]))  # type: ignore[index]
    kinds = [kind for kind, _alt in tags]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") >= 5
    assert {"/Table", "/TH", "/TD", "/Figure"} <= set(kinds)
    assert all(alt for kind, alt in tags if kind == "/Figure")


def structure(node: Any) -> list[tuple[str, str]]:
    """Every tag of the document with its alternative text."""
    node = node.get_object()
    if isinstance(node, list):
        return [tag for child in node for tag in structure(child)]
    if not hasattr(node, "get"):
        return []
    own = [(str(node["/S"]), str(node.get("/Alt", "")))] if "/S" in node else []
    children = node.get("/K")
    return own + (structure(children) if hasattr(children, "get_object") else [])


def test_its_fonts_travel_with_it(published: Published) -> None:
    document = read(board_report(published, "de", PRINTED))
    names = set()
    for page in document.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)
            names.add(re.sub(r"^/?\w+\+|\d+pt|-.*$", "", str(descriptor["/FontName"])))
    assert names == {"Figtree", "Newsreader"}


def test_a_decision_stands_in_it(published: Published) -> None:
    assert "Nothing yet." in said(board_report(published, "en", PRINTED))
    decide(COMMAND_LINE, "payoff", "satisfied", "", NOTHING, today=date(2026, 7, 1))
    text = said(board_report(published, "en", PRINTED))
    assert NOTHING.reason in text
    assert "nothing is done" in text
    assert "not measured yet" in text


def test_it_says_where_the_organisation_stands_and_what_is_assumed_differently(published: Published) -> None:
    for dimension in ("k1", "k2", "t1", "t2"):
        claim(COMMAND_LINE, dimension, 1)
    text = said(board_report(published, "en", PRINTED, standing_for(COMMAND_LINE)))
    found = placement()
    assert found is not None
    assert found.sentence.en in text
    assert "departs from its default" not in text
    change_assumption(COMMAND_LINE, "cut_culture", 2.2, "Our sector is ahead.")
    departed = board_report(published, "en", PRINTED, standing_for(COMMAND_LINE))
    assert "One assumption departs from its default." in said(departed)
    assert len(read(departed).pages) == 2


def test_whoever_may_not_see_the_inside_does_not_find_it_in_the_report(published: Published) -> None:
    assert report_content(published, PRINTED, None)["inside"] == []


def test_whatever_is_said_it_stays_two_pages(published: Published, monkeypatch: pytest.MonkeyPatch) -> None:
    with translation.override("de"):
        content = report_content(published, PRINTED)
    long = "Rechtsschutzversicherungsgesellschaften und Donaudampfschifffahrt gemeinsam " * 4
    content |= {"headline": long, "evidence": long * 2}
    content["many"] = content["hard"] = [{"name": long, "note": long, "sentence": long}] * 3
    content["spots"] = [{**spot, "sentence": long * 2} for spot in content["spots"]]
    content["voices"] = [{"words": long * 3, "lang": "de", "who": long}] * 2
    row = dict.fromkeys(("title", "note", "owner", "result"), long) | {
        "due": "30.08.2026",
        "again": "30.08.2026",
    }
    content["measures"] = [row] * 6
    monkeypatch.setattr(board, "report_content", lambda *_: content)
    assert len(read(board_report(published, "de", PRINTED)).pages) == 2


def test_without_beliefs_measures_and_voices_it_says_what_is_missing(published: Published) -> None:
    Belief.objects.all().delete()
    pdf = board_report(published, "en", PRINTED)
    assert len(read(pdf).pages) == 2
    assert "not asked" in said(pdf)


def test_customers_speak_the_readers_language_where_they_do(published: Published) -> None:
    for language in ("de", "en"):
        with translation.override(language):
            found = report_content(published, PRINTED)["voices"]
        assert len(found) == 2
        assert language in {voice["lang"] for voice in found}
        assert len({voice["who"] for voice in found}) == 2


def test_the_page_offers_it_in_the_language_asked_for(
    small_company: Home, as_role: Callable[[Role], Client]
) -> None:
    browser, address = as_role(Role.EXECUTIVE), reverse("reports:board")
    for asked, language in (("de", "de"), ("en", "en"), ("", "en")):
        answer = browser.get(address, {"lang": asked} if asked else {})
        assert answer["Content-Type"] == "application/pdf"
        assert f"-{language}.pdf" in answer["Content-Disposition"]
        assert str(read(answer.content).trailer["/Root"]["/Lang"])[:2] == language  # type: ignore[index]


def test_before_the_first_import_there_is_no_report(home: Home, as_role: Callable[[Role], Client]) -> None:
    answer = as_role(Role.EXECUTIVE).get(reverse("reports:board"))
    assert answer.status_code == 404
    assert "There is no data yet" in answer.content.decode()
