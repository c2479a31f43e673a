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
    from leitstern.store.home import Home

NOISE = re.compile(  # new on every visit
    rb'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"|name="key" value="[\w-]{43}"'
)
LOW, HIGH = (3, 7, 11, 13, 5), (97, 91, 89, 83, 95)
ASIDE = re.compile("audit|works-council|^/operations$|^/api/v1/operations/installation$")
WHERE = "offer_letter", "satisfied"  # nobody else was asked about it


def everything(browser: Client, state: Published, only: str = "") -> dict[str, bytes]:
    """All pages, exports and documents, or those whose address has `only`, with all found anew that rests on beliefs.

    Left aside are the log, the pack that counts it, neither of which names an answer, and the room left on the disk.
    """
    Finding.objects.filter(name="gap report").delete()
    found = {
        address: NOISE.sub(b"", browser.get(address).content)
        for address in (*pages(), *exports())
        if re.search(only, address) and not ASIDE.search(address)
    }
    found["command line"] = repr(gap_document(state, "en")).encode()
    found["board report"] = repr(report_content(state, datetime(2026, 7, 1, tzinfo=UTC))).encode()
    return found


class Seen:
    """What somebody sees who may see everything, as it was when looked at last."""

    def __init__(self, browser: Client, state: Published, only: str) -> None:
        self.browser, self.state, self.only = browser, state, only
        self.last = everything(browser, state, only)

    def changed(self, *said: Iterable[Belief | GuessAnswer]) -> list[str]:
        """Where anything is different after these answers got other values."""
        for answers in said:
            for answer, value in zip(answers, HIGH, strict=False):
                setattr(answer, "guess" if isinstance(answer, Belief) else "value", value)
                answer.save()
        low, self.last = self.last, everything(self.browser, self.state, self.only)
        assert set(low) == set(self.last)
        return [address for address in low if low[address] != self.last[address]]


@pytest.fixture
def look(
    visited_company: Home, published: Published, as_role: Callable[[Role], Client]
) -> Callable[..., Seen]:
    """Begins to look, everywhere or at some addresses."""
    return lambda only="": Seen(as_role(Role.ADMIN), published, only)


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


def test_what_four_people_believe_and_guess_changes_nothing_anybody_sees(
    look: Callable[..., Seen], tmp_path: Path
) -> None:
    """They speak of different touchpoints, so that one cannot make up for the other."""
    believed, guessed = believe(4, tmp_path), play(4)
    assert {WHERE[0]} == {belief.touchpoint for belief in believed} != {guessed[0].round.touchpoint}
    seen = look()
    assert seen.changed(believed, guessed) == []
    assert len(seen.last) > 400


def test_what_five_people_say_is_seen(look: Callable[..., Seen], tmp_path: Path) -> None:
    """The same comparison notices one person more, where they spoke of: it would notice four."""
    room, believed = play(5), believe(5, tmp_path)
    seen = look("guess|belief|offer_letter|gap|format=csv")
    assert seen.changed(room) == [f"/guess/{room[0].round.pk}", "/api/v1/surveys/guesses"]
    of_beliefs = set(seen.changed(believed))
    assert {"/beliefs", "/touchpoints/offer_letter", "/api/v1/inside/beliefs", "/api/v1/gap"} <= of_beliefs
    assert {"command line", "/?format=csv"} <= of_beliefs


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
