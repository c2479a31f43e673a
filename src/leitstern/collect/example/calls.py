"""Problems brought by phone: solved at once, or called about again; some wait for a call-back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leitstern.collect.example.arrays import Promised, numbers, quota
from leitstern.collect.example.calendar import DAYS
from leitstern.collect.example.truths import IN_TIME, truth_table
from leitstern.collect.example.world import PHONE, visits

if TYPE_CHECKING:
    from leitstern.collect.example.arrays import Flags, Ints, Times, Visits, Words
    from leitstern.collect.example.requests import Story
    from leitstern.collect.example.world import World

_PROBLEMS = 0.040  # of all contacts, without those about letters
_CALL_BACKS = 0.25  # of these end with "we will call you back"
_SOONER = 0.02  # how much sooner the problems of those who struggle stay unsolved
_LETTER_DAYS = 12  # a letter needs to arrive, be asked about, and be asked about again


def calls(world: World, letters: Visits) -> Story:
    """Problems brought by phone; who is not helped calls again within the week."""
    rng, calls = world.rng("calls"), world.scenario.calls
    asked = world.arrive(rng, world.count(_PROBLEMS), PHONE)
    unsolved = _unsolved(world, rng, asked.customer, calls.unsolved)
    case = numbers("T-", 600_000, len(asked))
    first = _First(asked.customer, case, asked.day, asked.at, unsolved)
    about = _about_letters(world, rng, letters, round(calls.about_letters * len(asked)))
    back, promised = _call_backs(world, rng, first)
    return [first.calls(world, rng, ""), about.calls(world, rng, "letter"), back], [promised]


@dataclass(frozen=True, slots=True)
class _First:
    """First calls about problems, and whether those stay unsolved."""

    customer: Ints
    case: Words
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
        chance = np.where(
            unsolved, world.scenario.calls.satisfied_unsolved, world.scenario.calls.satisfied_solved
        )
        repeated = np.arange(len(at)) >= len(self.at)
        told = np.where(repeated, f"{mood}_again".strip("_"), mood)
        return visits(
            "call_help", customer, at, "phone", np.concatenate([self.case, self.case[again]]), told, chance
        )


def _about_letters(world: World, rng: np.random.Generator, letters: Visits, n: int) -> _First:
    day = world.calendar.day(letters.at)
    asked = np.flatnonzero((day >= letters_since(world)) & (day < DAYS - _LETTER_DAYS))
    chosen = rng.choice(asked, min(n, len(asked)), replace=False)
    on = world.calendar.open_from(day[chosen] + rng.integers(1, 6, len(chosen)), "phone")
    at = world.calendar.at(rng, on, "phone")
    unsolved = _unsolved(world, rng, letters.customer[chosen], world.scenario.calls.unsolved_letter)
    return _First(letters.customer[chosen], letters.case[chosen], on, at, unsolved)


def _unsolved(world: World, rng: np.random.Generator, customer: Ints, share: float) -> Flags:
    """As many as the share says; those who struggle are among them sooner than others."""
    sooner = np.where(world.people.persona[customer] == world.scenario.struggling, _SOONER, 1.0)
    place = rng.permutation(len(customer)) * sooner
    return np.argsort(np.argsort(place, kind="stable")) < round(share * len(customer))


def letters_since(world: World) -> int:
    """The first day of the month from which letters are unclear; 0 if they never were."""
    months = world.scenario.calls.letters_since_months
    if not months:
        return 0
    since = np.datetime64(world.until, "M") - np.timedelta64(months - 1, "M")
    return int((since.astype("datetime64[D]") - world.calendar.first).astype(int))


def _call_backs(world: World, rng: np.random.Generator, asked: _First) -> tuple[Visits, Promised]:
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
