"""A level counts as far as fresh proof of the right kinds carries it."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leitstern.core.errors import InvalidInput
from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.evidence import (
    UNPROVEN,
    Credit,
    Proof,
    Rules,
    credit,
    freshness,
    lack,
    total_weight,
)
from leitstern.core.inside.evidence_words import missing, next_step
from leitstern.core.inside.instrument import Anchor, Dimension, EvidenceType
from leitstern.core.inside.proof_kinds import KINDS
from leitstern.core.texts import Text

TODAY = date(2026, 7, 1)
RULES = Rules.assumed(Assumptions())
DOCUMENT, SYSTEM, OBSERVED = EvidenceType.DOCUMENT, EvidenceType.SYSTEM_DATA, EvidenceType.OBSERVATION
CUSTOMER, EMPLOYEE = EvidenceType.CUSTOMER_VOICE, EvidenceType.EMPLOYEE_VOICE
NOTHING = Text(en="", de="")


def dimension(*proof: tuple[EvidenceType, ...]) -> Dimension:
    """One whose levels 2, 3 and 4 name these kinds."""
    needed = [(), (), *proof] if proof else [()] * 5
    return Dimension("k1", NOTHING, NOTHING, anchors=tuple(Anchor(NOTHING, kinds) for kinds in needed))


def fresh(*kinds: EvidenceType, age: int = 0) -> list[Proof]:
    return [Proof(kind, TODAY - timedelta(days=age)) for kind in kinds]


def credited(claimed: int, proofs: list[Proof], *verdicts: int | None, of: Dimension | None = None) -> Credit:
    return credit(of or dimension(), claimed, proofs, TODAY, RULES, verdicts)


def test_the_published_weights_and_lifetimes() -> None:
    assert [RULES.weight[kind] for kind in (SYSTEM, CUSTOMER, EvidenceType.EXTERNAL_AUDIT)] == [1.0, 1.0, 1.0]
    assert [RULES.weight[kind] for kind in (OBSERVED, EMPLOYEE, DOCUMENT)] == [0.8, 0.7, 0.5]
    assert [RULES.lifetime[kind] for kind in (SYSTEM, DOCUMENT, CUSTOMER, EMPLOYEE)] == [365, 730, 180, 180]
    assert RULES.needed == {2: 1.0, 3: 1.5, 4: 2.0}


def test_weights_follow_the_register() -> None:
    heavier = Rules.assumed(Assumptions().with_values({"evidence_weight_document": 1.0}))
    assert credit(dimension(), 2, fresh(DOCUMENT), TODAY, heavier).credited == 2


def test_proof_ages_exponentially() -> None:
    assert freshness(0, 365) == 1
    assert freshness(365, 365) == pytest.approx(exp(-1))
    assert freshness(-3, 365) == 1
    assert total_weight(fresh(DOCUMENT, age=730), TODAY, RULES) == pytest.approx(0.5 * exp(-1))


@pytest.mark.parametrize(
    ("proofs", "verdicts", "level"),
    [
        ([], [], 1),
        ([DOCUMENT], [], 1),
        ([DOCUMENT, DOCUMENT], [], 2),
        ([SYSTEM], [], 2),
        ([DOCUMENT] * 3, [], 2),  # heavy enough, but nothing but paper
        ([DOCUMENT, SYSTEM], [], 3),
        ([EMPLOYEE, OBSERVED], [], 3),
        ([SYSTEM, CUSTOMER], [], 3),  # nobody has looked at it
        ([SYSTEM, CUSTOMER], [4], 4),
        ([OBSERVED] * 3, [4], 3),  # neither customers nor systems say so
        ([SYSTEM, CUSTOMER], [2], 2),
        ([SYSTEM, CUSTOMER], [4, 3], 3),  # where reviewers differ, the lower level counts
        ([SYSTEM, CUSTOMER], [None], 1),
    ],
)
def test_a_claim_of_everything_counts_as_far_as_it_is_carried(
    proofs: list[EvidenceType], verdicts: list[int | None], level: int
) -> None:
    found = credited(4, fresh(*proofs), *verdicts)
    assert (found.credited, found.over_claim) == (level, 4 - level)


def test_nobody_is_credited_more_than_they_claim() -> None:
    found = credited(2, fresh(SYSTEM, CUSTOMER, DOCUMENT), 4)
    assert (found.supported, found.credited, found.over_claim) == (4, 2, 0)


def test_levels_without_need_of_proof() -> None:
    assert credited(0, []).credited == 0
    assert credited(1, []).credited == 1
    assert credited(0, [], None).credited == 0


def test_the_kinds_an_anchor_names_have_to_be_there_and_young_enough() -> None:
    asked = dimension((DOCUMENT,), (SYSTEM, OBSERVED), (CUSTOMER,))
    assert credited(3, fresh(SYSTEM, SYSTEM), of=asked).credited == UNPROVEN
    assert credited(3, fresh(SYSTEM, SYSTEM, DOCUMENT), of=asked).credited == 2
    assert credited(3, fresh(SYSTEM, OBSERVED, DOCUMENT), of=asked).credited == 3
    stale = [*fresh(SYSTEM, DOCUMENT, DOCUMENT), *fresh(OBSERVED, age=366)]
    assert credited(3, stale, of=asked).credited == 2
    assert credited(3, [*stale, *fresh(OBSERVED, age=365)], of=asked).credited == 3


def test_what_is_credited_fades_unless_proof_is_renewed() -> None:
    proofs = fresh(SYSTEM, DOCUMENT)
    later = credit(dimension(), 3, proofs, TODAY + timedelta(days=1), RULES)
    assert (credited(3, proofs).credited, later.credited) == (3, 2)
    assert credit(dimension(), 3, proofs, TODAY + timedelta(days=700), RULES).credited == 1
    assert later.freshness == pytest.approx((exp(-1 / 365) + 0.5 * exp(-1 / 730)) / 1.5)
    assert credited(3, []).freshness is None


def test_a_pack_without_anchors_asks_for_weight_alone() -> None:
    assert credited(3, fresh(SYSTEM, DOCUMENT), of=Dimension("x", NOTHING, NOTHING)).credited == 3


@pytest.mark.parametrize("level", [-1, 5])
def test_a_level_that_is_none_is_refused(level: int) -> None:
    with pytest.raises(InvalidInput, match="0 to 4"):
        credited(level, [])


def says(level: int, proofs: list[Proof], of: Dimension | None = None, *, reviewed: bool = False) -> Text:
    return missing(lack(of or dimension(), level, proofs, TODAY, RULES, reviewed=reviewed), RULES)


def test_what_is_missing_is_said_in_one_sentence() -> None:
    asked = dimension((DOCUMENT,), (SYSTEM, OBSERVED), (CUSTOMER,))
    assert says(2, [], asked).en == (
        "Level 2 still lacks: document, no older than 730 days; one more fresh proof of full weight, "
        "such as data from systems."
    )
    assert says(3, fresh(SYSTEM), asked).de == (
        "Für Stufe 3 fehlt noch: Beobachtung vor Ort, nicht älter als 365 Tage."
    )
    assert says(3, fresh(DOCUMENT, DOCUMENT, DOCUMENT)).en == (
        "Level 3 still lacks: at least one proof that is more than a document."
    )
    assert says(4, fresh(OBSERVED, OBSERVED, OBSERVED)).en == (
        "Level 4 still lacks: customers' voice or data from systems; a review by somebody other "
        "than who claimed the level."
    )
    assert says(3, fresh(SYSTEM, DOCUMENT)).en == "The proofs carry level 3; nothing is missing for it."


def goes_on(claimed: int, proofs: list[Proof], *verdicts: int | None) -> str:
    return next_step(dimension(), credited(claimed, proofs, *verdicts), proofs, TODAY, RULES).en


def test_what_stands_between_a_claim_and_the_next_level() -> None:
    strong = fresh(SYSTEM, CUSTOMER)
    assert goes_on(4, strong, 4) == "Credited up to level 4; there is nothing above it."
    assert goes_on(4, strong, 2) == (
        "By the review it is credited up to level 2; more counts once new proof has been reviewed."
    )
    assert goes_on(2, strong) == "The proofs already carry level 3; no more has been claimed."
    assert goes_on(4, strong).endswith("a review by somebody other than who claimed the level.")
    assert goes_on(1, []).startswith("Level 2 still lacks")


@given(
    st.integers(2, 4),
    st.lists(st.tuples(st.sampled_from(list(EvidenceType)), st.integers(0, 2000)), max_size=6),
    st.lists(st.sets(st.sampled_from(list(EvidenceType))), min_size=3, max_size=3),
)
def test_whoever_brings_what_the_sentence_names_reaches_the_level(
    level: int, given_proofs: list[tuple[EvidenceType, int]], named: list[set[EvidenceType]]
) -> None:
    asked = dimension(*(tuple(sorted(kinds)) for kinds in named))
    proofs = [Proof(kind, TODAY - timedelta(days=age)) for kind, age in given_proofs]
    lacking = lack(asked, level, proofs, TODAY, RULES, reviewed=True)
    sentence = missing(lacking, RULES).en
    brought = list(lacking.kinds)
    if "customers' voice or data" in sentence.replace(KINDS[CUSTOMER].en + ", no older", ""):
        brought.append(SYSTEM)
    if "more than a document" in sentence:
        brought.append(EMPLOYEE)
    if "one more fresh proof" in sentence:
        brought.append(SYSTEM)
    brought += [SYSTEM] * next((n for n in (2, 3) if f"{n} more fresh proofs" in sentence), 0)
    after = [*proofs, *fresh(*brought)]
    assert lack(asked, level, after, TODAY, RULES, reviewed=True).nothing
