"""A tug: two rewarded figures, one lever, opposite directions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.inside.incentives.register import LINKS

from leitstern.core.inside.incentives.declared import Strength, stated_coupling, tensions
from leitstern.core.inside.incentives.templates import CONFLICTS, FIGURES


def test_opposite_signs_at_one_lever_are_a_conflict() -> None:
    found = tensions(LINKS, {"cost", "solved"})
    assert list(found) == [("cost", "solved")]
    (tug,) = found["cost", "solved"]
    assert (tug.up.figure, tug.down.figure, tug.lever) == ("solved", "cost", "time")


def test_what_nobody_is_rewarded_for_pulls_nobody() -> None:
    assert tensions(LINKS, {"cost"}) == {}
    assert list(tensions(LINKS, {"cost", "staying", "solved"})) == [("cost", "solved"), ("cost", "staying")]


def test_same_signs_or_other_levers_are_none() -> None:
    assert tensions(LINKS[1:], {"solved", "staying"}) == {}
    elsewhere = (LINKS[0], replace(LINKS[1], lever="price"))
    assert tensions(elsewhere, {"cost", "solved"}) == {}


def test_a_tug_is_as_strong_as_its_weaker_end() -> None:
    (tug,) = tensions(LINKS, {"cost", "solved"})["cost", "solved"]
    assert tug.strength is Strength.MEDIUM
    said = stated_coupling([tug])
    assert (said.value, said.low, said.high, said.grade) == (0.3, 0.2, 0.4, "stated")


@pytest.mark.parametrize("template", CONFLICTS, ids=lambda template: template.slug)
def test_every_template_of_a_conflict_is_one(template: object) -> None:
    from leitstern.core.inside.incentives.declared import Link
    from leitstern.core.inside.incentives.templates import ConflictTemplate

    assert isinstance(template, ConflictTemplate)
    links = [
        Link(template.first.slug, "lever", -1, template.strength),
        Link(template.second.slug, "lever", 1, template.strength),
    ]
    assert len(tensions(links, {template.first.slug, template.second.slug})) == 1


def test_templates_have_names_of_their_own() -> None:
    everything = [*FIGURES, *(figure for each in CONFLICTS for figure in (each.first, each.second))]
    by_slug = {each.slug: each for each in everything}
    assert len(by_slug) == len(everything) - 1  # the special price stands in both
    quality = by_slug["recommendation_quality"]
    assert quality.receivers == 2
