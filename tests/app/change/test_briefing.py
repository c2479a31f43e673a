"""Briefs: drafts, versions that never change, links to read, and what is counted of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.app.change.conftest import ADVICE, HOTLINE, draft

from leitstern.app.change import queries, reaching
from leitstern.app.change.briefing import (
    count_opening,
    hand_out,
    keep_brief,
    publish,
    reinstate,
    withdraw,
    withdraw_handing_out,
)
from leitstern.app.change.models import Brief, Copy, Language, Version
from leitstern.app.change.saying import WrongWords
from leitstern.app.common.actors import COMMAND_LINE
from leitstern.app.portfolio.keeping import withdraw_initiative
from leitstern.app.structure.roles import enter_role
from leitstern.core.bridge.change.brief import BriefDraft, ForRole, RoleKey, from_content
from leitstern.core.bridge.change.talk import Channel
from leitstern.core.errors import Conflict, InvalidInput, NotAllowed
from leitstern.core.stats.estimate import Estimate, Missing

if TYPE_CHECKING:
    from collections.abc import Callable

    from leitstern.app.accounts.models import Person
    from leitstern.app.portfolio.models import Initiative

DAY = date(2026, 3, 2)


def test_a_draft_may_lack_everything_and_is_kept_in_place(initiative: Initiative) -> None:
    first = keep_brief(COMMAND_LINE, initiative, Language.GERMAN, BriefDraft())
    again = keep_brief(COMMAND_LINE, initiative, Language.GERMAN, draft())
    assert first.pk == again.pk
    assert from_content(queries.brief_by_id(first.pk).content) == draft()


def test_only_whoever_steers_may_write(initiative: Initiative, auditor: Person) -> None:
    with pytest.raises(NotAllowed):
        keep_brief(auditor, initiative, Language.GERMAN, BriefDraft())


def test_a_version_goes_out_with_a_copy_for_everybody_and_each_role(published: Version) -> None:
    copies = [(each.unit, each.role) for each in published.copies.all()]
    assert copies == [("", ""), (ADVICE.unit, ADVICE.name), (HOTLINE.unit, HOTLINE.name)]
    assert len(set(published.copies.values_list("token", flat=True))) == 3


def test_what_is_published_stays_when_the_draft_changes(
    published: Version, keep: Callable[..., Brief]
) -> None:
    brief = keep(why="Ganz anders.")
    assert from_content(queries.version_by_id(published.pk).content).why.startswith("Kundinnen")
    second = publish(COMMAND_LINE, brief)
    assert (second.number, queries.newer_than(published)) == (2, second)


def test_the_same_words_do_not_go_out_twice(published: Version) -> None:
    with pytest.raises(Conflict, match="version 1"):
        publish(COMMAND_LINE, published.brief)


def test_without_a_reason_nothing_goes_out(keep: Callable[..., Brief]) -> None:
    with pytest.raises(WrongWords) as refused:
        publish(COMMAND_LINE, keep(why=" ", speaker=""))
    assert [each.field for each in refused.value.problems] == ["why", "speaker"]
    assert not Version.objects.exists()


def test_a_withdrawn_initiative_gets_no_new_version_and_keeps_the_old(
    initiative: Initiative, published: Version, keep: Callable[..., Brief]
) -> None:
    withdraw_initiative(COMMAND_LINE, initiative)
    with pytest.raises(Conflict, match="withdrawn"):
        publish(
            COMMAND_LINE, Brief.objects.select_related("initiative").get(pk=keep(why="Neu, für Menschen.").pk)
        )
    assert queries.told() == ()
    assert queries.coverage_of(initiative).answered == {ADVICE, HOTLINE}


def test_a_version_is_withdrawn_and_let_hold_again(initiative: Initiative, published: Version) -> None:
    withdraw(COMMAND_LINE, published)
    assert queries.coverage_of(initiative).published is None
    reinstate(COMMAND_LINE, published)
    assert queries.coverage_of(initiative).published is not None


def test_roles_without_an_answer_are_open_those_the_initiative_names_too(
    initiative: Initiative, keep: Callable[..., Brief]
) -> None:
    publish(COMMAND_LINE, keep(roles=draft().roles[:1]))
    assert queries.coverage_of(initiative).open == (RoleKey("", "Betrieb"),)
    keep_brief(COMMAND_LINE, initiative, Language.ENGLISH, draft(roles=(ForRole(HOTLINE, "Soon."),)))
    assert queries.coverage_of(initiative).open == (HOTLINE,)  # a draft tells nobody anything


def test_an_answer_in_one_language_is_an_answer(initiative: Initiative, keep: Callable[..., Brief]) -> None:
    publish(COMMAND_LINE, keep(roles=draft().roles[:1]))
    publish(COMMAND_LINE, keep(Language.ENGLISH, roles=draft().roles[1:]))
    assert queries.coverage_of(initiative).open == ()


def test_coverage_asks_the_same_questions_for_any_number(
    published: Version, django_assert_num_queries: Callable[..., object]
) -> None:
    with django_assert_num_queries(3):  # type: ignore[attr-defined]
        assert queries.coverage_now().open == ()


def test_openings_are_counted_and_shown_from_five_on(published: Version) -> None:
    copy = published.copies.get(unit=ADVICE.unit)
    enter_role(COMMAND_LINE, ADVICE.name, ADVICE.unit, 60)
    hand_out(COMMAND_LINE, copy, DAY, 40, Channel.MAIL)
    for _ in range(4):
        count_opening(copy)
    assert isinstance(reached(copy), Missing)
    count_opening(copy)
    found = reached(copy)
    assert isinstance(found, Estimate)
    assert (found.value, found.n) == (5 / 40, 40)


def test_of_a_role_that_few_hold_nothing_is_told(published: Version) -> None:
    copy = published.copies.get(unit=ADVICE.unit)
    enter_role(COMMAND_LINE, ADVICE.name, ADVICE.unit, 4)
    hand_out(COMMAND_LINE, copy, DAY, 40, Channel.PAPER)
    Copy.objects.update(opened=30)
    found = reached(copy)
    assert isinstance(found, Missing)
    assert found.code == "too-few"


def test_of_a_role_the_register_does_not_know_nothing_is_told_and_of_everybodys_page_it_is(
    published: Version,
) -> None:
    for copy in published.copies.all():
        hand_out(COMMAND_LINE, copy, DAY, 40, Channel.MAIL)
    Copy.objects.update(opened=30)
    everybody, advice, _ = published.copies.all()
    assert isinstance(reached(everybody), Estimate)
    found = reached(advice)
    assert isinstance(found, Missing)
    assert found.code == "too-few"


def test_copies_typed_wrong_no_longer_count(published: Version) -> None:
    copy = published.copies.get(unit=ADVICE.unit)
    row = hand_out(COMMAND_LINE, copy, DAY, 400, Channel.MAIL)
    withdraw_handing_out(COMMAND_LINE, row)
    assert not copy.handed_out.filter(withdrawn=None)
    with pytest.raises(InvalidInput, match="how many"):
        hand_out(COMMAND_LINE, copy, DAY, 0, Channel.MAIL)


def test_no_copies_of_a_withdrawn_version_go_out(published: Version) -> None:
    withdraw(COMMAND_LINE, published)
    with pytest.raises(Conflict, match="newest"):
        hand_out(COMMAND_LINE, queries.copy_by_id(published.copies.all()[0].pk), DAY, 5, Channel.MAIL)


def test_a_good_reader_knows_who_has_left(published: Version, keep: Callable[..., Brief]) -> None:
    from leitstern.app.portfolio.models import Holder

    Holder.objects.create(name="Herr Alt", left=date(2020, 1, 1))
    brief = keep(speaker="Herr Alt")
    assert [each.code for each in queries.remarks(brief, from_content(brief.content))] == ["speaker-left"]


def reached(copy: Copy) -> Estimate | Missing:
    (found,) = reaching.reached(Copy.objects.filter(pk=copy.pk).prefetch_related("handed_out"), 5)
    return found.reach
