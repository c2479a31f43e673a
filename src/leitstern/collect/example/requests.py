"""What customers ask for: an account, a new card, an answer to a complaint, help by phone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leitstern.collect.example.arrays import (
    Flags,
    Ints,
    Promised,
    Shares,
    Times,
    Visits,
    numbers,
    quota,
)
from leitstern.collect.example.calendar import DAYS
from leitstern.collect.example.truths import IN_TIME, truth_table
from leitstern.collect.example.world import PHONE, World, visits

Story = tuple[list[Visits], list[Promised]]

_LOST_CARDS = 0.008
_COMPLAINTS = 0.005
_PROBLEMS = 0.040  # brought by phone, without those about letters
_CALL_BACKS = 0.25  # of these end with "we will call you back"
_ANNIVERSARIES = 0.9  # of those who joined a year ago are thanked
_WEEK_OF_LETTERS = 12  # days a letter needs to arrive, be asked about, and be asked about again


def openings(world: World) -> Story:
    """Everybody who joined: account, identity, card, welcome, and thanks after a year."""
    rng, customer = world.rng("openings"), world.people.joiners
    opened = world.come(
        rng, customer, world.people.joined[customer], {"web": 0.5, "app": 0.25, "branch": 0.25}
    )
    case = numbers("A-", 200_000, len(customer))
    proven = opened.at + rng.integers(600, 30 * 3600, len(customer)).astype("timedelta64[s]")
    cards, promised = _cards(world, rng, customer, case, opened.day, opened.at)
    welcome = world.after(rng, opened.day + rng.integers(4, 11, len(customer)), "letter")
    thanked = quota(rng, len(customer), _ANNIVERSARIES)
    year = opened.day[thanked] + 366 + rng.integers(0, 18, int(thanked.sum()))
    inside = year < DAYS
    return [
        opened.visits("account_opening", case),
        visits(
            "identity_check",
            customer,
            proven,
            world.people.channels(rng, customer, {"app": 0.6, "web": 0.4}),
            case,
        ),
        cards,
        visits("welcome", customer, welcome, "letter", case),
        visits("thank_you", customer[thanked][inside], world.after(rng, year[inside], "letter"), "letter"),
    ], [promised]


def lost_cards(world: World) -> Story:
    """A card is blocked, another one is sent."""
    rng = world.rng("lost_cards")
    blocked = world.arrive(rng, world.count(_LOST_CARDS), {"phone": 0.6, "app": 0.3, "branch": 0.1})
    case = numbers("C-", 300_000, len(blocked))
    cards, promised = _cards(world, rng, blocked.customer, case, blocked.day, blocked.at)
    return [blocked.visits("card_block", case), cards], [promised]


def complaints(world: World) -> Story:
    """A complaint is answered within five working days, mostly."""
    rng = world.rng("complaints")
    made = world.arrive(
        rng, world.count(_COMPLAINTS), {"letter": 0.35, "web": 0.3, "phone": 0.25, "branch": 0.1}
    )
    n, case = len(made), numbers("B-", 50_000, len(made))
    kept = quota(rng, n, truth_table()["complaint_answer", IN_TIME].lived)
    day = world.calendar.working(made.day, np.where(kept, rng.integers(1, 6, n), rng.integers(6, 13, n)))
    due = world.calendar.working(made.day, 5)
    at = world.calendar.at(rng, day, "letter")
    mood = np.where(kept, "", "late")
    return [
        made.visits("complaint", case),
        visits("complaint_answer", made.customer, at, "letter", case, mood),
    ], [Promised("complaint_in_five_days", made.customer, case, made.at, world.calendar.midnight(due), at)]


def calls(world: World, letters: Visits) -> Story:
    """Problems brought by phone; who is not helped calls again within the week."""
    rng, calls = world.rng("calls"), world.scenario.calls
    asked = world.arrive(rng, world.count(_PROBLEMS), PHONE)
    unsolved = quota(rng, len(asked), calls.unsolved)
    case = numbers("T-", 600_000, len(asked))
    first = _Round(asked.customer, case, asked.day, asked.at, unsolved)
    about = _about_letters(world, rng, letters, round(calls.about_letters * len(asked)))
    back, promised = _call_backs(world, rng, first)
    return [first.calls(world, rng, ""), about.calls(world, rng, "letter"), back], [promised]


@dataclass(frozen=True, slots=True)
class _Round:
    """First calls about a problem, and whether it stays unsolved."""

    customer: Ints
    case: np.ndarray
    day: Ints
    at: Times
    unsolved: Flags

    def calls(self, world: World, rng: np.random.Generator, mood: str) -> Visits:
        """These calls, and one more for every unsolved problem."""
        again = self.unsolved
        later = self.day[again] + rng.integers(1, 5, int(again.sum()))
        customer = np.concatenate([self.customer, self.customer[again]])
        at = np.concatenate([self.at, world.after(rng, later, "phone")])
        unsolved = np.concatenate([again, again[again]])
        chance: Shares = np.where(
            unsolved, world.scenario.calls.satisfied_unsolved, world.scenario.calls.satisfied_solved
        )
        repeated = np.arange(len(at)) >= len(self.at)
        told = np.where(repeated, f"{mood}_again".strip("_"), mood)
        return visits(
            "call_help", customer, at, "phone", np.concatenate([self.case, self.case[again]]), told, chance
        )


def _about_letters(world: World, rng: np.random.Generator, letters: Visits, n: int) -> _Round:
    day = world.calendar.day(letters.at)
    asked = np.flatnonzero((day >= letters_since(world)) & (day < DAYS - _WEEK_OF_LETTERS))
    chosen = rng.choice(asked, min(n, len(asked)), replace=False)
    on = world.calendar.open_from(day[chosen] + rng.integers(1, 6, len(chosen)), "phone")
    at = world.calendar.at(rng, on, "phone")
    unsolved = quota(rng, len(chosen), world.scenario.calls.unsolved_letter)
    return _Round(letters.customer[chosen], letters.case[chosen], on, at, unsolved)


def letters_since(world: World) -> int:
    """The first day of the month from which letters are unclear; 0 if they never were."""
    months = world.scenario.calls.letters_since_months
    if not months:
        return 0
    since = np.datetime64(world.until, "M") - np.timedelta64(months - 1, "M")
    return int((since.astype("datetime64[D]") - world.calendar.first).astype(int))


def _call_backs(world: World, rng: np.random.Generator, asked: _Round) -> tuple[Visits, Promised]:
    """Some problems are called back within a day; the next day is the next one with open lines."""
    n = len(asked.at)
    chosen = np.flatnonzero(quota(rng, n, _CALL_BACKS))
    kept = quota(rng, len(chosen), truth_table()["call_back", IN_TIME].lived)
    next_day = world.calendar.open_from(asked.day[chosen] + 1, "phone")
    due = world.calendar.midnight(next_day) + (asked.at[chosen] - asked.at[chosen].astype("datetime64[D]"))
    on = np.where(kept, next_day, next_day + rng.integers(1, 4, len(chosen)))
    at = world.after(rng, on, "phone")
    mood = np.where(kept, "", "late")
    customer, case = asked.customer[chosen], asked.case[chosen]
    back = visits("call_back", customer, at, "phone", case, mood)
    return back, Promised("call_back_in_a_day", customer, case, asked.at[chosen], due, at)


def _cards(
    world: World, rng: np.random.Generator, customer: Ints, case: np.ndarray, day: Ints, made: Times
) -> tuple[Visits, Promised]:
    """Cards reach their owners in seven days, mostly; three days are left for Sundays and holidays."""
    n = len(customer)
    kept = quota(rng, n, truth_table()["card_delivery", IN_TIME].lived)
    at = world.after(rng, day + np.where(kept, rng.integers(2, 5, n), rng.integers(8, 15, n)), "letter")
    sent = visits("card_delivery", customer, at, "letter", case, np.where(kept, "", "late"))
    return sent, Promised("card_in_seven_days", customer, case, made, world.calendar.midnight(day + 7), at)
