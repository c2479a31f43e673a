"""Who is asked, who answers, and what they say. Whether somebody answers does not depend on how satisfied they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.collect.example.arrays import DAY, Flags, Ints, Shares, Times, Visits, Words, joined
from leitstern.collect.example.truths import EASY, RECOMMEND, SATISFIED, truth_table
from leitstern.collect.example.voice import comment

if TYPE_CHECKING:
    from leitstern.collect.example.world import World

# Share of contacts after which an answer comes back.
_ANSWERED = {
    ("rate_calculator", EASY): 0.05,
    ("branch_advice", SATISFIED): 0.25,
    ("phone_advice", SATISFIED): 0.18,
    ("insurance_quote", EASY): 0.10,
    ("loan_application", EASY): 0.20,
    ("loan_decision", SATISFIED): 0.40,
    ("account_opening", SATISFIED): 0.25,
    ("account_opening", EASY): 0.25,
    ("identity_check", EASY): 0.15,
    ("welcome", SATISFIED): 0.12,
    ("login", SATISFIED): 0.009,
    ("payment", EASY): 0.011,
    ("branch_counter", SATISFIED): 0.07,
    ("yearly_statement", RECOMMEND): 0.12,
    ("address_change", EASY): 0.15,
    ("call_help", SATISFIED): 0.15,
    ("call_back", SATISFIED): 0.20,
    ("chat", SATISFIED): 0.10,
    ("card_block", SATISFIED): 0.22,
    ("complaint_answer", SATISFIED): 0.33,
    ("claim_report", SATISFIED): 0.25,
    ("claim_report", EASY): 0.15,
    ("claim_settled", SATISFIED): 0.40,
    ("mortgage_signed", SATISFIED): 0.55,
    ("payoff", SATISFIED): 0.75,
    ("bereavement", SATISFIED): 0.55,
    ("renewal", EASY): 0.09,
    ("cancellation", EASY): 0.30,
}
# The scale on which a statement is asked, and the weights of its answers: agreement, and the rest from worst to best.
_AGREEING = {
    SATISFIED: {4: 0.45, 5: 0.55},
    EASY: {5: 0.30, 6: 0.35, 7: 0.35},
    RECOMMEND: {9: 0.55, 10: 0.45},
}
AGREES_FROM = {facet: min(weights) for facet, weights in _AGREEING.items()}
_OTHERS = {
    SATISFIED: {1: 0.25, 2: 0.35, 3: 0.40},
    EASY: {1: 0.15, 2: 0.20, 3: 0.30, 4: 0.35},
    RECOMMEND: {0: 0.03, 1: 0.02, 2: 0.04, 3: 0.06, 4: 0.07, 5: 0.10, 6: 0.12, 7: 0.26, 8: 0.30},
}
_HURT = {1: 0.85, 2: 0.15}  # of those whom the company has forgotten after 25 years
_COMMENTS = {True: 0.22, False: 0.5}  # share of answers with a comment, by whether they agree
# Days until the answer: whether a call has helped shows after a week, how a mortgage ends once all post is there.
_DAYS = {"call_help": (6, 10), "payoff": (30, 46)}
_OWN_COMMENTS = {"payoff": 0.95, "bereavement": 0.6}


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers to one statement at one touchpoint; `comment` is empty where there is none."""

    touchpoint: str
    facet: str
    customer: Ints
    at: Times
    value: Ints
    comment: Words
    english: Flags
    case: Words

    def __len__(self) -> int:
        return len(self.at)


def answers(world: World, visited: list[Visits]) -> list[Answers]:
    """All answers that arrive within the two years."""
    asked = ((key, [v for v in visited if v.touchpoint == key[0]]) for key in _ANSWERED)
    return [_answer(world, joined(parts), facet) for (_, facet), parts in asked]


def _answer(world: World, visits: Visits, facet: str) -> Answers:
    rng = world.rng(f"answers {visits.touchpoint} {facet}")
    asked = rng.random(len(visits)) < _ANSWERED[visits.touchpoint, facet]
    visits = visits.only(asked & (visits.at >= world.calendar.first))
    n = len(visits)
    story = visits.mood == "story"
    at = visits.at.astype("datetime64[D]") + rng.integers(*_DAYS.get(visits.touchpoint, (1, 5)), n) * DAY
    at = at.astype("datetime64[s]") + rng.integers(8 * 3600, 22 * 3600, n).astype("timedelta64[s]")
    good = rng.random(n) < _chance(visits, facet)
    value = np.where(good, _draw(rng, n, _AGREEING[facet]), _draw(rng, n, _OTHERS[facet]))
    value = np.where(story & ~good, _draw(rng, n, _HURT), value)
    english = world.people.english[visits.customer]
    given = np.where(good, _COMMENTS[True], _COMMENTS[False])
    told = rng.random(n) < _OWN_COMMENTS.get(visits.touchpoint, given)
    comments = np.array(
        [
            comment(rng, e, visits.touchpoint, facet, m, g) if t else ""
            for e, m, g, t in zip(
                english.tolist(), visits.mood.tolist(), good.tolist(), told.tolist(), strict=True
            )
        ],
        dtype=np.str_,
    )
    inside = at < world.calendar.end
    return Answers(
        visits.touchpoint,
        facet,
        *(a[inside] for a in (visits.customer, at, value, comments, english, visits.case)),
    )


def _chance(visits: Visits, facet: str) -> Shares:
    if facet == SATISFIED and visits.satisfied is not None:
        return visits.satisfied
    return np.full(len(visits), truth_table()[visits.touchpoint, facet].lived)


def _draw(rng: np.random.Generator, n: int, weights: dict[int, float]) -> Ints:
    share = np.array(list(weights.values()))
    return rng.choice(np.array(list(weights)), n, p=share / share.sum())
