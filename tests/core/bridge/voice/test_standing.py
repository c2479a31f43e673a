"""Where systems stand: the draw, what counts, both sides, and when nothing can be told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.core.known import known

from leitstern.core.bridge.voice.drawing import drawn, number_of
from leitstern.core.bridge.voice.judging import Judged, Uttered, judge
from leitstern.core.bridge.voice.rules import Answer, Rule, RuleKind, RuleSet, Side, Statement, Tongue
from leitstern.core.bridge.voice.standing import DISAGREE, UNRATED, standings
from leitstern.core.stats.estimate import Missing
from leitstern.core.stats.intervals import wilson

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leitstern.core.bridge.voice.standing import Standing

BRAND, FIT = Statement("As we speak", Side.BRAND), Statement("As I expected", Side.CUSTOMER)
SOON = Rule("no soon", RuleKind.FORBIDDEN, Tongue.EN, "It says nothing.", "Soon.", ("soon",))
RULES = RuleSet((SOON,), (BRAND, FIT))
MONTH = date(2026, 1, 1)
YES, PARTLY, NO = Answer.YES, Answer.PARTLY, Answer.NO


def said(at: int, text: str = "On Friday.", month: date = MONTH) -> Uttered:
    return Uttered(at, "chat", "call", month, Tongue.EN, text)


def by(*pairs: tuple[Answer, Answer]) -> dict[str, dict[str, Answer]]:
    return {f"rater {at}": {BRAND.key: brand, FIT.key: fit} for at, (brand, fit) in enumerate(pairs)}


def stand(texts: Sequence[Judged], n: dict[date, int] | None = None) -> Standing:
    counts = n or {MONTH: len(texts)}
    [found] = standings(RULES, texts, {("chat", month, "call"): count for month, count in counts.items()})
    return found


def test_the_draw_is_the_same_again_and_the_rest_need_not_be_kept() -> None:
    numbers = [("chat", number_of(40, "chat", at)) for at in range(200)]
    assert drawn(numbers, 20) == drawn(reversed(numbers), 20)
    assert len(drawn(numbers, 20)) == 20
    files = [numbers[:120], numbers[120:]]
    kept = [("chat", each) for file in files for each in drawn(file, 20)]
    assert drawn(kept, 20) == drawn(numbers, 20)
    assert len(drawn([*numbers, ("letter", "0")], 20)) == 21


def test_every_text_is_drawn_alike() -> None:
    times = [0] * 40
    for seed in range(400):
        numbers = {number_of(seed, at): at for at in range(40)}
        for each in drawn((((), number) for number in numbers), 10):
            times[numbers[each]] += 1
    assert min(times) > 65
    assert max(times) < 140


def test_both_sides_have_to_hold() -> None:
    assert judge(RULES, said(1), by((YES, YES), (YES, YES))).conforms
    assert not judge(RULES, said(1, "Soon."), by((YES, YES), (YES, YES))).on_brand
    torn = judge(RULES, said(1), by((YES, NO), (YES, YES)))
    assert torn.on_brand
    assert not torn.customer
    assert not torn.conforms
    two_of_three = judge(RULES, said(1), by((YES, YES), (YES, YES), (NO, PARTLY)))
    assert two_of_three.conforms


def test_whoever_left_a_statement_out_does_not_count_yet() -> None:
    given = by((YES, YES), (YES, YES))
    del given["rater 1"][FIT.key]
    found = judge(RULES, said(1), given)
    assert found.raters == ("rater 0",)
    assert not found.counts
    assert not judge(RULES, said(1), {}).conforms


def test_conformity_with_interval_and_its_sides() -> None:
    texts = [judge(RULES, said(at), by((YES, YES), (YES, YES))) for at in range(12)]
    texts += [judge(RULES, said(at), by((YES, NO), (YES, NO))) for at in range(12, 16)]
    texts += [judge(RULES, said(at, "Soon."), by((NO, NO), (NO, NO))) for at in range(16, 20)]
    found = stand(texts)
    whole = known(found.whole.conforms)
    assert (whole.value, whole.n) == (0.6, 20)
    assert (whole.low, whole.high) == pytest.approx(wilson(0.6, 20))
    assert known(found.whole.on_brand).value == 0.8
    assert known(found.whole.expected).value == 0.6
    assert known(found.agreement).value == 1
    assert (found.sides.both, found.sides.only_brand, found.sides.only_customer, found.sides.neither) == (
        12, 4, 0, 4,
    )  # fmt: skip
    [rule] = found.rules
    assert (rule.times, known(rule.share).value, rule.examples) == (4, 0.2, ("Soon.",))


def test_months_count_by_what_was_said_in_them() -> None:
    february = date(2026, 2, 1)
    texts = [judge(RULES, said(at), by((YES, YES), (YES, YES))) for at in range(10)]
    texts += [judge(RULES, said(at, month=february), by((NO, NO), (NO, NO))) for at in range(10, 20)]
    found = stand(texts, {MONTH: 10, february: 90})
    assert known(found.whole.conforms).value == pytest.approx(0.1)
    assert [known(shares.conforms).value for _, shares in found.months] == [1, 0]
    assert found.whole.said == 100


def test_it_cannot_be_told() -> None:
    alone = stand([judge(RULES, said(at), by((YES, YES))) for at in range(20)])
    assert alone.whole.conforms is UNRATED
    assert known(alone.whole.passes).n == 20
    few = stand([judge(RULES, said(at), by((YES, YES), (YES, YES))) for at in range(9)]).whole.conforms
    assert isinstance(few, Missing)
    assert few.code == "too-few-texts"
    pairs = [((YES, YES), (NO, NO)), ((NO, NO), (YES, YES))]
    torn = stand([judge(RULES, said(at), by(*pairs[at % 2])) for at in range(20)])
    assert torn.whole.conforms is DISAGREE
    assert torn.months[0][1].conforms is DISAGREE


def test_where_everybody_says_yes_agreement_is_not_claimed() -> None:
    found = stand([judge(RULES, said(at), by((YES, YES), (YES, YES))) for at in range(12)])
    assert isinstance(found.agreement, Missing)
    assert known(found.whole.conforms).value == 1
