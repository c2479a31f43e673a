"""What changed is told term by term, and what it means in sentences."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from tests.core.company.test_editing import BANK, called

from leitstern.core.company.consequences import Stored, consequences, said_contacts
from leitstern.core.company.differences import FIELDS, How, differences, said
from leitstern.core.company.editing import (
    KINDS_OF,
    Sort,
    add_synonyms,
    drop_synonym,
    entry,
    made,
    merge,
    move,
    put,
    retire,
    values_of,
)
from leitstern.core.company.taxonomy import MapStep, Taxonomy

STORED = Stored(
    {("touchpoint", "call"): 12_311, ("touchpoint", "hotline"): 4, ("stage", "help"): 12_315},
    {("touchpoint", "Klingeln"): 40, ("touchpoint", "Ton"): 1},
)


def told(after: Taxonomy) -> list[str]:
    after = after.evolve(BANK)
    return [each.en for each in consequences(differences(BANK, after), BANK, after, STORED)]


def changed(sort: Sort, slug: str, **values: object) -> Taxonomy:
    return put(BANK, sort, made(sort, slug, values_of(entry(BANK, sort, slug)) | values))


def test_nothing_differs_from_itself() -> None:
    assert differences(BANK, BANK) == ()
    assert consequences((), BANK, BANK, STORED) == ()


def test_a_change_names_the_field_and_both_values_in_words() -> None:
    [change] = differences(
        BANK, changed("touchpoint", "call", stage="buy", importance=0.75, owner=called("Ann"))
    )
    assert (change.how, change.slug) == (How.CHANGED, "call")
    assert [(each.field, each.before.en, each.after.en) for each in change.fields] == [
        ("stage", "Help", "Buy"),
        ("owner", "–", "Ann"),
        ("importance", "0.5", "0.75"),
    ]
    assert change.fields[2].after.de == "0,75"


def test_what_is_new_and_what_is_gone() -> None:
    after = retire(BANK, "stage", "stay")
    after = put(after, "stage", made("stage", "leave", {"name": called("Leave")})).evolve(BANK)
    assert [(each.how, each.slug, len(each.fields)) for each in differences(BANK, after)] == [
        (How.ADDED, "leave", 1),
        (How.RETIRED, "stay", 0),
    ]


def test_order_and_what_holds_for_all_are_told_too() -> None:
    after = replace(move(BANK, "stage", "stay", ""), journey_gap_days=7, company=called("Other"))
    order, settings = differences(BANK, after)
    assert (order.how, order.fields[0].after.en) == (How.MOVED, "Stay, Buy, Help")
    assert {each.field: each.after.en for each in settings.fields} == {
        "company": "Other",
        "journey_gap_days": "7",
    }


def test_steps_tell_what_they_are() -> None:
    step = MapStep("call", optional=True, parallel="a")
    assert said("steps", (step, MapStep("visit")), BANK).en == "Call · yes · a, Visit"
    assert said("share", 0.955, BANK).en == "95.5"
    assert said("back_office", value=False, taxonomy=BANK).de == "nein"


@pytest.mark.parametrize("sort", sorted(KINDS_OF))
def test_every_field_has_a_name(sort: str) -> None:
    assert {each.name for each in fields(KINDS_OF[sort])} - {"code", "slug"} <= set(FIELDS)


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (
            changed("touchpoint", "call", name=called("Ring")),
            "12,311 contacts will be shown under the name “Ring”",
        ),
        (
            changed("touchpoint", "call", stage="buy"),
            "12,311 contacts will count for the stage “Buy” instead of “Help”",
        ),
        (
            changed("touchpoint", "call", department="branches"),
            "12,311 contacts stored so far stay with “Service”",
        ),
        (
            changed("touchpoint", "hotline", channel="app"),
            "Fewer than five contacts stored so far stay with “Phone”",
        ),
        (
            changed("touchpoint", "call", owner=called("Ann")),
            "“Ann” answers for “Call” from now on, instead of “–”",
        ),
        (changed("touchpoint", "call", importance=0.9), "weighs 0.9 instead of 0.5"),
        (changed("promise", "soon", share=0.9), "“Soon” now reads 90 of 100 customers instead of 80"),
        (changed("channel", "app", digital=False), "No stored contact changes its number"),
        (
            add_synonyms(BANK, "touchpoint", "call", ["Klingeln"]),
            "Files that say “Klingeln” are understood as “Call”",
        ),
        (
            add_synonyms(BANK, "touchpoint", "call", ["Klingeln"]),
            "40 entries that came in under it so far stay",
        ),
        (add_synonyms(BANK, "touchpoint", "call", ["Ton"]), "1 entry that came in under it so far"),
        (
            drop_synonym(BANK, "touchpoint", "call", "Anruf"),
            "Files that say “Anruf” are no longer understood as",
        ),
        (retire(BANK, "touchpoint", "call"), "12,311 contacts keep it as their former name"),
        (retire(BANK, "promise", "soon"), "Its short name is never given to anything else"),
        (merge(BANK, "touchpoint", "call", "hotline"), "counts for “Hotline” from the next import on"),
        (merge(BANK, "stage", "help", "buy"), "The stage “Help” is gone: 12,315 contacts count for"),
        (
            put(BANK, "stage", made("stage", "leave", {"name": called("Leave")})),
            "“Leave” is new; nothing that is stored counts for it yet",
        ),
    ],
)
def test_what_a_change_means_is_a_sentence(after: Taxonomy, sentence: str) -> None:
    assert any(sentence in each for each in told(after)), told(after)


def test_what_comes_back_counts_again() -> None:
    without = retire(BANK, "touchpoint", "call").evolve(BANK)
    back = put(without, "touchpoint", entry(BANK, "touchpoint", "call")).evolve(without)
    [said, *_] = consequences(differences(without, back), without, back, STORED)
    assert "in use again, under the code it had: 12,311 contacts count for it again" in said.en


def test_two_promises_about_the_same_are_told_once_they_are_two() -> None:
    twice = put(
        BANK,
        "promise",
        made(
            "promise",
            "kind",
            {"touchpoint": "call", "facet": "satisfied", "share": 0.9, "text": called("Kind")},
        ),
    )
    merged = merge(twice, "touchpoint", "hotline", "call").evolve(twice)
    sentences = [each.en for each in consequences(differences(twice, merged), twice, merged, STORED)]
    assert any("“Call” now has more than one promise about “Satisfied”" in each for each in sentences)
    again = put(merged, "stage", made("stage", "leave", {"name": called("Leave")})).evolve(merged)
    later = [each.en for each in consequences(differences(merged, again), merged, again, STORED)]
    assert not any("more than one promise" in each for each in later)


def test_small_numbers_are_not_told() -> None:
    assert [said_contacts(n).en for n in (0, 1, 4, 5)] == [
        "No contacts",
        "Fewer than five contacts",
        "Fewer than five contacts",
        "5 contacts",
    ]
