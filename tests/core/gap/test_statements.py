"""One statement, said with what was observed and, where few answered, with caution beside it."""

from __future__ import annotations

import pytest
from tests.core.gap.hansa import answers, at, leaders, report_on

from leitstern.core.gap.findings import Finding, Kind, TouchpointGap
from leitstern.core.gap.inputs import GapInput
from leitstern.core.gap.statements import compared, lived_said
from leitstern.core.texts import Text

# Elsewhere 78 of 100 are satisfied: what few say is drawn there.
ELSEWHERE = [at("call", lived=answers(1560, 2000)), at("letter", lived=answers(780, 1000))]


def line(about: GapInput) -> TouchpointGap:
    return report_on([about, *ELSEWHERE]).touchpoints[0]


def said(about: GapInput, kind: Kind) -> Text:
    found = line(about)
    gap = found.gap(kind)
    assert isinstance(gap, Finding)
    return compared(found, kind, gap)


def test_where_few_answered_both_numbers_and_the_reason_are_said() -> None:
    few = line(at("mortgage", promise=0.9, lived=answers(7, 51)))
    both = lived_said(few)
    assert both is not None
    assert both.de == (
        "Zufrieden sind 7 von 51 (14 von 100). Weil wenige geantwortet haben, rechnen wir vorsichtig mit 32 [23–41]."
    )
    assert both.en == (
        "7 of 51 (14 of 100) are satisfied. Because few have answered, we reckon cautiously with 32 [23–41]."
    )


def test_where_many_answered_one_number_is_enough() -> None:
    assert lived_said(line(at("branch", lived=answers(400, 500)))) is None


def test_of_fewer_than_five_nothing_is_said() -> None:
    hidden = line(at("branch", lived=answers(1, 4)))
    assert hidden.observed is None
    assert lived_said(hidden) is None


def test_promise_and_belief_are_compared_in_whole_sentences() -> None:
    many = at("branch", promise=0.9, guesses=leaders(85), lived=answers(1400, 2000))
    assert said(many, "delivery").de == "Zufrieden sind 70 von 100, versprochen waren 90."
    assert said(many, "perception").de == "Zufrieden sind 70 von 100, geschätzt hatten wir 84."
    assert said(many, "perception").en == "70 of 100 are satisfied, we had guessed 84."
    few = at("mortgage", promise=0.9, lived=answers(7, 51))
    assert said(few, "delivery").de == (
        "Zufrieden sind 7 von 51 (14 von 100), versprochen waren 90. "
        "Weil wenige geantwortet haben, rechnen wir vorsichtig mit 32 [23–41]."
    )


@pytest.mark.parametrize(
    ("facet", "german"),
    [
        ("in_time", "Rechtzeitig bekommen haben es 70 von 100, versprochen waren 90."),
        ("easy", "Einfach finden es 70 von 100, versprochen waren 90."),
        ("recommend", "Weiterempfehlen würden uns 70 von 100, versprochen waren 90."),
        ("kind", "Der Aussage „Freundlich“ stimmen zu: 70 von 100, versprochen waren 90."),
    ],
)
def test_every_statement_has_its_words(facet: str, german: str) -> None:
    about = GapInput(
        "call",
        Text(en="Call", de="Anruf"),
        facet,
        Text(en="Friendly", de="Freundlich"),
        0.5,
        9000,
        promise=0.9,
        lived=answers(6300, 9000),
    )
    assert said(about, "delivery").de == german
