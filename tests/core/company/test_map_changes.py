"""What changed from one version of a map to another."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from leitstern.core.company.map_changes import changes, lines, listed, summary
from leitstern.core.company.taxonomy import JourneyMap, MapStep
from leitstern.core.texts import Text

NAMES = {slug: Text(slug.upper(), slug.upper()) for slug in "abcd"}


def journey(*slugs: str, name: str = "Buying", owner: str = "") -> JourneyMap:
    return JourneyMap(
        1,
        "buying",
        Text(name, name),
        tuple(map(MapStep, slugs)),
        Text(owner, owner) if owner else None,
    )


def said(before: JourneyMap | None, after: JourneyMap | None) -> list[str]:
    return [change.text.en for change in changes(before, after, NAMES)]


def test_nothing_is_different() -> None:
    assert said(journey("a", "b"), journey("a", "b")) == []
    assert summary(()).en == "nothing is different"
    assert changes(None, None, NAMES) == ()


def test_only_what_lost_its_order_has_moved() -> None:
    assert said(journey("a", "b", "c", "d"), journey("d", "a", "b", "c")) == [
        "“D” moved from step 4 to step 1."
    ]


def test_names_owners_steps_and_marks() -> None:
    before = journey("a", "b", name="Buying", owner="Ada")
    marked = MapStep("b", optional=True, repeatable=True, parallel="x")
    after = JourneyMap(1, "buying", Text("Paying", "Zahlen"), (MapStep("c"), marked))
    assert said(before, after) == [
        "“Buying” is now called “Paying”.",
        "Owner: nobody instead of Ada.",
        "“A”, once step 1, is gone.",
        "“C” was added as step 1.",
        "“B”: optional, repeatable, in any order with x instead of no mark.",
    ]
    assert (
        summary(changes(before, after, NAMES)).de
        == "anderer Name, andere Verantwortung, 1 Schritt hinzugefügt, 1 Schritt entfernt, 1 Schritt anders gekennzeichnet"
    )


def test_a_map_comes_and_goes() -> None:
    assert said(None, journey("a", "b")) == ["“Buying” is new, with 2 steps."]
    assert said(journey("a"), None) == ["“Buying” was taken out."]
    assert summary(changes(None, journey("a"), NAMES)).de == "ein neuer Reiseplan"


def test_a_touchpoint_twice_is_two_steps() -> None:
    first, second, third = lines(journey("a", "b", "a").steps, journey("a", "a", "b").steps)
    assert [line.touchpoint for line in (first, second, third)] == ["a", "a", "b"]
    assert [line.moved for line in (first, second, third)].count(True) == 1
    assert listed(()).en == "no mark"


slugs = st.lists(st.sampled_from("abcd"), max_size=6).map(lambda given: journey(*given).steps)


@settings(max_examples=60, deadline=None)
@given(slugs, slugs)
def test_every_step_of_both_is_there_once(before: tuple[MapStep, ...], after: tuple[MapStep, ...]) -> None:
    found = lines(before, after)
    assert [line.touchpoint for line in found if line.after] == [step.touchpoint for step in after]
    assert sorted(line.before for line in found if line.before) == list(range(1, len(before) + 1))
    still = [line.before for line in found if line.before and line.after and not line.moved]
    assert still == sorted(still)
