"""Counts of ties are kept by department, never of a few people, and stand until they are withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.app.silo.conftest import closed
from tests.people import make

from leitstern.app.accounts.roles import Role
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.common.models import AuditEntry
from leitstern.app.company.actions import adopt
from leitstern.app.company.former import unit_names
from leitstern.app.company.queries import require_taxonomy
from leitstern.app.silo import actions
from leitstern.app.silo.counts import assigned, assignment, index_of, standing, ties_of
from leitstern.app.silo.models import TieCount
from leitstern.app.silo.queries import standing_now
from leitstern.app.silo.streams import streams
from leitstern.core.errors import InvalidInput, NotAllowed
from leitstern.core.inside.silo.facet import Facet, Verdict
from leitstern.core.inside.silo.ties import EI
from leitstern.core.stats.estimate import Missing

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.app.accounts.models import Person

SPRING, AUTUMN = date(2026, 3, 1), date(2026, 9, 1)


def test_a_department_of_four_is_folded_and_nothing_of_it_is_kept(analyst: Person) -> None:
    kept = actions.keep_ties(analyst, "spring.csv", closed(), SPRING, "calendars of a week")
    assert kept.folded == [["data_office", "it"]]
    assert "data_office" not in str(kept.people)
    assert ties_of(kept).people == (34, 140, 92)
    assert ties_of(kept).total == closed().total
    assert AuditEntry.objects.filter(verb="count ties", subject=f"silo.tiecount:{kept.pk}").exists()


def test_the_index_says_a_silo_of_action_and_leaves_out_what_nobody_measured(analyst: Person) -> None:
    assert standing_now(AUTUMN).silo.verdict is Verdict.UNKNOWN
    actions.keep_ties(analyst, "spring.csv", closed(), SPRING, "calendars of a week")
    found = standing_now(AUTUMN)
    assert found.silo.judged(Verdict.SILO) == (Facet.ACTION,)
    assert set(found.silo.judged(Verdict.UNKNOWN)) == set(Facet) - {Facet.ACTION}
    assert isinstance(found.silo.of(Facet.THINKING).raw, Missing)
    assert found.ei
    assert found.ei.p is not None
    assert found.ei.p < 0.001
    assert found.ei.observed.as_of == SPRING


def test_of_several_counts_the_newest_stands_and_a_withdrawn_one_does_not(analyst: Person) -> None:
    actions.keep_ties(analyst, "spring.csv", closed(), SPRING, "calendars")
    wrong = actions.keep_ties(analyst, "autumn.csv", closed(), AUTUMN, "calendars")
    mended = actions.keep_ties(analyst, "autumn again.csv", closed(), AUTUMN, "calendars")
    assert [each.name for each in standing()] == ["spring.csv", "autumn again.csv"]
    actions.withdraw_ties(analyst, mended)
    assert standing()[-1] == wrong
    actions.reinstate_ties(analyst, mended)
    assert standing()[-1] == mended
    assert [each.day for each in standing(until=date(2026, 6, 1))] == [SPRING]


def test_repeated_counts_are_watched_one_is_not(analyst: Person) -> None:
    actions.keep_ties(analyst, "spring.csv", closed(), SPRING, "calendars")
    assert streams(AUTUMN) == ()
    actions.keep_ties(analyst, "autumn.csv", closed(), AUTUMN, "calendars")
    (stream,) = streams(AUTUMN)
    assert [point.day for point in stream.points] == [SPRING, AUTUMN]
    index = index_of(standing()[0])
    assert isinstance(index, EI)
    assert stream.points[0].value == index.difference < 0
    assert stream.points[0].error > 0
    assert stream.good_high
    assert len(streams(SPRING)) == 0


def test_a_count_of_tomorrow_without_source_or_of_too_few_is_refused(analyst: Person) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(InvalidInput):
        actions.keep_ties(analyst, "x", closed(), tomorrow, "calendars")
    with pytest.raises(InvalidInput):
        actions.keep_ties(analyst, "x", closed(), SPRING, "  ")
    tiny = replace(closed(), people=(2, 140, 2, 2))
    with pytest.raises(InvalidInput, match="only one is left"):
        actions.keep_ties(
            analyst, "x", replace(tiny, units=("campaigns", "marketing", "brand_studio", "it")), SPRING, "y"
        )
    assert not TieCount.objects.exists()


def test_a_spread_that_cannot_be_is_refused_and_without_one_no_p_is_said(analyst: Person) -> None:
    for wrong in (0.0, 90.0):
        with pytest.raises(InvalidInput, match="the standard deviation of ties per person lies between"):
            actions.keep_ties(analyst, "x", replace(closed(), spread=wrong), SPRING, "calendars")
    assert not TieCount.objects.exists()
    kept = actions.keep_ties(analyst, "x", replace(closed(), spread=None), SPRING, "calendars")
    found = index_of(kept)
    assert isinstance(found, EI)
    assert found.p is None
    assert standing_now(AUTUMN).silo.judged(Verdict.SILO) == (Facet.ACTION,)


def test_a_merged_department_keeps_its_count_and_is_called_former(analyst: Person) -> None:
    actions.keep_ties(analyst, "spring.csv", closed(), SPRING, "calendars")
    now = require_taxonomy()
    without = tuple(
        replace(each, parent="technology" if each.parent == "it" else each.parent)
        for each in now.departments
        if each.slug != "it"
    )
    adopt(COMMAND_LINE, replace(now, departments=without))
    assert ties_of(standing()[0]).units == ("marketing", "service", "it")
    assert unit_names()["it"].en == "Information technology (formerly)"


def test_functions_are_guessed_until_somebody_says(analyst: Person) -> None:
    assert assigned() == {
        "marketing": ["marketing"],
        "sales": ["branches"],
        "service": ["service"],
        "it": ["it"],
    }
    actions.assign(analyst, {"sales": ["branches", "insurance"], "it": ["it", "digital"]})
    assert assigned()["sales"] == ["branches", "insurance"]
    assert assigned()["marketing"] == []
    for wrong in ({"sales": ["moon"]}, {"sales": ["it"], "it": ["it"]}, {"legal": ["it"]}):
        with pytest.raises(InvalidInput):
            actions.assign(analyst, wrong)
    said = assignment()
    assert said
    assert said.units["it"] == ["it", "digital"]


def test_a_file_is_read_and_kept_by_whoever_keeps_registers(analyst: Person, tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text("Bereich;Menschen;IT;Marketing\nIT;88;400;3\nMarketing;34;;150\n")
    assert actions.hand_in(analyst, tmp_path, "ties.csv", SPRING, "Kalender").people == [
        ["it", 88],
        ["marketing", 34],
    ]
    with pytest.raises(NotAllowed):
        actions.hand_in(make(Role.EXECUTIVE), tmp_path, "ties.csv", SPRING, "Kalender")
