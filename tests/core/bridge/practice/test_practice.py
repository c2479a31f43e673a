"""Drafts, pilots, stories, bright spots and the streams of lived practice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leitstern.core.bridge.practice.bright import Place, bright_spots
from leitstern.core.bridge.practice.compliance import Tally, course
from leitstern.core.bridge.practice.drafts import (
    PilotDraft,
    PrincipleDraft,
    RuleDraft,
    StopDraft,
    pilot_problems,
    principle_problems,
    rule_problems,
    stop_problems,
)
from leitstern.core.bridge.practice.learning import NONE_STOPPED, Stage, Tried, stopped_with_learning
from leitstern.core.bridge.practice.streams import share_points, use_points
from leitstern.core.bridge.practice.telling import StoryDraft, story_problems
from leitstern.core.bridge.practice.terms import PilotEnd, Source, StopKind, Teller
from leitstern.core.stats.estimate import Estimate
from leitstern.core.stats.share import ShareStatistics

TODAY = date(2026, 3, 5)
STORY = StoryDraft(
    "One person for everything",
    Teller.CUSTOMER,
    "A son came with a folder and did not know where to begin.",
    "A colleague took the folder and said: you need not come again.",
    "bereavement_care",
    TODAY,
)


def fields(problems: object) -> list[str]:
    return [each.field for each in problems]  # type: ignore[attr-defined]


def test_everything_wrong_is_told_at_once() -> None:
    principle = PrincipleDraft("", date(2026, 2, 1), until=date(2026, 1, 1), owner="x" * 121)
    assert fields(principle_problems(principle)) == ["sentence", "owner", "until"]
    rule = RuleDraft("", "x", Source.REPEATS, target=1.2)
    assert fields(rule_problems(rule)) == ["cases", "target", "subject"]
    stop = StopDraft("", StopKind.LIST, date(2026, 1, 1), grace=date(2025, 12, 1), since=date(2026, 2, 1))
    assert fields(stop_problems(stop)) == ["name", "ends", "grace"]
    pilot = PilotDraft("", "", None, ends=TODAY)
    assert fields(pilot_problems(pilot)) == ["title", "hypothesis", "boundary", "begins", "stop_rule"]


def test_a_pilot_ends_runs_or_is_over_and_nobody_said_how() -> None:
    tried = Tried(date(2026, 1, 1), date(2026, 3, 1), None, learned=False)
    assert tried.stage(date(2025, 12, 31)) is Stage.AHEAD
    assert tried.stage(date(2026, 3, 1)) is Stage.RUNNING
    assert tried.stage(TODAY) is Stage.OVERDUE
    assert replace(tried, how=PilotEnd.STOPPED).stage(TODAY) is Stage.STOPPED
    assert replace(tried, how=PilotEnd.FINISHED, standard=True).stage(TODAY) is Stage.STANDARD


def test_stopping_with_a_learning_counts_and_without_one_does_not() -> None:
    stopped = Tried(TODAY, None, PilotEnd.STOPPED, learned=True)
    finished = Tried(TODAY, None, PilotEnd.FINISHED, learned=True)
    found = stopped_with_learning([stopped, stopped, replace(stopped, learned=False), finished], TODAY)

    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(2 / 3)
    assert found.n == 3
    assert stopped_with_learning([finished], TODAY) is NONE_STOPPED


def masked(draft: StoryDraft) -> dict[str, str]:
    return {"title": draft.title, "lived": draft.lived, "done": draft.done}


def test_a_story_without_names_from_a_unit_of_five_is_kept() -> None:
    assert story_problems(STORY, masked(STORY), ["Lena", "Berg"], 5, 5) == ()


def test_names_are_pointed_out_with_what_could_stand_instead() -> None:
    draft = replace(STORY, done="Frau Weber took the folder. Lena helped, in Bergen.")
    found = story_problems(
        draft,
        masked(draft) | {"done": "Frau [name] took the folder. Lena helped, in Bergen."},
        ["Lena", "Berg"],
        14,
        5,
    )
    assert [(each.field, each.text.en.split("“")[1].split("”")[0]) for each in found] == [
        ("done", "Frau [name] took the folder. Lena helped, in …"),
        ("done", "Lena"),
    ]


def test_where_fewer_than_five_work_no_story_is_told() -> None:
    assert fields(story_problems(STORY, masked(STORY), [], 4, 5)) == ["unit"]


def lived(n: int, share: float) -> ShareStatistics:
    good = n * share
    return ShareStatistics(n, n, n, good, n, good, good)


def place(touchpoint: str, share: float, n: int = 300, kind: str = "branch") -> Place:
    return Place(touchpoint, "satisfied", kind, lived(n, share))


def test_a_touchpoint_clearly_above_the_others_of_its_kind_is_bright() -> None:
    found = bright_spots([place("bereavement", 0.93), place("advice", 0.7), place("counter", 0.72)], TODAY)

    assert [each.touchpoint for each in found] == ["bereavement"]
    assert found[0].above.value == pytest.approx(0.93 - 0.71)
    assert (found[0].others, found[0].here.n, found[0].there.n) == (2, 300, 600)


def test_others_of_another_kind_few_customers_or_too_few_places_make_nothing_bright() -> None:
    assert bright_spots([place("a", 0.93), place("b", 0.7), place("c", 0.7, kind="web")]) == ()
    assert bright_spots([place("a", 1.0, n=4), place("b", 0.7), place("c", 0.7), place("d", 0.71)]) == ()
    assert bright_spots([place("a", 0.72), place("b", 0.7), place("c", 0.7)]) == ()


def test_points_have_an_error_even_where_everything_was_kept_or_nothing_used() -> None:
    months = course([Tally("", date(2026, month, 1), 20, 20) for month in (1, 2, 3)]).months
    points = share_points(months, TODAY)

    assert [(each.day, each.value, each.n) for each in points] == [
        (date(2026, 1, 31), 1.0, 20),
        (date(2026, 2, 28), 1.0, 20),
    ]
    assert points[0].error == pytest.approx((21 / 22 * 1 / 22 / 20) ** 0.5)
    uses = use_points([(date(2026, 1, 1), 0), (date(2026, 2, 1), 25), (date(2026, 3, 1), 9)], TODAY)
    assert [(each.value, each.error) for each in uses] == [(0.0, 1.0), (25.0, 5.0)]
