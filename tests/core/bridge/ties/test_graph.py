"""What touches a touchpoint: neighbours, and beyond them only what says more about it."""

from __future__ import annotations

from leitstern.core.bridge.ties.graph import (
    BEYOND,
    FROM,
    LAYERS,
    Graph,
    Kind,
    Layer,
    Thing,
    Tie,
    by_layer,
    walked,
)
from leitstern.core.bridge.ties.words import KINDS, NOBODY, sentence, way
from leitstern.core.bridge.ties.words import LAYERS as LAYER_NAMES
from leitstern.core.texts import Text


def thing(kind: Kind, slug: str) -> Thing:
    return Thing(kind, slug, Text(en=slug, de=slug), f"/{slug}")


def tie(source: Thing, target: Thing, words: str = "answers for") -> Tie:
    return Tie(source.key, target.key, Text(en=words, de=words))


LETTER, CALL = thing(Kind.TOUCHPOINT, "letter"), thing(Kind.TOUCHPOINT, "call")
LENDING = thing(Kind.UNIT, "lending")
CLERK = thing(Kind.ROLE, "clerk")
COST = thing(Kind.FIGURE, "cost")
ABLE = thing(Kind.CAPABILITY, "telling")
CRM = thing(Kind.APPLICATION, "crm")
ADDRESS = thing(Kind.DATA, "address")
PLAIN = thing(Kind.INITIATIVE, "plain letters")
TRUST = thing(Kind.GOAL, "trust")
OTHER = thing(Kind.INITIATIVE, "bot")
GRAPH = Graph(
    (LETTER, CALL, LENDING, CLERK, COST, ABLE, CRM, ADDRESS, PLAIN, TRUST, OTHER),
    (
        tie(LENDING, LETTER),
        tie(LENDING, CALL),
        tie(CLERK, LENDING, "works in"),
        tie(CLERK, COST, "is rewarded for"),
        tie(ABLE, LETTER, "serves"),
        tie(CRM, ABLE, "carries"),
        tie(CRM, ADDRESS, "keeps"),
        tie(PLAIN, LETTER, "changes"),
        tie(PLAIN, TRUST, "works for"),
        tie(OTHER, TRUST, "works against"),
        tie(LENDING, thing(Kind.ROLE, "nobody knows")),
    ),
)


def found(start: Thing) -> dict[str, int]:
    return {each.thing.slug: len(each.way) for each in GRAPH.touching(start.key)}


def test_from_department_to_key_figure() -> None:
    assert found(LETTER) == {
        "lending": 1,
        "telling": 1,
        "plain letters": 1,
        "clerk": 2,
        "crm": 2,
        "trust": 2,
        "cost": 3,
        "address": 3,
    }


def test_other_touchpoints_of_the_same_department_do_not_touch_it() -> None:
    assert "call" not in found(LETTER)


def test_other_initiatives_towards_the_same_goal_do_not_touch_it() -> None:
    assert "bot" not in found(LETTER)


def test_asked_about_an_application_it_says_which_touchpoints() -> None:
    assert found(CRM) == {"telling": 1, "address": 1, "letter": 2}


def test_asked_about_a_key_figure_it_says_whose_it_is() -> None:
    assert found(COST) == {"clerk": 1, "lending": 2, "letter": 3, "call": 3}


def test_only_what_a_walk_can_take_need_be_looked_at() -> None:
    pairs = {(one.target[0], one.source[0]) for one in GRAPH.ties}
    taken = walked(Kind.APPLICATION, pairs)
    assert (Kind.DATA, Kind.APPLICATION) in taken
    assert (Kind.FIGURE, Kind.ROLE) not in taken
    assert (Kind.FIGURE, Kind.ROLE) in walked(Kind.TOUCHPOINT, pairs)


def test_ties_to_what_is_not_there_are_left_out() -> None:
    assert GRAPH.touching((Kind.ROLE, "nobody knows")) == ()


def test_circles_end() -> None:
    both = Graph((LETTER, LENDING), (tie(LENDING, LETTER), tie(LETTER, LENDING), tie(LETTER, LETTER)))
    assert [each.thing for each in both.touching(LETTER.key)] == [LENDING]


def test_the_way_reads_as_sentences() -> None:
    (cost,) = [each for each in GRAPH.touching(LETTER.key) if each.thing == COST]
    assert not cost.direct
    assert way(cost).en == (
        "“lending” answers for “letter”; “clerk” works in “lending”; “clerk” is rewarded for “cost”"
    )
    assert way(cost).de.startswith("„lending“")


class TestLayers:
    def test_every_kind_has_its_column_and_its_name(self) -> None:
        placed = [kind for kinds in LAYERS.values() for kind in kinds]
        assert sorted(placed) == sorted(Kind)
        assert set(KINDS) == set(Kind)
        assert set(LAYER_NAMES) == set(NOBODY) == set(Layer)
        assert set(BEYOND) | set(FROM) <= set(Kind)

    def test_by_kind_then_near_ones_then_names(self) -> None:
        layers = by_layer(GRAPH.touching(LETTER.key))
        assert [each.thing.slug for each in layers[Layer.WITH]] == ["telling", "crm", "address"]
        assert [each.thing.slug for each in layers[Layer.FOR]] == ["trust", "cost"]
        assert layers[Layer.HOW] == ()


class TestSentence:
    def said(self, start: Thing, graph: Graph = GRAPH) -> str:
        return sentence(start.name, by_layer(graph.touching(start.key)), Layer.CUSTOMERS).en

    def test_what_is_missing(self) -> None:
        assert self.said(LETTER) == "8 things touch “letter”; no process and no principle is on record."

    def test_nothing(self) -> None:
        assert self.said(LETTER, Graph((LETTER,), ())) == "Nothing touches “letter” yet."

    def test_one(self) -> None:
        said = self.said(LETTER, Graph((LETTER, LENDING), (tie(LENDING, LETTER),)))
        assert said.startswith("One thing touches “letter”; no process")

    def test_everything_is_there(self) -> None:
        rule = thing(Kind.PRINCIPLE, "said once")
        full = Graph((*GRAPH.things, rule), (*GRAPH.ties, tie(rule, LETTER, "holds at")))
        assert self.said(LETTER, full).startswith("9 things touch “letter”, from those who answer")
