"""Gates of the seven steps: opened, credited, fallen back, skipped in sight; always as it was on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from leitstern.core.bridge.programme.gates import Cause, History, Move, MoveKind, Shown, State, Terms, gate
from leitstern.core.bridge.programme.hurdle import Hurdle, HurdleKind, hurdles_sentence
from leitstern.core.bridge.programme.looking_back import Kept, record
from leitstern.core.bridge.programme.seven import GUIDES
from leitstern.core.bridge.programme.standing import (
    SEVEN,
    Standing,
    next_sentence,
    refuse_silent_skip,
    sentence,
    standing,
    would_fall,
)
from leitstern.core.bridge.programme.template import suggested
from leitstern.core.errors import Conflict
from leitstern.core.inside.assumptions import Assumptions
from leitstern.core.inside.evidence import Proof
from leitstern.core.inside.instrument import EvidenceType
from leitstern.core.inside.steps import Step
from leitstern.core.stats.estimate import Estimate, Missing
from leitstern.core.texts import Text

BEGAN = date(2023, 7, 1)
TERMS = Terms.assumed(Assumptions())
VOICE, PAPER = EvidenceType.EMPLOYEE_VOICE, EvidenceType.DOCUMENT


def day(months: float) -> date:
    return BEGAN + timedelta(days=round(months * 30.4))


def move(kind: MoveKind, months: float, level: int | None = None, **more: str) -> Move:
    return Move(kind, day(months), level, **more)  # type: ignore[arg-type]


def shown(kind: EvidenceType, months: float) -> Shown:
    return Shown(Proof(kind, day(months)), day(months))


def leaders(*more: Move, proofs: tuple[Shown, ...] | None = None) -> History:
    """Step 1: opened, claimed after six months; documents and two pulses until month 24."""
    brought = (
        shown(PAPER, 1),
        *(shown(VOICE, at) for at in (6, 12, 18, 24)),
        *(shown(PAPER, at) for at in (6, 20)),
    )
    return History(
        Step.TOP_MANAGEMENT,
        (move(MoveKind.OPEN, 0, who="Vorstand Kunden"), move(MoveKind.CLAIM, 6, 3), *more),
        brought if proofs is None else proofs,
    )


def test_titles_are_those_of_the_paper() -> None:
    assert [GUIDES[step].title.de for step in SEVEN] == [
        "CEM als Top Management Priorität etablieren",
        "Kunden als Inputgeber gewinnen",
        "Die Prozesse aus Kundensicht optimieren",
        "Rollen festlegen und Schnittstellen definieren",
        "Die Aufbauorganisation an der Customer Journey ausrichten",
        "Change-Management und Kommunikation professionell gestalten",
        "Kontinuierlich Verbesserungen in den Unternehmensalltag aufnehmen",
    ]


@pytest.mark.parametrize("step", SEVEN)
def test_each_level_says_what_it_shows_and_needs(step: Step) -> None:
    anchors = GUIDES[step].dimension.anchors
    assert len(anchors) == 5
    assert all(anchor.proof for anchor in anchors[2:])


def test_a_step_that_nothing_happened_to_is_closed() -> None:
    found = gate(History(Step.ROLES), day(3), TERMS)
    assert (found.state, found.since, found.stays) == (State.CLOSED, None, ())


def test_claimed_is_not_credited() -> None:
    found = gate(leaders(proofs=()), day(8), TERMS)
    assert found.state is State.GATHERING
    assert found.credit
    assert (found.credit.claimed, found.credit.credited) == (3, 1)
    assert found.over_claim == 2
    assert found.ticked_off


def test_proof_credits_it_and_the_owner_is_known() -> None:
    proofs = (shown(PAPER, 5), shown(VOICE, 5.5), shown(PAPER, 5.8), shown(VOICE, 6))
    found = gate(leaders(proofs=proofs), day(6.5), TERMS)
    assert found.state is State.CREDITED
    assert found.since == day(6)
    assert found.owner == "Vorstand Kunden"
    assert not found.ticked_off


def aging() -> History:
    return leaders(proofs=(shown(PAPER, 5), shown(VOICE, 5.5), shown(PAPER, 5.8), shown(VOICE, 6)))


def test_it_falls_back_when_proof_ages_and_says_on_which_day() -> None:
    found = gate(aging(), day(20), TERMS)
    assert [stay.state for stay in found.stays] == [State.GATHERING, State.CREDITED, State.FALLEN]
    assert found.cause is Cause.AGE
    assert found.since
    assert gate(aging(), found.since - timedelta(days=1), TERMS).state is State.CREDITED
    assert gate(aging(), found.since, TERMS).state is State.FALLEN


def test_a_day_shows_what_was_known_then() -> None:
    assert gate(aging(), day(3), TERMS).state is State.GATHERING
    assert gate(aging(), day(3), TERMS).credit is None
    assert gate(aging(), day(-1), TERMS).state is State.CLOSED


def test_new_proof_credits_it_again() -> None:
    fell = gate(aging(), day(20), TERMS)
    more = tuple(shown(VOICE, 19 + n / 10) for n in range(3))
    history = leaders(proofs=(*aging().proofs, *more))
    assert fell.state is State.FALLEN
    assert gate(history, day(20), TERMS).state is State.CREDITED


def test_an_alarm_lets_it_fall_back_until_it_is_answered() -> None:
    alarm = move(MoveKind.ALARM, 6.6, words="Old lists come back")
    sounding = leaders(alarm, proofs=aging().proofs)
    found = gate(sounding, day(6.8), TERMS)
    assert (found.state, found.cause, [each.words for each in found.alarms]) == (
        State.FALLEN,
        Cause.ALARM,
        ["Old lists come back"],
    )
    answered = leaders(alarm, move(MoveKind.CLEAR, 6.7, words="The list is gone"), proofs=aging().proofs)
    assert gate(answered, day(6.8), TERMS).state is State.CREDITED


def test_proof_taken_back_counts_until_then_only() -> None:
    taken = tuple(
        Shown(each.proof, each.brought, until=day(6.9)) if each.proof.kind is VOICE else each
        for each in aging().proofs
    )
    history = leaders(proofs=taken)
    assert gate(history, day(6.8), TERMS).state is State.CREDITED
    assert gate(history, day(7), TERMS).cause is Cause.WITHDRAWN


def test_a_reviewer_who_credits_less_lets_it_fall_back() -> None:
    history = leaders(move(MoveKind.REVIEW, 6.7, 2, who="Ada"), proofs=aging().proofs)
    assert gate(history, day(6.8), TERMS).cause is Cause.REVIEW


def test_a_step_ticked_off_in_days_without_proof_alarms() -> None:
    brought = tuple(Shown(each.proof, day(-1)) for each in aging().proofs)
    quick = History(Step.CHANGE, (move(MoveKind.OPEN, 6), move(MoveKind.CLAIM, 6.2, 3)), brought)
    assert gate(quick, day(6.4), TERMS).ticked_off


def test_what_was_skipped_stays_in_sight() -> None:
    skip = move(MoveKind.SKIP, 2, words="Law forbids it", who="Viktor")
    skipped = History(Step.ROLES, (skip,))
    again = History(Step.ROLES, (skip, move(MoveKind.OPEN, 4)))
    assert gate(skipped, day(3), TERMS).state is State.SKIPPED
    assert gate(again, day(5), TERMS).state is State.GATHERING
    assert gate(again, day(5), TERMS).skips == (skip,)


def whole(*histories: History, at: float = 8, baseline: bool = True, settled: int = 0) -> Standing:
    return standing(
        {each.step: each for each in histories}, day(at), TERMS, baseline=baseline, settled=(settled, 3)
    )


def test_no_step_is_skipped_silently() -> None:
    with pytest.raises(Conflict, match="Step 1 has not been opened yet"):
        refuse_silent_skip(Step.PROCESSES, whole())
    with pytest.raises(Conflict, match="Step 2"):
        refuse_silent_skip(Step.PROCESSES, whole(aging()))
    refuse_silent_skip(Step.CUSTOMERS, whole(aging()))


def test_nothing_begins_before_the_baseline() -> None:
    with pytest.raises(Conflict, match="Fix the starting point first"):
        refuse_silent_skip(Step.TOP_MANAGEMENT, whole(baseline=False))
    assert sentence(whole(baseline=False)).en.startswith("The starting point is not fixed yet.")
    assert next_sentence(whole(baseline=False)) is None


def test_one_sentence_says_where_it_stands() -> None:
    assert sentence(whole(aging(), at=6.5)).en == "One of seven steps is credited."
    assert sentence(whole(aging(), at=20)).de == (
        "Schritt 1 ist zurückgefallen: die Belege sind gealtert, und es kam nichts Neues hinzu. "
        "Noch ist kein Schritt belegt."
    )
    skipped = History(Step.ROLES, (move(MoveKind.SKIP, 2, words="Law"),))
    assert sentence(whole(aging(), skipped, at=6.5)).en.endswith("Step 4 was skipped by decision.")


def test_counts_stand_in_words() -> None:
    two = [History(step, aging().moves, aging().proofs) for step in (Step.TOP_MANAGEMENT, Step.ROLES)]
    assert sentence(whole(*two, at=6.5)).de == "Zwei von sieben Schritten sind belegt."


def test_what_comes_next_is_to_mend_what_fell_back() -> None:
    found = next_sentence(whole(aging(), at=20))
    assert found
    assert found.en.startswith("First mend step 1")
    ahead = next_sentence(whole(aging(), at=6.5))
    assert ahead
    assert ahead.en.startswith("Next: open step 2")


def test_done_is_settled_and_never_seven_ticks() -> None:
    assert not whole(aging()).done
    assert whole(aging(), settled=3).done
    assert sentence(whole(aging(), settled=3)).en.startswith("It has settled: 3 waves in a row")


def test_doing_nothing_lets_steps_fall_back() -> None:
    assert would_fall({Step.TOP_MANAGEMENT: aging()}, day(6.5), day(18), TERMS) == (1, 1)
    assert would_fall({Step.TOP_MANAGEMENT: aging()}, day(6.5), day(6.6), TERMS) == (0, 1)


def test_the_template_takes_open_steps_in_turn_and_the_lowest_dimensions() -> None:
    levels = {"k1": 2.0, "k2": 0.0, "k3": 1.0, "k4": 1.0}
    names = {slug: Text(slug.upper(), slug.upper()) for slug in levels}
    found = suggested(whole(aging(), at=6.5), levels, names)
    assert [each.origin for each in found] == [
        *(f"step:{n}" for n in range(2, 8)),
        *(f"dimension:{slug}" for slug in ("k2", "k3", "k4")),
    ]
    assert found[1].needs == ("step:2",)
    assert [each.carries_gate for each in found] == [False] * 6 + [True] * 3


def test_hurdles_say_their_age_and_whose_they_are() -> None:
    lists = Hurdle("Lists", HurdleKind.SILOS, BEGAN, owned=False)
    time = Hurdle("No time", HurdleKind.CULTURE, day(2), owned=True, measure="Hours", cleared=day(4))
    assert hurdles_sentence((), BEGAN).en.startswith("No hurdle has been written down.")
    assert hurdles_sentence((time,), day(5)).en == "Every hurdle is cleared (1)."
    assert hurdles_sentence((lists, time), day(5)).en == (
        "Still in the way: 1 of 2 hurdles, the oldest for 152 days. For 1 nobody is there to answer. "
        "Against 1 nothing is done yet."
    )


def test_forecasts_are_held_against_what_happened() -> None:
    early = Kept("A", BEGAN, day(3), day(5), day(4))
    late = Kept("B", BEGAN, day(3), day(5), day(9))
    assert isinstance(record((), BEGAN).p80, Missing)
    found = record((early, late), day(10))
    assert isinstance(found.p80, Estimate)
    assert (found.p80.value, found.p80.n) == (0.5, 2)
    assert found.p80.low < 0.2
    assert record([late] * 9, day(10)).sentence.en.endswith("widen the durations.")
    assert record([early] * 9, day(10)).sentence.en.endswith("nothing speaks against the forecasts.")


def test_what_still_runs_after_its_p80_was_not_kept() -> None:
    """Whoever counts only what ended counts the quick ones: four early ones say nothing of four that never end."""
    early = Kept("A", BEGAN, day(3), day(5), day(4))
    running = Kept("B", BEGAN, day(3), day(5), None)
    found = record([early] * 4 + [running] * 4, day(10))
    assert isinstance(found.p80, Estimate)
    assert (found.p80.value, found.p80.n) == (0.5, 8)
    assert "8; done by then: 4 only" in found.sentence.en


def test_what_is_early_counts_only_once_its_p80_has_passed() -> None:
    early, running = Kept("A", BEGAN, day(3), day(8), day(4)), Kept("B", BEGAN, day(3), day(8), None)
    assert record((early, running), day(7)).tasks == ()
    assert record((early, running), day(8)).tasks == (early, running)


def test_one_late_task_is_no_judgement() -> None:
    late = Kept("B", BEGAN, day(3), day(5), None)
    for n in (1, 4):
        assert (
            "cannot tell yet whether forecasts are kept: it takes 5" in record([late] * n, day(9)).sentence.en
        )
    assert "too hopeful" in record([late] * 5, day(9)).sentence.en
