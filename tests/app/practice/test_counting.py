"""Counts come in by hand, as tables, or not at all; what is wrong is told, and nothing is lost."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.app.practice.conftest import LISTS, SENTENCE, TODAY, counted, used, without

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.company.actions import adopt
from leitstern.app.practice import counting, keeping
from leitstern.app.practice.measuring import kept, stopped
from leitstern.app.practice.models import Batch, Count, Principle
from leitstern.app.practice.queries import principle_by_id, principles, stop_list
from leitstern.app.practice.streams import streams
from leitstern.app.practice.table import principle_rows, stop_rows
from leitstern.app.structure.models import Role as Staff
from leitstern.collect.practice_file import CountLine
from leitstern.collect.problems import InvalidFile
from leitstern.core.bridge.practice.compliance import NOT_COUNTED, NOTHING_BEFORE, TOO_FEW
from leitstern.core.bridge.practice.drafts import PrincipleDraft, RuleDraft
from leitstern.core.bridge.practice.stopping import Standing
from leitstern.core.bridge.practice.terms import Source
from leitstern.core.bridge.watch.stream import StreamKind
from leitstern.core.errors import InvalidInput
from leitstern.core.stats.estimate import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from leitstern.app.practice.models import StopItem


def one(principle: Principle) -> CountLine:
    return CountLine(principle.slug, "campaigns", date(2025, 1, 1), 40, 50)


def measured(principle: Principle) -> object:
    return kept([principle_by_id(principle.pk)])[0].course.recent


def test_a_principle_that_is_kept_less_of_late_says_so(principle: Principle) -> None:
    counted(principle, [46] * 9 + [35, 34, 36])
    found = kept([principle_by_id(principle.pk)])[0]

    assert isinstance(found.course.recent, Estimate)
    assert (round(found.course.recent.value, 2), found.course.recent.n) == (0.7, 150)
    assert found.course.falls
    assert found.rule is not None
    assert found.rule.target == 0.9


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"kept": 51}, "51 of 50 kept?"),
        ({"kept": -1}, "whole number from 0"),
        ({"month": date(2026, 3, 1)}, "is not over yet"),
        ({"unit": "moon"}, "“moon” is not known"),
        ({"principle": "other"}, "“other” is not known"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    principle: Principle, line: dict[str, object], said: str
) -> None:
    good = {"principle": principle.slug, "unit": "campaigns", "month": date(2025, 1, 1)}
    wrong = CountLine(**(good | {"kept": 40, "cases": 50} | line))  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match=r"Nothing was kept|not known") as refused:
        counting.count(
            COMMAND_LINE, "x", [CountLine(principle.slug, "", date(2025, 2, 1), 1, 2), wrong], TODAY
        )
    assert said in refused.value.text.en
    assert not Count.objects.exists()
    assert not Batch.objects.exists()


def test_a_month_counted_for_the_company_and_by_department_would_count_twice(principle: Principle) -> None:
    counting.count(COMMAND_LINE, "by department", [one(principle)], TODAY)
    whole = CountLine(principle.slug, "", date(2025, 1, 1), 400, 500)
    with pytest.raises(InvalidInput, match="counted twice"):
        counting.count(COMMAND_LINE, "whole company", [whole], TODAY)

    first = Batch.objects.get()
    counting.withdraw_batch(COMMAND_LINE, first)
    counting.count(COMMAND_LINE, "whole company", [whole], TODAY)
    with pytest.raises(InvalidInput, match="counted twice"):
        counting.reinstate_batch(COMMAND_LINE, first)


def test_a_newer_count_stands_above_an_older_one_until_it_is_withdrawn(principle: Principle) -> None:
    counted(principle, [46])
    counted(principle, [40])
    assert measured(principle).value == 0.8  # type: ignore[attr-defined]

    counting.withdraw_batch(COMMAND_LINE, Batch.objects.all()[0])
    assert measured(principle).value == 0.92  # type: ignore[attr-defined]


def test_a_missing_month_stays_a_gap(principle: Principle) -> None:
    counted(principle, [46])
    counted(principle, [46], since=3)
    months = kept([principle_by_id(principle.pk)])[0].course.months
    assert [each.share is NOT_COUNTED for each in months] == [False, True, False]


def test_another_rule_breaks_the_series_and_the_old_rule_stays(principle: Principle) -> None:
    counted(principle, [46] * 12)
    other = RuleDraft("campaigns and letters", "classified before", since=date(2025, 11, 17))
    keeping.define(COMMAND_LINE, principle, other)
    found = kept([principle_by_id(principle.pk)])[0]

    assert [rule.cases for rule in found.rules] == ["campaigns that were sent", "campaigns and letters"]
    assert found.course.breaks[0].month == date(2025, 11, 1)
    assert found.course.before is NOTHING_BEFORE
    assert len(found.course.months) == 12
    assert [stream.points[0].day for stream in streams(TODAY)] == [date(2025, 11, 30)]


def test_what_a_few_people_do_is_counted_with_others(principle: Principle) -> None:
    for unit in ("brand_studio", "campaigns", "service"):
        counted(principle, [40], unit)
    found = kept([principle_by_id(principle.pk)])[0]

    assert "brand_studio" not in found.by_unit
    assert set(found.by_unit) <= {"service", "campaigns", ""}
    assert found.folded
    assert found.course.recent.n == 150  # type: ignore[union-attr]


def test_a_team_that_shrinks_below_five_is_shown_no_more(principle: Principle) -> None:
    for unit in ("campaigns", "service"):
        counted(principle, [40], unit)
    assert set(kept([principle_by_id(principle.pk)])[0].by_unit) == {"campaigns", "service"}
    Staff.objects.filter(unit="campaigns").update(people=4)
    assert kept([principle_by_id(principle.pk)])[0].by_unit == {}


def test_what_only_a_few_people_do_is_shown_nowhere(
    principle: Principle, stop_item: StopItem, as_role: Callable[[Role], Client]
) -> None:
    counted(principle, [41] * 12, "brand_studio")
    used(stop_item, [40] * 12, "brand_studio")
    (found,), (ended,) = kept([principle_by_id(principle.pk)]), stopped(list(stop_list()), TODAY)

    assert found.course.recent is TOO_FEW
    assert (found.hidden, ended.hidden) == (12, 12)
    assert (found.by_unit, ended.by_unit, ended.months) == ({}, {}, ())
    assert streams(TODAY) == ()
    assert [row[-5:] for row in principle_rows([found])] == [[None] * 5] * 12
    assert [row[-2:] for row in stop_rows([ended], "en")] == [[None, None]]
    browser = as_role(Role.LEAD)
    for name, row in (("principle", principle), ("stopped", stop_item)):
        page = browser.get(reverse(f"practice:{name}", args=[row.pk]), headers={"Accept-Language": "en"})
        text = page.content.decode()
        assert "12 months are not shown: fewer than 5 people work where they were counted" in text
        assert not re.search(r">\s*(41|82|40|480|200|600)\s*<", text)


def test_a_month_that_few_counted_alone_is_left_out(principle: Principle) -> None:
    counted(principle, [40, 40, 40])
    counted(principle, [10], "brand_studio", since=4)
    found = kept([principle_by_id(principle.pk)])[0]
    assert [each.share is TOO_FEW for each in found.course.months] == [False, False, False, True]
    assert found.course.recent.n == 150  # type: ignore[union-attr]
    assert len(streams(TODAY)[0].points) == 3


def test_a_team_that_shrinks_in_the_middle_of_its_series_is_shown_no_more(principle: Principle) -> None:
    counted(principle, [40] * 6)
    assert len(streams(TODAY)[0].points) == 6
    Staff.objects.filter(unit="campaigns").update(people=4)
    assert streams(TODAY) == ()
    assert Count.objects.count() == 6  # nothing is lost
    Staff.objects.filter(unit="campaigns").update(people=5)
    assert len(streams(TODAY)[0].points) == 6


def test_a_department_that_was_merged_keeps_its_line_under_the_former_name(
    principle: Principle, as_role: Callable[[Role], Client]
) -> None:
    for unit in ("campaigns", "service"):
        counted(principle, [40], unit)
    adopt(COMMAND_LINE, without("campaigns"))
    counted(principle, [45], "campaigns", since=2)  # what was counted before the end may still come in
    assert set(kept([principle_by_id(principle.pk)])[0].by_unit) == {"campaigns", "service"}
    address = reverse("practice:principle", args=[principle.pk])
    page = as_role(Role.LEAD).get(address, headers={"Accept-Language": "en"}).content.decode()
    assert "Campaigns (formerly)" in page


def test_exempt_months_do_not_count_and_stay_visible(principle: Principle) -> None:
    counted(principle, [46, 10, 46])
    keeping.exempt(
        COMMAND_LINE, principle, "campaigns", "Platform moved", date(2025, 2, 3), date(2025, 2, 20)
    )
    found = kept([principle_by_id(principle.pk)])[0]

    assert found.exempted == 1
    assert found.course.recent.value == 0.92  # type: ignore[union-attr]


def test_only_departments_a_principle_holds_for_count() -> None:
    draft = PrincipleDraft("We write plainly", date(2025, 1, 1), units=("campaigns",))
    row = keeping.keep_principle(COMMAND_LINE, draft, rule=RuleDraft("letters", "plain"))
    counted(row, [40], "campaigns")
    counted(row, [10], "service")
    assert measured(row).n == 50  # type: ignore[attr-defined]


def test_months_before_it_held_and_after_it_ended_do_not_count() -> None:
    draft = PrincipleDraft("Plain letters", date(2025, 2, 15), until=date(2025, 3, 20))
    row = keeping.keep_principle(COMMAND_LINE, draft, rule=RuleDraft("letters", "plain"))
    counted(row, [10, 40, 40, 10])
    found = kept([principle_by_id(row.pk)])[0]
    assert [each.month.month for each in found.course.months] == [2, 3]


def test_a_principle_may_be_that_the_stop_list_is_not_used(stop_item: StopItem) -> None:
    rule = RuleDraft("months", "not used", Source.STOP_LIST, stop_item.slug)
    row = keeping.keep_principle(COMMAND_LINE, PrincipleDraft("No lists", date(2025, 1, 1)), rule=rule)
    used(stop_item, [3, 0, 0, 1])
    assert [each.kept for each in kept([principle_by_id(row.pk)])[0].course.months] == [0, 1, 1, 0]


def test_use_after_end_and_grace_is_a_relapse(stop_item: StopItem) -> None:
    used(stop_item, [40] * 5 + [7, 1, 0, 0, 25, 26, 27])
    found = stopped(list(stop_list()), TODAY)[0]

    assert found.standing is Standing.ENDED
    assert found.forbidden_from == date(2025, 7, 1)
    assert found.relapse is not None
    assert (found.relapse.months, found.relapse.uses, found.relapse.recent) == (6, 79, 78)
    assert found.slipping


def test_streams_of_the_watch_begin_when_use_is_forbidden(principle: Principle, stop_item: StopItem) -> None:
    used(stop_item, [40] * 5 + [7, 1, 0, 0, 25, 26, 27])
    counted(principle, [46] * 6)
    found = {stream.kind: stream for stream in streams(date(2025, 11, 30))}

    uses, share = found[StreamKind.STOP_LIST], found[StreamKind.COMPLIANCE]
    assert [point.value for point in uses.points] == [1, 0, 0, 25, 26]
    assert all(point.error > 0 for point in (*uses.points, *share.points))
    assert not uses.good_high
    assert share.good_high
    assert (uses.unit, share.unit) == ("campaigns", "campaigns")
    assert uses.slug == f"stopped-{stop_item.slug}"
    assert uses.address == f"/practice/stop-list/{stop_item.pk}"


TABLE = f"Principle;Department;Month;Kept;Cases\n{SENTENCE};Campaigns;2025-01;37;40\n{SENTENCE};;02/2025;300;400\n"


def bring(tmp_path: Path, content: str) -> Batch:
    (tmp_path / "t.csv").write_text(content, encoding="utf-8")
    return counting.bring_counts(COMMAND_LINE, tmp_path, "t.csv", TODAY)


def test_a_table_brings_counts(principle: Principle, tmp_path: Path) -> None:
    bring(tmp_path, TABLE)
    assert list(Count.objects.values_list("unit", "kept", "cases")) == [
        ("campaigns", 37, 40),
        ("", 300, 400),
    ]


def test_every_mistake_of_a_table_is_told_with_its_line(principle: Principle, tmp_path: Path) -> None:
    wrong = (
        "Principle;Department;Month;Kept;Cases\n"
        f"{SENTENCE};Campaigns;2025-01;41;40\n"
        f"{SENTENCE};Campaigns;2025-01;1;2\n"
        f"Other;Moon;2026-03;x;2\n"
        f"{SENTENCE};Campaigns;2025-03;1,5;2\n"
    )
    with pytest.raises(InvalidFile) as refused:
        bring(tmp_path, wrong)
    told = {(each.place, each.text.en) for each in refused.value.problems}
    assert ("2", "41 of 40 kept? It cannot be kept more often than there were cases.") in told
    assert ("3", "For this month there is a count in line 2 already.") in told
    assert {place for place, _ in told} == {"2", "3", "4", "5"}
    assert not Count.objects.exists()


def test_a_table_of_uses(stop_item: StopItem, tmp_path: Path) -> None:
    (tmp_path / "u.csv").write_text(
        f"Eintrag;Bereich;Monat;Nutzungen\n{LISTS};Kampagnen;07.2025;3\n", encoding="utf-8"
    )
    counting.bring_uses(COMMAND_LINE, tmp_path, "u.csv", TODAY)
    found = stopped(list(stop_list()), TODAY)[0]
    assert found.relapse is not None
    assert found.relapse.uses == 3


def test_many_principles_ask_no_more_than_one(
    principle: Principle, django_assert_max_num_queries: object
) -> None:
    counted(principle, [46] * 6)
    for n in range(20):
        row = keeping.keep_principle(
            COMMAND_LINE, PrincipleDraft(f"Principle {n}", date(2025, 1, 1)), rule=RuleDraft("a", "b")
        )
        counted(row, [40] * 6)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert len(kept(list(principles()))) == 21
