"""A term is changed, retired or merged; codes stay with their term, and what pointed to it points on."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from leitstern.core.company.checks import check_taxonomy
from leitstern.core.company.editing import (
    EDITED,
    KINDS_OF,
    POINTING,
    Sort,
    add_synonyms,
    drop_synonym,
    entries,
    entry,
    made,
    merge,
    move,
    new_slug,
    put,
    retire,
    values_of,
)
from leitstern.core.company.taxonomy import (
    Channel,
    Department,
    Driver,
    JourneyMap,
    MapStep,
    Milestone,
    Promise,
    Stage,
    Taxonomy,
    Touchpoint,
)
from leitstern.core.errors import Conflict, NotFound
from leitstern.core.texts import Text


def called(word: str) -> Text:
    return Text(en=word, de=word)


BANK = Taxonomy(
    company=called("Bank"),
    time_zone="Europe/Berlin",
    departments=(
        Department(1, "customers", called("Customers")),
        Department(2, "service", called("Service"), parent="customers", synonyms=("Contact Centre",)),
        Department(3, "branches", called("Branches")),
    ),
    channels=(
        Channel(1, "phone", called("Phone"), digital=False),
        Channel(2, "app", called("App"), digital=True),
    ),
    stages=(
        Stage(1, "buy", called("Buy")),
        Stage(2, "help", called("Help")),
        Stage(3, "stay", called("Stay")),
    ),
    touchpoints=(
        Touchpoint(1, "call", called("Call"), "help", "service", "phone", synonyms=("Anruf",)),
        Touchpoint(2, "hotline", called("Hotline"), "help", "service", "phone", synonyms=("Leitung",)),
        Touchpoint(3, "visit", called("Visit"), "buy", "branches"),
    ),
    promises=(Promise(1, "soon", "hotline", "satisfied", 0.8, called("Soon")),),
    maps=(JourneyMap(1, "way", called("Way"), (MapStep("visit"), MapStep("hotline", optional=True))),),
    milestones=(Milestone(1, "year", called("Year"), at="hotline", expects=("call",), spoils=("hotline",)),),
    drivers=(Driver("slow", called("Slow"), wait=("visit", "hotline")),),
)


def test_a_changed_term_keeps_its_code_and_place() -> None:
    renamed = replace(cast("Touchpoint", entry(BANK, "touchpoint", "call")), code=0, name=called("Ring"))
    after = put(BANK, "touchpoint", renamed)
    assert [(each.slug, each.code, each.name.en) for each in after.touchpoints] == [
        ("call", 1, "Ring"),
        ("hotline", 2, "Hotline"),
        ("visit", 3, "Visit"),
    ]


def test_a_new_term_gets_a_code_nothing_ever_had() -> None:
    without = retire(BANK, "touchpoint", "visit").evolve(BANK)
    chat = made("touchpoint", "chat", {"name": called("Chat"), "stage": "help", "department": "service"})
    after = put(without, "touchpoint", chat).evolve(without)
    assert after.resolve("touchpoint", "chat") == 4
    assert after.name("touchpoint", 3) == called("Visit")
    assert check_taxonomy(after)  # the map and the driver still name what left


def test_what_was_retired_comes_back_under_its_code() -> None:
    without = retire(BANK, "channel", "app").evolve(BANK)
    after = put(without, "channel", made("channel", "app", {"name": called("App"), "digital": True}))
    assert after.evolve(without).resolve("channel", "app") == 2
    assert after.retired == ()


def test_a_merged_term_leaves_its_names_and_whatever_pointed_to_it() -> None:
    after = merge(BANK, "touchpoint", "hotline", "call")
    assert check_taxonomy(after.evolve(BANK)) == []
    assert {
        after.resolve("touchpoint", word) for word in ("hotline", "Hotline", "anruf", "Leitung", "call")
    } == {1}
    assert after.lookup(Touchpoint).slug("call") is not None
    assert cast("Touchpoint", entry(after, "touchpoint", "call")).synonyms == ("Anruf", "hotline", "Leitung")
    assert after.promises[0].touchpoint == "call"
    assert after.maps[0].steps == (MapStep("visit"), MapStep("call", optional=True))
    assert (after.milestones[0].at, after.milestones[0].spoils) == ("call", ("call",))
    assert after.drivers[0].wait == ("visit", "call")


def test_whoever_takes_in_the_department_above_stands_in_its_place() -> None:
    after = merge(BANK, "department", "customers", "service")
    assert cast("Department", entry(after, "department", "service")).parent == ""
    assert check_taxonomy(after) == []
    assert {each.department for each in merge(BANK, "department", "service", "branches").touchpoints} == {
        "branches"
    }


def test_a_merged_stage_gives_its_touchpoints_away() -> None:
    after = merge(BANK, "stage", "help", "stay")
    assert [each.stage for each in after.touchpoints] == ["stay", "stay", "buy"]
    assert [each.slug for each in after.stages] == ["buy", "stay"]


def test_not_everything_can_be_merged() -> None:
    with pytest.raises(Conflict, match="Only departments"):
        merge(BANK, "promise", "soon", "soon")
    with pytest.raises(Conflict, match="itself"):
        merge(BANK, "stage", "buy", "buy")
    with pytest.raises(NotFound, match="nowhere"):
        merge(BANK, "stage", "buy", "nowhere")


@pytest.mark.parametrize(
    ("after", "order"), [("", "help buy stay"), ("stay", "buy stay help"), ("help", "buy help stay")]
)
def test_a_term_stands_where_it_is_put(after: str, order: str) -> None:
    moved = move(BANK, "stage", "help", after)
    assert " ".join(each.slug for each in moved.stages) == order


def test_synonyms_come_once_and_go() -> None:
    more = add_synonyms(BANK, "touchpoint", "visit", ["Besuch", "besuch", "VISIT", "Termin"])
    assert cast("Touchpoint", entry(more, "touchpoint", "visit")).synonyms == ("Besuch", "Termin")
    assert cast(
        "Touchpoint", entry(drop_synonym(more, "touchpoint", "visit", "besuch "), "touchpoint", "visit")
    ).synonyms == ("Termin",)


def test_short_names_are_plain_and_new() -> None:
    assert new_slug(BANK, "touchpoint", "Beratung für Ältere (Straße)") == "beratung_fuer_aeltere_strasse"
    assert new_slug(BANK, "touchpoint", "Call!") == "call_2"
    without = retire(BANK, "touchpoint", "visit").evolve(BANK)
    assert new_slug(without, "touchpoint", "Visit") == "visit_2"
    assert new_slug(BANK, "stage", "検討") == "stage"


def test_statements_have_no_code() -> None:
    own = made("facet", "clear", {"name": called("Clear"), "question": called("How clear?")})
    after = put(BANK, "facet", own)
    assert after.facet("clear") == own
    assert put(after, "facet", replace(own, name=called("Plain"))).facet("clear") != own
    assert retire(after, "facet", "clear").facet("clear") is None


@pytest.mark.parametrize("sort", EDITED)
def test_what_can_be_changed_is_everything_but_code_and_short_name(sort: Sort) -> None:
    for each in entries(BANK, sort):
        assert set(values_of(each)) | {"code", "slug"} == set(KINDS_OF[sort].__dataclass_fields__) | {"code"}


def test_every_field_that_names_a_term_is_pointed_on() -> None:
    """A new field of a term that holds the short name of another has to be followed when the two are merged."""
    spots = {(section, field) for told in POINTING.values() for section, field in told}
    for section, field in spots:
        holder = getattr(BANK, section)
        assert not holder or hasattr(holder[0], field)
