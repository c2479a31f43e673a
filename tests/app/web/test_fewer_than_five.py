"""Nothing that anybody can read depends on what fewer than five people said: tried with two sets of answers."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.app.web.addresses import exports, pages

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import Finding
from leitstern.app.gap.queries import gap_document
from leitstern.app.inside.actions import record_sheet
from leitstern.app.inside.models import Belief
from leitstern.app.reports.content import report_content
from leitstern.app.surveys.actions import guess, open_round, reveal
from leitstern.app.surveys.models import GuessAnswer
from leitstern.collect.belief_sheet import BeliefRow, write_belief_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from django.test import Client

    from leitstern.app.outside.reading import Published

NOISE = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"')  # new on every visit
LOW, HIGH = (3, 7, 11, 13, 5), (97, 91, 89, 83, 95)
WHERE = "offer_letter", "satisfied"  # nobody else was asked about it


def everything(browser: Client, state: Published) -> dict[str, bytes]:
    """All pages, exports and documents, with all found anew that rests on beliefs; the log aside, and the pack that counts it: they name no answer."""
    Finding.objects.filter(name="gap report").delete()
    found = {
        address: NOISE.sub(b"", browser.get(address).content)
        for address in (*pages(), *exports())
        if "audit" not in address and "works-council" not in address
    }
    found["command line"] = repr(gap_document(state, "en")).encode()
    found["board report"] = repr(report_content(state, datetime(2026, 7, 1, tzinfo=UTC))).encode()
    return found


@pytest.fixture
def changed(published: Published, as_role: Callable[[Role], Client]) -> Callable[..., list[str]]:
    """Where anything is different after answers got other values."""
    browser = as_role(Role.ADMIN)

    def compare(answers: Iterable[Belief | GuessAnswer], field: str) -> list[str]:
        low = everything(browser, published)
        for answer, value in zip(answers, HIGH, strict=False):
            setattr(answer, field, value)
            answer.save()
        high = everything(browser, published)
        assert set(low) == set(high)
        assert len(low) > 30
        return [address for address in low if low[address] != high[address]]

    return compare


def believe(people: int, folder: Path) -> list[Belief]:
    """So many people fill in a sheet."""
    from leitstern.app.company.queries import require_taxonomy

    rows = [[BeliefRow(*WHERE, "managers", value, None)] for value in LOW[:people]]
    write_belief_sheet(folder / "sheet.xlsx", require_taxonomy(), "en", filled=rows)
    record_sheet(COMMAND_LINE, "a sheet", folder / "sheet.xlsx")
    found = list(Belief.objects.filter(touchpoint=WHERE[0], facet=WHERE[1]))
    assert len(found) == people
    return found


def play(people: int) -> list[GuessAnswer]:
    """So many people guess in a room, and reality is shown."""
    room = open_round(COMMAND_LINE, "payoff", "satisfied")
    for value in LOW[:people]:
        guess(room, value)
    reveal(COMMAND_LINE, room)
    return list(room.answers.all())


def test_what_four_people_believe_changes_nothing_anybody_sees(
    changed: Callable[..., list[str]], tmp_path: Path
) -> None:
    assert changed(believe(4, tmp_path), "guess") == []


def test_what_four_people_guess_changes_nothing_anybody_sees(changed: Callable[..., list[str]]) -> None:
    assert changed(play(4), "value") == []


def test_what_five_people_say_is_seen(changed: Callable[..., list[str]], tmp_path: Path) -> None:
    """The same comparison notices one person more: it would notice four."""
    room = play(5)
    assert changed(room, "value") == [f"/guess/{room[0].round.pk}", "/api/v1/surveys/guesses"]
    seen = changed(believe(5, tmp_path), "guess")
    assert {"/beliefs", "/touchpoints/offer_letter", "/api/v1/inside/beliefs", "/api/v1/gap"} <= set(seen)
    assert {"command line", "/?format=csv"} <= set(seen)


def test_answers_carry_nobody() -> None:
    """There is no column that could name or place a person."""
    assert {field.name for field in GuessAnswer._meta.get_fields()} == {"id", "round", "value"}
    assert {field.name for field in Belief._meta.get_fields()} == {
        "id",
        "collection",
        "touchpoint",
        "facet",
        "group",
        "guess",
        "seen_data",
        "release",
        "shown_before",
    }
