"""The four answers: what may be kept, what may go out, what a good reader remarks, and what a new version changes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from leitstern.core.bridge.change.brief import (
    LONGEST,
    BriefDraft,
    Chosen,
    ForRole,
    RoleKey,
    as_content,
    from_content,
    problems,
    unready,
)
from leitstern.core.bridge.change.differences import Part, differences
from leitstern.core.bridge.change.hints import hints

ADVICE, BRANCH = RoleKey("service", "Beratung"), RoleKey("branches", "Filiale")
GOOD = BriefDraft(
    why="Kundinnen und Kunden erzählen ihre Geschichte heute dreimal. Das soll aufhören.",
    speaker="Vorständin Kunden",
    valid_from=date(2026, 3, 1),
    principles=(Chosen("once", "Wir fragen nichts zweimal."),),
    stops=(Chosen("lists", "Kundenlisten als Tabelle"),),
    roles=(
        ForRole(ADVICE, "Sie sehen vor dem Gespräch, was der Mensch am Telefon schon erzählt hat."),
        ForRole(
            BRANCH, "Sie schreiben nach jedem Besuch zwei Sätze in die Akte, damit die Hotline Bescheid weiß."
        ),
    ),
)


def codes(draft: BriefDraft, **more: tuple[object, ...]) -> list[str]:
    return [each.code for each in hints(draft, **more)]  # type: ignore[arg-type]


def test_a_good_brief_gets_no_remark_and_may_go_out() -> None:
    assert (problems(GOOD), unready(GOOD), hints(GOOD)) == ((), (), ())


def test_it_comes_back_from_storage_as_it_was() -> None:
    assert json.loads(json.dumps(as_content(GOOD))) == as_content(GOOD)
    assert from_content(as_content(GOOD)) == GOOD
    assert from_content(as_content(BriefDraft())) == BriefDraft()


def test_a_role_stands_once_and_has_a_name() -> None:
    twice = replace(GOOD, roles=(*GOOD.roles, ForRole(RoleKey("service", "beratung"), "Anders.")))
    nameless = replace(GOOD, roles=(ForRole(RoleKey("service", " "), "Für wen?"),))
    assert [each.field for each in problems(twice)] == ["roles"]
    assert "zweimal" in problems(twice)[0].text.de
    assert "für welche Rolle" in problems(nameless)[0].text.de
    assert (
        problems(replace(GOOD, roles=(*GOOD.roles, ForRole(RoleKey("claims", "Beratung"), "Anderswo."))))
        == ()
    )


def test_what_is_too_long_to_be_read_is_refused() -> None:
    assert problems(replace(GOOD, why="a" * (LONGEST + 1)))[0].field == "why"
    assert problems(replace(GOOD, roles=(ForRole(ADVICE, "a" * (LONGEST + 1)),)))[0].field == "roles"


def test_it_goes_out_with_a_reason_and_somebody_who_says_it_and_nothing_else_is_asked() -> None:
    assert [each.field for each in unready(BriefDraft())] == ["why", "speaker"]
    assert unready(BriefDraft(why="Weil es Menschen hilft.", speaker="Vorstand")) == ()


@pytest.mark.parametrize(
    ("why", "expected"),
    [
        ("Wir führen die neue KI-Plattform ein.", "only-technology"),
        ("We roll out the new AI tool.", "only-technology"),
        ("Weil es effizienter ist.", "no-people"),
        ("Die neue Software spart Kundinnen und Kunden das dritte Telefonat.", None),
        ("The platform gives our colleagues time for hard cases.", None),
    ],
)
def test_a_reason_without_people_is_remarked(why: str, expected: str | None) -> None:
    assert codes(replace(GOOD, why=why)) == ([expected] if expected else [])


def test_an_answer_copied_from_another_role_is_remarked_though_the_name_was_exchanged() -> None:
    text = "Für die {role} gilt: Sie sehen vor jedem Gespräch, was der Mensch am Telefon erzählt hat."
    copied = tuple(ForRole(role, text.format(role=role.name)) for role in (ADVICE, BRANCH))
    assert codes(replace(GOOD, roles=copied)) == ["copied"]


def test_an_answer_that_is_the_reason_again_or_too_short_is_remarked() -> None:
    assert codes(replace(GOOD, roles=(ForRole(ADVICE, GOOD.why),))) == ["copied-why"]
    assert codes(replace(GOOD, roles=(ForRole(ADVICE, "Alles wird leichter."),))) == ["short"]


def test_what_is_missing_is_remarked_each_by_itself() -> None:
    bare = BriefDraft(why=GOOD.why, speaker="Herr Alt")
    assert codes(bare, gone=("herr alt",)) == [
        "no-role",
        "no-principle",
        "nothing-stops",
        "no-day",
        "speaker-left",
    ]


def test_an_affected_role_without_an_answer_is_remarked_whatever_its_case_and_department() -> None:
    empty = replace(GOOD, roles=(ForRole(ADVICE, "  "), GOOD.roles[1]))
    assert codes(empty) == ["unanswered"]
    assert codes(GOOD, affected=(RoleKey("", "beratung"),)) == []
    (hint,) = hints(GOOD, affected=(RoleKey("", "Kasse"),))
    assert hint.text.de == "„Kasse“ ist betroffen und bekommt keine Antwort."


def test_a_new_version_shows_word_by_word_what_it_says_otherwise() -> None:
    after = replace(
        GOOD,
        why=GOOD.why.replace("dreimal", "viermal"),
        stops=(Chosen("calls", "Rückrufe ohne Akte"),),
        roles=(GOOD.roles[0], ForRole(RoleKey("claims", "Regulierung"), "Neu dabei.")),
    )
    why, branch, claims, stops = differences(GOOD, after)
    assert [(each.part, each.words) for each in why.pieces] == [
        (Part.SAME, "Kundinnen und Kunden erzählen ihre Geschichte heute"),
        (Part.DROPPED, "dreimal."),
        (Part.ADDED, "viermal."),
        (Part.SAME, "Das soll aufhören."),
    ]
    assert [each.part for each in branch.pieces] == [Part.DROPPED]
    assert (claims.role, [each.part for each in claims.pieces]) == (after.roles[1].role, [Part.ADDED])
    assert [(each.part, each.words) for each in stops.pieces] == [
        (Part.DROPPED, "Kundenlisten als Tabelle"),
        (Part.ADDED, "Rückrufe ohne Akte"),
    ]
    assert differences(GOOD, GOOD) == ()
